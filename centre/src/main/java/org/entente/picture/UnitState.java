package org.entente.picture;

import java.time.Instant;
import org.entente.kernel.Position;
import org.entente.kernel.UnitId;

/// A unit in the field as the picture holds it.
///
/// @param course degrees true, NaN when unknown
/// @param speed metres a second, NaN when unknown
/// @param type the CoT type, for example `a-f-G-U-C`
/// @param time when the unit was there; never later than its arrival
/// @param stale from when on the position is no longer to be relied on
public record UnitState(UnitId unit, String callsign, String type, Position where, double course, double speed,
    Instant time, Instant stale, Status status) {

    /// On the air and fresh; on the air but its last position is stale; gone from the air.
    public enum Status { ON_AIR, STALE, OFF_AIR }
}
