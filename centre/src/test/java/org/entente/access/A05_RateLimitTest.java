package org.entente.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.AccessScenario.NIGHT;

import java.time.Duration;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// So many at once, then one after another; nobody can spend another's tokens or fill the memory.
class A05_RateLimitTest {

    @Test
    void a_bucket_gives_what_it_holds_and_then_asks_to_wait() {
        var limit = new RateLimit(2, Duration.ofSeconds(10));
        assertThat(limit.take("a", NIGHT)).isEmpty();
        assertThat(limit.take("a", NIGHT)).isEmpty();
        assertThat(limit.take("a", NIGHT)).contains(Duration.ofSeconds(10));
        assertThat(limit.take("b", NIGHT)).isEmpty();
        assertThat(limit.take("a", NIGHT.plusSeconds(10))).isEmpty();
    }

    @Test
    void a_clock_that_goes_back_gives_nothing_away() {
        var limit = new RateLimit(1, Duration.ofSeconds(10));
        limit.take("a", NIGHT);
        assertThat(limit.take("a", NIGHT.minusSeconds(3600))).isPresent();
    }

    @Test
    void a_flood_of_invented_names_shares_one_bucket() {
        var limit = new RateLimit(3, Duration.ofHours(1));
        int admitted = 0;
        for (int i = 0; i < 50_000; i++) {
            admitted += limit.take("invented." + i, NIGHT).isEmpty() ? 1 : 0;
        }
        assertThat(admitted).isLessThanOrEqualTo(10_000 + 3);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void never_more_than_capacity_and_refill_in_any_span(long seed) {
        var chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var limit = new RateLimit(5, Duration.ofSeconds(7));
        var now = NIGHT;
        int admitted = 0;
        for (int i = 0; i < 2_000; i++) {
            now = now.plusMillis(chance.nextInt(3_000));
            admitted += limit.take("a", now).isEmpty() ? 1 : 0;
        }
        assertThat((double) admitted).isLessThanOrEqualTo(5 + Duration.between(NIGHT, now).toMillis() / 7_000.0 + 1)
            .isGreaterThan(Duration.between(NIGHT, now).toMillis() / 7_000.0 - 1);
    }
}
