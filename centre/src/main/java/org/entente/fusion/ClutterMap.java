package org.entente.fusion;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// Where one sensor speaks of nothing more often than it should: wind in a tree, waves on a rock. Counts, cell by cell, the
/// reports that belong to no believable track, against how many the sensor's own figure lets expect (Gamma-Poisson).
/// Learns places and sensors only. What is believed to be an object, also one that loiters, is not learnt.
final class ClutterMap {

    private static final int MOST_CELLS = 4_096;
    private static final double FINEST = 25;
    private static final double PRIOR = 0.5;

    private final double left;
    private final double low;
    private final double cell;
    private final int columns;
    private final int rows;
    private final double expected;
    private final double keep;
    private final double most;
    private final double[] counts;
    private final int[] lasts;
    private int look;

    ClutterMap(SensorModel sensor, double memory, double most) {
        var box = sensor.fov().box();
        this.left = box[0];
        this.low = box[1];
        double wide = box[2] - box[0];
        double high = box[3] - box[1];
        this.cell = Math.max(FINEST, Math.sqrt(wide * high / MOST_CELLS));
        this.columns = (int) (wide / cell) + 2;
        this.rows = (int) (high / cell) + 2;
        double period = sensor.period() > 0 ? sensor.period() : 1;
        this.keep = StrictMath.exp(-period / memory);
        this.expected = sensor.clutter() * cell * cell / (1 - keep);
        this.most = most;
        this.counts = new double[columns * rows];
        this.lasts = new int[columns * rows];
    }

    private ClutterMap(ClutterMap from) {
        left = from.left;
        low = from.low;
        cell = from.cell;
        columns = from.columns;
        rows = from.rows;
        expected = from.expected;
        keep = from.keep;
        most = from.most;
        counts = from.counts.clone();
        lasts = from.lasts.clone();
        look = from.look;
    }

    ClutterMap copy() {
        return new ClutterMap(this);
    }

    /// One more look of the sensor.
    void look() {
        look++;
    }

    /// A report that is nobody's with probability `weight`.
    void nobodys(double x, double y, double weight) {
        double u = column(x);
        double v = row(y);
        int i = (int) u;
        int j = (int) v;
        add(i, j, weight * (1 - u + i) * (1 - v + j));
        add(i + 1, j, weight * (u - i) * (1 - v + j));
        add(i, j + 1, weight * (1 - u + i) * (v - j));
        add(i + 1, j + 1, weight * (u - i) * (v - j));
    }

    /// How many times the sensor's own figure is to be expected here, at least 1.
    double times(double x, double y) {
        double u = column(x);
        double v = row(y);
        int i = (int) u;
        int j = (int) v;
        double count = (1 - u + i) * (1 - v + j) * count(i, j) + (u - i) * (1 - v + j) * count(i + 1, j)
            + (1 - u + i) * (v - j) * count(i, j + 1) + (u - i) * (v - j) * count(i + 1, j + 1);
        return Math.max(1, Math.min(most, (PRIOR + count) / (PRIOR + expected)));
    }

    private double column(double x) {
        return Math.max(0, Math.min(columns - 1.001, (x - left) / cell - 0.5));
    }

    private double row(double y) {
        return Math.max(0, Math.min(rows - 1.001, (y - low) / cell - 0.5));
    }

    private void add(int i, int j, double weight) {
        if (i < columns && j < rows && weight > 0) {
            counts[j * columns + i] = count(i, j) + weight;
            lasts[j * columns + i] = look;
        }
    }

    private double count(int i, int j) {
        if (i >= columns || j >= rows) {
            return 0;
        }
        double count = counts[j * columns + i];
        int since = look - lasts[j * columns + i];
        return count < 1e-6 ? 0 : since == 0 ? count : count * power(since);
    }

    private double power(int looks) {
        double value = 1;
        double base = keep;
        for (int left = Math.min(looks, 1 << 20); left > 0; left >>= 1) {
            value *= (left & 1) == 1 ? base : 1;
            base *= base;
        }
        return value;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(look);
        Bytes.write(out, counts);
        for (int last : lasts) {
            out.writeInt(last);
        }
    }

    void read(DataInput in) throws IOException {
        look = in.readInt();
        Bytes.fill(in, counts);
        for (int i = 0; i < lasts.length; i++) {
            lasts[i] = in.readInt();
        }
    }
}
