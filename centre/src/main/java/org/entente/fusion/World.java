package org.entente.fusion;

import static org.entente.fusion.Track.CLASSES;
import static org.entente.fusion.Track.MANOEUVRING;
import static org.entente.fusion.Track.MODELS;
import static org.entente.fusion.Track.STANDING;
import static org.entente.fusion.Track.STEADY;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// All that the tracker believes at one time: a track-oriented Poisson multi-Bernoulli filter (Williams 2015) with
/// association by belief propagation, folded from scans in order of measurement.
///
/// Not safe for threads. [#copy] makes the past that late data are replayed from.
final class World {

    private static final double TWO_PI = 2 * StrictMath.PI;
    private static final int MOST_TRACKS = 20_000;
    private static final double FARTHEST = 1e6;
    private static final double ASKEW_METRES = 45;
    private static final double ASKEW_RADIANS = 0.1;
    private static final double CERTAIN = 1 - 1e-9;

    private final FusionSetup setup;
    private final Parameters with;
    private final Workshop shop;
    final List<Track> tracks = new ArrayList<>();
    final double[] unseen;
    final double[] excess;
    private final ClutterMap[] clutter;
    private final boolean[] own;
    final Trust[] trust;
    double now = Double.NaN;
    private double tidied = Double.NEGATIVE_INFINITY;

    /// Scratch memory that all copies of a world share: used within one step only.
    static final class Workshop {
        final Motion motion;
        final Plots plots = new Plots();
        final Edges edges = new Edges();
        final double[] inverse = new double[4 * MODELS];
        final double[] chance = new double[MODELS];
        /// 0 for the rest of a look, or a part of one: who is not in it was not missed; else 1.
        double misses = 1;
        Track[] gathered = new Track[256];

        Workshop(Parameters with) {
            motion = new Motion(with);
        }
    }

    World(FusionSetup setup, Parameters with) {
        this(setup, with, new Workshop(with));
        java.util.Arrays.setAll(trust, _ -> new Trust());
    }

    private World(FusionSetup setup, Parameters with, Workshop shop) {
        this.setup = setup;
        this.with = with;
        this.shop = shop;
        this.unseen = new double[setup.sensors().size()];
        this.excess = new double[setup.sensors().size()];
        java.util.Arrays.fill(excess, Double.NaN);
        this.clutter = new ClutterMap[setup.sensors().size()];
        this.own = new boolean[setup.sensors().size()];
        this.trust = new Trust[setup.sensors().size()];
    }

    World copy() {
        var copy = new World(setup, with, shop);
        for (var track : tracks) {
            copy.tracks.add(track.copy());
        }
        System.arraycopy(unseen, 0, copy.unseen, 0, unseen.length);
        System.arraycopy(excess, 0, copy.excess, 0, excess.length);
        for (int s = 0; s < clutter.length; s++) {
            copy.clutter[s] = clutter[s];
            own[s] = false;
            copy.trust[s] = trust[s].copy();
        }
        copy.now = now;
        copy.tidied = tidied;
        return copy;
    }

    /// Takes one scan, measured not before the last one.
    void step(Scan scan) {
        var sensor = setup.sensors().get(scan.sensor);
        if (sensor.kind() == SensorModel.Kind.LINE) {
            return;
        }
        shop.misses = scan.partial || trust[scan.sensor].lastAt == scan.at ? 0 : 1;
        advance(scan.at);
        boolean believed = trust[scan.sensor].look(scan, expected(sensor), sensor.kind() != SensorModel.Kind.GPS);
        if (sensor.kind() == SensorModel.Kind.POSITION || sensor.kind() == SensorModel.Kind.RADAR) {
            shop.plots.fill(scan, sensor);
            compare(scan, sensor);
        }
        if (!believed) {
            return;
        }
        switch (sensor.kind()) {
            case POSITION, RADAR -> places(scan, sensor);
            case BEARING -> bearings(scan, sensor);
            case GPS -> own(scan, sensor);
            case LINE -> {
            }
        }
        tidy();
    }

    /// Detections a sensor may have: all objects there are, and its clutter.
    private double expected(SensorModel sensor) {
        return switch (sensor.kind()) {
            case POSITION, RADAR -> tracks.size() + sensor.clutter() * sensor.fov().area();
            case BEARING -> tracks.size() + 10;
            case GPS, LINE -> 1_000;
        };
    }

