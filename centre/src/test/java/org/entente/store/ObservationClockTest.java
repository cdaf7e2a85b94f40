package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// Time may pass in the picture up to what is settled, never over what is still on its way.
class ObservationClockTest {

    private static final Instant NIGHT = Instant.parse("2016-03-03T21:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NIGHT);
    private final ObservationClock clock = new ObservationClock(now::get);

    @Test
    void nothing_is_settled_beyond_a_batch_that_is_written_but_not_yet_told() {
        var arrival = clock.begin();
        now.set(NIGHT.plusSeconds(60));
        clock.end();
        assertThat(clock.settled()).isEqualTo(arrival);
        clock.told();
        assertThat(clock.settled()).isEqualTo(NIGHT.plusSeconds(60));
    }

    @Test
    void what_arrives_after_something_was_settled_arrives_not_before_it_even_when_the_clock_falls() {
        var settled = clock.settled();
        now.set(NIGHT.minusSeconds(5));
        assertThat(clock.begin()).isEqualTo(settled);
    }

    @Test
    void a_batch_tried_again_stays_unsettled_from_its_first_try() {
        var first = clock.begin();
        now.set(NIGHT.plusSeconds(9));
        clock.begin();
        assertThat(clock.settled()).isEqualTo(first);
    }
}
