package org.entente.fusion;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.entente.fusion.Term.Code;

/// Who crosses the fence inward: judges tracks against the fence by what [CrossingTerms] speak for and against it.
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
    private final CrossingTerms terms;
    private final Map<Long, Memory> memories = new LinkedHashMap<>();
    private final List<Done> done = new ArrayList<>();

    FenceWatch(FusionSetup setup, Limits limits) {
        this.setup = setup;
        this.limits = limits;
        this.terms = new CrossingTerms(setup, limits);
    }

    /// What is weighed besides the tracks: what the fence, our units and our officers say.
    CrossingTerms terms() {
        return terms;
    }

    /// Judges the tracks as they are at `now`; gives what is raised and what nearly was.
    List<FusedAlarm> judge(double now, Map<Long, Track> tracks, IntFunction<SensorStanding> standings) {
        terms.at(now, standings);
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

    /// Metres that it comes nearer in a second.
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
        var alarm = terms.sum(now, id, track, nearest, approach(track, nearest), memory.speed, open.crossed);
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

    private static double square(double value) {
        return value * value;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(memories.size());
        for (var memory : memories.entrySet()) {
            out.writeLong(memory.getKey());
            memory.getValue().write(out);
        }
        out.writeInt(done.size());
        for (var one : done) {
            out.writeDouble(one.at());
            out.writeDouble(one.x());
            out.writeDouble(one.y());
        }
        terms.write(out);
    }

    void read(DataInput in) throws IOException {
        for (int left = Bytes.count(in); left > 0; left--) {
            memories.put(in.readLong(), Memory.read(in));
        }
        for (int left = Bytes.count(in); left > 0; left--) {
            done.add(new Done(in.readDouble(), in.readDouble(), in.readDouble()));
        }
        terms.read(in);
    }
}
