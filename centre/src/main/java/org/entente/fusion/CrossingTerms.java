package org.entente.fusion;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.entente.fusion.FenceWatch.Limits;
import org.entente.fusion.Term.Code;

/// What speaks for and against a crossing, as a sum of log-odds: the track itself, the fence's own reports and its silence,
/// our units, and what officers found at this place before.
final class CrossingTerms {

    private static final double FASTEST_ANIMAL = 6;

    private record Report(long detection, int sensor, double at, double along, double x, double y) {}

    private record Fix(String unit, double at, double x, double y) {}

    private final FusionSetup setup;
    private final Limits limits;
    private final List<Report> reports = new ArrayList<>();
    private final List<Fix> fixes = new ArrayList<>();
    private final Verdicts verdicts = new Verdicts();
    private final TreeSet<Long> deaf = new TreeSet<>();
    private IntFunction<SensorStanding> standings = _ -> null;

    CrossingTerms(FusionSetup setup, Limits limits) {
        this.setup = setup;
        this.limits = limits;
    }

    /// An officer said what an alarm on a stretch of the fence was.
    void verdict(double now, double from, double to, boolean nuisance) {
        verdicts.add(now, from, to, nuisance);
    }

    /// Whether a stretch of the fence can speak.
    void hears(double from, double to, boolean can) {
        for (long cell = Verdicts.cell(from); cell <= Verdicts.cell(to); cell++) {
            if (can) {
                deaf.remove(cell);
            } else {
                deaf.add(cell);
            }
        }
    }

    /// The fence, or a unit of our own, said something.
    void on(Scan scan) {
        var sensor = setup.sensors().get(scan.sensor);
        for (int i = 0; i < scan.size(); i++) {
            if (sensor.kind() == SensorModel.Kind.LINE && setup.fence().exists()) {
                var point = setup.fence().at(scan.a[i]);
                reports.add(new Report(scan.ids[i], scan.sensor, scan.at, scan.a[i], point[0], point[1]));
            } else if (sensor.kind() == SensorModel.Kind.GPS) {
                fixes.add(new Fix(scan.units[i], scan.at, scan.a[i], scan.b[i]));
            }
        }
    }

    /// Forgets what is too old to count, and learns how the sensors stand.
    void at(double now, IntFunction<SensorStanding> standings) {
        this.standings = standings;
        reports.removeIf(report -> report.at() < now - 20);
        fixes.removeIf(fix -> fix.at() < now - limits.unitAge());
    }

    /// The sum for one track, not raised yet.
    ///
    /// @param approach metres that it comes nearer in a second
    /// @param speed how fast it went lately, m/s
    /// @param crossed since when it is inside; NaN when it is not yet
    FusedAlarm sum(double now, long id, Track track, Fence.Nearest nearest, double approach, double speed,
        double crossed) {
        var terms = new ArrayList<Term>();
        terms.add(new Term(Code.PRIOR, limits.prior()));
        terms.add(new Term(Code.EXISTENCE, odds(track.exists), track.exists));
        double crosses = Plane.phi(-(nearest.distance() - approach) / Math.max(track.blur(), 1));
        terms.add(new Term(Code.CROSSING, odds(crosses), crosses, -nearest.distance()));
        terms.add(kind(track));
        terms.add(speed(speed));
        var report = fence(now, nearest, crossed, terms);
        ownUnit(now, track, nearest).ifPresent(terms::add);
        verdicts.at(now, nearest.along()).ifPresent(terms::add);
        int kinds = Integer.bitCount(track.physics);
        if (kinds > 1) {
            terms.add(new Term(Code.AGREEMENT, 0.5 * (kinds - 1), kinds));
        }
        var grade = kinds > 1 && track.exists >= 0.99 ? FusedAlarm.Grade.B : FusedAlarm.Grade.C;
        return new FusedAlarm(id, now, nearest.x(), nearest.y(), nearest.along(), false, limits.threshold(), grade,
            terms, used(track, report), witnesses(now, track));
    }

    private double odds(double p) {
        double q = Math.min(Math.max(p, 1e-4), 1 - 1e-4);
        return bound(StrictMath.log(q / (1 - q)));
    }

    private double bound(double value) {
        return Math.max(-limits.cap(), Math.min(limits.cap(), value));
    }

    private Term kind(Track track) {
        double person = track.kind[0];
        double vehicle = track.kind[1];
        double animal = track.kind[2];
        double value = StrictMath.log((person + vehicle) / animal) - StrictMath.log(2);
        // existence and crossing are certain for an animal too: what it is must be able to outweigh the fence's word
        return new Term(Code.CLASS, Math.max(-2 * limits.cap(), Math.min(limits.cap(), value)), person, vehicle,
            animal);
    }

    /// People walk at about 1.5 m/s and seldom run; animals go at any speed up to 6 m/s.
    private static Term speed(double v) {
        double person = 0.9 * bell(v, 1.5, 0.6) + 0.1 * bell(v, 3.5, 1.0);
        if (v > FASTEST_ANIMAL) {
            return new Term(Code.SPEED, 0, v); // a vehicle, or a sensor that errs: the speed says nothing for or against
        }
        double animal = 1 / FASTEST_ANIMAL;
        return new Term(Code.SPEED, Math.max(-1.5, Math.min(1.5, StrictMath.log(Math.max(person, 1e-3) / animal))), v);
    }

    private static double bell(double v, double mean, double spread) {
        double z = (v - mean) / spread;
        return StrictMath.exp(-0.5 * z * z) / (spread * 2.5066282746310002);
    }

