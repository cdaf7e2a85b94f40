package org.entente.field;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// SensorThings over HTTP: one reading alone as an Observation, several as a dataArray of at most a thousand.
final class HttpFeed implements Feed {

    private static final String ROOT = "/sensorthings/v1.1";
    private static final int BATCH = 1_000;
    private static final int CREATED = 201;

    private final Link link;
    private final String token;
    private final Streams streams;
    private final Ledger ledger;
    private final LinkedBlockingQueue<Reading> queue = new LinkedBlockingQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong refused = new AtomicLong();
    private final Thread sender;

    HttpFeed(String name, Link link, String token, Streams streams, Ledger ledger) {
        this.link = link;
        this.token = token;
        this.streams = streams;
        this.ledger = ledger;
        sender = Thread.ofVirtual().name(name).start(this::run);
    }

    @Override
    public void send(List<Reading> readings) {
        var known = readings.stream().filter(reading -> streams.known(reading.datastream())).toList();
        refused.addAndGet(readings.size() - known.size());
        waiting.addAndGet(known.size());
        queue.addAll(known);
    }

    @Override
    public int waiting() {
        return waiting.get();
    }

    @Override
    public long refused() {
        return refused.get();
    }

    @Override
    public void close() {
        sender.interrupt();
    }

    private void run() {
        try {
            while (true) {
                var batch = new ArrayList<>(List.of(queue.take()));
                queue.drainTo(batch, BATCH - 1);
                if (batch.size() == 1) {
                    single(batch.getFirst());
                } else {
                    several(batch);
                }
                waiting.addAndGet(-batch.size());
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private void single(Reading reading) throws InterruptedException {
        var body = JsonMapper.shared().createObjectNode().put("phenomenonTime", reading.at().toString()).set("result",
            reading.result());
        var reply = post("/Datastreams(" + streams.id(reading.datastream()) + ")/Observations", body);
        settle(List.of(reading), reply.status() == CREATED ? List.of() : List.of(reading), reply);
    }

    private void several(List<Reading> batch) throws InterruptedException {
        var groups = new LinkedHashMap<String, List<Reading>>();
        batch.forEach(reading -> groups.computeIfAbsent(reading.datastream(), _ -> new ArrayList<>()).add(reading));
        var reply = post("/CreateObservations", body(groups, streams));
        var rows = groups.values().stream().flatMap(List::stream).toList();
        var bad = new ArrayList<Reading>();
        for (int i = 0; i < rows.size(); i++) {
            if (reply.status() != CREATED || reply.body().path(i).asString("error").startsWith("error")) {
                bad.add(rows.get(i));
            }
        }
        settle(rows, bad, reply);
    }

    private Link.Reply post(String path, JsonNode body) throws InterruptedException {
        var request = link.to(ROOT + path).header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json").POST(Link.json(body)).build();
        var reply = link.patiently(request);
        while (reply.status() >= 500) {
            Thread.sleep(1_000);
            reply = link.patiently(request);
        }
        return reply;
    }

    private void settle(List<Reading> sent, List<Reading> bad, Link.Reply reply) {
        ledger.acknowledged(sent.stream().filter(reading -> !bad.contains(reading)).toList());
        if (!bad.isEmpty()) {
            refused.addAndGet(bad.size());
            System.err.println("refused " + bad.size() + " readings, first " + bad.getFirst() + ": " + reply.status()
                + " " + reply.body().toString().substring(0, Math.min(300, reply.body().toString().length())));
        }
    }

    /// The body of CreateObservations: one group of rows for each Datastream.
    static ArrayNode body(LinkedHashMap<String, List<Reading>> groups, Streams streams) {
        var all = JsonMapper.shared().createArrayNode();
        groups.forEach((name, readings) -> {
            var group = all.addObject();
            group.putObject("Datastream").put("@iot.id", streams.id(name));
            group.putArray("components").add("phenomenonTime").add("result");
            group.put("dataArray@iot.count", readings.size());
            var rows = group.putArray("dataArray");
            readings.forEach(reading -> rows.addArray().add(reading.at().toString()).add(reading.result()));
        });
        return all;
    }
}
