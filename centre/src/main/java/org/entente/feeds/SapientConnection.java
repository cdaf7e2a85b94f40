package org.entente.feeds;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.entente.kernel.Text;

/// One node's connection: reads and answers on one virtual thread, so that a slow or mad node holds up only itself.
final class SapientConnection {

    private static final SapientFault BROKEN = new SapientFault("message", "framing", new Text(
        "has a length that no message has; the connection is closed",
        "a une longueur impossible ; la connexion est fermée"));
    private static final long NOT_WRITING = Long.MAX_VALUE;

    private final Socket wire;
    private final InputStream in;
    private final OutputStream out;
    private final SapientParts parts;
    private final SapientConversation conversation;
    private final AtomicLong writing = new AtomicLong(NOT_WRITING);

    /// @param wire the TCP connection, closed to end everything
    SapientConnection(Socket wire, SapientParts parts) throws IOException {
        this.wire = wire;
        this.in = wire.getInputStream();
        this.out = wire.getOutputStream();
        this.parts = parts;
        this.conversation = new SapientConversation(parts, this);
        hush(parts.settings().silence());
    }

    /// Reads until the connection ends. What was read before is kept, whatever ends it.
    void converse() throws IOException, InterruptedException {
        try {
            read();
        } finally {
            conversation.end();
        }
    }

    private void read() throws IOException, InterruptedException {
        var framer = new SapientFramer(parts.settings().maxMessageBytes());
        while (true) {
            switch (framer.next()) {
                case MESSAGE -> {
                    if (!conversation.message(framer.message())) {
                        cutOff();
                        return;
                    }
                }
                case NOTHING -> {
                    if (in.available() == 0) {
                        conversation.pause();
                    }
                    if (!framer.fill(in)) {
                        return;
                    }
                }
                case BROKEN -> {
                    parts.counters().malformed(BROKEN.rule());
                    send(parts.replies().error("", framer.rest(), List.of(BROKEN)));
                    cutOff();
                    return;
                }
            }
        }
    }

    /// Writes one message; blocks while the node does not read.
    void send(byte[] message) throws IOException {
        writing.set(System.nanoTime());
        try {
            out.write(SapientFramer.frame(message));
            out.flush();
        } finally {
            writing.set(NOT_WRITING);
        }
    }

    /// How long the node may say nothing.
    void hush(Duration silence) throws IOException {
        wire.setSoTimeout((int) silence.toMillis());
    }

    /// Whether it has had its time to register, or to read an answer.
    boolean overdue() {
        long now = System.nanoTime();
        long since = writing.get();
        return conversation.unregisteredFor(now) > parts.settings().toRegister().toNanos()
            || since != NOT_WRITING && now - since > parts.settings().toWrite().toNanos();
    }

    /// Ends it, and counts that the server did.
    void cutOff() {
        parts.counters().cutOff.increment();
        close();
    }

    void close() {
        try {
            wire.close();
        } catch (IOException e) {
            parts.counters().faults.increment();
        }
    }
}
