package org.entente.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.operations.OperationsScenario.COMMAND;
import static org.entente.operations.OperationsScenario.PAF;
import static org.entente.operations.OperationsScenario.SIX;
import static org.entente.operations.OperationsScenario.given;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGeneratorFactory;
import org.entente.operations.AlarmLoad.Flood;
import org.entente.operations.AlarmLoad.Rate;
import org.entente.operations.AlarmPhilosophy.Band;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How many alarms are too many: the rate meter of EEMUA 191 and the flood of ISA-18.2.
class O05_TheFloodTest {

    private static final Map<String, Instant> NOBODY = Map.of();

    private static Instant minute(double minutes) {
        return SIX.plusMillis((long) (minutes * 60_000));
    }

    private static AlarmLoad load(double... minutes) {
        var load = new AlarmLoad(AlarmPhilosophy.STANDARD);
        for (var at : minutes) {
            load.arrived(minute(at));
        }
        return load;
    }

    private static AlarmLoad storm() {
        return load(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9.5);
    }

    @Test
    void one_in_ten_minutes_is_acceptable_two_manageable_more_is_over() {
        assertThat(load(0).at(minute(5), NOBODY).centre()).isEqualTo(new Rate(1, 1, Band.ACCEPTABLE));
        assertThat(load(0, 2).at(minute(5), NOBODY).centre()).isEqualTo(new Rate(2, 2, Band.MANAGEABLE));
        assertThat(load(0, 2, 4).at(minute(5), NOBODY).centre()).isEqualTo(new Rate(3, 3, Band.OVER));
        assertThat(load(0, 2, 40).at(minute(45), NOBODY).centre()).isEqualTo(new Rate(1, 3, Band.ACCEPTABLE));
        assertThat(load(0, 2, 40).at(minute(61), NOBODY).centre()).isEqualTo(new Rate(0, 2, Band.ACCEPTABLE));
    }

    @Test
    void the_eleventh_alarm_in_ten_minutes_is_a_flood_and_the_tenth_is_not() {
        assertThat(load(0, 1, 2, 3, 4, 5, 6, 7, 8, 9).at(minute(9), NOBODY).flood()).isFalse();
        var reading = storm().at(minute(9.5), NOBODY);
        assertThat(reading.since()).contains(minute(9.5));
        assertThat(reading.centre().band()).isEqualTo(Band.FLOOD);
    }

    @Test
    void a_flood_lasts_until_fewer_than_five_are_left_in_ten_minutes() {
        assertThat(storm().at(minute(15.9), NOBODY).flood()).as("five are left: at 6, 7, 8, 9 and 9.5").isTrue();
        assertThat(storm().at(minute(16), NOBODY).flood()).isFalse();
        assertThat(storm().at(minute(15.9), NOBODY).centre().band()).isEqualTo(Band.OVER);
    }

    @Test
    void alarms_that_keep_coming_keep_the_flood_up_and_later_ones_are_another() {
        var load = storm();
        load.arrived(minute(15));
        assertThat(load.at(minute(16.5), NOBODY).since()).contains(minute(9.5));
        load.arrived(minute(40));
        assertThat(load.at(minute(40), NOBODY).flood()).isFalse();
        assertThat(load.floods(minute(0), minute(60))).containsExactly(new Flood(minute(9.5), minute(17)));
        assertThat(load.floods(minute(10), minute(12))).containsExactly(new Flood(minute(10), minute(12)));
        assertThat(load.floods(minute(17), minute(60))).isEmpty();
    }

    @Test
    void a_desk_is_presented_what_came_while_it_was_open_and_is_credited_what_it_did() {
        var scenario = given();
        for (int i = 0; i < 3; i++) {
            OperationsScenario.raise(scenario.operations, "INTRUSION:CAL-F-012:" + i, "INTRUSION", false);
        }
        scenario.now = minute(2);
        OperationsScenario.raise(scenario.operations, "INTRUSION:CAL-F-012:3", "INTRUSION", false);
        scenario.operations.acknowledge(PAF, "INTRUSION:CAL-F-012:0");
        scenario.operations.take(PAF, "INTRUSION:CAL-F-012:1");
        var desks = scenario.operations
            .read(board -> board.load().at(minute(3), Map.of("DESK-PAF-1", SIX, "DESK-BF-1", minute(1)))).desks();
        assertThat(desks).containsExactly(new AlarmLoad.DeskRate("DESK-BF-1", new Rate(1, 1, Band.ACCEPTABLE), 0, 0),
            new AlarmLoad.DeskRate("DESK-PAF-1", new Rate(4, 4, Band.OVER), 2, 2));
    }

    @Test
    void what_is_suppressed_is_no_load_until_it_comes_back() {
        var scenario = given(
            now -> now.suppress(COMMAND, "CAL-F-012", "", "works", minute(-60), minute(60)),
            OperationsScenario::raised, OperationsScenario::waterRaised);
        assertThat(scenario.operations.read(board -> board.load().at(SIX, NOBODY)).centre().last10min()).isEqualTo(1);
        scenario.operations.lift(COMMAND, "S-0001");
        assertThat(scenario.operations.read(board -> board.load().at(SIX, NOBODY)).centre().last10min())
            .as("what comes back is").isEqualTo(2);
    }

    /// The meter against a plain reading of the definition: walk through the time second by second and look back.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20_150_820, 20_160_303})
    void the_meter_agrees_with_the_definition(long seed) {
        var chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var load = new AlarmLoad(AlarmPhilosophy.STANDARD);
        var times = new ArrayList<Instant>();
        boolean flood = false;
        int floods = 0;
        for (int second = 0; second < 30_000; second++) {
            var now = SIX.plusSeconds(second);
            if (chance.nextDouble() < (second / 3_000 % 2 == 0 ? 0.03 : 0.002)) {
                times.add(now);
                load.arrived(now);
            }
            int count = within(times, now);
            boolean next = flood ? count >= 5 : count > 10;
            floods += next && !flood ? 1 : 0;
            flood = next;
            assertThat(load.at(now, NOBODY).flood()).as("after %s s", second).isEqualTo(flood);
        }
        assertThat(floods).isPositive();
        assertThat(load.floods(SIX, SIX.plus(Duration.ofDays(1)))).hasSize(floods);
    }

    private static int within(List<Instant> times, Instant now) {
        int count = 0;
        for (int i = times.size() - 1; i >= 0 && times.get(i).isAfter(now.minusSeconds(600)); i--) {
            count++;
        }
        return count;
    }
}
