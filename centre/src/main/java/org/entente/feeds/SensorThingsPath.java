package org.entente.feeds;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.feeds.SensorThingsModel.Link;
import org.entente.feeds.SensorThingsSql.Piece;

/// Where a URL leads (18-088 clause 9.2): an entity, a collection, or a property of an entity.
///
/// @param id of the entity; empty: a collection
/// @param by the link by which a collection is reached, with the entity it starts from
/// @param value only the bare value (`$value`)
/// @param reference only addresses (`$ref`)
/// @param text the path as written
record SensorThingsPath(SensorThingsModel entity, OptionalLong id, Optional<Step> by, Optional<String> property,
    boolean value, boolean reference, String text) {

    record Step(SensorThingsModel from, long id, Link link) {}

    private static final Pattern SEGMENT = Pattern.compile("([A-Za-z]+)(?:\\((\\d{1,18})\\))?");
    private static final int MOST = 20;

    /// The service root (clause 9.2.1).
    static String root(String base) {
        var sets = Stream.of(SensorThingsModel.values())
            .map(entity -> "{\"name\":\"" + entity.set + "\",\"url\":\"" + base + "/" + entity.set + "\"}");
        var classes = Stream
            .of("datamodel", "resource-path/resource-path-to-entities", "request-data",
                "create-update-delete/create-entity",
                "create-update-delete/deep-insert", "create-update-delete/update-entity",
                "create-update-delete/delete-entity", "batch-request/batch-request",
                "data-array/data-array", "receive-updates-via-mqtt/receive-updates",
                "create-observations-via-mqtt/observations-creation")
            .map(name -> "\"http://www.opengis.net/spec/iot_sensing/1.1/req/" + name + "\"");
        return "{\"value\":[" + sets.collect(Collectors.joining(",")) + "],\"serverSettings\":{\"conformance\":["
            + classes.collect(Collectors.joining(",")) + "]}}";
    }

    /// Follows the path, asking for the entities on the way. 404 when it leads nowhere.
    static SensorThingsPath resolve(String path, SensorThingsReader reader) throws SQLException {
        var segments = new ArrayList<>(List.of(path.split("/")));
        boolean reference = segments.getLast().equals("$ref") && segments.remove("$ref");
        boolean value = segments.getLast().equals("$value") && segments.remove("$value");
        if (segments.isEmpty() || segments.size() > MOST) {
            throw SensorThingsRefused.unknown(path);
        }
        var first = SEGMENT.matcher(segments.getFirst());
        var entity = first.matches() ? SensorThingsModel.ofSet(first.group(1)) : Optional.<SensorThingsModel>empty();
        var here = new SensorThingsPath(entity.orElseThrow(() -> SensorThingsRefused.unknown(path)), id(first.group(2)),
            Optional.empty(), Optional.empty(), value, reference, path);
        if (here.id.isPresent() && !reader.exists(here.entity, here.id.getAsLong())) {
            throw SensorThingsRefused.unknown(path);
        }
        for (var segment : segments.subList(1, segments.size())) {
            here = here.next(segment, reader);
        }
        if (value && here.property.isEmpty()) {
            throw SensorThingsRefused.unknown(path);
        }
        return here;
    }

    private static OptionalLong id(String digits) {
        return digits == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(digits));
    }

    private SensorThingsPath next(String segment, SensorThingsReader reader) throws SQLException {
        var matcher = SEGMENT.matcher(segment);
        if (id.isEmpty() || property.isPresent() || !matcher.matches()) {
            throw SensorThingsRefused.unknown(text);
        }
        long from = id.getAsLong();
        var link = entity.link(matcher.group(1));
        if (link.isEmpty()) {
            var name = entity.property(segment).map(SensorThingsModel.Property::name)
                .orElseThrow(() -> SensorThingsRefused.unknown(text));
            return new SensorThingsPath(entity, id, by, Optional.of(name), value, reference, text);
        }
        var step = Optional.of(new Step(entity, from, link.get()));
        var wanted = id(matcher.group(2));
        if (link.get().many() && wanted.isEmpty()) {
            return new SensorThingsPath(link.get().target(), OptionalLong.empty(), step, Optional.empty(), value,
                reference, text);
        }
        var found = reader.step(link.get(), from, wanted);
        if (found.isEmpty()) {
            throw SensorThingsRefused.unknown(text);
        }
        return new SensorThingsPath(link.get().target(), found, step, Optional.empty(), value, reference, text);
    }

    /// Which rows `a` belong to the collection.
    Piece where() {
        return by.map(step -> Piece.of(SensorThingsSql.on(step.link(), "a", "?"), step.id())).orElse(Piece.of("true"));
    }

    /// The id of the entity the collection hangs on, if it is of this kind.
    OptionalLong parent(SensorThingsModel kind) {
        return by.filter(step -> step.from() == kind).map(step -> OptionalLong.of(step.id()))
            .orElse(OptionalLong.empty());
    }

    /// The links a new entity has by where it is made.
    Map<String, Long> given() {
        if (by.isEmpty()) {
            return Map.of();
        }
        var from = by.get().from();
        var back = entity.links().stream().filter(link -> link.target() == from).findFirst();
        return back.map(link -> Map.of(link.name(), by.get().id())).orElse(Map.of());
    }
}
