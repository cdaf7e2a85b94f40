package org.entente.field;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.entente.field.Link.Reply;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What the officers do about one planned event, at a human pace. Somebody at the console may be quicker; then they go on from there.
///
/// Everything the centre acknowledged is noted in the ledger, one row for the event, when it is over.
final class Play {

    private static final Duration ALARM = Duration.ofMinutes(5);
    private static final Duration TASK = Duration.ofMinutes(25);
    private static final int NOT_ALLOWED = 403;
    private static final int NOT_NOW = 409;

    private final Night.Event event;
    private final Instant at;
    private final NightClock clock;
    private final Desks desks;
    private final Watch watch;
    private final Reference reference;
    private final Safeguarding safeguarding;
    private final RandomGenerator chance;
    private final ObjectNode row;
    private final ArrayNode tasks;

    Play(Night.Event event, Instant at, NightClock clock, Desks desks, Watch watch, Reference reference,
        Safeguarding safeguarding, long seed) {
        this.event = event;
        this.at = at;
        this.clock = clock;
        this.desks = desks;
        this.watch = watch;
        this.reference = reference;
        this.safeguarding = safeguarding;
        chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed + event.id().hashCode());
        row = object().put("event", event.id()).put("at", at.toString());
        tasks = row.putArray("tasks");
    }

    /// Plays it to its end and gives the row for the ledger.
    ObjectNode run() throws InterruptedException {
        if (event.gold().isPresent()) {
            gold(event.gold().get());
        } else if (event.voice().isPresent()) {
            voice(event.voice().get());
        } else if (event.alarm().isPresent()) {
            alarm(event.alarm().get());
        }
        return row.put("until", clock.now().toString());
    }

    private void gold(Night.Gold gold) throws InterruptedException {
        pause(5, 20);
        var reply = desks.of(gold.desk()).post("/api/command/parameters",
            object().put("posture", gold.posture()).put("objectives", gold.objectives()));
        acted("gold", reply);
    }

    private void voice(Night.Voice voice) throws InterruptedException {
        pause(5, 20);
        var wish = object().put("kind", voice.kind()).put("place", voice.place()).put("text", voice.text());
        var reply = desks.of(voice.desk()).post("/api/incidents", wish,
            () -> watch.incident(voice.kind(), voice.place(), voice.desk(), at)
                .map(one -> done(one.path("id").asString())));
        acted("voice", reply);
        if (reply.fine()) {
            work(reply.body().path("id").asString(), voice.kind());
        }
    }

    private void alarm(Night.Alarm expected) throws InterruptedException {
        var found = watch.await(seen -> seen.alarm(expected.kind(), expected.place(), at.minusSeconds(5)), ALARM);
        if (found.isEmpty()) {
            System.err.println(event.id() + ": no alarm " + expected.kind() + " in " + expected.place());
            return;
        }
        var id = found.get().path("id").asString();
        row.put("alarm", id);
        pause(15, 45);
        if (event.dismiss().isPresent()) {
            acted("dismissed",
                lead().post("/api/alarms/" + id + "/dismiss", object().put("reason", event.dismiss().get())));
            return;
        }
        wish(event.refused().filter(one -> one.wish().equals("dismiss")), "/api/alarms/" + id + "/dismiss",
            object().put("reason", "test"));
        var reply = lead().post("/api/alarms/" + id + "/take", object());
        acted("taken", reply);
        incidentOf(id, reply).ifPresent(incident -> row.put("incident", incident));
        if (row.has("incident")) {
            work(row.path("incident").asString(), expected.kind());
        }
    }

    /// The incident that the alarm opened: ours, or that of the person who was quicker.
    private Optional<String> incidentOf(String alarm, Reply taken) throws InterruptedException {
        if (taken.fine()) {
            return Optional.of(taken.body().path("id").asString());
        }
        return watch.await(
            seen -> seen.alarm(alarm).map(one -> one.path("incident").asString("")).filter(id -> !id.isEmpty()),
            Duration.ofMinutes(1));
    }

    private void work(String incident, String kind) throws InterruptedException {
        row.put("incident", incident);
        var steps = reference.steps(kind);
        int before = Math.min(3, steps.size());
        for (int i = 0; i < before; i++) {
            tick(incident, steps.get(i));
        }
        for (var line : event.log()) {
            pause(10, 30);
            counted("log", lead().post("/api/incidents/" + incident + "/log", object().put("text", line)));
        }
        for (var task : event.tasks()) {
            task(incident, task);
        }
        if (event.concern().isPresent()) {
            concern(incident, event.concern().get());
        }
        for (int i = before; i < steps.size(); i++) {
            tick(incident, steps.get(i));
        }
        close(incident);
    }

    private void tick(String incident, String step) throws InterruptedException {
        pause(5, 25);
        counted("steps", lead().post("/api/incidents/" + incident + "/steps/" + step, object().put("done", true)));
    }

    private void task(String incident, Night.Task task) throws InterruptedException {
        pause(10, 30);
        var path = "/api/incidents/" + incident + "/tasks";
        var wish = object().put("unit", task.unit()).put("instruction", task.instruction()).put("note", task.note());
        wish(event.refused().filter(one -> one.wish().equals("propose") && task.decline().isEmpty()), path, wish);
        var reply = desks.of(task.desk()).post(path, wish,
            () -> watch.task(incident, task.unit()).map(one -> done(one.path("id").asString())));
        acted("proposed", reply);
        if (!reply.fine()) {
            return;
        }
        var id = reply.body().path("id").asString();
        wish(event.refused().filter(one -> one.wish().equals("approve") && task.decline().isEmpty()),
            "/api/tasks/" + id + "/approve", object());
        pause(15, 40);
        var command = desks.with("COMMANDER");
        var decided = task.decline().isEmpty()
            ? command.post("/api/tasks/" + id + "/approve", object())
            : command.post("/api/tasks/" + id + "/decline", object().put("reason", task.decline()));
        acted("decided", decided);
        tasks.addObject().put("task", id).put("unit", task.unit()).put("expected",
            task.decline().isEmpty() ? "DONE" : "DECLINED");
    }

    private void concern(String incident, Night.Concern concern) throws InterruptedException {
        pause(20, 60);
        var wish = object().put("category", concern.category()).put("text", concern.text());
        event.alarm().map(Night.Alarm::place).or(() -> event.voice().map(Night.Voice::place))
            .ifPresent(place -> wish.put("place", place));
        var needs = wish.putArray("needs");
        concern.needs().forEach(needs::add);
        var reply = desks.of(concern.desk()).post("/api/incidents/" + incident + "/concern", wish);
        acted("concern", reply);
        var receipt = reply.body().path("receipt").asString("");
        if (reply.fine() && !receipt.isEmpty()) {
            row.put("receipts", 1).put("receipt", receipt);
            safeguarding.follow(receipt, concern.category());
        }
    }

    private void close(String incident) throws InterruptedException {
        watch.await(seen -> seen.openTasks(incident).isEmpty() ? Optional.of(true) : Optional.empty(), TASK);
        for (var task : watch.openTasks(incident)) {
            counted("cancelled", desks.with("COMMANDER").post("/api/tasks/" + task.path("id").asString() + "/cancel",
                object().put("reason", "Mission sans réponse.")));
        }
        for (var task : tasks) {
            watch.task(task.path("task").asString())
                .ifPresent(now -> ((ObjectNode) task).put("state", now.path("state").asString()));
        }
        pause(20, 60);
        var outcome = event.outcome().orElse("NO_TRACE");
        var body = object().put("outcome", outcome);
        var reply = lead().post("/api/incidents/" + incident + "/close", body);
        if (!reply.fine()) {
            reply = desks.with("COMMANDER").post("/api/incidents/" + incident + "/close", body);
        }
        acted("closed", reply);
        if (reply.fine()) {
            row.put("outcome", outcome);
        }
    }

    /// A wish that the centre must refuse.
    private void wish(Optional<Night.Refused> refused, String path, ObjectNode body) throws InterruptedException {
        if (refused.isPresent()) {
            int status = desks.of(refused.get().desk()).post(path, body).status();
            row.put("refusedWish", status);
            if (status != NOT_ALLOWED && status != NOT_NOW) {
                System.err
                    .println(event.id() + ": the wish of " + refused.get().desk() + " was not refused: " + status);
            }
        }
    }

    private Desk lead() {
        return desks.of(event.desk().orElseThrow());
    }

    private void acted(String act, Reply reply) {
        row.put(act, row.has(act) && !reply.fine() ? row.path(act).asInt() : reply.status());
        if (!reply.fine()) {
            System.err.println(event.id() + " " + act + ": " + reply.status() + " " + Desk.said(reply.body()));
        }
    }

    private void counted(String act, Reply reply) {
        row.put(act, row.path(act).asInt(0) + (reply.fine() ? 1 : 0));
    }

    private void pause(int least, int most) throws InterruptedException {
        clock.sleep(Duration.ofMillis(chance.nextLong(least * 1_000L, most * 1_000L)));
    }

    private static Reply done(String id) {
        return new Reply(200, object().put("id", id), "",
            java.net.http.HttpHeaders.of(java.util.Map.of(), (_, _) -> true));
    }

    private static ObjectNode object() {
        return JsonMapper.shared().createObjectNode();
    }
}
