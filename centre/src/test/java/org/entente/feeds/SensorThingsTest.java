package org.entente.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.entente.feeds.ReferenceThings.Described;
import org.entente.feeds.ReferenceThings.Measures;
import org.entente.kernel.Position;
import org.entente.kernel.SensorId;
import org.entente.picture.Picture;
import org.entente.picture.PictureInput;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// SensorThings over real HTTP and a real database (OGC 18-088).
class SensorThingsTest {

    private static final Instant NIGHT = Instant.parse("2026-03-14T22:00:00Z");
    private static final AtomicReference<Instant> NOW = new AtomicReference<>(NIGHT);
    private static final List<PictureInput> TOLD = Collections.synchronizedList(new ArrayList<>());
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    static Path dir;
    private static SensorThingsHost host;
    private static String url;

    @BeforeAll
    static void start() throws Exception {
        host = new SensorThingsHost(dir, 0, NOW::get, TOLD::addAll);
        url = host.url();
    }

    @AfterAll
    static void stop() throws Exception {
        host.close();
    }

    @Test
    void a_thing_is_made_with_all_that_hangs_on_it_and_read_back() throws Exception {
        var thing = madeThing("Fence A");
        assertThat(get(thing + "?$expand=Locations,Datastreams($expand=Sensor,ObservedProperty)").toString())
            .contains("\"name\":\"Fence A\"", "\"coordinates\":[1.86,50.96]", "\"name\":\"FS-1\"",
                "\"name\":\"vibration\"");
        assertThat(get(thing + "/HistoricalLocations?$expand=Locations").path("value").get(0).path("Locations").size())
            .isEqualTo(1);
        assertThat(get(thing + "/name").toString()).isEqualTo("{\"name\":\"Fence A\"}");
        assertThat(send("GET", thing + "/name/$value", "").body()).isEqualTo("Fence A");
        assertThat(get(thing + "/Datastreams/$ref").path("value").get(0).path("@iot.selfLink").asString())
            .startsWith(url + "/Datastreams(");
        assertThat(get(datastream(thing) + "/Thing/$ref").toString())
            .isEqualTo("{\"@iot.selfLink\":\"" + thing + "\"}");
        assertThat(get(url).path("value").size()).isEqualTo(8);
    }

