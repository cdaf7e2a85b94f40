package org.entente.fusion;

/// A look that gives directions only, of a camera: corrects tracks, never opens one, and never makes one more likely that is
/// not shown.
final class Bearings extends Look {

    private static final double TWO_PI = 2 * StrictMath.PI;

    private double dx;
    private double dy;
    private double range2;
    private double noise;

    Bearings(Parameters with, Edges edges) {
        super(with, edges);
    }

    private void at(Track track) {
        dx = track.x - sensor.x();
        dy = track.y - sensor.y();
        range2 = Math.max(dx * dx + dy * dy, 25);
        double wide = with.bearingWider() * sensor.sigmaBearing();
        noise = wide * wide;
    }

    @Override
    void reach(Track track) {
        at(track);
        double expected = StrictMath.atan2(dy, dx);
        double spread = (dy * dy * track.sxx - 2 * dx * dy * track.sxy + dx * dx * track.syy) / (range2 * range2)
            + noise;
        for (int j = 0; j < scan.size(); j++) {
            double off = Plane.wrap(scan.a[j] - expected);
            if (off * off <= with.gate() * spread) {
                consider(track, j);
            }
        }
    }

    @Override
    double like(Track track, int m, int j) {
        int p = 10 * m;
        double spread = (dy * dy * track.spread[p] - 2 * dx * dy * track.spread[p + 1] + dx * dx * track.spread[p + 4])
            / (range2 * range2) + noise;
        double off = off(track, m, j);
        return track.model[m] * chance[m] * StrictMath.exp(-0.5 * off * off / spread) / Math.sqrt(TWO_PI * spread);
    }

    private double off(Track track, int m, int j) {
        return Plane.wrap(scan.a[j]
            - StrictMath.atan2(track.state[4 * m + 1] - sensor.y(), track.state[4 * m] - sensor.x()));
    }

    @Override
    double otherwise(int j) {
        return sensor.clutter();
    }

    @Override
    double begin(Track track, double exists, int from, int to) {
        at(track);
        return track.shown ? exists : Math.min(exists, track.exists);
    }

    @Override
    void correct(Track track, int m, int from, int to, double sum, double none) {
        double first = 0;
        double second = 0;
        for (int e = from; e < to; e++) {
            double w = edges.byModel[3 * e + m];
            double off = off(track, m, edges.plot[e]);
            first += w * off;
            second += w * off * off;
        }
        Kalman.turn(track, m, -dy / range2, dx / range2, noise, first / sum, second / sum, none / sum);
    }

    @Override
    double x(Track track, int j) {
        return track.x;
    }

    @Override
    double y(Track track, int j) {
        return track.y;
    }
}
