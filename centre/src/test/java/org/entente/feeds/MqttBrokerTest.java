package org.entente.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.entente.feeds.ReferenceThings.Described;
import org.entente.feeds.ReferenceThings.Measures;
import org.entente.kernel.Position;
import org.entente.kernel.SensorId;
import org.entente.picture.Picture;
import org.entente.picture.PictureInput;
import org.entente.store.Database;
import org.entente.store.ObservationStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Publishing and hearing over MQTT, with a client that nobody here wrote.
class MqttBrokerTest {

    private static final Instant NIGHT = Instant.parse("2026-03-14T22:00:00Z");

    @TempDir
    static Path dir;
    private static Database database;
    private static ObservationStore store;
    private static SensorThings things;
    private static long datastream;
    private static final AtomicReference<MqttBroker> BROKER = new AtomicReference<>();

    @BeforeAll
    static void start() throws Exception {
        database = Database.embedded(dir.resolve("data"), 0);
        database.migrate();
        store = new ObservationStore(database.app(), () -> NIGHT, ObservationStore.Settings.USUAL,
            inputs -> told(inputs));
        things = new SensorThings(database.app(), store, () -> NIGHT, SensorThings.Limits.USUAL);
        ReferenceThings.seed(database.app(), () -> NIGHT, List.of(new Described(new SensorId("CAL-FIB-001"), "Fence",
            "FENCE_FIBRE", new Position(50.96, 1.86),
            List.of(new Measures("vibration", "g"), new Measures(Picture.VERDICT, "")))));
        try (var connection = database.app().getConnection();
            var row = connection.createStatement()
                .executeQuery("select id from sta.datastream where name = 'CAL-FIB-001/vibration'")) {
            row.next();
            datastream = row.getLong(1);
        }
        BROKER.set(broker());
    }

    private static void told(List<PictureInput> inputs) {
        if (BROKER.get() != null) {
            BROKER.get().observed(inputs);
        }
    }

    private static MqttBroker broker() {
        return new MqttBroker(MqttBroker.Settings.local(0, dir.resolve("mqtt")), (_, token) -> token.equals("good"),
            things);
    }

    @AfterAll
    static void stop() {
        BROKER.get().close();
        store.close();
        database.close();
    }

    @Test
    void a_token_opens_the_door_and_nothing_else_does() {
        var wrong = three("wrong");
        assertThatThrownBy(() -> wrong.connectWith().simpleAuth().username("feed")
            .password("bad".getBytes(StandardCharsets.UTF_8)).applySimpleAuth().send())
            .isInstanceOf(Mqtt3ConnAckException.class);
        assertThatThrownBy(three("anonymous")::connect).isInstanceOf(Mqtt3ConnAckException.class);
    }

    @Test
    void what_is_published_is_durable_when_it_is_acknowledged_and_heard_by_subscribers() throws Exception {
        var listener = connected("listener");
        var heard = heard(listener, topic());
        var publisher = connected("publisher");
        long before = store.head();
        publisher.publishWith().topic(topic()).qos(MqttQos.AT_LEAST_ONCE).payload(body(1, "1.25")).send();
        assertThat(store.head()).isEqualTo(before + 1);
        assertThat(heard.poll(5, TimeUnit.SECONDS)).contains("\"result\":1.25", "\"@iot.id\":" + (before + 1));
        publisher.publishWith().topic(topic()).qos(MqttQos.AT_LEAST_ONCE).payload(body(1, "1.25")).send();
        publisher.publishWith().topic(topic()).qos(MqttQos.EXACTLY_ONCE).payload(body(1, "1.25")).send();
        assertThat(store.head()).isEqualTo(before + 1);
        publisher.publishWith().topic("v1.1/Observations").qos(MqttQos.EXACTLY_ONCE)
            .payload(
                ("{\"result\":2,\"Datastream\":{\"@iot.id\":" + datastream + "}}").getBytes(StandardCharsets.UTF_8))
            .send();
        assertThat(store.head()).isEqualTo(before + 2);
        assertThat(heard.poll(5, TimeUnit.SECONDS)).contains("\"result\":2");
        publisher.disconnect();
        listener.disconnect();
    }

