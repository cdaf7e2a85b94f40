package org.entente.fusion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.entente.fusion.SensorModel.Kind;

/// The language the tests of the fusion core speak: people, vehicles and animals that walk straight across a plane, the
/// sensors that look at them, and by seed what those sensors say.
final class FusionScenario {

    static final Fov FIELD = new Fov.Rect(0, 0, 400, 400);

    /// What goes about.
    enum Being { PERSON, VEHICLE, ANIMAL }

    /// Somebody who goes straight from a place at a time, until another time; of our own with a unit's name.
    record Walker(Being being, double x, double y, double vx, double vy, double from, double to, String unit) {

        boolean there(double at) {
            return at >= from && at <= to;
        }

        double x(double at) {
            return x + vx * (at - from);
        }

        double y(double at) {
            return y + vy * (at - from);
        }

        double speed() {
            return Math.sqrt(vx * vx + vy * vy);
        }
    }

    private record Line(SensorModel model, double late, double jitter, boolean deaf) {}

    final List<Walker> walkers = new ArrayList<>();
    private final List<Line> sensors = new ArrayList<>();
    private final RandomGenerator chance;
    private Fence fence = Fence.none();
    private double end = 60;
    private long ids;

    FusionScenario(long seed) {
        chance = new SplittableRandom(seed);
    }

    // ---- sensors ----

    /// A thermal camera that knows places and classes.
    static SensorModel thermal(double sigma, double clutterEachLook) {
        return new SensorModel("T1", Kind.POSITION, 0, 0, sigma, 0, 0, 1, 0.9, 0, clutterEachLook / FIELD.area(), 0,
            FIELD);
    }

    /// A radar south of the field that looks north.
    static SensorModel radar(String id) {
        var fov = new Fov.Sector(200, -50, StrictMath.PI / 2, 1.2, 20, 600);
        return new SensorModel(id, Kind.RADAR, 200, -50, 0, 2, 0.01, 1, 0.9, 0, 8 / fov.area(), 0.3, fov);
    }

    /// A camera at the western edge that looks east.
    static SensorModel camera() {
        var fov = new Fov.Sector(-10, 200, 0, 0.7, 5, 500);
        return new SensorModel("C1", Kind.BEARING, -10, 200, 0, 0, 0.0026, 0.5, 0.92, 0, 0.5, 0, fov);
    }

    static SensorModel fibre(double detects) {
        return new SensorModel("F1", Kind.LINE, 0, 0, 6, 0, 0, 0, detects, 0.5, 1 / 120.0, 0, FIELD);
    }

    static SensorModel units() {
        return new SensorModel("G1", Kind.GPS, 0, 0, 3, 0, 0, 2, 0.97, 0, 0, 0, FIELD);
    }

    FusionScenario with(SensorModel model) {
        return with(model, 0.1, 0.1);
    }

    /// A sensor whose word comes `late` seconds after it looked, and up to `jitter` more.
    FusionScenario with(SensorModel model, double late, double jitter) {
        sensors.add(new Line(model, late, jitter, false));
        return this;
    }

    /// A sensor that is on the plan and never says a word.
    FusionScenario withSilent(SensorModel model) {
        sensors.add(new Line(model, 0, 0, true));
        return this;
    }

    // ---- what happens ----

    FusionScenario fence(double... line) {
        fence = new Fence(line);
        return this;
    }

    FusionScenario walks(Being being, double x, double y, double vx, double vy) {
        return walks(being, x, y, vx, vy, 0, 1e9);
    }

    FusionScenario walks(Being being, double x, double y, double vx, double vy, double from, double to) {
        walkers.add(new Walker(being, x, y, vx, vy, from, to, ""));
        return this;
    }

    /// A unit of our own, which says where it is.
    FusionScenario patrols(String unit, double x, double y, double vx, double vy) {
        walkers.add(new Walker(Being.PERSON, x, y, vx, vy, 0, 1e9, unit));
        return this;
    }

    FusionScenario until(double seconds) {
        end = seconds;
        return this;
    }

    double end() {
        return end;
    }

    FusionSetup setup() {
        return new FusionSetup(sensors.stream().map(Line::model).toList(), fence);
    }

    /// What the sensors say, in order of arrival.
    List<Scan> scans() {
        var all = new ArrayList<Scan>();
        for (int s = 0; s < sensors.size(); s++) {
            if (!sensors.get(s).deaf()) {
                switch (sensors.get(s).model().kind()) {
                    case POSITION, RADAR, BEARING -> looks(s, all);
                    case LINE -> crossings(s, all);
                    case GPS -> fixes(s, all);
                }
            }
        }
        return arrived(all);
    }

    /// The same messages in order of arrival, numbered so.
    static List<Scan> arrived(List<Scan> scans) {
        var sorted = new ArrayList<>(scans);
        sorted.sort(Comparator.comparingDouble(Scan::arrived));
        return sorted;
    }

    private void looks(int s, List<Scan> all) {
        var model = sensors.get(s).model();
        double phase = 0.13 * s;
        for (double at = phase; at <= end; at += model.period()) {
            var seen = new Seen(s, at);
            for (var walker : walkers) {
                boolean slow = walker.speed() < model.blindBelow();
                if (walker.there(at) && !slow && model.fov().inside(walker.x(at), walker.y(at), 0) > 0.5
                    && chance.nextDouble() < model.detects()) {
                    seen.thing(walker.x(at), walker.y(at), walker.being());
                }
            }
            int nothings = poisson(model.clutter() * (model.kind() == Kind.BEARING ? 1.4 : model.fov().area()));
            for (int i = 0; i < nothings; i++) {
                seen.nothing();
            }
            all.add(seen.scan());
        }
    }

