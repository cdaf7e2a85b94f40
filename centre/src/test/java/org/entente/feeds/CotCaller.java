package org.entente.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// A small TAK client for tests: sends bytes, reads events, waits for the one it is asked for.
final class CotCaller implements AutoCloseable {

    private final Socket socket;
    private final CotFramer framer = new CotFramer(1 << 20);
    private final List<CotEvent> seen = new ArrayList<>();

    private CotCaller(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(10_000);
    }

    static CotCaller plain(int port) throws IOException {
        return new CotCaller(new Socket(InetAddress.getLoopbackAddress(), port));
    }

    static CotCaller tls(int port, SSLContext context) throws IOException {
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port);
        socket.startHandshake();
        return new CotCaller(socket);
    }

    CotCaller send(String text) throws IOException {
        return send(text.getBytes(UTF_8));
    }

    CotCaller send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /// Sends an event in whatever format was agreed.
    CotCaller send(CotMessage message) throws IOException {
        return send(framer.isProtobuf() ? message.protobuf() : message.xml());
    }

    /// Reports itself and waits for the pong behind, so that the server has it for certain.
    CotCaller onAir(String uid) throws IOException {
        send(CotFixtures.message(CotFixtures.event(uid, "a-f-G-U-C", CotFixtures.NOW, 50.9, 1.8,
            "<contact callsign=\"" + uid + "\" endpoint=\"*:-1:stcp\"/>")));
        return settled();
    }

    /// Waits until the server has handled everything sent before.
    CotCaller settled() throws IOException {
        send(CotFixtures.message(CotFixtures.event("ping", "t-x-c-t", CotFixtures.NOW, 0, 0, "")));
        await(event -> event.type().equals("t-x-c-t-r"));
        return this;
    }

    CotCaller protobuf() throws IOException {
        await(event -> event.type().equals("t-x-takp-v"));
        send(CotFixtures.event("q", "t-x-takp-q", CotFixtures.NOW, 0, 0,
            "<TakControl><TakRequest version=\"1\"/></TakControl>"));
        await(event -> event.type().equals("t-x-takp-r"));
        framer.protobuf();
        return this;
    }

    CotEvent await(Predicate<CotEvent> wanted) throws IOException {
        while (true) {
            Optional<CotEvent> event = read();
            if (event.isEmpty()) {
                throw new AssertionError("closed; seen " + seen.stream().map(CotEvent::type).toList());
            }
            if (wanted.test(event.get())) {
                return event.get();
            }
        }
    }

    /// Everything that arrived up to now, control left out.
    List<CotEvent> heard() throws IOException {
        settled();
        List<CotEvent> all = seen.stream().filter(event -> !event.isControl()).toList();
        seen.clear();
        return all;
    }

    /// The next event, empty when the server closed the connection.
    Optional<CotEvent> read() throws IOException {
        while (framer.next() != CotFramer.Found.FRAME) {
            byte[] room = framer.room();
            int count;
            try {
                count = socket.getInputStream().read(room, framer.end(), room.length - framer.end());
            } catch (SocketTimeoutException e) {
                throw new AssertionError("nothing came; seen " + seen.stream().map(CotEvent::type).toList(), e);
            } catch (IOException reset) {
                return Optional.empty();
            }
            if (count < 0) {
                return Optional.empty();
            }
            framer.filled(count);
        }
        try {
            CotEvent event = framer.isProtobuf()
                ? CotProtobuf.read(framer.bytes(), framer.from(), framer.length()).orElseThrow()
                : CotXml.read(framer.bytes(), framer.from(), framer.length());
            seen.add(event);
            return Optional.of(event);
        } catch (CotMalformed e) {
            throw new AssertionError(e);
        }
    }

    void receiveBuffer(int bytes) throws IOException {
        socket.setReceiveBufferSize(bytes);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
