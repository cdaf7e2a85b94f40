package org.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.entente.access.Role;
import org.entente.kernel.Purpose;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// One alarm followed through the house: a fence fibre, an officer, a British proposal, a French approval, a unit's device, an
/// outcome, the report, the replay. Over the public protocols only; each step builds on the one before.
@TestMethodOrder(MethodName.class)
class S02_FromFenceToReportTest {

    private static final String FIBRE = "CAL-FIB-012";

    @TempDir
    private static Path data;
    private static RunningCentre running;
    private static RunningCentre.Visitor french;
    private static RunningCentre.Visitor british;
    private static RunningCentre.Visitor command;
    private static EventStream events;
    private static String token;
    private static String alarm;
    private static String incident;
    private static String task;

    @BeforeAll
    static void start() throws Exception {
        running = RunningCentre.on(data);
        french = running.sitDown(running.account(Role.OFFICER, "FR"), Purpose.OPERATIONS);
        british = running.sitDown(running.account(Role.OFFICER, "GB"), Purpose.OPERATIONS);
        command = running.sitDown(Role.COMMANDER);
        events = command.events(Optional.empty());
        token = "Bearer " + Files.readString(data.resolve("feed.token")).strip();
    }

    @AfterAll
    static void stop() throws Exception {
        events.close();
        running.close();
    }

    private static long datastream(String name) throws Exception {
        var found = running.visitor().get(
            "/sensorthings/v1.1/Datastreams?$filter=name%20eq%20'" + name + "'&$select=id", "Authorization", token);
        assertThat(found.status()).as(found.body()).isEqualTo(200);
        return found.json().get("value").get(0).get("@iot.id").asLong();
    }

    private static void observe(long stream, Instant at, String result) throws Exception {
        var kept = running.visitor().post("/sensorthings/v1.1/Observations",
            "{\"phenomenonTime\":\"" + at + "\",\"result\":" + result + ",\"Datastream\":{\"@iot.id\":" + stream + "}}",
            "Authorization", token);
        assertThat(kept.status()).as(kept.body()).isEqualTo(201);
    }

    private static Instant now() throws Exception {
        return Instant.parse(running.visitor().get("/api/clock").json().get("now").asString());
    }

    private static JsonNode awaited(String list, String field, String value) throws Exception {
        var event = events.until(
            one -> one.data().path(list).valueStream().anyMatch(item -> item.path(field).asString("").equals(value)));
        return event.data().get(list).valueStream().filter(item -> item.path(field).asString("").equals(value))
            .findFirst().orElseThrow();
    }

    @Test
    void a1_a_feed_needs_its_token_and_a_wrong_one_is_told_so() throws Exception {
        assertThat(running.visitor().get("/sensorthings/v1.1/Things").status()).isEqualTo(401);
        assertThat(running.visitor().get("/sensorthings/v1.1/Things", "Authorization", "Bearer wrong").status())
            .isEqualTo(401);
        assertThat(french.method("POST", "/sensorthings/v1.1/Observations", "{}").status())
            .as("an officer reads and never writes observations").isEqualTo(403);
        assertThat(french.get("/sensorthings/v1.1/Things?$top=1").status()).isEqualTo(200);
    }

    @Test
    void a2_two_shakes_of_the_fence_become_an_alarm_that_says_why() throws Exception {
        long stream = datastream(FIBRE + "/vibration");
        var at = now();
        observe(stream, at, "3.6");
        observe(stream, at.plusSeconds(2), "4.1");
        var raised = awaited("alarms", "kind", "INTRUSION");
        alarm = raised.get("id").asString();
        assertThat(raised.get("lifeAtRisk").asBoolean()).isFalse();
        assertThat(raised.get("why").get("en").asString()).contains(FIBRE).contains("3.0 g");
        assertThat(raised.get("why").get("fr").asString()).contains(FIBRE).contains("3,0 g");
        var detail = command.get("/api/alarms/" + alarm).json();
        assertThat(detail.get("observations")).hasSize(2);
        assertThat(detail.get("observations").get(1).get("result").asString()).isEqualTo("4.1");
    }

