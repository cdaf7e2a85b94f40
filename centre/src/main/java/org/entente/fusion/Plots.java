package org.entente.fusion;

/// The detections of one scan as places on the plane, with a grid over them so that a track meets only those near it.
///
/// Owns its memory and is filled anew for every scan.
final class Plots {

    private static final int MOST_CELLS = 1 << 16;
    /// No place is known better than this, m²: also not at the sensor's own foot, where a bearing means nothing.
    static final double LEAST = 0.01;

    private static final double CELL = 40;

    int size;
    double[] x = new double[64];
    double[] y = new double[64];
    double[] rxx = new double[64];
    double[] rxy = new double[64];
    double[] ryy = new double[64];
    double[] clutter = new double[64];
    double[] density = new double[64];
    double[] believed = new double[64];
    private int[] next = new int[64];
    private int[] heads = new int[64];
    private double left;
    private double low;
    private double cell;
    private int columns;
    private int rows;

    void fill(Scan scan, SensorModel sensor) {
        size = scan.size();
        grow();
        boolean radar = sensor.kind() == SensorModel.Kind.RADAR;
        double flat = sensor.sigma() * sensor.sigma();
        for (int i = 0; i < size; i++) {
            if (radar) {
                polar(i, sensor, scan.a[i], scan.b[i]);
            } else {
                x[i] = scan.a[i];
                y[i] = scan.b[i];
                rxx[i] = flat;
                rxy[i] = 0;
                ryy[i] = flat;
            }
        }
        grid();
    }

    private void polar(int i, SensorModel sensor, double range, double bearing) {
        double cos = StrictMath.cos(bearing);
        double sin = StrictMath.sin(bearing);
        x[i] = sensor.x() + range * cos;
        y[i] = sensor.y() + range * sin;
        double along = sensor.sigmaRange() * sensor.sigmaRange() + LEAST;
        double across = range * sensor.sigmaBearing() * range * sensor.sigmaBearing() + LEAST;
        rxx[i] = cos * cos * along + sin * sin * across;
        rxy[i] = cos * sin * (along - across);
        ryy[i] = sin * sin * along + cos * cos * across;
    }

    private void grow() {
        if (size > x.length) {
            int room = Integer.highestOneBit(size) * 2;
            x = new double[room];
            y = new double[room];
            rxx = new double[room];
            rxy = new double[room];
            ryy = new double[room];
            clutter = new double[room];
            density = new double[room];
            believed = new double[room];
            next = new int[room];
        }
    }

    private void grid() {
        double right = Double.NEGATIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        left = Double.POSITIVE_INFINITY;
        low = Double.POSITIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            left = Math.min(left, x[i]);
            right = Math.max(right, x[i]);
            low = Math.min(low, y[i]);
            high = Math.max(high, y[i]);
        }
        if (size == 0) {
            columns = 0;
            rows = 0;
            return;
        }
        cell = CELL;
        while (((right - left) / cell + 1) * ((high - low) / cell + 1) > MOST_CELLS) {
            cell *= 2;
        }
        columns = (int) ((right - left) / cell) + 1;
        rows = (int) ((high - low) / cell) + 1;
        if (heads.length < columns * rows) {
            heads = new int[Math.max(columns * rows, 2 * heads.length)];
        }
        java.util.Arrays.fill(heads, 0, columns * rows, -1);
        for (int i = size - 1; i >= 0; i--) {
            int at = (int) ((y[i] - low) / cell) * columns + (int) ((x[i] - left) / cell);
            next[i] = heads[at];
            heads[at] = i;
        }
    }

    /// First plot in the cells of a box, or -1; go on with [#after]. Plots outside the box may come too.
    int columnFrom(double x) {
        return Math.max(0, (int) Math.floor((x - left) / cell));
    }

    int columnTo(double x) {
        return Math.min(columns - 1, (int) Math.floor((x - left) / cell));
    }

    int rowFrom(double y) {
        return Math.max(0, (int) Math.floor((y - low) / cell));
    }

    int rowTo(double y) {
        return Math.min(rows - 1, (int) Math.floor((y - low) / cell));
    }

    int head(int column, int row) {
        return heads[row * columns + column];
    }

    int after(int plot) {
        return next[plot];
    }
}
