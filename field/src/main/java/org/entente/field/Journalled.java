package org.entente.field;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The centre's journal as its auditor reads it, kept as far as the planned events need it.
final class Journalled {

    private static final int PAGE = 1_000;

    private static final Map<String, String> COUNTED = new TreeMap<>(
        Map.of("alarm.raised", "alarms", "incident.opened", "incidents",
            "incident.closed", "incidentsClosed", "task.done", "tasksDone", "task.declined", "tasksDeclined"));

    private record Raised(String kind, String place, Instant at) {}

    private final List<Raised> alarms = new ArrayList<>();
    private final Set<String> facts = new HashSet<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final Map<String, Integer> tasksOf = new TreeMap<>();
    private long last;

    private Journalled() {}

    /// Reads it all, from the first entry to the last.
    static Journalled read(Desk auditor) throws InterruptedException {
        var record = new Journalled();
        for (int found = PAGE; found > 0;) {
            var page = auditor.get("/api/journal?after=" + record.last + "&limit=" + PAGE);
            if (!page.fine()) {
                throw new IllegalStateException("the journal cannot be read: " + page.status());
            }
            found = page.body().path("entries").size();
            page.body().path("entries").forEach(record::entry);
        }
        return record;
    }

    void entry(JsonNode entry) {
        last = entry.path("position").asLong();
        var type = entry.path("type").asString();
        var stream = entry.path("stream").asString();
        var body = entry.path("body");
        counts.merge(type, 1, Integer::sum);
        facts.add(type + " " + stream);
        switch (type) {
            case "alarm.raised" -> alarms.add(new Raised(body.path("kind").asString(), body.path("place").asString(),
                Instant.parse(entry.path("at").asString())));
            case "command.parameters" -> facts.add(type + " " + body.path("posture").asString());
            case "incident.closed" -> outcomes.merge(body.path("outcome").asString(), 1, Integer::sum);
            default -> {
                if (type.startsWith("task.")) {
                    tasksOf.merge(body.path("incident").asString(), 1, Integer::sum);
                    facts.add(type + " " + body.path("task").asString());
                }
            }
        }
    }

    boolean raised(String kind, String place, Instant from, Instant to) {
        return alarms.stream()
            .anyMatch(alarm -> alarm.kind().equals(kind) && alarm.place().equals(place) && within(alarm, from, to));
    }

    boolean raisedIn(String place, Instant from, Instant to) {
        return alarms.stream().anyMatch(alarm -> alarm.place().equals(place) && within(alarm, from, to));
    }

    boolean opened(String incident) {
        return facts.contains("incident.opened incident/" + incident);
    }

    boolean closed(String incident) {
        return facts.contains("incident.closed incident/" + incident);
    }

    boolean dismissed(String alarm) {
        return facts.contains("alarm.dismissed alarm/" + alarm);
    }

    boolean posture(String posture) {
        return facts.contains("command.parameters " + posture);
    }

    boolean task(String type, String task) {
        return facts.contains(type + " " + task);
    }

    /// Entries, and the counts of each type that matters.
    void count(ObjectNode into) {
        into.put("entries", last);
        COUNTED.forEach((type, name) -> into.put(name, counts.getOrDefault(type, 0)));
        into.put("tasks", counts.getOrDefault("task.proposed", 0));
    }

    /// How many incidents ended with each outcome.
    void outcomes(ObjectNode into) {
        outcomes.forEach(into::put);
    }

    /// The incident about which the most was said and done to tasks; the first of them.
    Optional<String> busiest() {
        return tasksOf.entrySet().stream().max(Map.Entry.<String, Integer>comparingByValue()
            .thenComparing(Map.Entry.<String, Integer>comparingByKey().reversed())).map(Map.Entry::getKey);
    }

    private static boolean within(Raised alarm, Instant from, Instant to) {
        return !alarm.at().isBefore(from.minusSeconds(60)) && alarm.at().isBefore(to);
    }
}
