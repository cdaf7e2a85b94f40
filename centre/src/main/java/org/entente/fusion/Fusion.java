package org.entente.fusion;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.fusion.SensorStanding.Doubt;

/// From scans to tracks and alarms, for one site: one thread at a time, no clock, no chance, no I/O.
///
/// Scans may come late, doubled and in any order: what is believed at a moment is always what the scans of the last
/// [Parameters#lag] seconds say in order of measurement, however they arrived (exact fixed-lag replay from checkpoints).
/// Only what is asked for is worked out, so a scan costs nothing until somebody looks.
public final class Fusion {

    private static final int MAGIC = 0x46555334;
    private static final double CHECKPOINT_EVERY = 0.1;
    private static final double AHEAD = 0.5;
    private static final double VAGUE = 50;
    private static final double FORGET_IDS = 600;

    /// The world as it was after the first `applied` scans of the tail, the newest of them measured at `at`.
    private record Checkpoint(World world, int applied, double at) {}

    /// A track as it is shown at a moment; metres, metres a second, 1-sigma covariance in m².
    ///
    /// @param id never given twice
    /// @param exists probability that there is such an object, 0 to 1
    /// @param person probability that it is a person; `vehicle` and `animal` likewise; together 1
    /// @param unit our own unit that it is, blank when it is none
    /// @param sensed whether any sensor saw it, and not only its own position reports
    /// @param since time of its first detection, seconds
    /// @param lastSeen time of its newest detection, seconds
    public record Shown(long id, double x, double y, double vx, double vy, double sxx, double sxy, double syy,
        double exists, double person, double vehicle, double animal, String unit, boolean sensed, double since,
        double lastSeen) {}

    private static final class Count {
        long messages;
        long late;
        long ahead;
        long doubled;
        long absurd;
        double lately;
        double strange;
    }

    private static final class Name {
        final long id;
        double shown;

        Name(long id, double shown) {
            this.id = id;
            this.shown = shown;
        }
    }

    private final FusionSetup setup;
    private final Parameters with;
    private final List<Scan> tail = new ArrayList<>();
    private final List<Checkpoint> checkpoints = new ArrayList<>();
    private final Map<Long, Name> names = new LinkedHashMap<>();
    private final Count[] counts;
    private final FenceWatch watch;
    private final Motion motion;
    private World live;
    private int applied;
    private int clean;
    private double newest = Double.NEGATIVE_INFINITY;
    private long lastId;
    private long steps;

    /// Nothing seen yet.
    public Fusion(FusionSetup setup, Parameters with) {
        this.setup = setup;
        this.with = with;
        this.watch = new FenceWatch(setup, FenceWatch.Limits.defaults());
        this.motion = new Motion(with);
        this.counts = new Count[setup.sensors().size()];
        java.util.Arrays.setAll(counts, _ -> new Count());
        this.live = new World(setup, with);
        checkpoints.add(new Checkpoint(live.copy(), 0, Double.NEGATIVE_INFINITY));
    }

    /// Takes one message. Never throws for what it says: what cannot be used is counted (see [#standings]).
    public void on(Scan told) {
        if (told.sensor < 0 || told.sensor >= counts.length || !Double.isFinite(told.arrived)) {
            return;
        }
        var count = counts[told.sensor];
        count.messages++;
        newest = Math.max(newest, told.arrived);
        var scan = Sound.scan(told, setup.sensors().get(told.sensor));
        count.absurd += told.size() - scan.size();
        boolean ahead = !(told.at <= told.arrived + AHEAD);
        boolean late = told.at < newest - with.lag() || checkpoints.getFirst().at() > told.at;
        count.ahead += ahead ? 1 : 0;
        count.late += late ? 1 : 0;
        count.lately += 0.1 * ((ahead || late ? 1 : 0) - count.lately);
        count.strange += 0.1 * ((told.size() > scan.size() ? 1 : 0) - count.strange);
        if (!ahead && !late) {
            insert(scan, count);
        }
    }

    private void insert(Scan scan, Count count) {
        int place = tail.size();
        while (place > 0 && tail.get(place - 1).compareInTime(scan) > 0) {
            place--;
        }
        if (known(scan, place)) {
            count.doubled++;
            return;
        }
        watch.terms().on(scan);
        tail.add(place, scan);
        clean = Math.min(clean, place);
    }

    /// An officer said what an alarm on a stretch of the fence was: teaches the nuisance of the place, nothing else.
    ///
    /// @param time when it was said, seconds: what was said long ago fades
    /// @param from metres along the fence; `to` likewise
    public void verdict(double time, double from, double to, boolean nuisance) {
        watch.terms().verdict(time, from, to, nuisance);
    }

    /// Whether the tail holds the same message already, near the place where it would go.
    private boolean known(Scan scan, int place) {
        for (int k = place; k > 0 && tail.get(k - 1).at == scan.at; k--) {
            if (tail.get(k - 1).repeats(scan)) {
                return true;
            }
        }
        for (int k = place; k < tail.size() && tail.get(k).at == scan.at; k++) {
            if (tail.get(k).repeats(scan)) {
                return true;
            }
        }
        return false;
    }

    /// Whether a stretch of the fence can speak at all; what cannot is not held against anybody for being silent.
    public void hears(double from, double to, boolean can) {
        watch.terms().hears(from, to, can);
    }

    /// The tracks at a moment not before the last arrival, in order of their first sight.
    public List<Shown> tracksAt(double time) {
        var shown = new ArrayList<Shown>();
        at(time).forEach((id, then) -> shown.add(new Shown(id, then.x, then.y, then.vx, then.vy, then.sxx, then.sxy,
            then.syy, then.exists, then.kind[0], then.kind[1], then.kind[2], then.unit, then.sensed, then.since,
            then.lastSeen)));
        return shown;
    }

