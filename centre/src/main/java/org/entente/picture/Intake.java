package org.entente.picture;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.entente.kernel.Position;
import org.entente.kernel.UnitId;

/// The one gate through which readings come into the centre: gives each its sequence number and keeps it.
///
/// Safe from any thread. Bounded: when the queue is full, positions are shed first (counted), readings last (refused).
public interface Intake {

    /// One reading of a known Datastream, checked by its feed.
    record Reading(long datastream, Instant phenomenonTime, String result, double value) {}

    /// One position, checked by its feed.
    record Sighting(UnitId unit, String callsign, String type, Position where, double course, double speed,
        Instant time, Instant stale) {}

    /// What became of a reading. `id` is the Observation's `@iot.id`; a duplicate gets the id of the one that was kept.
    record Kept(long id, boolean duplicate) {}

    /// The intake is full or the database is away; nothing of the request was kept. Try again after `retryAfterSeconds`.
    final class Overloaded extends RuntimeException {
        private static final long serialVersionUID = 1;
        public final int retryAfterSeconds;

        public Overloaded(int retryAfterSeconds) {
            super("intake is full");
            this.retryAfterSeconds = retryAfterSeconds;
        }
    }

    /// Keeps readings; the future completes after the commit, in the order given. Fails with [Overloaded].
    CompletableFuture<List<Kept>> keep(List<Reading> readings);

    /// Takes a position. Returns at once; false when it was shed.
    boolean sighted(Sighting sighting);

    /// A unit left the air.
    void gone(UnitId unit);
}
