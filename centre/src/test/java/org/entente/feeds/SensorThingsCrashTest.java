package org.entente.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.feeds.ReferenceThings.Described;
import org.entente.feeds.ReferenceThings.Measures;
import org.entente.kernel.Position;
import org.entente.kernel.SensorId;
import org.entente.picture.PictureInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole process is killed while clients post over HTTP, and started again on the same folder.
class SensorThingsCrashTest {

    private static final int CLIENTS = 4;

    @TempDir
    Path dir;

    @Test
    void nothing_acknowledged_is_lost_or_doubled_when_the_centre_is_killed_under_load() throws Exception {
        var acknowledged = new ConcurrentHashMap<Long, String>();
        var started = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);
        var host = child();
        try (var words = host.inputReader()) {
            var url = words.lines().filter(line -> line.contains(" pids=")).findFirst().orElseThrow().split(" ")[0];
            var clients = new ArrayList<Thread>();
            for (int client = 0; client < CLIENTS; client++) {
                int number = client;
                clients.add(Thread.ofVirtual().start(() -> post(url, number, started, acknowledged)));
            }
            while (acknowledged.size() < 300) {
                Thread.sleep(5);
            }
            host.destroyForcibly().waitFor();
            for (var client : clients) {
                client.join();
            }
        } finally {
            host.destroyForcibly();
        }
        try (var again = new SensorThingsHost(dir, 0, Clock.systemUTC(), _ -> {
        })) {
            var kept = new ConcurrentHashMap<Long, String>();
            again.store.read(1, 100_000).forEach(input -> kept.put(input.seq(), said((PictureInput.Observed) input)));
            assertThat(kept).containsAllEntriesOf(acknowledged).hasSizeBetween(acknowledged.size(),
                acknowledged.size() + CLIENTS);
            assertThat(new HashSet<>(kept.values())).hasSameSizeAs(kept.values());
            assertThat(again.store.head()).isEqualTo(kept.size());
            var repeated = new ConcurrentHashMap<Long, String>(); // what was not acknowledged is sent again
            for (int client = 0; client < CLIENTS; client++) {
                send(again.url(), client, lastOf(acknowledged, client) + 1, started, repeated);
            }
            assertThat(again.store.head()).isEqualTo(acknowledged.size() + CLIENTS);
        }
    }

    private Process child() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var child = new ProcessBuilder(java, "-Xmx256m", "-cp", System.getProperty("java.class.path"),
            Seeded.class.getName(), dir.toString());
        return child.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    /// The host with one sensor, in a process of its own.
    static final class Seeded {
        public static void main(String... arguments) throws Exception {
            try (var host = new SensorThingsHost(Path.of(arguments[0]), 0, Clock.systemUTC(), _ -> {
            })) {
                ReferenceThings.seed(host.database.app(), Clock.systemUTC(),
                    List.of(new Described(new SensorId("CAL-FIB-001"), "Fence", "FENCE_FIBRE",
                        new Position(50.96, 1.86), List.of(new Measures("vibration", "g")))));
                IO.println(host.url() + " pids=" + ProcessHandle.current().pid());
                Thread.sleep(60_000);
            }
        }
    }

    /// Posts one after the other until nobody answers.
    private static void post(String url, int client, Instant started, Map<Long, String> acknowledged) {
        try {
            for (int i = 0; i < 5_000; i++) {
                send(url, client, i, started, acknowledged);
            }
        } catch (IOException _) {
            assertThat(acknowledged).isNotEmpty(); // killed, as it should be
        } catch (InterruptedException fault) {
            throw new AssertionError(fault);
        }
    }

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private static void send(String url, int client, int number, Instant started, Map<Long, String> acknowledged)
        throws IOException, InterruptedException {
        var time = started.plusMillis(number * CLIENTS + client);
        var request = HttpRequest.newBuilder(URI.create(url + "/Datastreams(1)/Observations"))
            .POST(
                HttpRequest.BodyPublishers.ofString("{\"phenomenonTime\":\"" + time + "\",\"result\":" + number + "}"))
            .build();
        var reply = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        if (reply.statusCode() / 100 == 2) {
            var id = Long
                .parseLong(reply.headers().firstValue("Location").orElseThrow().replaceAll(".*\\((\\d+)\\)$", "$1"));
            acknowledged.put(id, client + " " + number);
        }
    }

    /// The last number a client had acknowledged.
    private static int lastOf(Map<Long, String> acknowledged, int client) {
        var last = new AtomicInteger(-1);
        acknowledged.values().stream().filter(said -> said.startsWith(client + " "))
            .forEach(said -> last.accumulateAndGet(Integer.parseInt(said.substring(2)), Math::max));
        return last.get();
    }

    /// Which client said what: the phenomenon time tells the client.
    private static String said(PictureInput.Observed input) {
        return input.phenomenonTime().toEpochMilli() % CLIENTS + " " + input.result();
    }
}
