package org.entente.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.fusion.FusionScenario.Being.PERSON;
import static org.entente.fusion.FusionScenario.radar;
import static org.entente.fusion.FusionScenario.thermal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Somebody walks across the field: seen, followed, let go; and how well his place is known.
class T01_OneWalkerTest {

    static List<Long> seeds() {
        return FusionScenario.seeds();
    }

    private static FusionScenario walk(long seed) {
        return new FusionScenario(seed).with(thermal(5, 4)).walks(PERSON, 60, 200, 1.4, 0.2, 10, 60).until(90);
    }

    @Test
    void a_walker_is_one_track_within_eight_seconds_and_keeps_its_number() {
        assertThat(FusionScenario.share(seed -> {
            var night = walk(seed);
            var played = Played.of(night);
            var walker = night.walkers.getFirst();
            var numbers = new HashSet<Long>();
            for (double second = 18; second <= 60; second++) {
                numbers.add(played.of(walker, second).map(Fusion.Shown::id).orElse(-1L));
            }
            return numbers.size() == 1 && !numbers.contains(-1L);
        })).as("share of nights").isGreaterThan(0.8);
    }

    @Test
    void a_track_says_since_when_and_how_surely() {
        assertThat(FusionScenario.share(seed -> {
            var night = walk(seed);
            return Played.of(night).of(night.walkers.getFirst(), 40)
                .filter(track -> track.exists() >= Parameters.defaults().hide() && track.exists() <= 1)
                .filter(track -> track.since() > 5 && track.since() < 36)
                .filter(track -> track.lastSeen() > 34 && track.lastSeen() <= 40).isPresent();
        })).as("share of nights").isGreaterThan(0.9);
    }

    @Test
    void nobody_is_shown_before_he_comes_nor_long_after_he_went() {
        assertThat(FusionScenario.share(seed -> {
            var played = Played.of(walk(seed));
            var walker = walk(seed).walkers.getFirst();
            var gone = new FusionScenario.Walker(PERSON, walker.x(60), walker.y(60), 0, 0, 0, 99, "");
            return played.tracks.headMap(10.0).values().stream().allMatch(List::isEmpty)
                && DoubleStream.iterate(70, second -> second <= 90, second -> second + 1)
                    .allMatch(second -> played.of(gone, second).isEmpty());
        })).as("share of nights").isGreaterThan(0.9);
    }

    @Test
    void the_class_of_a_walker_is_learnt_and_its_speed_too() {
        assertThat(FusionScenario.share(seed -> {
            var night = walk(seed);
            return Played.of(night).of(night.walkers.getFirst(), 55)
                .filter(track -> Math.abs(track.person() + track.vehicle() + track.animal() - 1) < 1e-3)
                .filter(track -> track.person() > 0.9)
                .filter(track -> Math.abs(track.vx() - 1.4) < 0.8 && Math.abs(track.vy() - 0.2) < 0.8).isPresent();
        })).as("share of nights").isGreaterThan(0.9);
    }

    @Test
    void a_place_is_known_better_than_one_look_says_and_the_covariance_is_honest() {
        var errors = new ArrayList<Double>();
        var honesty = new ArrayList<Double>();
        for (long seed = 100; seed < 130; seed++) {
            var night = walk(seed);
            var played = Played.of(night);
            for (double second = 25; second <= 60; second++) {
                var track = played.of(night.walkers.getFirst(), second);
                if (track.isPresent()) {
                    double off = Played.off(track.get(), night.walkers.getFirst(), second);
                    errors.add(off * off);
                    honesty.add(Played.honesty(track.get(), night.walkers.getFirst(), second));
                }
            }
        }
        assertThat(errors).as("seconds with a track").hasSizeGreaterThan(1_050);
        assertThat(Math.sqrt(mean(errors))).as("m; one look has 7.1").isLessThan(4.5);
        assertThat(mean(honesty)).as("ANEES").isBetween(0.6, 1.3);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void clutter_alone_is_hardly_ever_shown(long seed) {
        var played = Played.of(new FusionScenario(seed).with(thermal(5, 4)).with(radar("R1")).until(300));
        double shown = played.tracks.values().stream().mapToInt(List::size).sum() / 300.0;
        assertThat(shown).as("false tracks at a time").isLessThan(0.1);
    }

    @Test
    void who_stops_is_still_there_for_a_sensor_that_sees_what_stands() {
        assertThat(FusionScenario.share(seed -> {
            var night = new FusionScenario(seed).with(thermal(5, 4)).walks(PERSON, 60, 200, 1.4, 0, 0, 40)
                .walks(PERSON, 116, 200, 0, 0, 40, 1e9).until(120);
            var played = Played.of(night);
            var walking = played.of(night.walkers.getFirst(), 38).map(Fusion.Shown::id);
            return played.of(night.walkers.getLast(), 118)
                .filter(track -> walking.isPresent() && walking.get() == track.id())
                .filter(track -> StrictMath.hypot(track.vx(), track.vy()) < 0.8).isPresent();
        })).as("share of nights").isGreaterThan(0.8);
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
