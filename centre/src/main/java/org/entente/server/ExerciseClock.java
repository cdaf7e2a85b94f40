package org.entente.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Properties;

/// The centre's clock: the real one, or one of an exercise that starts at a chosen time and runs at a chosen speed.
///
/// An exercise stands at its start until it is set going, so that the night does not begin before everybody is at their
/// place. It remembers when that was in the real world: a restart goes on where the night would be by now. Never falls,
/// also when the real clock is set back. Safe from any thread.
public final class ExerciseClock implements InstantSource {

    private final Instant start;
    private final double speed;
    private final Optional<Path> memory;
    private final InstantSource real = InstantSource.system();
    private Optional<Instant> began;
    private Instant last = Instant.MIN;

    private ExerciseClock(Instant start, Optional<Instant> began, double speed, Optional<Path> memory) {
        this.start = start;
        this.began = began;
        this.speed = speed;
        this.memory = memory;
    }

    /// The real time.
    public static ExerciseClock real() {
        return new ExerciseClock(Instant.EPOCH, Optional.of(Instant.EPOCH), 1, Optional.empty());
    }

    /// An exercise; goes on with the one remembered in `memory` if there is one. It stands until [#begin].
    ///
    /// @param speed exercise seconds in one real second, above 0 and at most 1,000
    public static ExerciseClock exercise(Instant start, double speed, Path memory) throws IOException {
        if (!(speed > 0 && speed <= 1_000)) {
            throw new IllegalArgumentException("the speed of an exercise is above 0 and at most 1,000, not " + speed);
        }
        if (!Files.exists(memory)) {
            return new ExerciseClock(start, Optional.empty(), speed, Optional.of(memory));
        }
        var remembered = new Properties();
        try (var in = Files.newBufferedReader(memory)) {
            remembered.load(in);
        }
        return new ExerciseClock(Instant.parse(remembered.getProperty("start")),
            Optional.of(Instant.parse(remembered.getProperty("began"))),
            Double.parseDouble(remembered.getProperty("speed")), Optional.of(memory));
    }

    /// Sets an exercise going. False: it is running, or this is the real time.
    public synchronized boolean begin() {
        if (began.isPresent()) {
            return false;
        }
        var now = real.instant();
        try {
            var file = memory.orElseThrow().toAbsolutePath();
            var fresh = file.resolveSibling(file.getFileName() + ".new"); // the whole file or none, whenever the centre is killed
            Files.createDirectories(file.getParent());
            Files.writeString(fresh, "start=" + start + "\nbegan=" + now + "\nspeed=" + speed + "\n");
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException fault) {
            throw new UncheckedIOException("the exercise cannot be remembered", fault);
        }
        began = Optional.of(now);
        return true;
    }

    /// Whether time passes.
    public synchronized boolean running() {
        return began.isPresent();
    }

    @Override
    public synchronized Instant instant() {
        var elapsed = began.map(since -> Duration.between(since, real.instant())).orElse(Duration.ZERO);
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
