package org.entente.field;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole night: sensors, units and officers against one running centre.
final class NightRun {

    private static final Set<String> BY_MQTT = Set.of("LOO", "FRE");
    private static final Duration APART = Duration.ofSeconds(20);
    private static final Duration LINGER = Duration.ofMinutes(25);
    private static final Duration LINGER_REAL = Duration.ofSeconds(180);
    private static final Duration DRAIN_REAL = Duration.ofSeconds(120);

    private static final long QUICK_NANOS = 50_000_000L;
    private static final int CLOCK_READINGS = 5;
    /// The routine speaks at whole seconds; two words of one sensor at one time would be one Observation to the centre.
    private static final long OFF_THE_SECOND_MS = 300;

    private final Options options;
    private final Night night;
    private final Link link;

    /// The speed of a clock that stands: nothing is ever due.
    private static final double STANDING = 1e-9;

    /// A signal with the time it is due.
    private record Due(Instant at, Reading reading) {}

    NightRun(Options options, Night night, Link link) {
        this.options = options;
        this.night = night;
        this.link = link;
    }

    /// Reads the centre's clock. The quickest of a few answers counts: one that waited for a centre that was away would put the clock ahead.
    static NightClock.Anchor ask(Link link) throws InterruptedException {
        var best = Optional.<NightClock.Anchor>empty();
        long quickest = Long.MAX_VALUE;
        for (int i = 0; i < CLOCK_READINGS && quickest > QUICK_NANOS; i++) {
            long before = System.nanoTime();
            var said = link.patiently(link.to("/api/clock").GET().build());
            long took = System.nanoTime() - before;
            if (said.fine() && took < quickest) {
                quickest = took;
                best = Optional.of(new NightClock.Anchor(before + took / 2,
                    Instant.parse(said.body().path("now").asString()), speed(said.body())));
            }
        }
        return best.orElseThrow(() -> new IllegalStateException("the centre does not tell its clock"));
    }

    private static double speed(JsonNode clock) {
        return clock.path("running").asBoolean(true) ? clock.path("speed").asDouble(1) : STANDING;
    }

    /// Sets the exercise going once everybody is at their place; one that runs already runs on.
    private void begin(NightClock clock, Desks desks) throws InterruptedException {
        if (!link.patiently(link.to("/api/clock").GET().build()).body().path("running").asBoolean(true)) {
            desks.with("ADMINISTRATOR").post("/api/exercise/start", JsonMapper.shared().createObjectNode());
            clock.set(ask(link));
        }
    }

    /// Plays until the end of the night, or until told.
    ///
    /// @return a summary
    JsonNode run() throws InterruptedException, IOException {
        var token = Files.readString(options.secrets().resolve("feed.token")).strip();
        var clock = new NightClock(ask(link));
        var started = link.patiently(link.to("/api/clock").GET().build()).body();
        var begins = night.begins(
            started.path("exercise").asBoolean(true) ? Instant.parse(started.path("start").asString()) : clock.now());
        var ends = options.until().map(text -> night.at(begins, LocalTime.parse(text)))
            .orElseGet(() -> night.at(begins, night.until()));
        var done = Ledger.played(options.ledger());
        var desks = new Desks(link, options.secrets().resolve("accounts.json"));
        var reference = new Reference(desks.with("COMMANDER").get("/api/reference").body());
        var streams = Streams.read(link, token);
        try (var ledger = new Ledger(options.ledger());
            var watch = new Watch(link, desks.with("COMMANDER"), clock);
            var signals = new HttpFeed("signals", link, token, streams, ledger);
            var http = new HttpFeed("routine", link, token, streams, ledger);
            var mqtt = options.mqtt().<Feed>map(broker -> new MqttFeed(broker, token, streams, ledger))
                .orElseGet(() -> new HttpFeed("instead", link, token, streams, ledger))) {
            ledger.note("start", JsonMapper.shared().createObjectNode().put("now", clock.now().toString())
                .put("begins", begins.toString()).put("until", ends.toString()));
            var keeper = Thread.ofVirtual().name("clock").start(() -> follow(clock));
            var units = units(reference, clock, begins);
            var safeguarding = new Safeguarding(desks.with("SAFEGUARDING"), clock);
            var plays = new ArrayList<Thread>();
            begin(clock, desks);
            try {
                play(clock, begins, ends, done, reference, signals, http, mqtt,
                    (event,
                        at) -> plays.add(Thread.ofVirtual().name(event.id())
                            .start(() -> officers(
                                new Play(event, at, clock, desks, watch, reference, safeguarding, options.seed()),
                                ledger))));
                linger(clock, plays, safeguarding);
                drain(List.of(signals, http, mqtt));
            } finally {
                plays.forEach(Thread::interrupt);
                units.forEach(Patrol::close);
                keeper.interrupt();
            }
            var summary = JsonMapper.shared().createObjectNode().put("now", clock.now().toString())
                .put("observations", ledger.observations())
                .put("waiting", signals.waiting() + http.waiting() + mqtt.waiting())
                .put("refused", signals.refused() + http.refused() + mqtt.refused())
                .put("referred", safeguarding.referred());
            ledger.note("end", summary);
            return summary;
        }
    }

