package org.entente.field;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import javax.xml.stream.XMLStreamException;

/// One unit's device: a TLS connection with a client certificate, XML both ways, connected again whenever it breaks.
final class TakClient implements AutoCloseable {

    private static final char[] PASSWORD = "atakatak".toCharArray();
    private static final long PAUSE_MS = 1_000;
    private static final int CONNECT_MS = 5_000;

    private final SSLContext tls;
    private final Options.HostPort server;
    private final Consumer<Cot.Tasking> told;
    private final Thread reader;
    private volatile Optional<OutputStream> out = Optional.empty();
    private volatile Optional<Socket> socket = Optional.empty();
    private volatile boolean closed;

    /// @param folder with `NAME.p12` and `truststore.p12`
    /// @param told is told every task and every cancellation, on the connection's own thread
    TakClient(String name, Path folder, Options.HostPort server, Consumer<Cot.Tasking> told) {
        this.tls = context(folder, name);
        this.server = server;
        this.told = told;
        reader = Thread.ofVirtual().name("tak-" + name).start(this::run);
    }

    /// Sends an event; false when there is no connection now.
    boolean send(String event) {
        var to = out;
        if (to.isEmpty()) {
            return false;
        }
        try {
            synchronized (to.get()) {
                to.get().write(event.getBytes(StandardCharsets.UTF_8));
                to.get().flush();
            }
            return true;
        } catch (IOException cut) {
            out = Optional.empty();
            return false;
        }
    }

    @Override
    public void close() {
        closed = true;
        reader.interrupt();
        socket.ifPresent(TakClient::shut);
    }

    private void run() {
        while (!closed) {
            try (var connection = connect()) {
                listen(connection);
            } catch (IOException away) {
                out = Optional.empty();
            }
            out = Optional.empty();
            try {
                Thread.sleep(PAUSE_MS);
            } catch (InterruptedException over) {
                return;
            }
        }
    }

    private SSLSocket connect() throws IOException {
        var plain = new Socket();
        try {
            plain.connect(new InetSocketAddress(server.host(), server.port()), CONNECT_MS);
            plain.setTcpNoDelay(true);
            var secured = (SSLSocket) tls.getSocketFactory().createSocket(plain, server.host(), server.port(), true);
            secured.startHandshake();
            socket = Optional.of(secured);
            out = Optional.of(secured.getOutputStream());
            return secured;
        } catch (IOException notConnected) {
            plain.close();
            throw notConnected;
        }
    }

    private void listen(SSLSocket connection) throws IOException {
        var frames = new CotFrames();
        var buffer = new byte[16_384];
        var in = connection.getInputStream();
        for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
            for (var event : frames.add(buffer, length)) {
                try {
                    Cot.tasking(event).ifPresent(told);
                } catch (XMLStreamException malformed) {
                    System.err.println("CoT: not understood: " + malformed.getMessage());
                }
            }
        }
    }

    private static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            System.err.println("CoT: " + gone.getMessage());
        }
    }

    private static SSLContext context(Path folder, String name) {
        try {
            var keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(store(folder.resolve(name + ".p12")), PASSWORD);
            var trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(store(folder.resolve("truststore.p12")));
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("no TLS for " + name + " in " + folder, e);
        }
    }

    private static KeyStore store(Path file) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }
}
