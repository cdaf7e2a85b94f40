package org.entente.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.entente.kernel.Position;
import org.entente.kernel.UnitId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server as its clients and the picture see it.
class CotServerTest {

    private static final long NOW = CotFixtures.NOW;
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochMilli(NOW));

    @TempDir
    Path folder;

    @Test
    void a_position_reaches_the_picture_and_the_other_clients_once() throws Exception {
        try (CotDesk desk = CotDesk.plain();
            CotCaller a = desk.caller().onAir("CRS-1");
            CotCaller b = desk.caller().protobuf().onAir("CRS-2")) {
            a.send(CotFixtures.event("CRS-1", "a-f-G-U-C", NOW + 1000, 50.97, 1.85,
                "<contact callsign=\"Lynx\"/><track course=\"82.5\" speed=\"1.25\"/>")).settled();
            assertThat(desk.sightings).extracting(sighting -> sighting.unit().text()).containsExactly("CRS-1", "CRS-2",
                "CRS-1");
            assertThat(desk.sightings.getLast()).satisfies(last -> {
                assertThat(last.callsign()).isEqualTo("Lynx");
                assertThat(last.where()).isEqualTo(new Position(50.97, 1.85));
                assertThat(last.course()).isEqualTo(82.5);
                assertThat(last.time()).isEqualTo(Instant.ofEpochMilli(NOW + 1000));
            });
            assertThat(b.heard()).extracting(CotEvent::uid).containsExactly("CRS-1", "CRS-1"); // last known, then news
            assertThat(a.heard()).extracting(CotEvent::uid).containsExactly("CRS-2");
        }
    }

    @Test
    void all_arrives_in_order_in_both_formats() throws Exception {
        try (CotDesk desk = CotDesk.plain();
            CotCaller from = desk.caller().onAir("GATEWAY");
            CotCaller xml = desk.caller().onAir("X");
            CotCaller pb = desk.caller().protobuf().onAir("P")) {
            xml.heard();
            pb.heard();
            StringBuilder together = new StringBuilder();
            for (int i = 0; i < 3000; i++) {
                together.append(i % 3 == 0 ? "<?xml version=\"1.0\"?>\n" : "")
                    .append(CotFixtures.event("T" + i, "a-f-G", NOW, 50, 1, "<remarks>é" + i + "</remarks>"));
            }
            from.send(together.toString());
            List<String> sent = IntStream.range(0, 3000).mapToObj(i -> "T" + i).toList();
            from.settled();
            assertThat(xml.heard()).extracting(CotEvent::uid).containsExactlyElementsOf(sent);
            assertThat(pb.heard()).extracting(CotEvent::uid).containsExactlyElementsOf(sent);
            assertThat(desk.refused("shed")).isZero();
        }
    }

    @Test
    void reads_one_event_over_many_reads_and_either_quotes() throws Exception {
        try (CotDesk desk = CotDesk.plain(); CotCaller a = desk.caller(); CotCaller b = desk.caller().onAir("B")) {
            String event = CotFixtures
                .event("A", "a-f-G", NOW, 50, 1, "<remarks><![CDATA[</event> is not the end]]></remarks>")
                .replace('"', '\'').replaceFirst(" ", "\n");
            for (byte one : event.getBytes()) {
                a.send(new byte[]{one});
            }
            assertThat(b.await(heard -> heard.uid().equals("A")).detail().value("remarks", "")).isEmpty();
        }
    }

    @Test
    void a_unit_that_comes_back_gets_the_last_known_positions() throws Exception {
        try (CotDesk desk = CotDesk.plain(); CotCaller a = desk.caller().onAir("A")) {
            a.send(CotFixtures.event("A", "a-f-G", NOW + 1, 51, 1.5, "")).settled();
            a.send(CotFixtures.event("OLD", "a-f-G", NOW - 590_000, 51, 1.5, "")).settled(); // stale at NOW
            try (CotCaller b = desk.caller()) {
                assertThat(b.heard()).isEmpty();
                b.onAir("B");
                assertThat(b.heard()).extracting(CotEvent::uid, CotEvent::lat)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("A", 51.0));
            }
            try (CotCaller b = desk.caller().onAir("B")) {
                assertThat(b.heard()).extracting(CotEvent::uid).containsExactly("A");
            }
        }
    }

    @Test
    void peers_and_picture_learn_who_left() throws Exception {
        try (CotDesk desk = CotDesk.plain(); CotCaller b = desk.caller().onAir("B")) {
            desk.caller().onAir("A").close();
            CotEvent left = b.await(event -> event.type().equals("t-x-d-d"));
            assertThat(left.detail().value("link", "uid")).isEqualTo("A");
            CotDesk.until("gone", () -> desk.gone.equals(List.of(new UnitId("A"))));
            assertThat(desk.server.figures().clients()).isEqualTo(1);
        }
    }

    @Test
    void control_answers_and_tasks_of_clients_are_never_relayed() throws Exception {
        try (CotDesk desk = CotDesk.plain();
            CotCaller a = desk.caller().onAir("A");
            CotCaller b = desk.caller().onAir("B")) {
            b.heard();
            for (String type : List.of("t-x-d-d", "t-x-m-c", "t-r", "t-k-d", "y-a-w")) {
                a.send(CotFixtures.event("A" + type, type, NOW, 50, 1, ""));
            }
            a.settled();
            assertThat(b.heard()).isEmpty();
            assertThat(desk.refused("notYours")).isEqualTo(3);
        }
    }

    @Test
    void an_addressed_event_reaches_only_whom_it_names() throws Exception {
        try (CotDesk desk = CotDesk.plain();
            CotCaller a = desk.caller().onAir("A");
            CotCaller b = desk.caller().onAir("B");
            CotCaller c = desk.caller().onAir("C")) {
            c.heard();
            b.heard();
            a.send(CotFixtures.event("chat", "b-t-f", NOW, 0, 0,
                "<remarks>hello</remarks><marti><dest callsign=\"B\"/></marti>")).settled();
            assertThat(b.heard()).extracting(CotEvent::uid).containsExactly("chat");
            assertThat(c.heard()).isEmpty();
        }
    }

    @Test
    void groups_are_the_administrators_and_keep_clients_apart() throws Exception {
        TakCertificates tls = certificates("FR-1", "GB-1", "LIAISON", "NOBODY");
        GroupPolicy policy = name -> switch (name.orElse("")) {
            case "FR-1" -> List.of("fr");
            case "GB-1" -> List.of("gb");
            case "LIAISON" -> List.of("fr", "gb");
            default -> List.of();
        };
        try (CotDesk desk = desk(tls, policy);
            CotCaller fr = secure(desk, tls, "FR-1").onAir("fr");
            CotCaller gb = secure(desk, tls, "GB-1").onAir("gb");
            CotCaller both = secure(desk, tls, "LIAISON").onAir("both")) {
            fr.heard();
            gb.heard();
            fr.send(CotFixtures.event("fr", "a-f-G", NOW + 1, 50, 1, "<__group name=\"gb\" role=\"HQ\"/>")).settled();
            assertThat(both.heard()).extracting(CotEvent::uid).contains("fr", "gb");
            assertThat(gb.heard()).isEmpty();
            assertThat(secure(desk, tls, "NOBODY").read()).isEmpty();
            assertThat(CotCaller.plain(desk.server.plainPort()).read()).isEmpty();
            assertThat(desk.refused("turnedAway")).isEqualTo(2);
        }
    }

    @Test
    void over_tls_the_unit_is_the_certificates_and_nobody_else_can_be_it() throws Exception {
        TakCertificates tls = certificates("CRS-3", "CRS-4");
        try (CotDesk desk = desk(tls, GroupPolicy.oneGroup());
            CotCaller unit = secure(desk, tls, "CRS-3").onAir("ANDROID-1");
            CotCaller plain = desk.caller().onAir("EYE");
            CotCaller other = secure(desk, tls, "CRS-4").onAir("CRS-4")) {
            assertThat(desk.sightings.getFirst().unit()).isEqualTo(new UnitId("CRS-3"));
            unit.heard();
            for (String stolen : List.of("CRS-3", "ANDROID-1")) {
                plain.send(CotFixtures.event(stolen, "a-f-G", NOW + 5, 10, 10, ""));
                other.send(CotFixtures.event(stolen, "a-f-G", NOW + 5, 10, 10, ""));
            }
            other.send(CotFixtures.event("CRS-9", "a-f-G", NOW + 5, 10, 10, "")).settled();
            plain.settled();
            assertThat(desk.refused("impostor")).isEqualTo(4);
            assertThat(desk.sightings).hasSize(3);
            assertThat(unit.heard()).extracting(CotEvent::uid).containsExactly("CRS-9"); // passed on, not believed
        }
    }

    @Test
    void without_a_certificate_the_tls_door_stays_shut() throws Exception {
        TakCertificates tls = certificates("A");
        Path strangers = folder.resolve("strangers");
        TakCertificates foreign = new TakCertificates(strangers, Instant.now(), List.of("localhost"));
        foreign.client("A");
        Files.copy(folder.resolve("tls/truststore.p12"), strangers.resolve("truststore.p12"),
            java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        try (CotDesk desk = desk(tls, GroupPolicy.oneGroup())) {
            assertThatThrownBy(() -> {
                if (secure(desk, foreign, "A").read().isEmpty()) {
                    throw new IOException("closed");
                }
            }).isInstanceOf(IOException.class);
            assertThat(desk.server.figures().clients()).isZero();
        }
    }

    @Test
    void late_doubled_and_pointless_positions_are_passed_on_but_not_believed() throws Exception {
        try (CotDesk desk = CotDesk.plain();
            CotCaller a = desk.caller().onAir("A");
            CotCaller b = desk.caller().onAir("B")) {
            b.heard();
            a.send(CotFixtures.event("A", "a-f-G", NOW - 700_000, 50, 1, ""))
                .send(CotFixtures.event("A", "a-f-G", NOW + 700_000, 50, 1, ""))
                .send(CotFixtures.event("A", "a-f-G", NOW, 50, 1, ""))
                .send(CotFixtures.event("A", "a-f-G", NOW - 1, 50, 1, ""))
                .send(CotFixtures.event("A", "a-f-G", NOW + 1, 0, 0, ""))
                .send(CotFixtures.event("M", "a-h-G", NOW, 50, 1, "")).settled();
            assertThat(desk.sightings).hasSize(2);
            assertThat(b.heard()).hasSize(6);
            assertThat(desk.refused("late")).isEqualTo(3);
            assertThat(desk.refused("duplicate")).isEqualTo(1);
        }
    }

    @Test
    void malformed_and_oversized_input_is_counted_and_hurts_only_its_sender() throws Exception {
        try (CotDesk desk = CotDesk.plain();
            CotCaller bad = desk.caller().onAir("BAD");
            CotCaller good = desk.caller().onAir("GOOD")) {
            bad.send("rubbish <event uid='x' <event type='a'>&nbsp;</event>"
                + CotFixtures.event("BIG", "a-f-G", NOW, 50, 1, "x".repeat(70_000))
                + CotFixtures.event("FAR", "a-f-G", NOW, 95, 1, "")
                + CotFixtures.event("FINE", "a-f-G", NOW, 50, 1, "")).settled();
            assertThat(good.heard()).extracting(CotEvent::uid).containsExactly("BAD", "FINE");
            assertThat(desk.refused("oversized")).isEqualTo(1);
            assertThat(desk.refused("malformed")).isEqualTo(4);
            bad.send("<event></event>".repeat(CotClient.MALFORMED_IN_A_ROW));
            while (bad.read().isPresent()) {
                assertThat(bad).isNotNull();
            }
            assertThat(desk.refused("cutOff")).isEqualTo(1);
            assertThat(good.settled().heard()).isEmpty();
        }
    }

    @Test
    void protobuf_finds_back_after_stray_bytes_and_ends_on_what_is_too_large() throws Exception {
        try (CotDesk desk = CotDesk.plain();
            CotCaller a = desk.caller().protobuf().onAir("A");
            CotCaller b = desk.caller().onAir("B")) {
            b.heard();
            a.send(new byte[]{0}).send(CotFixtures.message(CotFixtures.event("ONE", "a-f-G", NOW, 50, 1, "")))
                .send(new byte[]{7, 7, 7, (byte) 0xbf, 3, 9, 9, 9})
                .send(CotFixtures.message(CotFixtures.event("TWO", "a-f-G", NOW, 50, 1, ""))).settled();
            assertThat(b.heard()).extracting(CotEvent::uid).containsExactly("ONE", "TWO");
            a.send(new byte[]{(byte) 0xbf, (byte) 0xff, (byte) 0xff, (byte) 0xff, 0x7f});
            assertThat(a.read()).isEmpty();
            assertThat(desk.refused("oversized")).isEqualTo(1);
        }
    }

    @Test
    void one_connection_too_many_is_closed_and_room_comes_back() throws Exception {
        CotSettings few = new CotSettings(InetAddress.getLoopbackAddress(), 0, -1, 2, 65536, 100, 1 << 20,
            Duration.ofMinutes(10));
        try (CotDesk desk = new CotDesk(few, Optional.empty(), GroupPolicy.oneGroup(), CLOCK)) {
            CotCaller first = desk.caller().onAir("A");
            CotCaller second = desk.caller().onAir("B");
            assertThat(desk.caller().read()).isEmpty();
            first.close();
            CotDesk.until("room again", () -> greeted(desk));
            second.close();
        }
    }

    @Test
    void certificates_are_for_their_owner_only_and_made_once() throws Exception {
        certificates("CRS-1");
        byte[] before = Files.readAllBytes(folder.resolve("tls/CRS-1.p12"));
        certificates("CRS-1");
        assertThat(Files.readAllBytes(folder.resolve("tls/CRS-1.p12"))).isEqualTo(before);
        try (var files = Files.list(folder.resolve("tls"))) {
            assertThat(files.toList()).hasSize(10)
                .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------"));
        }
        assertThatThrownBy(() -> certificates("../x")).isInstanceOf(IllegalArgumentException.class);
    }

    private static boolean greeted(CotDesk desk) {
        try (CotCaller caller = desk.caller()) {
            return caller.read().isPresent();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private TakCertificates certificates(String... clients) throws IOException {
        TakCertificates made = new TakCertificates(folder.resolve("tls"), Instant.now(),
            List.of("localhost", "127.0.0.1"));
        for (String client : clients) {
            made.client(client);
        }
        return made;
    }

    private static CotDesk desk(TakCertificates tls, GroupPolicy policy) throws IOException {
        return new CotDesk(CotDesk.settings(), Optional.of(tls.server()), policy, CLOCK);
    }

    private static CotCaller secure(CotDesk desk, TakCertificates tls, String name) throws IOException {
        return CotCaller.tls(desk.server.tlsPort(), tls.clientContext(name));
    }
}
