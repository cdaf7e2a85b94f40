package org.entente.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.entente.feeds.ObservationIntake.Details;
import org.entente.kernel.UnitId;
import org.entente.picture.Intake;

/// What waits for the writer, in order of arrival. Bounded in items and bytes; any thread puts, one takes.
///
/// Positions are shed when half the room is taken: a newer one follows in seconds. Readings have all of it.
final class ObservationQueue {

    /// One thing to keep.
    sealed interface Job {

        /// Room it takes in the queue.
        int items();

        long bytes();

        record Readings(List<Intake.Reading> readings, List<Details> details,
            CompletableFuture<List<Intake.Kept>> kept) implements Job {
            @Override
            public int items() {
                return readings.size();
            }

            @Override
            public long bytes() {
                long bytes = 0;
                for (int i = 0; i < readings.size(); i++) {
                    bytes += 64 + readings.get(i).result().length() + details.get(i).more().length();
                }
                return bytes;
            }
        }

        record Position(Intake.Sighting sighting) implements Job {
            @Override
            public int items() {
                return 1;
            }

            @Override
            public long bytes() {
                return 200;
            }
        }

        record Left(UnitId unit) implements Job {
            @Override
            public int items() {
                return 1;
            }

            @Override
            public long bytes() {
                return 50;
            }
        }
    }

    private final int roomItems;
    private final long roomBytes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final ArrayDeque<Job> jobs = new ArrayDeque<>();
    private int items;
    private long bytes;
    private boolean closed;

    ObservationQueue(int roomItems, long roomBytes) {
        this.roomItems = roomItems;
        this.roomBytes = roomBytes;
    }

    /// False when there is no room for it. A single job larger than the room is let in when the queue is empty.
    boolean offer(Job job) {
        int share = job instanceof Job.Position ? 2 : 1;
        long size = job.bytes();
        lock.lock();
        try {
            boolean full = items + job.items() > roomItems / share || bytes + size > roomBytes / share;
            if (closed || full && !jobs.isEmpty()) {
                return false;
            }
            jobs.add(job);
            items += job.items();
            bytes += size;
            filled.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// Everything that waits, up to about `limit` items; waits for the first. Empty: the queue is closed and drained.
    List<Job> take(int limit) throws InterruptedException {
        lock.lock();
        try {
            while (jobs.isEmpty() && !closed) {
                filled.await();
            }
            return poll(limit);
        } finally {
            lock.unlock();
        }
    }

    /// Everything that waits, without waiting.
    List<Job> drain() {
        lock.lock();
        try {
            return poll(Integer.MAX_VALUE);
        } finally {
            lock.unlock();
        }
    }

    private List<Job> poll(int limit) {
        var taken = new ArrayList<Job>();
        for (int count = 0; !jobs.isEmpty() && (count == 0 || count + jobs.peek().items() <= limit);) {
            var job = jobs.poll();
            taken.add(job);
            count += job.items();
            items -= job.items();
            bytes -= job.bytes();
        }
        return taken;
    }

    /// Items that wait now.
    int depth() {
        lock.lock();
        try {
            return items;
        } finally {
            lock.unlock();
        }
    }

    /// Takes nothing more; what waits is still handed out.
    void close() {
        lock.lock();
        try {
            closed = true;
            filled.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
