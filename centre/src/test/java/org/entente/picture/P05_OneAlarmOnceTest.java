package org.entente.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.picture.PictureScenario.*;

import java.util.ArrayList;
import org.entente.kernel.AlarmId;
import org.junit.jupiter.api.Test;

/// One event, one alarm; a second event, a second alarm; and a life comes first.
class P05_OneAlarmOnceTest {

    private final PictureScenario night = new PictureScenario();

    @Test
    void a_fence_shaken_for_minutes_is_one_alarm() {
        for (int second = 0; second < 600; second += 2) {
            night.says(second, FIBRE, 4).says(second + 0.5, INFRARED, 0.9);
        }
        night.thenOneAlarm();
        assertThat(night.returned()).isEmpty();
        assertThat(night.picture.activeAlarms()).hasSize(1);
    }

    @Test
    void a_minute_of_quiet_returns_it_and_the_next_event_raises_another() {
        night.says(1, FIBRE, 4).says(2, FIBRE, 4).passes(61.9);
        assertThat(night.returned()).isEmpty();
        night.passes(62);
        assertThat(night.returned())
            .containsExactly(new Fact.AlarmReturned(new AlarmId("INTRUSION:CAL-F-012:2"), at(62)));
        night.says(70, FIBRE, 4);
        night.thenOneAlarm();
        night.says(75, FIBRE, 4);
        assertThat(night.raised()).hasSize(2);
    }

    @Test
    void a_report_told_twice_counts_once() {
        night.says(1, FIBRE, 4).saysLate(1, 3, FIBRE, 4).thenNoAlarm();
    }

    @Test
    void the_reports_of_a_returned_alarm_told_again_raise_nothing() {
        night.says(1, FIBRE, 4).says(2, FIBRE, 4).passes(100).saysLate(1, 101, FIBRE, 4).saysLate(2, 101, FIBRE, 4)
            .thenOneAlarm();
    }

    @Test
    void what_was_long_ago_is_history_but_a_life_is_given_longer() {
        night.saysLate(1, 700, FIBRE, 4).saysLate(2, 700, FIBRE, 4).thenNoAlarm();
        assertThat(night.picture.counts().history()).isEqualTo(2);
        night.saysLate(1, 700, WATER, 0.9).saysLate(3, 700, WATER, 0.9).thenOneAlarm();
    }

    @Test
    void reports_that_arrive_in_the_wrong_order_still_agree() {
        night.saysLate(8, 8, FIBRE, 4).saysLate(3, 9, FIBRE, 5);
        assertThat(night.thenOneAlarm().observations()).containsExactly(2L, 1L);
    }

    @Test
    void a_fire_lasts_until_the_smoke_is_gone_for_a_minute_from_every_detector() {
        night.says(1, SMOKE, 1).says(2, SMOKE_NEXT, 1).passes(3600).says(3601, SMOKE, 0).passes(7200);
        night.thenOneAlarm();
        assertThat(night.returned()).isEmpty();
        night.says(7200, SMOKE_NEXT, 0).passes(7260);
        assertThat(night.returned()).hasSize(1);
    }

    @Test
    void smoke_that_comes_back_within_the_minute_is_the_same_fire() {
        night.says(1, SMOKE, 1).says(10, SMOKE, 0).says(20, SMOKE, 1).passes(600);
        night.thenOneAlarm();
        assertThat(night.returned()).isEmpty();
    }

    @Test
    void a_probe_taken_out_of_one_lorry_alarms_again_in_the_next() {
        night.says(1, CO2, 900).says(10, CO2, 1000).says(60, CO2, 420).passes(121);
        assertThat(night.returned()).hasSize(1);
        night.says(130, CO2, 900).says(140, CO2, 1000);
        assertThat(night.raised()).hasSize(2);
    }

    @Test
    void somebody_on_the_track_is_not_hidden_by_an_intrusion() {
        night.says(1, TUNNEL, 0.9).says(2, TUNNEL, 0.9).says(3, FIBRE, 4).says(4, FIBRE, 4).says(5, HEARTBEAT, 0.9);
        var queue = new ArrayList<>(night.raised());
        queue.sort(Alarms.URGENCY);
        assertThat(queue).extracting(Fact.AlarmRaised::kind).containsExactly("PERSON_ON_TRACK", "PERSON_IN_LORRY",
            "INTRUSION");
    }
}
