package org.entente.feeds;

import java.util.List;
import java.util.Optional;

/// The eight entity sets of SensorThings 1.1 Sensing (18-088 clause 8) and where their values are in the tables.
///
/// In SQL `{c}` stands for the alias of the row spoken of, `{p}` for the id of the row it hangs on.
enum SensorThingsModel {
    THING("Thing", "Things", "sta.thing", "id"),
    LOCATION("Location", "Locations", "sta.location", "id"),
    HISTORICAL_LOCATION("HistoricalLocation", "HistoricalLocations", "sta.historical_location", "id"),
    DATASTREAM("Datastream", "Datastreams", "sta.datastream", "id"),
    SENSOR("Sensor", "Sensors", "sta.sensor", "id"),
    OBSERVED_PROPERTY("ObservedProperty", "ObservedProperties", "sta.observed_property", "id"),
    OBSERVATION("Observation", "Observations", "sta.observation", "seq"),
    FEATURE("FeatureOfInterest", "FeaturesOfInterest", "sta.feature", "id");

    /// What kind of value a property has: how it is compared and how it is written.
    enum Kind { ID, TEXT, JSON, TIME, PERIOD, RESULT }

    /// @param sql the value; for a PERIOD its begin
    /// @param until the end of a PERIOD, else empty
    /// @param column the column a client may write, empty when the server makes the value
    /// @param required a client must give it when it creates the entity
    record Property(String name, Kind kind, String sql, String until, String column, boolean required) {}

    /// @param on condition between a row `{c}` of the target and the id `{p}` of the row it belongs to
    /// @param column for a link to one, the column of our own table that holds it; empty when it is not kept there
    record Link(String name, SensorThingsModel target, boolean many, String on, String column) {}

    final String one;
    final String set;
    final String table;
    final String id;

    SensorThingsModel(String one, String set, String table, String id) {
        this.one = one;
        this.set = set;
        this.table = table;
        this.id = id;
    }

    static Optional<SensorThingsModel> ofSet(String name) {
        return List.of(values()).stream().filter(entity -> entity.set.equals(name)).findFirst();
    }

    /// Its own values, in the order they are written.
    List<Property> properties() {
        return switch (this) {
            case THING -> THING_PROPERTIES;
            case LOCATION -> LOCATION_PROPERTIES;
            case HISTORICAL_LOCATION -> HISTORICAL_LOCATION_PROPERTIES;
            case DATASTREAM -> DATASTREAM_PROPERTIES;
            case SENSOR -> SENSOR_PROPERTIES;
            case OBSERVED_PROPERTY -> OBSERVED_PROPERTY_PROPERTIES;
            case OBSERVATION -> OBSERVATION_PROPERTIES;
            case FEATURE -> FEATURE_PROPERTIES;
        };
    }

    /// What it is connected with.
    List<Link> links() {
        return switch (this) {
            case THING -> THING_LINKS;
            case LOCATION -> LOCATION_LINKS;
            case HISTORICAL_LOCATION -> HISTORICAL_LOCATION_LINKS;
            case DATASTREAM -> DATASTREAM_LINKS;
            case SENSOR -> SENSOR_LINKS;
            case OBSERVED_PROPERTY -> OBSERVED_PROPERTY_LINKS;
            case OBSERVATION -> OBSERVATION_LINKS;
            case FEATURE -> FEATURE_LINKS;
        };
    }

    Optional<Property> property(String name) {
        return name.equals("id") || name.equals("@iot.id")
            ? Optional.of(new Property("id", Kind.ID, "{c}." + id, "", "", false))
            : properties().stream().filter(property -> property.name().equals(name)).findFirst();
    }

    Optional<Link> link(String name) {
        return links().stream().filter(link -> link.name().equals(name)).findFirst();
    }

    private static Property text(String name) {
        return new Property(name, Kind.TEXT, "{c}." + name, "", name, true);
    }

    private static Property text(String name, String column) {
        return new Property(name, Kind.TEXT, "{c}." + column, "", column, true);
    }

    private static Property json(String name, String column, boolean required) {
        return new Property(name, Kind.JSON, "{c}." + column, "", column, required);
    }

    private static Property more(String name) {
        return new Property(name, Kind.JSON, "({c}.more::jsonb -> '" + name + "')", "", "", false);
    }

    private static Link one(String name, SensorThingsModel target, String from, String fromId, String column) {
        return new Link(name, target, false,
            "{c}.id = (select own." + column + " from " + from + " own where own." + fromId + " = {p})", column);
    }

