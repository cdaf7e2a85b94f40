package org.entente.fusion;

import static org.entente.fusion.Track.MODELS;

import java.util.List;

/// Our own units: their fixes make tracks with a name, and are the measure by which the sensors' own places are judged.
final class OwnUnits {

    private static final double ASKEW_METRES = 45;
    private static final double ASKEW_RADIANS = 0.1;

    private final Parameters with;
    private final Motion motion;
    private final double[] inverse = new double[4 * MODELS];

    OwnUnits(Parameters with, Motion motion) {
        this.with = with;
        this.motion = motion;
    }

    void take(Scan scan, SensorModel sensor, double now, List<Track> tracks) {
        double noise = sensor.sigma() * sensor.sigma();
        for (int j = 0; j < scan.size(); j++) {
            var unit = scan.units[j];
            var track = ofUnit(unit, tracks);
            if (track == null || distance(track, scan.a[j], scan.b[j], noise) > 30) {
                if (track != null) {
                    disown(track);
                }
                track = nearest(scan.a[j], scan.b[j], noise, tracks);
            }
            if (track == null) {
                track = new Track(scan.ids[j], now);
                motion.begin(track, scan.a[j], scan.b[j], noise, 0, noise);
                tracks.add(track);
            } else {
                fix(track, scan.a[j], scan.b[j], noise);
            }
            fixed(track, unit, scan.a[j], scan.b[j], now);
            track.exists = Math.max(track.exists, 0.99);
            track.looks = Math.max(track.looks + 1, with.looks());
            track.lastSeen = now;
            track.saw(scan.sensor, sensor.kind());
            track.contributions = Contribution.after(track.contributions, scan.ids[j], scan.sensor, now, scan.a[j],
                scan.b[j], 1);
        }
    }

    /// The unit is elsewhere: what nobody else saw was only its shadow.
    private static void disown(Track track) {
        track.unit = "";
        if (!track.sensed) {
            track.exists = 0;
        }
    }

    private static void fixed(Track track, String unit, double x, double y, double now) {
        double dt = now - track.unitAt;
        boolean before = track.unit.equals(unit) && dt > 0.2 && dt < 10;
        track.fixEvery = track.unit.equals(unit) && dt < 120 ? 0.7 * track.fixEvery + 0.3 * dt : 2;
        track.fixVx = before ? (x - track.fixX) / dt : 0;
        track.fixVy = before ? (y - track.fixY) / dt : 0;
        track.fixX = x;
        track.fixY = y;
        track.unit = unit;
        track.unitAt = now;
    }

    private static Track ofUnit(String unit, List<Track> tracks) {
        for (var track : tracks) {
            if (track.unit.equals(unit)) {
                return track;
            }
        }
        return null;
    }

    private static Track nearest(double x, double y, double noise, List<Track> tracks) {
        Track best = null;
        double least = 9.2;
        for (var track : tracks) {
            if (track.unit.isEmpty() && track.exists > 0.3) {
                double far = distance(track, x, y, noise);
                if (far < least) {
                    least = far;
                    best = track;
                }
            }
        }
        return best;
    }

    private static double distance(Track track, double x, double y, double noise) {
        double sxx = track.sxx + noise;
        double syy = track.syy + noise;
        double det = sxx * syy - track.sxy * track.sxy;
        double dx = x - track.x;
        double dy = y - track.y;
        return (dx * dx * syy - 2 * dx * dy * track.sxy + dy * dy * sxx) / det;
    }

    private void fix(Track track, double x, double y, double noise) {
        Kalman.invert(track, noise, 0, noise, inverse);
        double total = 0;
        for (int m = 0; m < MODELS; m++) {
            double ex = x - track.state[4 * m];
            double ey = y - track.state[4 * m + 1];
            double d2 = ex * ex * inverse[4 * m] + 2 * ex * ey * inverse[4 * m + 1] + ey * ey * inverse[4 * m + 2];
            track.model[m] *= Math.max(inverse[4 * m + 3] * StrictMath.exp(-0.5 * Math.min(d2, 200)), 1e-100);
            total += track.model[m];
            Kalman.update(track, m, noise, 0, noise, ex, ey, ex * ex, ex * ey, ey * ey, 0);
        }
        for (int m = 0; m < MODELS; m++) {
            track.model[m] /= total;
        }
        Motion.blend(track);
    }

