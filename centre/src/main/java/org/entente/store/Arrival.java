package org.entente.store;

import java.time.Instant;
import org.entente.picture.Intake.Sighting;

/// One row of the order of arrival, as it stands in the tables.
sealed interface Arrival {

    long seq();

    Instant receivedAt();

    /// A reading. Times in microseconds, [Micros#NONE] for none; `feature` 0 and `more` empty for none.
    record Observation(long seq, Instant receivedAt, long datastream, long phenomenon, long until, String result,
        double value,
        boolean late, long resultTime, long feature, String more) implements Arrival {

        /// The same word about the same time: nothing new.
        boolean repeats(long otherUntil, String otherResult) {
            return until == otherUntil && result.equals(otherResult);
        }
    }

    /// A unit's position.
    record Moved(long seq, Instant receivedAt, Sighting sighting) implements Arrival {}

    /// A unit that left the air.
    record Gone(long seq, Instant receivedAt, String unit) implements Arrival {}
}
