package org.entente.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.feeds.SapientHost.radar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.picture.PictureInput;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An edge node registers, says how it is and what it sees; all of it goes through the one gate into the record.
class SP06_ANodeOnTheAirTest {

    private static final Instant NOW = Instant.parse("2026-03-14T22:00:00Z");
    private static final AtomicInteger NEXT = new AtomicInteger();

    @TempDir
    static Path dir;
    private static SapientHost host;

    private final String sensor = radar(NEXT.incrementAndGet()); // every test has its own

    @BeforeAll
    static void open() throws Exception {
        host = new SapientHost(dir, SapientHost.settings(), () -> NOW);
    }

    @AfterAll
    static void close() {
        host.close();
    }

    @Test
    void a_sensor_of_the_deployment_is_accepted_by_its_name_or_its_short_name() throws Exception {
        try (var node = node()) {
            assertThat(accepted(node.register(NOW, sensor))).isTrue();
        }
        try (var node = node()) {
            node.send(SapientCases.message(SapientNode.registration(NOW, "Radar at the beach", node.id)
                .replace("\"C1\"", "\"" + radar(60) + "\"")));
            var ack = node.read();
            assertThat(accepted(ack.part("registration_ack").orElseThrow())).isTrue();
            assertThat(ack.text("destination_id")).isEqualTo(node.id);
            assertThat(new SapientRules(SapientCases.ICD).check(ack.message())).isEmpty();
        }
    }

    @Test
    void an_unknown_node_is_not_accepted_and_told_why_in_both_languages() throws Exception {
        try (var node = node()) {
            var ack = node.register(NOW, "Car Park Camera");
            assertThat(accepted(ack)).isFalse();
            assertThat(reasons(ack, "ack_response_reason")).containsExactly(
                "no sensor of this deployment has the name or short_name of this registration",
                "aucun capteur de ce déploiement n’a le nom (name ou short_name) de cet enregistrement");
            assertThat(reasons(node.register(NOW, SapientHost.FENCE), "ack_response_reason").getFirst())
                .contains("reports no detections");
            node.send(node.say(NOW, SapientNode.detection(1.88, 50.97)));
            assertThat(node.error().getFirst()).startsWith("message [unregistered]");
            assertThat(accepted(node.register(NOW, sensor))).as("it may try again").isTrue();
        }
    }

    @Test
    void detections_of_one_time_are_one_observation_of_the_sensors_detection_datastream() throws Exception {
        try (var node = registered(sensor)) {
            var burst = new ByteArrayOutputStream();
            for (int i = 0; i < 3; i++) {
                burst.writeBytes(SapientFramer.frame(
                    node.say(NOW, SapientNode.detection(1.88 + i / 1000.0, 50.97)).toByteArray()));
            }
            burst.writeBytes(
                SapientFramer.frame(node.say(NOW.plusMillis(100), SapientNode.detection(1.9, 50.97)).toByteArray()));
            node.raw(burst.toByteArray());
            var told = await(() -> host.told(sensor, "detection"), 2);
            assertThat(told).extracting(PictureInput.Observed::phenomenonTime).containsExactly(NOW,
                NOW.plusMillis(100));
            assertThat(told).extracting(PictureInput.Observed::value).containsExactly(3.0, 1.0);
            assertThat(told.getLast().result()).isEqualTo(
                "{\"scan\":[{\"id\":\"01GGYFBAXH4VYRQYEX7S3XGK3H\",\"lat\":50.97,\"lon\":1.9}]}");
            assertThat(host.store.observation(told.getFirst().seq())).contains(told.getFirst());
        }
    }

    @Test
    void detections_of_one_time_that_come_apart_are_a_microsecond_apart() throws Exception {
        try (var node = registered(sensor)) {
            for (int i = 1; i <= 3; i++) {
                node.send(node.say(NOW, SapientNode.detection(1.88, 50.97)));
                await(() -> host.told(sensor, "detection"), i);
            }
            assertThat(host.told(sensor, "detection")).extracting(PictureInput.Observed::phenomenonTime)
                .containsExactly(NOW, NOW.plusNanos(1_000), NOW.plusNanos(2_000));
        }
    }

