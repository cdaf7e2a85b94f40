package org.entente.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.entente.operations.OperationsScenario.COMMAND;
import static org.entente.operations.OperationsScenario.PAF;
import static org.entente.operations.OperationsScenario.SIX;
import static org.entente.operations.OperationsScenario.given;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.entente.kernel.AgencyId;
import org.entente.kernel.Marking;
import org.entente.kernel.Text;
import org.entente.operations.AlarmPerformance.Priority;
import org.entente.operations.AlarmPhilosophy.Urgency;
import org.entente.operations.OperationsEvent.OfAlarm;
import org.entente.operations.Verdict.Finding;
import org.junit.jupiter.api.Test;

/// Which sensors and places raise for nothing, how fast alarms are answered, and how long the centre was in flood.
class O06_AlarmPerformanceTest {

    private static final Instant LATER = SIX.plus(Duration.ofDays(3));

    private final OperationsScenario scenario = given();

    private String raise(int number, int second, int priority, String place, String... sensors) {
        scenario.now = SIX.plusSeconds(second);
        var id = "INTRUSION:" + place + ":" + number;
        scenario.operations.raise(
            new OfAlarm.Raised(id, "fence-vibration", "INTRUSION", false, priority, place, new Text("a", "b"), "S", 50,
                1, scenario.now, new Text("a", "b"), List.of(1L)).by(List.of(sensors)),
            Marking.wholeCentre(new AgencyId("CENTRE")));
        return id;
    }

    private void dismiss(String alarm, int second, Finding verdict) {
        scenario.now = SIX.plusSeconds(second);
        scenario.operations.dismiss(PAF, alarm, "looked at it", verdict);
    }

    private AlarmPerformance performance() {
        return scenario.operations.read(board -> AlarmPerformance.of(board, SIX, LATER));
    }

    @Test
    void the_worst_sensor_stands_first_with_what_its_alarms_were() {
        dismiss(raise(1, 0, 2, "F-1", "FIB-1"), 30, Finding.WIND);
        dismiss(raise(2, 600, 2, "F-1", "FIB-1", "IR-1"), 690, Finding.WIND);
        raise(3, 1_200, 3, "F-2");
        var performance = performance();
        assertThat(performance.alarms()).isEqualTo(3);
        assertThat(performance.meanAnswer()).contains(Duration.ofSeconds(60));
        assertThat(performance.sensors()).extracting(AlarmPerformance.Source::id, AlarmPerformance.Source::rule,
            AlarmPerformance.Source::alarms).containsExactly(tuple("FIB-1", "", 2),
                tuple("F-2", "fence-vibration", 1),
                tuple("IR-1", "", 1));
        var worst = performance.sensors().getFirst();
        assertThat(worst.verdicts()).isEqualTo(Map.of(Finding.WIND, 2));
        assertThat(worst.share()).isCloseTo(2.0 / 3, within(1e-9));
        assertThat(worst.meanAnswer()).contains(Duration.ofSeconds(60));
        assertThat(performance.places()).extracting(AlarmPerformance.Source::id).containsExactly("F-1", "F-2");
    }

    @Test
    void three_of_one_place_within_a_minute_chatter_and_two_do_not() {
        raise(1, 0, 2, "F-1", "FIB-1");
        raise(2, 30, 2, "F-1", "FIB-1");
        raise(3, 60, 2, "F-1", "FIB-1");
        raise(4, 80, 2, "F-1", "FIB-1");
        raise(5, 200, 2, "F-1", "FIB-1");
        raise(6, 230, 2, "F-1", "FIB-1");
        raise(7, 40, 2, "F-2", "FIB-2");
        assertThat(performance().places()).extracting(AlarmPerformance.Source::chattering).containsExactly(4, 0);
    }

    @Test
    void what_stands_for_a_day_is_stale_and_what_is_gone_unanswered_at_once_is_fleeting() {
        raise(1, 0, 2, "STALE", "A");
        var gone = raise(2, 10, 2, "FLEETING", "B");
        var answered = raise(3, 20, 2, "ANSWERED", "C");
        scenario.operations.acknowledge(PAF, answered);
        scenario.now = SIX.plusSeconds(120);
        scenario.operations.returned(gone);
        scenario.operations.returned(answered);
        assertThat(performance().places()).filteredOn(place -> place.stale() > 0)
            .extracting(AlarmPerformance.Source::id).containsExactly("STALE");
        assertThat(performance().places()).filteredOn(place -> place.fleeting() > 0)
            .extracting(AlarmPerformance.Source::id).containsExactly("FLEETING");
    }

    @Test
    void priorities_are_held_against_five_fifteen_and_eighty_percent() {
        raise(1, 0, 1, "F-1", "A");
        raise(2, 60, 2, "F-1", "A");
        raise(3, 120, 3, "F-1", "A");
        raise(4, 180, 4, "F-1", "A");
        assertThat(performance().priorities()).containsExactly(new Priority(Urgency.HIGH, 1, 0.25),
            new Priority(Urgency.MEDIUM, 1, 0.25), new Priority(Urgency.LOW, 2, 0.5));
        assertThat(Urgency.HIGH.target() + Urgency.MEDIUM.target() + Urgency.LOW.target()).isEqualTo(1);
    }

    @Test
    void the_time_in_flood_is_a_share_of_the_whole_time() {
        for (int i = 0; i < 11; i++) {
            raise(i, i * 10, 2, "F-1", "A");
        }
        var performance = performance();
        // it began with the eleventh, at 100 s, and ended when the seventh, at 60 s, was ten minutes old
        assertThat(performance.floods())
            .containsExactly(new AlarmLoad.Flood(SIX.plusSeconds(100), SIX.plusSeconds(660)));
        assertThat(performance.floodShare()).isCloseTo(560.0 / (3 * 86_400), within(1e-9));
    }

    @Test
    void what_was_suppressed_is_counted_apart() {
        scenario.operations.suppress(COMMAND, "CAL-F-012", "", "works", SIX, SIX.plusSeconds(3_600));
        raise(1, 10, 2, "CAL-F-012", "CAL-FIB-012");
        raise(2, 20, 2, "F-2", "B");
        assertThat(performance()).extracting(AlarmPerformance::alarms, AlarmPerformance::suppressed)
            .containsExactly(1, 1);
        assertThat(performance().places()).extracting(AlarmPerformance.Source::id).containsExactly("F-2");
    }
}
