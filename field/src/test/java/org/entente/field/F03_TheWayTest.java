package org.entente.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.entente.field.Geo.Point;
import org.junit.jupiter.api.Test;

/// Distances, directions and patrols.
final class F03_TheWayTest {

    private static final Point WEST = new Point(50.96, 1.86);
    private static final Point EAST = new Point(50.96, 1.88);

    @Test
    void a_hundredth_of_a_degree_north_is_eleven_hundred_metres() {
        assertThat(Geo.distance(WEST, new Point(50.97, 1.86))).isCloseTo(1_112, within(2.0));
        assertThat(Geo.distance(WEST, EAST)).isCloseTo(1_401, within(5.0));
    }

    @Test
    void directions_are_true_and_from_zero_to_three_hundred_and_sixty() {
        assertThat(Geo.bearing(WEST, EAST)).isCloseTo(90, within(0.1));
        assertThat(Geo.bearing(EAST, WEST)).isCloseTo(270, within(0.1));
    }

    @Test
    void going_too_far_ends_at_the_end() {
        assertThat(Geo.towards(WEST, EAST, 1e6)).isEqualTo(EAST);
    }

    @Test
    void a_patrol_turns_round_at_both_ends() {
        var route = new Route(List.of(WEST, EAST));
        double length = route.length();
        assertThat(Geo.distance(route.at(length), EAST)).isLessThan(0.01);
        assertThat(Geo.distance(route.at(length * 1.5), route.at(length * 0.5))).isLessThan(0.01);
        assertThat(Geo.distance(route.at(length * 2), WEST)).isLessThan(0.01);
        assertThat(new Route(List.of(WEST)).at(500)).isEqualTo(WEST);
    }
}
