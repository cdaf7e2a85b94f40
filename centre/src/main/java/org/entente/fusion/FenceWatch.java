package org.entente.fusion;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.entente.fusion.Term.Code;

/// Who crosses the fence inward: judges tracks against the fence, its own reports and our units, as a sum of log-odds.
///
/// A crossing opens a case; the case waits a little for what would speak for or against it, then is raised or let go. One
/// alarm for a track, and one for a group that crosses together, until it is over.
final class FenceWatch {

    /// Numbers of the watch. Metres, seconds, natural log-odds.
    record Limits(double threshold, double prior, double outside, double inside, double patience, double unitNear,
        double unitAge, double cap, double sameTrack, double groupNear, double groupTime, double nearMiss) {

        static Limits defaults() {
            return new Limits(4.0, -3.5, 4, 1.0, 6, 20, 8, 4, 60, 25, 20, 3);
        }
    }

    private static final double FASTEST_ANIMAL = 6;

    record Report(long detection, int sensor, double at, double along, double x, double y) {}

    private record Fix(String unit, double at, double x, double y) {}

    private record Done(double at, double x, double y) {}

    private static final class Memory {
        boolean outside;
        boolean known;
        double seen;
        double alarmed = Double.NEGATIVE_INFINITY;
        double missed = Double.NEGATIVE_INFINITY;
        double speed;
        Case open;

        void write(DataOutput out) throws IOException {
            out.writeBoolean(outside);
            out.writeBoolean(known);
            out.writeDouble(seen);
            out.writeDouble(alarmed);
            out.writeDouble(missed);
            out.writeDouble(speed);
            out.writeBoolean(open != null);
            if (open != null) {
                out.writeDouble(open.began);
                out.writeDouble(open.crossed);
                out.writeBoolean(open.best != null);
                if (open.best != null) {
                    open.best.write(out);
                }
            }
        }

        static Memory read(DataInput in) throws IOException {
            var memory = new Memory();
            memory.outside = in.readBoolean();
            memory.known = in.readBoolean();
            memory.seen = in.readDouble();
            memory.alarmed = in.readDouble();
            memory.missed = in.readDouble();
            memory.speed = in.readDouble();
            if (in.readBoolean()) {
                memory.open = new Case(in.readDouble());
                memory.open.crossed = in.readDouble();
                memory.open.best = in.readBoolean() ? FusedAlarm.read(in) : null;
            }
            return memory;
        }
    }

    private static final class Case {
        final double began;
        double crossed = Double.NaN;
        FusedAlarm best;

        Case(double began) {
            this.began = began;
        }
    }

    private final FusionSetup setup;
    private final Limits limits;
    private final Map<Long, Memory> memories = new LinkedHashMap<>();
    private final List<Report> reports = new ArrayList<>();
    private final List<Fix> fixes = new ArrayList<>();
    private final List<Done> done = new ArrayList<>();
    private final Verdicts verdicts = new Verdicts();
    private final TreeSet<Long> deaf = new TreeSet<>();
    private IntFunction<SensorStanding> standings = _ -> null;

