package org.entente.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.fusion.FusionScenario.Being.PERSON;
import static org.entente.fusion.FusionScenario.camera;
import static org.entente.fusion.FusionScenario.fibre;
import static org.entente.fusion.FusionScenario.radar;
import static org.entente.fusion.FusionScenario.thermal;
import static org.entente.fusion.FusionScenario.units;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.entente.fusion.SensorStanding.Doubt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Sensors that are late, double, biased, stuck, flooding, dead or mad: never an exception, never without bound; it is said which
/// one is not believed, and what the healthy ones see stays right.
class T06_TheAdversaryTest {

    private static final int THERMAL = 0;
    private static final int RADAR = 1;

    static List<Long> seeds() {
        return FusionScenario.seeds();
    }

    /// The healthy thermal camera first, then the radar that something is done to.
    private static FusionScenario night(long seed) {
        return new FusionScenario(seed).with(thermal(3, 3)).with(radar("R1")).with(units(), 0.3, 0.3)
            .walks(PERSON, 80, 250, 1.3, 0.2).walks(PERSON, 300, 120, -0.7, 1.1).patrols("U1", 90, 330, 0.6, -0.4)
            .patrols("U2", 320, 340, -0.5, -0.5).until(90);
    }

    private static Scan with(Scan scan, double arrived, double at, long[] ids, double[] a, double[] b) {
        return new Scan(scan.number, arrived, at, scan.sensor, ids, a, b, new double[0], new String[0]);
    }

    private static Played spoiled(FusionScenario night, UnaryOperator<Scan> spoil) {
        var scans = night.scans().stream().map(scan -> scan.sensor == RADAR ? spoil.apply(scan) : scan).toList();
        return Played.of(night.setup(), FusionScenario.arrived(scans), night.end());
    }

    private static Doubt doubt(Played played, int sensor) {
        return played.fusion.standings(90).get(sensor).doubt();
    }