    @Test
    void a_report_sent_again_is_dropped_and_counted_also_on_another_connection() throws Exception {
        var before = host.server.figures().duplicates();
        var report = SapientNode.detection(SapientNode.ulid(), 1.88, 50.97, "");
        try (var node = registered(sensor)) {
            node.send(node.say(NOW, report));
            await(() -> host.told(sensor, "detection"), 1);
            node.send(node.say(NOW, report));
        }
        try (var again = registered(sensor)) {
            again.send(again.say(NOW.plusSeconds(1), report));
            again.send(again.say(NOW.plusSeconds(1), SapientNode.detection(1.89, 50.97)));
            assertThat(await(() -> host.told(sensor, "detection"), 2)).extracting(PictureInput.Observed::value)
                .containsExactly(1.0, 1.0);
        }
        assertThat(host.server.figures().duplicates() - before).isEqualTo(2);
    }

    @Test
    void a_status_report_is_the_sensors_health() throws Exception {
        try (var node = registered(sensor)) {
            var second = new AtomicInteger();
            for (var system : List.of("SYSTEM_OK", "SYSTEM_WARNING", "SYSTEM_ERROR", "SYSTEM_OK", "SYSTEM_GOODBYE")) {
                node.send(node.say(NOW.plusSeconds(second.incrementAndGet()), SapientNode.status(system)));
            }
            assertThat(await(() -> host.told(sensor, "health"), 5)).extracting(PictureInput.Observed::result)
                .containsExactly("\"OK\"", "\"OK\"", "\"FAULT\"", "\"OK\"", "\"FAULT\"");
        }
    }

    @Test
    void an_alert_is_acknowledged_after_it_is_kept_and_rejected_when_there_is_nothing_to_keep() throws Exception {
        try (var node = registered(sensor)) {
            var place = """
                ,"location":{"x":1.88,"y":50.97,"coordinateSystem":"LOCATION_COORDINATE_SYSTEM_LAT_LNG_DEG_M",
                "datum":"LOCATION_DATUM_WGS84_E"},"confidence":0.7,"description":"a man in a red coat\"""";
            node.send(node.say(NOW, SapientNode.alert("ALERT_TYPE_CRITICAL", place)));
            assertThat(node.answer("alert_ack").text("alert_ack_status")).isEqualTo("ALERT_ACK_STATUS_ACCEPTED");
            assertThat(await(() -> host.told(sensor, "detection"), 1)).extracting(PictureInput.Observed::result)
                .as("no look of the sensor").containsExactly("{\"lat\":50.97,\"lon\":1.88,\"confidence\":0.7}");
            node.send(node.say(NOW, SapientNode.alert("ALERT_TYPE_FATAL", "")));
            assertThat(node.answer("alert_ack").text("alert_ack_status")).isEqualTo("ALERT_ACK_STATUS_ACCEPTED");
            assertThat(await(() -> host.told(sensor, "health"), 1)).extracting(PictureInput.Observed::result)
                .containsExactly("\"FAULT\"");
            node.send(node.say(NOW, SapientNode.alert("ALERT_TYPE_INFORMATION", place)));
            var ack = node.answer("alert_ack");
            assertThat(ack.text("alert_ack_status")).isEqualTo("ALERT_ACK_STATUS_REJECTED");
            assertThat(reasons(ack, "reason")).hasSize(2);
        }
    }

    @Test
    void an_alert_without_a_confidence_among_detections_stands_outside_their_scan() throws Exception {
        try (var node = registered(sensor)) {
            var place = """
                ,"location":{"x":1.89,"y":50.98,"coordinateSystem":"LOCATION_COORDINATE_SYSTEM_LAT_LNG_DEG_M",
                "datum":"LOCATION_DATUM_WGS84_E"}""";
            node.send(node.say(NOW, SapientNode.detection(1.88, 50.97)));
            node.send(node.say(NOW, SapientNode.alert("ALERT_TYPE_WARNING", place)));
            node.answer("alert_ack");
            assertThat(await(() -> host.told(sensor, "detection"), 2)).extracting(PictureInput.Observed::result)
                .satisfiesExactly(scan -> assertThat(scan).startsWith("{\"scan\":[{").containsOnlyOnce("lat"),
                    alone -> assertThat(alone).isEqualTo("{\"lat\":50.98,\"lon\":1.89}"));
        }
    }

