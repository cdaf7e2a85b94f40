package org.entente.fusion;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// One detection that made a track what it is, and the one before it; never changed, so copies of a track share it.
///
/// @param weight probability that the detection was of this object
record Contribution(long detection, int sensor, double at, double x, double y, double weight, int depth,
    Contribution before) {

    private static final int KEPT = 64;

    static Contribution after(Contribution before, long detection, int sensor, double at, double x, double y,
        double weight) {
        int depth = before == null ? 1 : before.depth + 1;
        var rest = depth > 2 * KEPT ? shortened(before) : before;
        return new Contribution(detection, sensor, at, x, y, weight, rest == null ? 1 : rest.depth + 1, rest);
    }

    private static Contribution shortened(Contribution newest) {
        var kept = new Contribution[KEPT];
        var one = newest;
        for (int i = 0; i < KEPT; i++) {
            kept[i] = one;
            one = one.before;
        }
        Contribution rest = null;
        for (int i = KEPT - 1; i >= 0; i--) {
            var old = kept[i];
            rest = new Contribution(old.detection, old.sensor, old.at, old.x, old.y, old.weight, KEPT - i, rest);
        }
        return rest;
    }

    /// Writes the newest part of a chain, oldest first.
    static void write(DataOutput out, Contribution newest) throws IOException {
        var kept = new java.util.ArrayDeque<Contribution>();
        for (var one = newest; one != null; one = one.before) {
            kept.push(one);
        }
        out.writeInt(kept.size());
        for (var one : kept) {
            out.writeLong(one.detection);
            out.writeInt(one.sensor);
            out.writeDouble(one.at);
            out.writeDouble(one.x);
            out.writeDouble(one.y);
            out.writeDouble(one.weight);
        }
    }

    static Contribution read(DataInput in) throws IOException {
        Contribution newest = null;
        for (int left = Bytes.count(in); left > 0; left--) {
            newest = new Contribution(in.readLong(), in.readInt(), in.readDouble(), in.readDouble(), in.readDouble(),
                in.readDouble(), newest == null ? 1 : newest.depth + 1, newest);
        }
        return newest;
    }
}
