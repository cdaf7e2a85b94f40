package org.entente.feeds;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/// What the CoT server counted since it was opened. Safe from any thread.
final class CotCounters {

    /// Why something was not taken.
    enum Refusal {
        /// Not a CoT event.
        MALFORMED("malformed"),
        /// Larger than the limit.
        OVERSIZED("oversized"),
        /// Its time is too far from the centre's, or before the unit's last.
        LATE("late"),
        /// The same position or the same answer again.
        DUPLICATE("duplicate"),
        /// In the name of a unit that another certificate is on the air with.
        IMPOSTOR("impostor"),
        /// An answer to somebody else's task, or a task from somebody else than the centre.
        NOT_YOURS("notYours"),
        /// Left out for a client that reads too slowly.
        SHED("shed"),
        /// The picture had no room.
        PICTURE_FULL("pictureFull"),
        /// A connection beyond the limit, without a group, or without a good certificate.
        TURNED_AWAY("turnedAway"),
        /// A connection that the server ended.
        CUT_OFF("cutOff"),
        /// Somebody inside the centre failed on it.
        FAULT("fault");

        final String key;

        Refusal(String key) {
            this.key = key;
        }
    }

    final LongAdder received = new LongAdder();
    final LongAdder delivered = new LongAdder();
    private final Map<Refusal, LongAdder> refused = new EnumMap<>(Refusal.class);

    CotCounters() {
        for (Refusal reason : Refusal.values()) {
            refused.put(reason, new LongAdder());
        }
    }

    void count(Refusal reason) {
        refused.get(reason).increment();
    }

    void count(Refusal reason, long times) {
        refused.get(reason).add(times);
    }

    Map<String, Long> refusals() {
        Map<String, Long> now = new TreeMap<>();
        refused.forEach((reason, count) -> now.put(reason.key, count.sum()));
        return now;
    }
}
