package org.entente.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.fusion.FusionScenario.Being.PERSON;
import static org.entente.fusion.FusionScenario.camera;
import static org.entente.fusion.FusionScenario.radar;
import static org.entente.fusion.FusionScenario.thermal;
import static org.entente.fusion.FusionScenario.units;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.entente.fusion.Fusion.Shown;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is late within the lag changes nothing but when it is known; what is later is counted, and so is what is told twice.
class T03_LateAndOutOfOrderTest {

    private static final double LAG = Parameters.defaults().lag();

    static List<Long> seeds() {
        return FusionScenario.seeds();
    }

    private static FusionScenario night(long seed) {
        return new FusionScenario(seed).with(thermal(5, 6)).with(radar("R1")).with(camera()).with(units())
            .walks(PERSON, 60, 200, 1.4, 0.2).walks(PERSON, 300, 120, -0.8, 1.1).patrols("U1", 200, 300, 0, -1.2)
            .until(40);
    }

    private static Scan arriving(Scan scan, long number, double arrived) {
        return new Scan(number, arrived, scan.at, scan.sensor, scan.ids, scan.a, scan.b, scan.scores, scan.units);
    }

    private static List<Scan> delayed(List<Scan> scans, long seed) {
        var chance = new SplittableRandom(seed);
        return FusionScenario
            .arrived(scans.stream().map(scan -> arriving(scan, scan.number, scan.at + 2.99 * chance.nextDouble()))
                .toList());
    }

    private static List<Shown> tracks(Fusion fusion, List<Scan> scans, double every) {
        double asked = every;
        for (var scan : scans) {
            while (every > 0 && scan.arrived() > asked) {
                fusion.tracksAt(asked);
                asked += every;
            }
            fusion.on(scan);
        }
        return fusion.tracksAt(44);
    }

    private static List<Shown> withoutNumbers(List<Shown> tracks) {
        return tracks.stream().map(one -> new Shown(0, one.x(), one.y(), one.vx(), one.vy(), one.sxx(), one.sxy(),
            one.syy(), one.exists(), one.person(), one.vehicle(), one.animal(), one.unit(), one.sensed(), one.since(),
            one.lastSeen())).toList();
    }

    private static Fusion fusion() {
        return new Fusion(night(0).setup(), Parameters.defaults());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void any_order_of_arrival_within_the_lag_gives_the_identical_tracks(long seed) {
        var scans = night(seed).scans();
        var prompt = tracks(fusion(), scans, 0);
        assertThat(prompt).hasSizeGreaterThanOrEqualTo(3);
        for (long order = 1; order <= 5; order++) {
            assertThat(tracks(fusion(), delayed(scans, order), 0)).as("order " + order).isEqualTo(prompt);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void to_be_asked_in_between_changes_no_track(long seed) {
        var scans = night(seed).scans();
        var prompt = withoutNumbers(tracks(fusion(), scans, 0));
        assertThat(withoutNumbers(tracks(fusion(), scans, 0.5))).isEqualTo(prompt);
        assertThat(withoutNumbers(tracks(fusion(), delayed(scans, seed), 0.25))).isEqualTo(prompt);
        assertThat(withoutNumbers(tracks(fusion(), delayed(scans, seed), 1.7))).isEqualTo(prompt);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_is_told_twice_counts_once_whichever_copy_comes_first(long seed) {
        var scans = night(seed).scans();
        var told = new ArrayList<Scan>();
        var chance = new SplittableRandom(seed);
        for (var scan : scans) {
            told.add(scan);
            told.add(arriving(scan, scan.number + (chance.nextBoolean() ? 1_000_000 : -1_000_000),
                scan.arrived() + 2 * chance.nextDouble() - 0.05));
        }
        var fusion = fusion();
        var tracks = tracks(fusion, FusionScenario.arrived(told), 0.5);
        assertThat(withoutNumbers(tracks)).isEqualTo(withoutNumbers(tracks(fusion(), scans, 0.5)));
        long doubled = fusion.standings(44).stream().mapToLong(SensorStanding::doubled).sum();
        assertThat(doubled).isEqualTo(scans.size());
    }

    @Test
    void two_of_one_moment_are_taken_in_one_order_even_when_one_comes_at_the_very_end_of_the_lag() {
        var scans = new ArrayList<Scan>();
        for (int second = 0; second <= 20; second++) {
            scans.add(look(0, second, second, 100 + second));
            scans.add(look(1, second, second, 101 + second));
        }
        var late = scans.stream().map(scan -> scan.sensor == 0 ? arriving(scan, scan.number, scan.at + LAG) : scan)
            .toList();
        var setup = new FusionSetup(List.of(thermal(5, 4), thermal(2, 4)), Fence.none());
        var prompt = tracks(new Fusion(setup, Parameters.defaults()), scans, 1);
        assertThat(prompt).isNotEmpty();
        assertThat(withoutNumbers(
            tracks(new Fusion(setup, Parameters.defaults()), FusionScenario.arrived(late), 1)))
            .isEqualTo(withoutNumbers(prompt));
    }

    private static Scan look(int sensor, double at, double arrived, double x) {
        return new Scan(Math.round(at) * 2 + sensor, arrived, at, sensor, new long[]{Math.round(at) * 2 + sensor},
            new double[]{x}, new double[]{200}, new double[0], new String[0]);
    }

    @Test
    void what_comes_later_than_the_lag_is_counted_and_not_used() {
        var scans = night(1).scans();
        var fusion = fusion();
        var before = tracks(fusion, scans, 0.5);
        var old = scans.stream().filter(scan -> scan.at < 20 && scan.sensor == 0).toList();
        long number = 2_000_000;
        for (var scan : old) {
            fusion.on(arriving(scan, number++, 43));
        }
        assertThat(fusion.tracksAt(44)).isEqualTo(before);
        assertThat(fusion.standings(44).getFirst().late()).isEqualTo(old.size());
        assertThat(fusion.standings(44).get(1).late()).isZero();
    }

    @Test
    void a_time_that_has_not_come_yet_is_counted_and_not_used() {
        var fusion = fusion();
        var before = tracks(fusion, night(1).scans(), 0.5);
        fusion.on(look(0, 99, 43, 100));
        fusion.on(look(0, Double.NaN, 43, 100));
        assertThat(fusion.tracksAt(44)).isEqualTo(before);
        assertThat(fusion.standings(44).getFirst().ahead()).isEqualTo(2);
    }
}
