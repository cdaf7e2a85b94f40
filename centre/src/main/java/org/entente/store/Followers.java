package org.entente.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.entente.journal.Entry;
import org.entente.journal.Journal;
import org.entente.journal.JournalCorrupt;

/// Tells readers of new entries, in order of position, on one thread of its own.
///
/// What the writer hands over is only a short cut. An entry that did not come that way (another process wrote it, the
/// answer to a commit was lost, the queue was full) shows as a gap and is read from the database first.
final class Followers implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Followers.class.getName());
    private static final int PAGE = 1_000;
    private static final int QUEUE = 1_024;

    /// A reader and the position it has been told up to.
    private static final class Follower {
        private final Consumer<Entry> reader;
        private long told;

        Follower(Consumer<Entry> reader, long told) {
            this.reader = reader;
            this.told = told;
        }

        void tell(Entry entry) {
            if (entry.position() <= told) {
                return;
            }
            told = entry.position();
            try {
                reader.accept(entry);
            } catch (RuntimeException fault) {
                if (fault instanceof JournalCorrupt) {
                    throw fault;
                }
                LOG.log(System.Logger.Level.ERROR, "a follower failed on entry " + entry.position(), fault);
            }
        }
    }

    private final Journal journal;
    private final List<Follower> followers = new ArrayList<>();
    private final BlockingQueue<List<Entry>> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Thread thread;
    private volatile boolean closing;

    Followers(Journal journal) {
        this.journal = journal;
        this.thread = Thread.ofPlatform().daemon().name("journal-followers").start(this::run);
    }

    void add(long after, Consumer<Entry> reader) {
        synchronized (followers) {
            followers.add(new Follower(reader, after));
        }
        written(List.of());
    }

    /// Durable entries, in order. Never waits: what finds no room is read from the database.
    void written(List<Entry> entries) {
        if (!queue.offer(entries)) {
            LOG.log(System.Logger.Level.DEBUG, "followers are behind");
        }
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join(10_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closing || !queue.isEmpty()) {
            try {
                var entries = queue.poll(200, TimeUnit.MILLISECONDS);
                var now = copy();
                long head = entries != null || now.isEmpty() ? Long.MAX_VALUE : journal.head();
                for (var follower : now) {
                    if (follower.told < head) {
                        tell(follower, entries == null ? List.of() : entries);
                    }
                }
            } catch (InterruptedException interrupted) {
                return;
            } catch (StoreAway away) {
                LOG.log(System.Logger.Level.DEBUG, "followers wait for the database", away);
            }
        }
    }

    private void tell(Follower follower, List<Entry> entries) {
        if (entries.isEmpty() || entries.getFirst().position() > follower.told + 1) {
            long until = entries.isEmpty() ? Long.MAX_VALUE : entries.getFirst().position() - 1;
            catchUp(follower, until);
        }
        entries.forEach(follower::tell);
    }

    private void catchUp(Follower follower, long until) {
        while (follower.told < until) {
            var page = journal.after(follower.told, (int) Math.min(PAGE, until - follower.told));
            page.forEach(follower::tell);
            if (page.isEmpty()) {
                return;
            }
        }
    }

    private List<Follower> copy() {
        synchronized (followers) {
            return List.copyOf(followers);
        }
    }
}