    /// Judges what the tracks do at a moment not before the last arrival: alarms raised now, and near misses.
    public List<FusedAlarm> judge(double time) {
        var tracks = at(time);
        tracks.values().removeIf(track -> !track.sensed);
        return watch.judge(time, tracks, s -> standing(s, time));
    }

    /// How every sensor stands, in order of the setup.
    public List<SensorStanding> standings(double time) {
        settle();
        var all = new ArrayList<SensorStanding>();
        for (int s = 0; s < counts.length; s++) {
            all.add(standing(s, time));
        }
        return all;
    }

    /// Messages kept because something older may still come: bounded by the lag.
    int waiting() {
        return tail.size();
    }

    /// Scans worked out so far, those that were worked out again included.
    long steps() {
        return steps;
    }

    private SensorStanding standing(int s, double time) {
        var trust = live.trust[s];
        var count = counts[s];
        var doubt = count.lately > 0.8 ? Doubt.CLOCK : count.strange > 0.8 ? Doubt.ABSURD : trust.doubt;
        return new SensorStanding(s, doubt, trust.lastAt, trust.size, trust.nobodys, trust.samples, trust.east,
            trust.north, trust.turn, count.late, count.ahead, count.doubled, count.absurd);
    }

    private Map<Long, Track> at(double time) {
        settle();
        names.values().removeIf(name -> name.shown < time - FORGET_IDS);
        var shown = new LinkedHashMap<Long, Track>();
        double dt = time - live.now;
        motion.step(Math.max(dt, 0));
        for (var track : live.tracks) {
            if (track.shown && time - track.lastSeen < World.LOST) {
                var then = track.copy();
                if (dt > 0) {
                    motion.move(then, dt);
                }
                if (then.blur() > VAGUE) {
                    continue;
                }
                var name = names.computeIfAbsent(track.origin, _ -> new Name(++lastId, time));
                name.shown = time;
                shown.put(name.id, then);
            }
        }
        return shown;
    }

    private void settle() {
        if (clean < applied) {
            while (checkpoints.getLast().applied() > clean) {
                checkpoints.removeLast();
            }
            live = checkpoints.getLast().world().copy();
            applied = checkpoints.getLast().applied();
        }
        while (applied < tail.size()) {
            var scan = tail.get(applied++);
            live.step(scan);
            steps++;
            if (scan.at - checkpoints.getLast().at() >= CHECKPOINT_EVERY) {
                checkpoints.add(new Checkpoint(live.copy(), applied, scan.at));
            }
        }
        clean = applied;
        forget();
    }

    private void forget() {
        int keep = 0;
        while (keep + 1 < checkpoints.size() && checkpoints.get(keep + 1).at() < newest - with.lag()) {
            keep++;
        }
        if (keep == 0) {
            return;
        }
        int gone = checkpoints.get(keep).applied();
        checkpoints.subList(0, keep).clear();
        tail.subList(0, gone).clear();
        checkpoints.replaceAll(one -> new Checkpoint(one.world(), one.applied() - gone, one.at()));
        applied -= gone;
        clean -= gone;
    }

    /// Everything as bytes: the oldest checkpoint, what came after it, and what the fence watch remembers.
    public void write(DataOutput out) throws IOException {
        settle();
        out.writeInt(MAGIC);
        out.writeDouble(checkpoints.getFirst().at());
        checkpoints.getFirst().world().write(out);
        out.writeInt(tail.size() - checkpoints.getFirst().applied());
        for (var scan : tail.subList(checkpoints.getFirst().applied(), tail.size())) {
            Bytes.write(out, scan);
        }
        out.writeDouble(newest);
        out.writeLong(lastId);
        out.writeInt(names.size());
        for (var name : names.entrySet()) {
            out.writeLong(name.getKey());
            out.writeLong(name.getValue().id);
            out.writeDouble(name.getValue().shown);
        }
        for (var count : counts) {
            out.writeLong(count.messages);
            out.writeLong(count.late);
            out.writeLong(count.ahead);
            out.writeLong(count.doubled);
            out.writeLong(count.absurd);
            out.writeDouble(count.lately);
            out.writeDouble(count.strange);
        }
        watch.write(out);
    }

    /// What a snapshot was taken of, of the same site and parameters; it goes on to the bit as the original would.
    ///
    /// @throws IOException not a snapshot of this site and version
    public static Fusion read(FusionSetup setup, Parameters with, DataInput in) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException("not a snapshot of a tracker of this version");
        }
        var fusion = new Fusion(setup, with);
        double at = in.readDouble();
        var world = new World(setup, with);
        world.read(in);
        fusion.live = world.copy();
        fusion.checkpoints.set(0, new Checkpoint(world, 0, at));
        for (int left = Bytes.count(in); left > 0; left--) {
            fusion.tail.add(Bytes.scan(in));
        }
        fusion.newest = in.readDouble();
        fusion.lastId = in.readLong();
        for (int left = Bytes.count(in); left > 0; left--) {
            fusion.names.put(in.readLong(), new Name(in.readLong(), in.readDouble()));
        }
        for (var count : fusion.counts) {
            count.messages = in.readLong();
            count.late = in.readLong();
            count.ahead = in.readLong();
            count.doubled = in.readLong();
            count.absurd = in.readLong();
            count.lately = in.readDouble();
            count.strange = in.readDouble();
        }
        fusion.watch.read(in);
        return fusion;
    }
}
