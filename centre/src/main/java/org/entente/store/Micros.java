package org.entente.store;

import java.time.Instant;

/// Times as PostgreSQL keeps them: whole microseconds since 1970.
final class Micros {

    /// Stands for "no time".
    static final long NONE = Long.MIN_VALUE;

    private Micros() {}

    static long of(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1_000);
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
    }
}
