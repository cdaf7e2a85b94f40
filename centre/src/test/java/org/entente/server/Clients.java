package org.entente.server;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.entente.access.Role;
import org.entente.server.RunningCentre.Reply;
import org.entente.server.RunningCentre.Visitor;

/// Sensors and officers who go on whatever happens to the centre, and remember what was acknowledged to them.
///
/// A sensor sends what was not acknowledged again until it is. An officer does not: what got no answer may or may not be in
/// the record, what was refused must not be.
final class Clients implements AutoCloseable {

    /// Where the exercise clock of these tests begins.
    static final Instant START = Instant.parse("2026-03-03T22:00:00Z");

    private static final int ROWS = 20;
    private static final long PAUSE_MS = 15;
    /// Every how many reports a concern is raised too.
    private static final int CONCERN = 5;
    /// What is read meanwhile, and by whom.
    private static final Map<Role, List<String>> LOOKS = Map.of(
        Role.AUDITOR,
        List.of("/api/journal?limit=20", "/api/audit?limit=20", "/log/checkpoint", "/api/reports",
            "/api/reports/2026-03", "/api/incidents/2026-0001/evidence"),
        Role.COMMANDER,
        List.of("/api/picture", "/api/incidents/2026-0001", "/api/picture?at=" + START.plusSeconds(1),
            "/api/replay/span", "/api/session"),
        Role.SAFEGUARDING, List.of("/api/protection/concerns", "/health", "/api/reference"));

    /// One observation; `result` differs from every other of its Datastream.
    record Said(long datastream, Instant time, String result) {}

    private final ChildCentre centre;
    private final int run;
    private final Map<String, Long> datastreams;
    private final List<Said> said = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Long> done = new ConcurrentHashMap<>();
    private final List<String> receipts = Collections.synchronizedList(new ArrayList<>());
    private final List<String> refused = Collections.synchronizedList(new ArrayList<>());
    private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger turnedAway = new AtomicInteger();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    /// @param run higher than that of all other clients this centre ever had
    Clients(ChildCentre centre, int run) throws IOException, InterruptedException {
        this.centre = centre;
        this.run = run;
        this.datastreams = fences();
        var fences = List.copyOf(datastreams.values());
        IntStream.range(0, 3).forEach(sensor -> begin(() -> sense(fences.get(sensor), 1)));
        begin(() -> sense(fences.get(3), ROWS));
        begin(() -> publish(fences.get(4)));
        IntStream.range(0, 2).forEach(officer -> begin(() -> act(officer)));
        LOOKS.forEach((role, paths) -> begin(() -> look(role, paths)));
    }

    /// Observations that were acknowledged.
    List<Said> said() {
        return List.copyOf(said);
    }

    /// Acts that were acknowledged: the words of each and its position in the record.
    Map<String, Long> done() {
        return Map.copyOf(done);
    }

    /// Receipts of concerns that the wall took in.
    List<String> receipts() {
        return List.copyOf(receipts);
    }

    /// Acts that were refused because nothing was written.
    List<String> refused() {
        return List.copyOf(refused);
    }

    /// Answers nobody should get.
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    /// How often somebody was told to come back later.
    int turnedAway() {
        return turnedAway.get();
    }

    /// The Datastreams these clients use, by the sensor's id.
    Map<String, Long> datastreams() {
        return datastreams;
    }

