package org.entente.protection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.entente.kernel.Actor;
import org.entente.kernel.LedVerb;

/// The tables of the protected store: the record, the keys, the board, the looks. Safe from any thread; one writer at a time.
final class ProtectionStore {

    private static final long WRITER = 0x70726f74656374L;
    private static final String COLUMNS = "position, receipt, version, type, type_version, at, officer, desk, sealed, clear, chain";

    private interface Work<T> {
        T run(Connection connection) throws SQLException;
    }

    /// One row of the board: what the list shows.
    record Row(String receipt, Category category, Concern.State state, Optional<Service> service, Instant raisedAt,
        Instant changedAt) {}

    private final DataSource protection;

    ProtectionStore(DataSource protection) {
        this.protection = protection;
    }

    /// Writes an entry, its place on the board, and makes or destroys the subject's key: all or nothing.
    ///
    /// @param draft its position is given here
    /// @param key the new key of a new subject; empty otherwise
    /// @param row the board afterwards
    /// @param erases whether the subject's key is destroyed
    long append(StoredEntry draft, Optional<byte[]> key, Row row, boolean erases) {
        return inTransaction(connection -> {
            try (var lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
                lock.setLong(1, WRITER);
                lock.execute();
            }
            long position = insert(connection, draft);
            if (key.isPresent()) {
                run(connection, "insert into concern_key (receipt, wrapped) values (?, ?)", draft.receipt(), key.get());
            }
            if (erases) {
                run(connection, "delete from concern_key where receipt = ?", draft.receipt());
            }
            run(connection,
                """
                    insert into concern (receipt, category, state, service, raised_at, changed_at) values (?, ?, ?, ?, ?, ?)
                    on conflict (receipt) do update set state = excluded.state, service = excluded.service, changed_at = excluded.changed_at""",
                row.receipt(), row.category().name(), row.state().name(), row.service().map(Enum::name).orElse(null),
                row.raisedAt().atOffset(ZoneOffset.UTC), row.changedAt().atOffset(ZoneOffset.UTC));
            return position;
        });
    }

    List<StoredEntry> entries(String receipt) {
        return inTransaction(connection -> {
            try (var ask = connection
                .prepareStatement("select " + COLUMNS + " from concern_entry where receipt = ? order by version")) {
                ask.setString(1, receipt);
                var found = new ArrayList<StoredEntry>();
                try (var rows = ask.executeQuery()) {
                    while (rows.next()) {
                        found.add(entry(rows));
                    }
                }
                return found;
            }
        });
    }

    Optional<byte[]> key(String receipt) {
        return inTransaction(connection -> {
            try (var ask = connection.prepareStatement("select wrapped from concern_key where receipt = ?")) {
                ask.setString(1, receipt);
                try (var rows = ask.executeQuery()) {
                    return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
                }
            }
        });
    }

    /// The board, newest first, at most 500.
    List<Row> board() {
        return inTransaction(connection -> {
            try (var ask = connection.prepareStatement(
                "select receipt, category, state, service, raised_at, changed_at from concern order by raised_at desc, receipt limit 500");
                var rows = ask.executeQuery()) {
                var found = new ArrayList<Row>();
                while (rows.next()) {
                    found.add(row(rows));
                }
                return found;
            }
        });
    }

    Optional<Row> row(String receipt) {
        return inTransaction(connection -> {
            try (var ask = connection.prepareStatement(
                "select receipt, category, state, service, raised_at, changed_at from concern where receipt = ?")) {
                ask.setString(1, receipt);
                try (var rows = ask.executeQuery()) {
                    return rows.next() ? Optional.of(row(rows)) : Optional.empty();
                }
            }
        });
    }

    /// How many entries of a type were written in `[from, to)`, per category; categories without any are missing.
    Map<Category, Long> counts(String type, Instant from, Instant to) {
        return inTransaction(connection -> {
            try (var ask = connection.prepareStatement("""
                select category, count(distinct entry.receipt) from concern_entry entry join concern using (receipt)
                where type = ? and at >= ? and at < ? group by category order by category""")) {
                ask.setString(1, type);
                ask.setObject(2, from.atOffset(ZoneOffset.UTC));
                ask.setObject(3, to.atOffset(ZoneOffset.UTC));
                var counts = new LinkedHashMap<Category, Long>();
                try (var rows = ask.executeQuery()) {
                    while (rows.next()) {
                        counts.put(Category.valueOf(rows.getString(1)), rows.getLong(2));
                    }
                }
                return counts;
            }
        });
    }

    void look(Actor who, LedVerb verb, String what, Instant at) {
        inTransaction(connection -> run(connection,
            "insert into concern_look (at, officer, desk, purpose, verb, what) values (?, ?, ?, ?, ?, ?)",
            at.atOffset(ZoneOffset.UTC),
            who.officer().text(), who.desk().text(), who.purpose().name(), verb.name(), what));
    }

    /// The position of the first entry whose digest does not follow from the one before; empty when the chain holds.
    OptionalLong broken() {
        return inTransaction(connection -> {
            try (var ask = connection.prepareStatement("select " + COLUMNS + " from concern_entry order by position")) {
                ask.setFetchSize(500);
                var before = Chain.START;
                long position = 0;
                try (var rows = ask.executeQuery()) {
                    while (rows.next()) {
                        var entry = entry(rows);
                        before = Chain.next(before, entry);
                        if (entry.position() != ++position || !Arrays.equals(before, rows.getBytes("chain"))) {
                            return OptionalLong.of(position);
                        }
                    }
                }
                return OptionalLong.empty();
            }
        });
    }

    private static long insert(Connection connection, StoredEntry draft) throws SQLException {
        long position = 1;
        var before = Chain.START;
        try (
            var ask = connection
                .prepareStatement("select position, chain from concern_entry order by position desc limit 1");
            var rows = ask.executeQuery()) {
            if (rows.next()) {
                position = rows.getLong(1) + 1;
                before = rows.getBytes(2);
            }
        }
        var entry = new StoredEntry(position, draft.receipt(), draft.version(), draft.type(), draft.typeVersion(),
            draft.at(),
            draft.officer(), draft.desk(), draft.sealed(), draft.clear());
        boolean sealed = entry.sealed().length > 0;
        run(connection, "insert into concern_entry (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            position, entry.receipt(),
            entry.version(), entry.type(), entry.typeVersion(), entry.at().atOffset(ZoneOffset.UTC), entry.officer(),
            entry.desk(),
            sealed ? entry.sealed() : null, sealed ? null : entry.clear(), Chain.next(before, entry));
        return position;
    }

    private <T> T inTransaction(Work<T> work) {
        try (var connection = protection.getConnection()) {
            connection.setAutoCommit(false);
            try {
                var result = work.run(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new ProtectionFault(e);
        }
    }

    private static int run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    private static StoredEntry entry(ResultSet row) throws SQLException {
        var sealed = row.getBytes("sealed");
        var clear = row.getString("clear");
        return new StoredEntry(row.getLong("position"), row.getString("receipt"), row.getLong("version"),
            row.getString("type"),
            row.getInt("type_version"), row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("officer"),
            row.getString("desk"), sealed == null ? new byte[0] : sealed, clear == null ? "" : clear);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getString(1), Category.valueOf(row.getString(2)), Concern.State.valueOf(row.getString(3)),
            Optional.ofNullable(row.getString(4)).map(Service::valueOf),
            row.getObject(5, OffsetDateTime.class).toInstant(),
            row.getObject(6, OffsetDateTime.class).toInstant());
    }
}
