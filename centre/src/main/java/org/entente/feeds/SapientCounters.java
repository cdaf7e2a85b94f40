package org.entente.feeds;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// What the SAPIENT server counted since it was opened. Safe from any thread.
final class SapientCounters {

    /// Messages read, sound or not.
    final LongAdder messages = new LongAdder();
    /// Detections taken into a scan.
    final LongAdder detections = new LongAdder();
    /// Detections that are in the record.
    final LongAdder kept = new LongAdder();
    /// Scans that are in the record.
    final LongAdder scans = new LongAdder();
    /// Reports that a node sent again, and scans the record had already.
    final LongAdder duplicates = new LongAdder();
    /// Reports that an object is lost: no detections.
    final LongAdder gone = new LongAdder();
    /// Attributes of persons that were dropped before anything was kept.
    final LongAdder personal = new LongAdder();
    /// Times that a socket was left unread because the intake was full or the database away.
    final LongAdder pauses = new LongAdder();
    /// Readings given up because the centre stopped or failed on them.
    final LongAdder lost = new LongAdder();
    /// Registrations that were sound and not accepted.
    final LongAdder notAccepted = new LongAdder();
    /// Connections beyond the limit.
    final LongAdder turnedAway = new LongAdder();
    /// Connections that the server ended.
    final LongAdder cutOff = new LongAdder();
    /// Somebody inside the centre failed on a message.
    final LongAdder faults = new LongAdder();
    private final Map<String, LongAdder> malformed = new ConcurrentHashMap<>();

    /// @param rule the first rule that a message broke
    void malformed(String rule) {
        malformed.computeIfAbsent(rule, _ -> new LongAdder()).increment();
    }

    Map<String, Long> malformed() {
        var now = new TreeMap<String, Long>();
        malformed.forEach((rule, count) -> now.put(rule, count.sum()));
        return now;
    }
}
