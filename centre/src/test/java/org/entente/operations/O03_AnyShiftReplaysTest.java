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
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.entente.journal.Entry;
import org.entente.kernel.Actor;
import org.entente.kernel.AgencyId;
import org.entente.kernel.Marking;
import org.entente.kernel.Text;
import org.entente.operations.Alarm.State;
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
            scenario.now = scenario.now.plusSeconds(chance.nextInt(600));
            anyWish(scenario, chance);
            assertThat(scenario.operations.read(Board::alarms)).filteredOn(Alarm::lifeAtRisk).extracting(Alarm::state)
                .as("a life at risk is never set aside")
                .doesNotContain(State.SHELVED, State.SUPPRESSED, State.DISMISSED);
        }
        assertThat(scenario.journal.after(0, 10_000)).extracting(Entry::type)
            .contains("alarm.unshelved", "alarm.released", "suppression.ended");
        assertThat(scenario.journal.head()).isGreaterThan(100);
        var replayed = OperationsScenario.open(scenario.journal, new ArrayList<>());
        assertThat(replayed.read(Board::incidents)).isEqualTo(scenario.operations.read(Board::incidents));
        assertThat(replayed.read(Board::alarms)).isEqualTo(scenario.operations.read(Board::alarms));
        assertThat(replayed.read(Board::tasks)).isEqualTo(scenario.operations.read(Board::tasks));
        assertThat(replayed.read(Board::suppressions)).isEqualTo(scenario.operations.read(Board::suppressions));
        assertThat(replayed.read(Board::verdicts)).isEqualTo(scenario.operations.read(Board::verdicts));
        List<Object> load = replayed.read(board -> load(board, scenario));
        assertThat(load).isEqualTo(scenario.operations.read(board -> load(board, scenario)));
        assertThat(replayed.read(Board::parameters)).isEqualTo(scenario.operations.read(Board::parameters));
    }

    private static List<Object> load(Board board, OperationsScenario scenario) {
        return List.of(board.load().at(scenario.now, Map.of("DESK-PAF-1", Instant.EPOCH)),
            board.load().floods(Instant.EPOCH, scenario.now));
    }

    private static void anyWish(OperationsScenario scenario, RandomGenerator chance) {
        var operations = scenario.operations;
        var now = scenario.now;
        var by = DESKS.get(chance.nextInt(DESKS.size()));
        int number = chance.nextInt(60);
        boolean life = number % 5 == 0;
        var alarm = (life ? "PERSON_IN_WATER" : "INTRUSION") + ":CAL-F-012:" + number;
        var incident = "2016-%04d".formatted(1 + chance.nextInt(20));
        var task = incident + "-T" + (1 + chance.nextInt(3));
        switch (chance.nextInt(19)) {
            case 0, 1 -> operations.raise(
                new OfAlarm.Raised(alarm, "r", life ? "PERSON_IN_WATER" : "INTRUSION", life, 2, "CAL-F-012",
                    new Text("a", "b"), "S", 50, 1, now, new Text("a", "b"), List.of(1L))
                    .by(List.of("CAL-FIB-012")),
                Marking.wholeCentre(new AgencyId("CENTRE")));
            case 2 -> operations.take(by, alarm);
            case 3 -> operations.dismiss(by, alarm, "wind", Verdict.Finding.values()[chance.nextInt(7)]);
            case 4 -> operations.returned(alarm);
            case 5 -> operations.report(by, "CHILD_ALONE", Optional.of("CAL-F-012"), Optional.empty(), "a child");
            case 6 -> operations.tick(by, incident, "s" + (1 + chance.nextInt(3)), chance.nextBoolean());
            case 7 -> operations.propose(by, incident, chance.nextBoolean() ? "CRS-3" : "BF-1", "INTERCEPT", "");
            case 8 -> operations.approve(COMMAND, task);
            case 9 -> operations.replied(Actor.centre("unit"), chance.nextBoolean() ? "CRS-3" : "BF-1", task,
                UnitReply.values()[chance.nextInt(4)], "");
            case 10 -> operations.cancel(by, task, "no more");
            case 11 -> operations.close(by, incident, chance.nextBoolean() ? "PREVENTED" : "NO_TRACE", "");
            case 12 -> operations.acknowledge(by, alarm);
            case 13 -> operations.shelve(by, alarm, "works", now.plusSeconds(chance.nextInt(1_800)));
            case 14 -> operations.unshelve(by, alarm);
            case 15 -> operations.suppress(by, chance.nextBoolean() ? "CAL-F-012" : "", "CAL-FIB-012", "works", now,
                now.plusSeconds(chance.nextInt(7_200)));
            case 16 -> operations.suppress(by, "CAL-F-012", "", "works", now, now.plusSeconds(chance.nextInt(7_200)));
            case 17 -> {
                operations.lift(by, "S-000" + chance.nextInt(10));
                operations.passTo(now);
            }
            default -> operations.setParameters(by, "CRISIS", "hold");
        }
    }
}
