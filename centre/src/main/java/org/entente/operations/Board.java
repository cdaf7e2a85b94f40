package org.entente.operations;

import static org.entente.operations.OperationsCodec.CODEC;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.journal.Entry;
import org.entente.journal.JournalCorrupt;
import org.entente.operations.OperationsEvent.OfAlarm;
import org.entente.operations.OperationsEvent.OfIncident;
import org.entente.operations.OperationsEvent.OfSuppression;
import org.entente.operations.OperationsEvent.OfTask;

/// Every alarm, incident and task: the fold of the journal's entries up to one position. Not safe for threads.
///
/// The live board and a board replayed to the same position are equal.
public final class Board {

    private final Map<String, Alarm> alarms = new LinkedHashMap<>();
    private final Map<String, Incident> incidents = new LinkedHashMap<>();
    private final Map<String, Task> tasks = new LinkedHashMap<>();
    private final Map<String, Suppression> suppressions = new LinkedHashMap<>();
    private final Set<String> setAside = new LinkedHashSet<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    private final AlarmLoad load = new AlarmLoad(AlarmPhilosophy.STANDARD);
    private Parameters parameters = Parameters.INITIAL;
    private long position;

    /// Applies one entry. Entries of other modules only move the position.
    ///
    /// @return what it changed
    /// @throws JournalCorrupt the entry cannot follow what is there
    public Optional<Changed> apply(Entry entry) {
        position = entry.position();
        return CODEC.read(entry).map(event -> apply(event, entry));
    }

    /// What of the board an entry changed: tasks come with their incident, a closed incident with the alarm it grew from.
    public record Changed(Optional<String> alarm, Optional<String> incident, Optional<String> task,
        boolean parameters, boolean suppressions) {}

    private Changed apply(OperationsEvent event, Entry entry) {
        var stamp = Stamp.of(entry);
        return switch (event) {
            case OfAlarm ofAlarm -> onAlarm(ofAlarm, stamp, entry);
            case OfIncident ofIncident -> onIncident(ofIncident, stamp, entry);
            case OfTask ofTask -> onTask(ofTask, stamp);
            case OfSuppression ofSuppression -> onSuppression(ofSuppression, stamp, entry);
            case OperationsEvent.ParametersSet(var posture, var objectives) -> {
                parameters = new Parameters(Parameters.Posture.valueOf(posture), objectives, stamp.desk(),
                    Optional.of(stamp.at()));
                yield new Changed(Optional.empty(), Optional.empty(), Optional.empty(), true, false);
            }
        };
    }

    private Changed onAlarm(OfAlarm event, Stamp stamp, Entry entry) {
        var id = entry.stream().text().substring("alarm/".length());
        var alarm = event instanceof OfAlarm.Raised raised && !alarms.containsKey(id)
            ? Alarm.raised(raised, entry.marking())
            : known(alarms.get(id), id, stamp).after(event, stamp);
        alarms.put(id, alarm);
        if (!alarm.comesBack()) {
            setAside.remove(id);
        } else {
            setAside.add(id);
        }
        measure(event, alarm, stamp);
        return new Changed(Optional.of(id), Optional.empty(), Optional.empty(), false, false);
    }

    /// What the alarm is to the load of the desks, and what it says of its place and sensors.
    private void measure(OfAlarm event, Alarm alarm, Stamp stamp) {
        switch (event) {
            case OfAlarm.Raised raised -> {
                if (raised.suppression().isBlank()) {
                    load.arrived(stamp.at());
                }
            }
            case OfAlarm.Acknowledged _,OfAlarm.Taken _,OfAlarm.Shelved _ -> load.handled(stamp.desk(), stamp.at());
            case OfAlarm.Dismissed(_, var verdict) -> {
                load.handled(stamp.desk(), stamp.at());
                verdicts.add(Verdict.of(alarm, verdict, stamp));
            }
            case OfAlarm.Released _ -> load.arrived(stamp.at()); // only now it is put before the desks
            case OfAlarm.Weighed _,OfAlarm.Returned _,OfAlarm.Unshelved _ -> {
            }
        }
    }

