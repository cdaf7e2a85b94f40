package org.entente.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.entente.feeds.ObservationIntake;
import org.entente.kernel.UnitId;
import org.entente.picture.PictureInput;
import org.entente.store.Arrival.Gone;
import org.entente.store.Arrival.Moved;
import org.entente.store.Arrival.Observation;
import org.entente.store.ObservationQueue.Job;

/// What sensors and units said: one order of arrival, durable before it is acknowledged, each thing once.
///
/// Safe from any thread; one thread of its own writes. The same Datastream, phenomenon time and result again is the same
/// observation; another result for the same time is another observation. Format and seals: `docs/formats/observations.md`.
/// Decision 0030.
public final class ObservationStore implements ObservationIntake, AutoCloseable {

    /// @param roomReadings how many readings and positions may wait; positions are shed from half of it on
    /// @param currentFor a reading about a time longer ago than this at arrival is kept, but the picture is not told
    /// @param patience how long the database may be away before what waits is refused
    public record Settings(int roomReadings, long roomBytes, Duration currentFor, Duration patience) {
        public static final Settings USUAL = new Settings(50_000, 32L << 20, Duration.ofMinutes(10),
            Duration.ofSeconds(10));
    }

    /// Counts since the start. `queue` is what waits now.
    public record Load(long kept, long duplicates, long late, long positions, long shedPositions, long refusedReadings,
        long batches, int queue, boolean away) {}

    /// A kept minute: every input that arrived in it, in order, and the SHA-256 (hexadecimal) of their canonical bytes.
    public record Seal(Instant minute, long firstSeq, long lastSeq, int count, String sha256) {}

    /// The newest observation of one Datastream.
    public record LastValue(long datastream, long seq, Instant receivedAt, Instant phenomenonTime, String result,
        double value) {}

    private static final int PAGE = 5_000;

    private final ObservationQueue queue;
    private final ObservationMemory memory = new ObservationMemory();
    private final ObservationClock clock;
    private final ObservationReads reads;
    private final ObservationNames names;
    private final ObservationWriter writer;
    private final Thread thread;
    private final Consumer<List<PictureInput>> listener;
    private final LongAdder kept = new LongAdder();
    private final LongAdder duplicates = new LongAdder();
    private final LongAdder late = new LongAdder();
    private final LongAdder positions = new LongAdder();
    private final LongAdder shed = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder batches = new LongAdder();
    private volatile boolean away;

    /// Opens the store and starts its writer; the order of arrival goes on where it ended.
    ///
    /// @param source connections of the application's role; one is held by the writer
    /// @param listener told, in order and after the commit, of everything the picture is to know; one thread calls; be quick
    /// @throws StoreAway the database does not answer, or another centre writes into it
    public ObservationStore(DataSource source, InstantSource clock, Settings settings,
        Consumer<List<PictureInput>> listener) {
        this.queue = new ObservationQueue(settings.roomReadings(), settings.roomBytes());
        this.clock = new ObservationClock(clock);
        this.reads = new ObservationReads(source);
        this.names = new ObservationNames(source);
        this.listener = listener;
        this.writer = new ObservationWriter(source, queue, memory, this.clock, settings.currentFor(),
            settings.patience(), new Follower());
        try {
            writer.openPatiently();
        } catch (SQLException fault) {
            throw new StoreAway("the observation store cannot be opened", fault);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StoreAway("the observation store was not opened", interrupted);
        }
        this.thread = Thread.ofPlatform().name("observations").start(writer);
    }

    @Override
    public CompletableFuture<List<Kept>> keep(List<Reading> readings) {
        return keep(readings, Collections.nCopies(readings.size(), Details.NONE));
    }

    @Override
    public CompletableFuture<List<Kept>> keep(List<Reading> readings, List<Details> details) {
        if (readings.isEmpty() || readings.size() != details.size()) {
            throw new IllegalArgumentException("readings and details: " + readings.size() + " and " + details.size());
        }
        var answer = new CompletableFuture<List<Kept>>();
        if (away || !queue.offer(new Job.Readings(List.copyOf(readings), List.copyOf(details), answer))) {
            refused.add(readings.size());
            answer.completeExceptionally(new Overloaded(away ? 10 : 1));
        }
        return answer;
    }

    @Override
    public boolean sighted(Sighting sighting) {
        boolean taken = !away && queue.offer(new Job.Position(sighting));
        if (!taken) {
            shed.increment();
        }
        return taken;
    }

    @Override
    public void gone(UnitId unit) {
        if (away || !queue.offer(new Job.Left(unit))) {
            shed.increment();
        }
    }

    /// What the picture was told, from a number on, at most `limit` numbers further. Late readings have a number but are not
    /// told: an empty list does not mean the end, [#head()] does.
    public List<PictureInput> read(long fromSeq, int limit) {
        return inputs(reads.page(fromSeq, limit));
    }

