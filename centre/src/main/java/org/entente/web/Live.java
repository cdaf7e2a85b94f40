package org.entente.web;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.entente.access.Viewer;
import org.entente.access.Visibility;
import org.entente.handover.PictureRaisesAlarms;
import org.entente.kernel.Text;
import org.entente.operations.Board;
import org.entente.operations.Operations;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/// The moving picture for every console: at most ten times a second what changed becomes one frame, encoded once for each
/// kind of viewer, and kept for five minutes so that a console that was cut off gets exactly what it missed.
///
/// Frames are numbered without gaps. A console that asks after a number that is no longer kept, or of an earlier run of
/// the centre, gets a whole snapshot instead. Safe from any thread.
public final class Live implements AutoCloseable {

    private static final int KEPT_FRAMES = 3_000;
    private static final int READY_FRAMES = 50; // older ones are encoded again when somebody was cut off
    private static final long TICK_MS = 100;
    private static final long URGENT_MS = 20;

    /// One frame of the picture for one viewer, ready to be sent.
    record Frame(String id, String event, byte[] data) {}

    /// What changed in one tick, encoded when the first viewer of a kind asks for it.
    private static final class Tick {
        final long number;
        final ObjectNode common;
        final List<Seen> seen;
        final Map<Viewer, byte[]> encoded = new LinkedHashMap<>();

        Tick(long number, ObjectNode common, List<Seen> seen) {
            this.number = number;
            this.common = common;
            this.seen = seen;
        }
    }

    /// One marked thing that changed: its shape when seen in full and when only place and need may be seen.
    private record Seen(String list, org.entente.kernel.Marking marking, boolean lifeAtRisk, ObjectNode full,
        Optional<ObjectNode> restricted) {}

    private final Operations operations;
    private final PictureRaisesAlarms picture;
    private final Snapshots snapshots;
    private final Shapes shapes;
    private final InstantSource clock;
    private final Supplier<ObjectNode> load;
    private final String run;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final Condition urgent = lock.newCondition();
    private final ArrayDeque<Tick> kept = new ArrayDeque<>();
    private final Set<String> alarms = new LinkedHashSet<>();
    private final Set<String> incidents = new LinkedHashSet<>();
    private final Set<String> tasks = new LinkedHashSet<>();
    private final Staffing staffing = new Staffing();
    private boolean parameters;
    private boolean suppressions;
    private ObjectNode lastLoad;
    private ObjectNode lastRate;
    private long number;
    private volatile long whole;
    private volatile long seq;
    private volatile boolean closed;

    /// @param run names this run of the centre; frame numbers of another run mean nothing here
    /// @param load what the centre says of its own load
    public Live(Operations operations, PictureRaisesAlarms picture, Reference reference, InstantSource clock,
        String run, Supplier<ObjectNode> load) {
        this.operations = operations;
        this.picture = picture;
        this.shapes = new Shapes(reference);
        this.snapshots = new Snapshots(shapes);
        this.clock = clock;
        this.run = run;
        this.load = load;
        this.lastLoad = load.get();
        this.lastRate = operations.read(this::rate);
        operations.watch(this::changed);
    }

    /// Starts the ticking thread.
    public void start() {
        Thread.ofPlatform().name("live").daemon().start(this::run);
    }

    private void run() {
        while (!closed) {
            try {
                if (awaitTick() && System.nanoTime() - whole < TimeUnit.MILLISECONDS.toNanos(TICK_MS)) {
                    urgentTick();
                } else {
                    tick();
                }
            } catch (InterruptedException stopping) {
                return;
            }
        }
    }

