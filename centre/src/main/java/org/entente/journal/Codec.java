package org.entente.journal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.entente.kernel.Marking;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Turns the events of one module into bodies and back: a stable name and a version per event type.
///
/// Bodies are JSON objects of the record's components, so that a court's expert can read them. A body of an earlier
/// version is lifted step by step by the upcasters before it is read.
public final class Codec<E> {

    private static final JsonMapper JSON = JsonMapper.builder()
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private record Row<E>(String type, int version, Class<? extends E> shape,
        Map<Integer, UnaryOperator<ObjectNode>> lifts) {}

    private final Map<String, Row<E>> byType = new LinkedHashMap<>();
    private final Map<Class<?>, Row<E>> byShape = new LinkedHashMap<>();

    /// Adds an event type at its first version.
    public Codec<E> with(String type, Class<? extends E> shape) {
        return with(type, shape, 1, Map.of());
    }

    /// Adds an event type at `version`; `lifts.get(n)` turns a body of version n into one of n + 1.
    public Codec<E> with(String type, Class<? extends E> shape, int version,
        Map<Integer, UnaryOperator<ObjectNode>> lifts) {
        var row = new Row<E>(type, version, shape, Map.copyOf(lifts));
        byType.put(type, row);
        byShape.put(shape, row);
        return this;
    }

    /// The draft of an event about no person.
    public Draft draft(E event, Marking marking) {
        var row = byShape.get(event.getClass());
        if (row == null) {
            throw new JournalCorrupt("no codec for " + event.getClass().getSimpleName());
        }
        return Draft.of(row.type(), row.version(), JSON.writeValueAsString(event), marking);
    }

    /// The event of an entry; empty if the type is not of this module or its body was erased.
    public Optional<E> read(Entry entry) {
        var row = byType.get(entry.type());
        if (row == null || entry.body().isEmpty()) {
            return Optional.empty();
        }
        if (entry.version() > row.version()) {
            throw new JournalCorrupt(entry.type() + " of version " + entry.version() + " is newer than this program");
        }
        var node = (ObjectNode) JSON.readTree(entry.body().get());
        for (int version = entry.version(); version < row.version(); version++) {
            node = row.lifts().get(version).apply(node);
        }
        return Optional.of(JSON.treeToValue(node, row.shape()));
    }

    /// Every type this codec writes, with its current version, in order of declaration.
    public Map<String, Integer> versions() {
        var versions = new LinkedHashMap<String, Integer>();
        byType.values().forEach(row -> versions.put(row.type(), row.version()));
        return versions;
    }
}