    /// The detections of one look, as they are gathered.
    private final class Seen {
        private final int sensor;
        private final double at;
        private final SensorModel model;
        private final List<double[]> rows = new ArrayList<>();

        Seen(int sensor, double at) {
            this.sensor = sensor;
            this.at = at;
            this.model = sensors.get(sensor).model();
        }

        void thing(double x, double y, Being being) {
            double range = StrictMath.hypot(x - model.x(), y - model.y());
            double bearing = StrictMath.atan2(y - model.y(), x - model.x());
            var scores = scores(being.ordinal());
            row(switch (model.kind()) {
                case POSITION -> new double[]{x + noise(model.sigma()), y + noise(model.sigma())};
                case RADAR -> new double[]{Math.max(0, range + noise(model.sigmaRange())),
                        bearing + noise(model.sigmaBearing())};
                case BEARING -> new double[]{bearing + noise(model.sigmaBearing()), 0};
                case LINE, GPS -> throw new AssertionError(model.kind());
            }, scores);
        }

        void nothing() {
            var box = model.fov().box();
            double x = box[0] + chance.nextDouble() * (box[2] - box[0]);
            double y = box[1] + chance.nextDouble() * (box[3] - box[1]);
            while (model.fov().inside(x, y, 0) < 0.5) {
                x = box[0] + chance.nextDouble() * (box[2] - box[0]);
                y = box[1] + chance.nextDouble() * (box[3] - box[1]);
            }
            double range = StrictMath.hypot(x - model.x(), y - model.y());
            double bearing = StrictMath.atan2(y - model.y(), x - model.x());
            row(switch (model.kind()) {
                case POSITION -> new double[]{x, y};
                case RADAR -> new double[]{range, bearing};
                case BEARING -> new double[]{bearing, 0};
                case LINE, GPS -> throw new AssertionError(model.kind());
            }, scores(-1));
        }

        private void row(double[] place, double[] scores) {
            rows.add(new double[]{ids++, place[0], place[1], scores[0], scores[1], scores[2]});
        }

        Scan scan() {
            boolean classes = model.kind() != Kind.RADAR;
            int size = rows.size();
            var scores = new double[classes ? 3 * size : 0];
            for (int i = 0; i < scores.length; i++) {
                scores[i] = rows.get(i / 3)[3 + i % 3];
            }
            return new Scan(ids++, arrives(sensor, at), at, sensor,
                rows.stream().mapToLong(row -> (long) row[0]).toArray(),
                rows.stream().mapToDouble(row -> row[1]).toArray(), rows.stream().mapToDouble(row -> row[2]).toArray(),
                scores, new String[0]);
        }
    }

    private void crossings(int s, List<Scan> all) {
        var model = sensors.get(s).model();
        for (var walker : walkers) {
            double before = fence.nearest(walker.x(0), walker.y(0)).distance();
            for (double at = 0; at <= end; at += 0.05) {
                var nearest = fence.nearest(walker.x(at), walker.y(at));
                boolean crosses = Math.signum(nearest.distance()) != Math.signum(before) && walker.there(at);
                double detects = walker.being() == Being.ANIMAL ? model.detectsAnimal() : model.detects();
                if (crosses && chance.nextDouble() < detects) {
                    all.add(event(s, at, Math.max(0, nearest.along() + noise(model.sigma())), 0, ""));
                }
                before = nearest.distance();
            }
        }
    }

    private void fixes(int s, List<Scan> all) {
        var model = sensors.get(s).model();
        for (var walker : walkers) {
            for (double at = 0.4; at <= end && !walker.unit().isEmpty(); at += model.period()) {
                all.add(event(s, at, walker.x(at) + noise(model.sigma()), walker.y(at) + noise(model.sigma()),
                    walker.unit()));
            }
        }
    }

    private Scan event(int s, double at, double a, double b, String unit) {
        return new Scan(ids++, arrives(s, at), at, s, new long[]{ids++}, new double[]{a}, new double[]{b},
            new double[0], unit.isEmpty() ? new String[0] : new String[]{unit});
    }

    private double arrives(int s, double at) {
        return at + sensors.get(s).late() + sensors.get(s).jitter() * chance.nextDouble();
    }

    private double noise(double sigma) {
        return sigma * chance.nextGaussian();
    }

    /// Scores of a classifier: Dirichlet(4,1,1) for what it is, (1,1,1) for nothing.
    private double[] scores(int what) {
        var scores = new double[3];
        double total = 0;
        for (int k = 0; k < 3; k++) {
            for (int draws = k == what ? 4 : 1; draws > 0; draws--) {
                scores[k] += chance.nextExponential();
            }
            total += scores[k];
        }
        return new double[]{scores[0] / total, scores[1] / total, scores[2] / total};
    }

    private int poisson(double mean) {
        int count = 0;
        for (double left = mean - chance.nextExponential(); left > 0; left -= chance.nextExponential()) {
            count++;
        }
        return count;
    }

    /// In how many of eight times as many nights something is so: for what chance may spoil now and then.
    static double share(LongPredicate isSo) {
        long nights = 8L * seeds().size();
        return LongStream.rangeClosed(1, nights).filter(isSo).count() / (double) nights;
    }

    /// How many seeds a property is asked for: five, or as many as `-Dentente.seeds` says.
    static List<Long> seeds() {
        var seeds = new ArrayList<Long>();
        for (long seed = 1; seed <= Integer.getInteger("entente.seeds", 5); seed++) {
            seeds.add(seed);
        }
        return seeds;
    }
}
