package org.entente.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.picture.PictureScenario.FIBRE;
import static org.entente.picture.PictureScenario.at;

import org.entente.kernel.SensorId;
import org.junit.jupiter.api.Test;

/// What a sensor said last, and what may not replace it.
class P01_TheLastWordTest {

    private final PictureScenario night = new PictureScenario();

    @Test
    void the_newest_word_of_a_sensor_is_held() {
        night.says(1, FIBRE, 0.1).says(2, FIBRE, 0.4);
        assertThat(night.sensor(FIBRE).last()).contains(new SensorState.Word("vibration", "0.4", at(2), at(2)));
    }

    @Test
    void a_late_word_does_not_replace_a_newer_one() {
        night.says(5, FIBRE, 0.4).saysLate(1, 6, FIBRE, 0.9);
        assertThat(night.sensor(FIBRE).last().orElseThrow().value()).isEqualTo("0.4");
        assertThat(night.picture.counts().late()).isEqualTo(1);
    }

    @Test
    void a_clock_that_runs_ahead_does_not_silence_the_words_after_it() {
        night.saysLate(9_999_999, 5, FIBRE, 0.4).says(6, FIBRE, 0.9);
        assertThat(night.sensor(FIBRE).last()).contains(new SensorState.Word("vibration", "0.9", at(6), at(6)));
    }

    @Test
    void what_no_such_sensor_can_mean_is_counted_and_not_shown() {
        night.says(1, FIBRE, 0.1).says(2, FIBRE, Double.NaN).says(3, FIBRE, -1).says(4, FIBRE, 21).says(5, FIBRE,
            Double.POSITIVE_INFINITY);
        assertThat(night.sensor(FIBRE).last().orElseThrow().value()).isEqualTo("0.1");
        assertThat(night.picture.counts().absurd()).isEqualTo(4);
    }

    @Test
    void the_same_input_twice_is_folded_once() {
        var input = new PictureInput.Observed(1, at(1), 1, new SensorId(FIBRE), "vibration", at(1), "0.1", 0.1);
        night.told(input).told(input);
        assertThat(night.picture.counts().observed()).isEqualTo(1);
        assertThat(night.picture.counts().repeated()).isEqualTo(1);
    }

    @Test
    void a_sensor_nobody_planned_is_held_and_raises_nothing() {
        night.says(1, 1, "ds:77", "vibration", "9.0", 9).says(2, 2, "ds:77", "vibration", "9.5", 9.5);
        assertThat(night.sensor("ds:77").last().orElseThrow().value()).isEqualTo("9.5");
        assertThat(night.facts).isEmpty();
    }

    @Test
    void the_board_learns_each_change_once() {
        night.says(1, FIBRE, 0.1).says(2, FIBRE, 0.4).patrol(2, 2, 60);
        assertThat(night.picture.drainChanges())
            .isEqualTo(new Changes(java.util.List.of(new SensorId(FIBRE)), java.util.List.of(PictureScenario.PATROL),
                java.util.List.of()));
        assertThat(night.picture.drainChanges().sensors()).isEmpty();
    }
}
