package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import org.entente.kernel.Position;
import org.entente.kernel.UnitId;
import org.entente.picture.Intake.Kept;
import org.entente.picture.Intake.Overloaded;
import org.entente.picture.Intake.Reading;
import org.entente.picture.Intake.Sighting;
import org.entente.picture.PictureInput;
import org.entente.store.ObservationStore.Settings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was acknowledged is there, once, in one order, whatever is killed. JD2015 §12(iii).
class ObservationStoreTest {

    private static final AtomicInteger NIGHTS = new AtomicInteger();

    /// Every test has its own night, ten days after the one before: arrival never falls.
    private final Instant night = Instant.parse("2026-03-14T22:00:00Z")
        .plus(Duration.ofDays(10L * NIGHTS.getAndIncrement()));

    private static final Instant AT = Instant.parse("2026-03-14T22:00:00Z");

    @TempDir
    static Path dir;
    private static Database database;

    private final AtomicReference<Instant> now = new AtomicReference<>(night);
    private final List<PictureInput> told = Collections.synchronizedList(new ArrayList<>());
    private ObservationStore store;
    private volatile Reading last;

    @BeforeAll
    static void start() {
        database = Database.embedded(dir, 0);
        database.migrate();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void open() throws Exception {
        try (var connection = database.app().getConnection(); var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("delete from sta.observation"))
                .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.execute("update sta.observation set late = false"))
                .hasMessageContaining("permission denied");
        }
        store = open(Settings.USUAL);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void readings_and_positions_share_one_order_without_gaps() throws Exception {
        long first = store.head() + 1;
        var kept = keep(reading(11, night, "1.50"), reading(12, night, "true"));
        store.sighted(sighting("FR-P1"));
        store.gone(new UnitId("FR-P1"));
        assertThat(keep(reading(11, night.plusMillis(1), "{\"lat\":50.9}")).getFirst().id()).isEqualTo(first + 4);
        assertThat(kept).containsExactly(new Kept(first, false), new Kept(first + 1, false));
        assertThat(told()).extracting(PictureInput::seq).containsExactly(first, first + 1, first + 2, first + 3,
            first + 4);
        assertThat(store.read(first, 100)).isEqualTo(told());
        assertThat(store.inputsBetween(first + 1, night)).isEqualTo(told().subList(1, 5));
        assertThat(store.observation(first).orElseThrow().result()).isEqualTo("1.50");
        assertThat(store.observation(first + 2)).isEmpty();
        assertThat(store.observations(List.of(first + 4, first + 2, first, first + 9)))
            .extracting(PictureInput.Observed::seq).containsExactly(first, first + 4);
    }

    @Test
    void the_same_word_about_the_same_time_is_the_same_observation_also_after_a_restart() throws Exception {
        var time = night.minusSeconds(30);
        long id = keep(reading(21, time, "0.7")).getFirst().id();
        assertThat(keep(reading(21, time, "0.7"), reading(21, time, "0.8"), reading(21, time, "0.8")))
            .containsExactly(new Kept(id, true), new Kept(id + 1, false), new Kept(id + 1, true));
        keep(reading(21, night, "0.1"));
        store.close();
        store = open(Settings.USUAL);
        assertThat(keep(reading(21, time, "0.7"), reading(21, time, "0.8"))).containsExactly(new Kept(id, true),
            new Kept(id + 1, true));
        assertThat(keep(reading(21, time.plusMillis(1), "0.7"))).containsExactly(new Kept(id + 3, false));
        assertThat(told()).hasSize(4);
    }

    @Test
    void a_repetition_is_found_however_far_back_and_inside_one_request() throws Exception {
        var readings = new ArrayList<Reading>();
        for (int i = 2_000; i > 0; i--) {
            readings.add(reading(22, night.minusMillis(i), "" + i));
        }
        readings.add(readings.getFirst());
        readings.add(reading(22, night.minusMillis(2_000), "2000"));
        last = readings.getLast();
        var kept = store.keep(readings).get(10, TimeUnit.SECONDS);
        assertThat(kept.get(2_000)).isEqualTo(new Kept(kept.getFirst().id(), true)).isEqualTo(kept.get(2_001));
        assertThat(store.keep(readings).get(10, TimeUnit.SECONDS)).allMatch(Kept::duplicate)
            .extracting(Kept::id).isEqualTo(kept.stream().map(Kept::id).toList());
        assertThat(told()).hasSize(2_000);
    }

