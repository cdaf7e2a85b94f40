package org.entente.picture;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.entente.kernel.SensorId;

/// A sensor as the picture holds it.
///
/// @param heardAt the centre's clock at its last word of any sort, its health included; empty before the first
/// @param beat the usual time between its words about its own health; empty before the second of them
/// @param last its newest word about what it observes; empty before the first
public record SensorState(SensorId sensor, Health health, Optional<Instant> heardAt, Optional<Duration> beat,
    Optional<Word> last) {

    /// The newest thing a sensor said about what it observes.
    ///
    /// @param value the result as JSON text, cut at 200 characters
    /// @param phenomenonTime never later than `receivedAt`: a sensor whose clock runs ahead is taken at its arrival
    public record Word(String property, String value, Instant phenomenonTime, Instant receivedAt) {}
}
