package org.entente.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.entente.feeds.ObservationIntake.Details;
import org.entente.picture.Intake;
import org.entente.store.Arrival.Gone;
import org.entente.store.Arrival.Moved;
import org.entente.store.Arrival.Observation;
import org.entente.store.ObservationQueue.Job;

/// The one thread that numbers and writes. Everything that waits becomes one batch, one commit.
///
/// When the database goes away it holds the batch it was writing, connects again, and finds out by the batch's first
/// number whether the commit had happened: then it is acknowledged, otherwise written again. After `patience` what waits
/// is refused; the doubtful batch is still resolved, so that what is in the tables always reaches the listener.
final class ObservationWriter implements Runnable {

    /// A Datastream and a phenomenon time (microseconds): under it a repetition is looked for.
    record Moment(long datastream, long phenomenon) {}

    /// What one commit holds, and the answer to each job of readings.
    record Batch(Instant receivedAt, List<Arrival> rows, Map<Job.Readings, List<Intake.Kept>> answers, int duplicates) {

        Optional<Long> first() {
            return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getFirst().seq());
        }
    }

    /// Told what happens, on the writer's thread.
    interface Follower {

        /// Before the commit: whatever is needed of the database to tell it afterwards.
        ///
        /// @throws StoreAway tried again later
        void preparing(List<Observation> readings);

        /// After the commit.
        void committed(Batch batch);

        void refused(List<Job> jobs);

        /// The database is away (true) or back (false).
        void away(boolean away);
    }

    private static final System.Logger LOG = System.getLogger(ObservationWriter.class.getName());
    private static final int BATCH = 4_000;
    private static final long PAUSE_MS = 100;

    private final DataSource source;
    private final ObservationQueue queue;
    private final ObservationMemory memory;
    private final ObservationClock clock;
    private final Duration currentFor;
    private final Duration patience;
    private final Follower follower;

    private Optional<Connection> session = Optional.empty();
    private Optional<ObservationTables> tables = Optional.empty();
    private long head;
    private LocalDate openUntil = LocalDate.MIN;

    ObservationWriter(DataSource source, ObservationQueue queue, ObservationMemory memory, ObservationClock clock,
        Duration currentFor, Duration patience, Follower follower) {
        this.source = source;
        this.queue = queue;
        this.memory = memory;
        this.clock = clock;
        this.currentFor = currentFor;
        this.patience = patience;
        this.follower = follower;
    }

    /// Connects and continues the order of arrival where the tables end.
    private void open() throws SQLException {
        var connection = source.getConnection();
        session = Optional.of(connection);
        var fresh = new ObservationTables(connection);
        head = fresh.head();
        clock.notBefore(fresh.newestArrival());
        memory.load(fresh.lastValues());
        openUntil = LocalDate.MIN;
        tables = Optional.of(fresh);
    }

    /// Connects at the start; a session that a killed centre left may hold the lock for a moment.
    void openPatiently() throws SQLException, InterruptedException {
        long started = System.nanoTime();
        while (tables.isEmpty()) {
            try {
                open();
            } catch (SQLException fault) {
                close();
                if (System.nanoTime() - started > patience.toNanos()) {
                    throw fault;
                }
                Thread.sleep(PAUSE_MS);
            }
        }
    }

    @Override
    public void run() {
        try {
            for (var jobs = queue.take(BATCH); !jobs.isEmpty(); jobs = queue.take(BATCH)) {
                carry(jobs);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            close();
            follower.away(true);
            follower.refused(queue.drain());
        }
    }

    /// Brings these jobs to their end, whatever happens to the database meanwhile.
    private void carry(List<Job> jobs) throws InterruptedException {
        long started = System.nanoTime();
        boolean refused = false;
        var batch = Optional.<Batch>empty();
        while (true) {
            try {
                if (tables.isEmpty()) {
                    open();
                    follower.away(false);
                    if (batch.flatMap(Batch::first).filter(first -> first <= head).isPresent()) {
                        acknowledge(batch.orElseThrow());
                        return;
                    }
                    batch = Optional.empty();
                }
                if (!refused) {
                    batch = Optional.of(compose(jobs));
                    write(batch.orElseThrow());
                    acknowledge(batch.orElseThrow());
                }
                clock.end();
                clock.told();
                return;
            } catch (SQLException | StoreAway fault) {
                close();
                boolean hopeless = fault instanceof SQLException known && !away(known);
                boolean tired = System.nanoTime() - started > patience.toNanos();
                if (!refused && (hopeless || tired)) {
                    refused = true;
                    LOG.log(System.Logger.Level.WARNING, "observations are refused", fault);
                    follower.refused(jobs);
                }
                if (tired) {
                    follower.away(true);
                    follower.refused(queue.drain());
                }
                Thread.sleep(PAUSE_MS);
            }
        }
    }

    /// True when another attempt may succeed: the connection, the server or its resources; not the data.
    private static boolean away(SQLException fault) {
        var state = fault.getSQLState() == null ? "08" : fault.getSQLState();
        return List.of("08", "53", "55", "57", "58", "XX").contains(state.substring(0, 2));
    }

    private Batch compose(List<Job> jobs) throws SQLException {
        memory.trim();
        var receivedAt = clock.begin();
        var older = tables.orElseThrow().sameTime(doubtful(jobs));
        var rows = new ArrayList<Arrival>();
        var answers = new LinkedHashMap<Job.Readings, List<Intake.Kept>>();
        int duplicates = 0;
        for (var job : jobs) {
            switch (job) {
                case Job.Readings readings -> {
                    int before = rows.size();
                    var answer = number(readings, receivedAt, older, rows);
                    answers.put(readings, answer);
                    duplicates += answer.size() - (rows.size() - before);
                }
                case Job.Position(var sighting) -> rows.add(new Moved(head + rows.size() + 1, receivedAt, sighting));
                case Job.Left(var unit) -> rows.add(new Gone(head + rows.size() + 1, receivedAt, unit.text()));
            }
        }
        return new Batch(receivedAt, rows, answers, duplicates);
    }

    private List<Moment> doubtful(List<Job> jobs) {
        var doubtful = new LinkedHashSet<Moment>();
        for (var job : jobs) {
            if (job instanceof Job.Readings(var readings, _, _)) {
                for (var reading : readings) {
                    long phenomenon = Micros.of(reading.phenomenonTime());
                    if (memory.doubtful(reading.datastream(), phenomenon)) {
                        doubtful.add(new Moment(reading.datastream(), phenomenon));
                    }
                }
            }
        }
        return List.copyOf(doubtful);
    }

    private List<Intake.Kept> number(Job.Readings job, Instant receivedAt, Map<Moment, List<Observation>> older,
        List<Arrival> rows) {
        var answer = new ArrayList<Intake.Kept>(job.readings().size());
        for (int i = 0; i < job.readings().size(); i++) {
            var row = row(head + rows.size() + 1, receivedAt, job.readings().get(i), job.details().get(i));
            var moment = new Moment(row.datastream(), row.phenomenon());
            var known = older.containsKey(moment)
                ? ObservationMemory.find(older.get(moment), row.until(), row.result())
                : memory.find(row.datastream(), row.phenomenon(), row.until(), row.result());
            if (known.isEmpty()) {
                boolean old = memory.doubtful(row.datastream(), row.phenomenon());
                memory.add(row);
                if (old) {
                    older.computeIfAbsent(moment, _ -> new ArrayList<>()).add(row);
                }
                rows.add(row);
            }
            answer.add(new Intake.Kept(known.orElse(row.seq()), known.isPresent()));
        }
        return answer;
    }

    private Observation row(long seq, Instant receivedAt, Intake.Reading reading, Details details) {
        boolean late = Duration.between(reading.phenomenonTime(), receivedAt).compareTo(currentFor) > 0;
        return new Observation(seq, receivedAt, reading.datastream(), Micros.of(reading.phenomenonTime()),
            details.until().map(Micros::of).orElse(Micros.NONE), reading.result(), reading.value(), late,
            details.resultTime().map(Micros::of).orElse(Micros.NONE), details.feature().orElse(0), details.more());
    }

    private void write(Batch batch) throws SQLException {
        if (batch.rows().isEmpty()) {
            return;
        }
        openDays(batch.receivedAt());
        var readings = batch.rows().stream().filter(Observation.class::isInstance).map(Observation.class::cast)
            .toList();
        follower.preparing(readings);
        var lasts = readings.stream().map(Observation::datastream).distinct().sorted().map(memory::last).toList();
        var sightings = batch.rows().stream().filter(row -> !(row instanceof Observation)).toList();
        tables.orElseThrow().write(batch.receivedAt(), readings, lasts, sightings);
        head += batch.rows().size();
    }

    /// Today's partitions and those of the next two days.
    private void openDays(Instant at) throws SQLException {
        var today = LocalDate.ofInstant(at, ZoneOffset.UTC);
        if (openUntil.isBefore(today.plusDays(1))) {
            for (int ahead = 0; ahead <= 2; ahead++) {
                tables.orElseThrow().openDay(today.plusDays(ahead));
            }
            openUntil = today.plusDays(2);
        }
    }

    private void acknowledge(Batch batch) {
        clock.end();
        batch.answers().forEach((job, answer) -> job.kept().complete(answer));
        follower.committed(batch);
        clock.told();
    }

    private void close() {
        session.ifPresent(ObservationWriter::abandon);
        session = Optional.empty();
        tables = Optional.empty();
    }

    /// Gives the lock back with the connection; a broken one ends, and its lock with it.
    private static void abandon(Connection connection) {
        try (connection; var statement = connection.createStatement()) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            statement.execute("select pg_advisory_unlock_all()");
        } catch (SQLException fault) {
            LOG.log(System.Logger.Level.DEBUG, "session already gone", fault);
        }
    }
}