    private SensorModel sensor(Scan scan) {
        return setup.sensors().get(scan.sensor);
    }

    private void advance(double at) {
        double dt = Double.isNaN(now) ? 0 : at - now;
        now = at;
        if (dt <= 0) {
            return;
        }
        shop.motion.step(dt);
        double lives = StrictMath.exp(-dt / with.life());
        for (var track : tracks) {
            shop.motion.move(track, dt);
            track.exists *= lives;
        }
    }

    // ---- places: radars and position sensors ----

    private void places(Scan scan, SensorModel sensor) {
        var plots = shop.plots;
        shop.edges.clear(plots.size);
        mine(scan.sensor, sensor);
        double fresh = unseenDensity(scan, sensor);
        density(scan, sensor, fresh);
        int gathered = 0;
        for (var track : tracks) {
            if (gatherPlaces(track, scan, sensor)) {
                gathered = keep(track, gathered);
            }
        }
        shop.edges.settle();
        for (int i = 0; i < gathered; i++) {
            updatePlace(shop.gathered[i], i, scan, sensor);
        }
        learn(scan, sensor, gathered);
        births(scan);
    }

    /// Makes the sensor's clutter map this world's own before it learns: copies of a world share their maps until then.
    private void mine(int s, SensorModel sensor) {
        if (clutter[s] == null) {
            clutter[s] = new ClutterMap(sensor, with.memory(), with.most());
        } else if (!own[s]) {
            clutter[s] = clutter[s].copy();
        }
        own[s] = true;
    }

    /// What else each plot may be: clutter as the map knows it here, or an object not seen so far.
    private void density(Scan scan, SensorModel sensor, double fresh) {
        var plots = shop.plots;
        for (int j = 0; j < plots.size; j++) {
            plots.clutter[j] = sensor.clutter() * clutter[scan.sensor].times(plots.x[j], plots.y[j]);
            plots.density[j] = plots.clutter[j] + fresh;
        }
    }

    private int keep(Track track, int gathered) {
        if (gathered == shop.gathered.length) {
            shop.gathered = java.util.Arrays.copyOf(shop.gathered, 2 * gathered);
        }
        shop.gathered[gathered] = track;
        return gathered + 1;
    }

    /// Density of objects not seen so far: what came beyond clutter lately, and never less than a share of the clutter.
    private double unseenDensity(Scan scan, SensorModel sensor) {
        double floor = with.unseen() * sensor.clutter();
        if (Double.isNaN(excess[scan.sensor])) {
            double area = sensor.fov().area();
            double claimed = 0;
            for (var track : tracks) {
                claimed += track.exists * sensor.detects() * sensor.fov().inside(track.x, track.y, track.blur());
            }
            excess[scan.sensor] = Math.max(0, scan.size() - sensor.clutter() * area - claimed) / area;
        }
        unseen[scan.sensor] = Math.max(floor, excess[scan.sensor]);
        return unseen[scan.sensor];
    }

    private void learn(Scan scan, SensorModel sensor, int gathered) {
        var plots = shop.plots;
        var edges = shop.edges;
        double area = sensor.fov().area();
        double nobodys = 0;
        for (int j = 0; j < scan.size(); j++) {
            nobodys += edges.fresh[j] * sensor.clutter() / plots.clutter[j];
            plots.believed[j] = 0;
        }
        trust[scan.sensor].nobodys += 0.1 * (nobodys - trust[scan.sensor].nobodys);
        double beyond = Math.max(0, nobodys - sensor.clutter() * area) / area;
        double keep = StrictMath.exp(-sensor.period() / 3.0);
        excess[scan.sensor] = keep * excess[scan.sensor] + (1 - keep) * beyond;
        for (int i = 0; i < gathered; i++) {
            if (credible(shop.gathered[i])) {
                for (int e = edges.begins[i]; e < edges.begins[i + 1]; e++) {
                    plots.believed[edges.plot[e]] += edges.belief[e];
                }
            }
        }
        clutter[scan.sensor].look();
        for (int j = 0; j < scan.size(); j++) {
            clutter[scan.sensor].nobodys(plots.x[j], plots.y[j], Math.max(0, 1 - plots.believed[j]));
        }
    }

