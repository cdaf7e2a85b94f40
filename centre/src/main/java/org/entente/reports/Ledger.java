package org.entente.reports;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.entente.journal.Entry;

/// What the reports remember of the journal: one row per alarm, incident and task, and the entries of each month.
///
/// A fold: entries in order of position. Types it does not know count as entries and nothing else.
final class Ledger {

    /// One alarm. `by` is the state of the desk that took or dismissed it; `suppressed` while it stands under a suppression by
    /// design and nobody has brought it back or acted on it.
    static final class Alarm {
        String kind = "";
        String site = "";
        Instant at = Instant.EPOCH;
        Optional<String> by = Optional.empty();
        boolean dismissed;
        boolean suppressed;
    }

    /// One incident.
    static final class Incident {
        String id = "";
        String kind = "";
        String site = "";
        boolean lifeAtRisk;
        Instant openedAt = Instant.EPOCH;
        String openedBy = "";
        Optional<Instant> firstTask = Optional.empty();
        Optional<Instant> firstAcceptance = Optional.empty();
        Optional<Instant> closedAt = Optional.empty();
        String closedBy = "";
        String outcome = "";
    }

    /// One task: when each step was first taken.
    static final class Task {
        final Map<String, Instant> steps = new TreeMap<>();

        Optional<Instant> at(String step) {
            return Optional.ofNullable(steps.get(step));
        }
    }

    /// The entries of one month.
    static final class Month {
        long entries;
        long sealed;
        long erased;
        long unreadable;
        Instant first = Instant.MAX;
        Instant last = Instant.MIN;
    }

    private final ZoneId zone;
    private final Map<String, Alarm> alarms = new LinkedHashMap<>();
    private final Map<String, Incident> incidents = new LinkedHashMap<>();
    private final Map<String, Task> tasks = new LinkedHashMap<>();
    private final SortedMap<YearMonth, Month> months = new TreeMap<>();
    private long position;

    Ledger(ZoneId zone) {
        this.zone = zone;
    }

    void fold(Entry entry) {
        position = entry.position();
        var month = months.computeIfAbsent(YearMonth.from(entry.at().atZone(zone)), _ -> new Month());
        month.entries++;
        month.first = entry.at().isBefore(month.first) ? entry.at() : month.first;
        month.last = entry.at().isAfter(month.last) ? entry.at() : month.last;
        if (entry.type().equals("observations.sealed")) {
            month.sealed++;
        }
        if (!counted(entry.type())) {
            return;
        }
        var body = entry.body().flatMap(Body::read);
        if (body.isPresent()) {
            fold(entry, body.get());
        } else if (entry.body().isEmpty()) {
            month.erased++;
        } else {
            month.unreadable++;
        }
    }

    private static boolean counted(String type) {
        return type.startsWith("alarm.") || type.startsWith("incident.") || type.startsWith("task.");
    }

    private void fold(Entry entry, Body body) {
        switch (entry.type()) {
            case "alarm.raised" -> raised(entry, body);
            case "alarm.taken" -> acted(entry, false);
            case "alarm.dismissed" -> acted(entry, true);
            case "alarm.released" -> alarm(entry).suppressed = false;
            case "incident.opened" -> opened(entry, body);
            case "incident.closed" -> {
                var incident = incident(idOf(entry));
                incident.closedAt = Optional.of(entry.at());
                incident.closedBy = entry.actor().state();
                incident.outcome = body.text("outcome");
            }
            case "task.proposed", "task.approved", "task.declined", "task.received", "task.accepted", "task.unable",
                "task.done",
                "task.cancelled" -> step(entry, body);
            default -> {
            }
        }
    }

    private void raised(Entry entry, Body body) {
        var alarm = alarm(entry);
        alarm.kind = body.text("kind");
        alarm.site = body.text("site");
        alarm.at = entry.at();
        alarm.suppressed = !body.text("suppression").isBlank();
    }

    private void acted(Entry entry, boolean dismissed) {
        var alarm = alarm(entry);
        alarm.by = Optional.of(entry.actor().state());
        alarm.dismissed |= dismissed;
        alarm.suppressed = false;
    }

    private void opened(Entry entry, Body body) {
        var incident = incident(idOf(entry));
        incident.id = idOf(entry);
        incident.kind = body.text("kind");
        incident.site = body.text("site");
        incident.lifeAtRisk = body.flag("lifeAtRisk");
        incident.openedAt = entry.at();
        incident.openedBy = entry.actor().state();
    }

    private void step(Entry entry, Body body) {
        var step = entry.type().substring("task.".length());
        tasks.computeIfAbsent(body.text("task"), _ -> new Task()).steps.putIfAbsent(step, entry.at());
        var incident = incident(idOf(entry));
        if (step.equals("proposed") && incident.firstTask.isEmpty()) {
            incident.firstTask = Optional.of(entry.at());
        }
        if (step.equals("accepted") && incident.firstAcceptance.isEmpty()) {
            incident.firstAcceptance = Optional.of(entry.at());
        }
    }

    private Alarm alarm(Entry entry) {
        return alarms.computeIfAbsent(idOf(entry), _ -> new Alarm());
    }

    private Incident incident(String id) {
        return incidents.computeIfAbsent(id, _ -> new Incident());
    }

    /// The thing a stream is about: `incident/2026-0001` is about `2026-0001`.
    private static String idOf(Entry entry) {
        var stream = entry.stream().text();
        return stream.substring(stream.indexOf('/') + 1);
    }

    long position() {
        return position;
    }

    Collection<Alarm> alarms() {
        return alarms.values();
    }

    Collection<Incident> incidents() {
        return incidents.values();
    }

    Collection<Task> tasks() {
        return tasks.values();
    }

    SortedMap<YearMonth, Month> months() {
        return months;
    }
}
