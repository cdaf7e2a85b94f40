package org.entente.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.feeds.SapientHost.radar;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.entente.picture.PictureInput;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever a mad node sends, the others are heard and the server stays whole.
class SP07_TheAdversaryTest {

    private static final Instant NOW = Instant.parse("2026-03-14T22:00:00Z");

    @TempDir
    static Path dir;
    private static SapientHost host;

    @BeforeAll
    static void open() throws Exception {
        host = new SapientHost(dir, SapientHost.settings(), () -> NOW);
    }

    @AfterAll
    static void close() {
        host.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_mad_node_stops_nobody(long seed) throws Exception {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var good = radar(10 + (int) seed);
        try (var node = new SapientNode(host.server.port())) {
            node.register(NOW, good);
            for (int i = 0; i < 20; i++) {
                rave(random);
                node.send(node.say(NOW.plusMillis(i), SapientNode.detection(1.88, 50.97)));
            }
            awaitDetections(good, 20);
            node.send(node.say(NOW.plusMillis(99), SapientNode.alert("ALERT_TYPE_FATAL", "")));
            assertThat(node.answer("alert_ack").text("alert_ack_status")).isEqualTo("ALERT_ACK_STATUS_ACCEPTED");
        }
        assertThat(host.server.figures().refused()).containsEntry("fault", 0L).containsEntry("lost", 0L);
        assertThat(host.told(good, "detection").stream().mapToDouble(PictureInput.Observed::value).sum()).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void no_mutant_of_an_official_message_is_more_than_refused(long seed) throws Exception {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var rules = new SapientRules(SapientCases.ICD);
        int sound = 0;
        for (var bytes : messages()) {
            for (int i = 0; i < 40; i++) {
                try {
                    sound += rules.check(SapientCases.ICD.parse(mutate(bytes, random))).isEmpty() ? 1 : 0;
                } catch (com.google.protobuf.InvalidProtocolBufferException refused) {
                    assertThat(refused).hasMessageNotContaining("null");
                }
            }
        }
        assertThat(sound).as("some mutants only change a value").isPositive();
    }

    /// One connection of somebody who is mad: rubbish, mutants, wrong lengths, half messages; with a registration or
    /// without.
    private static void rave(RandomGenerator random) throws IOException {
        var messages = messages();
        try (var mad = new SapientNode(host.server.port())) {
            mad.socket.setSoTimeout(2);
            try {
                if (random.nextBoolean()) {
                    mad.send(SapientCases.message(SapientNode.registration(NOW, radar(1 + random.nextInt(5)), mad.id)));
                }
                for (int i = random.nextInt(30); i > 0; i--) {
                    mad.raw(raving(messages.get(random.nextInt(messages.size())), random, mad.id));
                }
            } catch (IOException cutOff) {
                assertThat(mad.socket.isConnected()).isTrue();
            }
        }
    }

    private static byte[] raving(byte[] message, RandomGenerator random, String id) throws IOException {
        return switch (random.nextInt(6)) {
            case 0 -> SapientFramer.frame(mutate(message, random));
            case 1 -> SapientFramer.frame(message);
            case 2 -> mutate(SapientFramer.frame(message), random);
            case 3 -> {
                var rubbish = new byte[random.nextInt(2_000)];
                random.nextBytes(rubbish);
                yield random.nextBoolean() ? rubbish : SapientFramer.frame(rubbish);
            }
            case 4 -> SapientFramer.frame(mutate(SapientCases.message("{\"timestamp\":\"" + NOW + "\",\"nodeId\":\""
                + id + "\"," + SapientNode.detection(1.88, 50.97) + "}").toByteArray(), random));
            default -> new byte[random.nextInt(4)];
        };
    }

    private static byte[] mutate(byte[] message, RandomGenerator random) {
        var mutant = message.clone();
        for (int i = 1 + random.nextInt(4); i > 0 && mutant.length > 0; i--) {
            mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
        }
        return mutant;
    }

    private static List<byte[]> messages() throws IOException {
        var messages = new ArrayList<byte[]>();
        for (var one : SapientCases.all()) {
            if (one.sound()) {
                messages.add(one.message().toByteArray());
            }
        }
        return messages;
    }

    private static void awaitDetections(String sensor, int count) throws InterruptedException {
        long until = System.nanoTime() + 20_000_000_000L;
        while (host.told(sensor, "detection").stream().mapToDouble(PictureInput.Observed::value).sum() < count
            && System.nanoTime() < until) {
            Thread.sleep(10);
        }
    }
}
