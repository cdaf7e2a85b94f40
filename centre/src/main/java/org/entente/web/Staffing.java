package org.entente.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Which desks have a console open, and since when. A console that was cut off and comes back within the five minutes for which
/// frames are kept was there all the time. Safe from any thread.
final class Staffing {

    private static final Duration AWAY = Duration.ofMinutes(5);

    /// One open console; closed when it goes away.
    interface Seat extends AutoCloseable {
        @Override
        void close();
    }

    private record Desk(Instant since, int consoles, Optional<Instant> left) {}

    private final Map<String, Desk> desks = new HashMap<>();

    synchronized Seat open(String desk, InstantSource clock) {
        var now = clock.instant();
        var known = Optional.ofNullable(desks.get(desk)).filter(one -> here(one, now));
        desks.put(desk, known.map(one -> new Desk(one.since(), one.consoles() + 1, Optional.empty()))
            .orElse(new Desk(now, 1, Optional.empty())));
        return () -> left(desk, clock.instant());
    }

    private synchronized void left(String desk, Instant now) {
        desks.computeIfPresent(desk, (_, one) -> one.consoles() > 1
            ? new Desk(one.since(), one.consoles() - 1, Optional.empty())
            : new Desk(one.since(), 0, Optional.of(now)));
    }

    /// The desks that are open at `now`, and since when.
    synchronized Map<String, Instant> at(Instant now) {
        var open = new TreeMap<String, Instant>();
        desks.forEach((desk, one) -> {
            if (here(one, now)) {
                open.put(desk, one.since());
            }
        });
        return open;
    }

    private static boolean here(Desk desk, Instant now) {
        return desk.left().map(left -> now.isBefore(left.plus(AWAY))).orElse(true);
    }
}