    /// Ten frames a second; an alarm does not wait for the next, at most every 20 ms.
    ///
    /// @return whether an alarm is why
    private boolean awaitTick() throws InterruptedException {
        Thread.sleep(URGENT_MS);
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(TICK_MS - URGENT_MS);
            while (left > 0 && alarms.isEmpty() && !closed) {
                left = urgent.awaitNanos(left);
            }
            return !alarms.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    private void changed(Board.Changed change) {
        lock.lock();
        try {
            change.alarm().ifPresent(alarms::add);
            urgent.signalAll();
            change.incident().ifPresent(incidents::add);
            change.task().ifPresent(tasks::add);
            parameters |= change.parameters();
            suppressions |= change.suppressions();
        } finally {
            lock.unlock();
        }
    }

    /// A frame of what changed on the board alone: an alarm does not wait for the picture, which may be folding.
    private void urgentTick() {
        frame(Shapes.object(), seq);
    }

    /// Makes one frame of everything that changed since the last; none when nothing did.
    void tick() {
        whole = System.nanoTime();
        var common = Shapes.object();
        picture.read(now -> {
            var drained = now.drainChanges();
            if (!drained.sensors().isEmpty()) {
                var sensors = common.putObject("sensors");
                drained.sensors()
                    .forEach(id -> now.sensor(id).ifPresent(state -> sensors.set(id.text(), shapes.sensor(state))));
            }
            if (!drained.units().isEmpty()) {
                var units = common.putObject("units");
                drained.units()
                    .forEach(id -> now.unit(id).ifPresent(state -> units.set(id.text(), shapes.unit(state))));
            }
            if (!drained.tracks().isEmpty()) {
                var tracks = common.putObject("tracks");
                drained.tracks().forEach(id -> tracks.putRawValue(id, new RawValue(
                    now.track(id).map(track -> FusedShapes.track(track, now).toString()).orElse("null"))));
            }
            return null;
        });
        seq = picture.seq();
        frame(common, seq);
    }

    private void frame(ObjectNode common, long seq) {
        var nowLoad = load.get();
        operations.read(board -> {
            lock.lock();
            try {
                addFrame(common, board, seq, nowLoad);
            } finally {
                lock.unlock();
            }
            return null;
        });
    }

    private void addFrame(ObjectNode common, Board board, long seq, ObjectNode nowLoad) {
        var seen = new ArrayList<Seen>();
        alarms.forEach(id -> seen.add(seen(board.alarm(id).orElseThrow())));
        incidents.forEach(id -> seen.add(seen(board.incident(id).orElseThrow())));
        tasks.forEach(id -> board.task(id).ifPresent(task -> seen.add(new Seen("tasks",
            board.incident(task.incident()).orElseThrow().marking(), false, shapes.task(task), Optional.empty()))));
        if (parameters) {
            common.set("parameters", shapes.parameters(board.parameters()));
        }
        if (suppressions) {
            common.set("suppressions", AlarmShapes.standing(board));
        }
        if (!nowLoad.equals(lastLoad)) {
            common.set("load", nowLoad);
            lastLoad = nowLoad;
        }
        var nowRate = rate(board);
        if (!nowRate.equals(lastRate)) {
            common.set("alarmRate", nowRate);
            lastRate = nowRate;
        }
        alarms.clear();
        incidents.clear();
        tasks.clear();
        parameters = false;
        suppressions = false;
        if (common.isEmpty() && seen.isEmpty()) {
            return;
        }
        common.put("at", Times.rfc3339(clock.instant())).put("seq", seq).put("position", board.position());
        kept.addLast(new Tick(++number, common, seen));
        if (kept.size() > KEPT_FRAMES) {
            kept.removeFirst();
        }
        kept.stream().skip(Math.max(0, kept.size() - READY_FRAMES - 1L)).findFirst()
            .filter(_ -> kept.size() > READY_FRAMES).ifPresent(old -> old.encoded.clear());
        more.signalAll();
    }

    private ObjectNode rate(Board board) {
        var now = clock.instant();
        return AlarmShapes.rate(board.load().at(now, staffing.at(now)));
    }

    private Seen seen(org.entente.operations.Alarm alarm) {
        return new Seen("alarms", alarm.marking(), alarm.lifeAtRisk(), shapes.alarm(alarm, Visibility.Sight.FULL),
            Optional.of(shapes.alarm(alarm, Visibility.Sight.RESTRICTED)));
    }

    private Seen seen(org.entente.operations.Incident incident) {
        return new Seen("incidents", incident.marking(), incident.lifeAtRisk(),
            shapes.incident(incident, Visibility.Sight.FULL),
            Optional.of(shapes.incident(incident, Visibility.Sight.RESTRICTED)));
    }

    /// A console of this desk is open from now until the seat is closed: the desk is presented what comes.
    Staffing.Seat open(String desk) {
        return staffing.open(desk, clock);
    }

    /// Reads the picture while nobody changes it.
    <T> T read(java.util.function.Function<org.entente.picture.Picture, T> question) {
        return picture.read(question);
    }

    /// The whole picture now, for one viewer.
    public ObjectNode snapshot(Viewer viewer) {
        return snapshotAndNumber(viewer).snapshot();
    }

    private record Numbered(ObjectNode snapshot, long number) {}

    private Numbered snapshotAndNumber(Viewer viewer) {
        return operations.read(board -> {
            lock.lock();
            try { // with the board and the ticks both held, the snapshot is exactly what the frames up to this number add up to, or newer
                var snapshot = picture.read(now -> snapshots.of(board, now, viewer));
                snapshot.put("at", Times.rfc3339(clock.instant())).put("seq", picture.seq())
                    .put("position", board.position()).put("live", true);
                snapshot.set("load", lastLoad);
                snapshot.set("alarmRate", lastRate);
                return new Numbered(snapshot, number);
            } finally {
                lock.unlock();
            }
        });
    }

    /// The first frames of a console: what it missed since `lastEventId` if that is still kept, else a whole snapshot.
    List<Frame> since(Viewer viewer, Optional<String> lastEventId) {
        var from = lastEventId.filter(id -> id.startsWith(run + "-"))
            .map(id -> Long.parseLong(id.substring(run.length() + 1)));
        lock.lock();
        try {
            if (from.isPresent() && from.get() <= number
                && (kept.isEmpty() ? from.get() == number : from.get() >= kept.getFirst().number - 1)) {
                return after(viewer, from.get());
            }
        } finally {
            lock.unlock();
        }
        var whole = snapshotAndNumber(viewer);
        return List.of(new Frame(run + "-" + whole.number(), "snapshot", bytes(whole.snapshot())));
    }

    /// Waits for frames after a number, at most `waitMs`; empty when none came, one snapshot when the console fell behind.
    List<Frame> next(Viewer viewer, String lastId, long waitMs) throws InterruptedException {
        long from = Long.parseLong(lastId.substring(run.length() + 1));
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(waitMs);
            while (number <= from && left > 0 && !closed) {
                left = more.awaitNanos(left);
            }
            if (closed) {
                throw new InterruptedException("the centre is stopping");
            }
            if (number <= from) {
                return List.of();
            }
            if (kept.getFirst().number <= from + 1) {
                return after(viewer, from);
            }
        } finally {
            lock.unlock();
        }
        return since(viewer, Optional.empty());
    }

