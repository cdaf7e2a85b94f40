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
import org.entente.kernel.AlarmId;
import org.entente.kernel.Text;
import org.entente.operations.Board;
import org.entente.operations.Operations;
import org.entente.picture.Picture;
import org.entente.picture.SensorState;
import org.entente.picture.TrackState;
import org.entente.picture.UnitState;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/// The moving picture for every console: at most ten times a second what changed becomes one frame, encoded once for each
/// kind of viewer, and kept for five minutes (less when thousands are followed) so that a console that was cut off gets exactly
/// what it missed.
///
/// Frames are numbered without gaps. A console that asks after a number that is no longer kept, or of an earlier run of
/// the centre, gets a whole snapshot instead. Safe from any thread.
public final class Live implements AutoCloseable {

    private static final int KEPT_FRAMES = 3_000;
    private static final long KEPT_CHARACTERS = 16 << 20; // of tracks; whoever missed more is better served by a whole snapshot
    private static final int READY_FRAMES = 50; // older ones are encoded again when somebody was cut off
    private static final long TICK_MS = 100;
    private static final long URGENT_MS = 10;

    /// One frame of the picture for one viewer, ready to be sent.
    record Frame(String id, String event, byte[] data) {}

    /// What changed in one tick, encoded when the first viewer of a kind asks for it.
    private static final class Tick {
        final long number;
        final ObjectNode common;
        final List<Seen> seen;
        final long characters;
        final Map<Viewer, byte[]> encoded = new LinkedHashMap<>();

        Tick(long number, ObjectNode common, List<Seen> seen, long characters) {
            this.number = number;
            this.characters = characters;
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
    private long keptCharacters;
    private long seq;
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

    /// Starts the two threads: one for the picture, and one for alarms, which do not wait for it.
    public void start() {
        Thread.ofPlatform().name("live").daemon().start(() -> run(this::nextTick));
        Thread.ofPlatform().name("live-alarms").daemon().start(() -> run(this::nextAlarms));
    }

    private interface Step {
        void run() throws InterruptedException;
    }

    private void run(Step step) {
        while (!closed) {
            try {
                step.run();
            } catch (InterruptedException stopping) {
                return;
            }
        }
    }

    private void nextTick() throws InterruptedException {
        Thread.sleep(TICK_MS);
        tick();
    }

    /// A frame of what changed on the board alone: an alarm does not wait for the picture, whose frame may be large.
    private void nextAlarms() throws InterruptedException {
        lock.lock();
        try {
            while (alarms.isEmpty() && !closed) {
                urgent.await();
            }
        } finally {
            lock.unlock();
        }
        frame(Shapes.object(), 0, 0);
        Thread.sleep(URGENT_MS);
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

    /// What is followed, and the alarm it gave rise to; no state: it is followed no more.
    private record Followed(String id, Optional<TrackState> state, Optional<AlarmId> alarm) {}

    /// What changed in the picture, taken out of it in one go: it is put into words while the picture goes on.
    private record Moved(List<SensorState> sensors, List<UnitState> units, List<Followed> tracks, long seq) {

        static Moved of(Picture now) {
            var drained = now.drainChanges();
            return new Moved(drained.sensors().stream().map(now::sensor).flatMap(Optional::stream).toList(),
                drained.units().stream().map(now::unit).flatMap(Optional::stream).toList(),
                drained.tracks().stream().map(id -> new Followed(id, now.track(id), now.alarmOf(id))).toList(),
                now.lastSeq());
        }
    }

    /// Makes one frame of everything that changed since the last; none when nothing did.
    void tick() {
        var moved = picture.read(Moved::of);
        var common = Shapes.object();
        if (!moved.sensors().isEmpty()) {
            var sensors = common.putObject("sensors");
            moved.sensors().forEach(state -> sensors.set(state.sensor().text(), shapes.sensor(state)));
        }
        if (!moved.units().isEmpty()) {
            var units = common.putObject("units");
            moved.units().forEach(state -> units.set(state.unit().text(), shapes.unit(state)));
        }
        long characters = 0;
        if (!moved.tracks().isEmpty()) {
            var tracks = common.putObject("tracks");
            for (var one : moved.tracks()) {
                var shape = one.state().map(state -> FusedShapes.track(state, one.alarm()).toString()).orElse("null");
                tracks.putRawValue(one.id(), new RawValue(shape));
                characters += shape.length();
            }
        }
        frame(common, moved.seq(), characters);
    }

    /// @param upTo number of the last input that the frame shows, 0 when it shows nothing of the picture
    private void frame(ObjectNode common, long upTo, long characters) {
        operations.read(board -> {
            lock.lock();
            try {
                seq = Math.max(seq, upTo);
                addFrame(common, board, characters);
            } finally {
                lock.unlock();
            }
            return null;
        });
    }

    private void addFrame(ObjectNode common, Board board, long characters) {
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
        var nowLoad = load.get();
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
        kept.addLast(new Tick(++number, common, seen, characters));
        keptCharacters += characters;
        while (kept.size() > KEPT_FRAMES || keptCharacters > KEPT_CHARACTERS && kept.size() > READY_FRAMES) {
            keptCharacters -= kept.removeFirst().characters;
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
            urgent.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
