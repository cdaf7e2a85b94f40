package org.entente.operations;

import static org.entente.operations.OperationsCodec.CODEC;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.journal.Entry;
import org.entente.journal.JournalCorrupt;
import org.entente.operations.OperationsEvent.OfAlarm;
import org.entente.operations.OperationsEvent.OfIncident;
import org.entente.operations.OperationsEvent.OfTask;

/// Every alarm, incident and task: the fold of the journal's entries up to one position. Not safe for threads.
///
/// The live board and a board replayed to the same position are equal.
public final class Board {

    private final Map<String, Alarm> alarms = new LinkedHashMap<>();
    private final Map<String, Incident> incidents = new LinkedHashMap<>();
    private final Map<String, Task> tasks = new LinkedHashMap<>();
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

    /// One thing of the board that an entry changed: exactly one of the four lists has an id, tasks may come with their incident.
    public record Changed(Optional<String> alarm, Optional<String> incident, Optional<String> task,
        boolean parameters) {}

    private Changed apply(OperationsEvent event, Entry entry) {
        var stamp = Stamp.of(entry);
        return switch (event) {
            case OfAlarm ofAlarm -> onAlarm(ofAlarm, stamp, entry);
            case OfIncident ofIncident -> onIncident(ofIncident, stamp, entry);
            case OfTask ofTask -> onTask(ofTask, stamp);
            case OperationsEvent.ParametersSet(var posture, var objectives) -> {
                parameters = new Parameters(Parameters.Posture.valueOf(posture), objectives, stamp.desk(),
                    Optional.of(stamp.at()));
                yield new Changed(Optional.empty(), Optional.empty(), Optional.empty(), true);
            }
        };
    }

    private Changed onAlarm(OfAlarm event, Stamp stamp, Entry entry) {
        var id = entry.stream().text().substring("alarm/".length());
        if (event instanceof OfAlarm.Raised raised && !alarms.containsKey(id)) {
            alarms.put(id, Alarm.raised(raised, entry.marking()));
        } else {
            alarms.put(id, known(alarms.get(id), id, stamp).after(event, stamp));
        }
        return new Changed(Optional.of(id), Optional.empty(), Optional.empty(), false);
    }

    private Changed onIncident(OfIncident event, Stamp stamp, Entry entry) {
        var id = entry.stream().text().substring("incident/".length());
        if (event instanceof OfIncident.Opened opened && !incidents.containsKey(id)) {
            incidents.put(id, Incident.opened(opened, stamp, entry.marking()));
        } else {
            incidents.put(id, known(incidents.get(id), id, stamp).after(event, stamp));
        }
        return new Changed(Optional.empty(), Optional.of(id), Optional.empty(), false);
    }

    private Changed onTask(OfTask event, Stamp stamp) {
        if (event instanceof OfTask.Proposed proposed && !tasks.containsKey(proposed.task())) {
            tasks.put(proposed.task(), Task.proposed(proposed, stamp));
            incidents.put(proposed.incident(),
                known(incidents.get(proposed.incident()), proposed.incident(), stamp).tasked(proposed.task()));
        } else {
            tasks.put(event.task(), known(tasks.get(event.task()), event.task(), stamp).after(event, stamp));
        }
        return new Changed(Optional.empty(), Optional.of(event.incident()), Optional.of(event.task()), false);
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

    /// What gold has set.
    public Parameters parameters() {
        return parameters;
    }
}
