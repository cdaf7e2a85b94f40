package org.entente.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.entente.access.AccessTable;
import org.entente.access.AccessTable.Door;
import org.entente.access.Action;
import org.entente.access.Role;
import org.entente.kernel.Purpose;
import org.entente.server.RunningCentre;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Asks every door of the running centre as everybody there is, and compares the answer with the one table in `access`.
class R03_TheAccessMatrixTest {

    private static final AccessTable TABLE = new AccessTable("FR");
    private static final Map<String, String> NAMES = Map.of("id", "none", "step", "s1", "receipt", "0000-0000-0000",
        "month", "2026-03", "file", "en.html");
    private static final List<String> WRITING = List.of("POST", "PUT", "PATCH", "DELETE");

    @TempDir
    static Path data;
    private static RunningCentre running;

    @BeforeAll
    static void start() throws Exception {
        running = RunningCentre.on(data);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void every_desk_gets_through_the_doors_of_its_row_and_through_no_other() throws Exception {
        var soft = new SoftAssertions();
        var roles = EnumSet.noneOf(Role.class);
        for (var seated : Knock.everybody(running)) {
            var session = seated.session();
            roles.add(session.role());
            for (var door : TABLE.doorsOfTheCentre()) {
                if (door.action().isPresent() && !door.pattern().equals("/api/logout")) {
                    boolean open = TABLE.refusal(session, door.action().get()).isEmpty();
                    for (var method : methods(door)) {
                        int status = knock(seated.visitor(), method, door, open);
                        soft.assertThat(open ? status != 401 && status != 403 && status < 500 : status == 403)
                            .as("%s %s as %s of %s for %s is %s, got %s", method, door.pattern(), session.role(),
                                session.state(), session.purpose(),
                                open ? "open" : "closed", status)
                            .isTrue();
                    }
                }
            }
            soft.assertThat(seated.visitor().post("/api/logout", "{}").status()).isEqualTo(204);
            soft.assertThat(seated.visitor().get("/api/session").status()).isEqualTo(401);
        }
        soft.assertAll();
        assertThat(roles).containsAll(EnumSet.complementOf(EnumSet.of(Role.FEED)));
    }

    @Test
    void without_a_session_only_the_public_doors_open() throws Exception {
        var visitor = running.visitor();
        visitor.get("/api/door");
        var soft = new SoftAssertions();
        for (var door : TABLE.doorsOfTheCentre()) {
            for (var method : methods(door)) {
                int status = knock(visitor, method, door, false);
                soft.assertThat(
                    door.action().isPresent() ? status == 401 : status != 401 && status != 403 && status < 500)
                    .as("%s %s for nobody, got %s", method, door.pattern(), status).isTrue();
            }
        }
        soft.assertAll();
    }

    @Test
    void a_feed_brings_observations_and_its_token_opens_nothing_else() throws Exception {
        var token = Files.readString(data.resolve("feed.token")).strip();
        var soft = new SoftAssertions();
        var visitor = running.visitor();
        visitor.get("/api/door");
        for (var door : TABLE.doorsOfTheCentre()) {
            for (var method : methods(door)) {
                if (door.action().isPresent()) {
                    boolean open = door.pattern().startsWith("/sensorthings/")
                        && TABLE.allows(door.action().get(), Role.FEED, Purpose.FEED, "XX");
                    int status = knock(visitor, method, door, false, "Authorization", "Bearer " + token);
                    soft.assertThat(open ? status != 401 && status != 403 && status < 500 : status == 401)
                        .as("%s %s for a feed, got %s", method, door.pattern(), status).isTrue();
                }
            }
        }
        soft.assertThat(visitor.get("/sensorthings/v1.1/Things", "Authorization", "Bearer guess").status())
            .isEqualTo(401);
        soft.assertAll();
    }

    @Test
    void a_door_that_is_not_in_the_table_does_not_open_for_anybody() throws Exception {
        var soft = new SoftAssertions();
        for (var role : List.of(Role.COMMANDER, Role.AUDITOR, Role.ADMINISTRATOR, Role.SAFEGUARDING)) {
            var visitor = running.sitDown(role);
            for (var path : List.of("/actuator", "/actuator/env", "/error", "/api", "/api/", "/api/everything",
                "/api/protection", "/api/protection/",
                "/api/audit/", "/api/%61udit", "/API/audit", "/api/incidents/none/concern", "/login",
                "/console/index.html", "/rights/stores.json")) {
                soft.assertThat(visitor.get(path).status()).as("GET %s as %s", path, role).isIn(400, 404);
            }
            for (var method : WRITING) {
                soft.assertThat(visitor.method(method, "/api/audit", "{}").status())
                    .as("%s /api/audit as %s", method, role).isIn(404, 405);
            }
        }
        soft.assertAll();
    }

    @Test
    void no_act_is_done_without_the_token_of_the_console() throws Exception {
        var desk = running.sitDown(Role.COMMANDER);
        for (var door : TABLE.doorsOfTheCentre()) {
            if (door.method().equals("POST")
                && door.action().filter(action -> action != Action.POST_OBSERVATIONS).isPresent()) {
                assertThat(desk.forged(Knock.path(door, NAMES)).status()).as(door.pattern()).isEqualTo(403);
            }
        }
        assertThat(desk.get("/api/session").status()).isEqualTo(200);
    }

    private static List<String> methods(Door door) {
        return door.method().equals("*") ? WRITING : List.of(door.method());
    }

    private static int knock(RunningCentre.Visitor visitor, String method, Door door, boolean open, String... headers)
        throws Exception {
        var path = Knock.path(door, NAMES);
        if (!method.equals("GET")) {
            return visitor.method(method, path, "{}", headers).status();
        }
        if (open && path.equals("/api/events")) {
            try (var events = visitor.events(Optional.empty())) {
                return events.next().name().equals("snapshot") ? 200 : 500;
            }
        }
        return visitor.get(path, headers).status();
    }
}
