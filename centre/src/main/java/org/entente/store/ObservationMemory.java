package org.entente.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.entente.store.Arrival.Observation;

/// What the writer remembers of each Datastream, so that a repeated reading is known without asking the database.
///
/// Of each Datastream it holds the newest observation, and all observations with a phenomenon time from `completeFrom` on.
/// A reading newer than everything is new; one inside the window is compared; only an older one is looked up in the tables.
/// One thread writes; [#lastValues()] may be called from any.
final class ObservationMemory {

    private static final int WINDOW = 256;

    /// The newest observation of a Datastream and the oldest phenomenon time it ever had (microseconds).
    record Last(Observation newest, long oldest) {}

    private static final class Stream {
        Last last;
        long completeFrom;
        final TreeMap<Long, List<Observation>> recent = new TreeMap<>();

        Stream(Last last, long completeFrom) {
            this.last = last;
            this.completeFrom = completeFrom;
        }
    }

    private final Map<Long, Stream> streams = new HashMap<>();
    private final Set<Stream> grown = new HashSet<>();

    /// Forgets everything and starts from the newest rows.
    synchronized void load(Collection<Last> rows) {
        streams.clear();
        grown.clear();
        rows.forEach(row -> streams.put(row.newest().datastream(), new Stream(row, row.newest().phenomenon() + 1)));
    }

    /// True when memory alone cannot tell whether this was said before.
    boolean doubtful(long datastream, long phenomenon) {
        var stream = streams.get(datastream);
        return stream != null && phenomenon < stream.completeFrom;
    }

    /// The number of the observation that said the same, among those in the window.
    OptionalLong find(long datastream, long phenomenon, long until, String result) {
        var stream = streams.get(datastream);
        return stream == null
            ? OptionalLong.empty()
            : find(stream.recent.getOrDefault(phenomenon, List.of()), until, result);
    }

    static OptionalLong find(List<Observation> sameTime, long until, String result) {
        return sameTime.stream().filter(known -> known.repeats(until, result)).mapToLong(Observation::seq).findFirst();
    }

    /// Remembers a new observation.
    synchronized void add(Observation row) {
        var stream = streams.get(row.datastream());
        if (stream == null) {
            stream = new Stream(new Last(row, row.phenomenon()), Long.MIN_VALUE);
            streams.put(row.datastream(), stream);
        } else {
            var newest = row.phenomenon() >= stream.last.newest().phenomenon() ? row : stream.last.newest();
            stream.last = new Last(newest, Math.min(stream.last.oldest(), row.phenomenon()));
        }
        if (row.phenomenon() >= stream.completeFrom) {
            stream.recent.computeIfAbsent(row.phenomenon(), _ -> new ArrayList<>(1)).add(row);
            grown.add(stream);
        }
    }

    /// Shrinks the windows that grew. Between batches only: inside one, what was not looked up must stay remembered.
    void trim() {
        for (var stream : grown) {
            while (stream.recent.size() > WINDOW) {
                stream.completeFrom = stream.recent.pollFirstEntry().getKey() + 1;
            }
        }
        grown.clear();
    }

    /// The newest row of one Datastream that has one.
    synchronized Last last(long datastream) {
        return streams.get(datastream).last;
    }

    /// The newest row of every Datastream that has one, in order of Datastream.
    synchronized List<Last> lastValues() {
        return streams.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(entry -> entry.getValue().last)
            .toList();
    }
}
