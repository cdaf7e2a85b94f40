package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.journal.Draft;
import org.entente.journal.Entry;
import org.entente.journal.StreamMoved;
import org.entente.kernel.Actor;
import org.entente.kernel.AgencyId;
import org.entente.kernel.Marking;
import org.entente.kernel.StreamId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `kill -9` of PostgreSQL in the middle of everything.
class PostgresKilledTest {

    private static final int CALLERS = 8;
    private static final int KILLS = 2;
    private static final Marking OPEN = Marking.wholeCentre(new AgencyId("PAF"));

    @TempDir
    Path dir;

    @Test
    void what_was_acknowledged_is_there_once_and_the_journal_goes_on() throws Exception {
        try (var database = Database.embedded(dir, 0)) {
            database.migrate();
            try (var journal = new PostgresJournal(database, List.of());
                var log = new TransparencyLog(database, "entente.example/killed", Instant::now)) {
                List<Entry> heard = Collections.synchronizedList(new ArrayList<>());
                journal.follow(heard::add);
                var away = new AtomicInteger();
                var acknowledged = underFire(database, journal, away);
                var entries = everything(journal);
                assertThat(away.get()).as("somebody was told that the store is away").isPositive();
                assertThat(entries).as("acknowledged and there").containsAll(acknowledged);
                for (int caller = 0; caller < CALLERS; caller++) {
                    assertNothingDoubled(journal, caller);
                }
                for (int wait = 0; heard.size() < entries.size() && wait < 1_000; wait++) {
                    Thread.sleep(10);
                }
                assertThat(log.check()).isGreaterThanOrEqualTo(entries.size());
                assertThat(List.copyOf(heard)).as("followers missed nothing").isEqualTo(entries);
            }
        }
    }

    /// The whole journal, once the pool has noticed that its connections were dead.
    private static List<Entry> everything(PostgresJournal journal) throws InterruptedException {
        for (int attempt = 0;; attempt++) {
            try {
                var entries = new ArrayList<Entry>();
                journal.replay(entries::add);
                return entries;
            } catch (StoreAway away) {
                if (attempt == 100) {
                    throw away;
                }
                Thread.sleep(50);
            }
        }
    }

    /// Callers count up, each in its own stream, while the server is killed; gives what was acknowledged to them.
    private static List<Entry> underFire(Database database, PostgresJournal journal, AtomicInteger away)
        throws Exception {
        List<Entry> acknowledged = Collections.synchronizedList(new ArrayList<>());
        try (var callers = Executors.newFixedThreadPool(CALLERS)) {
            var all = new ArrayList<Future<?>>();
            var left = new AtomicInteger(CALLERS);
            for (int caller = 0; caller < CALLERS; caller++) {
                var stream = new StreamId("caller/" + caller);
                all.add(callers.submit(() -> {
                    for (int number = 1; number <= 300; number++) {
                        write(journal, stream, number, away, acknowledged);
                    }
                    left.decrementAndGet();
                }));
            }
            for (int kill = 1; kill <= KILLS; kill++) {
                for (int wait = 0; acknowledged.size() < kill * 500 && left.get() > 0 && wait < 2_000; wait++) {
                    Thread.sleep(5);
                }
                ProcessHandle.of(database.postmasterPid()).orElseThrow().destroyForcibly();
            }
            for (var one : all) {
                one.get(60, TimeUnit.SECONDS);
            }
        }
        return acknowledged;
    }

    /// Writes `number` as version `number`; after a lost answer the expected version tells whether it was written.
    private static void write(PostgresJournal journal, StreamId stream, int number, AtomicInteger away,
        List<Entry> acknowledged) {
        while (true) {
            try {
                acknowledged.addAll(journal.append(stream, number - 1, Actor.centre("test"), Instant.EPOCH,
                    List.of(Draft.of("counted", 1, "{\"n\":" + number + "}", OPEN))));
                return;
            } catch (StreamMoved written) {
                return;
            } catch (StoreAway gone) {
                away.incrementAndGet();
                java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
            }
        }
    }

    private static void assertNothingDoubled(PostgresJournal journal, int caller) {
        var own = journal.stream(new StreamId("caller/" + caller));
        assertThat(own).hasSize(300);
        for (int number = 1; number <= 300; number++) {
            assertThat(own.get(number - 1).body()).contains("{\"n\":" + number + "}");
        }
    }
}
