package org.entente.operations;

import static org.entente.operations.OperationsCodec.CODEC;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.entente.journal.Entry;
import org.entente.journal.JournalCorrupt;
import org.entente.journal.Projection;
import org.entente.kernel.Marking;
import org.entente.operations.OperationsEvent.OfAlarm;
import org.entente.operations.OperationsEvent.OfIncident;
import org.entente.operations.OperationsEvent.OfSuppression;
import org.entente.operations.OperationsEvent.OfTask;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The boards in PostgreSQL, written in the same transaction as the entry; read by `web` as a viewer, under row-level security.
public final class OperationsStore implements Projection {

    private static final JsonMapper JSON = JsonMapper.builder()
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    @Override
    public void project(Entry entry, Connection transaction) throws SQLException {
        var event = CODEC.read(entry);
        if (event.isEmpty()) {
            return;
        }
        var stamp = Stamp.of(entry);
        switch (event.get()) {
            case OfAlarm ofAlarm -> onAlarm(ofAlarm, entry, stamp, transaction);
            case OfIncident ofIncident -> onIncident(ofIncident, entry, stamp, transaction);
            case OfTask ofTask -> onTask(ofTask, entry, stamp, transaction);
            case OfSuppression _,OperationsEvent.ParametersSet _ -> {
            }
        }
    }

    private static void onAlarm(OfAlarm event, Entry entry, Stamp stamp, Connection transaction) throws SQLException {
        if (event instanceof OfAlarm.Weighed) {
            return; // the board shows the alarm; its grounds are read from the record
        }
        var id = entry.stream().text().substring("alarm/".length());
        var alarm = event instanceof OfAlarm.Raised raised
            ? Alarm.raised(raised, entry.marking())
            : alarm(transaction, id).orElseThrow(() -> missing(entry)).after(event, stamp);
        write(transaction, id, alarm, entry);
    }

    private static void write(Connection transaction, String id, Alarm alarm, Entry entry) throws SQLException {
        write(transaction, "alarm_board", id, alarm.marking(), alarm.lifeAtRisk(), alarm.place(), alarm,
            entry.position());
    }

    private static void onIncident(OfIncident event, Entry entry, Stamp stamp, Connection transaction)
        throws SQLException {
        var id = entry.stream().text().substring("incident/".length());
        var incident = event instanceof OfIncident.Opened opened
            ? Incident.opened(opened, stamp, entry.marking())
            : incident(transaction, id).orElseThrow(() -> missing(entry)).after(event, stamp);
        write(transaction, "incident_board", id, incident.marking(), incident.lifeAtRisk(), incident.place(), incident,
            entry.position());
        if (event instanceof OfIncident.Closed closed) {
            for (var alarm : incident.alarms()) {
                write(transaction, alarm, alarm(transaction, alarm).orElseThrow(() -> missing(entry))
                    .found(Verdict.Finding.ofOutcome(closed.outcome())), entry);
            }
        }
    }

    private static void onTask(OfTask event, Entry entry, Stamp stamp, Connection transaction) throws SQLException {
        var incident = incident(transaction, event.incident()).orElseThrow(() -> missing(entry));
        if (event instanceof OfTask.Proposed proposed) {
            write(transaction, "task_board", event.task(), entry.marking(), false, incident.place(),
                Task.proposed(proposed, stamp), entry.position());
            write(transaction, "incident_board", incident.id(), incident.marking(), incident.lifeAtRisk(),
                incident.place(), incident.tasked(event.task()), entry.position());
        } else {
            var task = one(transaction, "task_board", event.task(), Task.class).orElseThrow(() -> missing(entry))
                .after(event, stamp);
            write(transaction, "task_board", event.task(), entry.marking(), false, incident.place(), task,
                entry.position());
        }
    }

    private static JournalCorrupt missing(Entry entry) {
        return new JournalCorrupt("entry " + entry.position() + " is about something the board does not have");
    }

    /// The alarm as this connection may see it.
    public static Optional<Alarm> alarm(Connection connection, String id) throws SQLException {
        return one(connection, "alarm_board", id, Alarm.class);
    }

    /// The incident as this connection may see it.
    public static Optional<Incident> incident(Connection connection, String id) throws SQLException {
        return one(connection, "incident_board", id, Incident.class);
    }

    private static <T> Optional<T> one(Connection connection, String board, String id, Class<T> shape)
        throws SQLException {
        try (var query = connection.prepareStatement("select body from " + board + " where id = ?")) {
            query.setString(1, id);
            try (var rows = query.executeQuery()) {
                return rows.next() ? Optional.of(JSON.readValue(rows.getString(1), shape)) : Optional.empty();
            }
        }
    }

    private static void write(Connection transaction, String board, String id, Marking marking, boolean lifeAtRisk,
        String place, Object thing, long position) throws SQLException {
        try (var upsert = transaction.prepareStatement("insert into " + board
            + """
                 (id, marking_originator, marking_classification, marking_releasable, marking_compartment, life_at_risk, place, body, position)
                values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
                on conflict (id) do update set body = excluded.body, position = excluded.position""")) {
            upsert.setString(1, id);
            upsert.setString(2, marking.originator().text());
            upsert.setInt(3, marking.classification().ordinal());
            upsert.setArray(4, transaction.createArrayOf("text", marking.releasableTo().toArray()));
            upsert.setString(5, marking.compartment().orElse(null));
            upsert.setBoolean(6, lifeAtRisk);
            upsert.setString(7, place);
            upsert.setString(8, JSON.writeValueAsString(thing));
            upsert.setLong(9, position);
            upsert.executeUpdate();
        }
    }
}
