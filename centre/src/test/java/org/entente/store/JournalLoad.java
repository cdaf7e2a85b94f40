package org.entente.store;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.entente.journal.Draft;
import org.entente.journal.Projection;
import org.entente.kernel.Actor;
import org.entente.kernel.AgencyId;
import org.entente.kernel.Marking;
import org.entente.kernel.StreamId;

/// Appends per second, durable, each caller waiting for its own: `JournalLoad [callers] [seconds]`.
final class JournalLoad {

    private static final Projection BOARD = (entry, transaction) -> {
        try (var insert = transaction
            .prepareStatement("insert into log_node (level, index, hash) select 99, ?, sha256('x') where false")) {
            insert.setLong(1, entry.position());
            insert.executeUpdate();
        }
    };

    private JournalLoad() {}

    /// Prints the figures of an own server in a temporary folder, without and with one projection.
    public static void main(String... arguments) throws Exception {
        int callers = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 16;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        var dir = Files.createTempDirectory("journal-load");
        try (var database = Database.embedded(dir, 0)) {
            database.migrate();
            for (var projections : List.of(List.<Projection>of(), List.of(BOARD))) {
                try (var journal = new PostgresJournal(database, projections)) {
                    run(journal, callers, 2, projections.size() + "/warm");
                    IO.println(run(journal, callers, seconds, projections.size() + "/run"));
                }
            }
        }
        PostgresBinaries.delete(dir);
    }

    private static String run(PostgresJournal journal, int callers, int seconds, String name) throws Exception {
        var times = new ConcurrentLinkedQueue<Long>();
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        var marking = Marking.wholeCentre(new AgencyId("PAF"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < callers; caller++) {
                var stream = new StreamId("load/" + name + "/" + caller);
                threads.submit(() -> {
                    for (long version = 0; System.nanoTime() < end; version++) {
                        long begin = System.nanoTime();
                        journal.append(stream, version, Actor.centre("load"), Instant.EPOCH,
                            List.of(Draft.of("load.fact", 1, "{\"n\":1}", marking)));
                        times.add(System.nanoTime() - begin);
                    }
                });
            }
        }
        var sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        return String.format(Locale.ROOT, "%s: %d callers, %.0f appends/s, p50 %.2f ms, p99 %.2f ms", name, callers,
            sorted.length / (double) seconds,
            sorted[sorted.length / 2] / 1e6, sorted[sorted.length * 99 / 100] / 1e6);
    }
}
