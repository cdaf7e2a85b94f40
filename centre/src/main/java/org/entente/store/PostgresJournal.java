package org.entente.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.entente.journal.Draft;
import org.entente.journal.Entry;
import org.entente.journal.Journal;
import org.entente.journal.Projection;
import org.entente.kernel.Actor;
import org.entente.kernel.StreamId;
import org.entente.kernel.SubjectId;

/// The journal in PostgreSQL, with its projections in the same transaction. Any thread, and several processes at once.
///
/// Appends of many callers are committed together (decision 0010). Positions are given under the lock of the log's head
/// and become visible with the commit that holds it: no reader can see a position before all smaller ones. Every method
/// throws [StoreAway] while the database is away and works again when it is back.
public final class PostgresJournal implements Journal, AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;
    private static final Duration DOUBT = Duration.ofSeconds(30);

    private final DataSource source;
    private final SubjectKeys keys;
    private final GroupCommit writer;
    private final Followers followers;

    /// Opens the journal of a migrated database. The master key of personal bodies is `master.key` in its data directory.
    ///
    /// @param projections called for each entry in this order
    public PostgresJournal(Database database, List<Projection> projections) {
        this.source = database.app();
        this.keys = new SubjectKeys(source, database.dataDir().resolve("master.key"));
        this.followers = new Followers(this);
        this.writer = new GroupCommit(database.appUnpooled(), DOUBT, projections, followers::written);
    }

    /// Writes facts; see [Journal#append]. An append whose projection fails writes nothing and throws what it threw
    /// (an `SQLException` inside an `IllegalStateException`); the appends of others are not touched.
    @Override
    public List<Entry> append(StreamId stream, long expectedVersion, Actor actor, Instant at, List<Draft> facts) {
        return append(stream, expectedVersion, actor, at, facts, false);
    }

    private List<Entry> append(StreamId stream, long expectedVersion, Actor actor, Instant at, List<Draft> facts,
        boolean rehearsed) {
        var sealed = new ArrayList<GroupCommit.Fact>();
        for (var draft : facts) {
            long version = expectedVersion + sealed.size() + 1;
            sealed.add(new GroupCommit.Fact(draft,
                draft.subject().map(subject -> SubjectKeys.sealBody(keys.forWriting(subject),
                    draft.body(), SubjectKeys.place(stream, version, draft.type(), draft.version())))));
        }
        var done = new CompletableFuture<List<Entry>>();
        writer.submit(
            new GroupCommit.Wish(stream, expectedVersion, actor, at.truncatedTo(ChronoUnit.MILLIS), sealed, rehearsed,
                done));
        return await(done);
    }

    @Override
    public List<Entry> after(long position, int limit) {
        return read(connection -> EntryTable.after(connection, position, limit));
    }

    @Override
    public List<Entry> stream(StreamId stream) {
        return read(connection -> EntryTable.stream(connection, stream));
    }

    @Override
    public long head() {
        try (var connection = source.getConnection()) {
            return LogHead.read(connection).size();
        } catch (SQLException fault) {
            throw new StoreAway("the journal's head", fault);
        }
    }

    @Override
    public void follow(Consumer<Entry> reader) {
        followers.add(head(), reader);
    }

    @Override
    public void follow(long after, Consumer<Entry> reader) {
        followers.add(after, reader);
    }

    /// Destroys the key of a person: every body about them reads as empty from now on, in every copy that has no key of
    /// its own, and every proof still verifies. Cannot be undone; nothing more can be written under this subject. Idempotent.
    public void eraseSubject(SubjectId subject) {
        keys.erase(subject);
    }

    /// Seals the keys of all living subjects under a new master key and destroys the old one, so that no older backup of
    /// the database opens what was erased since. Only while no other process uses the journal.
    public void replaceMasterKey() {
        keys.replaceMaster();
    }

    /// Writes what is queued, tells the followers, and ends.
    @Override
    public void close() {
        writer.close();
        followers.close();
    }

    /// A journal in which there is nothing and nothing stays: an append goes all the way of a real one, through the same
    /// thread, connection, tables and projections, but is taken back instead of committed. Nobody is told of it.
    public Journal rehearsal() {
        return new Rehearsal();
    }

    private final class Rehearsal implements Journal {

        @Override
        public List<Entry> append(StreamId stream, long expectedVersion, Actor actor, Instant at, List<Draft> facts) {
            return PostgresJournal.this.append(stream, expectedVersion, actor, at, facts, true);
        }

        @Override
        public List<Entry> after(long position, int limit) {
            return List.of();
        }

        @Override
        public List<Entry> stream(StreamId stream) {
            return List.of();
        }

        @Override
        public long head() {
            return 0;
        }

        @Override
        public void follow(Consumer<Entry> reader) {
            follow(0, reader);
        }

        @Override
        public void follow(long after, Consumer<Entry> reader) {
            // nothing will ever come
        }
    }

    @FunctionalInterface
    private interface Query {
        List<EntryTable.Row> rows(Connection connection) throws SQLException;
    }

    private List<Entry> read(Query query) {
        try (var connection = source.getConnection()) {
            return opened(connection, query.rows(connection));
        } catch (SQLException fault) {
            throw new StoreAway("the journal's entries", fault);
        }
    }

    private List<Entry> opened(Connection connection, List<EntryTable.Row> rows) throws SQLException {
        var subjects = rows.stream().flatMap(row -> row.entry().subject().stream()).map(SubjectId::text)
            .collect(Collectors.toSet());
        if (subjects.isEmpty()) {
            return rows.stream().map(EntryTable.Row::entry).toList();
        }
        var known = keys.open(connection, subjects);
        return rows.stream()
            .map(row -> row.sealed().isEmpty()
                ? row.entry()
                : opened(row, known.getOrDefault(subject(row), Optional.empty())))
            .toList();
    }

    private static String subject(EntryTable.Row row) {
        return row.entry().subject().orElseThrow().text();
    }

    private static Entry opened(EntryTable.Row row, Optional<byte[]> key) {
        var entry = row.entry();
        var place = SubjectKeys.place(entry.stream(), entry.streamVersion(), entry.type(), entry.version());
        var body = key.map(found -> SubjectKeys.openBody(found, row.sealed().orElseThrow(), place));
        return new Entry(entry.position(), entry.stream(), entry.streamVersion(), entry.type(), entry.version(),
            entry.at(), entry.actor(),
            entry.marking(), entry.subject(), body);
    }

    private static List<Entry> await(CompletableFuture<List<Entry>> done) {
        try {
            return done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException("the journal stopped", failed.getCause());
        } catch (TimeoutException late) {
            throw StoreAway.doubtful("no word of the append for " + PATIENCE_SECONDS + " s", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw StoreAway.doubtful("interrupted during the append", interrupted);
        }
    }
}
