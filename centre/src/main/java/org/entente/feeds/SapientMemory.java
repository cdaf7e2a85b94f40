package org.entente.feeds;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;

/// What one sensor said lately, over all its connections: its last 10,000 reports and the last 10,000 moments given
/// to its scans.
///
/// Safe from any thread.
final class SapientMemory {

    static final int MOST = 10_000;

    private final LinkedHashSet<String> reports = new LinkedHashSet<>();
    private final LinkedHashSet<Instant> moments = new LinkedHashSet<>();

    /// Whether the report is new; it is known from now on.
    synchronized boolean isNew(String report) {
        return remember(reports, report);
    }

    /// Every report is new again.
    synchronized void forgetReports() {
        reports.clear();
    }

    /// The moment, or the next microsecond that no scan of this sensor has.
    synchronized Instant free(Instant moment) {
        var free = moment;
        while (!remember(moments, free)) {
            free = free.plus(1, ChronoUnit.MICROS);
        }
        return free;
    }

    private static <T> boolean remember(LinkedHashSet<T> memory, T one) {
        boolean added = memory.add(one);
        if (memory.size() > MOST) {
            memory.removeFirst();
        }
        return added;
    }
}
