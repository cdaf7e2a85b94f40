package org.entente.feeds;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.entente.kernel.Position;
import org.entente.kernel.SensorId;
import tools.jackson.databind.node.ObjectNode;

/// The sensors of the reference deployment as SensorThings entities.
public final class ReferenceThings {

    /// One thing a sensor measures, with its unit's symbol; an empty unit for words and truth values.
    public record Measures(String property, String unit) {}

    private static final String DATASTREAM = """
        select d.id from sta.datastream d join sta.thing t on t.id = d.thing where t.sensor = ? and d.name = ?""";

    /// One sensor: a Thing, its Location, and a Datastream `<id>/<property>` for each property and for `health`.
    public record Described(SensorId id, String name, String kind, Position where, List<Measures> measures) {}

    private static final long LOCK = 0x656e74656e746502L;

    private ReferenceThings() {}

    /// Makes what is missing, in one transaction; run at every start. A sensor that is there stays as it is, but gets the
    /// Datastreams it has not. Returns how many Things and Datastreams were made.
    ///
    /// @throws IllegalStateException the database refuses
    public static int seed(DataSource source, InstantSource clock, List<Described> sensors) {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                run(connection, "select pg_advisory_xact_lock(" + LOCK + ")");
                int made = 0;
                var entities = new SensorThingsEntities(connection, clock.instant());
                for (var sensor : sensors) {
                    made += seed(connection, entities, sensor);
                }
                connection.commit();
                return made;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException fault) {
            throw new IllegalStateException("the reference sensors cannot be seeded", fault);
        }
    }

    private static int seed(Connection connection, SensorThingsEntities entities, Described sensor)
        throws SQLException {
        int made = 0;
        var known = find(connection, "select id from sta.thing where sensor = ?", sensor.id().text());
        long thing;
        if (known.isPresent()) {
            thing = known.get();
            run(connection, "update sta.thing set sensor = null where id = " + thing); // open for the Datastreams below
        } else {
            thing = entities.create(SensorThingsModel.THING, thing(sensor), Map.of());
            made++;
        }
        for (var measures : all(sensor)) {
            var name = sensor.id() + "/" + measures.property();
            if (find(connection, "select id from sta.datastream where thing = " + thing + " and name = ?", name)
                .isEmpty()) {
                entities.create(SensorThingsModel.DATASTREAM, datastream(connection, entities, sensor, measures, name),
                    Map.of("Thing", thing));
                made++;
            }
        }
        try (var statement = connection.prepareStatement("update sta.thing set sensor = ? where id = ?")) {
            statement.setString(1, sensor.id().text());
            statement.setLong(2, thing);
            statement.executeUpdate();
        }
        return made;
    }

    /// The Datastream of a sensor's property, if the deployment has one.
    public static Optional<Long> datastream(DataSource source, SensorId sensor, String property) {
        try (var connection = source.getConnection(); var statement = connection.prepareStatement(DATASTREAM)) {
            statement.setString(1, sensor.text());
            statement.setString(2, sensor + "/" + property);
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        } catch (SQLException fault) {
            throw new IllegalStateException("the Datastreams cannot be read", fault);
        }
    }

    private static List<Measures> all(Described sensor) {
        var all = new java.util.ArrayList<>(sensor.measures());
        if (all.stream().noneMatch(measures -> measures.property().equals("health"))) {
            all.add(new Measures("health", ""));
        }
        return all;
    }

    private static ObjectNode thing(Described sensor) {
        var thing = SensorThingsJson.MAPPER.createObjectNode().put("name", sensor.name()).put("description",
            sensor.kind());
        thing.putObject("properties").put("sensor", sensor.id().text()).put("kind", sensor.kind());
        var location = thing.putArray("Locations").addObject().put("name", sensor.name())
            .put("description", sensor.kind()).put("encodingType", "application/geo+json");
        location.putObject("location").put("type", "Point").putArray("coordinates").add(sensor.where().lon())
            .add(sensor.where().lat());
        return thing;
    }

    private static ObjectNode datastream(Connection connection, SensorThingsEntities entities, Described sensor,
        Measures measures, String name) throws SQLException {
        var kind = "http://www.opengis.net/def/observationType/OGC-OM/2.0/"
            + (measures.unit().isEmpty() ? "OM_Observation" : "OM_Measurement");
        var datastream = SensorThingsJson.MAPPER.createObjectNode().put("name", name).put("description", sensor.name())
            .put("observationType", kind);
        datastream.putObject("unitOfMeasurement").put("name", measures.unit()).put("symbol", measures.unit())
            .put("definition", "");
        datastream.putObject("ObservedProperty").put("@iot.id",
            observedProperty(connection, entities, measures.property()));
        datastream.putObject("Sensor").put("@iot.id", sensor(connection, entities, sensor.kind()));
        return datastream;
    }

    private static long observedProperty(Connection connection, SensorThingsEntities entities, String property)
        throws SQLException {
        var definition = "urn:entente:property:" + property;
        var known = find(connection, "select id from sta.observed_property where definition = ? order by id limit 1",
            definition);
        return known.isPresent()
            ? known.get()
            : entities.create(SensorThingsModel.OBSERVED_PROPERTY,
                SensorThingsJson.MAPPER.createObjectNode().put("name", property).put("definition", definition)
                    .put("description", property),
                Map.of());
    }

    private static long sensor(Connection connection, SensorThingsEntities entities, String kind) throws SQLException {
        var known = find(connection,
            "select id from sta.sensor where encoding = 'text/plain' and metadata = to_jsonb(?::text) order by id limit 1",
            "urn:entente:kind:" + kind);
        return known.isPresent()
            ? known.get()
            : entities.create(SensorThingsModel.SENSOR, SensorThingsJson.MAPPER.createObjectNode().put("name", kind)
                .put("description", kind).put("encodingType", "text/plain").put("metadata", "urn:entente:kind:" + kind),
                Map.of());
    }

    private static Optional<Long> find(Connection connection, String sql, String text) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, text);
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