    @Test
    void an_observation_is_durable_once_and_told_to_the_picture() throws Exception {
        var datastream = datastream(madeThing("Fence B"));
        var body = "{\"phenomenonTime\":\"2026-03-14T22:59:59.123+01:00\",\"result\":12.30,\"resultTime\":\"2026-03-14T22:00:00Z\",\"parameters\":{\"gain\":3}}";
        var first = send("POST", datastream + "/Observations", body);
        assertThat(first.statusCode()).isEqualTo(201);
        var place = first.headers().firstValue("Location").orElseThrow();
        var again = send("POST", datastream + "/Observations", body);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.headers().firstValue("Location")).contains(place);
        var raw = send("GET", place, "").body();
        assertThat(raw).contains("\"result\":12.30", "\"phenomenonTime\":\"2026-03-14T21:59:59.123Z\"",
            "\"parameters\":{\"gain\":3}");
        assertThat(get(place + "/FeatureOfInterest").path("feature").path("coordinates").get(1).asDouble())
            .isEqualTo(50.96);
        assertThat(get(place + "/Datastream/Thing").path("name").asString()).isEqualTo("Fence B");
        assertThat(told(input -> place.endsWith("(" + input.seq() + ")"))).singleElement()
            .satisfies(input -> assertThat(((PictureInput.Observed) input).sensor().text()).startsWith("ds:"));
    }

    @Test
    void a_data_array_keeps_its_good_rows_and_names_the_bad_ones() throws Exception {
        var id = id(datastream(madeThing("Fence C")));
        var reply = send("POST", url + "/CreateObservations",
            "[{\"dataArray\":[[\"2026-03-14T21:00:00Z\",1],[\"yesterday\",2],[\"2026-03-14T21:00:02Z\"],"
                + "[\"2026-03-14T21:00:03Z\",{\"kind\":\"CUT\"}],[\"2026-03-14T21:00:00Z\",1]],\"components\":[\"phenomenonTime\",\"result\"],\"Datastream\":{\"@iot.id\":"
                + id + "}}]");
        assertThat(reply.statusCode()).isEqualTo(201);
        var urls = JSON.readTree(reply.body());
        assertThat(urls.get(0).asString()).startsWith(url + "/Observations(").isEqualTo(urls.get(4).asString());
        assertThat(List.of(urls.get(1).asString(), urls.get(2).asString())).containsOnly("error");
        assertThat(get(url + "/Datastreams(" + id + ")/Observations?$count=true").path("@iot.count").asInt())
            .isEqualTo(2);
        assertThat(get(url + "/Datastreams(" + id + ")").path("phenomenonTime").asString())
            .isEqualTo("2026-03-14T21:00:00Z/2026-03-14T21:00:03Z");
    }

    @Test
    void pages_follow_each_other_and_the_newest_is_one_row() throws Exception {
        var datastream = datastream(madeThing("Fence D"));
        observe(datastream, 25);
        var seen = new ArrayList<Integer>();
        for (var next = datastream
            + "/Observations?$top=10&$orderby=phenomenonTime%20desc&$filter=result%20lt%2024"; !next.isEmpty();) {
            var page = get(next);
            page.path("value").forEach(node -> seen.add(node.path("result").asInt()));
            next = page.path("@iot.nextLink").asString("");
        }
        assertThat(seen).hasSize(24).isSortedAccordingTo(Collections.reverseOrder());
        var newest = get(url + "/Datastreams?$filter=id%20eq%20" + id(datastream)
            + "&$expand=Observations($orderby=phenomenonTime%20desc;$top=1)").path("value").get(0);
        assertThat(newest.path("Observations").size()).isEqualTo(1);
        assertThat(newest.path("Observations").get(0).path("result").asInt()).isEqualTo(24);
        assertThat(get(newest.path("Observations@iot.nextLink").asString()).path("value").get(0).path("result").asInt())
            .isEqualTo(23);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "name eq 'Query one' | 1", "startswith(name,'Query') | 2", "substringof('two', name) | 1",
            "endswith(tolower(name), 'ONE') | 0",
            "startswith(name,'Query') and not (name eq 'Query one') | 1",
            "name eq 'Query one' or name eq 'Query two' | 2",
            "properties/zone eq 'Query one' | 1", "properties/number gt 6 and startswith(name,'Query') | 2",
            "length(name) eq 9 and startswith(name,'Query') | 2",
            "startswith(name,'Query') and Datastreams/Observations/result ge 2 | 2",
            "Datastreams/name eq 'v/Query two' | 1",
            "startswith(name,'Query') and Datastreams/Observations/phenomenonTime lt 2026-03-14T20:00:00Z | 0",
            "startswith(name,'Query') and Datastreams/Observations/result add 1 eq 3.0 | 2",
            "startswith(name,'Query') and year(Datastreams/Observations/phenomenonTime) eq 2026 | 2",
            "name eq 'O''Brien' | 0"})
    void a_filter_selects(String filter, int expected) throws Exception {
        if (get(url + "/Things?$filter=startswith(name,'Query')").path("value").isEmpty()) {
            observe(datastream(madeThing("Query one")), 3);
            observe(datastream(madeThing("Query two")), 3);
        }
        var found = get(url + "/Things?$orderby=name&$select=name&$filter="
            + java.net.URLEncoder.encode(filter, java.nio.charset.StandardCharsets.UTF_8)).path("value");
        assertThat(found.size()).as(found.toString()).isEqualTo(expected);
    }

    @Test
    void what_is_refused_is_told_in_both_languages_and_counted() throws Exception {
        var datastream = datastream(madeThing("Fence E"));
        var before = host.things.metrics().snapshot().malformed().values().stream().mapToLong(Long::longValue).sum();
        refused(400, "POST", datastream + "/Observations", "{not json");
        refused(400, "POST", datastream + "/Observations", "{}");
        refused(400, "POST", datastream + "/Observations", "{\"result\":1,\"phenomenonTime\":\"noon\"}");
        refused(400, "POST", datastream + "/Observations",
            "{\"result\":1,\"phenomenonTime\":\"2026-03-15T00:00:00Z\"}");
        refused(400, "POST", datastream + "/Observations",
            "{\"result\":1,\"phenomenonTime\":\"2025-03-15T00:00:00Z\"}");
        refused(413, "POST", datastream + "/Observations", "{\"result\":\"" + "x".repeat(5_000) + "\"}");
        refused(413, "POST", url + "/Observations", " ".repeat(5 << 20));
        refused(400, "POST", url + "/Observations", "{\"result\":1,\"Datastream\":{\"@iot.id\":99999}}");
        refused(404, "POST", url + "/Datastreams(99999)/Observations", "{\"result\":1}");
        refused(404, "GET", url + "/Elephants", "");
        refused(404, "GET", url + "/Things(99999)", "");
        refused(400, "GET", url + "/Things?$filter=name%20eq", "");
        refused(400, "GET", url + "/Things?$filter=nosuch%20eq%201", "");
        refused(400, "GET", url + "/Things?$top=many", "");
        refused(400, "POST", url + "/Things", "{\"name\":\"no description\"}");
        refused(405, "PUT", url + "/Things", "{}");
        refused(405, "OPTIONS", url + "/Things", "");
        assertThat(
            send("POST", datastream + "/Observations", "{\"result\":1,\"phenomenonTime\":\"2026-03-14T21:59:00Z\"}")
                .statusCode())
            .isEqualTo(201);
        assertThat(host.things.metrics().snapshot().malformed().values().stream().mapToLong(Long::longValue).sum())
            .isEqualTo(before + 17);
    }

    @Test
    void observations_are_append_only() throws Exception {
        var datastream = datastream(madeThing("Fence F"));
        observe(datastream, 1);
        var place = get(datastream + "/Observations").path("value").get(0).path("@iot.selfLink").asString();
        refused(405, "DELETE", place, "");
        refused(405, "PATCH", place, "{\"result\":2}");
    }

    @Test
    void entities_change_and_leave_and_take_their_datastreams_along() throws Exception {
        var thing = madeThing("Fence G");
        var datastream = datastream(thing);
        assertThat(send("PATCH", thing, "{\"name\":\"Fence H\"}").statusCode()).isEqualTo(200);
        assertThat(send("POST", thing + "/Locations",
            "{\"name\":\"new\",\"description\":\"d\",\"encodingType\":\"application/geo+json\",\"location\":{\"type\":\"Point\",\"coordinates\":[1,50]}}")
            .statusCode()).isEqualTo(201);
        refused(400, "PATCH", thing, "{\"Locations\":[{\"name\":\"inline\"}]}");
        assertThat(get(thing + "?$expand=HistoricalLocations").path("HistoricalLocations").size()).isEqualTo(2);
        assertThat(get(thing + "/Locations").path("value").size()).isEqualTo(1);
        assertThat(send("DELETE", thing, "").statusCode()).isEqualTo(200);
        refused(404, "GET", datastream, "");
        refused(400, "POST", url + "/Observations",
            "{\"result\":1,\"Datastream\":{\"@iot.id\":" + id(datastream) + "}}");
    }

    @Test
    void what_describes_a_person_is_dropped_before_it_is_kept() throws Exception {
        var before = host.things.metrics().snapshot().personAttributes();
        var datastream = datastream(madeThing("Camera"));
        send("POST", datastream + "/Observations",
            "{\"result\":{\"confidence\":0.9,\"Gender\":\"male\",\"object\":{\"estimated_age\":[30,40],\"nationalité\":\"x\",\"speed\":2}},"
                + "\"parameters\":{\"humanFace\":{\"hair\":1},\"zone\":\"Z1\"}}");
        assertThat(send("GET", datastream + "/Observations", "").body())
            .contains("{\"confidence\":0.9,\"object\":{\"speed\":2}}", "{\"zone\":\"Z1\"}")
            .doesNotContainIgnoringCase("gender").doesNotContain("age\"", "nationalit", "Face");
        var person = send("POST", url + "/Things",
            "{\"name\":\"t\",\"description\":\"d\",\"properties\":{\"religion\":\"x\",\"zone\":\"Z1\"}}");
        assertThat(get(person.headers().firstValue("Location").orElseThrow() + "/properties").toString())
            .isEqualTo("{\"properties\":{\"zone\":\"Z1\"}}");
        assertThat(host.things.metrics().snapshot().personAttributes()).isEqualTo(before + 5);
    }

    @Test
    void the_reference_sensors_are_seeded_once_and_speak_under_their_names() throws Exception {
        var sensors = List.of(
            new Described(new SensorId("CAL-FIB-012"), "Clôture 12", "FENCE_FIBRE", new Position(50.96, 1.86),
                List.of(new Measures("vibration", "g"))),
            new Described(new SensorId("COQ-CO2-001"), "Probe 1", "CO2", new Position(50.93, 1.81),
                List.of(new Measures("co2", "ppm"))));
        assertThat(ReferenceThings.seed(host.database.app(), NOW::get, sensors)).isEqualTo(6);
        assertThat(ReferenceThings.seed(host.database.app(), NOW::get, sensors)).isZero();
        var datastream = get(url + "/Datastreams?$filter=name%20eq%20'CAL-FIB-012/vibration'").path("value").get(0)
            .path("@iot.selfLink").asString();
        send("POST", datastream + "/Observations", "{\"result\":4.5}");
        assertThat(
            told(input -> input instanceof PictureInput.Observed one && one.sensor().text().equals("CAL-FIB-012")))
            .singleElement().satisfies(input -> assertThat(((PictureInput.Observed) input).property()
                + ((PictureInput.Observed) input).value()).isEqualTo("vibration4.5"));
        refused(403, "DELETE", datastream, "");
        refused(403, "PATCH", datastream + "/Thing", "{\"name\":\"other\"}".replace("other", "x")); // reached over the link
        refused(403, "DELETE", get(datastream + "/Sensor").path("@iot.selfLink").asString(), "");
        refused(403, "POST", get(datastream + "/Thing").path("@iot.selfLink").asString() + "/Datastreams",
            DATASTREAM.formatted("x", "x"));
    }

    @Test
    void an_officers_finding_is_nothing_that_a_feed_can_say() throws Exception {
        ReferenceThings.seed(host.database.app(), NOW::get,
            List.of(new Described(new SensorId("CAL-FIB-013"), "Clôture 13", "FENCE_FIBRE", new Position(50.96, 1.87),
                List.of(new Measures("vibration", "g"), new Measures(Picture.VERDICT, "")))));
        var datastream = get(url + "/Datastreams?$filter=name%20eq%20'CAL-FIB-013/verdict'").path("value").get(0)
            .path("@iot.selfLink").asString();
        refused(403, "POST", datastream + "/Observations", "{\"result\":true}");
        refused(403, "POST", url + "/Observations",
            "{\"result\":true,\"Datastream\":{\"@iot.id\":" + id(datastream) + "}}");
        var rows = send("POST", url + "/CreateObservations", "[{\"Datastream\":{\"@iot.id\":" + id(datastream)
            + "},\"components\":[\"result\"],\"dataArray\":[[true],[false]]}]");
        assertThat(rows.body()).isEqualTo("[\"error\",\"error\"]");
        assertThat(get(datastream + "/Observations").path("value")).isEmpty();
        assertThat(host.things.metrics().snapshot().malformed()).containsEntry("verdict", 4L);
    }

    @Test
    void a_batch_answers_each_request() throws Exception {
        var id = id(datastream(madeThing("Fence I")));
        var reply = send("POST", url + "/$batch",
            "{\"requests\":[{\"id\":\"1\",\"method\":\"post\",\"url\":\"Observations\",\"body\":{\"result\":7,\"Datastream\":{\"@iot.id\":"
                + id + "}}},"
                + "{\"id\":\"2\",\"method\":\"post\",\"url\":\"Observations\",\"body\":{\"result\":7}},{\"id\":\"3\",\"method\":\"get\",\"url\":\"Datastreams("
                + id + ")/Observations?$select=result\"}]}");
        var responses = JSON.readTree(reply.body()).path("responses");
        assertThat(List.of(responses.get(0).path("status").asInt(), responses.get(1).path("status").asInt(),
            responses.get(2).path("status").asInt())).containsExactly(201, 400, 200);
        assertThat(responses.get(2).path("body").path("value").get(0).path("result").asInt()).isEqualTo(7);
    }

    private static final String DATASTREAM = """
        {"name":"v/%s","description":"%s","observationType":"http://www.opengis.net/def/observationType/OGC-OM/2.0/OM_Measurement",
         "unitOfMeasurement":{"name":"g","symbol":"g","definition":"g"},"Sensor":{"name":"FS-1","description":"fence","encodingType":"text/plain","metadata":"m"},
         "ObservedProperty":{"name":"vibration","definition":"urn:v","description":"v"}}""";

    /// What the picture was told; it is told just after the answer, by the writer's own thread.
    private static List<PictureInput> told(Predicate<PictureInput> wanted) throws InterruptedException {
        for (int attempt = 0; attempt < 400; attempt++) {
            synchronized (TOLD) {
                var found = TOLD.stream().filter(wanted).toList();
                if (!found.isEmpty()) {
                    return found;
                }
            }
            Thread.sleep(25);
        }
        return List.of();
    }

    private static String madeThing(String name) throws Exception {
        var reply = send("POST", url + "/Things",
            """
                {"name":"%s","description":"d","properties":{"zone":"%s","number":7},
                 "Locations":[{"name":"l","description":"l","encodingType":"application/geo+json","location":{"type":"Point","coordinates":[1.86,50.96]}}],
                 "Datastreams":[%s]}"""
                .formatted(name, name, DATASTREAM.formatted(name, name)));
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(201);
        return reply.headers().firstValue("Location").orElseThrow();
    }

    private static String datastream(String thing) throws Exception {
        return get(thing + "/Datastreams").path("value").get(0).path("@iot.selfLink").asString();
    }

    private static String id(String place) {
        return place.replaceAll(".*\\((\\d+)\\)$", "$1");
    }

    private static void observe(String datastream, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            send("POST", datastream + "/Observations",
                "{\"phenomenonTime\":\"" + NIGHT.minus(Duration.ofMinutes(100 - i)) + "\",\"result\":" + i + "}");
        }
    }

    private static void refused(int status, String method, String where, String body) throws Exception {
        var reply = send(method, where, body);
        assertThat(reply.statusCode()).as(method + " " + where + " " + reply.body()).isEqualTo(status);
        var error = JSON.readTree(reply.body());
        assertThat(error.path("code").asInt()).isEqualTo(status);
        assertThat(error.path("type").asString()).isEqualTo("error");
        assertThat(error.path("message").asString()).contains(" / ");
    }

    private static JsonNode get(String where) throws Exception {
        var reply = send("GET", where, "");
        assertThat(reply.statusCode()).as(where + " " + reply.body()).isEqualTo(200);
        return JSON.readTree(reply.body());
    }

    private static HttpResponse<String> send(String method, String where, String body) throws Exception {
        var publisher = body.isEmpty()
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
        return CLIENT.send(
            HttpRequest.newBuilder(URI.create(where.replace("|", "%7C"))).method(method, publisher).build(),
            HttpResponse.BodyHandlers.ofString());
    }
}
