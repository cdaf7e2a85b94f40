package org.entente.picture;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import org.entente.kernel.Position;
import org.entente.kernel.UnitId;
import org.entente.picture.UnitState.Status;

/// What the fold keeps of one unit, changed in place.
final class UnitCell {

    final UnitId id;
    private String callsign = "";
    private String type = "";
    private Position where = new Position(0, 0);
    private double course = Double.NaN;
    private double speed = Double.NaN;
    private long time = -1;
    private long stale;
    private long due = Seconds.NEVER;
    private Status status = Status.OFF_AIR;

    UnitCell(UnitId id) {
        this.id = id;
    }

    /// A position; false when it is older than the one held.
    boolean moved(PictureInput.UnitMoved input, long now) {
        long when = Math.min(Seconds.millis(input.time()), now);
        if (when < time) {
            return false;
        }
        callsign = SensorCell.cut(input.callsign());
        type = SensorCell.cut(input.type());
        where = input.where();
        course = input.course();
        speed = input.speed();
        time = when;
        stale = Seconds.millis(input.stale());
        due = Seconds.due(now, stale);
        status = Status.ON_AIR;
        return true;
    }

    /// Whether it was on the air until now.
    boolean gone() {
        boolean was = status != Status.OFF_AIR;
        status = Status.OFF_AIR;
        due = Seconds.NEVER;
        return was;
    }

    /// Whether its position becomes stale at this second.
    boolean tick(long second) {
        if (due > second) {
            return false;
        }
        status = Status.STALE;
        due = Seconds.NEVER;
        return true;
    }

    long due() {
        return due;
    }

    UnitState state() {
        return new UnitState(id, callsign, type, where, course, speed, Instant.ofEpochMilli(time),
            Instant.ofEpochMilli(stale), status);
    }

    void write(DataOutput out) throws IOException {
        out.writeUTF(id.text());
        out.writeUTF(callsign);
        out.writeUTF(type);
        out.writeDouble(where.lat());
        out.writeDouble(where.lon());
        out.writeDouble(course);
        out.writeDouble(speed);
        out.writeLong(time);
        out.writeLong(stale);
        out.writeLong(due);
        out.writeUTF(status.name());
    }

    /// Reads what [#write] wrote after the id.
    void read(DataInput in) throws IOException {
        callsign = in.readUTF();
        type = in.readUTF();
        where = new Position(in.readDouble(), in.readDouble());
        course = in.readDouble();
        speed = in.readDouble();
        time = in.readLong();
        stale = in.readLong();
        due = in.readLong();
        status = Status.valueOf(in.readUTF());
    }
}