    private List<Frame> after(Viewer viewer, long from) {
        var frames = new ArrayList<Frame>();
        for (var tick : kept) {
            if (tick.number > from) {
                frames.add(new Frame(run + "-" + tick.number, "delta",
                    tick.encoded.computeIfAbsent(viewer, who -> encode(tick, who))));
            }
        }
        return frames;
    }

    private static byte[] encode(Tick tick, Viewer viewer) {
        var node = tick.common.deepCopy();
        for (var seen : tick.seen) {
            var sight = Visibility.of(viewer, seen.marking(), seen.lifeAtRisk());
            var shape = switch (sight) {
                case FULL -> Optional.of(seen.full());
                case RESTRICTED -> seen.restricted();
                case NONE -> Optional.<ObjectNode>empty();
            };
            shape.ifPresent(one -> node.withArray(seen.list()).add(one));
        }
        return bytes(node);
    }

    /// What the state of the centre's own parts is, for the board.
    public static ObjectNode load(double observationsPerSecond, long queue, long shed, long refused, long malformed,
        List<Text> degraded) {
        var node = Shapes.object().put("observationsPerSecond", Math.round(observationsPerSecond)).put("queue", queue)
            .put("shedPositions", shed).put("refusedReadings", refused).put("malformed", malformed);
        var list = node.putArray("degraded");
        degraded.forEach(text -> list.add(Shapes.text(text)));
        return node;
    }

    private static byte[] bytes(ObjectNode node) {
        return JsonMapper.shared().writeValueAsString(node).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        closed = true;
        lock.lock();
        try {
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
