package org.entente.feeds;

import java.util.Arrays;

/// Parts a stream of bytes into events, first XML and after [#protobuf] TAK frames, and finds back after rubbish.
///
/// Each byte is looked at once however small the reads are. One thread.
final class CotFramer {

    /// What the stream gives next.
    enum Found {
        /// Nothing yet: read more.
        NOTHING,
        /// A whole event: `bytes()` from `from()` of `length()`.
        FRAME,
        /// Bytes that belong to no event, skipped.
        RUBBISH,
        /// An event beyond the limit. In XML the stream goes on at the next `<event`; in protobuf it cannot.
        OVERSIZED
    }

    private static final int MUCH_RUBBISH = 8192;
    private static final byte[] OPEN = {'<', 'e', 'v', 'e', 'n', 't'};
    private static final byte[] CLOSE = {'<', '/', 'e', 'v', 'e', 'n', 't'};
    private static final byte[] CDATA = {'<', '!', '[', 'C', 'D', 'A', 'T', 'A', '['};
    private static final byte[] CDATA_END = {']', ']', '>'};
    private static final byte[] COMMENT = {'<', '!', '-', '-'};
    private static final byte[] COMMENT_END = {'-', '-', '>'};
    private static final byte[] PROLOG = {'<', '?'};
    private static final byte[] PROLOG_END = {'?', '>'};

    private enum Inside {
        BETWEEN, PROLOG, START_TAG, BODY, CDATA, COMMENT
    }

    private final int limit;
    private byte[] buffer = new byte[8192];
    private int start;
    private int at;
    private int end;
    private Inside inside = Inside.BETWEEN;
    private byte quote;
    private boolean rubbish;
    private boolean told;
    private int sinceEvent;
    private boolean protobuf;
    private int from;
    private int length;

    /// @param limit bytes of one event at most
    CotFramer(int limit) {
        this.limit = limit;
    }

    /// From here on the stream is TAK protocol v1.
    void protobuf() {
        protobuf = true;
    }

    boolean isProtobuf() {
        return protobuf;
    }

