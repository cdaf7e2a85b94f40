package org.entente.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.picture.PictureScenario.FIBRE;
import static org.entente.picture.PictureScenario.at;

import java.time.Duration;
import org.entente.kernel.SensorId;
import org.entente.picture.Fact.SensorHealthChanged;
import org.junit.jupiter.api.Test;

/// A sensor that says nothing is told from one that is well.
class P02_HealthTest {

    private final PictureScenario night = new PictureScenario();

    @Test
    void a_sensor_never_heard_is_unknown_for_as_long_as_it_takes() {
        night.passes(86_400);
        assertThat(night.sensor(FIBRE).health()).isEqualTo(Health.UNKNOWN);
    }

    @Test
    void three_minutes_without_a_word_is_silence_and_any_word_ends_it() {
        night.says(0.5, FIBRE, 0.1).passes(180);
        assertThat(night.sensor(FIBRE).health()).isEqualTo(Health.OK);
        night.passes(181);
        assertThat(night.sensor(FIBRE).health()).isEqualTo(Health.SILENT);
        night.says(200, FIBRE, 0.1);
        assertThat(night.facts).containsExactly(changed(Health.UNKNOWN, Health.OK, 0.5),
            changed(Health.OK, Health.SILENT, 181),
            changed(Health.SILENT, Health.OK, 200));
    }

    @Test
    void silence_is_told_at_its_second_even_when_the_next_input_comes_an_hour_later() {
        night.says(0, FIBRE, 0.1).says(3600, PictureScenario.BEAM, 0);
        assertThat(night.facts).contains(changed(Health.OK, Health.SILENT, 180));
    }

    @Test
    void a_fault_lasts_until_the_sensor_says_it_is_well() {
        night.health(1, FIBRE, "FAULT").says(2, FIBRE, 0.1);
        assertThat(night.sensor(FIBRE).health()).isEqualTo(Health.FAULT);
        night.health(3, FIBRE, "OK");
        assertThat(night.sensor(FIBRE).health()).isEqualTo(Health.OK);
    }

    @Test
    void the_beat_of_a_sensor_is_the_usual_time_between_its_words_about_itself() {
        night.health(10, FIBRE, "OK");
        assertThat(night.sensor(FIBRE).beat()).isEmpty();
        night.health(70, FIBRE, "OK").says(75, FIBRE, 0.1).health(130, FIBRE, "OK");
        assertThat(night.sensor(FIBRE).beat()).contains(Duration.ofSeconds(60));
        night.health(198, FIBRE, "OK");
        assertThat(night.sensor(FIBRE).beat()).contains(Duration.ofSeconds(61));
    }

    @Test
    void a_sensor_at_fault_raises_nothing() {
        night.health(1, FIBRE, "FAULT").says(2, FIBRE, 5).says(3, FIBRE, 6).thenNoAlarm();
        assertThat(night.picture.counts().faulty()).isEqualTo(2);
    }

    @Test
    void the_report_is_told_how_many_sensors_are_well_and_the_parts_add_up() {
        night.says(0, FIBRE, 0.1).health(181, PictureScenario.BEAM, "FAULT").says(182, PictureScenario.WATER, 0.1)
            .says(183, PictureScenario.CO2, 400);
        var counts = SensorFigures.of(night.picture).stream().map(org.entente.kernel.Figure::value).toList();
        assertThat(counts).containsExactly(13L, 2L, 1L, 1L, 9L);
    }

    private static SensorHealthChanged changed(Health before, Health now, double second) {
        return new SensorHealthChanged(new SensorId(FIBRE), before, now, at(second));
    }
}
