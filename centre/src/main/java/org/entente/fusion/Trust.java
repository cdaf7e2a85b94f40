package org.entente.fusion;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// What one sensor's own words and our units' fixes say of it: whether it is stuck, flooded or misaligned.
///
/// Part of the world: it is judged in order of measurement and replayed with everything else.
final class Trust {

    private static final int ENOUGH = 5;
    private static final int LEAST_SAMPLES = 10;
    private static final double MEMORY = 0.95;
    private static final double OFF = 12;

    SensorStanding.Doubt doubt = SensorStanding.Doubt.NONE;
    double lastAt = Double.NEGATIVE_INFINITY;
    double nobodys;
    double size;
    int samples;
    double weight;
    double east;
    double north;
    double turn;
    private double wander;
    private double aside;
    private boolean several;
    private String firstUnit = "";
    private int stuck;
    private int flooded;
    private double[] lastA = {};
    private double[] lastB = {};

    Trust copy() {
        var copy = new Trust();
        copy.doubt = doubt;
        copy.lastAt = lastAt;
        copy.nobodys = nobodys;
        copy.size = size;
        copy.samples = samples;
        copy.weight = weight;
        copy.east = east;
        copy.north = north;
        copy.turn = turn;
        copy.wander = wander;
        copy.aside = aside;
        copy.several = several;
        copy.firstUnit = firstUnit;
        copy.stuck = stuck;
        copy.flooded = flooded;
        copy.lastA = lastA;
        copy.lastB = lastB;
        return copy;
    }

    /// How many detections of a look were nobody's.
    void nobodys(double count) {
        nobodys += 0.1 * (count - nobodys);
    }

    /// Looks at a scan before it is used; true when it is to be believed.
    ///
    /// @param expected detections the sensor may have: its clutter and the objects in its sight
    /// @param changes whether two looks at a place never say the same: a unit that is parked may
    boolean look(Scan scan, double expected, boolean changes) {
        lastAt = scan.at;
        size += 0.1 * (scan.size() - size);
        int looked = Math.min(scan.size(), 20);
        if (looked > 0 && changes) {
            stuck = 2 * repeated(scan, looked) > looked ? Math.min(stuck + 1, 2 * ENOUGH) : Math.max(0, stuck - 1);
            lastA = scan.a;
            lastB = scan.b;
        }
        boolean flood = scan.size() > 10 * expected + 30;
        flooded = flood ? Math.min(flooded + 1, 2 * ENOUGH) : Math.max(0, flooded - 1);
        judge();
        return doubt == SensorStanding.Doubt.NONE && !flood;
    }

    /// A detection of one of our units, against where the unit itself says it is.
    ///
    /// @param sideways metres across the unit's way
    void own(SensorModel sensor, double dx, double dy, double x, double y, String unit, double sideways) {
        several |= !firstUnit.isEmpty() && !firstUnit.equals(unit);
        firstUnit = firstUnit.isEmpty() ? unit : firstUnit;
        double range2 = Math.max(1, (x - sensor.x()) * (x - sensor.x()) + (y - sensor.y()) * (y - sensor.y()));
        double across = sensor.kind() != SensorModel.Kind.POSITION
            ? (dy * (x - sensor.x()) - dx * (y - sensor.y())) / range2
            : 0;
        samples++;
        weight = MEMORY * weight + 1;
        double gain = 1 / weight;
        east += gain * (dx - east);
        north += gain * (dy - north);
        turn += gain * (across - turn);
        aside += gain * (sideways - aside);
        wander += gain * (dx * dx + dy * dy - wander);
        judge();
    }

    private void judge() {
        double bias = Math.sqrt(east * east + north * north);
        double scatter = Math.sqrt(Math.max(1, wander - bias * bias));
        boolean misaligned = samples >= LEAST_SAMPLES && bias > OFF && bias > 1.5 * scatter
            && (several || Math.abs(aside) > OFF); // one unit alone, ahead or behind: its own clock may be wrong
        doubt = stuck >= ENOUGH
            ? SensorStanding.Doubt.STUCK
            : flooded >= ENOUGH
                ? SensorStanding.Doubt.FLOODED
                : misaligned
                    ? SensorStanding.Doubt.MISALIGNED
                    : SensorStanding.Doubt.NONE;
    }

    private int repeated(Scan scan, int looked) {
        int same = 0;
        for (int i = 0; i < looked; i++) {
            for (int k = 0; k < lastA.length; k++) {
                if (scan.a[i] == lastA[k] && scan.b[i] == lastB[k]) {
                    same++;
                    break;
                }
            }
        }
        return same;
    }

    void write(DataOutput out) throws IOException {
        out.writeByte(doubt.ordinal());
        for (double value : new double[]{lastAt, nobodys, size, weight, east, north, turn, wander, aside}) {
            out.writeDouble(value);
        }
        out.writeInt(samples);
        out.writeBoolean(several);
        out.writeUTF(firstUnit);
        out.writeInt(stuck);
        out.writeInt(flooded);
        Bytes.write(out, lastA);
        Bytes.write(out, lastB);
    }

    void read(DataInput in) throws IOException {
        doubt = SensorStanding.Doubt.values()[in.readByte()];
        lastAt = in.readDouble();
        nobodys = in.readDouble();
        size = in.readDouble();
        weight = in.readDouble();
        east = in.readDouble();
        north = in.readDouble();
        turn = in.readDouble();
        wander = in.readDouble();
        aside = in.readDouble();
        samples = in.readInt();
        several = in.readBoolean();
        firstUnit = in.readUTF();
        stuck = in.readInt();
        flooded = in.readInt();
        lastA = Bytes.doubles(in);
        lastB = Bytes.doubles(in);
    }
}
