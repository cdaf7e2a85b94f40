package org.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.entente.access.Role;
import org.entente.server.Clients.Said;
import org.entente.server.RunningCentre.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `kill -9` in the middle of everything, with real processes: nothing acknowledged is lost, nothing is doubled.
class KillTest {

    private static final int BEFORE = 300;
    private static final int AFTER = 300;
    private static final int ACTS = 15;

    private static final AtomicInteger RUNS = new AtomicInteger();

    @TempDir
    private static Path dir;
    private static ChildCentre centre;

    @BeforeAll
    static void start() throws IOException {
        centre = ChildCentre.on(dir.resolve("data"));
    }

    @AfterAll
    static void stop() {
        centre.close();
    }

    @Test
    void the_centre_dies_and_starts_again_on_what_it_left() throws Exception {
        var clients = new Clients(centre, RUNS.incrementAndGet());
        PublishedLog older;
        try (clients) {
            busy(clients);
            older = PublishedLog.now(new Visitor(centre.url()));
            centre.kill();
            centre.startAgain();
            goesOn(clients);
        }
        assertNothingIsLostOrDoubled(clients, older);
    }

    @Test
    void postgres_dies_and_the_centre_goes_on_by_itself() throws Exception {
        var clients = new Clients(centre, RUNS.incrementAndGet());
        PublishedLog older;
        try (clients) {
            busy(clients);
            older = PublishedLog.now(new Visitor(centre.url()));
            long first = centre.postmaster();
            centre.killPostgres();
            goesOn(clients);
            assertThat(centre.postmaster()).isNotEqualTo(first);
        }
        assertThat(centre.alive()).isTrue();
        assertNothingIsLostOrDoubled(clients, older);
    }

    @Test
    void both_die_at_once_as_in_a_power_cut() throws Exception {
        var clients = new Clients(centre, RUNS.incrementAndGet());
        PublishedLog older;
        try (clients) {
            busy(clients);
            older = PublishedLog.now(new Visitor(centre.url()));
            centre.killPostgres();
            centre.kill();
            centre.startAgain();
            goesOn(clients);
        }
        assertNothingIsLostOrDoubled(clients, older);
    }

    @Test
    void a_first_start_that_was_killed_is_made_again() throws Exception {
        var certificates = dir.resolve("first/tak");
        try (var first = ChildCentre.beginning(dir.resolve("first"))) {
            first.await("half of the certificates", () -> containers(certificates).size() > 20);
            first.kill();
            first.startAgain();
            assertThat(new Visitor(first.url()).get("/api/door").status()).isEqualTo(200);
        }
        assertThat(containers(certificates)).hasSizeGreaterThan(60).allSatisfy(file -> {
            try (var in = Files.newInputStream(file)) {
                KeyStore.getInstance("PKCS12").load(in, "atakatak".toCharArray());
            }
        });
    }

    private static List<Path> containers(Path folder) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".p12")).toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static void busy(Clients clients) {
        centre.await("work before the failure", () -> clients.said().size() >= BEFORE && clients.done().size() >= ACTS);
    }

    /// What was acknowledged when this is called and as much again.
    private static void goesOn(Clients clients) {
        int said = clients.said().size();
        int done = clients.done().size();
        centre.await("work after the failure",
            () -> clients.said().size() >= said + AFTER && clients.done().size() >= done + ACTS);
    }

    private static void assertNothingIsLostOrDoubled(Clients clients, PublishedLog older) throws Exception {
        assertThat(clients.wrong()).as("while something is away every answer is: later").isEmpty();
        assertThat(clients.turnedAway()).as("the failure was felt").isPositive();
        assertObservations(clients);
        assertActs(clients);
        var concerns = seated(Role.SAFEGUARDING).get("/api/protection/concerns").json().get("concerns").valueStream()
            .map(concern -> concern.get("receipt").asString()).toList();
        assertThat(concerns).as("behind the wall").doesNotHaveDuplicates().containsAll(clients.receipts());
        var newer = PublishedLog.now(new Visitor(centre.url()));
        assertThat(newer.size()).isGreaterThan(older.size());
        assertThat(newer.growsFrom(older)).as("the log goes on where it was").isTrue();
    }

    private static void assertObservations(Clients clients) throws Exception {
        var desk = seated(Role.OFFICER);
        var acknowledged = clients.said().stream().collect(Collectors.groupingBy(Said::datastream));
        for (var datastream : clients.datastreams().entrySet()) {
            var kept = kept(datastream.getValue());
            assertThat(kept).as("nothing doubled").doesNotHaveDuplicates();
            assertThat(kept).as("nothing lost").containsAll(acknowledged.get(datastream.getValue()));
            centre.await("the picture has the last word",
                () -> shown(desk, datastream.getKey()).equals(kept.getLast().result()));
        }
    }

    private static List<Said> kept(long datastream) throws Exception {
        var feed = new Visitor(centre.url());
        var answer = feed.get(
            "/sensorthings/v1.1/Datastreams(" + datastream
                + ")/Observations?$select=phenomenonTime,result&$orderby=phenomenonTime%20asc&$top=10000",
            "Authorization", "Bearer " + centre.feedToken());
        var kept = new ArrayList<Said>();
        for (var row : answer.json().get("value")) {
            kept.add(new Said(datastream, java.time.Instant.parse(row.get("phenomenonTime").asString()),
                "%.6f".formatted(row.get("result").asDouble())));
        }
        return kept;
    }

    private static String shown(Visitor desk, String sensor) {
        try {
            return desk.get("/api/picture").json().get("sensors").get(sensor).get("value").asString();
        } catch (IOException | InterruptedException fault) {
            throw new AssertionError(fault);
        }
    }

    private static void assertActs(Clients clients) throws Exception {
        var record = record();
        assertThat(record.keySet()).as("positions without a gap")
            .containsExactlyElementsOf(java.util.stream.LongStream.rangeClosed(1, record.size()).boxed().toList());
        Map<String, List<Long>> byWords = record.entrySet().stream()
            .filter(entry -> entry.getValue().get("type").asString().equals("incident.opened"))
            .collect(Collectors.groupingBy(entry -> entry.getValue().get("body").path("text").asString(),
                Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        clients.done().forEach((words, position) -> assertThat(byWords.get(words)).as(words).containsExactly(position));
        assertThat(clients.refused()).as("what was refused is not there").doesNotContainAnyElementsOf(byWords.keySet());
        byWords.forEach((words, positions) -> assertThat(positions).as("nothing doubled: " + words).hasSize(1));
    }

    private static Map<Long, JsonNode> record() throws Exception {
        var auditor = seated(Role.AUDITOR);
        Function<Long, List<JsonNode>> page = after -> {
            try {
                return auditor.get("/api/journal?limit=1000&after=" + after).json().get("entries").valueStream()
                    .toList();
            } catch (IOException | InterruptedException fault) {
                throw new AssertionError(fault);
            }
        };
        var record = new TreeMap<Long, JsonNode>();
        for (var entries = page.apply(0L); !entries.isEmpty(); entries = page.apply(record.lastKey())) {
            entries.forEach(entry -> record.put(entry.get("position").asLong(), entry));
        }
        return record;
    }

    private static Visitor seated(Role role) throws Exception {
        var visitor = new Visitor(centre.url());
        assertThat(centre.logIn(visitor, role, 0).status()).isEqualTo(200);
        return visitor;
    }
}