    /// Room for the next read, from [#end()] to the end of the array.
    byte[] room() {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            at -= start;
            end -= start;
            start = 0;
        }
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(buffer.length * 2, limit + 8192));
        }
        return buffer;
    }

    int end() {
        return end;
    }

    void filled(int count) {
        end += count;
    }

    byte[] bytes() {
        return buffer;
    }

    int from() {
        return from;
    }

    int length() {
        return length;
    }

    Found next() {
        return protobuf ? nextMessage() : nextEvent();
    }

    private Found nextMessage() {
        int skipped = 0;
        while (start < end && buffer[start] != CotMessage.MAGIC) {
            start++;
            skipped++;
        }
        at = start;
        if (skipped > 1) { // one stray byte behind a frame is goatak's way, no reason to complain
            return Found.RUBBISH;
        }
        long size = 0;
        int i = start + 1;
        for (int shift = 0; i < end && shift < 35; shift += 7) {
            byte b = buffer[i++];
            size |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                return message(i, size);
            }
        }
        return i - start > 5 ? Found.OVERSIZED : Found.NOTHING;
    }

    private Found message(int payload, long size) {
        if (size > limit) {
            return Found.OVERSIZED;
        }
        if (end - payload < size) {
            return Found.NOTHING;
        }
        from = payload;
        length = (int) size;
        start = at = payload + length;
        return Found.FRAME;
    }

    /// The frame just given was no message. When no frame follows it, its 0xbf was chance: look again right behind that.
    void notAMessage() {
        if (start < end && buffer[start] != CotMessage.MAGIC) {
            start = at = from;
        }
    }

    private Found nextEvent() {
        while (at < end) {
            int before = at;
            Found found = switch (inside) {
                case BETWEEN -> between();
                case PROLOG -> pass(PROLOG_END, Inside.BETWEEN);
                case START_TAG -> startTag();
                case BODY -> body();
                case CDATA -> pass(CDATA_END, Inside.BODY);
                case COMMENT -> pass(COMMENT_END, Inside.BODY);
            };
            if (found != Found.NOTHING) {
                return found;
            }
            if (inside != Inside.BETWEEN && at - start > limit) {
                return oversized();
            }
            if (at == before) {
                return Found.NOTHING;
            }
        }
        return Found.NOTHING;
    }

    private Found oversized() {
        start = at;
        inside = Inside.BETWEEN;
        rubbish = true;
        told = true;
        return Found.OVERSIZED;
    }

    /// White space and prologs are passed over; anything else is rubbish up to the next `<event`, told once and then every 8 KiB.
    private Found between() {
        byte b = buffer[at];
        boolean tag = b == '<';
        if (tag && end - at <= OPEN.length && Arrays.equals(buffer, at, end, OPEN, 0, end - at)) {
            start = at;
            return Found.NOTHING;
        }
        if (tag && starts(OPEN) && endsName(buffer[at + OPEN.length])) {
            return opened();
        }
        if (tag && starts(PROLOG)) {
            start = at;
            at += PROLOG.length;
            return inside(Inside.PROLOG);
        }
        rubbish |= !isBlank(b);
        start = ++at;
        return rubbish && ++sinceEvent % MUCH_RUBBISH == 0 ? Found.RUBBISH : Found.NOTHING;
    }

    private Found opened() {
        boolean tell = rubbish && !told;
        rubbish = false;
        told = false;
        sinceEvent = 0;
        start = at;
        at += OPEN.length;
        inside = Inside.START_TAG;
        quote = 0;
        return tell ? Found.RUBBISH : Found.NOTHING;
    }

    private Found startTag() {
        while (at < end) {
            byte b = buffer[at];
            if (b == '<') { // never legal in a start tag: this event is broken, another may begin here
                inside = Inside.BETWEEN;
                start = at;
                told = true;
                rubbish = true;
                return Found.RUBBISH;
            }
            at++;
            if (quote != 0) {
                quote = b == quote ? 0 : quote;
            } else if (b == '"' || b == '\'') {
                quote = b;
            } else if (b == '>') {
                return buffer[at - 2] == '/' ? frame() : inside(Inside.BODY);
            }
        }
        return Found.NOTHING;
    }

    private Found body() {
        while (at < end && buffer[at] != '<') {
            at++;
        }
        if (at == end) {
            return Found.NOTHING;
        }
        if (starts(CLOSE)) {
            int i = at + CLOSE.length;
            while (i < end && isBlank(buffer[i])) {
                i++;
            }
            if (i == end) {
                return i - start > limit ? oversized() : Found.NOTHING;
            }
            at = i + 1;
            return buffer[i] == '>' ? frame() : Found.NOTHING;
        }
        if (starts(CDATA)) {
            at += CDATA.length;
            return inside(Inside.CDATA);
        }
        if (starts(COMMENT)) {
            at += COMMENT.length;
            return inside(Inside.COMMENT);
        }
        if (!prefix(CLOSE) && !prefix(CDATA) && !prefix(COMMENT)) {
            at++;
        }
        return Found.NOTHING;
    }

    private Found pass(byte[] mark, Inside then) {
        while (at < end) {
            if (starts(mark)) {
                at += mark.length;
                start = then == Inside.BETWEEN ? at : start;
                return inside(then);
            }
            if (prefix(mark)) {
                return Found.NOTHING;
            }
            at++;
        }
        return Found.NOTHING;
    }

    private Found inside(Inside next) {
        inside = next;
        return Found.NOTHING;
    }

    private Found frame() {
        inside = Inside.BETWEEN;
        from = start;
        length = at - start;
        start = at;
        return length > limit ? Found.OVERSIZED : Found.FRAME;
    }

    private boolean starts(byte[] mark) {
        return end - at >= mark.length && Arrays.equals(buffer, at, at + mark.length, mark, 0, mark.length);
    }

    /// The bytes that are there are the beginning of the mark, but not all of it.
    private boolean prefix(byte[] mark) {
        int there = end - at;
        return there < mark.length && Arrays.equals(buffer, at, end, mark, 0, there);
    }

    private static boolean endsName(byte b) {
        return isBlank(b) || b == '>' || b == '/';
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }
}
