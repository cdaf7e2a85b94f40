package org.entente.field;

import java.time.Duration;
import java.time.Instant;

/// The centre's exercise clock, followed from afar: the last time it told, and its speed since. Safe from any thread.
final class NightClock {

    private static final long LONGEST_NAP = 200_000_000L;

    /// What the centre's clock said at one moment of this machine's.
    ///
    /// @param nanos [System#nanoTime] then
    /// @param speed exercise seconds in one real second
    record Anchor(long nanos, Instant said, double speed) {

        Instant at(long now) {
            return said.plusNanos((long) ((now - nanos) * speed));
        }

        /// Real nanoseconds until the clock will say `time`; 0 when it has.
        long realUntil(Instant time, long now) {
            var left = Duration.between(at(now), time);
            return left.isNegative() ? 0 : (long) (left.toNanos() / speed);
        }
    }

    private volatile Anchor anchor;

    NightClock(Anchor first) {
        anchor = first;
    }

    void set(Anchor newer) {
        anchor = newer;
    }

    Instant now() {
        return anchor.at(System.nanoTime());
    }

    double speed() {
        return anchor.speed();
    }

    /// Waits by the exercise clock, which may be set anew meanwhile.
    void sleepUntil(Instant time) throws InterruptedException {
        for (long left = left(time); left > 0; left = left(time)) {
            Thread.sleep(Duration.ofNanos(Math.clamp(left, 1_000_000L, LONGEST_NAP)));
        }
    }

    void sleep(Duration exercise) throws InterruptedException {
        sleepUntil(now().plus(exercise));
    }

    /// So much exercise time, but at least so much real time.
    Duration atLeast(Duration exercise, Duration real) {
        var other = Duration.ofNanos((long) (real.toNanos() * speed()));
        return exercise.compareTo(other) > 0 ? exercise : other;
    }

    private long left(Instant time) {
        return anchor.realUntil(time, System.nanoTime());
    }
}
