package org.entente.feeds;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.feeds.CotCounters.Refusal;
import org.entente.kernel.UnitId;

/// One connection: a reader that parts and parses, a writer that gathers what waits into few writes. Both block on virtual threads.
final class CotClient {

    /// So many malformed frames in a row end the connection.
    static final int MALFORMED_IN_A_ROW = 8;

    private static final int BATCH = 256;
    private static final int ONE_WRITE = 16 * 1024; // one TLS record

    final Optional<String> certificate;
    final List<String> groups;
    private final Socket wire;
    private final InputStream in;
    private final OutputStream out;
    private final CotFramer framer;
    private final CotOutbox outbox;
    private final CotCounters counters;
    private int malformedInARow;

    // What the hub knows of it, under the hub's lock.
    Optional<UnitId> unit = Optional.empty();
    String device = "";
    String callsign = "";
    String type = "a-f-G";

    /// @param wire the TCP connection, closed to end everything
    /// @param talk the same, or TLS over it after the handshake
    CotClient(Socket wire, Socket talk, Optional<String> certificate, List<String> groups, CotSettings settings,
        CotCounters counters) throws IOException {
        this.wire = wire;
        this.in = talk.getInputStream();
        this.out = talk.getOutputStream();
        this.certificate = certificate;
        this.groups = groups;
        this.framer = new CotFramer(settings.maxEventBytes());
        this.outbox = new CotOutbox(settings.maxQueued(), settings.maxQueuedBytes());
        this.counters = counters;
    }

    boolean hears(List<String> others) {
        for (String group : groups) {
            if (others.contains(group)) {
                return true;
            }
        }
        return false;
    }

    /// Puts a message into the queue; sheds, or ends the connection when nothing can be shed.
    void send(CotMessage message) {
        int shed = outbox.offer(message);
        if (shed > 0) {
            counters.count(Refusal.SHED, shed);
        } else if (shed < 0) {
            cutOff();
        }
    }

    /// Reads until the connection ends; every message goes to the hub on this thread.
    void read(CotHub hub) throws IOException {
        while (true) {
            byte[] room = framer.room();
            int count = in.read(room, framer.end(), room.length - framer.end());
            if (count < 0) {
                return;
            }
            framer.filled(count);
            if (!handle(hub)) {
                counters.count(Refusal.CUT_OFF);
                return;
            }
        }
    }

    /// False: the connection must end.
    private boolean handle(CotHub hub) {
        while (true) {
            switch (framer.next()) {
                case NOTHING -> {
                    return true;
                }
                case FRAME -> frame(hub);
                case RUBBISH -> malformed();
                case OVERSIZED -> {
                    counters.count(Refusal.OVERSIZED);
                    if (framer.isProtobuf()) {
                        return false;
                    }
                }
            }
            if (malformedInARow >= MALFORMED_IN_A_ROW) {
                return false;
            }
        }
    }

    private void frame(CotHub hub) {
        counters.received.increment();
        try {
            Optional<CotMessage> message = parse();
            malformedInARow = 0;
            message.ifPresent(event -> hub.arrived(this, event));
        } catch (CotMalformed e) {
            if (framer.isProtobuf()) {
                framer.notAMessage();
            }
            malformed();
        }
    }

    private Optional<CotMessage> parse() throws CotMalformed {
        if (!framer.isProtobuf()) {
            return Optional.of(CotMessage.fromXml(framer.bytes(), framer.from(), framer.length()));
        }
        return CotProtobuf.read(framer.bytes(), framer.from(), framer.length())
            .map(event -> CotMessage.fromProtobuf(event, framer.bytes(), framer.from(), framer.length()));
    }

    private void malformed() {
        counters.count(Refusal.MALFORMED);
        malformedInARow++;
    }

    /// Agrees to protobuf: reads it from the next byte on, writes it after this message.
    void turnToProtobuf(CotMessage consent) {
        framer.protobuf();
        send(consent);
    }

    /// Writes until the connection ends: all that waits, then flush, never waiting for more.
    void write() throws IOException, InterruptedException {
        List<CotMessage> batch = new ArrayList<>(BATCH);
        byte[] gathered = new byte[ONE_WRITE];
        boolean protobuf = false;
        while (outbox.take(batch, BATCH)) {
            int filled = 0;
            for (CotMessage message : batch) {
                byte[] bytes = protobuf ? message.protobuf() : message.xml();
                protobuf |= message.lastInXml;
                if (filled + bytes.length > ONE_WRITE) {
                    out.write(gathered, 0, filled);
                    filled = 0;
                }
                if (bytes.length > ONE_WRITE) {
                    out.write(bytes);
                } else {
                    System.arraycopy(bytes, 0, gathered, filled, bytes.length);
                    filled += bytes.length;
                }
            }
            if (filled > 0) {
                out.write(gathered, 0, filled);
            }
            counters.delivered.add(batch.size());
            batch.clear();
        }
    }

    private void cutOff() {
        counters.count(Refusal.CUT_OFF);
        close();
    }

    /// Ends the connection at once, also under a write that hangs. Any thread.
    void close() {
        outbox.close();
        try {
            wire.close();
        } catch (IOException e) {
            counters.count(Refusal.FAULT);
        }
    }
}