    private static void everybodyIsStillSeen(FusionScenario night, Played played) {
        for (var walker : night.walkers) {
            int seen = 0;
            for (double second = 30; second <= 90; second++) {
                seen += played.of(walker, second).isPresent() ? 1 : 0;
            }
            assertThat(seen).as(walker + " of 61 seconds").isGreaterThan(45);
        }
        assertThat(doubt(played, THERMAL)).isEqualTo(Doubt.NONE);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void healthy_sensors_are_all_believed(long seed) {
        var played = Played.of(night(seed));
        everybodyIsStillSeen(night(seed), played);
        assertThat(played.fusion.standings(90)).allMatch(SensorStanding::believed);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_radar_turned_by_three_degrees_is_called_misaligned_by_our_own_units(long seed) {
        var night = night(seed);
        var played = spoiled(night, scan -> with(scan, scan.arrived(), scan.at, scan.ids, scan.a,
            java.util.Arrays.stream(scan.b).map(bearing -> bearing + StrictMath.toRadians(3)).toArray()));
        assertThat(doubt(played, RADAR)).isEqualTo(Doubt.MISALIGNED);
        assertThat(played.fusion.standings(90).get(RADAR).turn()).isBetween(0.035, 0.07);
        everybodyIsStillSeen(night, played);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_camera_that_tells_directions_is_called_misaligned_when_it_was_turned_and_only_then(long seed) {
        var night = new FusionScenario(seed).with(thermal(3, 3)).with(FusionScenario.camera()).with(units(), 0.3, 0.3)
            .walks(PERSON, 80, 250, 1.3, 0.2).patrols("U1", 330, 330, 0.6, -0.9).patrols("U2", 300, 60, -0.2, 0.8)
            .until(90);
        assertThat(Played.of(night).fusion.standings(90)).allMatch(SensorStanding::believed);
        var played = spoiled(night, scan -> with(scan, scan.arrived(), scan.at, scan.ids,
            java.util.Arrays.stream(scan.a).map(bearing -> bearing + StrictMath.toRadians(4)).toArray(), scan.b));
        assertThat(doubt(played, RADAR)).isEqualTo(Doubt.MISALIGNED);
        assertThat(played.fusion.standings(90).get(RADAR).turn()).isBetween(0.05, 0.09);
        everybodyIsStillSeen(night, played);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_radar_that_was_put_right_is_believed_again(long seed) {
        var night = night(seed).until(150);
        var played = spoiled(night, scan -> with(scan, scan.arrived(), scan.at, scan.ids, scan.a,
            java.util.Arrays.stream(scan.b).map(bearing -> bearing + (scan.at < 60 ? StrictMath.toRadians(3) : 0))
                .toArray()));
        assertThat(played.fusion.standings(150).get(RADAR).doubt()).isEqualTo(Doubt.NONE);
        assertThat(played.fusion.standings(150).get(RADAR).turn()).isBetween(-0.02, 0.02);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_radar_that_says_the_same_for_ever_is_called_stuck(long seed) {
        var night = night(seed);
        var first = new ArrayList<Scan>();
        var played = spoiled(night, scan -> {
            if (first.isEmpty() && scan.size() > 3) {
                first.add(scan);
            }
            var told = first.isEmpty() ? scan : first.getFirst();
            return with(scan, scan.arrived(), scan.at, told.ids, told.a, told.b);
        });
        assertThat(doubt(played, RADAR)).isEqualTo(Doubt.STUCK);
        everybodyIsStillSeen(night, played);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_flooding_radar_is_called_so_and_fills_nothing(long seed) {
        var night = night(seed);
        var chance = new SplittableRandom(seed);
        var played = spoiled(night, scan -> {
            int size = scan.at < 20 ? 8 : 5_000;
            return with(scan, scan.arrived(), scan.at,
                chance.longs(size).toArray(), chance.doubles(size, 20, 600).toArray(),
                chance.doubles(size, 0.5, 2.6).toArray());
        });
        assertThat(doubt(played, RADAR)).isEqualTo(Doubt.FLOODED);
        everybodyIsStillSeen(night, played);
        assertThat(played.tracks.values().stream().mapToInt(List::size).max().orElseThrow()).isLessThan(15);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_radar_whose_clock_jumps_forth_and_back_is_called_so(long seed) {
        var night = night(seed);
        var played = spoiled(night,
            scan -> with(scan, scan.arrived(), scan.at + (Math.round(scan.at) % 2 == 0 ? 86_400 : -86_400), scan.ids,
                scan.a, scan.b));
        assertThat(doubt(played, RADAR)).isEqualTo(Doubt.CLOCK);
        everybodyIsStillSeen(night, played);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_radar_that_says_what_no_radar_can_mean_is_called_absurd(long seed) {
        var night = night(seed);
        var mad = new double[]{Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e300, -1, 1e7};
        var chance = new SplittableRandom(seed);
        var played = spoiled(night, scan -> with(scan, scan.arrived(), scan.at, new long[]{scan.number, -1},
            new double[]{mad[chance.nextInt(mad.length)], 100},
            new double[]{0, mad[chance.nextInt(3)]}));
        assertThat(doubt(played, RADAR)).isEqualTo(Doubt.ABSURD);
        assertThat(played.fusion.standings(90).get(RADAR).absurd()).isGreaterThan(150);
        everybodyIsStillSeen(night, played);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_dead_radar_takes_nobody_along_and_its_last_word_stays_known(long seed) {
        var night = night(seed);
        var scans = night.scans().stream().filter(scan -> scan.sensor != RADAR || scan.at < 40).toList();
        var played = Played.of(night.setup(), scans, night.end());
        everybodyIsStillSeen(night, played);
        assertThat(played.fusion.standings(90).get(RADAR).lastAt()).isBetween(38.0, 40.0);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_unit_that_is_parked_is_not_a_stuck_sensor(long seed) {
        var night = new FusionScenario(seed).with(thermal(3, 3)).with(units()).until(60);
        var scans = new ArrayList<>(night.scans());
        for (int second = 0; second < 60; second++) {
            scans.add(new Scan(800_000 + second, second + 0.2, second, 1, new long[]{800_000 + second},
                new double[]{200}, new double[]{200}, new double[0], new String[]{"U1"}));
        }
        var played = Played.of(night.setup(), FusionScenario.arrived(scans), 60);
        assertThat(played.fusion.standings(60).get(1).doubt()).isEqualTo(Doubt.NONE);
        assertThat(played.at(60)).anyMatch(track -> track.unit().equals("U1"));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_night_of_pure_spite_is_folded_to_its_end_within_bounds(long seed) {
        var setup = new FusionScenario(seed).fence(0, 200, 400, 200).with(thermal(3, 3)).with(radar("R1"))
            .with(camera()).with(fibre(0.9)).with(units()).setup();
        var fusion = new Fusion(setup, Parameters.defaults());
        var chance = new SplittableRandom(seed);
        for (double now = 0; now < 120; now += 0.5) {
            for (int i = 0; i < 8; i++) {
                fusion.on(spite(chance, now));
            }
            fusion.judge(now).forEach(alarm -> assertThat(alarm.logOdds()).isFinite());
            assertThat(fusion.tracksAt(now)).hasSizeLessThan(400).allSatisfy(T06_TheAdversaryTest::isSane);
            assertThat(fusion.waiting()).as("messages kept").isLessThan(80);
        }
        assertThat(fusion.standings(120)).hasSize(5)
            .allMatch(standing -> standing.absurd() + standing.late() + standing.ahead() > 0);
    }

    private static void isSane(Fusion.Shown track) {
        assertThat(List.of(track.x(), track.y(), track.vx(), track.vy(), track.sxx(), track.sxy(), track.syy(),
            track.exists(), track.person(), track.vehicle(), track.animal())).allMatch(Double::isFinite);
        assertThat(track.exists()).isBetween(0.0, 1.0);
        assertThat(track.sxx() * track.syy()).isGreaterThanOrEqualTo(track.sxy() * track.sxy());
    }

    private static Scan spite(SplittableRandom chance, double now) {
        int sensor = chance.nextInt(-1, 6);
        int size = chance.nextInt(100) == 0 ? 800 : chance.nextInt(6);
        var ids = chance.longs(size, 0, 50).toArray();
        var a = chance.doubles(size).map(_ -> number(chance)).toArray();
        var b = chance.doubles(size).map(_ -> number(chance)).toArray();
        var scores = chance.nextBoolean()
            ? new double[0]
            : chance.doubles(3L * size).map(score -> chance.nextInt(50) == 0 ? number(chance) : score).toArray();
        var units = new String[chance.nextBoolean() ? size : 0];
        java.util.Arrays.setAll(units, i -> List.of("U1", "U2", "", " ").get(chance.nextInt(4)));
        double at = switch (chance.nextInt(8)) {
            case 0 -> number(chance);
            case 1 -> now + chance.nextDouble(-100, 100);
            default -> now - chance.nextDouble(0, 3);
        };
        double arrived = chance.nextInt(40) == 0 ? Double.NaN : now;
        return new Scan(chance.nextLong(), arrived, at, sensor, ids, a, b, scores, units);
    }

    private static double number(SplittableRandom chance) {
        return switch (chance.nextInt(30)) {
            case 0 -> Double.NaN;
            case 1 -> Double.POSITIVE_INFINITY;
            case 2 -> -1e308;
            case 3 -> 1e6;
            case 4 -> 0;
            case 5, 6, 7, 8, 9, 10, 11, 12 -> chance.nextDouble(-4, 4);
            default -> chance.nextDouble(0, 400);
        };
    }

    @Test
    void the_work_of_a_late_word_is_bounded_by_the_lag_and_of_a_prompt_one_by_one() {
        var night = night(1).until(60);
        var fusion = new Fusion(night.setup(), Parameters.defaults());
        night.scans().forEach(scan -> {
            fusion.on(scan);
            fusion.tracksAt(scan.arrived());
        });
        long before = fusion.steps();
        long inTheLag = night.scans().stream().filter(scan -> scan.at > 60.2 - 3 - 0.6).count();
        fusion.on(new Scan(1, 60.2, 57.4, THERMAL, new long[0], new double[0], new double[0], new double[0],
            new String[0]));
        fusion.tracksAt(60.2);
        assertThat(fusion.steps() - before).isBetween(1L, inTheLag + 1);
        before = fusion.steps();
        fusion.on(new Scan(2, 60.3, 60.3, THERMAL, new long[0], new double[0], new double[0], new double[0],
            new String[0]));
        fusion.tracksAt(60.3);
        assertThat(fusion.steps() - before).isEqualTo(1);
    }

    @Test
    void a_site_where_the_fence_alone_speaks_or_speaks_first_keeps_no_more_than_the_lag() {
        var setup = new FusionSetup(List.of(fibre(0.9), thermal(3, 3)), new Fence(new double[]{0, 200, 400, 200}));
        var fusion = new Fusion(setup, Parameters.defaults());
        for (int second = 0; second < 100; second++) {
            fusion.on(new Scan(second, second, second, 0, new long[]{second}, new double[]{second}, new double[1],
                new double[0], new String[0]));
            fusion.judge(second);
            assertThat(fusion.waiting()).isLessThan(6);
        }
        for (int second = 100; second < 200; second++) {
            fusion.on(new Scan(second, second, second, 1, new long[0], new double[0], new double[0], new double[0],
                new String[0]));
            fusion.judge(second);
            assertThat(fusion.waiting()).isLessThan(6);
        }
    }

    @Test
    void a_sensor_that_is_said_never_to_err_is_believed_and_still_may() {
        var sure = new SensorModel("T1", SensorModel.Kind.POSITION, 0, 0, 3, 0, 0, 1, 1, 0, 0, 0,
            FusionScenario.FIELD);
        var fusion = new Fusion(new FusionSetup(List.of(sure), Fence.none()), Parameters.defaults());
        for (int second = 0; second < 30; second++) {
            boolean seen = second % 5 != 4;
            fusion.on(new Scan(second, second, second, 0, seen ? new long[]{second} : new long[0],
                seen ? new double[]{100 + second} : new double[0], seen ? new double[]{100} : new double[0],
                new double[0], new String[0]));
            assertThat(fusion.tracksAt(second)).allSatisfy(T06_TheAdversaryTest::isSane);
        }
    }
}