    @Test
    void a_bad_message_is_answered_with_field_and_rule_and_the_next_good_one_is_taken() throws Exception {
        try (var node = registered(sensor)) {
            node.send(node.say(NOW, SapientNode.detection("no-ulid", 1.88, 50.97, "")));
            assertThat(node.error()).containsExactly(
                "detection_report.report_id [ulid] must be a ULID / doit être un ULID");
            node.send(node.say(NOW, SapientNode.detection(50.97, 1.88)));
            assertThat(node.error().getFirst()).startsWith("detection_report.location [reach]");
            node.send(node.say(NOW.plus(Duration.ofHours(2)), SapientNode.detection(1.88, 50.97)));
            assertThat(node.error().getFirst()).startsWith("timestamp [clock]").contains("2026-03-14T22:00:00Z");
            node.send(SapientCases.message("{\"timestamp\":\"" + NOW
                + "\",\"nodeId\":\"6acd78c1-fcc2-4368-b7ae-ff1aa318911c\"," + SapientNode.detection(1.88, 50.97)
                + "}"));
            assertThat(node.error().getFirst()).startsWith("node_id [node]");
            node.raw(new byte[4]);
            assertThat(node.error()).contains("node_id [mandatory] must be there / doit être présent");
            node.raw(new byte[]{3, 0, 0, 0, -1, -1, -1});
            assertThat(node.error().getFirst()).startsWith("message [protobuf]");
            node.send(node.say(NOW, "\"registrationAck\":{\"acceptance\":true}"));
            assertThat(node.error().getFirst()).startsWith("registration_ack [direction]");
            node.send(node.say(NOW, SapientNode.detection(1.88, 50.97)));
            await(() -> host.told(sensor, "detection"), 1);
        }
        assertThat(host.server.figures().malformed()).containsKeys("ulid", "reach", "clock", "node", "mandatory",
            "protobuf", "direction");
    }

    @Test
    void the_official_bad_messages_that_can_be_sent_are_all_answered_and_end_nothing() throws Exception {
        try (var node = registered(sensor)) {
            for (var one : SapientCases.all()) {
                if (!one.sound() && sendable(one)) {
                    node.send(one.message());
                    assertThat(node.error()).as(one.name()).isNotEmpty();
                }
            }
            node.send(node.say(NOW, SapientNode.detection(1.88, 50.97)));
            await(() -> host.told(sensor, "detection"), 1);
        }
    }

    @Test
    void a_broken_framing_is_told_and_ends_the_connection() throws Exception {
        try (var node = registered(sensor)) {
            node.raw(new byte[]{-1, -1, -1, 127});
            assertThat(node.error().getFirst()).startsWith("message [framing]");
            assertThat(node.ended()).isTrue();
        }
    }

    @Test
    void two_nodes_at_once_do_not_notice_each_other() throws Exception {
        var other = radar(61);
        try (var one = registered(sensor); var two = registered(other)) {
            for (int i = 0; i < 50; i++) {
                var at = NOW.plusMillis(i);
                one.send(one.say(at, SapientNode.detection(1.88, 50.97)));
                two.send(two.say(at, SapientNode.detection(1.89, 50.98)));
            }
            assertThat(await(() -> host.told(sensor, "detection"), 50))
                .allMatch(one2 -> one2.result().contains("1.88"));
            assertThat(await(() -> host.told(other, "detection"), 50)).allMatch(one2 -> one2.result().contains("1.89"))
                .extracting(PictureInput.Observed::phenomenonTime).isSorted();
        }
    }

    @Test
    void another_node_cannot_take_a_sensor_that_is_on_the_air_and_the_same_node_can() throws Exception {
        try (var one = registered(sensor); var two = node(); var again = node()) {
            assertThat(accepted(two.register(NOW, sensor))).isFalse();
            assertThat(accepted(again.register(NOW, sensor, one.id))).isTrue();
            assertThat(one.ended()).isTrue();
        }
    }

    @Test
    void what_a_node_sent_before_it_was_killed_is_kept_and_its_place_is_free() throws Exception {
        try (var node = registered(sensor)) {
            node.send(node.say(NOW, SapientNode.detection(1.88, 50.97)));
            node.raw(new byte[]{99, 0, 0, 0, 1, 2, 3}); // in the middle of a message
            node.socket.setSoLinger(true, 0); // reset, as by a power cut
            await(() -> host.told(sensor, "detection"), 1);
        }
        try (var another = node()) {
            await(() -> {
                var ack = another.register(NOW, sensor);
                return accepted(ack) ? List.of(ack) : List.of();
            }, 1);
        }
    }