    /// What the sensor says of our units against where their own fixes put them. It is asked of every sensor, believed or
    /// not, and far beyond the gate: a turned radar's plot of a unit is never taken for the unit.
    private void compare(Scan scan, SensorModel sensor) {
        for (var track : tracks) {
            double age = now - track.unitAt;
            double speed2 = track.fixVx * track.fixVx + track.fixVy * track.fixVy;
            if (!track.unit.isEmpty() && age <= 2.5 && speed2 >= square(sensor.blindBelow() + 0.2)) {
                double x = track.fixX + track.fixVx * age;
                double y = track.fixY + track.fixVy * age;
                int only = sensor.fov().inside(x, y, 10) < 1 ? -1 : onlyNear(sensor, x, y);
                if (only >= 0) {
                    double dx = shop.plots.x[only] - x;
                    double dy = shop.plots.y[only] - y;
                    double sideways = speed2 < 1
                        ? Math.sqrt(dx * dx + dy * dy)
                        : (dx * track.fixVy - dy * track.fixVx) / Math.sqrt(speed2);
                    trust[scan.sensor].own(sensor, dx, dy, x, y, track.unit, sideways);
                }
            }
        }
    }

    /// The one plot that may be of a unit at (x, y) if the sensor stands askew; -1 when there is none, or more.
    private int onlyNear(SensorModel sensor, double x, double y) {
        int only = -1;
        for (int j = 0; j < shop.plots.size; j++) {
            if (mayBe(sensor, shop.plots.x[j], shop.plots.y[j], x, y)) {
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

    /// An object and not clutter: it has come a way, two sensors saw it, or it is a unit of our own.
    private boolean credible(Track track) {
        double dx = track.x - track.bornX;
        double dy = track.y - track.bornY;
        return !track.unit.isEmpty() || track.several
            || dx * dx + dy * dy > with.travelled() * with.travelled();
    }

    private boolean gatherPlaces(Track track, Scan scan, SensorModel sensor) {
        double blur = track.blur();
        double seen = sensor.fov().inside(track.x, track.y, blur);
        if (seen < 0.01) {
            return false;
        }
        var edges = shop.edges;
        double r = chances(track, sensor, seen);
        double rxx = sensor.sigma() * sensor.sigma();
        double rxy = 0;
        double ryy = rxx;
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
        double sxx = track.sxx + rxx;
        double sxy = track.sxy + rxy;
        double syy = track.syy + ryy;
        double det = sxx * syy - sxy * sxy;
        boolean prepared = false;
        double wide = Math.sqrt(with.gate() * sxx);
        double high = Math.sqrt(with.gate() * syy);
        var plots = shop.plots;
        if (plots.size > 0) {
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
                            prepareModels(track, rxx, rxy, ryy);
                            prepared = true;
                        }
                        int e = edges.add(j);
                        edges.claims[j] += track.exists > 0.5 ? 1 : 0;
                        double sum = 0;
                        for (int m = 0; m < MODELS; m++) {
                            double ex = plots.x[j] - track.state[4 * m];
                            double ey = plots.y[j] - track.state[4 * m + 1];
                            var inv = shop.inverse;
                            double d2 = ex * ex * inv[4 * m] + 2 * ex * ey * inv[4 * m + 1] + ey * ey * inv[4 * m + 2];
                            double like = d2 > 60
                                ? 0
                                : track.model[m] * shop.chance[m] * inv[4 * m + 3] * StrictMath.exp(-0.5 * d2);
                            edges.byModel[3 * e + m] = like;
                            sum += like;
                        }
                        edges.weight[e] = track.exists * sum * resemblance(track, scan, j) / plots.density[j];
                    }
                }
            }
        }
        edges.end(1 - track.exists * r * shop.misses);
        return true;
    }

    /// Probability of detection by model into the workshop; gives their mean.
    private double chances(Track track, SensorModel sensor, double seen) {
        double mean = 0;
        for (int m = 0; m < MODELS; m++) {
            double chance = seen * sensor.detects();
            if (sensor.blindBelow() > 0) {
                chance *= m == STANDING ? 0.02 : moving(track, m, sensor.blindBelow());
            }
            shop.chance[m] = chance;
            mean += track.model[m] * chance;
        }
        return mean;
    }

    private static double moving(Track track, int m, double blindBelow) {
        double vx = track.state[4 * m + 2];
        double vy = track.state[4 * m + 3];
        double spread = Math.sqrt(0.5 * (track.spread[10 * m + 7] + track.spread[10 * m + 9]));
        double speed = Math.sqrt(vx * vx + vy * vy + spread * spread);
        double z = (speed - blindBelow) / Math.max(spread, 0.05);
        return z > 4 ? 1 : Plane.phi(z);
    }

    private void prepareModels(Track track, double rxx, double rxy, double ryy) {
        var inv = shop.inverse;
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

    /// How much better the scores of a detection fit the track's class than clutter: Dirichlet(4,1,1) against (1,1,1).
    private double resemblance(Track track, Scan scan, int j) {
        if (scan.scores.length == 0) {
            return 1;
        }
        double fit = 0;
        for (int k = 0; k < CLASSES; k++) {
            fit += track.kind[k] * sharp(scan.scores[3 * j + k]);
        }
        return fit;
    }

    private double sharp(double score) {
        double p = Math.max(score, 0.02);
        return switch (with.sharpness()) {
            case 2 -> 6 * p * p;
            case 3 -> 10 * p * p * p;
            default -> 1;
        };
    }

    private void updatePlace(Track track, int i, Scan scan, SensorModel sensor) {
        var edges = shop.edges;
        var plots = shop.plots;
        int from = edges.begins[i];
        int to = edges.begins[i + 1];
        double none = edges.unseen[i];
        double seen = sensor.fov().inside(track.x, track.y, track.blur());
        double mean = chances(track, sensor, seen);
        double stillThere = none * track.exists * (1 - mean * shop.misses)
            / (1 - track.exists * mean * shop.misses);
        if (from == to) {
            missed(track, mean, stillThere);
            return;
        }
        double rxx = plots.rxx[edges.plot[from]];
        double rxy = plots.rxy[edges.plot[from]];
        double ryy = plots.ryy[edges.plot[from]];
        double exists = stillThere;
        for (int e = from; e < to; e++) {
            exists += edges.belief[e];
        }
        crowd(track, from, to);
        double total = 0;
        for (int m = 0; m < MODELS; m++) {
            double w0 = stillThere * track.model[m] * (1 - shop.chance[m] * shop.misses)
                / Math.max(1 - mean * shop.misses, 1e-12);
            double sum = w0;
            double mx = 0;
            double my = 0;
            double mxx = 0;
            double mxy = 0;
            double myy = 0;
            for (int e = from; e < to; e++) {
                double all = edges.byModel[3 * e] + edges.byModel[3 * e + 1] + edges.byModel[3 * e + 2];
                double w = all <= 0 ? 0 : edges.belief[e] * edges.byModel[3 * e + m] / all;
                double ex = plots.x[edges.plot[e]] - track.state[4 * m];
                double ey = plots.y[edges.plot[e]] - track.state[4 * m + 1];
                sum += w;
                mx += w * ex;
                my += w * ey;
                mxx += w * ex * ex;
                mxy += w * ex * ey;
                myy += w * ey * ey;
            }
            if (sum > 1e-12) {
                double share = 1 / sum;
                Kalman.update(track, m, rxx, rxy, ryy, mx * share, my * share, mxx * share, mxy * share, myy * share,
                    w0 * share);
            }
            track.model[m] = sum;
            total += sum;
        }
        finish(track, exists, total, from, to, scan);
    }

    /// How far the detections of a track may as well be another's: 0 alone, towards 1 in a crowd.
    private void crowd(Track track, int from, int to) {
        double seen = 0;
        double shared = 0;
        for (int e = from; e < to; e++) {
            seen += shop.edges.belief[e];
            shared += shop.edges.claims[shop.edges.plot[e]] > 1 ? shop.edges.belief[e] : 0;
        }
        if (seen > 0.3) {
            track.crowd += 0.3 * (shared / seen - track.crowd);
        }
    }

    private void missed(Track track, double mean, double stillThere) {
        for (int m = 0; m < MODELS; m++) {
            track.model[m] *= (1 - shop.chance[m] * shop.misses) / (1 - mean * shop.misses);
        }
        track.exists = stillThere;
        Motion.blend(track);
    }

    private void finish(Track track, double exists, double total, int from, int to, Scan scan) {
        for (int m = 0; m < MODELS; m++) {
            track.model[m] = total > 1e-200 ? track.model[m] / total : 1.0 / MODELS;
        }
        track.exists = Math.min(exists, CERTAIN);
        Motion.blend(track);
        var edges = shop.edges;
        int best = -1;
        double seen = 0;
        for (int e = from; e < to; e++) {
            seen += edges.belief[e];
            best = best < 0 || edges.belief[e] > edges.belief[best] ? e : best;
        }
        if (best >= 0 && scan.scores.length > 0) {
            classify(track, from, to, seen, scan);
        }
        if (seen > 0.3 * track.exists) {
            track.looks++;
            track.lastSeen = now;
            track.saw(scan.sensor, sensor(scan).kind());
            int j = edges.plot[best];
            boolean place = setup.sensors().get(scan.sensor).kind() != SensorModel.Kind.BEARING;
            track.contributions = Contribution.after(track.contributions, scan.ids[j], scan.sensor, now,
                place ? shop.plots.x[j] : track.x, place ? shop.plots.y[j] : track.y, edges.belief[best]);
        }
    }

    private void classify(Track track, int from, int to, double seen, Scan scan) {
        var edges = shop.edges;
        double total = 0;
        for (int k = 0; k < CLASSES; k++) {
            double gain = 1 - seen;
            for (int e = from; e < to; e++) {
                gain += edges.belief[e] * sharp(scan.scores[3 * edges.plot[e] + k])
                    / resemblance(track, scan, edges.plot[e]);
            }
            edges.sharps[k] = track.kind[k] * gain;
            total += edges.sharps[k];
        }
        for (int k = 0; k < CLASSES; k++) {
            track.kind[k] = Math.max(edges.sharps[k] / total, 1e-4);
        }
    }

    private void births(Scan scan) {
        for (int j = 0; j < scan.size(); j++) {
            double exists = shop.edges.fresh[j] * unseen[scan.sensor] / shop.plots.density[j];
            if (exists > with.forget() && tracks.size() < MOST_TRACKS) {
                var track = new Track(scan.ids[j], now);
                track.exists = exists;
                open(track, shop.plots.x[j], shop.plots.y[j], shop.plots.rxx[j], shop.plots.rxy[j],
                    shop.plots.ryy[j]);
                if (scan.scores.length > 0) {
                    for (int k = 0; k < CLASSES; k++) {
                        track.kind[k] = sharp(scan.scores[3 * j + k]);
                    }
                    double total = track.kind[0] + track.kind[1] + track.kind[2];
                    for (int k = 0; k < CLASSES; k++) {
                        track.kind[k] /= total;
                    }
                }
                track.looks = 1;
                track.lastSeen = now;
                track.saw(scan.sensor, sensor(scan).kind());
                track.contributions = Contribution.after(null, scan.ids[j], scan.sensor, now, track.x, track.y, 1);
                tracks.add(track);
            }
        }
    }

    private void open(Track track, double x, double y, double rxx, double rxy, double ryy) {
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
        Motion.blend(track);
    }

    // ---- bearings: cameras that know a direction only ----

    private void bearings(Scan scan, SensorModel sensor) {
        shop.edges.clear(scan.size());
        int gathered = 0;
        for (var track : tracks) {
            if (gatherBearings(track, scan, sensor)) {
                gathered = keep(track, gathered);
            }
        }
        shop.edges.settle();
        for (int i = 0; i < gathered; i++) {
            updateBearing(shop.gathered[i], i, scan, sensor);
        }
    }

    private boolean gatherBearings(Track track, Scan scan, SensorModel sensor) {
        double seen = sensor.fov().inside(track.x, track.y, track.blur());
        if (seen < 0.01) {
            return false;
        }
        var edges = shop.edges;
        double mean = chances(track, sensor, seen);
        double dx = track.x - sensor.x();
        double dy = track.y - sensor.y();
        double range2 = Math.max(dx * dx + dy * dy, 25);
        double expected = StrictMath.atan2(dy, dx);
        double noise = square(with.bearingWider() * sensor.sigmaBearing());
        double spread = (dy * dy * track.sxx - 2 * dx * dy * track.sxy + dx * dx * track.syy) / (range2 * range2)
            + noise;
        for (int j = 0; j < scan.size(); j++) {
            double off = Plane.wrap(scan.a[j] - expected);
            if (off * off > with.gate() * spread) {
                continue;
            }
            int e = edges.add(j);
            double sum = 0;
            for (int m = 0; m < MODELS; m++) {
                double own = bearingSpread(track, m, dx, dy, range2) + noise;
                double ex = bearingOff(track, m, sensor, scan.a[j]);
                double like = track.model[m] * shop.chance[m] * StrictMath.exp(-0.5 * ex * ex / own)
                    / Math.sqrt(TWO_PI * own);
                edges.byModel[3 * e + m] = like;
                sum += like;
            }
            edges.weight[e] = track.exists * sum * resemblance(track, scan, j) / sensor.clutter();
        }
        edges.end(1 - track.exists * mean * shop.misses);
        return true;
    }

    private static double bearingSpread(Track track, int m, double dx, double dy, double range2) {
        int p = 10 * m;
        return (dy * dy * track.spread[p] - 2 * dx * dy * track.spread[p + 1] + dx * dx * track.spread[p + 4])
            / (range2 * range2);
    }

    private static double bearingOff(Track track, int m, SensorModel sensor, double bearing) {
        return Plane.wrap(bearing
            - StrictMath.atan2(track.state[4 * m + 1] - sensor.y(), track.state[4 * m] - sensor.x()));
    }

    private void updateBearing(Track track, int i, Scan scan, SensorModel sensor) {
        var edges = shop.edges;
        int from = edges.begins[i];
        int to = edges.begins[i + 1];
        double seen = sensor.fov().inside(track.x, track.y, track.blur());
        double mean = chances(track, sensor, seen);
        double stillThere = edges.unseen[i] * track.exists * (1 - mean * shop.misses)
            / (1 - track.exists * mean * shop.misses);
        if (from == to) {
            missed(track, mean, stillThere);
            return;
        }
        double exists = stillThere;
        for (int e = from; e < to; e++) {
            exists += edges.belief[e];
        }
        exists = track.shown ? exists : Math.min(exists, track.exists);
        double dx = track.x - sensor.x();
        double dy = track.y - sensor.y();
        double range2 = Math.max(dx * dx + dy * dy, 25);
        double noise = square(with.bearingWider() * sensor.sigmaBearing());
        double total = 0;
        for (int m = 0; m < MODELS; m++) {
            double w0 = stillThere * track.model[m] * (1 - shop.chance[m] * shop.misses)
                / Math.max(1 - mean * shop.misses, 1e-12);
            double sum = w0;
            double first = 0;
            double second = 0;
            for (int e = from; e < to; e++) {
                double all = edges.byModel[3 * e] + edges.byModel[3 * e + 1] + edges.byModel[3 * e + 2];
                double w = all <= 0 ? 0 : edges.belief[e] * edges.byModel[3 * e + m] / all;
                double off = bearingOff(track, m, sensor, scan.a[edges.plot[e]]);
                sum += w;
                first += w * off;
                second += w * off * off;
            }
            if (sum > 1e-12) {
                Kalman.turn(track, m, -dy / range2, dx / range2, noise, first / sum, second / sum, w0 / sum);
            }
            track.model[m] = sum;
            total += sum;
        }
        finish(track, exists, total, from, to, scan);
    }

    private static double square(double value) {
        return value * value;
    }

    // ---- own units ----

    private void own(Scan scan, SensorModel sensor) {
        double noise = sensor.sigma() * sensor.sigma();
        for (int j = 0; j < scan.size(); j++) {
            var unit = scan.units[j];
            var track = ofUnit(unit);
            if (track == null || distance(track, scan.a[j], scan.b[j], noise) > 30) {
                if (track != null) {
                    disown(track);
                }
                track = nearest(scan.a[j], scan.b[j], noise);
            }
            if (track == null) {
                track = new Track(scan.ids[j], now);
                open(track, scan.a[j], scan.b[j], noise, 0, noise);
                tracks.add(track);
            } else {
                fix(track, scan.a[j], scan.b[j], noise);
            }
            fixed(track, unit, scan.a[j], scan.b[j]);
            track.exists = Math.max(track.exists, 0.99);
            track.looks = Math.max(track.looks + 1, with.looks());
            track.lastSeen = now;
            track.saw(scan.sensor, sensor(scan).kind());
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

    private void fixed(Track track, String unit, double x, double y) {
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

    private Track ofUnit(String unit) {
        for (var track : tracks) {
            if (track.unit.equals(unit)) {
                return track;
            }
        }
        return null;
    }

    private Track nearest(double x, double y, double noise) {
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
        prepareModels(track, noise, 0, noise);
        double total = 0;
        for (int m = 0; m < MODELS; m++) {
            double ex = x - track.state[4 * m];
            double ey = y - track.state[4 * m + 1];
            var inv = shop.inverse;
            double d2 = ex * ex * inv[4 * m] + 2 * ex * ey * inv[4 * m + 1] + ey * ey * inv[4 * m + 2];
            track.model[m] *= Math.max(inv[4 * m + 3] * StrictMath.exp(-0.5 * Math.min(d2, 200)), 1e-100);
            total += track.model[m];
            Kalman.update(track, m, noise, 0, noise, ex, ey, ex * ex, ex * ey, ey * ey, 0);
        }
        for (int m = 0; m < MODELS; m++) {
            track.model[m] /= total;
        }
        Motion.blend(track);
    }

    // ---- housekeeping ----

    private void tidy() {
        for (int i = 0; i < tracks.size(); i++) {
            var track = tracks.get(i);
            int enough = with.looks() - (track.exists > with.sure() ? 1 : 0);
            if (!track.shown && track.exists > with.show() && track.looks >= enough) {
                track.shown = true;
            } else if (track.shown && track.exists < with.hide()) {
                track.shown = false;
            }
        }
        tracks.removeIf(track -> !(track.exists >= with.forget() && track.blur() <= 60 && Math.abs(track.x) < FARTHEST
            && Math.abs(track.y) < FARTHEST));
        if (now - tidied >= 1) {
            tidied = now;
            merge();
        }
    }

    /// Two shown tracks in one place with one velocity are one object seen twice: our own unit stays, else the older.
    private void merge() {
        var shown = new ArrayList<Track>();
        for (var track : tracks) {
            if (track.shown) {
                shown.add(track);
            }
        }
        shown.sort((one, other) -> Double.compare(one.x, other.x));
        for (int i = 0; i < shown.size(); i++) {
            var one = shown.get(i);
            for (int k = i + 1; k < shown.size() && shown.get(k).x - one.x < 0.8; k++) {
                var other = shown.get(k);
                double apart = Math.max(Math.abs(other.x - one.x), Math.abs(other.y - one.y));
                double drift = Math.max(Math.abs(other.vx - one.vx), Math.abs(other.vy - one.vy));
                if (apart < 0.8 && drift < 0.4) {
                    boolean older = one.since <= other.since;
                    boolean stays = one.unit.isEmpty() == other.unit.isEmpty() ? older : !one.unit.isEmpty();
                    (stays ? other : one).exists = 0;
                }
            }
        }
        tracks.removeIf(track -> track.exists <= 0);
    }

    // ---- snapshot ----

    void write(DataOutput out) throws IOException {
        out.writeDouble(now);
        out.writeDouble(tidied);
        Bytes.write(out, excess);
        out.writeInt(tracks.size());
        for (var track : tracks) {
            track.write(out);
        }
        for (int s = 0; s < clutter.length; s++) {
            trust[s].write(out);
            out.writeBoolean(clutter[s] != null);
            if (clutter[s] != null) {
                clutter[s].write(out);
            }
        }
    }

    void read(DataInput in) throws IOException {
        now = in.readDouble();
        tidied = in.readDouble();
        Bytes.fill(in, excess);
        for (int left = Bytes.count(in); left > 0; left--) {
            tracks.add(Track.read(in));
        }
        for (int s = 0; s < clutter.length; s++) {
            trust[s].read(in);
            if (in.readBoolean()) {
                mine(s, setup.sensors().get(s));
                clutter[s].read(in);
            }
        }
    }
}
