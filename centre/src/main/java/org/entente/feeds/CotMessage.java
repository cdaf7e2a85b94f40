package org.entente.feeds;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/// One event on its way to many clients: encoded at most once for each wire format, the bytes shared.
///
/// What came in one format leaves in that format byte for byte. Safe from any thread.
final class CotMessage {

    /// What may be dropped for a client that does not keep up, from the first to the never.
    enum Worth {
        POSITION, OTHER, NEVER_SHED
    }

    static final byte MAGIC = (byte) 0xbf;

    final CotEvent event;
    final Worth worth;
    /// After this message the client's connection speaks protobuf.
    final boolean lastInXml;
    /// About how many bytes it holds.
    final int weight;
    private volatile byte[] xml;
    private volatile byte[] protobuf;

    private CotMessage(CotEvent event, byte[] xml, byte[] protobuf, boolean lastInXml) {
        this.event = event;
        this.xml = xml;
        this.protobuf = protobuf;
        this.lastInXml = lastInXml;
        this.weight = 1024 + 2 * event.detail().rest().length();
        this.worth = event.isAtom() ? Worth.POSITION : isKept(event.type()) ? Worth.NEVER_SHED : Worth.OTHER;
    }

    private static boolean isKept(String type) {
        return type.startsWith("t-") || type.startsWith("y-") || type.startsWith("b-a") || type.startsWith("b-l");
    }

    /// An event of the centre.
    static CotMessage of(CotEvent event) {
        return new CotMessage(event, null, null, false);
    }

    /// The centre's consent to protobuf.
    static CotMessage turningToProtobuf(CotEvent event) {
        return new CotMessage(event, null, null, true);
    }

    /// Reads an event that came as XML. The blank behind `<event` becomes a space: there are clients that hang on a line break.
    static CotMessage fromXml(byte[] bytes, int from, int length) throws CotMalformed {
        CotEvent event = CotXml.read(bytes, from, length);
        byte[] copy = Arrays.copyOfRange(bytes, from, from + length);
        if (copy[6] != '>') {
            copy[6] = ' ';
        }
        return new CotMessage(event, copy, null, false);
    }

    /// Takes over an event that came as protobuf, with its frame.
    static CotMessage fromProtobuf(CotEvent event, byte[] bytes, int from, int length) {
        return new CotMessage(event, null, frame(bytes, from, length), false);
    }

    byte[] xml() {
        byte[] now = xml;
        if (now == null) {
            xml = now = CotXml.write(event);
        }
        return now;
    }

    /// With its frame: 0xbf, length, message.
    byte[] protobuf() {
        byte[] now = protobuf;
        if (now == null) {
            byte[] payload = CotProtobuf.write(event);
            protobuf = now = frame(payload, 0, payload.length);
        }
        return now;
    }

    private static byte[] frame(byte[] bytes, int from, int length) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(length + 6);
        out.write(MAGIC);
        CotProtobuf.varint(out, length);
        out.write(bytes, from, length);
        return out.toByteArray();
    }
}
