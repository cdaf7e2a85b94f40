package org.entente.handover;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.entente.kernel.Actor;
import org.entente.kernel.Marking;
import org.entente.operations.Operations;
import org.entente.operations.OperationsEvent.OfAlarm;
import org.entente.picture.Fact;
import org.entente.picture.Picture;
import org.entente.picture.PictureInput;

/// The one loop that folds what arrives into the picture and writes what follows from it as alarms.
///
/// One thread folds; [#read] may be called from any. An alarm whose record fails (the database is away) is tried again
/// until it is written: the loop waits, the intake in front of it fills and refuses, nothing is forgotten.
public final class PictureRaisesAlarms implements AutoCloseable {

    private static final Duration AGAIN = Duration.ofMillis(500);
    private static final Actor PICTURE = Actor.centre("picture");

    private final Picture picture;
    private final Operations operations;
    private final Function<List<Long>, List<String>> sensors;
    private final BlockingQueue<List<PictureInput>> arrivals = new LinkedBlockingQueue<>(2_000);
    private volatile Optional<Thread> loop = Optional.empty();
    private volatile boolean closed;

    /// @param picture restored to where the kept inputs go on; from now on touched by this loop only
    /// @param sensors the sensors that made these observations, in order of name
    public PictureRaisesAlarms(Picture picture, Operations operations, Function<List<Long>, List<String>> sensors) {
        this.picture = picture;
        this.operations = operations;
        this.sensors = sensors;
    }

    /// Folds what was kept while nobody folded, before the loop starts; alarms that are already written stay as they are.
    public void catchUp(PictureInput input) {
        if (!fold(input).stream().allMatch(this::written)) {
            throw new IllegalStateException("the record went away while the centre was starting");
        }
    }

    /// Starts the loop.
    ///
    /// @param settled the moment before which nothing arrives any more, everything before it having been handed over: so far
    ///     quiet time is let pass, never over an input that is still on its way
    public void start(InstantSource settled) {
        loop = Optional.of(Thread.ofPlatform().name("picture").daemon().start(() -> run(settled)));
    }

    /// Hands over what was kept, in order of sequence numbers; waits while the loop is behind.
    public void arrived(List<PictureInput> inputs) {
        try {
            arrivals.put(inputs);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /// Reads the picture while nobody changes it.
    public synchronized <T> T read(Function<Picture, T> question) {
        return question.apply(picture);
    }

    /// Sequence number of the last input folded.
    public synchronized long seq() {
        return picture.lastSeq();
    }

    /// Batches that wait to be folded.
    public int waiting() {
        return arrivals.size();
    }

    private void run(InstantSource settled) {
        while (!closed) {
            try {
                var until = settled.instant(); // before asking: what arrived before it is in the queue already
                var inputs = arrivals.poll(200, TimeUnit.MILLISECONDS);
                if (inputs == null) {
                    write(tick(until));
                } else {
                    for (var input : inputs) { // what one input concludes does not wait for the rest of its batch
                        write(fold(input));
                    }
                }
            } catch (InterruptedException stopping) {
                return;
            }
        }
    }

    private synchronized List<Fact> fold(PictureInput input) {
        return picture.on(input);
    }

    /// Quiet times pass too, but never beyond an input that is still on its way through the intake.
    private synchronized List<Fact> tick(Instant until) {
        return picture.tickTo(until);
    }

    private void write(List<Fact> facts) throws InterruptedException {
        for (var fact : facts) {
            while (!closed && !written(fact)) {
                Thread.sleep(AGAIN);
            }
        }
    }

    private boolean written(Fact fact) {
        try {
            switch (fact) {
                case Fact.AlarmRaised raised ->
                    operations.raise(asEvent(raised).by(sensors.apply(raised.observations())), raised.grounds(),
                        Marking.wholeCentre(PICTURE.agency()));
                case Fact.AlarmReturned(var id, _) -> operations.returned(id.text());
                case Fact.SensorHealthChanged _ -> {
                }
            }
            return true;
        } catch (RuntimeException recordIsAway) {
            System.getLogger("entente.picture").log(System.Logger.Level.WARNING,
                "an alarm waits to be written: " + recordIsAway.getMessage());
            return false;
        }
    }

    private static OfAlarm.Raised asEvent(Fact.AlarmRaised raised) {
        return new OfAlarm.Raised(raised.id().text(), raised.rule(), raised.kind(), raised.lifeAtRisk(),
            raised.priority(),
            raised.place().text(), raised.placeName(), raised.site(), raised.where().lat(), raised.where().lon(),
            raised.at(),
            raised.why(), raised.observations());
    }

    @Override
    public void close() {
        closed = true;
        try {
            if (loop.isPresent()) {
                loop.get().interrupt();
                loop.get().join(5_000);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
