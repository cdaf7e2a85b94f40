package org.entente.feeds;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// Counts of the SensorThings feed, HTTP and MQTT together, since the start. Any thread.
public final class SensorThingsMetrics {

    /// @param malformed refused by reason, for example `json`, `too-late`, `too-far-future`, `unknown-datastream`
    /// @param personAttributes values that describe a person, dropped before storage
    public record Snapshot(long accepted, long duplicates, long refused, long personAttributes,
        Map<String, Long> malformed) {}

    private final LongAdder accepted = new LongAdder();
    private final LongAdder duplicates = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder personAttributes = new LongAdder();
    private final Map<String, LongAdder> malformed = new ConcurrentHashMap<>();

    void accepted(long count) {
        accepted.add(count);
    }

    void duplicates(long count) {
        duplicates.add(count);
    }

    /// Sound, but there was no room or no database.
    void refused(long count) {
        refused.add(count);
    }

    void malformed(String reason) {
        malformed.computeIfAbsent(reason, _ -> new LongAdder()).increment();
    }

    void personAttribute() {
        personAttributes.increment();
    }

    /// The counts now.
    public Snapshot snapshot() {
        var reasons = new TreeMap<String, Long>();
        malformed.forEach((reason, count) -> reasons.put(reason, count.sum()));
        return new Snapshot(accepted.sum(), duplicates.sum(), refused.sum(), personAttributes.sum(), reasons);
    }
}
