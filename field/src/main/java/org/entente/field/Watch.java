package org.entente.field;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The picture as one desk sees it: alarms, incidents and tasks, kept up to date by server-sent events. Safe from any thread.
final class Watch implements AutoCloseable {

    private static final long PAUSE_MS = 500;
    private static final Duration REAL_PATIENCE = Duration.ofSeconds(150);

    private final Desk desk;
    private final Link link;
    private final NightClock clock;
    private final Map<String, JsonNode> alarms = new LinkedHashMap<>();
    private final Map<String, JsonNode> incidents = new LinkedHashMap<>();
    private final Map<String, JsonNode> tasks = new LinkedHashMap<>();
    private final Thread reader;

    Watch(Link link, Desk desk, NightClock clock) {
        this.link = link;
        this.desk = desk;
        this.clock = clock;
        reader = Thread.ofVirtual().name("watch").start(this::run);
    }

    /// The first alarm of a kind in a place raised since then.
    Optional<JsonNode> alarm(String kind, String place, Instant since) {
        return found(alarms, alarm -> is(alarm, "kind", kind) && is(alarm, "place", place)
            && !Instant.parse(alarm.path("raisedAt").asString()).isBefore(since));
    }

    Optional<JsonNode> alarm(String id) {
        return found(alarms, alarm -> is(alarm, "id", id));
    }

    /// An incident of a kind in a place opened by a desk since then.
    Optional<JsonNode> incident(String kind, String place, String lead, Instant since) {
        return found(incidents, one -> is(one, "kind", kind) && is(one, "place", place) && is(one, "lead", lead)
            && !Instant.parse(one.path("openedAt").asString()).isBefore(since));
    }

    Optional<JsonNode> incident(String id) {
        return found(incidents, one -> is(one, "id", id));
    }

    Optional<JsonNode> task(String id) {
        return found(tasks, task -> is(task, "id", id));
    }

    /// A task of an incident for a unit that is not over.
    Optional<JsonNode> task(String incident, String unit) {
        return found(tasks, task -> is(task, "incident", incident) && is(task, "unit", unit) && !over(task));
    }

    synchronized List<JsonNode> openTasks(String incident) {
        return tasks.values().stream().filter(task -> is(task, "incident", incident) && !over(task)).toList();
    }

    static boolean over(JsonNode task) {
        return List.of("DONE", "DECLINED", "UNABLE", "CANCELLED").contains(task.path("state").asString());
    }

    /// Waits until `question` has an answer; by the exercise clock, but always long enough for a centre that starts again.
    <T> Optional<T> await(Function<Watch, Optional<T>> question, Duration exercise) throws InterruptedException {
        var deadline = clock.now().plus(clock.atLeast(exercise, REAL_PATIENCE));
        for (var answer = question.apply(this);; answer = question.apply(this)) {
            if (answer.isPresent() || clock.now().isAfter(deadline)) {
                return answer;
            }
            synchronized (this) {
                wait(100);
            }
        }
    }

    @Override
    public void close() {
        reader.interrupt();
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                follow();
            } catch (IOException away) {
                desk.forget();
            } catch (InterruptedException over) {
                return;
            }
            try {
                Thread.sleep(PAUSE_MS);
            } catch (InterruptedException over) {
                return;
            }
        }
    }

    private void follow() throws IOException, InterruptedException {
        var response = link.stream(desk.streaming("/api/events"));
        if (response.statusCode() != 200) {
            response.body().close();
            desk.forget();
            return;
        }
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            var data = new StringBuilder();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("data:")) {
                    data.append(line, 5, line.length());
                } else if (line.isEmpty() && !data.isEmpty()) {
                    apply(JsonMapper.shared().readTree(data.toString()));
                    data.setLength(0);
                }
            }
        }
    }

    synchronized void apply(JsonNode frame) {
        put(alarms, frame.path("alarms"));
        put(incidents, frame.path("incidents"));
        put(tasks, frame.path("tasks"));
        notifyAll();
    }

    private static void put(Map<String, JsonNode> kept, JsonNode changed) {
        changed.forEach(one -> kept.put(one.path("id").asString(), one));
    }

    private synchronized Optional<JsonNode> found(Map<String, JsonNode> all,
        java.util.function.Predicate<JsonNode> like) {
        return all.values().stream().filter(like).findFirst();
    }

    static boolean is(JsonNode node, String field, String value) {
        return node.path(field).asString("").equals(value);
    }
}