    /// Calls `reader` with everything the picture was told from `fromSeq` on and received not after `until`, in order.
    public void inputsBetween(long fromSeq, Instant until, Consumer<PictureInput> reader) {
        for (var page = reads.page(fromSeq, PAGE); !page.isEmpty(); page = reads.page(page.getLast().seq() + 1, PAGE)) {
            var wanted = page.stream().takeWhile(row -> !row.receivedAt().isAfter(until)).toList();
            inputs(wanted).forEach(reader);
            if (wanted.size() < page.size()) {
                return;
            }
        }
    }

    /// The same as a list.
    public List<PictureInput> inputsBetween(long fromSeq, Instant until) {
        var inputs = new ArrayList<PictureInput>();
        inputsBetween(fromSeq, until, inputs::add);
        return inputs;
    }

    /// One observation by its `@iot.id`, late ones too.
    public Optional<PictureInput.Observed> observation(long id) {
        return reads.observation(id).map(this::observed);
    }

    /// Those of these observations that are there, late ones too, in order of their numbers.
    public List<PictureInput.Observed> observations(List<Long> ids) {
        return reads.observations(ids).stream().map(this::observed).toList();
    }

    /// The newest observation of every Datastream that has one. From memory; includes what is being written now.
    public List<LastValue> lastValues() {
        return memory.lastValues().stream().map(ObservationMemory.Last::newest)
            .map(row -> new LastValue(row.datastream(), row.seq(),
                row.receivedAt(), Micros.instant(row.phenomenon()), row.result(), row.value()))
            .toList();
    }

    /// The moment before which nothing arrives any more: the listener has been told of everything before it. What lets quiet
    /// time pass in the picture may go so far and no further.
    public Instant settled() {
        return clock.settled();
    }

    /// The highest number in the tables, 0 when none.
    public long head() {
        return reads.head();
    }

    /// Seals of the minutes after `afterSeq` (the last number already sealed) that ended not after `minute`; a minute in which
    /// nothing arrived has none. Nothing can arrive in a sealed minute any more. The same question has the same answer.
    public List<Seal> sealUpTo(long afterSeq, Instant minute) {
        var seals = new ObservationSeals(clock.settle(minute));
        for (var page = reads.page(afterSeq + 1, PAGE); !page.isEmpty() && seals.add(page);) {
            page = reads.page(page.getLast().seq() + 1, PAGE);
        }
        return seals.done();
    }

    /// Drops what was received before this day (UTC), whole days; last values stay. Returns the partitions dropped.
    public int dropBefore(LocalDate day) {
        return reads.dropBefore(day);
    }

    /// Counts for the board.
    public Load load() {
        return new Load(kept.sum(), duplicates.sum(), late.sum(), positions.sum(), shed.sum(), refused.sum(),
            batches.sum(), queue.depth(), away);
    }

    /// Takes nothing more, writes what waits, ends the thread.
    @Override
    public void close() {
        queue.close();
        try {
            thread.join(Duration.ofSeconds(20));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }

    private List<PictureInput> inputs(List<Arrival> rows) {
        var inputs = new ArrayList<PictureInput>(rows.size());
        for (var row : rows) {
            switch (row) {
                case Observation reading when reading.late() -> {
                } // kept, but too old to be the present
                case Observation reading -> inputs.add(observed(reading));
                case Moved(var seq, var at, var s) ->
                    inputs.add(new PictureInput.UnitMoved(seq, at, s.unit(), s.callsign(), s.type(),
                        s.where(), s.course(), s.speed(), s.time(), s.stale()));
                case Gone(var seq, var at, var unit) ->
                    inputs.add(new PictureInput.UnitGone(seq, at, new UnitId(unit)));
            }
        }
        return inputs;
    }

    private PictureInput.Observed observed(Observation row) {
        var name = names.of(row.datastream());
        return new PictureInput.Observed(row.seq(), row.receivedAt(), row.datastream(), name.sensor(), name.property(),
            Micros.instant(row.phenomenon()), row.result(), row.value());
    }

    private final class Follower implements ObservationWriter.Follower {

        @Override
        public void preparing(List<Observation> readings) {
            readings.forEach(reading -> names.of(reading.datastream()));
        }

        @Override
        public void committed(ObservationWriter.Batch batch) {
            batches.increment();
            duplicates.add(batch.duplicates());
            long readings = batch.rows().stream().filter(Observation.class::isInstance).count();
            kept.add(readings);
            positions.add(batch.rows().size() - readings);
            late.add(batch.rows().stream().filter(row -> row instanceof Observation reading && reading.late()).count());
            var inputs = inputs(batch.rows());
            if (!inputs.isEmpty()) {
                listener.accept(inputs);
            }
        }

        @Override
        public void refused(List<Job> jobs) {
            for (var job : jobs) {
                if (job instanceof Job.Readings readings) {
                    refused.add(readings.items());
                    readings.kept().completeExceptionally(new Overloaded(10));
                } else {
                    shed.increment();
                }
            }
        }

        @Override
        public void away(boolean now) {
            away = now;
        }
    }
}
