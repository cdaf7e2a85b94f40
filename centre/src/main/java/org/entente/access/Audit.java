package org.entente.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.entente.kernel.LedVerb;

/// Who looked at what (Directive (EU) 2016/680 Art 25; Data Protection Act 2018 s.62). Append-only. Safe from any thread.
///
/// Ordinary looks are written in batches behind the reader's back; when the queue is full the reader waits: a look is never
/// dropped. Looks at the protected store and at the audit itself are durable before anything is shown ([#recordNow]).
public final class Audit implements AutoCloseable {

    /// One line of the audit, as an auditor reads it.
    public record Row(long id, Look look) {}

    private static final int QUEUE = 10_000;
    private static final int BATCH = 500;
    private static final int PAGE = 1_000;
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final AuditStore store;
    private final BlockingQueue<Look> queue = new ArrayBlockingQueue<>(QUEUE);
    private final AtomicLong unwritten = new AtomicLong();
    private final Thread writer;
    private volatile boolean closing;
    private volatile boolean abandoned;
    private volatile AccessFault fault;

    /// Opens the audit and starts its writer.
    ///
    /// @param app the pool of the application role on the database of the centre
    public Audit(DataSource app) {
        store = new AuditStore(app);
        writer = Thread.ofPlatform().daemon().name("audit").start(this::write);
    }

    /// Takes note of a look; waits while the queue is full.
    ///
    /// @throws IllegalStateException the audit is closed, or the waiting thread was interrupted: show nothing then
    public void record(Look look) {
        if (closing) {
            throw new IllegalStateException("the audit is closed");
        }
        unwritten.incrementAndGet();
        try {
            queue.put(look);
        } catch (InterruptedException e) {
            unwritten.decrementAndGet();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the look was recorded", e);
        }
    }

    /// Takes note of a look and returns when it is durable.
    public void recordNow(Look look) {
        store.write(List.of(look));
    }

    /// Rows after an id, in order, at most 1,000. The reading is a row too, written before anything is read.
    public List<Row> page(Session reader, long after, int limit, Instant now) {
        recordNow(new Look(now, reader.actor(), LedVerb.CONSULT, "audit/after-" + after, "audit"));
        flush();
        return store.page(after, Math.clamp(limit, 1, PAGE));
    }

    /// How many looks wait to be written, for the board of the centre's own health.
    public long waiting() {
        return unwritten.get();
    }

    /// Waits until everything recorded so far is durable.
    ///
    /// @throws AccessFault the database does not answer
    public void flush() {
        while (unwritten.get() > 0) {
            var failed = fault;
            if (failed != null) {
                throw new AccessFault(unwritten.get() + " looks wait to be written", failed);
            }
            pause(2);
        }
    }

    /// Writes what is left and stops.
    ///
    /// @throws AccessFault not everything could be written; says how much was not
    @Override
    public void close() {
        closing = true;
        try {
            writer.join(GRACE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        abandoned = true;
        if (unwritten.get() > 0) {
            throw new AccessFault(unwritten.get() + " looks could not be written to the audit", fault);
        }
    }

    private void write() {
        var batch = new ArrayList<Look>(BATCH);
        while (!abandoned && (!closing || unwritten.get() > 0)) {
            if (batch.isEmpty()) {
                collect(batch);
            }
            if (!batch.isEmpty() && written(batch)) {
                unwritten.addAndGet(-batch.size());
                batch.clear();
            }
        }
    }

    private void collect(List<Look> batch) {
        try {
            var first = queue.poll(50, TimeUnit.MILLISECONDS);
            if (first != null) {
                batch.add(first);
                queue.drainTo(batch, BATCH - 1);
            }
        } catch (InterruptedException e) {
            closing = true;
        }
    }

    private boolean written(List<Look> batch) {
        try {
            store.write(batch);
            fault = null;
            return true;
        } catch (AccessFault e) {
            fault = e;
            pause(200);
            return false;
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
