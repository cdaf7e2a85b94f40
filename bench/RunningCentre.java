import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A centre started as people start it: its jar, the launcher's options, a folder, free ports; an exercise at real speed.
final class RunningCentre implements AutoCloseable {

    /// The load program for SensorThings counts its phenomenon times up from 2026-09-21T14:13:20Z: to the clock of this
    /// exercise they are of the last minutes, as a sensor's are, and not weeks late.
    private static final String CLOCK = "2026-09-21T14:18:00Z";

    private final Process process;
    final Path data;
    final int http;
    final int mqtt;
    final int cotTls;
    final int sapient;
    /// What the start took.
    final Meter used;

    private RunningCentre(Process process, Path data, int http, int mqtt, int cotTls, int sapient, Meter before) throws IOException {
        this.process = process;
        this.data = data;
        this.http = http;
        this.mqtt = mqtt;
        this.cotTls = cotTls;
        this.sapient = sapient;
        awaitHealth();
        this.used = Meter.read(process.pid()).since(before);
    }

    /// Starts one; returns when `/health` answers.
    static RunningCentre start(Path data, Path log) throws IOException {
        var words = java();
        int http = freePort();
        int mqtt = freePort();
        int cotTls = freePort();
        int sapient = freePort();
        words.addAll(List.of("demo", "--data=" + data, "--http.port=" + http, "--mqtt.port=" + mqtt, "--cot.port=" + freePort(), "--cot.tls.port=" + cotTls, "--sapient.port=" + sapient, "--https.port=" + freePort(),
            "--exercise.speed=1", "--exercise.start=" + CLOCK));
        var before = Meter.read(0);
        var process = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(process)));
        return new RunningCentre(process, data, http, mqtt, cotTls, sapient, before);
    }

    /// The beginning of every command line of the centre.
    static ArrayList<String> java() {
        var words = new ArrayList<>(List.of(System.getenv("JAVA_HOME") + "/bin/java"));
        words.addAll(List.of(System.getenv("ENTENTE_JVM").strip().split("\\s+")));
        words.addAll(List.of("-jar", "centre/target/centre.jar"));
        return words;
    }

    String url() {
        return "http://127.0.0.1:" + http;
    }

    String token() throws IOException {
        return Files.readString(data.resolve("feed.token")).strip();
    }

    /// What the centre's clock says now.
    Instant clock() throws Exception {
        return Instant.parse((String) Json.object(Get.text(url() + "/api/clock", token())).get("now"));
    }

    long pid() {
        return process.pid();
    }

    @Override public void close() {
        stop(process);
    }

    /// Politely, then not; what it started goes with it.
    private static void stop(Process process) {
        var started = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(25, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        started.forEach(ProcessHandle::destroyForcibly);
    }

    private void awaitHealth() {
        try (var client = HttpClient.newHttpClient()) {
            for (int wait = 0; wait < 6_000; wait++) {
                if (!process.isAlive()) {
                    throw new IllegalStateException("the centre stopped while starting");
                }
                if (healthy(client)) {
                    return;
                }
                Thread.sleep(10);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        stop(process);
        throw new IllegalStateException("the centre did not answer within a minute");
    }

    private boolean healthy(HttpClient client) throws InterruptedException {
        try {
            return client.send(HttpRequest.newBuilder(URI.create(url() + "/health")).build(), HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