    private static Link many(String name, SensorThingsModel target, String on) {
        return new Link(name, target, true, on, "");
    }

    private static Link through(String name, SensorThingsModel target, String table, String column, String back) {
        return new Link(name, target, true,
            "{c}.id in (select x." + column + " from " + table + " x where x." + back + " = {p})", "");
    }

    private static final Property NAME = text("name");
    private static final Property DESCRIPTION = text("description");
    private static final Property ENCODING = text("encodingType", "encoding");
    private static final Property PROPERTIES = json("properties", "properties", false);

    private static final List<Property> THING_PROPERTIES = List.of(NAME, DESCRIPTION, PROPERTIES);
    private static final List<Property> LOCATION_PROPERTIES = List.of(NAME, DESCRIPTION, ENCODING,
        json("location", "location", true), PROPERTIES);
    private static final List<Property> HISTORICAL_LOCATION_PROPERTIES = List
        .of(new Property("time", Kind.TIME, "{c}.time", "", "time", true));
    private static final List<Property> DATASTREAM_PROPERTIES = List.of(NAME, DESCRIPTION,
        text("observationType", "observation_type"),
        json("unitOfMeasurement", "unit", true), json("observedArea", "observed_area", false),
        new Property("phenomenonTime", Kind.PERIOD,
            "(select l.oldest from sta.last_value l where l.datastream = {c}.id)",
            "(select l.phenomenon from sta.last_value l where l.datastream = {c}.id)", "", false),
        PROPERTIES);
    private static final List<Property> SENSOR_PROPERTIES = List.of(NAME, DESCRIPTION, ENCODING,
        json("metadata", "metadata", true), PROPERTIES);
    private static final List<Property> OBSERVED_PROPERTY_PROPERTIES = List.of(NAME, text("definition"), DESCRIPTION,
        PROPERTIES);
    private static final List<Property> OBSERVATION_PROPERTIES = List.of(
        new Property("phenomenonTime", Kind.PERIOD, "{c}.phenomenon", "{c}.phenomenon_end", "", false),
        new Property("resultTime", Kind.TIME, "{c}.result_time", "", "", false),
        new Property("result", Kind.RESULT, "{c}.result", "", "", true),
        more("resultQuality"), more("validTime"), more("parameters"));
    private static final List<Property> FEATURE_PROPERTIES = List.of(NAME, DESCRIPTION, ENCODING,
        json("feature", "feature", true), PROPERTIES);

    private static final List<Link> THING_LINKS = List.of(
        through("Locations", LOCATION, "sta.thing_location", "location", "thing"),
        many("HistoricalLocations", HISTORICAL_LOCATION, "{c}.thing = {p}"),
        many("Datastreams", DATASTREAM, "{c}.thing = {p}"));
    private static final List<Link> LOCATION_LINKS = List.of(
        through("Things", THING, "sta.thing_location", "thing", "location"),
        through("HistoricalLocations", HISTORICAL_LOCATION, "sta.historical_location_location", "historical_location",
            "location"));
    private static final List<Link> HISTORICAL_LOCATION_LINKS = List.of(
        one("Thing", THING, "sta.historical_location", "id", "thing"),
        through("Locations", LOCATION, "sta.historical_location_location", "location", "historical_location"));
    private static final List<Link> DATASTREAM_LINKS = List.of(one("Thing", THING, "sta.datastream", "id", "thing"),
        one("Sensor", SENSOR, "sta.datastream", "id", "sensor"),
        one("ObservedProperty", OBSERVED_PROPERTY, "sta.datastream", "id", "observed_property"),
        many("Observations", OBSERVATION, "{c}.datastream = {p}"));
    private static final List<Link> SENSOR_LINKS = List.of(many("Datastreams", DATASTREAM, "{c}.sensor = {p}"));
    private static final List<Link> OBSERVED_PROPERTY_LINKS = List
        .of(many("Datastreams", DATASTREAM, "{c}.observed_property = {p}"));
    private static final List<Link> OBSERVATION_LINKS = List.of(
        one("Datastream", DATASTREAM, "sta.observation", "seq", "datastream"),
        one("FeatureOfInterest", FEATURE, "sta.observation", "seq", "feature"));
    private static final List<Link> FEATURE_LINKS = List.of(many("Observations", OBSERVATION, "{c}.feature = {p}"));
}