    @Test
    void a_message_that_is_not_sound_is_told_counted_and_stops_nobody() throws Exception {
        var publisher = connected("clumsy");
        var errors = heard(publisher, "entente/errors/clumsy");
        long before = store.head();
        for (var bad : List.of("{", "{\"phenomenonTime\":\"now\",\"result\":1}",
            "{\"result\":\"" + "x".repeat(5_000) + "\"}")) {
            publisher.publishWith().topic(topic()).qos(MqttQos.AT_LEAST_ONCE)
                .payload(bad.getBytes(StandardCharsets.UTF_8)).send();
            assertThat(errors.poll(5, TimeUnit.SECONDS)).contains("\"type\":\"error\"", " / ");
        }
        publisher.publishWith().topic("v1.1/Datastreams(99999)/Observations").qos(MqttQos.AT_LEAST_ONCE)
            .payload(body(5, "1")).send();
        assertThat(errors.poll(5, TimeUnit.SECONDS)).contains("99999");
        long verdicts = ReferenceThings.datastream(database.app(), new SensorId("CAL-FIB-001"), Picture.VERDICT)
            .orElseThrow();
        publisher.publishWith().topic("v1.1/Datastreams(" + verdicts + ")/Observations").qos(MqttQos.AT_LEAST_ONCE)
            .payload(body(5, "true")).send();
        assertThat(errors.poll(5, TimeUnit.SECONDS)).contains("\"code\":403", "not by a feed");
        publisher.publishWith().topic("somewhere/else").qos(MqttQos.AT_MOST_ONCE).payload(body(5, "1")).send();
        assertThat(errors.poll(5, TimeUnit.SECONDS)).contains("somewhere/else");
        publisher.publishWith().topic(topic()).qos(MqttQos.AT_LEAST_ONCE).payload(body(5, "1")).send();
        assertThat(store.head()).isEqualTo(before + 1);
        assertThat(things.metrics().snapshot().malformed()).containsKeys("json", "time", "too-large",
            "unknown-datastream", "topic");
        publisher.disconnect();
    }

    @Test
    void mqtt_5_says_why_in_its_acknowledgement_and_an_oversized_packet_ends_only_its_own_connection()
        throws Exception {
        var five = MqttClient.builder().useMqttVersion5().serverHost("127.0.0.1").serverPort(BROKER.get().port())
            .identifier("five").buildBlocking();
        five.connectWith().simpleAuth().username("feed").password("good".getBytes(StandardCharsets.UTF_8))
            .applySimpleAuth().send();
        assertThatThrownBy(() -> five.publishWith().topic(topic()).qos(MqttQos.AT_LEAST_ONCE)
            .payload("{".getBytes(StandardCharsets.UTF_8)).send())
            .isInstanceOfSatisfying(Mqtt5PubAckException.class,
                told -> assertThat(told.getMqttMessage().getReasonCode())
                    .isEqualTo(Mqtt5PubAckReasonCode.PAYLOAD_FORMAT_INVALID));
        five.publishWith().topic(topic()).qos(MqttQos.AT_LEAST_ONCE).payload(body(6, "1")).send();
        var large = connected("large");
        assertThatThrownBy(
            () -> large.publishWith().topic(topic()).qos(MqttQos.AT_LEAST_ONCE).payload(new byte[200_000]).send())
            .isInstanceOf(RuntimeException.class);
        five.publishWith().topic(topic()).qos(MqttQos.AT_LEAST_ONCE).payload(body(7, "1")).send();
        five.disconnect();
    }

    @Test
    void nothing_published_is_lost_or_doubled_when_postgresql_is_killed_and_the_broker_starts_again() throws Exception {
        var publisher = connected("steady");
        long before = store.head();
        for (int i = 0; i < 60; i++) {
            if (i == 20) {
                var pid = database.postmasterPid();
                ProcessHandle.of(pid).orElseThrow().descendants().forEach(ProcessHandle::destroyForcibly);
                ProcessHandle.of(pid).orElseThrow().destroyForcibly();
            }
            if (i == 40) {
                publisher.disconnect();
                BROKER.get().close();
                BROKER.set(broker());
                publisher = connected("steady");
            }
            publisher.publishWith().topic(topic()).qos(MqttQos.AT_LEAST_ONCE).payload(body(100 + i, "" + i)).send();
        }
        var results = new ArrayList<String>();
        store.read(before + 1, 1_000).forEach(input -> results.add(((PictureInput.Observed) input).result()));
        assertThat(results).hasSize(60).doesNotHaveDuplicates();
        publisher.disconnect();
    }

    private static String topic() {
        return "v1.1/Datastreams(" + datastream + ")/Observations";
    }

    private static byte[] body(int second, String result) {
        return ("{\"phenomenonTime\":\"" + NIGHT.minusSeconds(300).plusSeconds(second) + "\",\"result\":" + result
            + "}").getBytes(StandardCharsets.UTF_8);
    }

    private static Mqtt3BlockingClient three(String id) {
        return MqttClient.builder().useMqttVersion3().serverHost("127.0.0.1").serverPort(BROKER.get().port())
            .identifier(id).buildBlocking();
    }

    private static Mqtt3BlockingClient connected(String id) {
        var client = three(id);
        client.connectWith().simpleAuth().username("feed").password("good".getBytes(StandardCharsets.UTF_8))
            .applySimpleAuth().send();
        return client;
    }

    private static BlockingQueue<String> heard(Mqtt3BlockingClient client, String topic) {
        var heard = new LinkedBlockingQueue<String>();
        client.toAsync().subscribeWith().topicFilter(topic).qos(MqttQos.AT_LEAST_ONCE)
            .callback(message -> heard.add(new String(message.getPayloadAsBytes(), StandardCharsets.UTF_8))).send()
            .join();
        return heard;
    }
}
