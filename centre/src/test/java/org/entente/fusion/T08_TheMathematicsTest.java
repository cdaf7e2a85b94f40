package org.entente.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.hipparchus.filtering.kalman.Measurement;
import org.hipparchus.filtering.kalman.ProcessEstimate;
import org.hipparchus.filtering.kalman.linear.LinearEvolution;
import org.hipparchus.filtering.kalman.linear.LinearKalmanFilter;
import org.hipparchus.filtering.kalman.linear.LinearProcess;
import org.hipparchus.linear.CholeskyDecomposer;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The core's arithmetic against another's: a Kalman filter of Hipparchus, exhaustive enumeration, and geometry by hand.
class T08_TheMathematicsTest {

    private static final RealMatrix PLACE = MatrixUtils
        .createRealMatrix(new double[][]{{1, 0, 0, 0}, {0, 1, 0, 0}});

    static List<Long> seeds() {
        return FusionScenario.seeds();
    }

    // ---- Kalman ----

    private record Place(double time, RealVector value, RealMatrix noise) implements Measurement {
        @Override
        public double getTime() {
            return time;
        }

        @Override
        public RealVector getValue() {
            return value;
        }

        @Override
        public RealMatrix getCovariance() {
            return noise;
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void an_update_by_a_place_is_that_of_another_filter(long seed) {
        var chance = new SplittableRandom(seed);
        var track = new Track(1, 0);
        var mean = MatrixUtils.createRealVector(4);
        for (int i = 0; i < 4; i++) {
            mean.setEntry(i, chance.nextGaussian(0, 10));
            track.state[i] = mean.getEntry(i);
        }
        var spread = positive(chance, 4);
        pack(spread, track);
        var noise = positive(chance, 2);
        var seen = MatrixUtils.createRealVector(new double[]{chance.nextGaussian(0, 10), chance.nextGaussian(0, 10)});
        LinearProcess<Place> stands = _ -> new LinearEvolution(MatrixUtils.createRealIdentityMatrix(4),
            MatrixUtils.createRealMatrix(4, 1), MatrixUtils.createRealVector(1), MatrixUtils.createRealMatrix(4, 4),
            PLACE);
        var other = new LinearKalmanFilter<Place>(new CholeskyDecomposer(1e-15, 1e-15), stands,
            new ProcessEstimate(0, mean, spread)).estimationStep(new Place(0, seen, noise));
        double ex = seen.getEntry(0) - track.state[0];
        double ey = seen.getEntry(1) - track.state[1];
        Kalman.update(track, 0, noise.getEntry(0, 0), noise.getEntry(0, 1), noise.getEntry(1, 1), ex, ey, ex * ex,
            ex * ey, ey * ey, 0);
        for (int i = 0; i < 4; i++) {
            assertThat(track.state[i]).isEqualTo(other.getState().getEntry(i), within(1e-9));
        }
        var mine = unpacked(track);
        for (int i = 0; i < 4; i++) {
            assertThat(mine.getRow(i)).containsExactly(other.getCovariance().getRow(i), within(1e-9));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void an_update_by_a_bearing_is_that_of_a_place_known_along_one_line_only(long seed) {
        var chance = new SplittableRandom(seed);
        var track = new Track(1, 0);
        var spread = positive(chance, 4);
        pack(spread, track);
        double hx = chance.nextGaussian();
        double hy = chance.nextGaussian();
        double noise = 0.5 + chance.nextDouble();
        double off = chance.nextGaussian();
        Kalman.turn(track, 0, hx, hy, noise, off, off * off, 0);
        var slope = MatrixUtils.createRealMatrix(new double[][]{{hx, hy, 0, 0}});
        var across = spread.multiply(slope.transpose());
        double whole = slope.multiply(across).getEntry(0, 0) + noise;
        var gain = across.scalarMultiply(1 / whole);
        var after = spread.subtract(gain.multiply(gain.transpose()).scalarMultiply(whole));
        for (int i = 0; i < 4; i++) {
            assertThat(track.state[i]).isEqualTo(gain.getEntry(i, 0) * off, within(1e-9));
            assertThat(unpacked(track).getRow(i)).containsExactly(after.getRow(i), within(1e-9));
        }
    }

    @Test
    void an_update_by_nothing_changes_nothing() {
        var track = new Track(1, 0);
        pack(positive(new SplittableRandom(1), 4), track);
        var before = track.copy();
        Kalman.update(track, 0, 9, 0, 9, 0, 0, 0, 0, 0, 1);
        Kalman.turn(track, 0, 0.1, 0.2, 1, 0, 0, 1);
        assertThat(track.spread).containsExactly(before.spread, within(1e-12));
        assertThat(track.state).containsExactly(before.state);
    }

    /// Two detections, each as likely: the mean of both updates, and as much wider as they are apart.
    @Test
    void an_update_by_two_that_may_be_it_is_their_mixture() {
        var track = new Track(1, 0);
        pack(MatrixUtils.createRealIdentityMatrix(4).scalarMultiply(4), track);
        Kalman.update(track, 0, 4, 0, 4, 0, 0, 9, 0, 0, 0);
        assertThat(track.state[0]).isZero();
        assertThat(track.spread[0]).as("4 - 4/2 + (3/2)²").isEqualTo(4.25, within(1e-12));
        assertThat(track.spread[4]).as("4 - 4/2").isEqualTo(2, within(1e-12));
    }

    @Test
    void a_steady_walk_is_predicted_as_by_hand() {
        var track = new Track(1, 0);
        track.model[Track.STEADY] = 1;
        track.state[0] = 10;
        track.state[2] = 1.5;
        track.spread[0] = 4;
        track.spread[4] = 4;
        track.spread[7] = 1;
        track.spread[9] = 1;
        var with = Parameters.defaults();
        var motion = new Motion(with);
        motion.step(2);
        motion.move(track, 2);
        assertThat(track.state[0]).as("10 + 2 · 1.5").isEqualTo(13, within(1e-9));
        assertThat(track.spread[0]).as("4 + 2² · 1 + q 2³/3").isEqualTo(8 + with.steady() * 8 / 3, within(1e-9));
        assertThat(track.spread[2]).as("2 · 1 + q 2²/2").isEqualTo(2 + with.steady() * 2, within(1e-9));
        assertThat(track.model[0] + track.model[1] + track.model[2]).isEqualTo(1, within(1e-12));
    }

    private static RealMatrix positive(SplittableRandom chance, int size) {
        var root = MatrixUtils.createRealMatrix(size, size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                root.setEntry(i, j, chance.nextGaussian());
            }
        }
        return root.multiplyTransposed(root).add(MatrixUtils.createRealIdentityMatrix(size).scalarMultiply(0.5));
    }

    private static void pack(RealMatrix full, Track track) {
        int at = 0;
        for (int i = 0; i < 4; i++) {
            for (int j = i; j < 4; j++) {
                track.spread[at++] = full.getEntry(i, j);
            }
        }
    }

    private static RealMatrix unpacked(Track track) {
        var full = MatrixUtils.createRealMatrix(4, 4);
        int at = 0;
        for (int i = 0; i < 4; i++) {
            for (int j = i; j < 4; j++) {
                full.setEntry(i, j, track.spread[at]);
                full.setEntry(j, i, track.spread[at++]);
            }
        }
        return full;
    }

    // ---- association ----

    /// A small problem: how likely each track made each plot (0: outside its gate), against having made none.
    private record Problem(double[][] weight, double[] none) {

        static Problem any(SplittableRandom chance, boolean tree) {
            int tracks = chance.nextInt(1, 5);
            int plots = chance.nextInt(1, 5);
            var weight = new double[tracks][plots];
            var none = new double[tracks];
            for (int i = 0; i < tracks; i++) {
                none[i] = chance.nextDouble(0.05, 1);
                for (int j = 0; j < plots; j++) {
                    boolean edge = tree ? j == i || j == i + 1 : chance.nextDouble() < 0.7;
                    weight[i][j] = edge ? Math.exp(chance.nextGaussian(0.5, 1.5)) : 0;
                }
            }
            return new Problem(weight, none);
        }

        /// Probability of each pair, the last column being "none", by going through every association.
        double[][] enumerated() {
            var sums = new double[none.length][weight[0].length + 1];
            double total = go(0, 1, new ArrayList<>(), sums);
            for (var row : sums) {
                for (int j = 0; j < row.length; j++) {
                    row[j] /= total;
                }
            }
            return sums;
        }

        private double go(int track, double product, List<Integer> taken, double[][] sums) {
            int plots = weight[0].length;
            if (track == none.length) {
                for (int i = 0; i < track; i++) {
                    sums[i][taken.get(i)] += product;
                }
                return product;
            }
            double total = 0;
            for (int j = 0; j <= plots; j++) {
                double one = j == plots ? none[track] : weight[track][j];
                if (one > 0 && (j == plots || !taken.contains(j))) {
                    taken.add(j);
                    total += go(track + 1, product * one, taken, sums);
                    taken.removeLast();
                }
            }
            return total;
        }

        double[][] propagated() {
            var edges = new Edges();
            int plots = weight[0].length;
            edges.clear(plots);
            var numbers = new int[none.length][plots];
            for (int i = 0; i < none.length; i++) {
                for (int j = 0; j < plots; j++) {
                    if (weight[i][j] > 0) {
                        numbers[i][j] = edges.add(j);
                        edges.weight[numbers[i][j]] = weight[i][j];
                    }
                }
                edges.end(none[i]);
            }
            edges.settle();
            var found = new double[none.length][plots + 1];
            for (int i = 0; i < none.length; i++) {
                for (int j = 0; j < plots; j++) {
                    found[i][j] = weight[i][j] > 0 ? edges.belief[numbers[i][j]] : 0;
                }
                found[i][plots] = edges.unseen[i];
            }
            return found;
        }

        double worst() {
            var exact = enumerated();
            var found = propagated();
            double worst = 0;
            for (int i = 0; i < exact.length; i++) {
                for (int j = 0; j < exact[i].length; j++) {
                    worst = Math.max(worst, Math.abs(exact[i][j] - found[i][j]));
                }
            }
            return worst;
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void association_by_propagation_is_exact_where_there_is_no_loop(long seed) {
        var chance = new SplittableRandom(seed);
        for (int i = 0; i < 100; i++) {
            assertThat(Problem.any(chance, true).worst()).isLessThan(2e-3);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void and_close_where_there_are(long seed) {
        var chance = new SplittableRandom(seed);
        double sum = 0;
        for (int i = 0; i < 100; i++) {
            double worst = Problem.any(chance, false).worst();
            assertThat(worst).isLessThan(0.35);
            sum += worst;
        }
        assertThat(sum / 100).as("mean of the worst pair of each problem").isLessThan(0.07);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_is_believed_of_a_track_is_a_distribution(long seed) {
        var chance = new SplittableRandom(seed);
        for (int i = 0; i < 100; i++) {
            for (var row : Problem.any(chance, false).propagated()) {
                assertThat(java.util.Arrays.stream(row).sum()).isEqualTo(1, within(1e-9));
            }
        }
    }

    // ---- the fence ----

    @Test
    void past_an_open_end_there_is_no_fence_to_cross_and_at_a_joint_there_is() {
        var fence = new Fence(new double[]{0, 0, 100, 0}, new double[]{100, 0, 200, 0});
        assertThat(fence.nearest(-20, 5).beyond()).isTrue();
        assertThat(fence.nearest(220, -5).beyond()).isTrue();
        assertThat(fence.nearest(100, 5).beyond()).isFalse();
        assertThat(fence.nearest(150, 5).beyond()).isFalse();
    }

    @Test
    void a_link_that_was_cut_for_minutes_leaves_no_number_that_is_none() {
        var sensors = List.of(new SensorModel("P", SensorModel.Kind.POSITION, 0, 0, 3, 0, 0, 1, 0.9, 0, 1e-5, 0,
            new Fov.Everywhere(-500, -500, 500, 500)));
        var fusion = new Fusion(new FusionSetup(sensors, Fence.none()), Parameters.defaults());
        for (double at : new double[]{0, 1, 2, 3, 4, 300, 301, 302, 303, 304, 305}) {
            fusion.on(new Scan((long) at, at, at, 0, new long[]{(long) at}, new double[]{at % 100}, new double[]{0},
                new double[0], new String[0]));
            assertThat(fusion.tracksAt(at))
                .allSatisfy(track -> assertThat(track.x() + track.sxx() + track.exists()).isFinite());
        }
        assertThat(fusion.tracksAt(305)).hasSize(1);
        assertThat(fusion.standings(305).getFirst().nobodysPerScan()).isFinite();
    }

    @Test
    void the_nearest_place_of_a_fence_its_side_and_how_far_along_it_lies() {
        var fence = new Fence(new double[]{0, 0, 100, 0, 100, -50});
        assertThat(fence.length()).isEqualTo(150);
        assertThat(fence.nearest(30, 7)).isEqualTo(new Fence.Nearest(7, 30, 30, 0, false));
        assertThat(fence.nearest(30, -7)).isEqualTo(new Fence.Nearest(-7, 30, 30, 0, false));
        assertThat(fence.nearest(103, -20)).isEqualTo(new Fence.Nearest(3, 120, 100, -20, false));
        assertThat(fence.nearest(103, 4)).as("off the corner").isEqualTo(new Fence.Nearest(5, 100, 100, 0, false));
        assertThat(fence.at(120)).containsExactly(100, -20);
        assertThat(fence.at(-5)).containsExactly(0, 0);
        assertThat(fence.at(1_000)).containsExactly(100, -50);
    }

    @Test
    void off_a_corner_sharper_than_a_right_angle_outside_is_still_outside() {
        var sharp = new Fence(new double[]{0, 0, 10, 0, 0, -5});
        assertThat(sharp.nearest(11, -0.5).distance()).isPositive();
        assertThat(sharp.nearest(11, 0.5).distance()).isPositive();
        assertThat(sharp.nearest(7, -0.4).distance()).as("within the corner").isNegative();
        var turned = new Fence(new double[]{0, -5, 10, 0, 0, 0});
        assertThat(turned.nearest(11, -0.5).distance()).isNegative();
        assertThat(turned.nearest(11, 0.5).distance()).isNegative();
        assertThat(turned.nearest(7, -0.4).distance()).isPositive();
    }

    @Test
    void a_point_told_twice_is_no_piece_of_fence() {
        var fence = new Fence(new double[]{0, 0, 0, 0, 50, 0, 50, 0}, new double[]{100, 0, 150, 0});
        assertThat(fence.length()).isEqualTo(100);
        assertThat(fence.begins(1)).isEqualTo(50);
        assertThat(fence.at(100)).containsExactly(150, 0);
        assertThat(fence.at(0)).containsExactly(0, 0);
        assertThat(fence.nearest(75, 3).distance()).isFinite();
    }

    @Test
    void where_there_is_no_fence_everything_is_infinitely_far_outside() {
        assertThat(Fence.none().exists()).isFalse();
        assertThat(Fence.none().nearest(1, 2).distance()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void no_place_of_a_fence_is_nearer_than_the_nearest(long seed) {
        var chance = new SplittableRandom(seed);
        var fence = new Fence(chance.doubles(12, 0, 100).toArray());
        for (int i = 0; i < 50; i++) {
            double x = chance.nextDouble(-20, 120);
            double y = chance.nextDouble(-20, 120);
            var nearest = fence.nearest(x, y);
            assertThat(fence.at(nearest.along())).containsExactly(new double[]{nearest.x(), nearest.y()},
                within(1e-6));
            for (double along = 0; along <= fence.length(); along += 0.5) {
                var point = fence.at(along);
                assertThat(StrictMath.hypot(point[0] - x, point[1] - y))
                    .isGreaterThanOrEqualTo(Math.abs(nearest.distance()) - 1e-9);
            }
        }
    }

    // ---- fields of view ----

    @Test
    void a_field_of_view_is_one_within_zero_without_and_half_on_its_edge() {
        var sector = new Fov.Sector(0, 0, StrictMath.PI, 0.5, 10, 100);
        assertThat(sector.inside(-50, 0, 1)).isOne();
        assertThat(sector.inside(50, 0, 1)).isZero();
        assertThat(sector.inside(-100, 0, 2)).isEqualTo(0.5, within(1e-12));
        assertThat(sector.inside(-10, 0, 2)).isEqualTo(0.5, within(1e-12));
        assertThat(sector.inside(-50 * StrictMath.cos(0.5), 50 * StrictMath.sin(0.5), 2)).isEqualTo(0.5, within(1e-9));
        assertThat(sector.inside(-50 * StrictMath.cos(0.5), -50 * StrictMath.sin(0.5), 2)).isEqualTo(0.5, within(1e-9));
        assertThat(sector.area()).isEqualTo(0.5 * (10_000 - 100), within(1e-9));
        var rect = new Fov.Rect(0, 0, 10, 20);
        assertThat(rect.inside(5, 5, 1)).isOne();
        assertThat(rect.inside(0, 5, 1)).isEqualTo(0.5);
        assertThat(rect.inside(-3, 5, 1)).isZero();
        assertThat(rect.inside(1, 5, 2)).isEqualTo(0.75);
        assertThat(new Fov.Everywhere(0, 0, 1, 1).inside(1e9, 0, 1)).isOne();
    }

    @Test
    void an_angle_is_wrapped_and_a_tail_is_that_of_the_normal_distribution() {
        assertThat(Plane.wrap(3 * StrictMath.PI / 2)).isEqualTo(-StrictMath.PI / 2, within(1e-12));
        assertThat(Plane.wrap(-7)).isEqualTo(2 * StrictMath.PI - 7, within(1e-12));
        assertThat(Plane.wrap(StrictMath.PI)).isEqualTo(-StrictMath.PI, within(1e-12));
        assertThat(Plane.phi(0)).isEqualTo(0.5, within(1e-7));
        assertThat(Plane.phi(1.959964)).isEqualTo(0.975, within(1e-6));
        assertThat(Plane.phi(-1.959964)).isEqualTo(0.025, within(1e-6));
    }
}
