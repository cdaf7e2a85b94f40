package org.entente.fusion;

import static org.entente.fusion.Track.MODELS;

/// Updates of one model's state by the weighted innovations of probabilistic data association (Bar-Shalom and Tse 1975).
final class Kalman {

    private static final double TWO_PI = 2 * StrictMath.PI;

    private Kalman() {}

    /// The inverse covariance of the innovation of each model by places, and the height of its density: four numbers a model.
    static void invert(Track track, double rxx, double rxy, double ryy, double[] inv) {
        for (int m = 0; m < MODELS; m++) {
            double sxx = track.spread[10 * m] + rxx;
            double sxy = track.spread[10 * m + 1] + rxy;
            double syy = track.spread[10 * m + 4] + ryy;
            double det = sxx * syy - sxy * sxy;
            inv[4 * m] = syy / det;
            inv[4 * m + 1] = -sxy / det;
            inv[4 * m + 2] = sxx / det;
            inv[4 * m + 3] = 1 / (TWO_PI * Math.sqrt(det));
        }
    }

    /// By places: first and second moments of the innovations, weighted, `none` of the weight being "not seen".
    static void update(Track track, int model, double rxx, double rxy, double ryy, double mx, double my, double mxx,
        double mxy, double myy, double none) {
        int s = 4 * model;
        int p = 10 * model;
        double[] state = track.state;
        double[] c = track.spread;
        double sxx = c[p] + rxx;
        double sxy = c[p + 1] + rxy;
        double syy = c[p + 4] + ryy;
        double det = 1 / (sxx * syy - sxy * sxy);
        double ixx = syy * det;
        double ixy = -sxy * det;
        double iyy = sxx * det;
        double kxx = c[p] * ixx + c[p + 1] * ixy;
        double kxy = c[p] * ixy + c[p + 1] * iyy;
        double kyx = c[p + 1] * ixx + c[p + 4] * ixy;
        double kyy = c[p + 1] * ixy + c[p + 4] * iyy;
        double kux = c[p + 2] * ixx + c[p + 5] * ixy;
        double kuy = c[p + 2] * ixy + c[p + 5] * iyy;
        double kvx = c[p + 3] * ixx + c[p + 6] * ixy;
        double kvy = c[p + 3] * ixy + c[p + 6] * iyy;
        state[s] += kxx * mx + kxy * my;
        state[s + 1] += kyx * mx + kyy * my;
        state[s + 2] += kux * mx + kuy * my;
        state[s + 3] += kvx * mx + kvy * my;
        // P - (1 - none) K S K' + K (second - first first') K'
        double seen = 1 - none;
        double gxx = mxx - mx * mx - seen * sxx;
        double gxy = mxy - mx * my - seen * sxy;
        double gyy = myy - my * my - seen * syy;
        c[p] += quad(kxx, kxy, kxx, kxy, gxx, gxy, gyy);
        c[p + 1] += quad(kxx, kxy, kyx, kyy, gxx, gxy, gyy);
        c[p + 2] += quad(kxx, kxy, kux, kuy, gxx, gxy, gyy);
        c[p + 3] += quad(kxx, kxy, kvx, kvy, gxx, gxy, gyy);
        c[p + 4] += quad(kyx, kyy, kyx, kyy, gxx, gxy, gyy);
        c[p + 5] += quad(kyx, kyy, kux, kuy, gxx, gxy, gyy);
        c[p + 6] += quad(kyx, kyy, kvx, kvy, gxx, gxy, gyy);
        c[p + 7] += quad(kux, kuy, kux, kuy, gxx, gxy, gyy);
        c[p + 8] += quad(kux, kuy, kvx, kvy, gxx, gxy, gyy);
        c[p + 9] += quad(kvx, kvy, kvx, kvy, gxx, gxy, gyy);
    }

    private static double quad(double ax, double ay, double bx, double by, double gxx, double gxy, double gyy) {
        return ax * (gxx * bx + gxy * by) + ay * (gxy * bx + gyy * by);
    }

    /// By bearings, linearised at the track: `hx`, `hy` the slope of the bearing over x and y.
    static void turn(Track track, int model, double hx, double hy, double noise, double first, double second,
        double none) {
        int s = 4 * model;
        int p = 10 * model;
        double[] state = track.state;
        double[] c = track.spread;
        double px = c[p] * hx + c[p + 1] * hy;
        double py = c[p + 1] * hx + c[p + 4] * hy;
        double pu = c[p + 2] * hx + c[p + 5] * hy;
        double pv = c[p + 3] * hx + c[p + 6] * hy;
        double spread = hx * px + hy * py + noise;
        double kx = px / spread;
        double ky = py / spread;
        double ku = pu / spread;
        double kv = pv / spread;
        state[s] += kx * first;
        state[s + 1] += ky * first;
        state[s + 2] += ku * first;
        state[s + 3] += kv * first;
        double g = second - first * first - (1 - none) * spread;
        c[p] += kx * kx * g;
        c[p + 1] += kx * ky * g;
        c[p + 2] += kx * ku * g;
        c[p + 3] += kx * kv * g;
        c[p + 4] += ky * ky * g;
        c[p + 5] += ky * ku * g;
        c[p + 6] += ky * kv * g;
        c[p + 7] += ku * ku * g;
        c[p + 8] += ku * kv * g;
        c[p + 9] += kv * kv * g;
    }
}