    @Test
    void nothing_about_a_person_reaches_the_store() throws Exception {
        var before = host.server.figures().personal();
        try (var node = registered(sensor)) {
            node.send(node.say(NOW, SapientNode.detection(SapientNode.ulid(), 1.88, 50.97,
                """
                    ,"classification":[{"type":"Human","confidence":0.8,"subClass":[{"type":"Male-XYZZY","level":1}]}],
                    "objectInfo":[{"type":"skin-XYZZY","value":"XYZZY"}],"behaviour":[{"type":"XYZZY"}],
                    "colour":"XYZZY",
                    "id":"XYZZY","trackInfo":[{"type":"XYZZY","value":"XYZZY"}],
                    "associatedFile":[{"type":"XYZZY","url":"XYZZY"}]""")));
            node.send(node.say(NOW, SapientNode.detection("XYZZY", 1.88, 50.97, "")));
            assertThat(String.join("", node.error())).doesNotContain("XYZZY");
            assertThat(await(() -> host.told(sensor, "detection"), 1).getFirst().result())
                .endsWith("\"class\":{\"person\":0.8}}]}");
        }
        assertThat(host.server.figures().personal() - before).isEqualTo(7);
        try (var connection = host.database.app().getConnection();
            var rows = connection.createStatement()
                .executeQuery("select count(*) filter (where o::text like '%XYZZY%'),"
                    + " count(*) filter (where o::text like '%person%') from sta.observation o")) {
            rows.next();
            assertThat(rows.getLong(1)).isZero();
            assertThat(rows.getLong(2)).isPositive();
        }
    }

    @Test
    void who_does_not_register_or_does_not_read_or_says_nothing_loses_its_place() throws Exception {
        var usual = SapientHost.settings();
        var hasty = new SapientSettings(usual.bind(), 0, 2, usual.maxMessageBytes(), usual.ahead(), usual.late(),
            Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(16));
        try (var server = host.open(hasty, () -> NOW, host.store)) {
            try (var first = new SapientNode(server.port());
                var second = new SapientNode(server.port());
                var third = new SapientNode(server.port())) {
                assertThat(third.ended()).as("one too many").isTrue();
                assertThat(first.ended()).as("not registered in time").isTrue();
                assertThat(second.ended()).isTrue();
            }
            try (var deaf = patiently(server)) {
                var bad = SapientFramer.frame(new byte[100_000]);
                bad[4] = 0x7a; // an unknown field of 99,995 bytes: sound protobuf, no sound message
                bad[5] = (byte) 0x9b;
                bad[6] = (byte) 0x8d;
                bad[7] = 0x06;
                assertThatThrownBy(() -> {
                    for (int i = 0; i < 1_000; i++) {
                        deaf.raw(bad);
                    }
                }).isInstanceOf(IOException.class);
            }
            assertThat(server.figures().refused()).containsEntry("cutOff", 3L).satisfies(
                refused -> assertThat(refused.get("turnedAway")).isPositive());
        }
    }

    private SapientNode node() throws IOException {
        return new SapientNode(host.server.port());
    }

    private SapientNode registered(String name) throws IOException {
        var node = node();
        assertThat(accepted(node.register(NOW, name))).isTrue();
        return node;
    }

    /// Registers as soon as there is a place again.
    private SapientNode patiently(SapientServer server) throws Exception {
        return await(() -> {
            var node = new SapientNode(server.port());
            try {
                return accepted(node.register(NOW, sensor)) ? List.of(node) : List.of();
            } catch (IOException turnedAway) {
                node.close();
                return List.of();
            }
        }, 1).getFirst();
    }

    private static boolean accepted(SapientFields ack) {
        return (boolean) ack.message()
            .getField(ack.message().getDescriptorForType().findFieldByName("acceptance"));
    }

    private static List<String> reasons(SapientFields of, String field) {
        return ((List<?>) of.message().getField(of.message().getDescriptorForType().findFieldByName(field))).stream()
            .map(Object::toString).toList();
    }

    private static boolean sendable(SapientCases.Case one) {
        try {
            one.message();
            return true;
        } catch (IOException wordsOnlyJsonCanSay) {
            return false;
        }
    }

    private static <T> List<T> await(Callable<List<T>> what, int count) throws Exception {
        long until = System.nanoTime() + 20_000_000_000L;
        var seen = what.call();
        while (seen.size() < count && System.nanoTime() < until) {
            Thread.sleep(10);
            seen = what.call();
        }
        assertThat(seen).hasSize(count);
        return seen;
    }
}
