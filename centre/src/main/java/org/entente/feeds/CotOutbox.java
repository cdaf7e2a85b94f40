package org.entente.feeds;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.entente.feeds.CotMessage.Worth;

/// What waits to be written to one client, bounded.
///
/// When full it keeps of every uid only the newest position, then gives up the oldest positions, then the oldest of the rest; tasks,
/// replies, alarms and control are never shed: when there is nothing left but them the client is beyond help. Safe from any thread.
final class CotOutbox {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition some = lock.newCondition();
    private final int capacity;
    private final long heaviest;
    private ArrayDeque<CotMessage> waiting = new ArrayDeque<>(64);
    private long bytes;
    private boolean idle;
    private boolean closed;

    /// @param capacity messages at most
    /// @param heaviest bytes at most, by [CotMessage#weight]
    CotOutbox(int capacity, long heaviest) {
        this.capacity = capacity;
        this.heaviest = heaviest;
    }

    /// Adds one message; gives how many were shed for it, or -1 when nothing may be shed any more.
    int offer(CotMessage message) {
        lock.lock();
        try {
            if (closed) {
                return 0;
            }
            int shed = isFull() ? makeRoom() : 0;
            if (isFull()) {
                return -1;
            }
            waiting.add(message);
            bytes += message.weight;
            if (idle) {
                idle = false;
                some.signal();
            }
            return shed;
        } finally {
            lock.unlock();
        }
    }

    /// Moves up to `most` messages into `to`, waiting for the first; false when closed and empty.
    boolean take(List<CotMessage> to, int most) throws InterruptedException {
        lock.lock();
        try {
            while (waiting.isEmpty()) {
                if (closed) {
                    return false;
                }
                idle = true;
                some.await();
            }
            for (int i = 0; i < most && !waiting.isEmpty(); i++) {
                CotMessage message = waiting.poll();
                bytes -= message.weight;
                to.add(message);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    boolean isEmpty() {
        lock.lock();
        try {
            return waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /// Takes nothing more; what waits may still be taken.
    void close() {
        lock.lock();
        try {
            closed = true;
            some.signal();
        } finally {
            lock.unlock();
        }
    }

    private boolean isFull() {
        return waiting.size() >= capacity || bytes >= heaviest;
    }

    /// Frees at least an eighth, so that the work is done once for many messages.
    private int makeRoom() {
        int before = waiting.size();
        keepNewestOfEach();
        drop(Worth.POSITION);
        drop(Worth.OTHER);
        return before - waiting.size();
    }

    private void keepNewestOfEach() {
        List<CotMessage> kept = new ArrayList<>(waiting.size());
        Set<String> seen = new HashSet<>();
        waiting.descendingIterator().forEachRemaining(message -> {
            if (message.worth != Worth.POSITION || seen.add(message.event.uid())) {
                kept.add(message);
            } else {
                bytes -= message.weight;
            }
        });
        Collections.reverse(kept);
        waiting = new ArrayDeque<>(kept);
    }

    /// ArrayDeque closes the gap of each removal from the shorter side: cheap, for the oldest stand at the front.
    private void drop(Worth worth) {
        for (var each = waiting.iterator(); each.hasNext()
            && (waiting.size() > capacity - capacity / 8 - 1 || bytes > heaviest - heaviest / 8);) {
            CotMessage message = each.next();
            if (message.worth == worth) {
                each.remove();
                bytes -= message.weight;
            }
        }
    }
}
