package org.entente.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.entente.journal.CanonicalEntry;
import org.entente.journal.Draft;
import org.entente.journal.Entry;
import org.entente.journal.Frontier;
import org.entente.journal.Projection;
import org.entente.journal.StreamMoved;
import org.entente.kernel.Actor;
import org.entente.kernel.StreamId;

/// Writes what many callers bring in one transaction: one thread, one connection, one flush of the disk for all of them.
final class GroupCommit implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(GroupCommit.class.getName());
    private static final int QUEUE = 4_096;
    private static final int TOGETHER = 256;
    private static final String LOCK_TIMEOUT = "55P03";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration AGAIN = Duration.ofMillis(100);

    /// One fact, its body sealed where it is about a person.
    record Fact(Draft draft, Optional<String> sealed) {}

    /// What one caller wants written and waits for.
    ///
    /// @param rehearsed done in full but for the commit, and taken back: nothing of it was ever there
    record Wish(StreamId stream, long expected, Actor actor, Instant at, List<Fact> facts, boolean rehearsed,
        CompletableFuture<List<Entry>> done) {}

    /// A transaction whose commit was sent: what it holds and what its callers hear when it stands.
    private record Sent(List<EntryTable.Row> rows, Map<Wish, List<Entry>> entries, Map<Wish, StreamMoved> moved) {}

    private final DataSource source;
    private final Duration doubt;
    private final List<Projection> projections;
    private final Consumer<List<Entry>> written;
    private final BlockingQueue<Wish> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Thread thread;
    private volatile boolean closing;
    private Optional<Connection> open = Optional.empty(); // the writer's thread only
    private Optional<Sent> sent = Optional.empty(); // the same

    /// @param doubt how long after a lost answer the database is asked whether the commit stands
    GroupCommit(DataSource source, Duration doubt, List<Projection> projections, Consumer<List<Entry>> written) {
        this.source = source;
        this.doubt = doubt;
        this.projections = List.copyOf(projections);
        this.written = written;
        this.thread = Thread.ofPlatform().name("journal-writer").start(this::run);
    }

    /// Queues a wish; its future says how it ended.
    ///
    /// @throws StoreAway the queue stayed full, or the journal is closed
    void submit(Wish wish) {
        try {
            if (closing || !queue.offer(wish, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StoreAway(closing ? "the journal is closed" : "the journal's queue is full");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StoreAway("interrupted before the append", interrupted);
        }
    }

    /// Writes what is queued, then ends.
    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closing || !queue.isEmpty()) {
            var batch = new ArrayList<Wish>();
            try {
                var first = queue.poll(50, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch, TOGETHER - 1);
                    batch.stream().filter(Wish::rehearsed).forEach(this::rehearse);
                    batch.removeIf(Wish::rehearsed);
                    if (!batch.isEmpty()) {
                        write(batch);
                    }
                }
            } catch (InterruptedException interrupted) {
                closing = true;
            } catch (Throwable contradiction) {
                closing = true;
                queue.drainTo(batch);
                fail(batch, contradiction);
                LOG.log(System.Logger.Level.ERROR, "the journal stops", contradiction);
            }
        }
        disconnect();
        queue.forEach(wish -> wish.done().completeExceptionally(new StoreAway("the journal is closed")));
    }

    /// One transaction for all; when it does not stand for a reason of one of them, each alone.
    private void write(List<Wish> batch) {
        sent = Optional.empty();
        try {
            tell(transaction(connect(), batch));
        } catch (SQLException | RuntimeException | AssertionError fault) { // the driver asserts when a connection dies within a batch
            if (!undo()) {
                settle(batch, fault);
            } else if (fault instanceof SQLException late && LOCK_TIMEOUT.equals(late.getSQLState())) {
                fail(batch, new StoreAway("another process holds the head of the log", fault));
            } else if (batch.size() > 1) {
                batch.forEach(wish -> write(List.of(wish)));
            } else {
                fail(batch,
                    fault instanceof RuntimeException refusal
                        ? refusal
                        : new IllegalStateException("append refused by the database", fault));
            }
        }
    }

    private void rehearse(Wish wish) {
        try {
            var all = composed(connect(), List.of(wish));
            connect().rollback();
            all.moved().forEach((_, why) -> wish.done().completeExceptionally(why));
            all.entries().forEach((_, own) -> wish.done().complete(own));
        } catch (SQLException | RuntimeException | AssertionError fault) {
            undo();
            fail(List.of(wish), new StoreAway("a rehearsed append did not go through", fault));
        }
    }

    private void tell(Sent stands) {
        stands.moved().forEach((wish, why) -> wish.done().completeExceptionally(why));
        var all = new ArrayList<Entry>();
        stands.entries().forEach((wish, own) -> {
            wish.done().complete(own);
            all.addAll(own);
        });
        written.accept(all);
    }

    /// The connection is gone. Before the commit was sent nothing can be written; after it only the database knows.
    private void settle(List<Wish> batch, Throwable fault) {
        if (sent.isEmpty()) {
            fail(batch, new StoreAway("the database went away before the append", fault));
            return;
        }
        switch (stands(sent.get().rows().getFirst())) {
            case YES -> tell(sent.get());
            case NO -> fail(batch, new StoreAway("the database went away during the append", fault));
            case UNKNOWN -> fail(batch,
                StoreAway.doubtful("the database went away during the append and does not come back", fault));
        }
    }

    private enum Known {
        YES, NO, UNKNOWN
    }

    /// Asks until there is an answer. Under the lock of the head, so that a session that still works on the lost commit has ended.
    private Known stands(EntryTable.Row row) {
        long end = System.nanoTime() + doubt.toNanos();
        while (!closing && System.nanoTime() < end) {
            try {
                var connection = connect();
                LogHead.lock(connection);
                var found = EntryTable.at(connection, List.of(row.entry().position()));
                connection.rollback();
                return found.size() == 1 && Arrays.equals(found.getFirst().digest(), row.digest())
                    ? Known.YES
                    : Known.NO;
            } catch (SQLException away) {
                LOG.log(System.Logger.Level.DEBUG, "whether the last append stands is not known yet", away);
                disconnect();
                LockSupport.parkNanos(AGAIN.toNanos());
            }
        }
        return Known.UNKNOWN;
    }

    private Sent transaction(Connection connection, List<Wish> batch) throws SQLException {
        var all = composed(connection, batch);
        if (all.rows().isEmpty()) {
            connection.rollback();
        } else {
            sent = Optional.of(all);
            connection.commit();
        }
        return all;
    }

    /// Everything but the commit.
    private Sent composed(Connection connection, List<Wish> batch) throws SQLException {
        var head = LogHead.lock(connection);
        var versions = new HashMap<>(EntryTable.versions(connection, batch.stream().map(Wish::stream).toList()));
        var moved = new LinkedHashMap<Wish, StreamMoved>();
        var entries = new LinkedHashMap<Wish, List<Entry>>();
        var rows = new ArrayList<EntryTable.Row>();
        for (var wish : batch) {
            long version = versions.get(wish.stream());
            if (version == wish.expected()) {
                var own = rows(wish, head.size() + rows.size());
                rows.addAll(own);
                versions.put(wish.stream(), version + own.size());
                entries.put(wish, own.stream().map(EntryTable.Row::entry).toList());
            } else {
                moved.put(wish, new StreamMoved(wish.stream(), wish.expected(), version));
            }
        }
        if (!rows.isEmpty()) {
            insert(connection, head, rows);
        }
        return new Sent(rows, entries, moved);
    }

    private void insert(Connection connection, Frontier head, List<EntryTable.Row> rows) throws SQLException {
        EntryTable.insert(connection, rows);
        for (var row : rows) {
            for (var projection : projections) {
                projection.project(row.entry(), connection);
            }
        }
        LogHead.grow(connection, head, rows.stream().map(EntryTable.Row::digest).toList());
    }

    private static List<EntryTable.Row> rows(Wish wish, long position) {
        var rows = new ArrayList<EntryTable.Row>();
        for (var fact : wish.facts()) {
            var draft = fact.draft();
            int number = rows.size() + 1;
            var entry = new Entry(position + number, wish.stream(), wish.expected() + number, draft.type(),
                draft.version(), wish.at(),
                wish.actor(), draft.marking(), draft.subject(), Optional.of(draft.body()));
            var salt = Secrets.random(CanonicalEntry.SALT);
            var digest = CanonicalEntry.digest(salt, CanonicalEntry.bytes(entry, fact.sealed()));
            rows.add(new EntryTable.Row(entry, fact.sealed(), salt, digest));
        }
        return rows;
    }

    private Connection connect() throws SQLException {
        if (open.isEmpty()) {
            var connection = source.getConnection();
            try (var statement = connection.createStatement()) {
                // another process that hangs with the head locked must not hold us for ever
                statement.execute("set lock_timeout = '10s'");
                statement.execute("set idle_in_transaction_session_timeout = '30s'");
            }
            connection.setAutoCommit(false);
            open = Optional.of(connection);
        }
        return open.get();
    }

    /// Takes the transaction back; false when the connection is gone.
    private boolean undo() {
        try {
            if (open.isPresent()) {
                open.get().rollback();
                if (open.get().isValid(2)) {
                    return true;
                }
            }
        } catch (SQLException gone) {
            LOG.log(System.Logger.Level.DEBUG, "the writer's connection is gone", gone);
        }
        disconnect();
        return false;
    }

    private void disconnect() {
        try {
            if (open.isPresent()) {
                open.get().close();
            }
        } catch (SQLException gone) {
            LOG.log(System.Logger.Level.DEBUG, "closing the writer's connection", gone);
        }
        open = Optional.empty();
    }

    private static void fail(List<Wish> batch, Throwable why) {
        batch.forEach(wish -> wish.done().completeExceptionally(why));
    }
}
