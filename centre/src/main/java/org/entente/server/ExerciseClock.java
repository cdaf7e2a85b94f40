package org.entente.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Properties;

/// The centre's clock: the real one, or one of an exercise that starts at a chosen time and runs at a chosen speed.
///
/// An exercise remembers when it began in the real world, so that a restart goes on where the night would be by now.
/// Never falls, also when the real clock is set back.
public final class ExerciseClock implements InstantSource {

    private final Instant start;
    private final Instant began;
    private final double speed;
    private final InstantSource real;
    private Instant last = Instant.MIN;

    private ExerciseClock(Instant start, Instant began, double speed, InstantSource real) {
        this.start = start;
        this.began = began;
        this.speed = speed;
        this.real = real;
    }

    /// The real time.
    public static ExerciseClock real() {
        return new ExerciseClock(Instant.EPOCH, Instant.EPOCH, 1, InstantSource.system());
    }

    /// An exercise; goes on with the one remembered in `memory` if there is one.
    ///
    /// @param speed exercise seconds in one real second, above 0 and at most 1,000
    public static ExerciseClock exercise(Instant start, double speed, Path memory) throws IOException {
        if (!(speed > 0 && speed <= 1_000)) {
            throw new IllegalArgumentException("the speed of an exercise is above 0 and at most 1,000, not " + speed);
        }
        var real = InstantSource.system();
        var remembered = new Properties();
        if (Files.exists(memory)) {
            try (var in = Files.newBufferedReader(memory)) {
                remembered.load(in);
            }
            return new ExerciseClock(Instant.parse(remembered.getProperty("start")),
                Instant.parse(remembered.getProperty("began")),
                Double.parseDouble(remembered.getProperty("speed")), real);
        }
        var clock = new ExerciseClock(start, real.instant(), speed, real);
        Files.createDirectories(memory.toAbsolutePath().getParent());
        Files.writeString(memory, "start=" + clock.start + "\nbegan=" + clock.began + "\nspeed=" + clock.speed + "\n");
        return clock;
    }

    @Override
    public synchronized Instant instant() {
        var elapsed = Duration.between(began, real.instant());
        var now = start.plusNanos((long) (elapsed.toNanos() * speed));
        last = now.isAfter(last) ? now : last;
        return last;
    }

    /// When the exercise starts by its own clock; the epoch for the real time.
    public Instant start() {
        return start;
    }

    /// Exercise seconds in one real second; 1 for the real time.
    public double speed() {
        return speed;
    }

    /// Whether this is an exercise.
    public boolean exercise() {
        return !start.equals(Instant.EPOCH);
    }
}
