package org.entente.feeds;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Parts a stream into messages: four bytes of length, little-endian, and so many bytes. For one thread.
final class SapientFramer {

    /// What is there.
    enum Next {
        /// A whole message; [#message()] has it.
        MESSAGE,
        /// More bytes are needed.
        NOTHING,
        /// A length that no message has: where the next one begins cannot be known.
        BROKEN
    }

    private static final int LENGTH = 4;
    private static final int ROOM = 8 * 1024;

    private final int most;
    private byte[] buffer = new byte[ROOM];
    private int from;
    private int until;
    private byte[] message = new byte[0];

    SapientFramer(int most) {
        this.most = most;
    }

    /// Reads what there is, waiting for the first byte; false at the end of the stream.
    boolean fill(InputStream in) throws IOException {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, until - from);
            until -= from;
            from = 0;
        }
        if (until == buffer.length) {
            buffer = Arrays.copyOf(buffer, (int) Math.min(2L * buffer.length, (long) most + LENGTH + ROOM));
        }
        int count = in.read(buffer, until, buffer.length - until);
        until += Math.max(0, count);
        return count >= 0;
    }

    Next next() {
        if (until - from < LENGTH) {
            return Next.NOTHING;
        }
        int length = buffer[from] & 0xff | (buffer[from + 1] & 0xff) << 8 | (buffer[from + 2] & 0xff) << 16
            | buffer[from + 3] << 24;
        if (length < 0 || length > most) {
            return Next.BROKEN;
        }
        if (until - from < LENGTH + length) {
            return Next.NOTHING;
        }
        message = Arrays.copyOfRange(buffer, from + LENGTH, from + LENGTH + length);
        from += LENGTH + length;
        return Next.MESSAGE;
    }

    byte[] message() {
        return message;
    }

    /// What is there of a stream that is broken, at most 64 bytes.
    byte[] rest() {
        return Arrays.copyOfRange(buffer, from, Math.min(until, from + 64));
    }

    /// A message as it goes over the wire.
    static byte[] frame(byte[] message) {
        var framed = new byte[LENGTH + message.length];
        for (int i = 0; i < LENGTH; i++) {
            framed[i] = (byte) (message.length >>> 8 * i);
        }
        System.arraycopy(message, 0, framed, LENGTH, message.length);
        return framed;
    }
}
