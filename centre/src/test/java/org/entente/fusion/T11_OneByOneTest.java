package org.entente.fusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A camera that tells each detection by itself, as a SensorThings source does, before a fence where people try again and again.
class T11_OneByOneTest {

    private static final SensorModel CAMERA = new SensorModel("camera", SensorModel.Kind.POSITION, 0, 0, 3, 0, 0, 1,
        0.8, 0,
        1 / 5_500.0, 0, new Fov.Sector(0, 0, 0, 0.68, 5, 90));

    private final Fusion fusion = new Fusion(new FusionSetup(List.of(CAMERA), Fence.none()), Parameters.defaults());
    private final Random random = new Random(11);
    private long number;

    /// At a second the camera tells of somebody, by himself.
    private void tells(double second, double x, double y) {
        fusion.on(new Scan(++number, second, second, 0, new long[]{number}, new double[]{x + 2 * random.nextGaussian()},
            new double[]{y + 2 * random.nextGaussian()}, new double[0], new String[0], true));
    }

    /// Somebody comes towards the camera for ten seconds, told twice a second.
    private void walks(double from, double y) {
        for (double second = 0; second < 10; second += 0.5) {
            tells(from + second, 60 - 1.5 * second, y);
        }
    }

    private List<Fusion.Shown> near(double second, double x, double y) {
        return fusion.tracksAt(second).stream().filter(track -> Math.hypot(track.x() - x, track.y() - y) < 8).toList();
    }

    @Test
    void one_who_walks_is_one_track() {
        for (int i = 0; i < 20; i++) {
            walks(100 * i, 0);
            assertThat(fusion.tracksAt(100 * i + 9.6)).as("walk " + i).hasSize(1);
        }
    }

    @Test
    void two_who_walk_side_by_side_are_two_tracks() {
        for (double second = 0; second < 10; second += 0.5) {
            tells(second, 60 - 1.5 * second, -6);
            tells(second + 0.1, 60 - 1.5 * second, 6);
        }
        assertThat(near(9.7, 45.5, -6)).hasSize(1);
        assertThat(near(9.7, 45.5, 6)).hasSize(1);
    }

    @Test
    void who_is_not_told_of_while_another_is_was_not_missed() {
        walks(0, -25);
        walks(10, 25);
        assertThat(fusion.tracksAt(19.6)).hasSize(2);
    }

    @Test
    void who_comes_where_others_came_before_is_seen_as_soon() {
        var delays = new ArrayList<Double>();
        for (int i = 0; i < 20; i++) {
            delays.add(delay(60 * i));
        }
        assertThat(delays.subList(10, 20)).allSatisfy(delay -> assertThat(delay).isLessThanOrEqualTo(4));
    }

    private double delay(double from) {
        double shown = Double.POSITIVE_INFINITY;
        for (double second = 0; second < 10; second += 0.5) {
            tells(from + second, 60 - 1.5 * second, 0);
            shown = near(from + second, 60 - 1.5 * second, 0).isEmpty() ? shown : Math.min(shown, second);
        }
        return shown;
    }

    @Test
    void who_comes_long_after_another_was_lost_is_somebody_else() {
        walks(0, 0);
        long first = fusion.tracksAt(9.6).getFirst().id();
        walks(10 + World.LOST, 0);
        assertThat(fusion.tracksAt(10 + World.LOST + 9.6)).hasSize(1).noneMatch(track -> track.id() == first);
    }
}