    @Test
    void a3_an_officer_takes_it_and_an_incident_opens_with_its_procedure() throws Exception {
        var taken = french.post("/api/alarms/" + alarm + "/take", "{}");
        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        incident = taken.json().get("id").asString();
        awaited("incidents", "id", incident);
        var refused = british.post("/api/alarms/" + alarm + "/take", "{}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("refused").get("fr").asString()).startsWith("Déjà prise en compte");
        var steps = running.sitDown(Role.OFFICER).get("/api/reference").json().get("procedures").valueStream()
            .filter(one -> one.get("kind").asString().equals("INTRUSION")).findFirst().orElseThrow().get("steps");
        assertThat(
            french.post("/api/incidents/" + incident + "/steps/" + steps.get(0).get("id").asString(), "{\"done\":true}")
                .status())
            .isEqualTo(200);
    }

    @Test
    void a4_a_british_desk_proposes_and_only_french_command_approves() throws Exception {
        var proposed = british.post("/api/incidents/" + incident + "/tasks",
            "{\"unit\":\"CRS-1\",\"instruction\":\"INTERCEPT\",\"note\":\"two at the fence\"}");
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(200);
        task = proposed.json().get("id").asString();
        assertThat(british.post("/api/tasks/" + task + "/approve", "{}").status()).isEqualTo(403);
        assertThat(running.sitDown(Role.GOLD)
            .post("/api/incidents/" + incident + "/tasks", "{\"unit\":\"CRS-1\",\"instruction\":\"INTERCEPT\"}")
            .status()).isEqualTo(403);
        assertThat(command.post("/api/tasks/" + task + "/approve", "{}").status()).isEqualTo(200);
    }

    @Test
    void a5_the_units_device_receives_the_task_answers_and_shows_where_it_is() throws Exception {
        try (var socket = new Socket("127.0.0.1", running.centre().cotPort())) {
            socket.setSoTimeout(15_000);
            say(socket, atom(50.9700, 1.8600));
            var order = read(socket.getInputStream(), "<__task");
            assertThat(order).contains("type=\"t-r\"").contains(task).contains("Intercepter").contains("Intercept");
            say(socket, reply("y-a-r", "r"));
            awaited("tasks", "state", "RECEIVED");
            say(socket, reply("y-a-w", "w"));
            awaited("tasks", "state", "ACCEPTED");
            say(socket, atom(50.9710, 1.8610));
            var unit = events.until(
                event -> Math.abs(event.data().path("units").path("CRS-1").path("lat").asDouble(0) - 50.9710) < 1e-9)
                .data().get("units").get("CRS-1");
            assertThat(unit.get("status").asString()).isEqualTo("ON_AIR");
            say(socket, reply("y-c-s", "s"));
            awaited("tasks", "state", "DONE");
        }
    }

    @Test
    void a6_it_closes_with_an_outcome_and_the_month_counts_it_the_same_in_both_languages() throws Exception {
        var closed = french.post("/api/incidents/" + incident + "/close",
            "{\"outcome\":\"PREVENTED\",\"note\":\"two people turned back\"}");
        assertThat(closed.status()).as(closed.body()).isEqualTo(200);
        awaited("incidents", "state", "CLOSED");
        var programme = running.sitDown(Role.PROGRAMME);
        var month = programme.get("/api/reports").json().get(0).get("month").asString();
        assertThat(month).isEqualTo("2026-03");
        var figures = programme.get("/api/reports/" + month).json();
        assertThat(figures.get("total").get("seen").asInt()).isEqualTo(1);
        assertThat(figures.get("total").get("disrupted").asInt()).isEqualTo(1);
        assertThat(programme.get("/api/reports/" + month + "/fr.html").body()).contains("lang=\"fr");
        assertThat(
            new String(programme.get("/api/reports/" + month + "/en.pdf").bytes(), 0, 5, StandardCharsets.ISO_8859_1))
            .isEqualTo("%PDF-");
    }

    @Test
    void a7_the_replayed_picture_is_the_live_one() throws Exception {
        var live = command.get("/api/picture").json();
        var later = command.get("/api/picture").json();
        for (int i = 0; i < 20
            && !(same(live, later, "position") && same(live, later, "seq") && same(live, later, "sensors")); i++) {
            Thread.sleep(200); // a seal or a quiet second fell between the two looks: take two others
            live = later;
            later = command.get("/api/picture").json();
        }
        var replayed = command.get("/api/picture?at=" + live.get("at").asString()).json();
        for (var part : new String[]{"sensors", "units", "alarms", "incidents", "tasks", "parameters", "position"}) {
            assertThat(replayed.get(part)).as(part).isEqualTo(live.get(part));
        }
    }

    private static boolean same(JsonNode one, JsonNode other, String part) {
        return one.get(part).equals(other.get(part));
    }

    @Test
    void a8_the_evidence_of_the_incident_verifies_offline_and_a_changed_byte_does_not() throws Exception {
        var bundle = command.get("/api/incidents/" + incident + "/evidence");
        assertThat(bundle.status()).as(bundle.body()).isEqualTo(200);
        var file = Files.write(data.resolve("evidence.zip"), bundle.bytes());
        assertThat(org.entente.journal.EvidenceVerifier.verify(file).ok()).isTrue();
    }

    private static void say(Socket socket, String xml) throws Exception {
        socket.getOutputStream().write(xml.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private static String read(InputStream in, String until) throws Exception {
        var text = new StringBuilder();
        var buffer = new byte[8_192];
        while (text.indexOf(until) < 0 || text.indexOf("</event>", text.indexOf(until)) < 0) {
            int length = in.read(buffer);
            assertThat(length).as("the centre goes on talking; so far: " + text).isPositive();
            text.append(new String(buffer, 0, length, StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    private static String atom(double lat, double lon) throws Exception {
        var at = now();
        return "<event version=\"2.0\" uid=\"CRS-1\" type=\"a-f-G-U-C\" how=\"m-g\" time=\"" + at + "\" start=\"" + at
            + "\" stale=\"" + at.plusSeconds(120) + "\"><point lat=\"" + lat
            + "\" lon=\"" + lon
            + "\" hae=\"10\" ce=\"5\" le=\"5\"/><detail><contact callsign=\"CRS 1\"/></detail></event>";
    }

    private static String reply(String type, String suffix) throws Exception {
        var at = now();
        return "<event version=\"2.0\" uid=\"CRS-1." + task + "." + suffix + "\" type=\"" + type
            + "\" how=\"h-e\" time=\"" + at + "\" start=\"" + at + "\" stale=\"" + at.plusSeconds(600)
            + "\"><point lat=\"50.97\" lon=\"1.86\" hae=\"10\" ce=\"5\" le=\"5\"/><detail><link uid=\"" + task
            + "\" relation=\"p-t\" type=\"t-r\"/></detail></event>";
    }
}
