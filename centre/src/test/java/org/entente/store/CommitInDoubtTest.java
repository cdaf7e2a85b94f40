package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.entente.journal.Draft;
import org.entente.journal.Entry;
import org.entente.kernel.Actor;
import org.entente.kernel.AgencyId;
import org.entente.kernel.Marking;
import org.entente.kernel.StreamId;
import org.entente.store.GroupCommit.Fact;
import org.entente.store.GroupCommit.Wish;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The answer to a commit is lost: what its callers are told is what the record says.
class CommitInDoubtTest {

    /// What happens to the next commit.
    private enum Fate {
        NORMAL, WRITTEN_AND_LOST, LOST_BEFORE, LOST_FOR_LONG
    }

    @TempDir
    private static Path dir;
    private static Database database;
    private final AtomicReference<Fate> fate = new AtomicReference<>(Fate.NORMAL);
    private final List<Entry> heard = new ArrayList<>();
    private volatile boolean lost;

    @BeforeAll
    static void open() {
        database = Database.embedded(dir, 0);
        database.migrate();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void a_commit_that_stands_is_acknowledged_although_its_answer_was_lost() throws Exception {
        try (var writer = writer()) {
            fate.set(Fate.WRITTEN_AND_LOST);
            var entries = append(writer, "stands", 0).get(10, TimeUnit.SECONDS);
            assertThat(kept("stands")).isEqualTo(entries).hasSize(1);
            assertThat(heard).as("followers hear it").isEqualTo(entries);
            assertThat(append(writer, "stands", 1).get(10, TimeUnit.SECONDS)).as("the journal goes on").hasSize(1);
        }
    }

    @Test
    void a_commit_that_never_happened_is_told_so() throws Exception {
        try (var writer = writer()) {
            fate.set(Fate.LOST_BEFORE);
            assertThat(refusal(append(writer, "never", 0)).doubtful()).isFalse();
            assertThat(kept("never")).isEmpty();
            assertThat(append(writer, "never", 0).get(10, TimeUnit.SECONDS)).as("the same again").hasSize(1);
        }
    }

    @Test
    void while_nobody_can_know_the_caller_is_told_that() throws Exception {
        try (var writer = writer()) {
            fate.set(Fate.LOST_FOR_LONG);
            assertThat(refusal(append(writer, "unknown", 0)).doubtful()).isTrue();
        }
    }

    private GroupCommit writer() {
        return new GroupCommit(unreliable(), Duration.ofSeconds(2), List.of(), heard::addAll);
    }

    private static CompletableFuture<List<Entry>> append(GroupCommit writer, String stream, long expected) {
        var done = new CompletableFuture<List<Entry>>();
        var draft = Draft.of("told", 1, "{}", Marking.wholeCentre(new AgencyId("PAF")));
        writer.submit(new Wish(new StreamId("doubt/" + stream), expected, Actor.centre("test"), Instant.EPOCH,
            List.of(new Fact(draft, Optional.empty())), false, done));
        return done;
    }

    private static StoreAway refusal(CompletableFuture<List<Entry>> append) throws Exception {
        try {
            throw new AssertionError("acknowledged: " + append.get(10, TimeUnit.SECONDS));
        } catch (ExecutionException refused) {
            return (StoreAway) refused.getCause();
        }
    }

    private static List<Entry> kept(String stream) throws SQLException {
        try (var connection = database.app().getConnection()) {
            return EntryTable.stream(connection, new StreamId("doubt/" + stream)).stream().map(EntryTable.Row::entry)
                .toList();
        }
    }

    /// Connections that lose the answer to a commit as [#fate] says.
    private DataSource unreliable() {
        var real = database.appUnpooled();
        return (DataSource) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{DataSource.class},
            (_, method, arguments) -> {
                if (lost) {
                    throw new SQLException("away", "08001");
                }
                var connection = (Connection) method.invoke(real, arguments);
                return Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{Connection.class},
                    (_, call, values) -> {
                        if (call.getName().equals("commit")) {
                            commit(connection);
                            return null;
                        }
                        try {
                            return call.invoke(connection, values);
                        } catch (InvocationTargetException fault) {
                            throw fault.getCause();
                        }
                    });
            });
    }

    private void commit(Connection connection) throws SQLException {
        switch (fate.get()) {
            case NORMAL -> connection.commit();
            case WRITTEN_AND_LOST -> {
                connection.commit();
                fate.set(Fate.NORMAL);
                lose(connection);
            }
            case LOST_BEFORE -> {
                fate.set(Fate.NORMAL);
                lose(connection);
            }
            case LOST_FOR_LONG -> {
                lost = true;
                lose(connection);
            }
        }
    }

    private static void lose(Connection connection) throws SQLException {
        connection.close();
        throw new SQLException("the connection broke", "08006");
    }
}
