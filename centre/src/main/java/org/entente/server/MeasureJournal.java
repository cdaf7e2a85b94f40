package org.entente.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.entente.journal.Draft;
import org.entente.kernel.Actor;
import org.entente.kernel.AgencyId;
import org.entente.kernel.Marking;
import org.entente.kernel.StreamId;
import org.entente.operations.OperationsStore;
import org.entente.store.Database;
import org.entente.store.PostgresJournal;

/// `measure-journal`: how many facts a second the journal of this machine makes durable. For `./entente bench`; there is no
/// public door through which a fact could be appended without being an officer's act.
///
/// Sixteen callers, each in a stream of its own, append one fact of about 200 bytes at a time and wait until it is durable,
/// on a PostgreSQL of its own in a temporary folder. Prints one JSON line.
final class MeasureJournal {

    private static final int CALLERS = 16;
    private static final Marking OPEN = Marking.wholeCentre(new AgencyId("CENTRE"));
    private static final String BODY = "{\"text\":\"" + "m".repeat(190) + "\"}";

    private final PostgresJournal journal;
    private final long measureFrom;
    private final long end;

    private MeasureJournal(PostgresJournal journal, Duration warm, Duration measured) {
        this.journal = journal;
        this.measureFrom = System.nanoTime() + warm.toNanos();
        this.end = measureFrom + measured.toNanos();
    }

    /// @param arguments seconds to warm up and to measure; 5 and 10 when not given
    static void run(List<String> arguments) throws IOException {
        var warm = Duration.ofSeconds(arguments.isEmpty() ? 5 : Long.parseLong(arguments.getFirst()));
        var measured = Duration.ofSeconds(arguments.size() < 2 ? 10 : Long.parseLong(arguments.get(1)));
        var folder = Files.createTempDirectory("entente-journal");
        try (var database = Database.embedded(folder, 0)) {
            database.migrate();
            try (var journal = new PostgresJournal(database, List.of(new OperationsStore()));
                var callers = Executors.newFixedThreadPool(CALLERS)) {
                report(new MeasureJournal(journal, warm, measured).all(callers), journal.head(), measured);
            }
        } finally {
            delete(folder);
        }
    }

    private static void report(long[] nanos, long all, Duration measured) {
        System.out.printf(Locale.ROOT,
            "{\"mode\":\"journal\",\"callers\":%d,\"secs\":%d,\"appends_s\":%.0f,\"p50_ms\":%.2f,\"p99_ms\":%.2f,\"max_ms\":%.2f,\"all\":%d}%n",
            CALLERS, measured.toSeconds(), nanos.length / (double) measured.toSeconds(), at(nanos, 0.5),
            at(nanos, 0.99), at(nanos, 1), all);
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0
            ? Double.NaN
            : sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))] / 1e6;
    }

    /// What every append that ended in the measured time took, sorted.
    private long[] all(ExecutorService callers) {
        var running = new ArrayList<Future<long[]>>();
        for (int caller = 1; caller <= CALLERS; caller++) {
            var stream = new StreamId("measure/" + caller);
            running.add(callers.submit(() -> appends(stream)));
        }
        var nanos = running.stream().map(MeasureJournal::done).flatMapToLong(Arrays::stream).toArray();
        Arrays.sort(nanos);
        return nanos;
    }

    private long[] appends(StreamId stream) {
        var nanos = new long[1 << 16];
        int count = 0;
        long now = System.nanoTime();
        for (long version = 0; now < end; version++) {
            long begun = now;
            journal.append(stream, version, Actor.centre("measure"), Instant.EPOCH,
                List.of(Draft.of("measured", 1, BODY, OPEN)));
            now = System.nanoTime();
            if (now >= measureFrom && now < end) {
                nanos = count == nanos.length ? Arrays.copyOf(nanos, count * 2) : nanos;
                nanos[count++] = now - begun;
            }
        }
        return Arrays.copyOf(nanos, count);
    }

    private static long[] done(Future<long[]> one) {
        try {
            return one.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the journal failed while it was measured", failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopping);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
