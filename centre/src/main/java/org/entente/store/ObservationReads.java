package org.entente.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.entente.kernel.Position;
import org.entente.kernel.UnitId;
import org.entente.picture.Intake.Sighting;
import org.entente.store.Arrival.Gone;
import org.entente.store.Arrival.Moved;
import org.entente.store.Arrival.Observation;

/// Reads the two tables as the one order of arrival they are. Any thread; each call takes one connection.
final class ObservationReads {

    static final String COLUMNS = "o.seq, o.received_at, o.datastream, o.phenomenon, o.phenomenon_end, o.result, o.value, o.late, o.result_time, o.feature, o.more";
    static final String HEAD = "select greatest((select max(seq) from sta.observation), (select max(seq) from sta.sighting), (select seq from sta.dropped))";
    private static final String OBSERVATIONS = "select " + COLUMNS
        + " from sta.observation o where o.seq >= ? and o.seq < ? order by o.seq";
    private static final String THESE = "select " + COLUMNS
        + " from sta.observation o where o.seq = any (?) order by o.seq";
    private static final String SIGHTINGS = """
        select seq, received_at, unit, gone, callsign, type, lat, lon, course, speed, time, stale
        from sta.sighting where seq >= ? and seq < ? order by seq""";
    private static final String FIRST = """
        select least((select min(seq) from sta.observation where seq >= ?), (select min(seq) from sta.sighting where seq >= ?))""";

    private final DataSource source;

    ObservationReads(DataSource source) {
        this.source = source;
    }

    /// Rows numbered from `fromSeq` on, at most `limit`. Empty: there is nothing from there on.
    List<Arrival> page(long fromSeq, int limit) {
        try (var connection = source.getConnection()) {
            var rows = range(connection, fromSeq, limit);
            if (!rows.isEmpty()) {
                return rows;
            }
            long first = first(connection, fromSeq); // partitions may have been dropped below it
            return first == 0 ? List.of() : range(connection, first, limit);
        } catch (SQLException fault) {
            throw new StoreAway("observations cannot be read", fault);
        }
    }

    /// One observation by its number.
    Optional<Observation> observation(long seq) {
        try (var connection = source.getConnection()) {
            return observations(connection, seq, seq + 1).stream().findFirst();
        } catch (SQLException fault) {
            throw new StoreAway("observation " + seq + " cannot be read", fault);
        }
    }

    /// Those of these observations that are there, in order of their numbers: one question to the database.
    List<Observation> observations(List<Long> numbers) {
        try (var connection = source.getConnection(); var statement = connection.prepareStatement(THESE)) {
            statement.setArray(1, connection.createArrayOf("bigint", numbers.toArray()));
            return observations(statement);
        } catch (SQLException fault) {
            throw new StoreAway("observations " + numbers + " cannot be read", fault);
        }
    }

    /// The highest number given, 0 when none.
    long head() {
        try (var connection = source.getConnection();
            var statement = connection.createStatement();
            var row = statement.executeQuery(HEAD)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException fault) {
            throw new StoreAway("the observations' head cannot be read", fault);
        }
    }

    /// Drops the days before this one (UTC), whole partitions.
    int dropBefore(LocalDate day) {
        try (var connection = source.getConnection();
            var statement = connection.prepareStatement("select sta.drop_before(?)")) {
            statement.setObject(1, day);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException fault) {
            throw new StoreAway("observations before " + day + " cannot be dropped", fault);
        }
    }

    private static long first(Connection connection, long fromSeq) throws SQLException {
        try (var statement = connection.prepareStatement(FIRST)) {
            statement.setLong(1, fromSeq);
            statement.setLong(2, fromSeq);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static List<Arrival> range(Connection connection, long from, int limit) throws SQLException {
        var readings = observations(connection, from, from + limit);
        var sightings = sightings(connection, from, from + limit);
        var rows = new ArrayList<Arrival>(readings.size() + sightings.size());
        for (int r = 0, s = 0; r < readings.size() || s < sightings.size();) {
            boolean reading = s == sightings.size()
                || r < readings.size() && readings.get(r).seq() < sightings.get(s).seq();
            rows.add(reading ? readings.get(r++) : sightings.get(s++));
        }
        return rows;
    }

    private static List<Observation> observations(Connection connection, long from, long before) throws SQLException {
        try (var statement = bounds(connection.prepareStatement(OBSERVATIONS), from, before)) {
            return observations(statement);
        }
    }

    private static List<Observation> observations(PreparedStatement statement) throws SQLException {
        var rows = new ArrayList<Observation>();
        try (var row = statement.executeQuery()) {
            while (row.next()) {
                rows.add(observation(row));
            }
        }
        return rows;
    }

    private static List<Arrival> sightings(Connection connection, long from, long before) throws SQLException {
        var rows = new ArrayList<Arrival>();
        try (var statement = bounds(connection.prepareStatement(SIGHTINGS), from, before);
            var row = statement.executeQuery()) {
            while (row.next()) {
                rows.add(row.getBoolean(4) ? new Gone(row.getLong(1), time(row, 2), row.getString(3)) : moved(row));
            }
        }
        return rows;
    }

    private static PreparedStatement bounds(PreparedStatement statement, long from, long before) throws SQLException {
        statement.setLong(1, from);
        statement.setLong(2, before);
        return statement;
    }

    private static Moved moved(ResultSet row) throws SQLException {
        return new Moved(row.getLong(1), time(row, 2),
            new Sighting(new UnitId(row.getString(3)), row.getString(5), row.getString(6),
                new Position(row.getDouble(7), row.getDouble(8)), row.getDouble(9), row.getDouble(10), time(row, 11),
                time(row, 12)));
    }

    /// The row under [#COLUMNS].
    static Observation observation(ResultSet row) throws SQLException {
        var more = row.getString(11);
        return new Observation(row.getLong(1), time(row, 2), row.getLong(3), micros(row, 4), micros(row, 5),
            row.getString(6),
            row.getDouble(7), row.getBoolean(8), micros(row, 9), row.getLong(10), more == null ? "" : more);
    }

    static long micros(ResultSet row, int column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? Micros.NONE : Micros.of(time.toInstant());
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
