package org.entente.fusion;

import static org.entente.fusion.Track.MANOEUVRING;
import static org.entente.fusion.Track.MODELS;
import static org.entente.fusion.Track.STANDING;
import static org.entente.fusion.Track.STEADY;

/// How objects move between two looks: an interacting multiple model of a steady walk, a manoeuvre and a stand
/// (Blom and Bar-Shalom 1988). Owns scratch memory: one instance for each world, one thread.
final class Motion {

    private static final double STILL = 0.05 * 0.05;
    private static final double SWAY = 0.02;
    private static final double CROWDED = 0.3;

    private final Parameters with;
    private final double[] alone = new double[MODELS * MODELS];
    private final double[] crowded = new double[MODELS * MODELS];
    private double[] change = alone;
    private final double[] mixedState = new double[4 * MODELS];
    private final double[] mixedSpread = new double[10 * MODELS];
    private final double[] mixedModel = new double[MODELS];

    Motion(Parameters with) {
        this.with = with;
    }

    /// Prepares a step of `dt` seconds.
    void step(double dt) {
        rates(alone, dt, 1);
        rates(crowded, dt, with.crowd());
    }

    private void rates(double[] into, double dt, double share) {
        double begins = 1 - StrictMath.exp(-with.begins() * share * dt);
        double ends = 1 - StrictMath.exp(-with.ends() * dt);
        double stops = 1 - StrictMath.exp(-with.stops() * share * dt);
        double goes = 1 - StrictMath.exp(-with.goes() * dt);
        double halts = Math.min(2 * stops, 1); // who manoeuvres stops more often; after a long gap never more than surely
        row(into, STEADY, (1 - begins) * (1 - stops), begins * (1 - stops), stops);
        row(into, MANOEUVRING, ends * (1 - halts), (1 - ends) * (1 - halts), halts);
        row(into, STANDING, goes / 2, goes / 2, 1 - goes);
    }

    private static void row(double[] into, int from, double steady, double manoeuvring, double standing) {
        into[from * MODELS + STEADY] = steady;
        into[from * MODELS + MANOEUVRING] = manoeuvring;
        into[from * MODELS + STANDING] = standing;
    }

    /// A track at first sight of a place, by each model as fast as it may be.
    void begin(Track track, double x, double y, double rxx, double rxy, double ryy) {
        track.bornX = x;
        track.bornY = y;
        for (int m = 0; m < MODELS; m++) {
            track.state[4 * m] = x;
            track.state[4 * m + 1] = y;
            int p = 10 * m;
            track.spread[p] = rxx;
            track.spread[p + 1] = rxy;
            track.spread[p + 4] = ryy;
            double v = m == STEADY ? with.walk() : m == MANOEUVRING ? with.drive() : 0.05;
            track.spread[p + 7] = v * v;
            track.spread[p + 9] = v * v;
        }
        track.model[STEADY] = with.priorSteady();
        track.model[MANOEUVRING] = with.priorManoeuvring();
        track.model[STANDING] = 1 - with.priorSteady() - with.priorManoeuvring();
        blend(track);
    }

    /// Moves a track by the prepared step of `dt` seconds.
    void move(Track track, double dt) {
        change = track.crowd > CROWDED ? crowded : alone;
        for (int to = 0; to < MODELS; to++) {
            mix(track, to);
        }
        System.arraycopy(mixedModel, 0, track.model, 0, MODELS);
        System.arraycopy(mixedState, 0, track.state, 0, 4 * MODELS);
        System.arraycopy(mixedSpread, 0, track.spread, 0, 10 * MODELS);
        predict(track, STEADY, dt, with.steady());
        double vx = track.state[4 * MANOEUVRING + 2];
        double vy = track.state[4 * MANOEUVRING + 3];
        predict(track, MANOEUVRING, dt,
            with.manoeuvring() + with.manoeuvringBySpeed() * Math.min(vx * vx + vy * vy, 200));
        int stand = 10 * STANDING;
        track.spread[stand] += SWAY * dt;
        track.spread[stand + 4] += SWAY * dt;
        blend(track);
    }

    private void mix(Track track, int to) {
        double total = 0;
        double mx = 0;
        double my = 0;
        double mvx = 0;
        double mvy = 0;
        for (int from = 0; from < MODELS; from++) {
            double weight = change[from * MODELS + to] * track.model[from];
            total += weight;
            int s = 4 * from;
            mx += weight * track.state[s];
            my += weight * track.state[s + 1];
            if (moves(from, to)) {
                mvx += weight * track.state[s + 2];
                mvy += weight * track.state[s + 3];
            }
        }
        mixedModel[to] = total;
        double share = 1 / Math.max(total, 1e-300);
        int t = 4 * to;
        mixedState[t] = mx *= share;
        mixedState[t + 1] = my *= share;
        mixedState[t + 2] = mvx *= share;
        mixedState[t + 3] = mvy *= share;
        int p = 10 * to;
        java.util.Arrays.fill(mixedSpread, p, p + 10, 0);
        for (int from = 0; from < MODELS; from++) {
            double weight = change[from * MODELS + to] * track.model[from] * share;
            if (weight > 1e-12) {
                gather(track, from, to, weight, mx, my, mvx, mvy, p);
            }
        }
    }

