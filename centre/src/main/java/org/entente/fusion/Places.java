package org.entente.fusion;

import static org.entente.fusion.Track.CLASSES;
import static org.entente.fusion.Track.MODELS;

import java.util.List;

/// A look that gives places: radars, and cameras that know where. Only such a look opens tracks.
final class Places extends Look {

    private static final int MOST_TRACKS = 20_000;

    private final Plots plots;
    private final Motion motion;
    private final double[] inverse = new double[4 * MODELS];
    private double rxx;
    private double rxy;
    private double ryy;

    Places(Parameters with, Edges edges, Plots plots, Motion motion) {
        super(with, edges);
        this.plots = plots;
        this.motion = motion;
    }

    @Override
    void reach(Track track) {
        noise(track);
        double sxx = track.sxx + rxx;
        double sxy = track.sxy + rxy;
        double syy = track.syy + ryy;
        double det = sxx * syy - sxy * sxy;
        double wide = Math.sqrt(with.gate() * sxx);
        double high = Math.sqrt(with.gate() * syy);
        if (plots.size == 0) {
            return;
        }
        boolean prepared = false;
        int c1 = plots.columnTo(track.x + wide);
        int r1 = plots.rowTo(track.y + high);
        for (int row = plots.rowFrom(track.y - high); row <= r1; row++) {
            for (int column = plots.columnFrom(track.x - wide); column <= c1; column++) {
                for (int j = plots.head(column, row); j >= 0; j = plots.after(j)) {
                    double dx = plots.x[j] - track.x;
                    double dy = plots.y[j] - track.y;
                    if (dx * dx * syy - 2 * dx * dy * sxy + dy * dy * sxx > with.gate() * det) {
                        continue;
                    }
                    if (!prepared) {
                        Kalman.invert(track, rxx, rxy, ryy, inverse);
                        prepared = true;
                    }
                    consider(track, j);
                }
            }
        }
    }

    /// What the sensor's noise is where the track stands.
    private void noise(Track track) {
        rxx = sensor.sigma() * sensor.sigma();
        rxy = 0;
        ryy = rxx;
        if (sensor.kind() == SensorModel.Kind.RADAR) {
            double dx = track.x - sensor.x();
            double dy = track.y - sensor.y();
            double range2 = Math.max(dx * dx + dy * dy, 1);
            double ax = sensor.sigmaRange() * sensor.sigmaRange() / range2;
            double cx = sensor.sigmaBearing() * sensor.sigmaBearing();
            rxx = dx * dx * ax + dy * dy * cx + Plots.LEAST;
            rxy = dx * dy * (ax - cx);
            ryy = dy * dy * ax + dx * dx * cx + Plots.LEAST;
        }
    }

    @Override
    double like(Track track, int m, int j) {
        double ex = plots.x[j] - track.state[4 * m];
        double ey = plots.y[j] - track.state[4 * m + 1];
        double d2 = ex * ex * inverse[4 * m] + 2 * ex * ey * inverse[4 * m + 1] + ey * ey * inverse[4 * m + 2];
        return d2 > 60 ? 0 : track.model[m] * chance[m] * inverse[4 * m + 3] * StrictMath.exp(-0.5 * d2);
    }

    @Override
    double otherwise(int j) {
        return plots.density[j];
    }

    /// The noise of the nearest plot is that of all; and how far they may as well be another's.
    @Override
    double begin(Track track, double exists, int from, int to) {
        rxx = plots.rxx[edges.plot[from]];
        rxy = plots.rxy[edges.plot[from]];
        ryy = plots.ryy[edges.plot[from]];
        crowd(track, from, to);
        return exists;
    }

    /// How far the detections of a track may as well be another's: 0 alone, towards 1 in a crowd.
    private void crowd(Track track, int from, int to) {
        double seen = 0;
        double shared = 0;
        for (int e = from; e < to; e++) {
            seen += edges.belief[e];
            shared += edges.claims[edges.plot[e]] > 1 ? edges.belief[e] : 0;
        }
        if (seen > 0.3) {
            track.crowd += 0.3 * (shared / seen - track.crowd);
        }
    }

    @Override
    void correct(Track track, int m, int from, int to, double sum, double none) {
        double mx = 0;
        double my = 0;
        double mxx = 0;
        double mxy = 0;
        double myy = 0;
        for (int e = from; e < to; e++) {
            double w = edges.byModel[3 * e + m];
            double ex = plots.x[edges.plot[e]] - track.state[4 * m];
            double ey = plots.y[edges.plot[e]] - track.state[4 * m + 1];
            mx += w * ex;
            my += w * ey;
            mxx += w * ex * ex;
            mxy += w * ex * ey;
            myy += w * ey * ey;
        }
        double share = 1 / sum;
        Kalman.update(track, m, rxx, rxy, ryy, mx * share, my * share, mxx * share, mxy * share, myy * share,
            none * share);
    }

    @Override
    double x(Track track, int j) {
        return plots.x[j];
    }

    @Override
    double y(Track track, int j) {
        return plots.y[j];
    }

    /// Opens a track at each detection that may be somebody's who was not seen so far; `unseen` is their density. Also where
    /// the sensor often speaks of nothing: it takes longer there to be believed, and never is impossible.
    void births(List<Track> tracks, double unseen) {
        for (int j = 0; j < scan.size(); j++) {
            double quiet = edges.fresh[j] * unseen / (sensor.clutter() + unseen);
            if (quiet > with.forget() && tracks.size() < MOST_TRACKS) {
                var track = new Track(scan.ids[j], now);
                track.exists = edges.fresh[j] * unseen / plots.density[j];
                track.least = with.forget() * Math.min(1, track.exists / quiet);
                motion.begin(track, plots.x[j], plots.y[j], plots.rxx[j], plots.rxy[j], plots.ryy[j]);
                if (scan.scores.length > 0) {
                    kind(track, j);
                }
                track.looks = 1;
                track.lastSeen = now;
                track.saw(scan.sensor, sensor.kind());
                track.contributions = Contribution.after(null, scan.ids[j], scan.sensor, now, track.x, track.y, 1);
                tracks.add(track);
            }
        }
    }

    private void kind(Track track, int j) {
        for (int k = 0; k < CLASSES; k++) {
            track.kind[k] = sharp(scan.scores[3 * j + k]);
        }
        double total = track.kind[0] + track.kind[1] + track.kind[2];
        for (int k = 0; k < CLASSES; k++) {
            track.kind[k] /= total;
        }
    }
}
