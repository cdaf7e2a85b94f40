package org.entente.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.entente.access.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A centre in a process of its own, as people run it, so that a test may kill it. Its ports stay the same when it starts again.
final class ChildCentre implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path data;
    private final int http = freePort();
    private final int mqtt = freePort();
    private final int cot = freePort();
    private final int cotTls = freePort();
    private final int https = freePort();
    private Process process;

    private ChildCentre(Path data) throws IOException {
        this.data = Files.createDirectories(data);
        this.process = launch();
    }

    /// Starts one on a folder; returns when it answers.
    static ChildCentre on(Path data) throws IOException {
        var child = new ChildCentre(data);
        child.awaitHealth();
        return child;
    }

    /// Begins to start one and does not wait for it.
    static ChildCentre beginning(Path data) throws IOException {
        return new ChildCentre(data);
    }

    /// `kill -9` of the centre. PostgreSQL is left behind, as it would be.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// `kill -9` of PostgreSQL's postmaster under the running centre.
    void killPostgres() throws IOException {
        ProcessHandle.of(postmaster()).orElseThrow().destroyForcibly();
    }

    /// Starts it again on what it left.
    void startAgain() throws IOException {
        process = launch();
        awaitHealth();
    }

    boolean alive() {
        return process.isAlive();
    }

    /// Process id of PostgreSQL now.
    long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(data.resolve("database/postgres/postmaster.pid")).getFirst().strip());
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + http + "/");
    }

    int mqttPort() {
        return mqtt;
    }

    String feedToken() throws IOException {
        return Files.readString(data.resolve("feed.token")).strip();
    }

    /// Logs the n-th account of a role in; its answer may be a refusal while the centre is away.
    RunningCentre.Reply logIn(RunningCentre.Visitor visitor, Role role, int number)
        throws IOException, InterruptedException {
        var account = accounts(role).get(number);
        return visitor.logIn(account.get("officer").asString(), account.get("password").asString(),
            account.get("desk").asString(), account.get("purpose").asString());
    }

    private List<JsonNode> accounts(Role role) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(data.resolve("accounts.json"))).valueStream()
            .filter(account -> account.get("role").asString().equals(role.name())).toList();
    }

    /// Waits until something is so; fails with the centre's last words when it does not become so.
    void await(String what, BooleanSupplier so) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!so.getAsBoolean()) {
                if (System.nanoTime() > end || !process.isAlive()) {
                    throw new AssertionError(what + (process.isAlive() ? " did not happen; " : ": the centre stopped; ")
                        + "its last words:\n" + lastWords());
                }
                Thread.sleep(20);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(what, stopping);
        }
    }

    /// The end of what it printed.
    String lastWords() {
        try {
            var lines = Files.readAllLines(log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException none) {
            return none.toString();
        }
    }

    @Override
    public void close() {
        var started = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        started.forEach(ProcessHandle::destroyForcibly);
    }

    private Process launch() throws IOException {
        var java = ProcessHandle.current().info().command().orElseThrow();
        return new ProcessBuilder(java, "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
            "-Djava.awt.headless=true", "-Xmx512m",
            "-cp", System.getProperty("java.class.path"), "org.entente.server.Main", "demo", "--data=" + data,
            "--http.port=" + http, "--mqtt.port=" + mqtt,
            "--cot.port=" + cot, "--cot.tls.port=" + cotTls, "--sapient.port=0", "--https.port=" + https,
            "--exercise.start=" + Clients.START, "--exercise.speed=1")
            .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile())).start();
    }

    private Path log() {
        return data.resolveSibling(data.getFileName() + ".log");
    }

    private void awaitHealth() {
        var visitor = new RunningCentre.Visitor(url());
        await("the start", () -> {
            try {
                return visitor.get("/health").status() == 200;
            } catch (IOException notYet) {
                return false;
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopping);
            }
        });
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
