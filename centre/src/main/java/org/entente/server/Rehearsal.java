package org.entente.server;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.entente.handover.PictureRaisesAlarms;
import org.entente.journal.Journal;
import org.entente.operations.Dispatch;
import org.entente.operations.Operations;
import org.entente.operations.Procedures;
import org.entente.picture.Picture;
import org.entente.picture.PictureInput;
import org.entente.picture.PictureSetup;
import org.entente.picture.SensorKind;

/// Alarms played through before the doors open: from the words of a fibre to the record, on pictures and boards of their own
/// and on a record that takes back what is written.
///
/// So the first alarm of a night takes no longer than the hundredth (everything is loaded, prepared and compiled: without it
/// 0.4 s under load), and a centre that cannot write an alarm says so when it starts.
final class Rehearsal {

    private static final int TIMES = 400;
    private static final long BEYOND = Long.MAX_VALUE / 2; // numbers no observation ever has
    private static final double SHAKEN = 3.5;

    private final PictureSetup setup;
    private final Journal record;
    private final InstantSource clock;
    private final Procedures procedures;
    private final Dispatch dispatch;
    private final Function<List<Long>, List<String>> sensors;

    /// @param record from which everything is taken back
    Rehearsal(PictureSetup setup, Journal record, InstantSource clock, Procedures procedures, Dispatch dispatch,
        Function<List<Long>, List<String>> sensors) {
        this.setup = setup;
        this.record = record;
        this.clock = clock;
        this.procedures = procedures;
        this.dispatch = dispatch;
        this.sensors = sensors;
    }

    /// Plays; does nothing in a deployment without fibres.
    ///
    /// @throws IllegalStateException an alarm could not be written
    void play() {
        var fibres = setup.sensors().stream().filter(sensor -> sensor.kind() == SensorKind.FENCE_FIBRE).limit(TIMES)
            .toList();
        for (int played = 0; played < TIMES && !fibres.isEmpty(); played += fibres.size()) {
            var loop = new PictureRaisesAlarms(new Picture(setup),
                new Operations(record, clock, procedures, dispatch), sensors);
            for (int word = 0; word < 2 * fibres.size(); word++) { // the second of a fibre raises, and no time passes to return
                loop.catchUp(shaken(fibres.get(word / 2), word));
            }
        }
    }

    private static PictureInput shaken(PictureSetup.Sensor fibre, int word) {
        var at = Instant.ofEpochMilli(1 + word);
        return new PictureInput.Observed(BEYOND + word, at, 0, fibre.id(), fibre.kind().property(), at,
            String.valueOf(SHAKEN), SHAKEN);
    }
}
