package org.entente.field;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Compares the ledger with the centre: every acknowledged observation, every planned event, every acknowledged act.
final class Check {

    private static final Duration LATE = Duration.ofMinutes(30);
    private static final int AT_ONCE = 4;

    /// What was found; `missing` names what the centre does not have.
    record Found(ObjectNode counts, List<String> missing) {}

    private final Options options;
    private final Night night;
    private final Link link;
    private final Map<String, Map<Instant, JsonNode>> acknowledged = new TreeMap<>();
    private final Map<String, JsonNode> rows = new TreeMap<>();
    private long referred;
    private Instant begins = Instant.EPOCH;
    private Instant until = Instant.EPOCH;
    private long observations;

    Check(Options options, Night night, Link link) {
        this.options = options;
        this.night = night;
        this.link = link;
    }

    Found run() throws InterruptedException, IOException {
        Ledger.read(options.ledger(), this::row);
        var token = Files.readString(options.secrets().resolve("feed.token")).strip();
        var missing = new ArrayList<>(observations(token));
        int lost = missing.size();
        var desks = new Desks(link, options.secrets().resolve("accounts.json"));
        var record = Journalled.read(desks.with("AUDITOR"));
        int planned = events(record, missing);
        receipts(desks.with("SAFEGUARDING"), missing);
        var counts = JsonMapper.shared().createObjectNode().put("observations", observations)
            .put("observationsMissing", lost)
            .put("plannedEvents", planned).put("plannedEventsMissing", missing.size() - lost);
        record.count(counts);
        counts.put("receipts", rows.values().stream().mapToInt(row -> row.path("receipts").asInt(0)).sum())
            .put("referrals", referred);
        var found = new Found(counts, missing);
        if (options.out().isPresent()) {
            new Takeaway(link, desks, options.out().get()).write(found, record);
        }
        return found;
    }

    /// Every receipt that an officer was given is a concern that the safeguarding lead has.
    private void receipts(Desk safeguarding, List<String> missing) throws InterruptedException {
        var text = safeguarding.get("/api/protection/concerns").body().toString();
        rows.values().stream().map(row -> row.path("receipt").asString(""))
            .filter(receipt -> !receipt.isEmpty() && !text.contains("\"" + receipt + "\""))
            .forEach(receipt -> missing.add("the concern with receipt " + receipt));
    }

    private void row(JsonNode row) {
        switch (row.path("row").asString("")) {
            case "observation" -> {
                acknowledged.computeIfAbsent(row.path("datastream").asString(), _ -> new TreeMap<>())
                    .put(Instant.parse(row.path("phenomenonTime").asString()), row.path("result"));
                observations++;
            }
            case "event" -> rows.put(row.path("event").asString(), row);
            case "start" -> {
                begins = Instant.parse(row.path("begins").asString());
                until = Instant.parse(row.path("until").asString());
            }
            case "end" -> referred += row.path("referred").asLong(0);
            default -> {
            }
        }
    }

    private List<String> observations(String token) throws InterruptedException {
        var streams = Streams.read(link, token);
        var missing = new ArrayList<String>();
        try (var workers = Executors.newFixedThreadPool(AT_ONCE)) {
            var asked = acknowledged.entrySet().stream()
                .map(one -> (Callable<List<String>>) () -> compare(streams, token, one.getKey(), one.getValue()))
                .toList();
            for (var answer : workers.invokeAll(asked)) {
                missing.addAll(answer.get());
            }
        } catch (ExecutionException broken) {
            throw new IllegalStateException("the observations cannot be compared", broken.getCause());
        }
        return missing;
    }

