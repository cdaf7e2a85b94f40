package org.entente.access;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Token buckets, one per key. Time is passed in; safe from any thread.
///
/// At most `KEYS` buckets are held: full ones are forgotten (a full bucket is as good as none), and beyond that new keys share
/// one bucket, so that a flood of invented names cannot fill the memory.
public final class RateLimit {

    private static final int KEYS = 10_000;
    private static final String THE_REST = "*";

    private record Bucket(double tokens, Instant at) {}

    private final int capacity;
    private final Duration refill;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>();
    private Instant swept = Instant.EPOCH;

    /// @param capacity how many at once
    /// @param refill how long until one more is allowed
    public RateLimit(int capacity, Duration refill) {
        if (capacity < 1 || !refill.isPositive()) {
            throw new IllegalArgumentException("a limit needs a capacity and a refill: " + capacity + ", " + refill);
        }
        this.capacity = capacity;
        this.refill = refill;
    }

    /// Takes one. Empty if it was there; else how long to wait before the next, at least a second.
    public synchronized Optional<Duration> take(String key, Instant now) {
        var held = known(key, now);
        double tokens = tokens(buckets.get(held), now);
        if (tokens >= 1) {
            buckets.put(held, new Bucket(tokens - 1, now));
            return Optional.empty();
        }
        buckets.put(held, new Bucket(tokens, now));
        long millis = (long) Math.ceil((1 - tokens) * refill.toMillis());
        return Optional.of(Duration.ofMillis(Math.max(1_000, millis)));
    }

    /// Gives one back, for an attempt that turned out to be right.
    public synchronized void giveBack(String key, Instant now) {
        var bucket = buckets.get(key);
        if (bucket != null) {
            buckets.put(key, new Bucket(Math.min(capacity, tokens(bucket, now) + 1), now));
        }
    }

    private String known(String key, Instant now) {
        if (buckets.containsKey(key) || buckets.size() < KEYS) {
            return key;
        }
        if (Duration.between(swept, now).abs().compareTo(refill) >= 0) { // looking through all of them is work, too
            buckets.values().removeIf(bucket -> tokens(bucket, now) >= capacity);
            swept = now;
        }
        return buckets.size() < KEYS ? key : THE_REST;
    }

    private double tokens(Bucket bucket, Instant now) {
        if (bucket == null) {
            return capacity;
        }
        double since = Math.max(0, Duration.between(bucket.at(), now).toMillis());
        return Math.min(capacity, bucket.tokens() + since / refill.toMillis());
    }
}
