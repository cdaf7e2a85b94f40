package org.entente.feeds;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.entente.picture.Intake;

/// The fusion node of BSI Flex 335 v2.0 (SAPIENT): edge nodes register as sensors of the deployment and report health
/// and detections.
///
/// Protobuf over TCP, each message behind its length (docs/formats/sapient.md, decision 0033). What is not sound is
/// answered with an
/// Error that names field and rule, counted, and ends no connection while messages can still be told apart. What
/// describes a person
/// is dropped before anything is kept. Every method is safe from any thread.
public final class SapientServer implements AutoCloseable {

    /// What the server did since it was opened.
    ///
    /// @param nodes registered now
    /// @param messages read, sound or not
    /// @param detections taken; `kept` of them are in the record, in so many `scans`
    /// @param duplicates reports sent again, and scans the record had
    /// @param personal attributes of persons dropped
    /// @param pauses times a node had to wait because the intake was full
    /// @param malformed messages refused, per first rule broken
    /// @param refused objectLost (reports that a thing is gone), notAccepted, turnedAway, cutOff, lost (readings),
    ///     fault
    public record Figures(int nodes, long messages, long detections, long kept, long scans, long duplicates,
        long personal, long pauses, Map<String, Long> malformed, Map<String, Long> refused) {}

    private final SapientParts parts;
    private final Optional<ServerSocket> door;
    private final Map<SapientConnection, Socket> connections = new ConcurrentHashMap<>();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors
        .newThreadPerTaskExecutor(Thread.ofVirtual().name("sapient-", 0).factory());

    /// Opens the door; ready when it returns.
    ///
    /// @param centre the name of this centre, from which its UUID as a node is made
    /// @param source connections of the application's role, to find a sensor's Datastreams
    /// @param sensors those of the deployment, which nodes register as
    /// @throws IOException the port is taken
    public SapientServer(SapientSettings settings, String centre, DataSource source,
        List<ReferenceThings.Described> sensors, Intake intake, InstantSource clock) throws IOException {
        var icd = new SapientIcd();
        var self = UUID.nameUUIDFromBytes(("entente/" + centre).getBytes(StandardCharsets.UTF_8)).toString();
        this.parts = new SapientParts(settings, icd, new SapientRules(icd), new SapientReplies(icd, clock, self),
            new SapientNodes(source, sensors), intake, clock, new SapientCounters());
        this.door = settings.port() < 0 ? Optional.empty() : Optional.of(open(settings));
        door.ifPresent(open -> {
            threads.execute(() -> accept(open));
            threads.execute(() -> watch(open));
        });
    }

    private static ServerSocket open(SapientSettings settings) throws IOException {
        var door = new ServerSocket();
        try {
            door.setReuseAddress(true);
            door.bind(new InetSocketAddress(settings.bind(), settings.port()), 128);
            return door;
        } catch (IOException e) {
            door.close();
            throw new IOException(
                "SAPIENT cannot listen on " + settings.bind().getHostAddress() + ":" + settings.port(), e);
        }
    }

    /// The port of the door, -1 when there is none.
    public int port() {
        return door.map(ServerSocket::getLocalPort).orElse(-1);
    }

    /// The counts so far.
    public Figures figures() {
        var counted = parts.counters();
        return new Figures(parts.nodes().onAir(), counted.messages.sum(), counted.detections.sum(), counted.kept.sum(),
            counted.scans.sum(), counted.duplicates.sum(), counted.personal.sum(), counted.pauses.sum(),
            counted.malformed(),
            Map.of("objectLost", counted.gone.sum(), "notAccepted", counted.notAccepted.sum(), "turnedAway",
                counted.turnedAway.sum(), "cutOff",
                counted.cutOff.sum(), "lost", counted.lost.sum(), "fault", counted.faults.sum()));
    }

    /// Closes door and connections and waits for their threads; what was read is kept first, if the intake takes it.
    @Override
    public void close() {
        door.ifPresent(this::shut);
        sockets.forEach(this::shut);
        threads.shutdown();
        try {
            if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        threads.close();
    }

    private void accept(ServerSocket open) {
        while (!open.isClosed()) {
            try {
                var socket = open.accept();
                if (sockets.size() >= parts.settings().maxNodes()) {
                    parts.counters().turnedAway.increment();
                    shut(socket);
                } else {
                    sockets.add(socket);
                    threads.execute(() -> serve(socket));
                }
            } catch (IOException e) {
                if (!open.isClosed()) {
                    parts.counters().faults.increment(); // out of file descriptors: the next try may do better
                }
            }
        }
    }

    private void serve(Socket socket) {
        try {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            var connection = new SapientConnection(socket, parts);
            connections.put(connection, socket);
            try {
                connection.converse();
            } finally {
                connections.remove(connection);
            }
        } catch (SocketTimeoutException silent) {
            parts.counters().cutOff.increment();
        } catch (IOException gone) {
            shut(socket);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            sockets.remove(socket);
            shut(socket);
        }
    }

    /// Ends the connections that do not register and those that do not read.
    private void watch(ServerSocket open) {
        try {
            while (!open.isClosed()) {
                Thread.sleep(Duration.ofMillis(250));
                connections.keySet().stream().filter(SapientConnection::overdue).forEach(SapientConnection::cutOff);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void shut(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            parts.counters().faults.increment();
        }
    }
}
