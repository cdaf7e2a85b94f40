package org.entente.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.fusion.FusionScenario.Being.PERSON;
import static org.entente.fusion.FusionScenario.Being.VEHICLE;
import static org.entente.fusion.FusionScenario.radar;
import static org.entente.fusion.FusionScenario.share;
import static org.entente.fusion.FusionScenario.thermal;

import org.junit.jupiter.api.Test;

/// Two whose ways meet keep their numbers.
class T02_TwoWhoCrossTest {

    @Test
    void two_who_walk_right_through_each_other_mostly_keep_their_numbers() {
        assertThat(share(seed -> keeps(new FusionScenario(seed).with(thermal(3, 4)).walks(PERSON, 150, 200, 1.4, 0)
            .walks(PERSON, 192, 158, 0, 1.4).until(60), 20, 55))).isGreaterThan(0.8);
    }

    @Test
    void two_who_meet_head_on_four_metres_apart_keep_their_numbers() {
        assertThat(share(seed -> keeps(new FusionScenario(seed).with(thermal(3, 4)).with(radar("R1"))
            .walks(PERSON, 150, 200, 1.5, 0).walks(PERSON, 240, 204, -1.5, 0).until(60), 20, 55)))
            .isGreaterThan(0.97);
    }

    @Test
    void a_car_that_overtakes_a_walker_takes_nothing_of_him_along() {
        assertThat(share(seed -> keeps(new FusionScenario(seed).with(thermal(3, 4)).with(radar("R1"))
            .walks(PERSON, 150, 200, 1.4, 0).walks(VEHICLE, 20, 206, 6, 0).until(45), 15, 44))).isGreaterThan(0.97);
    }

    @Test
    void two_who_walk_side_by_side_twelve_metres_apart_are_two() {
        assertThat(share(seed -> keeps(new FusionScenario(seed).with(thermal(3, 4)).walks(PERSON, 100, 200, 1.4, 0)
            .walks(PERSON, 100, 212, 1.4, 0).until(60), 20, 59))).isGreaterThan(0.9);
    }

    /// Whether both walkers are tracks of their own before and after, with the numbers they had.
    private static boolean keeps(FusionScenario night, double before, double after) {
        var played = Played.of(night);
        var first = night.walkers.getFirst();
        var second = night.walkers.getLast();
        return played.of(first, after).isPresent() && played.of(second, after).isPresent()
            && number(played, first, before) == number(played, first, after)
            && number(played, second, before) == number(played, second, after)
            && number(played, first, after) != number(played, second, after);
    }

    private static long number(Played played, FusionScenario.Walker walker, double at) {
        return played.of(walker, at).map(Fusion.Shown::id).orElse(-1L);
    }
}
