package org.entente.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.entente.access.AccessTable;
import org.entente.access.Action;
import org.entente.access.Role;
import org.entente.server.RunningCentre;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// An officer raises a concern; then every role of enforcement tries every door, the live stream, exports, reports, record and files to get
/// anything of it back. The safeguarding desk is the control: it can read all of it.
@TestMethodOrder(OrderAnnotation.class)
class R04_TheWallOverHttpTest {

    private static final AccessTable TABLE = new AccessTable("FR");
    private static final String CANARY = "canary-umber-mitten-7203";
    private static final String PLACE = "canary-viaduct-5518";

    private static final List<String> SEEN = new ArrayList<>();

    @TempDir
    static Path data;
    private static final ByteArrayOutputStream PRINTED = new ByteArrayOutputStream();
    private static final PrintStream OUT = System.out;
    private static final PrintStream ERR = System.err;
    private static RunningCentre running;
    private static String incident;
    private static String receipt;
    private static String atTheRaising;

    @BeforeAll
    static void raise() throws Exception {
        System.setOut(new PrintStream(PRINTED, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(PRINTED, true, StandardCharsets.UTF_8));
        running = RunningCentre.on(data);
        var officer = running.sitDown(Role.OFFICER);
        var opened = officer.post("/api/incidents",
            "{\"kind\":\"INTRUSION\",\"lat\":50.96,\"lon\":1.86,\"text\":\"voices in the dunes\"}");
        incident = opened.json().get("id").asString();
        long head = head();
        try (var watching = running.sitDown(Role.COMMANDER).events(Optional.empty())) {
            watching.next();
            var raised = officer.post("/api/incidents/" + incident + "/concern",
                "{\"category\":\"VICTIM_OF_TRAFFICKING\",\"needs\":[\"PLACE_OF_SAFETY\"],\"text\":\""
                    + CANARY + "\",\"place\":\"" + PLACE + "\"}");
            assertThat(raised.status()).as(raised.body()).isEqualTo(200);
            assertThat(raised.json().propertyNames()).containsExactly("receipt");
            receipt = raised.json().get("receipt").asString();
            officer.post("/api/incidents/" + incident + "/log", "{\"text\":\"afterwards\"}");
            atTheRaising = watching.until(event -> event.data().path("incidents").toString().contains(incident)).data()
                .toString();
        }
        assertThat(head()).as("raising writes no entry; only the note after it does").isEqualTo(head + 1);
    }

    @AfterAll
    static void stop() {
        running.close();
        System.setOut(OUT);
        System.setErr(ERR);
    }

    @Test
    @Order(1)
    void the_safeguarding_desk_reads_what_was_told_and_nothing_of_the_incident() throws Exception {
        var care = running.sitDown(Role.SAFEGUARDING);
        assertThat(care.get("/api/protection/concerns/" + receipt.toLowerCase(java.util.Locale.ROOT)).body())
            .contains(CANARY, PLACE)
            .doesNotContain(incident);
        assertThat(care.get("/api/protection/concerns").body()).contains(receipt).doesNotContain(CANARY);
        assertThat(care.get("/api/incidents/" + incident).status()).isEqualTo(403);
        assertThat(care.post("/api/protection/concerns/" + receipt + "/accept", "{}").status()).isEqualTo(200);
        assertThat(
            care.post("/api/protection/concerns/" + receipt + "/refer", "{\"service\":\"ANTI_TRAFFICKING\"}").status())
            .isEqualTo(200);
    }

    @Test
    @Order(2)
    void no_door_gives_any_of_it_to_any_role_of_enforcement() throws Exception {
        var names = Map.of("id", incident, "step", "s1", "month", "2026-03");
        var auditor = running.sitDown(Role.AUDITOR);
        for (var path : List.of("/api/incidents/" + incident + "/evidence", "/api/reports/2026-03/fr.pdf",
            "/api/reports/2026-03/en.html", "/api/journal", "/api/audit")) {
            opened(auditor.get(path));
        }
        assertThat(SEEN).anyMatch(start -> start.startsWith("PK")).anyMatch(start -> start.startsWith("%PDF"));
        for (var seated : Knock.enforcement(running)) {
            for (var door : TABLE.doorsOfTheCentre()) {
                if (door.method().equals("GET") && !door.pattern().equals("/api/events")) {
                    for (var file : door.pattern().contains("{file}")
                        ? List.of("en.html", "fr.html", "en.pdf", "fr.pdf")
                        : List.of("")) {
                        var path = Knock.path(door, with(names, file));
                        clean(seated.visitor().get(path), "%s as %s".formatted(path, seated.session().role()));
                    }
                }
            }
            for (var path : List.of("/api/journal?limit=1000", "/api/audit?limit=1000",
                "/api/picture?at=2026-03-03T22:00:30Z", "/log/tile/entries/000",
                "/sensorthings/v1.1/Things?$expand=Datastreams", "/api/incidents/" + receipt, "/api/alarms/" + receipt,
                "/api/tasks/" + receipt)) {
                clean(seated.visitor().get(path), "%s as %s".formatted(path, seated.session().role()));
            }
        }
    }

    @Test
    @Order(3)
    void the_doors_of_protection_answer_enforcement_the_same_for_a_receipt_that_is_and_one_that_is_not()
        throws Exception {
        for (var seated : Knock.enforcement(running)) {
            for (var door : TABLE.doorsOfTheCentre()) {
                if (door.action().filter(action -> action == Action.WORK_CONCERNS || action == Action.ERASE_SUBJECT)
                    .isPresent()) {
                    var there = seated.visitor().method(door.method().equals("GET") ? "GET" : "POST",
                        Knock.path(door, Map.of("receipt", receipt)), "{}");
                    var nowhere = seated.visitor().method(door.method().equals("GET") ? "GET" : "POST",
                        Knock.path(door, Map.of("receipt", "0000-0000-0000")), "{}");
                    assertThat(there.status()).as("%s as %s", door.pattern(), seated.session().role()).isEqualTo(403);
                    assertThat(there.body()).isEqualTo(nowhere.body());
                }
            }
        }
    }

    @Test
    @Order(4)
    void the_live_stream_shows_none_of_it() throws Exception {
        assertThat(leaks(atTheRaising)).isFalse();
        for (var seated : Knock.enforcement(running)) {
            if (TABLE.refusal(seated.session(), Action.SEE_PICTURE).isEmpty()) {
                try (var events = seated.visitor().events(Optional.empty())) {
                    assertThat(leaks(events.next().data().toString())).as("%s", seated.session().role()).isFalse();
                }
            }
        }
    }

    @Test
    @Order(5)
    void the_audit_says_that_a_concern_was_raised_and_not_from_which_incident() throws Exception {
        var rows = running.sitDown(Role.AUDITOR).get("/api/audit?limit=1000").json().get("rows");
        var raisings = new ArrayList<String>();
        rows.forEach(row -> {
            if (row.get("what").asString().startsWith("protection")) {
                raisings.add(row.toString());
            }
        });
        assertThat(raisings).anyMatch(row -> row.contains("a concern was raised"))
            .noneMatch(row -> row.contains(incident) || leaks(row));
    }

    @Test
    @Order(6)
    void the_report_counts_one_referral_without_saying_one() throws Exception {
        var gold = running.sitDown(Role.GOLD);
        var guarded = gold.get("/api/reports/2026-03").json().get("protection").toString();
        assertThat(guarded).contains("protection.referrals", "fewer than 5")
            .doesNotContainPattern(":\\s*\"?[1-4]\"?[,}]");
        assertThat(gold.get("/api/reports/2026-03/en.html").body()).contains("Referrals to protection", "fewer than 5");
    }

    @Test
    @Order(7)
    void no_table_of_the_enforcement_side_no_line_printed_and_no_file_holds_any_of_it() throws Exception {
        try (var connection = Stores.connect(data.resolve("database"), "entente", "entente_owner")) {
            assertThat(Stores.everything(connection)).isNotEmpty().noneMatch(R04_TheWallOverHttpTest::leaks)
                .noneMatch(row -> row.contains("VICTIM_OF_TRAFFICKING"));
        }
        assertThat(leaks(PRINTED.toString(StandardCharsets.UTF_8))).isFalse();
        try (var files = Files.walk(data)) {
            for (var file : files.filter(Files::isRegularFile).filter(Files::isReadable).toList()) {
                var bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(bytes.contains(CANARY) || bytes.contains(PLACE)).as("%s", file).isFalse();
            }
        }
    }

    private static long head() throws Exception {
        return running.sitDown(Role.AUDITOR).get("/api/journal?limit=1").json().get("head").asLong();
    }

    private static Map<String, String> with(Map<String, String> names, String file) {
        var all = new LinkedHashMap<>(names);
        all.put("file", file);
        all.put("receipt", receipt);
        return all;
    }

    private static void clean(RunningCentre.Reply reply, String where) throws IOException {
        assertThat(leaks(reply.body())).as(where).isFalse();
        if (reply.body().startsWith("PK")) {
            assertThat(leaks(unzipped(reply.bytes()))).as("inside of %s", where).isFalse();
        }
        if (reply.body().startsWith("%PDF")) {
            try (var pdf = Loader.loadPDF(reply.bytes())) {
                assertThat(leaks(new PDFTextStripper().getText(pdf))).as("text of %s", where).isFalse();
            }
        }
    }

    private static String unzipped(byte[] zip) throws IOException {
        var text = new StringBuilder();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                text.append(entry.getName()).append('\n').append(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .append('\n');
            }
        }
        return text.toString();
    }

    /// What the tries really got to see: without this a closed door would look like a clean room.
    private static void opened(RunningCentre.Reply reply) {
        assertThat(reply.status()).isEqualTo(200);
        SEEN.add(reply.body().substring(0, Math.min(4, reply.body().length())));
    }

    private static boolean leaks(String text) {
        return text.contains(CANARY) || text.contains(PLACE) || text.contains(receipt)
            || text.contains(receipt.replace("-", ""));
    }
}