    private Changed onSuppression(OfSuppression event, Stamp stamp, Entry entry) {
        var id = entry.stream().text().substring("suppression/".length());
        if (event instanceof OfSuppression.Entered entered && !suppressions.containsKey(id)) {
            suppressions.put(id, Suppression.entered(entered, stamp, entry.marking()));
        } else {
            suppressions.put(id, known(suppressions.get(id), id, stamp).after(event, stamp));
        }
        return new Changed(Optional.empty(), Optional.empty(), Optional.empty(), false, true);
    }

    private Changed onIncident(OfIncident event, Stamp stamp, Entry entry) {
        var id = entry.stream().text().substring("incident/".length());
        if (event instanceof OfIncident.Opened opened && !incidents.containsKey(id)) {
            incidents.put(id, Incident.opened(opened, stamp, entry.marking()));
        } else {
            incidents.put(id, known(incidents.get(id), id, stamp).after(event, stamp));
        }
        var alarm = event instanceof OfIncident.Closed closed
            ? judged(incidents.get(id), closed.outcome(), stamp)
            : Optional.<String>empty();
        return new Changed(alarm, Optional.of(id), Optional.empty(), false, false);
    }

    /// The outcome of an incident is the verdict on the alarm it grew from.
    private Optional<String> judged(Incident incident, String outcome, Stamp stamp) {
        var finding = Verdict.Finding.ofOutcome(outcome);
        for (var id : incident.alarms()) {
            var alarm = known(alarms.get(id), id, stamp).found(finding);
            alarms.put(id, alarm);
            verdicts.add(Verdict.of(alarm, finding, stamp));
        }
        return incident.alarms().stream().findFirst();
    }

    private Changed onTask(OfTask event, Stamp stamp) {
        if (event instanceof OfTask.Proposed proposed && !tasks.containsKey(proposed.task())) {
            tasks.put(proposed.task(), Task.proposed(proposed, stamp));
            incidents.put(proposed.incident(),
                known(incidents.get(proposed.incident()), proposed.incident(), stamp).tasked(proposed.task()));
        } else {
            tasks.put(event.task(), known(tasks.get(event.task()), event.task(), stamp).after(event, stamp));
        }
        return new Changed(Optional.empty(), Optional.of(event.incident()), Optional.of(event.task()), false, false);
    }

    private static <T> T known(T thing, String id, Stamp stamp) {
        if (thing == null) {
            throw stamp.contradicts("never there before", id);
        }
        return thing;
    }

    /// Position of the last entry applied, 0 when none.
    public long position() {
        return position;
    }

    /// The alarm, if it was ever raised.
    public Optional<Alarm> alarm(String id) {
        return Optional.ofNullable(alarms.get(id));
    }

    /// The incident, if it was ever opened.
    public Optional<Incident> incident(String id) {
        return Optional.ofNullable(incidents.get(id));
    }

    /// The task, if it was ever proposed.
    public Optional<Task> task(String id) {
        return Optional.ofNullable(tasks.get(id));
    }

    /// Every alarm in order of raising; a copy.
    public List<Alarm> alarms() {
        return new ArrayList<>(alarms.values());
    }

    /// Every incident in order of opening; a copy.
    public List<Incident> incidents() {
        return new ArrayList<>(incidents.values());
    }

    /// Every task in order of proposal; a copy.
    public List<Task> tasks() {
        return new ArrayList<>(tasks.values());
    }

    /// The suppression by design, if it was ever entered.
    public Optional<Suppression> suppression(String id) {
        return Optional.ofNullable(suppressions.get(id));
    }

    /// Every suppression by design in order of entry; a copy.
    public List<Suppression> suppressions() {
        return new ArrayList<>(suppressions.values());
    }

    /// Alarms that will come back to the queue by themselves, in the order they were set aside; a copy.
    List<Alarm> setAside() {
        return setAside.stream().map(alarms::get).toList();
    }

    /// What alarms turned out to be, in order of the entries that say so; a copy. Of places and sensors, never of persons.
    public List<Verdict> verdicts() {
        return new ArrayList<>(verdicts);
    }

    /// The verdicts of entries after a position, in order: what somebody who has read up to there still has to learn.
    public List<Verdict> verdictsAfter(long position) {
        return verdicts.stream().filter(verdict -> verdict.position() > position).toList();
    }

    /// The rate of alarms and the floods.
    public AlarmLoad load() {
        return load;
    }

    /// What gold has set.
    public Parameters parameters() {
        return parameters;
    }
}
