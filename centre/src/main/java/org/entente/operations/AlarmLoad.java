package org.entente.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.operations.AlarmPhilosophy.Band;

/// The EEMUA 191 rate meter and the flood of ISA-18.2: a pure fold of when alarms came in and which desk dealt with them.
///
/// A flood begins with the alarm that is one too many and ends when time alone has thinned them out; both moments follow
/// from the times of the alarms, so nothing has to be written down for a replay to show the same flood. Not safe for threads.
public final class AlarmLoad {

    private static final Duration KEPT = Duration.ofHours(1);

    private final AlarmPhilosophy philosophy;
    private final Deque<Instant> arrivals = new ArrayDeque<>();
    private final Map<String, Deque<Instant>> handled = new TreeMap<>();
    private final List<Flood> past = new ArrayList<>();
    private Optional<Instant> since = Optional.empty();

    AlarmLoad(AlarmPhilosophy philosophy) {
        this.philosophy = philosophy;
    }

    /// A stretch of time in flood.
    public record Flood(Instant since, Instant until) {}

    /// Alarms in the last ten minutes and in the last hour, and how heavy that is.
    public record Rate(int last10min, int lastHour, Band band) {}

    /// What one desk had before it, and what it dealt with (acknowledged, took, dismissed, shelved).
    public record DeskRate(String desk, Rate presented, int handled10min, int handledHour) {}

    /// The meter at a moment. `since` is there while the flood lasts.
    public record Reading(Rate centre, List<DeskRate> desks, Optional<Instant> since) {

        public Reading {
            desks = List.copyOf(desks);
        }

        /// Whether the centre is in flood.
        public boolean flood() {
            return since.isPresent();
        }
    }

    void arrived(Instant at) {
        if (since.isPresent() && !at.isBefore(endOfFlood())) {
            past.add(new Flood(since.get(), endOfFlood()));
            since = Optional.empty();
        }
        push(arrivals, at);
        if (since.isEmpty() && count(arrivals, at, philosophy.window()) > philosophy.flood()) {
            since = Optional.of(at);
        }
    }

    void handled(String desk, Instant at) {
        push(handled.computeIfAbsent(desk, _ -> new ArrayDeque<>()), at);
    }

    /// The meter at `now`.
    ///
    /// @param staffed the desks that are open, and since when: every open desk sees every alarm, so each is presented all that
    ///     came in since
    public Reading at(Instant now, Map<String, Instant> staffed) {
        var desks = new ArrayList<DeskRate>();
        new TreeMap<>(staffed).forEach((desk, from) -> {
            var seen = arrivals.stream().filter(at -> !at.isBefore(from)).toList();
            var done = handled.getOrDefault(desk, new ArrayDeque<>());
            desks.add(new DeskRate(desk, rate(seen, now), count(done, now, philosophy.window()),
                count(done, now, KEPT)));
        });
        return new Reading(rate(arrivals, now), desks, since.filter(_ -> now.isBefore(endOfFlood())));
    }

    /// Every flood that touches the time from `from` to `to`, cut to it, in order.
    public List<Flood> floods(Instant from, Instant to) {
        var all = new ArrayList<>(past);
        since.ifPresent(start -> all.add(new Flood(start, endOfFlood())));
        return all.stream().filter(flood -> flood.since().isBefore(to) && flood.until().isAfter(from))
            .map(flood -> new Flood(later(flood.since(), from), flood.until().isBefore(to) ? flood.until() : to))
            .toList();
    }

    /// Fewer than `floodEnds` are left in the window when the last of so many leaves it.
    private Instant endOfFlood() {
        var newest = arrivals.descendingIterator();
        var last = newest.next();
        for (int i = 1; i < philosophy.floodEnds(); i++) {
            last = newest.next();
        }
        return last.plus(philosophy.window());
    }

    private Rate rate(Iterable<Instant> times, Instant now) {
        int inWindow = count(times, now, philosophy.window());
        return new Rate(inWindow, count(times, now, KEPT), philosophy.band(inWindow));
    }

    private static int count(Iterable<Instant> times, Instant now, Duration within) {
        var from = now.minus(within);
        int count = 0;
        for (var at : times) {
            count += at.isAfter(from) && !at.isAfter(now) ? 1 : 0;
        }
        return count;
    }

    private static void push(Deque<Instant> times, Instant at) {
        times.addLast(at);
        var from = at.minus(KEPT);
        while (!times.getFirst().isAfter(from)) {
            times.removeFirst();
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
