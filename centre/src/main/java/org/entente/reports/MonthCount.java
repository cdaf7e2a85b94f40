package org.entente.reports;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.entente.kernel.Figure;
import org.entente.kernel.SmallNumbers;
import org.entente.kernel.Text;
import org.entente.reports.Figures.Count;
import org.entente.reports.Figures.Guarded;
import org.entente.reports.Figures.Handling;
import org.entente.reports.Figures.Hour;
import org.entente.reports.Figures.Kind;
import org.entente.reports.Figures.Life;
import org.entente.reports.Figures.Outcome;
import org.entente.reports.Figures.Rescue;
import org.entente.reports.Figures.Side;
import org.entente.reports.Figures.Site;
import org.entente.reports.Figures.Spread;
import org.entente.reports.Figures.Step;
import org.entente.reports.Figures.Tasks;
import org.entente.reports.Figures.Triple;
import org.entente.reports.Ledger.Alarm;
import org.entente.reports.Ledger.Incident;
import org.entente.reports.Ledger.Task;

/// Counts one month from the ledger.
final class MonthCount {

    /// Kinds that count as an attempt at irregular crossing, in the order they are printed.
    static final List<String> ATTEMPTS = List.of("INTRUSION", "PERSON_IN_LORRY", "PERSON_ON_TRACK", "PERSON_IN_WATER");
    static final List<String> OTHER_KINDS = List.of("CHILD_ALONE", "FIRE", "UNIT_EMERGENCY", "PROTEST", "POWER_LOSS");
    static final List<String> DISRUPTING = List.of("PREVENTED", "FOUND", "RESCUED", "REFERRED");
    static final List<String> OTHER_OUTCOMES = List.of("RESTORED", "NO_TRACE", "FALSE_ALARM");

    private final Setting setting;
    private final YearMonth month;
    private final Instant from;
    private final Instant to;
    private final Ledger ledger;
    private final List<Alarm> alarms;
    private final long suppressed;
    private final List<Incident> opened;
    private final List<Incident> closed;

    MonthCount(Setting setting, YearMonth month, Ledger ledger) {
        this.setting = setting;
        this.month = month;
        this.from = start(month, setting.zone());
        this.to = start(month.plusMonths(1), setting.zone());
        this.ledger = ledger;
        var raised = ledger.alarms().stream().filter(alarm -> within(alarm.at)).toList();
        this.alarms = raised.stream().filter(alarm -> !alarm.suppressed).toList();
        this.suppressed = raised.size() - alarms.size();
        this.opened = ledger.incidents().stream().filter(incident -> within(incident.openedAt)).toList();
        this.closed = ledger.incidents().stream().filter(incident -> incident.closedAt.filter(this::within).isPresent())
            .toList();
    }

    static Instant start(YearMonth month, ZoneId zone) {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }

    Figures figures(List<Figure> counted, Optional<Figures.Checkpoint> checkpoint) {
        var entries = ledger.months().getOrDefault(month, new Ledger.Month());
        var covered = entries.entries == 0
            ? Optional.<Figures.Span>empty()
            : Optional.of(new Figures.Span(entries.first, entries.last));
        return new Figures(month.toString(), from, to, covered, attempts(_ -> true, _ -> true, _ -> true), sides(),
            sites(), kinds(), hours(), outcomes(),
            life(), tasks(), handling(), guarded(counted), others(counted),
            new Figures.Record(entries.entries, entries.sealed, entries.erased, entries.unreadable, checkpoint));
    }

    private List<Side> sides() {
        return List.of("FR", "GB", "XX").stream()
            .map(state -> new Side(state, attempts(alarm -> side(alarm.by.orElse("")).equals(state),
                incident -> side(incident.openedBy).equals(state), incident -> side(incident.closedBy).equals(state))))
            .toList();
    }

    private static String side(String state) {
        return state.equals("FR") || state.equals("GB") ? state : "XX";
    }

    private List<Site> sites() {
        var names = new ArrayList<>(setting.sites());
        var known = new LinkedHashSet<>(setting.sites().stream().map(Setting.Site::id).toList());
        alarms.stream().filter(alarm -> ATTEMPTS.contains(alarm.kind)).map(alarm -> alarm.site).filter(known::add)
            .forEach(site -> names.add(unnamed(site)));
        List.of(opened, closed)
            .forEach(list -> list.stream().filter(incident -> ATTEMPTS.contains(incident.kind))
                .map(incident -> incident.site)
                .filter(known::add).forEach(site -> names.add(unnamed(site))));
        return names.stream()
            .map(site -> new Site(site.id(), site.name(), attempts(alarm -> alarm.site.equals(site.id()),
                incident -> incident.site.equals(site.id()), incident -> incident.site.equals(site.id()))))
            .toList();
    }

    private static Setting.Site unnamed(String id) {
        return new Setting.Site(id, id.isBlank() ? new Text("No site given", "Sans site") : new Text(id, id));
    }

    private List<Kind> kinds() {
        var ids = new LinkedHashSet<>(ATTEMPTS);
        ids.addAll(OTHER_KINDS);
        alarms.forEach(alarm -> ids.add(alarm.kind));
        opened.forEach(incident -> ids.add(incident.kind));
        closed.forEach(incident -> ids.add(incident.kind));
        return ids.stream()
            .map(id -> new Kind(id, ATTEMPTS.contains(id), new Triple(count(alarms, alarm -> alarm.kind.equals(id)),
                count(opened, incident -> incident.kind.equals(id)),
                count(closed, incident -> incident.kind.equals(id) && DISRUPTING.contains(incident.outcome)))))
            .toList();
    }

