package org.entente.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Late, doubled, absurd and dead sensors, and clocks that jump: never an exception, never a standstill, never a storm.
class P07_TheAdversaryTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14, 15})
    @Timeout(60)
    void a_hostile_night_is_folded_to_its_end_with_one_alarm_a_place_at_a_time(long seed) {
        var picture = new Picture(PictureScenario.setup());
        var active = new HashMap<String, String>();
        var ids = new HashSet<String>();
        for (var input : new PictureNight(seed, true).inputs(20_000)) {
            for (var fact : picture.on(input)) {
                switch (fact) {
                    case Fact.AlarmRaised raised -> {
                        assertThat(ids.add(raised.id().text())).as("one id, one alarm: " + raised).isTrue();
                        active.put(raised.id().text(), raised.kind());
                        assertThat(raised.observations()).isNotEmpty().allMatch(seq -> seq <= input.seq());
                    }
                    case Fact.AlarmReturned returned -> assertThat(active.remove(returned.id().text())).isNotNull();
                    case Fact.SensorHealthChanged changed -> assertThat(changed.before()).isNotEqualTo(changed.now());
                }
            }
        }
        assertThat(picture.activeAlarms()).extracting(Object::toString)
            .containsExactlyInAnyOrderElementsOf(active.keySet());
        assertThat(picture.activeAlarms()).hasSizeLessThanOrEqualTo(PictureScenario.setup().sensors().size() * 2);
        assertThat(ids.size()).isGreaterThan(100);
    }

    @Test
    @Timeout(10)
    void a_clock_that_jumps_a_thousand_years_costs_nothing() {
        var night = new PictureScenario().says(1, PictureScenario.FIBRE, 4).says(2, PictureScenario.FIBRE, 4).patrol(3,
            3, 60);
        night.passes(Duration.ofDays(365_000).toSeconds()).says(1, PictureScenario.FIBRE, 4);
        assertThat(night.returned()).hasSize(1);
        assertThat(night.picture.tickTo(java.time.Instant.MAX)).isNotNull();
    }

    @Test
    void unknown_sensors_and_units_without_number_are_refused_beyond_a_bound() {
        var picture = new Picture(PictureScenario.setup());
        var inputs = new ArrayList<PictureInput>();
        for (int i = 1; i <= 21_000; i++) {
            inputs.add(new PictureInput.Observed(i, PictureScenario.NIGHT, 1,
                new org.entente.kernel.SensorId("ds:" + i), "x", PictureScenario.NIGHT, "1", 1));
        }
        inputs.forEach(picture::on);
        assertThat(picture.counts().refused()).isEqualTo(1_000);
    }
}
