package org.entente.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.entente.picture.Intake.Sighting;
import org.entente.store.Arrival.Gone;
import org.entente.store.Arrival.Moved;
import org.entente.store.Arrival.Observation;
import org.postgresql.PGConnection;

/// The writer's SQL, on its own connection. Whole columns travel as arrays: one statement a batch, whatever its size.
final class ObservationTables {

    /// Held by the one writer for as long as its session lives: two centres never number the same database, and a
    /// session whose fate is unknown is known to be over when the next one has the lock.
    private static final long LOCK = 0x656e74656e746501L;

    private static final String TIME = "timestamptz 'epoch' + %s * interval '1 microsecond'";
    private static final String OBSERVATIONS = """
        insert into sta.observation
        select seq, ?::timestamptz, datastream, %s, %s, result, value, late, %s, feature, more
        from unnest(?::int8[], ?::int8[], ?::int8[], ?::int8[], ?::text[], ?::float8[], ?::bool[], ?::int8[], ?::int8[], ?::text[])
          as row(seq, datastream, phenomenon, until, result, value, late, result_time, feature, more)"""
        .formatted(time("phenomenon"), time("until"), time("result_time"));
    private static final String LAST_VALUES = """
        insert into sta.last_value
        select datastream, seq, %s, %s, %s, result, value, late, %s, feature, more, %s
        from unnest(?::int8[], ?::int8[], ?::int8[], ?::int8[], ?::int8[], ?::text[], ?::float8[], ?::bool[], ?::int8[], ?::int8[], ?::text[], ?::int8[])
          as row(datastream, seq, received_at, phenomenon, until, result, value, late, result_time, feature, more, oldest)
        on conflict (datastream) do update set seq = excluded.seq, received_at = excluded.received_at,
          phenomenon = excluded.phenomenon, phenomenon_end = excluded.phenomenon_end, result = excluded.result,
          value = excluded.value, late = excluded.late, result_time = excluded.result_time, feature = excluded.feature,
          more = excluded.more, oldest = excluded.oldest"""
        .formatted(time("received_at"), time("phenomenon"), time("until"), time("result_time"), time("oldest"));
    /// Both tables in one statement, so that a batch is one round trip and one commit.
    private static final String READINGS = "with kept as (" + OBSERVATIONS + ") " + LAST_VALUES;
    private static final String SIGHTINGS = """
        insert into sta.sighting
        select seq, ?::timestamptz, unit, gone, callsign, type, lat, lon, course, speed, %s, %s
        from unnest(?::int8[], ?::text[], ?::bool[], ?::text[], ?::text[], ?::float8[], ?::float8[], ?::float8[], ?::float8[], ?::int8[], ?::int8[])
          as row(seq, unit, gone, callsign, type, lat, lon, course, speed, time, stale)"""
        .formatted(time("time"), time("stale"));
    /// Phenomenon times are never later than about an hour after arrival, which spares the older partitions.
    private static final String SAME_TIME = """
        select %s from unnest(?::int8[], ?::int8[]) as asked(datastream, phenomenon)
        join sta.observation o on o.datastream = asked.datastream and o.phenomenon = %s
        where o.received_at >= ?::timestamptz - interval '1 day'
        order by o.seq""".formatted(ObservationReads.COLUMNS, time("asked.phenomenon"));

    private final Connection connection;
    private final PGConnection arrays;