    private List<String> compare(Streams streams, String token, String name, Map<Instant, JsonNode> expected)
        throws InterruptedException {
        if (!streams.known(name)) {
            return List.of("the Datastream " + name);
        }
        var left = new TreeMap<>(expected);
        var next = "/sensorthings/v1.1/Datastreams(" + streams.id(name)
            + ")/Observations?$select=phenomenonTime,result&$orderby=phenomenonTime%20asc&$top=1000";
        while (!next.isEmpty() && !left.isEmpty()) {
            var page = link.patiently(link.to(next).header("Authorization", "Bearer " + token).GET().build());
            if (!page.fine()) {
                return List.of("the Observations of " + name + " cannot be read: " + page.status());
            }
            for (var kept : page.body().path("value")) {
                var at = Instant.parse(kept.path("phenomenonTime").asString());
                if (left.containsKey(at) && same(left.get(at), kept.path("result"))) {
                    left.remove(at);
                }
            }
            next = Streams.next(page.body().path("@iot.nextLink").asString(""));
        }
        return left.entrySet().stream().map(one -> name + " at " + one.getKey() + ": " + one.getValue()).toList();
    }

    /// Numbers are the same when they are equal as numbers, 1 and 1.0 too.
    static boolean same(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.asDouble() == other.asDouble();
        }
        if (one.isObject() && other.isObject()) {
            return one.size() == other.size()
                && one.properties().stream().allMatch(field -> same(field.getValue(), other.path(field.getKey())));
        }
        return one.equals(other) || (one.isNull() || one.isMissingNode()) && (other.isNull() || other.isMissingNode());
    }

    private int events(Journalled record, List<String> missing) {
        int planned = 0;
        for (var event : night.events()) {
            if (night.at(begins, event.at()).isAfter(until.minus(LATE)) && !rows.containsKey(event.id())) {
                continue;
            }
            planned++;
            var row = rows.get(event.id());
            if (row == null) {
                missing.add(event.id() + " was not played to its end");
            } else {
                event(event, row, record, missing);
            }
        }
        return planned;
    }

    private void event(Night.Event event, JsonNode row, Journalled record, List<String> missing) {
        var at = Instant.parse(row.path("at").asString());
        var name = event.id() + " (" + event.title().en() + ")";
        event.alarm().filter(alarm -> !record.raised(alarm.kind(), alarm.place(), at, at.plus(LATE)))
            .ifPresent(alarm -> missing.add(name + ": alarm " + alarm.kind() + " in " + alarm.place()));
        event.quiet().stream().filter(place -> record.raisedIn(place, at, at.plus(Duration.ofMinutes(8))))
            .forEach(place -> missing.add(name + ": quiet in " + place));
        event.gold().filter(gold -> !record.posture(gold.posture()))
            .ifPresent(gold -> missing.add(name + ": posture " + gold.posture()));
        boolean incident = event.voice().isPresent() || event.alarm().isPresent() && event.dismiss().isEmpty();
        if (incident && !record.opened(row.path("incident").asString(""))) {
            missing.add(name + ": its incident");
        }
        if (incident && !record.closed(row.path("incident").asString(""))) {
            missing.add(name + ": the end of its incident " + row.path("incident").asString(""));
        }
        if (event.dismiss().isPresent() && row.path("dismissed").asInt() == 200
            && !record.dismissed(row.path("alarm").asString())) {
            missing.add(name + ": its dismissal");
        }
        tasks(event, row, record, name, missing);
        if (event.concern().isPresent() && row.path("receipts").asInt(0) == 0) {
            missing.add(name + ": the receipt of its concern");
        }
        if (event.refused().isPresent() && row.path("refusedWish").asInt(403) / 100 != 4) {
            missing.add(name + ": the refusal of a wish");
        }
    }

    private static void tasks(Night.Event event, JsonNode row, Journalled record, String name, List<String> missing) {
        if (row.has("incident") && row.path("tasks").size() < event.tasks().size()) {
            missing.add(name + ": " + (event.tasks().size() - row.path("tasks").size()) + " of its tasks");
        }
        for (var task : row.path("tasks")) {
            var id = task.path("task").asString();
            var end = task.path("state").asString(task.path("expected").asString());
            if (!record.task("task." + end.toLowerCase(java.util.Locale.ROOT), id)) {
                missing.add(name + ": task " + id + " " + end);
            }
        }
    }
}
