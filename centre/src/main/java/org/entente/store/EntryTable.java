package org.entente.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.entente.journal.CanonicalEntry;
import org.entente.journal.Entry;
import org.entente.kernel.Actor;
import org.entente.kernel.AgencyId;
import org.entente.kernel.Classification;
import org.entente.kernel.DeskId;
import org.entente.kernel.Marking;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Purpose;
import org.entente.kernel.StreamId;
import org.entente.kernel.SubjectId;

/// Rows of the table `entry`, both ways.
final class EntryTable {

    private static final String COLUMNS = "position, stream, stream_version, type, version, at, officer, desk, agency, state, purpose, "
        + "marking_originator, marking_classification, marking_releasable, marking_compartment, marking_retention_days, subject, body, salt, digest";

    /// An entry as it lies on disk.
    ///
    /// @param entry with its body in the clear, or empty when it is sealed
    /// @param sealed the sealed body, where there is a subject
    record Row(Entry entry, Optional<String> sealed, byte[] salt, byte[] digest) {

        byte[] canonical() {
            return CanonicalEntry.bytes(entry, sealed);
        }

        /// Does the digest in the log belong to what the row says?
        boolean stands() {
            return java.util.Arrays.equals(digest, CanonicalEntry.digest(salt, canonical()));
        }
    }

    private EntryTable() {}

    static void insert(Connection connection, List<Row> rows) throws SQLException {
        try (var insert = connection.prepareStatement(
            "insert into entry (" + COLUMNS
                + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (var row : rows) {
                bind(connection, insert, row);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    static List<Row> after(Connection connection, long position, int limit) throws SQLException {
        return select(connection, "where position > ? order by position limit ?", position, limit);
    }

    static List<Row> stream(Connection connection, StreamId stream) throws SQLException {
        return select(connection, "where stream = ? order by stream_version", stream.text());
    }

    static List<Row> at(Connection connection, List<Long> positions) throws SQLException {
        return select(connection, "where position = any (?) order by position",
            connection.createArrayOf("bigint", positions.toArray()));
    }

    /// Newest version of each of these streams; 0 where there is none.
    static Map<StreamId, Long> versions(Connection connection, Iterable<StreamId> streams) throws SQLException {
        var names = new TreeSet<String>();
        streams.forEach(stream -> names.add(stream.text()));
        var versions = new LinkedHashMap<StreamId, Long>();
        try (var select = connection.prepareStatement("select s, coalesce((select e.stream_version from entry e "
            + "where e.stream = s order by e.stream_version desc limit 1), 0) from unnest(?::text[]) s")) {
            select.setArray(1, connection.createArrayOf("text", names.toArray()));
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    versions.put(new StreamId(rows.getString(1)), rows.getLong(2));
                }
            }
        }
        return versions;
    }

    private static List<Row> select(Connection connection, String where, Object... values) throws SQLException {
        try (var select = connection.prepareStatement("select " + COLUMNS + " from entry " + where)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            var found = new ArrayList<Row>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(read(rows));
                }
            }
            return found;
        }
    }

    private static void bind(Connection connection, PreparedStatement insert, Row row) throws SQLException {
        var entry = row.entry();
        var actor = entry.actor();
        var marking = entry.marking();
        insert.setLong(1, entry.position());
        insert.setString(2, entry.stream().text());
        insert.setLong(3, entry.streamVersion());
        insert.setString(4, entry.type());
        insert.setInt(5, entry.version());
        insert.setObject(6, entry.at().atOffset(ZoneOffset.UTC));
        insert.setString(7, actor.officer().text());
        insert.setString(8, actor.desk().text());
        insert.setString(9, actor.agency().text());
        insert.setString(10, actor.state());
        insert.setString(11, actor.purpose().name());
        insert.setString(12, marking.originator().text());
        insert.setString(13, marking.classification().name());
        insert.setArray(14, connection.createArrayOf("text", marking.releasableTo().toArray()));
        insert.setString(15, marking.compartment().orElse(null));
        insert.setInt(16, marking.retentionDays());
        insert.setString(17, entry.subject().map(SubjectId::text).orElse(null));
        insert.setString(18, row.sealed().or(entry::body).orElseThrow());
        insert.setBytes(19, row.salt());
        insert.setBytes(20, row.digest());
    }

    private static Row read(ResultSet row) throws SQLException {
        var actor = new Actor(new OfficerId(row.getString(7)), new DeskId(row.getString(8)),
            new AgencyId(row.getString(9)),
            row.getString(10), Purpose.valueOf(row.getString(11)));
        var marking = new Marking(new AgencyId(row.getString(12)), Classification.valueOf(row.getString(13)),
            List.of((String[]) row.getArray(14).getArray()), Optional.ofNullable(row.getString(15)), row.getInt(16));
        var subject = Optional.ofNullable(row.getString(17)).map(SubjectId::new);
        var body = Optional.of(row.getString(18));
        var entry = new Entry(row.getLong(1), new StreamId(row.getString(2)), row.getLong(3), row.getString(4),
            row.getInt(5),
            row.getObject(6, java.time.OffsetDateTime.class).toInstant(), actor, marking, subject,
            subject.isPresent() ? Optional.empty() : body);
        return new Row(entry, subject.flatMap(_ -> body), row.getBytes(19), row.getBytes(20));
    }
}
