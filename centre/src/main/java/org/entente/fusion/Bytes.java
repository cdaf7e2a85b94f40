package org.entente.fusion;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// Arrays and scans as bytes of a snapshot.
final class Bytes {

    private static final int MOST = 1 << 24;

    private Bytes() {}

    static void write(DataOutput out, double[] values) throws IOException {
        out.writeInt(values.length);
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    static double[] doubles(DataInput in) throws IOException {
        var values = new double[count(in)];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readDouble();
        }
        return values;
    }

    /// Reads into an array whose length the snapshot must share.
    static void fill(DataInput in, double[] values) throws IOException {
        var read = doubles(in);
        if (read.length != values.length) {
            throw new IOException("the snapshot is of another site");
        }
        System.arraycopy(read, 0, values, 0, read.length);
    }

    static int count(DataInput in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST) {
            throw new IOException("not a snapshot");
        }
        return count;
    }

    static void write(DataOutput out, Scan scan) throws IOException {
        out.writeLong(scan.number);
        out.writeDouble(scan.arrived);
        out.writeDouble(scan.at);
        out.writeInt(scan.sensor);
        out.writeInt(scan.ids.length);
        for (long id : scan.ids) {
            out.writeLong(id);
        }
        write(out, scan.a);
        write(out, scan.b);
        write(out, scan.scores);
        out.writeInt(scan.units.length);
        for (var unit : scan.units) {
            out.writeUTF(unit);
        }
        out.writeBoolean(scan.partial);
    }

    static Scan scan(DataInput in) throws IOException {
        long number = in.readLong();
        double arrived = in.readDouble();
        double at = in.readDouble();
        int sensor = in.readInt();
        var ids = new long[count(in)];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = in.readLong();
        }
        var a = doubles(in);
        var b = doubles(in);
        var scores = doubles(in);
        var units = new String[count(in)];
        for (int i = 0; i < units.length; i++) {
            units[i] = in.readUTF();
        }
        return new Scan(number, arrived, at, sensor, ids, a, b, scores, units, in.readBoolean());
    }
}
