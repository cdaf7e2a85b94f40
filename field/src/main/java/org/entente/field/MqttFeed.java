package org.entente.field;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.json.JsonMapper;

/// SensorThings over MQTT 5, quality of service 1: acknowledged is what the broker has acknowledged with PUBACK.
final class MqttFeed implements Feed {

    private static final int IN_FLIGHT = 100;
    private static final long PAUSE_MS = 500;

    private final Streams streams;
    private final Ledger ledger;
    private final Mqtt5AsyncClient client;
    private final LinkedBlockingQueue<Reading> queue = new LinkedBlockingQueue<>();
    private final Semaphore window = new Semaphore(IN_FLIGHT);
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong unknown = new AtomicLong();
    private final AtomicLong again = new AtomicLong();
    private final Thread sender;

    /// @param token the feed token, given as the password of user `feed`
    MqttFeed(Options.HostPort broker, String token, Streams streams, Ledger ledger) {
        this.streams = streams;
        this.ledger = ledger;
        client = Mqtt5Client.builder().identifier("entente-field").serverHost(broker.host()).serverPort(broker.port())
            .simpleAuth().username("feed").password(token.getBytes(StandardCharsets.UTF_8)).applySimpleAuth()
            .automaticReconnect().initialDelay(PAUSE_MS, TimeUnit.MILLISECONDS).maxDelay(3, TimeUnit.SECONDS)
            .applyAutomaticReconnect().buildAsync();
        sender = Thread.ofVirtual().name("mqtt").start(this::run);
    }

    @Override
    public void send(List<Reading> readings) {
        var known = readings.stream().filter(reading -> streams.known(reading.datastream())).toList();
        unknown.addAndGet(readings.size() - known.size());
        waiting.addAndGet(known.size());
        queue.addAll(known);
    }

    @Override
    public int waiting() {
        return waiting.get();
    }

    @Override
    public long refused() {
        return unknown.get();
    }

    @Override
    public void close() {
        sender.interrupt();
        client.disconnect();
    }

    private void run() {
        try {
            connect();
            while (true) {
                var reading = queue.take();
                window.acquire();
                while (!client.getState().isConnected()) {
                    Thread.sleep(PAUSE_MS / 5);
                }
                client.publishWith().topic("v1.1/Datastreams(" + streams.id(reading.datastream()) + ")/Observations")
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(payload(reading)).send().whenComplete((result, fault) -> settle(reading, result, fault));
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private void connect() throws InterruptedException {
        while (true) {
            try {
                client.connectWith().cleanStart(true).send().join();
                return;
            } catch (CompletionException away) {
                System.err.println("MQTT: " + away.getCause());
                Thread.sleep(PAUSE_MS);
            }
        }
    }

    private void settle(Reading reading, Mqtt5PublishResult result, Throwable fault) {
        window.release();
        if (fault == null && result.getError().isEmpty()) {
            ledger.acknowledged(List.of(reading));
            waiting.decrementAndGet();
        } else {
            if (again.incrementAndGet() % 500 == 1) {
                System.err.println("MQTT: sending again: " + fault);
            }
            queue.add(reading);
        }
    }

    private static byte[] payload(Reading reading) {
        return JsonMapper.shared().writeValueAsBytes(
            JsonMapper.shared().createObjectNode().put("phenomenonTime", reading.at().toString()).set("result",
                reading.result()));
    }
}
