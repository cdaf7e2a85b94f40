package org.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import org.entente.access.Role;
import org.entente.kernel.Purpose;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A desk logs in, sees, acts, is cut off and comes back: over HTTP, against the whole centre.
class S01_SittingDownTest {

    @TempDir
    private static Path data;
    private static RunningCentre running;

    @BeforeAll
    static void start() throws Exception {
        running = RunningCentre.on(data);
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    private static String incident(RunningCentre.Visitor desk, String words) throws Exception {
        var answer = desk.post("/api/incidents",
            "{\"kind\":\"PROTEST\",\"lat\":50.96,\"lon\":1.86,\"text\":\"" + words + "\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().get("id").asString();
    }

    @Test
    void without_a_session_only_the_door_is_open() throws Exception {
        var nobody = running.visitor();
        assertThat(nobody.get("/api/door").status()).isEqualTo(200);
        assertThat(nobody.get("/api/picture").status()).isEqualTo(401);
        assertThat(nobody.get("/api/picture").json().get("refused").get("fr").asString())
            .isEqualTo("Connectez-vous d'abord");
    }

    @Test
    void a_wrong_password_and_an_unknown_account_are_told_the_same() throws Exception {
        var visitor = running.visitor();
        visitor.get("/api/door");
        var account = running.account(Role.OFFICER);
        var wrong = visitor.post("/api/login", "{\"officer\":\"" + account.officer()
            + "\",\"password\":\"no\",\"desk\":\"" + account.desk().id() + "\",\"purpose\":\"OPERATIONS\"}");
        var unknown = visitor.post("/api/login", "{\"officer\":\"nobody.9\",\"password\":\"no\",\"desk\":\""
            + account.desk().id() + "\",\"purpose\":\"OPERATIONS\"}");
        assertThat(wrong.status()).isEqualTo(401).isEqualTo(unknown.status());
        assertThat(wrong.body()).isEqualTo(unknown.body());
    }

    @Test
    void a_wish_without_the_token_of_this_console_is_refused() throws Exception {
        var desk = running.sitDown(Role.OFFICER);
        var client = java.net.http.HttpClient.newHttpClient();
        var forged = client.send(
            java.net.http.HttpRequest.newBuilder(running.at("/api/incidents"))
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{}")).build(),
            java.net.http.HttpResponse.BodyHandlers.ofString());
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(desk.get("/api/session").status()).isEqualTo(200);
    }

    @Test
    void the_session_says_who_sits_where_and_for_which_purpose() throws Exception {
        var session = running.sitDown(running.account(Role.OFFICER, "GB"), Purpose.OPERATIONS).get("/api/session")
            .json();
        assertThat(session.get("state").asString()).isEqualTo("GB");
        assertThat(session.get("purposeName").get("fr").asString()).isEqualTo("Opérations à la frontière");
        assertThat(session.get("may").toString()).contains("PROPOSE_TASK").doesNotContain("APPROVE_TASK");
    }

    @Test
    void what_one_desk_does_the_other_sees_and_reads_in_its_log() throws Exception {
        var uk = running.sitDown(running.account(Role.OFFICER, "GB"), Purpose.OPERATIONS);
        var fr = running.sitDown(Role.COMMANDER);
        try (var events = fr.events(Optional.empty())) {
            assertThat(events.next().name()).isEqualTo("snapshot");
            var id = incident(uk, "tractors on the slip road");
            var seen = events.until(event -> event.data().path("incidents").toString().contains(id));
            assertThat(seen.name()).isEqualTo("delta");
            var detail = fr.get("/api/incidents/" + id).json();
            assertThat(detail.get("log").get(0).get("text").get("en").asString()).contains("tractors on the slip road");
        }
    }

    @Test
    void a_console_that_was_cut_off_gets_what_it_missed_once_each_and_in_order() throws Exception {
        var desk = running.sitDown(Role.OFFICER);
        String last;
        try (var events = desk.events(Optional.empty())) {
            last = events.next().id();
        }
        var made = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            made.add(incident(desk, "line " + i));
            Thread.sleep(150); // five frames rather than one
        }
        var seen = new ArrayList<String>();
        var ids = new HashSet<String>();
        try (var events = desk.events(Optional.of(last))) {
            while (!seen.containsAll(made)) {
                var event = events.next();
                assertThat(event.name()).isEqualTo("delta");
                assertThat(ids.add(event.id())).as("no frame twice").isTrue();
                event.data().path("incidents").forEach(incident -> seen.add(incident.get("id").asString()));
            }
        }
        assertThat(seen).filteredOn(made::contains).containsExactlyElementsOf(made);
    }

    @Test
    void a_console_that_names_frames_of_another_run_gets_the_whole_picture() throws Exception {
        try (var events = running.sitDown(Role.OFFICER).events(Optional.of("000000000000-7"))) {
            assertThat(events.next().name()).isEqualTo("snapshot");
        }
    }

    @Test
    void bad_input_gets_a_sentence_in_both_languages() throws Exception {
        var desk = running.sitDown(Role.OFFICER);
        for (var body : new String[]{"[1]", "{", "{\"kind\":7}", "{\"kind\":\"PROTEST\",\"lat\":\"north\"}"}) {
            var answer = desk.post("/api/incidents", body);
            assertThat(answer.status()).as(body).isEqualTo(400);
            assertThat(answer.json().get("refused").get("en").asString())
                .isNotEqualTo(answer.json().get("refused").get("fr").asString());
        }
        assertThat(desk.get("/api/picture?at=yesterday").status()).isEqualTo(400);
    }

    @Test
    void looking_is_written_down_and_so_is_reading_what_was_looked_at() throws Exception {
        var desk = running.sitDown(Role.OFFICER);
        var id = incident(desk, "a tree on the road");
        desk.get("/api/incidents/" + id);
        var auditor = running.sitDown(Role.AUDITOR);
        var rows = auditor.get("/api/audit?limit=1000").body();
        assertThat(rows).contains("\"what\":\"incident/" + id + "\"")
            .contains("\"justification\":\"incident " + id + "\"").contains("\"what\":\"audit/after-0\"");
        assertThat(desk.get("/api/audit").status()).isEqualTo(403);
    }
}