    /// Ends everybody's work; every sensor's last word is acknowledged or was not.
    @Override
    public void close() {
        stopping = true;
        try {
            for (var thread : threads) {
                thread.join();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private void begin(Work work) {
        threads.add(Thread.ofPlatform().name("client").start(() -> {
            try {
                work.run();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    private Map<String, Long> fences() throws IOException, InterruptedException {
        var answer = new Visitor(centre.url()).get("/sensorthings/v1.1/Datastreams?$select=id,name&$top=10000",
            "Authorization", "Bearer " + centre.feedToken());
        var found = new LinkedHashMap<String, Long>();
        answer.json().get("value").forEach(datastream -> {
            var words = datastream.get("name").asString().split("/");
            if (words[1].equals("vibration") && found.size() < 5) {
                found.put(words[0], datastream.get("@iot.id").asLong());
            }
        });
        return found;
    }

    /// Quiet values, `together` in one request.
    private void sense(long datastream, int together) throws InterruptedException {
        var visitor = new Visitor(centre.url());
        for (int number = 0; !stopping; number += together) {
            var batch = new ArrayList<Said>();
            for (int row = number; row < number + together; row++) {
                batch.add(said(datastream, row));
            }
            while (!stopping && !acknowledged(visitor, batch)) {
                Thread.sleep(PAUSE_MS * 4);
            }
        }
    }

    /// The same over MQTT, QoS 1: what was not acknowledged is published again on a new connection.
    private void publish(long datastream) throws InterruptedException {
        var client = mqtt();
        for (int number = 0; !stopping;) {
            var next = said(datastream, number);
            try {
                if (!client.getState().isConnected()) {
                    client.connectWith().simpleAuth().username("feed")
                        .password(centre.feedToken().getBytes(StandardCharsets.UTF_8)).applySimpleAuth().send();
                }
                client.publishWith().topic("v1.1/Datastreams(" + datastream + ")/Observations")
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(single(next).getBytes(StandardCharsets.UTF_8)).send();
                said.add(next);
                number++;
            } catch (IOException | RuntimeException cut) { // whatever a broken connection looks like to this client
                turnedAway.incrementAndGet();
                Thread.sleep(PAUSE_MS * 4);
                client = mqtt();
            }
        }
        if (client.getState().isConnected()) {
            client.disconnect();
        }
    }

    private Mqtt3BlockingClient mqtt() {
        return MqttClient.builder().useMqttVersion3().identifier("kill" + System.nanoTime()).serverHost("127.0.0.1")
            .serverPort(centre.mqttPort()).buildBlocking();
    }

    private Said said(long datastream, int number) {
        return new Said(datastream, START.plusMillis(offset() + number),
            String.format(Locale.ROOT, "0.%06d", number + 1));
    }

    /// A later run speaks of later minutes, so that its words are the last ones.
    private long offset() {
        return run * 600_000L;
    }

    private boolean acknowledged(Visitor visitor, List<Said> batch) throws InterruptedException {
        var alone = batch.size() == 1;
        var body = alone ? single(batch.getFirst()) : array(batch);
        try {
            var answer = visitor.post("/sensorthings/v1.1/" + (alone ? "Observations" : "CreateObservations"), body,
                "Authorization", "Bearer " + centre.feedToken());
            if (answer.status() / 100 == 2 && !answer.body().contains("\"error\"")) {
                said.addAll(batch);
                return true;
            }
            later(answer, "an observation");
        } catch (IOException cut) {
            turnedAway.incrementAndGet();
        }
        return false;
    }

    private static String single(Said one) {
        return "{\"phenomenonTime\":\"%s\",\"result\":%s,\"Datastream\":{\"@iot.id\":%d}}".formatted(one.time(),
            one.result(), one.datastream());
    }

    private static String array(List<Said> batch) {
        var rows = batch.stream().map(one -> "[\"" + one.time() + "\"," + one.result() + "]").toList();
        return "[{\"Datastream\":{\"@iot.id\":" + batch.getFirst().datastream()
            + "},\"components\":[\"phenomenonTime\",\"result\"],\"dataArray\":" + rows + "}]";
    }

    /// Only "later" is a right answer while something is away: 503 (or 429) and when to come back.
    private boolean later(Reply answer, String what) {
        boolean later = (answer.status() == 503 || answer.status() == 429) && answer.retryAfter().isPresent();
        if (later) {
            turnedAway.incrementAndGet();
        } else if (!strange(answer)) {
            wrong.add(what + ": " + answer.status() + " " + answer.body());
        }
        return later;
    }

    private void act(int officer) throws InterruptedException {
        var visitor = new Visitor(centre.url());
        boolean seated = false;
        for (int number = 1; !stopping; number++) {
            Thread.sleep(PAUSE_MS);
            try {
                seated = seated || seated(visitor, Role.OFFICER, officer);
                if (seated) {
                    seated = report(visitor, run + "-" + officer + "-" + number + ".", number % CONCERN == 0);
                }
            } catch (IOException cut) { // whether it was written is not known
                turnedAway.incrementAndGet();
            }
        }
    }

    private boolean seated(Visitor visitor, Role role, int number) throws IOException, InterruptedException {
        var answer = centre.logIn(visitor, role, number);
        if (answer.status() != 200) {
            later(answer, "a log-in");
        }
        return answer.status() == 200;
    }

    /// Reports an incident; false when the officer has to log in again.
    private boolean report(Visitor visitor, String words, boolean concern) throws IOException, InterruptedException {
        var answer = visitor.post("/api/incidents",
            "{\"kind\":\"PROTEST\",\"lat\":50.96,\"lon\":1.86,\"text\":\"" + words + "\"}");
        if (answer.status() == 200) {
            done.put(words, answer.json().get("position").asLong());
            return !concern || raise(visitor, answer.json().get("id").asString());
        }
        if ((answer.status() == 409 || later(answer, "an act")) && !answer.body().contains("not known")) {
            refused.add(words);
        }
        return !strange(answer);
    }

    private boolean raise(Visitor visitor, String incident) throws IOException, InterruptedException {
        var answer = visitor.post("/api/incidents/" + incident + "/concern",
            "{\"category\":\"MEDICAL\",\"needs\":[\"MEDICAL_CARE\"],\"text\":\"a cut hand\"}");
        if (answer.status() == 200) {
            receipts.add(answer.json().get("receipt").asString());
        } else {
            later(answer, "a concern");
        }
        return !strange(answer);
    }

    /// A centre that started again knows no session.
    private static boolean strange(Reply answer) {
        return answer.status() == 401 || answer.status() == 403;
    }

    private void look(Role role, List<String> paths) throws InterruptedException {
        var visitor = new Visitor(centre.url());
        while (!stopping && done.isEmpty()) { // until there is a first incident to look at
            Thread.sleep(PAUSE_MS);
        }
        boolean seated = false;
        for (int number = 0; !stopping; number++) {
            Thread.sleep(PAUSE_MS * 2);
            try {
                seated = seated || seated(visitor, role, 0);
                if (seated) {
                    var path = paths.get(number % paths.size());
                    var answer = visitor.get(path);
                    seated = answer.status() / 100 == 2 || later(answer, path);
                }
            } catch (IOException cut) {
                turnedAway.incrementAndGet();
            }
        }
    }
}
