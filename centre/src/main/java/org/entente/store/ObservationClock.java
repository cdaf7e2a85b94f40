package org.entente.store;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Times of arrival: milliseconds of the centre's clock that never fall, and the promise behind a seal, that nothing
/// will arrive any more before a minute once it was settled. Any thread.
final class ObservationClock {

    private final InstantSource clock;
    private Instant floor = Instant.EPOCH;
    private Optional<Instant> writing = Optional.empty();
    private Optional<Instant> telling = Optional.empty();

    ObservationClock(InstantSource clock) {
        this.clock = clock;
    }

    /// The time of arrival of the batch that is written now.
    synchronized Instant begin() {
        notBefore(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        writing = Optional.of(floor);
        telling = telling.or(() -> writing);
        return floor;
    }

    /// The batch is in the tables, or will never be.
    synchronized void end() {
        writing = Optional.empty();
    }

    /// The batch is told to whoever listens, or there is nothing to tell.
    synchronized void told() {
        telling = Optional.empty();
    }

    synchronized void notBefore(Instant time) {
        floor = time.isAfter(floor) ? time : floor;
    }

    /// The moment everything that arrived before it has been told by now, and nothing will arrive before it any more.
    synchronized Instant settled() {
        notBefore(clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return telling.orElse(floor);
    }

    /// The latest minute not after `minute` before which nothing can arrive any more.
    synchronized Instant settle(Instant minute) {
        var now = clock.instant();
        var whole = (minute.isAfter(now) ? now : minute).truncatedTo(ChronoUnit.MINUTES);
        notBefore(whole);
        return writing.filter(whole::isAfter).map(at -> at.truncatedTo(ChronoUnit.MINUTES)).orElse(whole);
    }
}
