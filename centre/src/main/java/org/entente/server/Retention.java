package org.entente.server;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.entente.store.ObservationStore;

/// Lets go of observations when their retention ends: whole days, once a day, by dropping their partition. The journal keeps
/// their seals, so that it stays known how many there were and that nothing was changed while they were kept.
final class Retention implements Runnable {

    private final ObservationStore observations;
    private final int days;
    private final InstantSource clock;
    private LocalDate done = LocalDate.EPOCH;

    /// @param days how long observations are kept, at least 1
    Retention(ObservationStore observations, int days, InstantSource clock) {
        if (days < 1) {
            throw new IllegalArgumentException("observations.days must be at least 1, not " + days);
        }
        this.observations = observations;
        this.days = days;
        this.clock = clock;
    }

    @Override
    public void run() {
        var today = day(clock.instant());
        if (today.isAfter(done)) {
            observations.dropBefore(today.minusDays(days));
            done = today;
        }
    }

    private static LocalDate day(Instant now) {
        return now.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
