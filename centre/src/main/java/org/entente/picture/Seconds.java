package org.entente.picture;

import java.time.Instant;

/// Time as the fold counts it: milliseconds since 1970 UTC, and whole seconds at which time passing has effects.
final class Seconds {

    static final long NEVER = Long.MAX_VALUE;
    private static final long END_OF_TIME = 253_402_300_799_999L;

    private Seconds() {}

    /// Milliseconds of an instant; before 1970 it is 1970, after the year 9999 the end of it.
    static long millis(Instant at) {
        long second = at.getEpochSecond();
        return second < 0 ? 0 : second > END_OF_TIME / 1000 ? END_OF_TIME : at.toEpochMilli();
    }

    /// The last whole second not after `millis`.
    static long floor(long millis) {
        return millis - millis % 1000;
    }

    /// The whole second at which a deadline set at `now` takes effect: the first not before it, and never one already past.
    static long due(long now, long deadline) {
        long ceiling = floor(Math.min(deadline, END_OF_TIME) + 999);
        return Math.max(ceiling, floor(now) + 1000);
    }
}