    /// Velocity survives a change of model, except into and out of standing.
    private static boolean moves(int from, int to) {
        return from != STANDING && to != STANDING;
    }

    private void gather(Track track, int from, int to, double weight, double mx, double my, double mvx, double mvy,
        int p) {
        int s = 4 * from;
        int q = 10 * from;
        double[] spread = track.spread;
        double dx = track.state[s] - mx;
        double dy = track.state[s + 1] - my;
        mixedSpread[p] += weight * (spread[q] + dx * dx);
        mixedSpread[p + 1] += weight * (spread[q + 1] + dx * dy);
        mixedSpread[p + 4] += weight * (spread[q + 4] + dy * dy);
        if (moves(from, to)) {
            double dvx = track.state[s + 2] - mvx;
            double dvy = track.state[s + 3] - mvy;
            mixedSpread[p + 2] += weight * (spread[q + 2] + dx * dvx);
            mixedSpread[p + 3] += weight * (spread[q + 3] + dx * dvy);
            mixedSpread[p + 5] += weight * (spread[q + 5] + dy * dvx);
            mixedSpread[p + 6] += weight * (spread[q + 6] + dy * dvy);
            mixedSpread[p + 7] += weight * (spread[q + 7] + dvx * dvx);
            mixedSpread[p + 8] += weight * (spread[q + 8] + dvx * dvy);
            mixedSpread[p + 9] += weight * (spread[q + 9] + dvy * dvy);
        } else {
            double own = to == STANDING ? STILL : with.walk() * with.walk();
            mixedSpread[p + 2] += weight * dx * -mvx;
            mixedSpread[p + 3] += weight * dx * -mvy;
            mixedSpread[p + 5] += weight * dy * -mvx;
            mixedSpread[p + 6] += weight * dy * -mvy;
            mixedSpread[p + 7] += weight * (own + mvx * mvx);
            mixedSpread[p + 8] += weight * mvx * mvy;
            mixedSpread[p + 9] += weight * (own + mvy * mvy);
        }
    }

    /// Constant velocity with white acceleration noise of power `q` (Bar-Shalom, Li and Kirubarajan 2001, §6.2.2).
    private static void predict(Track track, int model, double dt, double q) {
        int s = 4 * model;
        int p = 10 * model;
        double[] state = track.state;
        double[] spread = track.spread;
        state[s] += state[s + 2] * dt;
        state[s + 1] += state[s + 3] * dt;
        double half = q * dt * dt / 2;
        double third = q * dt * dt * dt / 3;
        double xvx = spread[p + 2];
        double xvy = spread[p + 3];
        double yvx = spread[p + 5];
        double yvy = spread[p + 6];
        double vxvx = spread[p + 7];
        double vxvy = spread[p + 8];
        double vyvy = spread[p + 9];
        spread[p] += dt * (2 * xvx + dt * vxvx) + third;
        spread[p + 1] += dt * (xvy + yvx + dt * vxvy);
        spread[p + 4] += dt * (2 * yvy + dt * vyvy) + third;
        spread[p + 2] = xvx + dt * vxvx + half;
        spread[p + 3] = xvy + dt * vxvy;
        spread[p + 5] = yvx + dt * vxvy;
        spread[p + 6] = yvy + dt * vyvy + half;
        spread[p + 7] = vxvx + q * dt;
        spread[p + 9] = vyvy + q * dt;
    }

    /// Writes the moment-matched state of all models into the track's plain fields.
    static void blend(Track track) {
        double x = 0;
        double y = 0;
        double vx = 0;
        double vy = 0;
        for (int m = 0; m < MODELS; m++) {
            double w = track.model[m];
            x += w * track.state[4 * m];
            y += w * track.state[4 * m + 1];
            vx += w * track.state[4 * m + 2];
            vy += w * track.state[4 * m + 3];
        }
        double sxx = 0;
        double sxy = 0;
        double syy = 0;
        for (int m = 0; m < MODELS; m++) {
            double w = track.model[m];
            double dx = track.state[4 * m] - x;
            double dy = track.state[4 * m + 1] - y;
            sxx += w * (track.spread[10 * m] + dx * dx);
            sxy += w * (track.spread[10 * m + 1] + dx * dy);
            syy += w * (track.spread[10 * m + 4] + dy * dy);
        }
        track.x = x;
        track.y = y;
        track.vx = vx;
        track.vy = vy;
        track.sxx = sxx;
        track.sxy = sxy;
        track.syy = syy;
    }
}