    /// What the sensor says of our units against where their own fixes put them. It is asked of every sensor, believed or
    /// not, and far beyond the gate: a turned radar's plot of a unit is never taken for the unit.
    void compare(SensorModel sensor, Plots plots, double now, List<Track> tracks, Trust trust) {
        for (var track : tracks) {
            if (comparable(track, sensor, now)) {
                double x = expectedX(track, now);
                double y = expectedY(track, now);
                int only = onlyNear(sensor, plots, x, y);
                if (only >= 0) {
                    own(trust, sensor, track, plots.x[only] - x, plots.y[only] - y, x, y);
                }
            }
        }
    }

    /// The same for a look that gives directions: how far beside the unit it points, at the unit's own distance.
    void compare(SensorModel sensor, Scan scan, double now, List<Track> tracks, Trust trust) {
        for (var track : tracks) {
            if (comparable(track, sensor, now)) {
                double x = expectedX(track, now);
                double y = expectedY(track, now);
                double ux = x - sensor.x();
                double uy = y - sensor.y();
                double beside = onlyTowards(scan, StrictMath.atan2(uy, ux));
                if (!Double.isNaN(beside)) {
                    own(trust, sensor, track, -uy * beside, ux * beside, x, y);
                }
            }
        }
    }

    /// Whether a unit's last fix is fresh, well within sight, and of somebody whom the sensor sees at this speed.
    private static boolean comparable(Track track, SensorModel sensor, double now) {
        return !track.unit.isEmpty() && now - track.unitAt <= 2.5
            && speed2(track) >= square(sensor.blindBelow() + 0.2)
            && sensor.fov().inside(expectedX(track, now), expectedY(track, now), 10) >= 1;
    }

    private static double expectedX(Track track, double now) {
        return track.fixX + track.fixVx * (now - track.unitAt);
    }

    private static double expectedY(Track track, double now) {
        return track.fixY + track.fixVy * (now - track.unitAt);
    }

    private static double speed2(Track track) {
        return track.fixVx * track.fixVx + track.fixVy * track.fixVy;
    }

    private static void own(Trust trust, SensorModel sensor, Track track, double dx, double dy, double x, double y) {
        double sideways = speed2(track) < 1
            ? Math.sqrt(dx * dx + dy * dy)
            : (dx * track.fixVy - dy * track.fixVx) / Math.sqrt(speed2(track));
        trust.own(sensor, dx, dy, x, y, track.unit, sideways);
    }

    /// How far the one bearing that may be of a unit points beside it, radians; NaN when there is none, or more.
    private static double onlyTowards(Scan scan, double bearing) {
        double only = Double.NaN;
        for (int j = 0; j < scan.size(); j++) {
            double off = Plane.wrap(scan.a[j] - bearing);
            if (Math.abs(off) < ASKEW_RADIANS) {
                if (!Double.isNaN(only)) {
                    return Double.NaN;
                }
                only = off;
            }
        }
        return only;
    }

    /// The one plot that may be of a unit at (x, y) if the sensor stands askew; -1 when there is none, or more.
    private static int onlyNear(SensorModel sensor, Plots plots, double x, double y) {
        int only = -1;
        for (int j = 0; j < plots.size; j++) {
            if (mayBe(sensor, plots.x[j], plots.y[j], x, y)) {
                if (only >= 0) {
                    return -1;
                }
                only = j;
            }
        }
        return only;
    }

    private static boolean mayBe(SensorModel sensor, double plotX, double plotY, double x, double y) {
        if (sensor.kind() == SensorModel.Kind.POSITION) {
            return square(plotX - x) + square(plotY - y) < square(ASKEW_METRES);
        }
        double dx = plotX - sensor.x();
        double dy = plotY - sensor.y();
        double ux = x - sensor.x();
        double uy = y - sensor.y();
        double far = Math.sqrt(ux * ux + uy * uy);
        return Math.abs(Math.sqrt(dx * dx + dy * dy) - far) < 4 * sensor.sigmaRange() + 10
            && Math.abs(Plane.wrap(StrictMath.atan2(dy, dx) - StrictMath.atan2(uy, ux))) < ASKEW_RADIANS;
    }

    private static double square(double value) {
        return value * value;
    }
}
