package org.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.entente.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// The console in a real Chromium against a whole centre with sensors that talk: `console/e2e`, one script a test.
class S04_TheConsoleInABrowserTest {

    private static final Path CONSOLE = Path.of("../console").toAbsolutePath().normalize();

    @TempDir
    private static Path data;
    private static RunningCentre running;
    private static Thread sensors;
    private static Socket unit;
    private static volatile boolean stopping;

    @BeforeAll
    static void start() throws Exception {
        assertThat(CONSOLE.resolve("node_modules/playwright-core"))
            .as("the console's libraries: ./entente test installs them").exists();
        running = RunningCentre.on(data);
        var token = "Bearer " + Files.readString(data.resolve("feed.token")).strip();
        var streams = new ArrayList<Long>();
        for (var name : List.of("CAL-FIB-001/vibration", "CAL-FIB-030/vibration", "CAL-FIB-050/vibration")) {
            streams.add(running.visitor()
                .get("/sensorthings/v1.1/Datastreams?$filter=name%20eq%20'" + name + "'&$select=id", "Authorization",
                    token)
                .json().get("value").get(0).get("@iot.id").asLong());
        }
        for (long stream : streams.subList(1, 3)) {
            shake(stream, token, "4.5");
            shake(stream, token, "5.5");
        }
        unit = onTheAir("CRS-1");
        sensors = Thread.ofVirtual().start(() -> murmur(streams.getFirst(), token));
    }

    @AfterAll
    static void stop() throws Exception {
        stopping = true;
        sensors.join(5_000);
        unit.close();
        running.close();
    }

    /// A unit whose device is connected, so that it can be tasked.
    private static Socket onTheAir(String id) throws Exception {
        var at = Instant.parse(running.visitor().get("/api/clock").json().get("now").asString());
        var device = new Socket("127.0.0.1", running.centre().cotPort());
        device.getOutputStream()
            .write(("<event version=\"2.0\" uid=\"" + id + "\" type=\"a-f-G-U-C\" how=\"m-g\" time=\"" + at
                + "\" start=\"" + at + "\" stale=\"" + at.plusSeconds(7_200)
                + "\"><point lat=\"50.97\" lon=\"1.86\" hae=\"10\" ce=\"5\" le=\"5\"/><detail><contact callsign=\"" + id
                + "\"/></detail></event>").getBytes(StandardCharsets.UTF_8));
        device.getOutputStream().flush();
        return device;
    }

    private static void shake(long stream, String token, String result) throws Exception {
        var at = Instant.parse(running.visitor().get("/api/clock").json().get("now").asString());
        var kept = running.visitor().post("/sensorthings/v1.1/Observations",
            "{\"phenomenonTime\":\"" + at + "\",\"result\":" + result + ",\"Datastream\":{\"@iot.id\":" + stream + "}}",
            "Authorization", token);
        assertThat(kept.status()).as(kept.body()).isBetween(200, 201);
    }

    /// Something to show all the time, far below any threshold.
    private static void murmur(long stream, String token) {
        for (int i = 0; !stopping; i++) {
            try {
                shake(stream, token, "0." + i % 9);
                Thread.sleep(200);
            } catch (Exception centreIsStopping) { // a thread of the test: the scripts are the judges
                return;
            }
        }
    }

    @Test
    void every_page_of_every_kind_of_desk_is_accessible_in_both_languages_and_themes() throws Exception {
        run("axe.mjs", 600, Role.OFFICER, Role.COMMANDER, Role.GOLD, Role.SAFEGUARDING, Role.PROGRAMME, Role.AUDITOR,
            Role.ADMINISTRATOR);
    }

    @Test
    void an_alarm_goes_from_the_queue_to_its_end_by_keyboard() throws Exception {
        run("night.mjs", 240, Role.OFFICER, Role.COMMANDER);
    }

    @Test
    void a_cable_pulled_for_a_minute_leaves_nothing_missing_and_nothing_doubled() throws Exception {
        run("resume.mjs", 240, List.of("60"), Role.OFFICER);
    }

    private static void run(String script, int seconds, Role... roles) throws Exception {
        run(script, seconds, List.of(), roles);
    }

    private static void run(String script, int seconds, List<String> arguments, Role... roles) throws Exception {
        var accounts = JsonMapper.shared().createObjectNode();
        for (var role : roles) {
            var account = running.account(role);
            accounts.putObject(account.desk().id().text()).put("officer", account.officer().text())
                .put("password", account.password())
                .put("purpose", account.desk().purposes().getFirst().name());
        }
        var command = new ArrayList<>(List.of("node", "e2e/" + script));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).directory(CONSOLE.toFile()).redirectErrorStream(true)
            .redirectOutput(data.resolve(script + ".out").toFile());
        builder.environment().put("ENTENTE_URL", "http://127.0.0.1:" + running.centre().httpPort());
        builder.environment().put("ENTENTE_ACCOUNTS", accounts.toString());
        builder.environment().put("ENTENTE_DESK_OFFICER", running.account(Role.OFFICER).desk().id().text());
        builder.environment().put("ENTENTE_DESK_COMMAND", running.account(Role.COMMANDER).desk().id().text());
        var browser = builder.start();
        boolean ended = browser.waitFor(seconds, TimeUnit.SECONDS);
        var said = Files.readString(data.resolve(script + ".out"), StandardCharsets.UTF_8);
        if (!ended) {
            browser.descendants().forEach(ProcessHandle::destroyForcibly);
            browser.destroyForcibly();
        }
        assertThat(ended).as(script + " takes too long; so far:\n" + said).isTrue();
        assertThat(browser.exitValue()).as(said).isZero();
    }
}
