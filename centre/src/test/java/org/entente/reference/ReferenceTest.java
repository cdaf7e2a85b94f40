package org.entente.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.entente.access.Role;
import org.entente.kernel.Classification;
import org.entente.kernel.PlaceId;
import org.entente.kernel.Purpose;
import org.entente.picture.SensorKind;
import org.entente.picture.ZoneKind;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The reference deployment is whole: as many of everything as was decided, nothing pointing nowhere, both languages everywhere.
final class ReferenceTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final double METRES_A_DEGREE = 111_250;
    private static final Map<SensorKind, String> SAYS = Map.of(SensorKind.FENCE_FIBRE, "vibration", SensorKind.INFRARED,
        "presence",
        SensorKind.TUNNEL, "presence", SensorKind.WATER, "presence", SensorKind.RADAR, "detection", SensorKind.BEAM,
        "broken",
        SensorKind.CO2, "co2", SensorKind.HEARTBEAT, "heartbeat", SensorKind.SMOKE, "smoke", SensorKind.POWER, "power");

    @Test
    void it_is_as_large_as_the_centre_that_was_built() {
        assertThat(rows("sites")).hasSize(4);
        assertThat(rows("sensors")).hasSize(500);
        assertThat(rows("cameras")).hasSize(200);
        assertThat(rows("units")).hasSize(60);
        assertThat(rows("desks").size()).isBetween(28, 34);
        assertThat(rows("zones").stream().filter(zone -> is(zone, "kind", "FENCE"))).hasSize(200);
        assertThat(rows("zones").stream().mapToInt(zone -> zone.path("lengthM").asInt(0)).sum()).isBetween(38_000,
            42_000);
    }

    @Test
    void every_id_stands_once_and_is_a_name() {
        for (var file : List.of("agencies", "desks", "sites", "zones", "sensors", "cameras", "units", "procedures",
            "outcomes", "kinds", "instructions")) {
            var ids = rows(file).stream().map(row -> new PlaceId(row.get("id").asString())).toList();
            assertThat(ids).as(file).doesNotHaveDuplicates();
        }
        assertThat(rows("units").stream().map(unit -> unit.get("callsign").asString())).doesNotHaveDuplicates();
        assertThat(rows("procedures").stream().flatMap(one -> list(one.get("steps")).stream())
            .map(step -> step.get("id").asString())).doesNotHaveDuplicates();
    }

    @Test
    void everything_that_is_named_exists() {
        pointsTo("desks", "agency", "agencies");
        pointsTo("units", "agency", "agencies");
        pointsTo("zones", "site", "sites");
        pointsTo("sensors", "site", "sites");
        pointsTo("sensors", "zone", "zones");
        pointsTo("cameras", "site", "sites");
        pointsTo("cameras", "zone", "zones");
        pointsTo("procedures", "kind", "kinds");
        var zones = byId("zones");
        assertThat(rows("sensors"))
            .allMatch(sensor -> zones.get(sensor.get("zone").asString()).get("site").equals(sensor.get("site")));
    }

    @Test
    void the_words_are_those_the_house_knows() {
        assertThat(rows("zones")).allSatisfy(zone -> ZoneKind.valueOf(zone.get("kind").asString()));
        assertThat(rows("sensors")).allSatisfy(sensor -> SensorKind.valueOf(sensor.get("kind").asString()));
        assertThat(rows("desks")).allSatisfy(desk -> {
            Role.valueOf(desk.get("role").asString());
            Classification.valueOf(desk.get("clearance").asString());
            assertThat(list(desk.get("purposes"))).isNotEmpty()
                .allSatisfy(purpose -> Purpose.valueOf(purpose.asString()));
        });
    }

    @Test
    void everything_people_read_is_in_both_languages() {
        for (var file : List.of("agencies", "desks", "sites", "zones", "sensors", "cameras", "units", "procedures",
            "outcomes", "kinds", "instructions")) {
            assertThat(rows(file)).as(file).allSatisfy(row -> bilingual(row.get("name")));
        }
        bilingual(read("/reference/centre.json").get("name"));
        assertThat(rows("procedures")).allSatisfy(one -> assertThat(list(one.get("steps"))).hasSizeBetween(6, 10)
            .allSatisfy(step -> bilingual(step.get("text"))));
    }

    @Test
    void both_states_sit_at_the_desks_and_command_is_french() {
        var desks = rows("desks");
        assertThat(desks.stream().map(desk -> desk.get("state").asString())).contains("FR", "GB");
        assertThat(desks.stream().filter(desk -> is(desk, "role", "COMMANDER"))).hasSize(1)
            .allMatch(desk -> is(desk, "state", "FR"));
        assertThat(desks.stream().filter(desk -> is(desk, "role", "GOLD")).map(desk -> desk.get("state").asString()))
            .containsExactlyInAnyOrder("FR", "GB");
        assertThat(rows("units").stream().filter(unit -> is(unit, "state", "GB"))).isNotEmpty()
            .allMatch(unit -> is(unit, "kind", "SEARCH") || is(unit, "kind", "DOG"));
    }

    @Test
    void every_kind_of_incident_has_its_procedure_and_one_saves_life_first() {
        assertThat(rows("procedures").stream().map(one -> one.get("kind").asString()))
            .containsExactlyInAnyOrderElementsOf(byId("kinds").keySet());
        var kinds = byId("kinds");
        assertThat(rows("procedures"))
            .allMatch(one -> one.get("lifeAtRisk").equals(kinds.get(one.get("kind").asString()).get("lifeAtRisk")));
        assertThat(rows("kinds"))
            .allMatch(kind -> kind.get("lifeAtRisk").asBoolean() == (kind.get("priority").asInt() == 1));
    }

    @Test
    void every_sensor_says_what_its_kind_says_and_how_it_feels() {
        assertThat(rows("sensors")).allSatisfy(
            sensor -> assertThat(list(sensor.get("properties")).stream().map(one -> one.get("property").asString()))
                .containsExactly(SAYS.get(SensorKind.valueOf(sensor.get("kind").asString())), "health"));
        assertThat(rows("sensors").stream().map(sensor -> sensor.get("kind").asString()).distinct())
            .hasSize(SensorKind.values().length - 1); // cameras have a list of their own
    }

    @Test
    void every_fence_section_says_on_which_side_outside_is() {
        assertThat(rows("zones")).filteredOn(zone -> zone.get("kind").asString().equals("FENCE"))
            .allSatisfy(zone -> assertThat(zone.get("outside").asString()).isIn("LEFT", "RIGHT"));
    }

    @Test
    void every_sensor_and_camera_stands_in_or_near_its_zone() {
        var zones = byId("zones");
        for (var thing : Stream.concat(rows("sensors").stream(), rows("cameras").stream()).toList()) {
            var shape = points(zones.get(thing.get("zone").asString()).get("geometry").get("coordinates"));
            assertThat(distance(thing.get("position"), shape)).as(thing.get("id").asString()).isLessThan(300);
        }
    }

    @Test
    void the_base_map_is_small_and_its_plan_is_in_both_languages() throws IOException {
        assertThat(bytes("/basemap/coast.geojson")).isLessThan(400_000);
        assertThat(list(read("/basemap/coast.geojson").get("features")).stream()
            .map(one -> one.at("/properties/kind").asString())).contains("land", "coast");
        var sites = byId("sites").keySet();
        assertThat(list(read("/basemap/siteplan.geojson").get("features"))).hasSizeGreaterThan(100).allSatisfy(one -> {
            assertThat(one.at("/properties/name_en").asString()).isNotBlank();
            assertThat(one.at("/properties/name_fr").asString()).isNotBlank();
            assertThat(sites).contains(one.at("/properties/site").asString());
        });
        assertThat(bytes("/basemap/LICENCE.md")).isPositive();
    }

    private static void pointsTo(String file, String field, String target) {
        Set<String> known = byId(target).keySet();
        assertThat(rows(file)).as(file + " " + field)
            .allSatisfy(row -> assertThat(known).contains(row.get(field).asString()));
    }

    private static void bilingual(JsonNode text) {
        assertThat(text.get("en").asString()).isNotBlank();
        assertThat(text.get("fr").asString()).isNotBlank();
    }

    private static boolean is(JsonNode row, String field, String value) {
        return row.get(field).asString().equals(value);
    }

    /// Metres from a point to the nearest side of a shape.
    private static double distance(JsonNode position, List<double[]> shape) {
        double nearest = Double.MAX_VALUE;
        double k = Math.cos(Math.toRadians(51));
        for (int i = 0; i + 1 < shape.size(); i++) {
            double ax = (shape.get(i)[0] - position.get(0).asDouble()) * k;
            double ay = shape.get(i)[1] - position.get(1).asDouble();
            double bx = (shape.get(i + 1)[0] - position.get(0).asDouble()) * k;
            double by = shape.get(i + 1)[1] - position.get(1).asDouble();
            double square = (bx - ax) * (bx - ax) + (by - ay) * (by - ay);
            double along = square == 0 ? 0 : Math.clamp(-(ax * (bx - ax) + ay * (by - ay)) / square, 0, 1);
            nearest = Math.min(nearest, Math.hypot(ax + along * (bx - ax), ay + along * (by - ay)));
        }
        return nearest * METRES_A_DEGREE;
    }

    private static List<double[]> points(JsonNode coordinates) {
        var line = coordinates.get(0).get(0).isArray() ? coordinates.get(0) : coordinates;
        var found = new ArrayList<double[]>();
        line.forEach(point -> found.add(new double[]{point.get(0).asDouble(), point.get(1).asDouble()}));
        return found;
    }

    private static Map<String, JsonNode> byId(String file) {
        var found = new TreeMap<String, JsonNode>();
        rows(file).forEach(row -> found.put(row.get("id").asString(), row));
        return found;
    }

    private static List<JsonNode> rows(String file) {
        var rows = list(read("/reference/" + file + ".json"));
        assertThat(new HashSet<>(rows)).hasSameSizeAs(rows);
        return rows;
    }

    private static List<JsonNode> list(JsonNode array) {
        var found = new ArrayList<JsonNode>();
        array.forEach(found::add);
        return found;
    }

    private static JsonNode read(String path) {
        return JSON.readTree(open(path));
    }

    private static int bytes(String path) throws IOException {
        try (var in = open(path)) {
            return in.readAllBytes().length;
        }
    }

    private static InputStream open(String path) {
        var in = ReferenceTest.class.getResourceAsStream(path);
        assertThat(in).as(path).isNotNull();
        return in;
    }
}