    private Report fence(double now, Fence.Nearest nearest, double crossed, List<Term> terms) {
        Report best = null;
        int count = 0;
        double least = Double.POSITIVE_INFINITY;
        double when = Double.isNaN(crossed) ? now : crossed;
        for (var report : reports) {
            var line = setup.sensors().get(report.sensor());
            double far = Math.sqrt(square(report.x() - nearest.x()) + square(report.y() - nearest.y()));
            double late = report.at() - when;
            if (far < 3 * line.sigma() + 6 && late > -5 && late < 3) {
                count++;
                double d2 = square(far / (line.sigma() + 3)) + square(late / 2.0);
                if (d2 < least) {
                    least = d2;
                    best = report;
                }
            }
        }
        if (best != null) {
            var line = setup.sensors().get(best.sensor());
            double spread = line.sigma() + 3;
            double chance = line.clutter() / Math.max(setup.fence().length(), 1) * 2 * StrictMath.PI * spread * 2.0;
            double value = bound(StrictMath.log(line.detects() / Math.max(chance, 1e-6)) - 0.5 * least);
            terms.add(new Term(Code.FENCE, value, count,
                Math.sqrt(square(best.x() - nearest.x()) + square(best.y() - nearest.y())),
                Math.abs(best.at() - when)));
        } else if (!Double.isNaN(crossed) && now - crossed >= 1
            && !deaf.contains(Verdicts.cell(nearest.along()))) {
            for (var line : setup.sensors()) {
                if (line.kind() == SensorModel.Kind.LINE) {
                    double silent = (1 - line.detects()) / (1 - 0.5 * line.detects() - 0.5 * line.detectsAnimal());
                    terms.add(new Term(Code.FENCE_SILENT, bound(StrictMath.log(Math.max(silent, 1e-3))),
                        1 - line.detects()));
                    return null;
                }
            }
        }
        return best;
    }

    private Optional<Term> ownUnit(double now, Track track, Fence.Nearest nearest) {
        if (!track.unit.isEmpty()
            && now - track.unitAt < Math.max(limits.unitAge(), 3 * Math.min(track.fixEvery, 20))) {
            return Optional.of(new Term(Code.OWN_UNIT, -12, 0, now - track.unitAt));
        }
        double least = square(limits.unitNear());
        double age = Double.NaN;
        for (var fix : fixes) {
            double far = Math.min(square(fix.x() - nearest.x()) + square(fix.y() - nearest.y()),
                square(fix.x() - track.x) + square(fix.y() - track.y));
            if (far < least) {
                least = far;
                age = now - fix.at();
            }
        }
        return Double.isNaN(age)
            ? Optional.empty()
            : Optional.of(new Term(Code.OWN_UNIT, -12, Math.sqrt(least), age));
    }

    private static List<FusedAlarm.Used> used(Track track, Report report) {
        var used = new ArrayList<FusedAlarm.Used>();
        if (report != null) {
            used.add(new FusedAlarm.Used(report.detection(), report.sensor(), report.at(), report.x(), report.y(), 1));
        }
        for (var one = track.contributions; one != null && used.size() < 40; one = one.before()) {
            used.add(new FusedAlarm.Used(one.detection(), one.sensor(), one.at(), one.x(), one.y(), one.weight()));
        }
        return used;
    }

    private List<FusedAlarm.Witness> witnesses(double now, Track track) {
        var witnesses = new ArrayList<FusedAlarm.Witness>();
        for (int s = 0; s < setup.sensors().size(); s++) {
            var sensor = setup.sensors().get(s);
            if (sensor.kind() != SensorModel.Kind.LINE && sensor.kind() != SensorModel.Kind.GPS) {
                witnesses.add(new FusedAlarm.Witness(s, word(now, track, s, sensor)));
            }
        }
        return witnesses;
    }

    private FusedAlarm.Word word(double now, Track track, int s, SensorModel sensor) {
        for (var one = track.contributions; one != null && now - one.at() < 10; one = one.before()) {
            if (one.sensor() == s) {
                return FusedAlarm.Word.SAW_IT;
            }
        }
        var standing = standings.apply(s);
        if (!standing.believed()) {
            return FusedAlarm.Word.NOT_BELIEVED;
        }
        if (now - standing.lastAt() > 5 * Math.max(sensor.period(), 1) + 2) {
            return FusedAlarm.Word.SILENT;
        }
        if (sensor.fov().inside(track.x, track.y, track.blur()) < 0.5) {
            return FusedAlarm.Word.OUT_OF_FIELD;
        }
        return track.speed() < sensor.blindBelow()
            ? FusedAlarm.Word.TOO_SLOW_FOR_IT
            : FusedAlarm.Word.SHOULD_HAVE_SEEN_IT;
    }

    private static double square(double value) {
        return value * value;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(reports.size());
        for (var report : reports) {
            out.writeLong(report.detection());
            out.writeInt(report.sensor());
            out.writeDouble(report.at());
            out.writeDouble(report.along());
            out.writeDouble(report.x());
            out.writeDouble(report.y());
        }
        out.writeInt(fixes.size());
        for (var fix : fixes) {
            out.writeUTF(fix.unit());
            out.writeDouble(fix.at());
            out.writeDouble(fix.x());
            out.writeDouble(fix.y());
        }
        verdicts.write(out);
        out.writeInt(deaf.size());
        for (long cell : deaf) {
            out.writeLong(cell);
        }
    }

    void read(DataInput in) throws IOException {
        for (int left = Bytes.count(in); left > 0; left--) {
            reports.add(new Report(in.readLong(), in.readInt(), in.readDouble(), in.readDouble(), in.readDouble(),
                in.readDouble()));
        }
        for (int left = Bytes.count(in); left > 0; left--) {
            fixes.add(new Fix(in.readUTF(), in.readDouble(), in.readDouble(), in.readDouble()));
        }
        verdicts.read(in);
        for (int left = Bytes.count(in); left > 0; left--) {
            deaf.add(in.readLong());
        }
    }
}
