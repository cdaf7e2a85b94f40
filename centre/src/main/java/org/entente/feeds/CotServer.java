package org.entente.feeds;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.entente.feeds.CotCounters.Refusal;
import org.entente.kernel.TaskId;
import org.entente.picture.Intake;

/// An ordinary TAK server: Cursor on Target over TCP and over TLS with client certificates, XML or protobuf as the client asks.
///
/// Relays inside groups, keeps last known positions, feeds unit positions into the picture, carries tasks out and answers back
/// (docs/formats/cot-tasking.md, docs/decisions/0020). Malformed, oversized, late or doubled input is counted, never passed into the
/// picture, and ends at most the connection it came on. Every method is safe from any thread.
public final class CotServer implements AutoCloseable {

    private static final int HANDSHAKE_MILLIS = 10_000;

    /// What the server did since it was opened.
    ///
    /// @param received frames read
    /// @param delivered messages written, all clients together
    /// @param refused per reason: malformed, oversized, late, duplicate, impostor, notYours, shed, pictureFull, turnedAway, cutOff, fault
    public record Figures(int clients, long received, long delivered, Map<String, Long> refused) {}

    private final CotSettings settings;
    private final GroupPolicy policy;
    private final CotCounters counters = new CotCounters();
    private final CotHub hub;
    private final Optional<ServerSocket> plainDoor;
    private final Optional<ServerSocket> tlsDoor;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors
        .newThreadPerTaskExecutor(Thread.ofVirtual().name("cot-", 0).factory());

    /// Opens the doors; ready when it returns.
    ///
    /// @param tls the server's certificate and the authority it trusts; without it there is no TLS door
    /// @param clock the centre's (exercise) clock, for the server's own events and for what is late
    /// @throws IOException a port is taken
    public CotServer(CotSettings settings, Optional<SSLContext> tls, GroupPolicy policy, InstantSource clock,
        Intake intake, CotReplies replies) throws IOException {
        this.settings = settings;
        this.policy = policy;
        this.hub = new CotHub(settings, policy, clock, intake, replies, counters);
        this.plainDoor = settings.plainPort() < 0 ? Optional.empty() : Optional.of(door(settings.plainPort()));
        try {
            this.tlsDoor = settings.tlsPort() < 0 || tls.isEmpty()
                ? Optional.empty()
                : Optional.of(door(settings.tlsPort()));
        } catch (IOException e) {
            plainDoor.ifPresent(this::shut);
            throw e;
        }
        plainDoor.ifPresent(door -> threads.execute(() -> accept(door, Optional.empty())));
        tlsDoor.ifPresent(door -> threads.execute(() -> accept(door, tls)));
    }

    private ServerSocket door(int port) throws IOException {
        ServerSocket door = new ServerSocket();
        try {
            door.setReuseAddress(true);
            door.bind(new InetSocketAddress(settings.bind(), port), 256);
            return door;
        } catch (IOException e) {
            door.close();
            throw new IOException("CoT cannot listen on " + settings.bind().getHostAddress() + ":" + port, e);
        }
    }

    /// The port of the TCP door, -1 when there is none.
    public int plainPort() {
        return plainDoor.map(ServerSocket::getLocalPort).orElse(-1);
    }

    /// The port of the TLS door, -1 when there is none.
    public int tlsPort() {
        return tlsDoor.map(ServerSocket::getLocalPort).orElse(-1);
    }

    /// Gives a task to its unit's client: at once when it is on the air, and after each of its connects until it accepts, refuses or
    /// finishes it. The same task again has no effect, so after a restart all open tasks may be given again.
    public void task(CotTask task) {
        hub.task(task);
    }

    /// Takes a task back and tells the unit. Unknown tasks have no effect.
    public void cancel(TaskId task) {
        hub.cancel(task);
    }

    /// The counts so far.
    public Figures figures() {
        return new Figures(hub.size(), counters.received.sum(), counters.delivered.sum(), counters.refusals());
    }

    /// Closes doors and connections and waits for their threads.
    @Override
    public void close() {
        plainDoor.ifPresent(this::shut);
        tlsDoor.ifPresent(this::shut);
        sockets.forEach(this::shut);
        hub.all().forEach(CotClient::close);
        threads.shutdownNow();
        threads.close();
    }

    private void accept(ServerSocket door, Optional<SSLContext> secure) {
        while (!door.isClosed()) {
            try {
                Socket socket = door.accept();
                sockets.add(socket);
                if (sockets.size() > settings.maxClients()) {
                    turnAway(socket);
                } else {
                    threads.execute(() -> serve(socket, secure));
                }
            } catch (IOException e) {
                if (!door.isClosed()) {
                    counters.count(Refusal.FAULT); // out of file descriptors: the next try may do better
                }
            }
        }
    }

    private void serve(Socket socket, Optional<SSLContext> secure) {
        try {
            socket.setTcpNoDelay(true);
            socket.setKeepAlive(true);
            Socket talk = secure.isPresent() ? handshake(socket, secure.get()) : socket;
            Optional<String> certificate = talk instanceof SSLSocket ssl
                ? Optional.of(commonName(ssl))
                : Optional.empty();
            List<String> groups = List.copyOf(policy.groups(certificate));
            if (groups.isEmpty()) {
                turnAway(socket);
            } else {
                converse(new CotClient(socket, talk, certificate, groups, settings, counters));
            }
        } catch (IOException e) {
            turnAway(socket);
        } finally {
            sockets.remove(socket);
            shut(socket);
        }
    }

    private void converse(CotClient client) {
        hub.join(client);
        threads.execute(() -> {
            try {
                client.write();
            } catch (IOException | InterruptedException gone) {
                client.close();
            }
        });
        try {
            client.read(hub);
        } catch (IOException gone) {
            client.close();
        } finally {
            hub.leave(client);
            client.close();
        }
    }

    private static SSLSocket handshake(Socket socket, SSLContext context) throws IOException {
        socket.setSoTimeout(HANDSHAKE_MILLIS);
        SSLSocket ssl = (SSLSocket) context.getSocketFactory().createSocket(socket,
            socket.getInetAddress().getHostAddress(), socket.getPort(), true);
        ssl.setUseClientMode(false);
        ssl.setNeedClientAuth(true);
        ssl.setEnabledProtocols(new String[]{"TLSv1.3", "TLSv1.2"});
        ssl.startHandshake();
        socket.setSoTimeout(0);
        return ssl;
    }

    private static String commonName(SSLSocket ssl) throws IOException {
        try {
            return new LdapName(ssl.getSession().getPeerPrincipal().getName()).getRdns().stream()
                .filter(part -> part.getType().equalsIgnoreCase("CN"))
                .map(part -> part.getValue().toString()).findFirst()
                .orElseThrow(() -> new IOException("a certificate without a common name"));
        } catch (InvalidNameException e) {
            throw new IOException("a certificate without a name", e);
        }
    }

    private void turnAway(Socket socket) {
        counters.count(Refusal.TURNED_AWAY);
        sockets.remove(socket);
        shut(socket);
    }

    private void shut(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            counters.count(Refusal.FAULT);
        }
    }
}
