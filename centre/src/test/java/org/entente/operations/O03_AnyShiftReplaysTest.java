package org.entente.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.operations.OperationsScenario.BORDER_FORCE;
import static org.entente.operations.OperationsScenario.COMMAND;
import static org.entente.operations.OperationsScenario.GOLD;
import static org.entente.operations.OperationsScenario.PAF;
import static org.entente.operations.OperationsScenario.given;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.entente.kernel.Actor;
import org.entente.kernel.AgencyId;
import org.entente.kernel.Marking;
import org.entente.kernel.Text;
import org.entente.operations.OperationsEvent.OfAlarm;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever a shift does, in whatever order, its journal replays to the same board and nothing is sent twice as new.
class O03_AnyShiftReplaysTest {

    private static final List<By> DESKS = List.of(PAF, BORDER_FORCE, COMMAND, GOLD);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20_150_820, 20_160_303})
    void any_shift_replays_to_the_same_board(long seed) {
        var scenario = given();
        var chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 800; i++) {
            anyWish(scenario.operations, chance);
        }
        assertThat(scenario.journal.head()).isGreaterThan(100);
        var replayed = OperationsScenario.open(scenario.journal, new ArrayList<>());
        assertThat(replayed.read(Board::incidents)).isEqualTo(scenario.operations.read(Board::incidents));
        assertThat(replayed.read(Board::alarms)).isEqualTo(scenario.operations.read(Board::alarms));
        assertThat(replayed.read(Board::tasks)).isEqualTo(scenario.operations.read(Board::tasks));
        assertThat(replayed.read(Board::parameters)).isEqualTo(scenario.operations.read(Board::parameters));
    }

    private static void anyWish(Operations operations, RandomGenerator chance) {
        var by = DESKS.get(chance.nextInt(DESKS.size()));
        var alarm = "INTRUSION:CAL-F-012:" + chance.nextInt(30);
        var incident = "2016-%04d".formatted(1 + chance.nextInt(20));
        var task = incident + "-T" + (1 + chance.nextInt(3));
        switch (chance.nextInt(13)) {
            case 0,
                1 -> operations
                    .raise(
                        new OfAlarm.Raised(alarm, "r", "INTRUSION", false, 2, "CAL-F-012", new Text("a", "b"), "S", 50,
                            1, Instant.EPOCH, new Text("a", "b"), List.of(1L)),
                        Marking.wholeCentre(new AgencyId("CENTRE")));
            case 2 -> operations.take(by, alarm);
            case 3 -> operations.dismiss(by, alarm, "wind");
            case 4 -> operations.returned(alarm);
            case 5 -> operations.report(by, "CHILD_ALONE", Optional.of("CAL-F-012"), Optional.empty(), "a child");
            case 6 -> operations.tick(by, incident, "s" + (1 + chance.nextInt(3)), chance.nextBoolean());
            case 7 -> operations.propose(by, incident, chance.nextBoolean() ? "CRS-3" : "BF-1", "INTERCEPT", "");
            case 8 -> operations.approve(COMMAND, task);
            case 9 -> operations.replied(Actor.centre("unit"), chance.nextBoolean() ? "CRS-3" : "BF-1", task,
                UnitReply.values()[chance.nextInt(4)], "");
            case 10 -> operations.cancel(by, task, "no more");
            case 11 -> operations.close(by, incident, "PREVENTED", "");
            default -> operations.setParameters(by, "CRISIS", "hold");
        }
    }
}
