package org.entente.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// The centre's clock, followed from afar.
final class F02_TheClockTest {

    private static final Instant NIGHT = Instant.parse("2026-11-14T22:00:00Z");

    @Test
    void it_runs_as_fast_as_the_exercise() {
        var anchor = new NightClock.Anchor(1_000, NIGHT, 30);
        assertThat(anchor.at(1_000 + 2_000_000_000L)).isEqualTo(NIGHT.plusSeconds(60));
    }

    @Test
    void waiting_an_exercise_minute_at_speed_sixty_takes_one_second() {
        var anchor = new NightClock.Anchor(0, NIGHT, 60);
        assertThat(anchor.realUntil(NIGHT.plusSeconds(60), 0)).isEqualTo(1_000_000_000L);
        assertThat(anchor.realUntil(NIGHT, 5)).isZero();
    }

    @Test
    void patience_is_the_longer_of_exercise_and_real_time() {
        var clock = new NightClock(new NightClock.Anchor(System.nanoTime(), NIGHT, 600));
        assertThat(clock.atLeast(Duration.ofMinutes(5), Duration.ofSeconds(1))).isEqualTo(Duration.ofMinutes(10));
        assertThat(clock.atLeast(Duration.ofMinutes(5), Duration.ofMillis(100))).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void a_new_word_of_the_centre_replaces_the_old_one() {
        var clock = new NightClock(new NightClock.Anchor(System.nanoTime(), NIGHT, 1));
        clock.set(new NightClock.Anchor(System.nanoTime(), NIGHT.plusSeconds(3_600), 1));
        assertThat(clock.now()).isAfterOrEqualTo(NIGHT.plusSeconds(3_600));
    }
}
