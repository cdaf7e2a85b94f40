package org.entente.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.entente.kernel.Actor;
import org.entente.kernel.AgencyId;
import org.entente.kernel.DeskId;
import org.entente.kernel.LedVerb;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Purpose;

/// The table `audit_look`, which every role can only add to.
final class AuditStore {

    private final DataSource app;

    AuditStore(DataSource app) {
        this.app = app;
    }

    /// Writes all or none. One caller at a time, so that ids appear in order and a reader's cursor misses nothing.
    synchronized void write(List<Look> looks) {
        AccessFault.over(() -> {
            try (var connection = app.getConnection()) {
                connection.setAutoCommit(false);
                try (var write = connection.prepareStatement("""
                    insert into audit_look (at, officer, desk, agency, state, purpose, verb, what, justification)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")) {
                    for (var look : looks) {
                        var who = look.who();
                        write.setObject(1, look.at().atOffset(ZoneOffset.UTC));
                        write.setString(2, who.officer().text());
                        write.setString(3, who.desk().text());
                        write.setString(4, who.agency().text());
                        write.setString(5, who.state());
                        write.setString(6, who.purpose().name());
                        write.setString(7, look.verb().name());
                        write.setString(8, look.what());
                        write.setString(9, look.justification());
                        write.addBatch();
                    }
                    write.executeBatch();
                    connection.commit();
                } catch (SQLException e) {
                    connection.rollback();
                    throw e;
                } finally {
                    connection.setAutoCommit(true);
                }
                return looks.size();
            }
        });
    }

    List<Audit.Row> page(long after, int limit) {
        return AccessFault.over(() -> {
            try (var connection = app.getConnection(); var ask = connection.prepareStatement("""
                select id, at, officer, desk, agency, state, purpose, verb, what, justification
                from audit_look where id > ? order by id limit ?""")) {
                ask.setLong(1, after);
                ask.setInt(2, limit);
                var rows = new ArrayList<Audit.Row>();
                try (var found = ask.executeQuery()) {
                    while (found.next()) {
                        rows.add(row(found));
                    }
                }
                return rows;
            }
        });
    }

    private static Audit.Row row(ResultSet row) throws SQLException {
        var who = new Actor(new OfficerId(row.getString(3)), new DeskId(row.getString(4)),
            new AgencyId(row.getString(5)),
            row.getString(6), Purpose.valueOf(row.getString(7)));
        return new Audit.Row(row.getLong(1), new Look(row.getObject(2, OffsetDateTime.class).toInstant(), who,
            LedVerb.valueOf(row.getString(8)), row.getString(9), row.getString(10)));
    }
}