    @Test
    void a_late_reading_is_kept_and_the_picture_is_not_told() throws Exception {
        long id = keep(reading(31, night.minus(Duration.ofMinutes(11)), "3")).getFirst().id();
        assertThat(store.observation(id)).isPresent();
        assertThat(told()).isEmpty();
        assertThat(store.read(id, 10)).isEmpty();
        assertThat(store.load().late()).isEqualTo(1);
    }

    @Test
    void the_last_value_is_the_newest_word_not_the_latest_arrival() throws Exception {
        keep(reading(41, night, "5"));
        keep(reading(41, night.minusSeconds(5), "4"));
        store.close();
        store = open(Settings.USUAL);
        assertThat(store.lastValues()).filteredOn(last -> last.datastream() == 41).singleElement()
            .satisfies(last -> assertThat(last.result()).isEqualTo("5"));
    }

    @Test
    void arrival_never_falls_even_when_the_clock_does() throws Exception {
        now.set(night.plusSeconds(10));
        keep(reading(51, night, "1"));
        now.set(night.plusSeconds(3));
        keep(reading(51, night, "2"));
        assertThat(told()).extracting(PictureInput::receivedAt).containsExactly(night.plusSeconds(10),
            night.plusSeconds(10));
    }

    @Test
    void minutes_are_sealed_once_over_and_the_same_question_has_the_same_answer() throws Exception {
        long before = store.head();
        keep(reading(61, night, "1"), reading(62, night, "2"));
        store.sighted(sighting("UK-K9"));
        told();
        now.set(night.plusSeconds(61));
        keep(reading(61, night.plusSeconds(61), "3"));
        now.set(night.plusSeconds(90));
        var seals = store.sealUpTo(before, night.plusSeconds(90));
        assertThat(seals).singleElement().satisfies(seal -> {
            assertThat(seal.minute()).isEqualTo(night);
            assertThat(seal.firstSeq()).isEqualTo(before + 1);
            assertThat(seal.count()).isEqualTo(3);
        });
        now.set(night.plusSeconds(200));
        var more = store.sealUpTo(before, night.plusSeconds(180));
        assertThat(more).hasSize(2).startsWith(seals.getFirst());
        assertThat(store.sealUpTo(seals.getFirst().lastSeq(), night.plusSeconds(180))).containsExactly(more.getLast());
        now.set(night.plusSeconds(100));
        keep(reading(61, night.plusSeconds(100), "4"));
        assertThat(told().getLast().receivedAt()).isEqualTo(night.plusSeconds(180));
    }

    @Test
    void the_canonical_line_is_the_one_that_is_published() {
        var row = new Arrival.Observation(7, AT, 3, Micros.of(AT), Micros.NONE, "\"a\tb\\\"", Double.NaN, false,
            Micros.of(AT), 9, "");
        assertThat(ObservationSeals.line(row))
            .isEqualTo("O\t7\t1773525600000\t3\t1773525600000000\t-\t1773525600000000\t9\t0\t\"a\\tb\\\\\"\t-\n");
        assertThat(ObservationSeals.line(new Arrival.Gone(8, AT, "FR-P1"))).isEqualTo("G\t8\t1773525600000\tFR-P1\n");
    }

    @Test
    void whole_days_leave_and_the_order_goes_on() throws Exception {
        long first = keep(reading(71, night, "1")).getFirst().id();
        now.set(night.plus(Duration.ofDays(3)));
        keep(reading(71, night.plus(Duration.ofDays(3)), "2"));
        assertThat(store.dropBefore(LocalDate.ofInstant(night, ZoneOffset.UTC).plusDays(1))).isPositive();
        assertThat(store.read(first, 10)).singleElement()
            .satisfies(input -> assertThat(input.seq()).isEqualTo(first + 1));
    }

