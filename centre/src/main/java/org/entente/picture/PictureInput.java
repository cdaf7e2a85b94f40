package org.entente.picture;

import java.time.Instant;
import org.entente.kernel.Position;
import org.entente.kernel.SensorId;
import org.entente.kernel.UnitId;

/// One thing the picture is told. `seq` rises; the order of arrival has no gaps, but a reading that came late has a
/// number and is not told (decision 0030), so the picture may see one missing. `receivedAt` never falls.
public sealed interface PictureInput {

    /// Place in the centre's order of arrival, from 1.
    long seq();

    /// The centre's clock at arrival, millisecond precision.
    Instant receivedAt();

    /// A sensor said something.
    ///
    /// @param sensor the reference sensor; a SensorThings Datastream without one is named `ds:<id>`
    /// @param property the observed property's short name, for example `vibration`, `co2`, `heartbeat`, `power`
    /// @param result JSON text of the result as received, at most 4 KiB
    /// @param value the result as a number; a JSON true is 1, false 0; NaN when it is neither
    record Observed(long seq, Instant receivedAt, long datastream, SensorId sensor, String property,
        Instant phenomenonTime, String result, double value) implements PictureInput {}

    /// A unit reported its position (CoT).
    ///
    /// @param course degrees true, NaN when unknown
    /// @param speed metres a second, NaN when unknown
    /// @param type the CoT type, for example `a-f-G-U-C`
    record UnitMoved(long seq, Instant receivedAt, UnitId unit, String callsign, String type, Position where,
        double course, double speed, Instant time, Instant stale) implements PictureInput {}

    /// A unit left the air (CoT `t-x-d-d`, or its connection closed).
    record UnitGone(long seq, Instant receivedAt, UnitId unit) implements PictureInput {}
}
