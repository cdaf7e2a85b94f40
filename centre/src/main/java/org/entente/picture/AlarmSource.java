package org.entente.picture;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.entente.kernel.AlarmId;
import org.entente.kernel.Position;

/// Where alarms come from: the seam. [AlarmRules] knows plain rules, [FusedAlarms] weighs them and follows what moves.
///
/// A source is part of the fold: no clock, no chance, the same calls give the same facts. Times are milliseconds since
/// 1970 UTC.
interface AlarmSource {

    /// A believable reading of a sensor that is not at fault.
    ///
    /// @param at when it was so, never later than `received`
    /// @param where where it was: the sensor's own place, or what the radar pointed at
    record Reading(long seq, PictureSetup.Sensor sensor, long at, long received, double value, Position where) {}

    /// Takes a reading; false when it was too old on arrival to raise anything.
    boolean observed(Reading reading, Consumer<Fact> facts);

    /// A whole second passes.
    void tick(long second, Consumer<Fact> facts);

    /// No whole second before this one changes anything; `Long.MAX_VALUE` when nothing is awaited.
    long due();

    /// Alarms raised and not yet returned, oldest first.
    List<AlarmId> active();

    void write(DataOutput out) throws IOException;

    void read(DataInput in) throws IOException;
}
