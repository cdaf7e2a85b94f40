package org.entente.field;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.entente.field.Geo.Point;

/// One unit's night: it patrols its route, and when it is given a task it goes there, does it, says so, and goes back.
final class Patrol implements AutoCloseable {

    private static final double PATROL_MS = 4;
    private static final double TASK_MS = 15;
    private static final double THERE_M = 25;
    private static final Duration REPORT = Duration.ofSeconds(5);
    private static final Duration REPORT_REAL = Duration.ofMillis(400);
    private static final Duration STALE = Duration.ofMinutes(2);
    private static final Duration THINK = Duration.ofSeconds(15);

    /// Where no patrol goes just then.
    interface Elsewhere {
        boolean kept(Instant now, Point place);
    }

    private final Reference.Unit unit;
    private final Elsewhere elsewhere;
    private final Route route;
    private final NightClock clock;
    private final TakClient device;
    private final Duration work;
    private final Thread life;
    private final Map<String, String> answered = new LinkedHashMap<>();
    private Optional<Job> job = Optional.empty();
    private Point where;
    private double metres;
    private double course;
    private double speed;

    /// A task under way.
    private record Job(Cot.Tasking tasking, Instant received, Optional<Instant> there) {}

    Patrol(Reference.Unit unit, Route route, NightClock clock, Path certificates, Options.HostPort cot,
        Elsewhere elsewhere) {
        this.unit = unit;
        this.elsewhere = elsewhere;
        this.route = route;
        this.clock = clock;
        metres = Math.floorMod(unit.id().hashCode() * 97, 1_000);
        where = route.at(metres);
        work = Duration.ofSeconds(150 + Math.floorMod(unit.id().hashCode(), 120));
        device = new TakClient(unit.id(), certificates, cot, this::told);
        life = Thread.ofVirtual().name("unit-" + unit.id()).start(this::run);
    }

    @Override
    public void close() {
        life.interrupt();
        device.close();
    }

    private void run() {
        try {
            var before = clock.now();
            while (true) {
                var now = clock.now();
                step(now, Duration.between(before, now));
                before = now;
                clock.sleep(clock.atLeast(REPORT, REPORT_REAL));
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void step(Instant now, Duration passed) {
        double seconds = Math.max(0, passed.toMillis() / 1_000.0);
        var from = where;
        job.ifPresentOrElse(current -> goOn(current, now, seconds), () -> {
            metres = onward(now, seconds);
            where = Geo.towards(where, route.at(metres), TASK_MS * seconds);
        });
        double moved = Geo.distance(from, where);
        speed = seconds > 0 ? moved / seconds : 0;
        course = moved > 0.5 ? Geo.bearing(from, where) : course;
        var stale = clock.atLeast(REPORT, REPORT_REAL).multipliedBy(4);
        device.send(Cot.position(unit, where, course, speed, now, stale.compareTo(STALE) > 0 ? stale : STALE));
    }

    /// A patrol waits before a place it must not be seen at, and leaves one quickly.
    private double onward(Instant now, double seconds) {
        double next = metres + PATROL_MS * seconds;
        if (!elsewhere.kept(now, route.at(next))) {
            return next;
        }
        return elsewhere.kept(now, route.at(metres)) ? metres + TASK_MS * seconds : metres;
    }

    private void goOn(Job current, Instant now, double seconds) {
        var task = current.tasking();
        if (now.isBefore(current.received().plus(THINK))) {
            return;
        }
        answer(task.task(), "y-a-w", now);
        where = Geo.towards(where, task.where(), TASK_MS * seconds);
        if (Geo.distance(where, task.where()) > THERE_M) {
            return;
        }
        var there = current.there().orElse(now);
        job = Optional.of(new Job(task, current.received(), Optional.of(there)));
        if (!now.isBefore(there.plus(work))) {
            answer(task.task(), "y-c-s", now);
            job = Optional.empty();
        }
    }

    /// Says it once; what could not be sent is said when the centre asks again.
    private void answer(String task, String type, Instant now) {
        if (!type.equals(answered.get(task))) {
            answered.put(task, type);
            device.send(Cot.answer(unit, type, task, where, now));
        }
    }

    private synchronized void told(Cot.Tasking tasking) {
        var now = clock.now();
        var last = Optional.ofNullable(answered.get(tasking.task()));
        if (tasking.cancelled()) {
            job = job.filter(current -> !current.tasking().task().equals(tasking.task()));
            answered.put(tasking.task(), "cancelled");
        } else if (last.isPresent()) {
            device.send(Cot.answer(unit, last.get(), tasking.task(), where, now));
        } else {
            answer(tasking.task(), "y-a-r", now);
            job = Optional.of(new Job(tasking, now, Optional.empty()));
        }
    }
}
