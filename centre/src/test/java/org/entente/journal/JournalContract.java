package org.entente.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.kernel.Actor;
import org.entente.kernel.AgencyId;
import org.entente.kernel.Classification;
import org.entente.kernel.Marking;
import org.entente.kernel.StreamId;
import org.junit.jupiter.api.Test;

/// What every journal promises, in memory and on disk alike. A journal may hold entries of others before a test begins.
public abstract class JournalContract {

    private static final AtomicInteger STREAMS = new AtomicInteger();
    static final Actor ACTOR = Actor.centre("contract");
    static final Instant AT = Instant.parse("2026-11-23T04:05:06.789Z");
    static final Marking OPEN = Marking.wholeCentre(new AgencyId("PAF"));

    /// The journal under test.
    protected abstract Journal journal();

    @Test
    void an_entry_says_who_when_what_and_where_it_stands() {
        var stream = fresh();
        var marking = new Marking(new AgencyId("NCA"), Classification.SECRET, List.of("GB", "PAF"),
            Optional.of("LIAISON"), 30);
        var written = journal().append(stream, 0, ACTOR, AT.plusNanos(1_234), List.of(
            new Draft("thing.seen", 3, "{\"text\":\"Fréthun, 5 €, \\u0001 \uD83D\uDEA2\"}", marking, Optional.empty()),
            draft("thing.left")));
        assertThat(written).hasSize(2).isEqualTo(journal().stream(stream));
        var first = written.getFirst();
        assertThat(first)
            .isEqualTo(new Entry(first.position(), stream, 1, "thing.seen", 3, AT, ACTOR, marking, Optional.empty(),
                Optional.of("{\"text\":\"Fréthun, 5 €, \\u0001 \uD83D\uDEA2\"}")));
        assertThat(written.getLast().position()).isEqualTo(first.position() + 1).isEqualTo(journal().head());
    }

    @Test
    void who_decided_on_an_older_version_writes_nothing() {
        var stream = fresh();
        journal().append(stream, 0, ACTOR, AT, List.of(draft("a")));
        long head = journal().head();
        assertThatThrownBy(() -> journal().append(stream, 0, ACTOR, AT, List.of(draft("b"))))
            .isInstanceOf(StreamMoved.class);
        assertThatThrownBy(() -> journal().append(stream, 2, ACTOR, AT, List.of(draft("b"))))
            .isInstanceOf(StreamMoved.class);
        assertThatThrownBy(() -> journal().append(fresh(), 1, ACTOR, AT, List.of(draft("b"))))
            .isInstanceOf(StreamMoved.class);
        assertThat(journal().head()).isEqualTo(head);
        assertThat(journal().append(stream, 1, ACTOR, AT, List.of(draft("b"))).getFirst().streamVersion()).isEqualTo(2);
    }

    @Test
    void pages_follow_one_another_without_a_gap() {
        long start = journal().head();
        for (int i = 0; i < 25; i++) {
            journal().append(fresh(), 0, ACTOR, AT, List.of(draft("page")));
        }
        var positions = new ArrayList<Long>();
        for (var page = journal().after(start, 7); !page.isEmpty(); page = journal().after(positions.getLast(), 7)) {
            assertThat(page).hasSizeLessThanOrEqualTo(7);
            page.forEach(entry -> positions.add(entry.position()));
        }
        assertThat(positions).hasSizeGreaterThanOrEqualTo(25).doesNotHaveDuplicates().isSorted();
        assertThat(positions.getLast() - positions.getFirst()).isEqualTo(positions.size() - 1L);
    }

    @Test
    void of_many_who_write_to_one_stream_each_version_is_won_once() throws Exception {
        var stream = fresh();
        var conflicts = new AtomicInteger();
        try (ExecutorService callers = Executors.newFixedThreadPool(8)) {
            var all = new ArrayList<Future<?>>();
            for (int caller = 0; caller < 8; caller++) {
                all.add(callers.submit(() -> {
                    for (int won = 0; won < 25;) {
                        try {
                            journal().append(stream, journal().stream(stream).size(), ACTOR, AT, List.of(draft("won")));
                            won++;
                        } catch (StreamMoved moved) {
                            conflicts.incrementAndGet();
                        }
                    }
                }));
            }
            for (var one : all) {
                one.get();
            }
        }
        assertThat(journal().stream(stream)).extracting(Entry::streamVersion).hasSize(200)
            .isEqualTo(java.util.stream.LongStream.rangeClosed(1, 200).boxed().toList());
    }

    @Test
    void a_follower_hears_everything_once_and_in_order() throws Exception {
        var before = fresh();
        journal().append(before, 0, ACTOR, AT, List.of(draft("before"), draft("before")));
        long start = journal().head();
        List<Entry> fromNow = Collections.synchronizedList(new ArrayList<>());
        List<Entry> fromThen = Collections.synchronizedList(new ArrayList<>());
        journal().follow(fromNow::add);
        journal().follow(start - 1, fromThen::add);
        for (int i = 0; i < 50; i++) {
            journal().append(fresh(), 0, ACTOR, AT, List.of(draft("x"), draft("y")));
        }
        for (int wait = 0; fromThen.size() < 101 && wait < 500; wait++) {
            Thread.sleep(10);
        }
        assertThat(List.copyOf(fromThen)).isEqualTo(journal().after(start - 1, 1_000)).hasSize(101);
        assertThat(List.copyOf(fromNow)).isEqualTo(journal().after(start, 1_000));
    }

    protected static StreamId fresh() {
        return new StreamId("contract/" + STREAMS.incrementAndGet());
    }

    protected static Draft draft(String type) {
        return Draft.of(type, 1, "{\"n\":1}", OPEN);
    }
}