    private interface Begins {
        void event(Night.Event event, Instant at);
    }

    /// The night's own loop: every second what the sensors say, and every event at its time.
    private void play(NightClock clock, Instant begins, Instant ends, Set<String> done, Reference reference,
        Feed signals, Feed http, Feed mqtt, Begins officers)
        throws InterruptedException {
        clock.sleepUntil(begins);
        var routine = new Routine(options.seed(), reference.sensors());
        var byMqtt = reference.sensors().stream().filter(sensor -> BY_MQTT.contains(sensor.site()))
            .map(Reference.Sensor::id).toList();
        var first = clock.now();
        var waiting = planned(begins, ends, first, done);
        var due = new PriorityQueue<Due>(Comparator.comparing(Due::at));
        var next = Instant.ofEpochSecond(first.getEpochSecond());
        while (!clock.now().isAfter(ends)) {
            var now = clock.now();
            while (!waiting.isEmpty() && !waiting.getFirst().at().isAfter(now)) {
                var start = waiting.removeFirst();
                routine.begin(start.event(), start.at());
                start.event().signals().forEach(signal -> due
                    .add(new Due(start.at().plusMillis((long) (signal.after() * 1_000)), reading(signal, start.at()))));
                officers.event(start.event(), start.at());
            }
            while (!due.isEmpty() && !due.peek().at().isAfter(now)) {
                route(List.of(due.poll().reading()), byMqtt, signals, mqtt);
            }
            var said = new ArrayList<Reading>();
            for (; !next.isAfter(now); next = next.plusSeconds(1)) {
                said.addAll(routine.at(next));
            }
            route(said, byMqtt, http, mqtt);
            clock.sleepUntil(next);
            Thread.sleep(5);
        }
    }

    private record Start(Night.Event event, Instant at) {}

    /// The events still to play. Those whose time had passed when we came are played at once, one after the other.
    private List<Start> planned(Instant begins, Instant ends, Instant now, Set<String> done) {
        var all = new ArrayList<Start>();
        var late = now.plus(APART);
        for (var event : night.events()) {
            var at = night.at(begins, event.at());
            if (done.contains(event.id()) || at.isAfter(ends)) {
                continue;
            }
            if (at.isBefore(late)) {
                at = late;
                late = late.plus(APART);
            }
            all.add(new Start(event, at));
        }
        all.sort(Comparator.comparing(Start::at));
        return all;
    }

    private static void route(List<Reading> readings, List<String> byMqtt, Feed http, Feed mqtt) {
        if (readings.isEmpty()) {
            return;
        }
        var split = readings.stream().collect(java.util.stream.Collectors.partitioningBy(
            reading -> byMqtt.contains(reading.datastream().substring(0, reading.datastream().indexOf('/')))));
        mqtt.send(split.get(true));
        http.send(split.get(false));
    }

    private static Reading reading(Night.Signal signal, Instant start) {
        return new Reading(signal.sensor() + "/" + signal.property(),
            start.truncatedTo(ChronoUnit.SECONDS).plusMillis((long) (signal.after() * 1_000) + OFF_THE_SECOND_MS),
            signal.result());
    }

    private List<Patrol> units(Reference reference, NightClock clock, Instant begins) {
        return reference.units().stream().map(unit -> new Patrol(unit, reference.patrol(unit), clock,
            options.secrets().resolve("tak"), options.cot(), (now, place) -> night.walked(begins, now, place)))
            .toList();
    }

    private static void officers(Play play, Ledger ledger) {
        try {
            ledger.note("event", play.run());
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(NightClock clock) {
        try {
            while (true) {
                Thread.sleep(5_000);
                clock.set(ask(link));
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private static void linger(NightClock clock, List<Thread> plays, Safeguarding safeguarding)
        throws InterruptedException {
        var last = clock.now().plus(clock.atLeast(LINGER, LINGER_REAL));
        while ((plays.stream().anyMatch(Thread::isAlive) || safeguarding.open() > 0) && clock.now().isBefore(last)) {
            Thread.sleep(100);
        }
    }

    private static void drain(List<Feed> feeds) throws InterruptedException {
        long last = System.nanoTime() + DRAIN_REAL.toNanos();
        while (feeds.stream().anyMatch(feed -> feed.waiting() > 0) && System.nanoTime() < last) {
            Thread.sleep(50);
        }
    }
}