    private List<Hour> hours() {
        return IntStream.range(0, 24).mapToObj(hour -> {
            var triple = attempts(alarm -> hour(alarm.at) == hour, incident -> hour(incident.openedAt) == hour,
                _ -> false);
            return new Hour(hour, triple.seen(), triple.detected());
        }).toList();
    }

    private List<Outcome> outcomes() {
        var ids = new LinkedHashSet<>(DISRUPTING);
        ids.addAll(OTHER_OUTCOMES);
        closed.forEach(incident -> ids.add(incident.outcome));
        return ids.stream().map(id -> new Outcome(id, DISRUPTING.contains(id),
            count(closed, incident -> incident.outcome.equals(id) && ATTEMPTS.contains(incident.kind)),
            count(closed, incident -> incident.outcome.equals(id) && !ATTEMPTS.contains(incident.kind)))).toList();
    }

    private Life life() {
        var rescues = opened.stream().filter(incident -> incident.lifeAtRisk).map(MonthCount::rescue).toList();
        return new Life(rescues, spread(rescues, Rescue::toTask), spread(rescues, Rescue::toAcceptance),
            spread(rescues, Rescue::toClosure));
    }

    private static Rescue rescue(Incident incident) {
        return new Rescue(incident.id, incident.kind, incident.site, incident.openedAt,
            since(incident.openedAt, incident.firstTask),
            since(incident.openedAt, incident.firstAcceptance), since(incident.openedAt, incident.closedAt),
            Optional.of(incident.outcome).filter(outcome -> !outcome.isBlank()));
    }

    private Tasks tasks() {
        var proposed = ledger.tasks().stream().filter(task -> task.at("proposed").filter(this::within).isPresent())
            .toList();
        return new Tasks(proposed.size(), reached(proposed, "approved"), reached(proposed, "declined"),
            reached(proposed, "accepted"),
            reached(proposed, "unable"), reached(proposed, "done"), reached(proposed, "cancelled"),
            List.of(step("approval", proposed, "proposed", "approved"),
                step("receipt", proposed, "approved", "received"),
                step("acceptance", proposed, "received", "accepted"),
                step("completion", proposed, "accepted", "done")));
    }

    private static Step step(String id, List<Task> tasks, String before, String after) {
        return new Step(id, spread(tasks, task -> task.at(before).flatMap(start -> since(start, task.at(after)))));
    }

    private Handling handling() {
        return new Handling(alarms.size(), count(alarms, alarm -> alarm.by.isPresent() && !alarm.dismissed),
            count(alarms, alarm -> alarm.dismissed), count(alarms, alarm -> alarm.by.isEmpty()),
            count(closed, incident -> incident.outcome.equals("FALSE_ALARM")), suppressed);
    }

    private static List<Guarded> guarded(List<Figure> counted) {
        return SmallNumbers.published(counted.stream().filter(MonthCount::fromBehindTheWall).toList()).stream()
            .map(figure -> new Guarded(figure.key(), figure.label(),
                figure.exact() ? Optional.of(Long.parseLong(figure.shown().english())) : Optional.empty(),
                figure.shown()))
            .toList();
    }

    private static List<Count> others(List<Figure> counted) {
        return counted.stream().filter(figure -> !fromBehindTheWall(figure))
            .map(figure -> new Count(figure.key(), figure.label(), figure.value())).toList();
    }

    private static boolean fromBehindTheWall(Figure figure) {
        return !figure.key().startsWith("sensors.") && !figure.key().startsWith("feeds.");
    }

    private Triple attempts(Function<Alarm, Boolean> seen, Function<Incident, Boolean> detected,
        Function<Incident, Boolean> disrupted) {
        return new Triple(count(alarms, alarm -> ATTEMPTS.contains(alarm.kind) && seen.apply(alarm)),
            count(opened, incident -> ATTEMPTS.contains(incident.kind) && detected.apply(incident)),
            count(closed, incident -> ATTEMPTS.contains(incident.kind) && DISRUPTING.contains(incident.outcome)
                && disrupted.apply(incident)));
    }

    private boolean within(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    private int hour(Instant at) {
        return at.atZone(setting.zone()).getHour();
    }

    private static long reached(List<Task> tasks, String step) {
        return count(tasks, task -> task.at(step).isPresent());
    }

    private static Optional<Long> since(Instant start, Optional<Instant> end) {
        return end.filter(at -> !at.isBefore(start)).map(at -> Duration.between(start, at).toSeconds());
    }

    private static <T> long count(Collection<T> rows, Function<T, Boolean> counts) {
        return rows.stream().filter(counts::apply).count();
    }

    private static <T> Spread spread(List<T> rows, Function<T, Optional<Long>> measured) {
        var times = rows.stream().map(measured).flatMap(Optional::stream).sorted().toList();
        int n = times.size();
        return n == 0
            ? new Spread(0, 0, 0)
            : new Spread(n, times.get((n - 1) / 2), times.get((int) Math.ceil(0.9 * n) - 1));
    }
}
