package org.entente.handover;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.entente.operations.Board;
import org.entente.operations.Operations;
import org.entente.operations.Verdict.Finding;
import org.entente.picture.Intake;

/// What officers find an alarm to be teaches the picture how much nuisance its place gives: places and sensors, never persons.
///
/// A verdict goes through the one gate like a sensor's word, so it is kept, ordered and replayed with everything else. One
/// that cannot be kept just then is not tried again: it is in the journal, and one verdict less teaches nothing wrong.
public final class VerdictsTeachThePicture {

    /// What says something of the place. Own forces, lawful activity and "other" say nothing of how often the fence errs there.
    private static final List<Finding> OF_THE_PLACE = List.of(Finding.ANIMAL, Finding.WIND, Finding.EQUIPMENT,
        Finding.NOTHING_FOUND);

    private final Intake intake;
    private final Function<String, Optional<Long>> datastreams;
    private long told;

    /// @param datastreams the Datastream for verdicts of a place; empty where nothing is learnt
    public VerdictsTeachThePicture(Operations operations, Intake intake, Function<String, Optional<Long>> datastreams) {
        this.intake = intake;
        this.datastreams = datastreams;
        this.told = operations.read(Board::position);
    }

    /// Tells the picture the verdicts that came since the last call; called every second.
    public void tell(Operations operations) {
        for (var verdict : operations.read(board -> board.verdictsAfter(told))) {
            boolean nuisance = verdict.verdict().nuisance();
            if (nuisance && !OF_THE_PLACE.contains(verdict.verdict())) {
                continue;
            }
            datastreams.apply(verdict.place())
                .ifPresent(datastream -> intake.keep(List.of(new Intake.Reading(datastream,
                    verdict.at().truncatedTo(ChronoUnit.MILLIS), nuisance ? "true" : "false", nuisance ? 1 : 0))));
            told = verdict.position();
        }
    }
}
