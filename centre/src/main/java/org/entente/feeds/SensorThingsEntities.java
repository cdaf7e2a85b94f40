package org.entente.feeds;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.entente.feeds.SensorThingsModel.Kind;
import org.entente.feeds.SensorThingsModel.Link;
import org.entente.feeds.SensorThingsModel.Property;
import org.entente.kernel.Text;
import tools.jackson.databind.JsonNode;

/// Makes, changes and removes entities other than Observations, each call in the caller's transaction.
///
/// What belongs to the reference deployment is changed by configuration, never by a feed.
final class SensorThingsEntities {

    /// Observations that came inside a Datastream: kept after the entities are committed.
    record Inside(long datastream, JsonNode observation) {}

    private static final String OF_REFERENCE = """
        select 1 from sta.datastream d join sta.thing t on t.id = d.thing where t.sensor is not null and %s
        union all select 1 from sta.thing t where t.sensor is not null and %s
        union all select 1 from sta.thing t join sta.thing_location l on l.thing = t.id where t.sensor is not null and %s limit 1""";

    private final Connection connection;
    private final Instant now;
    private final List<Inside> observations = new ArrayList<>();

    SensorThingsEntities(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    List<Inside> observations() {
        return observations;
    }

    /// Makes one entity and everything inside it.
    ///
    /// @param given ids of the entities it is linked with by where it stands, by name of the link
    long create(SensorThingsModel entity, JsonNode body, Map<String, Long> given) throws SQLException {
        if (!body.isObject()) {
            throw SensorThingsRefused.bad("json", "A " + entity.one + " is a JSON object",
                "L’entité " + entity.one + " est un objet JSON");
        }
        var columns = new ArrayList<String>();
        var binds = new ArrayList<Object>();
        for (var property : entity.properties()) {
            if (!property.column().isEmpty()) {
                var value = body.path(property.name());
                if (value.isMissingNode() || value.isNull()) {
                    require(entity, property);
                } else {
                    columns.add(property.column());
                    binds.add(column(property, value));
                }
            }
        }
        for (var link : entity.links()) {
            if (!link.many()) {
                columns.add(link.column());
                binds.add(linked(entity, link, body.path(link.name()), given));
            }
        }
        long id = insert(entity, columns, binds);
        createInside(entity, id, body, given);
        return id;
    }

    private static void require(SensorThingsModel entity, Property property) {
        if (property.required()) {
            throw SensorThingsRefused.bad("missing", "A " + entity.one + " needs " + property.name(),
                "L’entité " + entity.one + " exige " + property.name());
        }
    }

    private static Object column(Property property, JsonNode value) {
        return switch (property.kind()) {
            case TEXT -> {
                if (!value.isString()) {
                    throw SensorThingsRefused.bad("json", property.name() + " is a text",
                        property.name() + " est un texte");
                }
                yield value.stringValue();
            }
            case TIME -> SensorThingsObservation.Phenomenon.parse(value.asString()).from().toString();
            case JSON -> value.toString();
            case ID, PERIOD, RESULT -> throw new AssertionError(property.name() + " is not written");
        };
    }

    /// The one entity on the other end: by where it stands, by id, or made now.
    private long linked(SensorThingsModel entity, Link link, JsonNode value, Map<String, Long> given)
        throws SQLException {
        boolean placed = given.containsKey(link.name());
        if (!placed && !value.isObject()) {
            throw SensorThingsRefused.bad("missing", "A " + entity.one + " needs a " + link.name(),
                "L’entité " + entity.one + " exige " + link.name());
        }
        var id = placed ? OptionalLong.of(given.get(link.name())) : reference(link, value);
        if (id.isPresent() && link.target() == SensorThingsModel.THING) {
            guard(link.target(), id.getAsLong());
        }
        return id.isPresent() ? id.getAsLong() : create(link.target(), value, Map.of());
    }

    /// The id a `{"@iot.id": n}` names; empty when the object is to be made.
    private OptionalLong reference(Link link, JsonNode value) throws SQLException {
        var id = value.path("@iot.id");
        if (id.isMissingNode()) {
            return OptionalLong.empty();
        }
        if (!id.isIntegralNumber() || !new SensorThingsReader(connection, now).exists(link.target(), id.longValue())) {
            throw SensorThingsRefused.bad("unknown", "There is no " + link.target().one + " " + id,
                "Introuvable : " + link.target().one + " " + id);
        }
        return OptionalLong.of(id.longValue());
    }

    private long insert(SensorThingsModel entity, List<String> columns, List<Object> binds) throws SQLException {
        var marks = new ArrayList<String>();
        columns.forEach(column -> marks.add(cast(entity, column)));
        try (var statement = connection
            .prepareStatement("insert into " + entity.table + " (" + String.join(", ", columns) + ") values ("
                + String.join(", ", marks) + ") returning id")) {
            bind(statement, binds);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static String cast(SensorThingsModel entity, String column) {
        return entity.properties().stream().filter(property -> property.column().equals(column)).map(Property::kind)
            .findFirst()
            .map(kind -> kind == Kind.JSON ? "?::jsonb" : kind == Kind.TIME ? "?::timestamptz" : "?").orElse("?");
    }

    private static void bind(PreparedStatement statement, List<Object> binds) throws SQLException {
        for (int i = 0; i < binds.size(); i++) {
            statement.setObject(i + 1, binds.get(i));
        }
    }

    /// What stands inside an entity on the many side of a link.
    private void createInside(SensorThingsModel entity, long id, JsonNode body, Map<String, Long> given)
        throws SQLException {
        switch (entity) {
            case THING -> {
                locate(id, targets(entity, "Locations", body));
                for (var datastream : each(body.path("Datastreams"))) {
                    create(SensorThingsModel.DATASTREAM, datastream, Map.of("Thing", id));
                }
            }
            case LOCATION -> {
                for (var thing : given.containsKey("Things")
                    ? List.of(given.get("Things"))
                    : targets(entity, "Things", body)) {
                    guard(SensorThingsModel.THING, thing);
                    locate(thing, List.of(id));
                }
            }
            case HISTORICAL_LOCATION -> {
                for (var location : targets(entity, "Locations", body)) {
                    run("insert into sta.historical_location_location values (?, ?)", id, location);
                }
            }
            case DATASTREAM ->
                each(body.path("Observations")).forEach(observation -> observations.add(new Inside(id, observation)));
            case SENSOR, OBSERVED_PROPERTY -> {
                for (var datastream : each(body.path("Datastreams"))) {
                    create(SensorThingsModel.DATASTREAM, datastream, Map.of(entity.one, id));
                }
            }
            case OBSERVATION, FEATURE -> {
            } // nothing inside
        }
    }

    private List<Long> targets(SensorThingsModel entity, String name, JsonNode body) throws SQLException {
        var ids = new ArrayList<Long>();
        var link = entity.link(name).orElseThrow();
        for (var value : each(body.path(name))) {
            var id = reference(link, value);
            ids.add(id.isPresent() ? id.getAsLong() : create(link.target(), value, Map.of()));
        }
        return ids;
    }

    private static Iterable<JsonNode> each(JsonNode value) {
        return value.isArray() ? value : value.isObject() ? List.of(value) : List.of();
    }

    /// Where a Thing is now; the place it was at stays in its history (18-088 table 4).
    private void locate(long thing, List<Long> locations) throws SQLException {
        if (locations.isEmpty()) {
            return;
        }
        run("delete from sta.thing_location where thing = ?", thing);
        long history = insert(SensorThingsModel.HISTORICAL_LOCATION, List.of("time", "thing"),
            List.of(now.toString(), thing));
        for (var location : locations) {
            run("insert into sta.thing_location values (?, ?)", thing, location);
            run("insert into sta.historical_location_location values (?, ?)", history, location);
        }
    }

    /// Changes what the body names and leaves the rest.
    void update(SensorThingsModel entity, long id, JsonNode body) throws SQLException {
        guard(entity, id);
        if (!body.isObject()) {
            throw SensorThingsRefused.bad("json", "A change is a JSON object", "Une modification est un objet JSON");
        }
        for (var link : entity.links()) {
            boolean known = !link.many() || link.target() == SensorThingsModel.LOCATION;
            for (var value : each(body.path(link.name()))) {
                if (!known || !value.has("@iot.id")) {
                    throw SensorThingsRefused.bad("inline",
                        "A change links with what exists, by @iot.id: " + link.name(),
                        "Une modification relie à l’existant, par @iot.id : " + link.name());
                }
            }
        }
        for (var property : entity.properties()) {
            var value = body.path(property.name());
            if (!property.column().isEmpty() && !value.isMissingNode()) {
                if (value.isNull()) {
                    require(entity, property);
                    run("update " + entity.table + " set " + property.column() + " = null where id = ?", id);
                } else {
                    run("update " + entity.table + " set " + property.column() + " = " + cast(entity, property.column())
                        + " where id = ?", column(property, value), id);
                }
            }
        }
        for (var link : entity.links()) {
            if (!link.many() && body.has(link.name())) {
                run("update " + entity.table + " set " + link.column() + " = ? where id = ?",
                    linked(entity, link, body.path(link.name()), Map.of()), id);
            }
        }
        if (entity == SensorThingsModel.THING) {
            locate(id, targets(entity, "Locations", body));
        }
    }

    /// Removes an entity and what cannot be without it (18-088 table 25). Observations stay in the record, unseen.
    void delete(SensorThingsModel entity, long id) throws SQLException {
        guard(entity, id);
        if (entity == SensorThingsModel.LOCATION) {
            run("delete from sta.historical_location where id in (select historical_location from sta.historical_location_location where location = ?)",
                id);
        }
        run("delete from " + entity.table + " where id = ?", id);
    }

    /// Refuses what would change the reference deployment.
    void guard(SensorThingsModel entity, long id) throws SQLException {
        var of = switch (entity) {
            case THING -> OF_REFERENCE.formatted("false", "t.id = ?", "false");
            case DATASTREAM -> OF_REFERENCE.formatted("d.id = ?", "false", "false");
            case SENSOR -> OF_REFERENCE.formatted("d.sensor = ?", "false", "false");
            case OBSERVED_PROPERTY -> OF_REFERENCE.formatted("d.observed_property = ?", "false", "false");
            case LOCATION -> OF_REFERENCE.formatted("false", "false", "l.location = ?");
            case HISTORICAL_LOCATION, OBSERVATION, FEATURE -> "select 1 where ? = 0";
        };
        try (var statement = connection.prepareStatement(of)) {
            statement.setLong(1, id);
            try (var row = statement.executeQuery()) {
                if (row.next()) {
                    throw new SensorThingsRefused(403, "reference", new Text(
                        "This belongs to the reference deployment; configuration changes it, not a feed",
                        "Ceci appartient au déploiement de référence ; la configuration le modifie, pas un capteur"),
                        0);
                }
            }
        }
    }

    private void run(String sql, Object... binds) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            bind(statement, List.of(binds));
            statement.executeUpdate();
        }
    }
}
