package org.entente.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.entente.kernel.Actor;
import org.entente.kernel.StreamId;

/// The journal's twin in memory: same promises but for durability. For tests and for rehearsing a decision.
public final class MemoryJournal implements Journal {

    private final List<Entry> entries = new ArrayList<>();
    private final List<Consumer<Entry>> followers = new ArrayList<>();

    @Override
    public synchronized List<Entry> append(StreamId stream, long expectedVersion, Actor actor, Instant at,
        List<Draft> facts) {
        long version = entries.stream().filter(entry -> entry.stream().equals(stream)).count();
        if (version != expectedVersion) {
            throw new StreamMoved(stream, expectedVersion, version);
        }
        var written = new ArrayList<Entry>();
        for (var fact : facts) {
            written.add(new Entry(entries.size() + 1, stream, ++version, fact.type(), fact.version(),
                at.truncatedTo(ChronoUnit.MILLIS), actor,
                fact.marking(), fact.subject(), Optional.of(fact.body())));
            entries.add(written.getLast());
        }
        written.forEach(entry -> followers.forEach(follower -> follower.accept(entry)));
        return List.copyOf(written);
    }

    @Override
    public synchronized List<Entry> after(long position, int limit) {
        int from = (int) Math.min(position, entries.size());
        return List.copyOf(entries.subList(from, Math.min(entries.size(), from + limit)));
    }

    @Override
    public synchronized List<Entry> stream(StreamId stream) {
        return entries.stream().filter(entry -> entry.stream().equals(stream)).toList();
    }

    @Override
    public synchronized long head() {
        return entries.size();
    }

    @Override
    public synchronized void follow(Consumer<Entry> reader) {
        followers.add(reader);
    }

    @Override
    public synchronized void follow(long after, Consumer<Entry> reader) {
        after(after, entries.size()).forEach(reader);
        followers.add(reader);
    }
}
