package org.entente.journal;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.entente.kernel.Actor;
import org.entente.kernel.StreamId;

/// The append-only record of the centre. Safe from any thread.
public interface Journal {

    /// Writes facts to one stream, all or none; returns when they are durable, with their positions.
    ///
    /// @param expectedVersion the stream's version the decision was taken on, 0 for a new stream
    /// @throws StreamMoved somebody else wrote to the stream meanwhile: read again and decide again
    List<Entry> append(StreamId stream, long expectedVersion, Actor actor, Instant at, List<Draft> facts);

    /// Entries after a position, in order, at most `limit`. Never skips an entry of a slower transaction: what is not
    /// yet returned will have a higher position than everything that was.
    List<Entry> after(long position, int limit);

    /// All entries of one stream, in order.
    List<Entry> stream(StreamId stream);

    /// Position of the newest durable entry, 0 when empty.
    long head();

    /// Calls `reader` for every entry from now on, in order of position, after it is durable. One thread calls; be quick.
    void follow(Consumer<Entry> reader);

    /// Calls `reader` for every entry after a position, those there are and those to come: in order, none missing, none
    /// twice. One thread calls; be quick. What a module rebuilds its memory with at start.
    void follow(long after, Consumer<Entry> reader);

    /// Calls `reader` for every entry there is, oldest first.
    default void replay(Consumer<Entry> reader) {
        long position = 0;
        for (var page = after(position, 1_000); !page.isEmpty(); page = after(position, 1_000)) {
            page.forEach(reader);
            position = page.getLast().position();
        }
    }
}