    FenceWatch(FusionSetup setup, Limits limits) {
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

    /// Judges the tracks as they are at `now`; gives what is raised and what nearly was.
    List<FusedAlarm> judge(double now, Map<Long, Track> tracks, IntFunction<SensorStanding> standings) {
        this.standings = standings;
        reports.removeIf(report -> report.at() < now - 20);
        fixes.removeIf(fix -> fix.at() < now - limits.unitAge());
        done.removeIf(one -> one.at() < now - limits.groupTime());
        var judged = new ArrayList<FusedAlarm>();
        if (setup.fence().exists()) {
            tracks.forEach((id, track) -> judge(now, id, track, judged));
        }
        for (var memory : memories.values()) {
            if (memory.open != null && memory.seen < now - 2) {
                close(memory, judged); // lost while it was weighed
            }
        }
        memories.values().removeIf(memory -> memory.seen < now - 60);
        return judged;
    }

    private void judge(double now, long id, Track track, List<FusedAlarm> judged) {
        var nearest = setup.fence().nearest(track.x, track.y);
        var memory = memories.computeIfAbsent(id, _ -> new Memory());
        memory.seen = now;
        if (nearest.beyond()) {
            return; // past the end of the fence there is nothing to cross
        }
        memory.speed = memory.known ? 0.8 * memory.speed + 0.2 * track.speed() : track.speed();
        if (!memory.known) {
            memory.known = true;
            memory.outside = nearest.distance() > 0;
        }
        if (nearest.distance() > limits.outside()) {
            memory.outside = true;
            if (memory.open != null) {
                close(memory, judged);
            }
            return;
        }
        double ahead = nearest.distance() - 1.0 * approach(track, nearest);
        if (memory.open == null && memory.outside && ahead < 0 && now - memory.alarmed > limits.sameTrack()) {
            memory.open = new Case(now);
        }
        if (memory.open != null) {
            weigh(now, id, track, nearest, memory, judged);
        }
    }

    private double approach(Track track, Fence.Nearest nearest) {
        var ahead = setup.fence().nearest(track.x + track.vx, track.y + track.vy);
        return nearest.distance() - ahead.distance();
    }

    private void weigh(double now, long id, Track track, Fence.Nearest nearest, Memory memory,
        List<FusedAlarm> judged) {
        var open = memory.open;
        boolean inside = nearest.distance() < -limits.inside();
        if (inside && Double.isNaN(open.crossed)) {
            open.crossed = now;
        }
        var alarm = sum(now, id, track, nearest, memory);
        boolean heard = alarm.terms().stream().anyMatch(term -> term.code() == Code.FENCE);
        boolean settled = inside && now - open.crossed >= 1.5;
        if (open.best == null || alarm.logOdds() > open.best.logOdds()) {
            open.best = alarm;
        }
        if (alarm.logOdds() >= limits.threshold() && (heard || settled)) {
            boolean group = done.stream().anyMatch(one -> square(one.x() - nearest.x())
                + square(one.y() - nearest.y()) < square(limits.groupNear()));
            memory.alarmed = now;
            memory.open = null;
            memory.outside = false;
            if (!group) {
                done.add(new Done(now, nearest.x(), nearest.y()));
                judged.add(raised(alarm));
            }
        } else if (now - open.began > limits.patience()) {
            close(memory, judged);
            memory.outside = !inside;
        }
    }

    private static FusedAlarm raised(FusedAlarm one) {
        return new FusedAlarm(one.track(), one.at(), one.x(), one.y(), one.along(), true, one.threshold(), one.grade(),
            one.terms(), one.used(), one.sensors());
    }

    private void close(Memory memory, List<FusedAlarm> judged) {
        var best = memory.open.best;
        memory.open = null;
        if (best == null || best.at() - memory.missed < limits.sameTrack()) {
            return;
        }
        if ((best.logOdds() > limits.threshold() - limits.nearMiss() || spared(best))) {
            memory.missed = best.at();
            judged.add(best);
        }
    }

    /// Whether one reason alone kept it from being raised.
    private static boolean spared(FusedAlarm one) {
        double least = one.terms().stream().mapToDouble(Term::value).min().orElse(0);
        return one.logOdds() - least >= one.threshold();
    }

    private FusedAlarm sum(double now, long id, Track track, Fence.Nearest nearest, Memory memory) {
        var terms = new ArrayList<Term>();
        terms.add(new Term(Code.PRIOR, limits.prior()));
        terms.add(new Term(Code.EXISTENCE, odds(track.exists), track.exists));
        double crosses = Plane.phi(-(nearest.distance() - approach(track, nearest)) / Math.max(track.blur(), 1));
        terms.add(new Term(Code.CROSSING, odds(crosses), crosses, -nearest.distance()));
        terms.add(kind(track));
        terms.add(speed(memory.speed));
        var report = fence(now, nearest, memory.open, terms);
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

    private Report fence(double now, Fence.Nearest nearest, Case open, List<Term> terms) {
        Report best = null;
        int count = 0;
        double least = Double.POSITIVE_INFINITY;
        double when = Double.isNaN(open.crossed) ? now : open.crossed;
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
        } else if (!Double.isNaN(open.crossed) && now - open.crossed >= 1
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

    private java.util.Optional<Term> ownUnit(double now, Track track, Fence.Nearest nearest) {
        if (!track.unit.isEmpty()
            && now - track.unitAt < Math.max(limits.unitAge(), 3 * Math.min(track.fixEvery, 20))) {
            return java.util.Optional.of(new Term(Code.OWN_UNIT, -12, 0, now - track.unitAt));
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
            ? java.util.Optional.empty()
            : java.util.Optional.of(new Term(Code.OWN_UNIT, -12, Math.sqrt(least), age));
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
        out.writeInt(memories.size());
        for (var memory : memories.entrySet()) {
            out.writeLong(memory.getKey());
            memory.getValue().write(out);
        }
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
        out.writeInt(done.size());
        for (var one : done) {
            out.writeDouble(one.at());
            out.writeDouble(one.x());
            out.writeDouble(one.y());
        }
        verdicts.write(out);
        out.writeInt(deaf.size());
        for (long cell : deaf) {
            out.writeLong(cell);
        }
    }

    void read(DataInput in) throws IOException {
        for (int left = Bytes.count(in); left > 0; left--) {
            memories.put(in.readLong(), Memory.read(in));
        }
        for (int left = Bytes.count(in); left > 0; left--) {
            reports.add(new Report(in.readLong(), in.readInt(), in.readDouble(), in.readDouble(), in.readDouble(),
                in.readDouble()));
        }
        for (int left = Bytes.count(in); left > 0; left--) {
            fixes.add(new Fix(in.readUTF(), in.readDouble(), in.readDouble(), in.readDouble()));
        }
        for (int left = Bytes.count(in); left > 0; left--) {
            done.add(new Done(in.readDouble(), in.readDouble(), in.readDouble()));
        }
        verdicts.read(in);
        for (int left = Bytes.count(in); left > 0; left--) {
            deaf.add(in.readLong());
        }
    }
}
