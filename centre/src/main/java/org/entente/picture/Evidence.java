package org.entente.picture;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;
import org.entente.kernel.Position;
import org.entente.kernel.SensorId;

/// One report that counts toward an alarm.
record Evidence(long seq, SensorId sensor, SensorKind kind, long at, double value, Position where) {

    static final Comparator<Evidence> IN_TIME = Comparator.comparingLong(Evidence::at).thenComparingLong(Evidence::seq);

    static Evidence of(AlarmSource.Reading reading) {
        return new Evidence(reading.seq(), reading.sensor().id(), reading.sensor().kind(), reading.at(),
            reading.value(), reading.where());
    }

    /// The same report told twice, whatever its number.
    boolean repeats(Evidence other) {
        return at == other.at && sensor.equals(other.sensor);
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(seq);
        out.writeUTF(sensor.text());
        out.writeUTF(kind.name());
        out.writeLong(at);
        out.writeDouble(value);
        out.writeDouble(where.lat());
        out.writeDouble(where.lon());
    }

    static Evidence read(DataInput in) throws IOException {
        return new Evidence(in.readLong(), new SensorId(in.readUTF()), SensorKind.valueOf(in.readUTF()), in.readLong(),
            in.readDouble(), new Position(in.readDouble(), in.readDouble()));
    }
}
