package org.entente.field;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Cuts a stream of bytes into whole CoT events. One thread.
final class CotFrames {

    private static final String START = "<event";
    private static final String END = "</event>";
    private static final int LONGEST = 1 << 18;

    private final StringBuilder held = new StringBuilder();
    private final java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();

    /// Takes what has arrived and gives the events that it completes.
    List<String> add(byte[] buffer, int length) {
        bytes.write(buffer, 0, length);
        held.append(decoded());
        var whole = new ArrayList<String>();
        for (int end = held.indexOf(END); end >= 0; end = held.indexOf(END)) {
            int start = held.indexOf(START);
            if (start >= 0 && start < end) {
                whole.add(held.substring(start, end + END.length()));
            }
            held.delete(0, end + END.length());
        }
        if (held.length() > LONGEST) {
            held.setLength(0);
        }
        return whole;
    }

    /// What is whole in UTF-8; the beginning of a character waits for its rest.
    private String decoded() {
        var all = bytes.toByteArray();
        int end = all.length;
        for (int back = 1; back <= Math.min(3, end); back++) {
            int one = all[end - back] & 0xff;
            if (one >= 0xc0) {
                int needed = one >= 0xf0 ? 4 : one >= 0xe0 ? 3 : 2;
                end -= back < needed ? back : 0;
                break;
            }
            if (one < 0x80) {
                break;
            }
        }
        bytes.reset();
        bytes.write(all, end, all.length - end);
        return new String(all, 0, end, StandardCharsets.UTF_8);
    }
}