    /// @throws SQLException the database is away, or another writer holds the lock
    ObservationTables(Connection connection) throws SQLException {
        this.connection = connection;
        this.arrays = connection.unwrap(PGConnection.class);
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement();
            var row = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            row.next();
            if (!row.getBoolean(1)) {
                throw new SQLException("another session writes observations into this database", "55P03");
            }
        }
    }

    private static String time(String micros) {
        return TIME.formatted(micros);
    }

    /// The highest number given so far, 0 when none.
    long head() throws SQLException {
        try (var statement = connection.createStatement(); var row = statement.executeQuery(ObservationReads.HEAD)) {
            row.next();
            return row.getLong(1);
        }
    }

    /// The newest arrival so far; 1970 when none.
    Instant newestArrival() throws SQLException {
        try (var statement = connection.createStatement(); var row = statement.executeQuery("""
            select greatest((select max(received_at) from sta.observation), (select max(received_at) from sta.sighting),
              (select received_at from sta.dropped))""")) {
            row.next();
            return Micros.instant(ObservationReads.micros(row, 1));
        }
    }

    List<ObservationMemory.Last> lastValues() throws SQLException {
        var rows = new ArrayList<ObservationMemory.Last>();
        try (var statement = connection.createStatement();
            var row = statement
                .executeQuery("select " + ObservationReads.COLUMNS + ", o.oldest from sta.last_value o")) {
            while (row.next()) {
                rows.add(
                    new ObservationMemory.Last(ObservationReads.observation(row), ObservationReads.micros(row, 12)));
            }
        }
        return rows;
    }

    /// What was kept about exactly these Datastreams and times.
    Map<ObservationWriter.Moment, List<Observation>> sameTime(List<ObservationWriter.Moment> asked)
        throws SQLException {
        var found = new HashMap<ObservationWriter.Moment, List<Observation>>();
        if (asked.isEmpty()) {
            return found;
        }
        long earliest = asked.stream().mapToLong(ObservationWriter.Moment::phenomenon).min().orElse(0);
        try (var statement = connection.prepareStatement(SAME_TIME)) {
            statement.setArray(1, longs(asked, ObservationWriter.Moment::datastream));
            statement.setArray(2, longs(asked, ObservationWriter.Moment::phenomenon));
            statement.setString(3, Micros.instant(earliest).toString());
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var known = ObservationReads.observation(row);
                    found.computeIfAbsent(new ObservationWriter.Moment(known.datastream(), known.phenomenon()),
                        _ -> new ArrayList<>()).add(known);
                }
            }
        }
        return found;
    }

    /// Makes the partitions of a day (UTC) if they are not there.
    void openDay(LocalDate day) throws SQLException {
        try (var statement = connection.prepareStatement("select sta.open_day(?)")) {
            statement.setObject(1, day);
            statement.execute();
        }
    }

    /// Writes one batch, all of it or nothing, and returns when it is durable.
    void write(Instant receivedAt, List<Observation> readings, List<ObservationMemory.Last> lasts,
        List<Arrival> sightings) throws SQLException {
        boolean both = !readings.isEmpty() && !sightings.isEmpty();
        if (both) {
            connection.setAutoCommit(false);
        }
        if (!readings.isEmpty()) {
            writeReadings(receivedAt, readings, lasts);
        }
        if (!sightings.isEmpty()) {
            writeSightings(receivedAt, sightings);
        }
        if (both) {
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private void writeReadings(Instant receivedAt, List<Observation> rows, List<ObservationMemory.Last> lasts)
        throws SQLException {
        try (var statement = connection.prepareStatement(READINGS)) {
            statement.setString(1, receivedAt.toString());
            statement.setArray(2, longs(rows, Observation::seq));
            statement.setArray(3, longs(rows, Observation::datastream));
            int next = observationColumns(statement, 4, rows);
            var newest = lasts.stream().map(ObservationMemory.Last::newest).toList();
            statement.setArray(next, longs(newest, Observation::datastream));
            statement.setArray(next + 1, longs(newest, Observation::seq));
            statement.setArray(next + 2, longs(newest, row -> Micros.of(row.receivedAt())));
            next = observationColumns(statement, next + 3, newest);
            statement.setArray(next, longs(lasts, ObservationMemory.Last::oldest));
            statement.executeUpdate();
        }
    }

    private int observationColumns(PreparedStatement statement, int first, List<Observation> rows) throws SQLException {
        statement.setArray(first, longs(rows, Observation::phenomenon));
        statement.setArray(first + 1, times(rows, Observation::until));
        statement.setArray(first + 2, texts(rows, Observation::result));
        statement.setArray(first + 3, doubles(rows, Observation::value));
        statement.setArray(first + 4, connection.createArrayOf("bool", rows.stream().map(Observation::late).toArray()));
        statement.setArray(first + 5, times(rows, Observation::resultTime));
        statement.setArray(first + 6, connection.createArrayOf("int8",
            rows.stream().map(row -> row.feature() == 0 ? null : row.feature()).toArray()));
        statement.setArray(first + 7, texts(rows, row -> row.more().isEmpty() ? null : row.more()));
        return first + 8;
    }

    private void writeSightings(Instant receivedAt, List<Arrival> rows) throws SQLException {
        var moved = rows.stream().map(row -> row instanceof Moved(_, _, Sighting sighting) ? sighting : null).toList();
        try (var statement = connection.prepareStatement(SIGHTINGS)) {
            statement.setString(1, receivedAt.toString());
            statement.setArray(2, longs(rows, Arrival::seq));
            statement.setArray(3, texts(rows, ObservationTables::unit));
            statement.setArray(4,
                connection.createArrayOf("bool", rows.stream().map(Gone.class::isInstance).toArray()));
            statement.setArray(5, texts(moved, known(Sighting::callsign)));
            statement.setArray(6, texts(moved, known(Sighting::type)));
            statement.setArray(7,
                connection.createArrayOf("float8", moved.stream().map(known(at -> at.where().lat())).toArray()));
            statement.setArray(8,
                connection.createArrayOf("float8", moved.stream().map(known(at -> at.where().lon())).toArray()));
            statement.setArray(9,
                connection.createArrayOf("float8", moved.stream().map(known(Sighting::course)).toArray()));
            statement.setArray(10,
                connection.createArrayOf("float8", moved.stream().map(known(Sighting::speed)).toArray()));
            statement.setArray(11,
                connection.createArrayOf("int8", moved.stream().map(known(at -> Micros.of(at.time()))).toArray()));
            statement.setArray(12,
                connection.createArrayOf("int8", moved.stream().map(known(at -> Micros.of(at.stale()))).toArray()));
            statement.executeUpdate();
        }
    }

    private static String unit(Arrival row) {
        return switch (row) {
            case Moved moved -> moved.sighting().unit().text();
            case Gone gone -> gone.unit();
            case Observation reading -> throw new AssertionError("a reading among the sightings: " + reading);
        };
    }

    private static <T> Function<Sighting, T> known(Function<Sighting, T> column) {
        return sighting -> sighting == null ? null : column.apply(sighting);
    }

    private <T> Array longs(List<T> rows, ToLongFunction<T> column) throws SQLException {
        return arrays.createArrayOf("int8", rows.stream().mapToLong(column).toArray());
    }

    private <T> Array doubles(List<T> rows, ToDoubleFunction<T> column) throws SQLException {
        return arrays.createArrayOf("float8", rows.stream().mapToDouble(column).toArray());
    }

    private <T> Array texts(List<T> rows, Function<T, String> column) throws SQLException {
        return connection.createArrayOf("text", rows.stream().map(column).toArray(String[]::new));
    }

    private Array times(List<Observation> rows, ToLongFunction<Observation> column) throws SQLException {
        return connection.createArrayOf("int8", rows.stream()
            .map(row -> column.applyAsLong(row) == Micros.NONE ? null : column.applyAsLong(row)).toArray());
    }
}
