package org.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

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

/// An alarm is acknowledged, shelved and brought back, a fence is suppressed by design, and every desk sees it. Over the public
/// protocols only; each step builds on the one before.
@TestMethodOrder(MethodName.class)
class S05_AlarmsAreSetAsideTest {

    private static final String FIBRE = "CAL-FIB-012";
    private static final String SUPPRESSED = "CAL-FIB-030";
    private static final String SECTION = "CAL-F-012";

    @TempDir
    private static Path data;
    private static RunningCentre running;
    private static RunningCentre.Visitor officer;
    private static RunningCentre.Visitor command;
    private static EventStream events;
    private static String alarm;
    private static String suppression;

    @BeforeAll
    static void start() throws Exception {
        running = RunningCentre.on(data);
        officer = running.sitDown(running.account(Role.OFFICER, "FR"), Purpose.OPERATIONS);
        command = running.sitDown(Role.COMMANDER);
        events = officer.events(Optional.empty());
    }

    @AfterAll
    static void stop() throws Exception {
        events.close();
        running.close();
    }

    private static void shake(String sensor) throws Exception {
        var token = "Bearer " + Files.readString(data.resolve("feed.token")).strip();
        var found = running.visitor().get("/sensorthings/v1.1/Datastreams?$filter=name%20eq%20'" + sensor
            + "/vibration'&$select=id", "Authorization", token);
        long stream = found.json().get("value").get(0).get("@iot.id").asLong();
        for (int i = 0; i < 2; i++) {
            var kept = running.visitor().post("/sensorthings/v1.1/Observations", "{\"phenomenonTime\":\""
                + now().plusSeconds(i) + "\",\"result\":4." + i + ",\"Datastream\":{\"@iot.id\":" + stream + "}}",
                "Authorization", token);
            assertThat(kept.status()).as(kept.body()).isEqualTo(201);
        }
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
    void a1_an_alarm_moves_the_rate_meter_of_the_centre_and_of_the_open_desk() throws Exception {
        shake(FIBRE);
        var frame = events.until(one -> one.data().path("alarmRate").path("centre").path("last10min").asInt(0) == 1);
        var rate = frame.data().get("alarmRate");
        assertThat(rate.get("centre").get("band").asString()).isEqualTo("ACCEPTABLE");
        assertThat(rate.get("flood").asBoolean()).isFalse();
        assertThat(rate.get("perDesk").valueStream()).anySatisfy(desk -> {
            assertThat(desk.get("desk").asString())
                .isEqualTo(running.account(Role.OFFICER, "FR").desk().id().text());
            assertThat(desk.get("last10min").asInt()).isEqualTo(1);
        });
        alarm = command.get("/api/picture").json().get("alarms").get(0).get("id").asString();
    }

    @Test
    void a2_an_officer_acknowledges_it_and_every_desk_sees_who_did() throws Exception {
        assertThat(officer.post("/api/alarms/" + alarm + "/acknowledge", "{}").status()).isEqualTo(200);
        var seen = awaited("alarms", "state", "ACKNOWLEDGED");
        assertThat(seen.get("acknowledged").get("desk").asString())
            .isEqualTo(running.account(Role.OFFICER, "FR").desk().id().text());
        assertThat(officer.post("/api/alarms/" + alarm + "/acknowledge", "{}").status()).isEqualTo(409);
    }

    @Test
    void a3_it_is_shelved_for_a_reason_and_a_time_and_brought_back() throws Exception {
        var path = "/api/alarms/" + alarm;
        assertThat(officer.post(path + "/shelve", "{\"reason\":\"works\"}").status()).as("no end").isEqualTo(400);
        var tooLong = "{\"reason\":\"works\",\"until\":\"" + now().plusSeconds(9 * 3600) + "\"}";
        assertThat(officer.post(path + "/shelve", tooLong).status()).isEqualTo(409);
        var hour = "{\"reason\":\"works\",\"until\":\"" + now().plusSeconds(3600) + "\"}";
        var shelved = officer.post(path + "/shelve", hour);
        assertThat(shelved.status()).as(shelved.body()).isEqualTo(200);
        assertThat(awaited("alarms", "state", "SHELVED").get("shelved").get("reason").asString()).isEqualTo("works");
        assertThat(command.post(path + "/unshelve", "{}").status()).isEqualTo(200);
        awaited("alarms", "state", "RAISED");
    }

    @Test
    void a4_a_dismissal_carries_a_verdict_and_an_old_client_says_none() throws Exception {
        var path = "/api/alarms/" + alarm + "/dismiss";
        assertThat(officer.post(path, "{\"reason\":\"a storm\",\"verdict\":\"GHOST\"}").status()).isEqualTo(400);
        assertThat(officer.post(path, "{\"reason\":\"a storm\",\"verdict\":\"WIND\"}").status()).isEqualTo(200);
        assertThat(awaited("alarms", "state", "DISMISSED").get("verdict").asString()).isEqualTo("WIND");
    }

    @Test
    void a5_operational_command_suppresses_a_sensor_and_what_it_raises_is_recorded_and_shown() throws Exception {
        var wish = "{\"sensor\":\"" + SUPPRESSED + "\",\"reason\":\"works\",\"from\":\"" + now().minusSeconds(60)
            + "\",\"until\":\"" + now().plusSeconds(3600) + "\"}";
        assertThat(officer.post("/api/suppressions", wish).status()).isEqualTo(403);
        var entered = command.post("/api/suppressions", wish);
        assertThat(entered.status()).as(entered.body()).isEqualTo(200);
        suppression = entered.json().get("id").asString();
        assertThat(awaited("suppressions", "id", suppression).get("sensor").asString())
            .isEqualTo(SUPPRESSED);
        assertThat(officer.get("/api/suppressions").json().get("suppressions").get(0).get("reason").asString())
            .isEqualTo("works");
        shake(SUPPRESSED);
        assertThat(awaited("alarms", "state", "SUPPRESSED").get("suppression").asString()).isEqualTo(suppression);
    }

    @Test
    void a6_lifting_it_gives_back_what_stands_and_nobody_lifts_twice() throws Exception {
        assertThat(command.post("/api/suppressions/" + suppression + "/lift", "{}").status()).isEqualTo(200);
        var frame = events.until(one -> one.data().has("suppressions"));
        assertThat(frame.data().get("suppressions")).isEmpty();
        assertThat(frame.data().get("alarms").get(0).get("state").asString()).isEqualTo("RAISED");
        assertThat(command.post("/api/suppressions/" + suppression + "/lift", "{}").status()).isEqualTo(409);
    }

    @Test
    void a7_the_alarm_performance_names_the_sensor_and_what_its_alarm_was() throws Exception {
        assertThat(officer.get("/api/alarms/nuisance").status()).isEqualTo(403);
        assertThat(command.get("/api/alarms/nuisance?from=yesterday").status()).isEqualTo(400);
        var figures = command.get("/api/alarms/nuisance").json();
        assertThat(figures.get("alarms").asInt()).isEqualTo(2);
        var worst = figures.get("sensors").get(0);
        assertThat(worst.get("id").asString()).isEqualTo(FIBRE);
        assertThat(worst.get("verdicts").get("WIND").asInt()).isEqualTo(1);
        assertThat(figures.get("places").get(0).get("id").asString()).isEqualTo(SECTION);
        assertThat(figures.get("priorities")).hasSize(3);
    }
}