    @Test
    void a_full_queue_sheds_positions_first_and_refuses_readings_last() throws Exception {
        store.close();
        store = open(new Settings(10, 1 << 20, Duration.ofMinutes(10), Duration.ofMillis(200)));
        kill();
        int taken = 0;
        for (int i = 0; i < 40; i++) {
            taken += store.sighted(sighting("FR-P" + i)) ? 1 : 0;
        }
        assertThat(taken).isBetween(5, 39);
        var refused = new ArrayList<Integer>();
        for (int i = 0; i < 40; i++) {
            var answer = store.keep(List.of(reading(81, night, "" + i)));
            if (answer.isCompletedExceptionally()) {
                refused.add(i);
                assertThatThrownBy(answer::get).hasCauseInstanceOf(Overloaded.class);
            }
        }
        assertThat(refused).isNotEmpty();
        assertThat(store.load().shedPositions()).isPositive();
        waitUntilBack();
    }

    @Test
    void nothing_acknowledged_is_lost_or_doubled_when_postgresql_is_killed_under_load() throws Exception {
        long before = store.head();
        var acknowledged = new ConcurrentHashMap<Long, String>();
        var clients = new ArrayList<Thread>();
        for (int client = 0; client < 4; client++) {
            int stream = 90 + client;
            clients.add(Thread.ofVirtual().start(() -> client(stream, acknowledged)));
        }
        for (int crash = 0; crash < 2; crash++) {
            Thread.sleep(400);
            kill();
        }
        for (var client : clients) {
            client.join();
        }
        Map<Long, String> tables = new TreeMap<>();
        store.read(before + 1, 100_000).forEach(input -> tables.put(input.seq(), said((PictureInput.Observed) input)));
        assertThat(tables).isEqualTo(new TreeMap<>(acknowledged));
        assertThat(tables.values()).doesNotHaveDuplicates();
        assertThat(List.copyOf(tables.keySet()).getLast() - before).isEqualTo(tables.size());
        assertThat(told()).extracting(PictureInput::seq).isEqualTo(List.copyOf(tables.keySet()));
        assertThat(store.read(before + 1, 100_000)).isEqualTo(told());
    }

    /// Sends 300 readings one after the other, each until it is acknowledged.
    private void client(int stream, Map<Long, String> acknowledged) {
        var random = RandomGenerator.of("L64X128MixRandom");
        for (int i = 0; i < 300; i++) {
            var reading = reading(stream, night.plusMillis(i), "" + random.nextInt(1_000));
            for (var kept = List.<Kept>of(); kept.isEmpty();) {
                kept = attempt(reading);
                kept.forEach(one -> acknowledged.put(one.id(),
                    stream + " " + reading.phenomenonTime() + " " + reading.result()));
            }
        }
    }

    private List<Kept> attempt(Reading reading) {
        try {
            Thread.sleep(2);
            last = reading;
            return store.keep(List.of(reading)).get(2, TimeUnit.SECONDS);
        } catch (ExecutionException | java.util.concurrent.TimeoutException _) {
            return List.of();
        } catch (InterruptedException fault) {
            throw new AssertionError(fault);
        }
    }

    private static String said(PictureInput.Observed input) {
        return input.datastream() + " " + input.phenomenonTime() + " " + input.result();
    }

    private static void kill() {
        long pid = database.postmasterPid();
        ProcessHandle.of(pid).orElseThrow().descendants().forEach(ProcessHandle::destroyForcibly);
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    private void waitUntilBack() throws Exception {
        for (int attempt = 0; attempt < 200; attempt++) {
            if (!attempt(reading(99, night, "back")).isEmpty()) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the store did not come back");
    }

    /// What the picture was told, once it was told everything acknowledged so far.
    private List<PictureInput> told() throws Exception {
        store.keep(List.of(last)).get(10, TimeUnit.SECONDS); // repeated: tells nothing, and comes after what was told before
        return List.copyOf(told);
    }

    private ObservationStore open(Settings settings) {
        return new ObservationStore(database.app(), (InstantSource) now::get, settings, told::addAll);
    }

    private List<Kept> keep(Reading... readings) throws Exception {
        last = readings[readings.length - 1];
        return store.keep(List.of(readings)).get(10, TimeUnit.SECONDS);
    }

    private Reading reading(long datastream, Instant time, String result) {
        return new Reading(datastream, time, result, Double.NaN);
    }

    private Sighting sighting(String unit) {
        return new Sighting(new UnitId(unit), "KILO 9", "a-f-G-U-C", new Position(50.96, 1.86), 90, 1.5, night,
            night.plusSeconds(60));
    }
}
