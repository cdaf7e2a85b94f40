package org.entente.feeds;

/// Reads protobuf's wire format field by field, never past its end.
final class CotWire {

    private final byte[] bytes;
    private final int end;
    private int at;
    private int field;
    private int type;

    CotWire(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /// Moves to the next field; false at the end.
    boolean next() throws CotMalformed {
        if (at == end) {
            return false;
        }
        long key = raw();
        field = (int) Math.min(key >>> 3, Integer.MAX_VALUE);
        type = (int) key & 7;
        if (field == 0) {
            throw new CotMalformed("field 0");
        }
        return true;
    }

    int field() {
        return field;
    }

    long varint() throws CotMalformed {
        expect(0);
        return raw();
    }

    double float64() throws CotMalformed {
        expect(1);
        need(8);
        long bits = 0;
        for (int i = 0; i < 8; i++) {
            bits |= (bytes[at++] & 0xffL) << 8 * i;
        }
        return Double.longBitsToDouble(bits);
    }

    String string() throws CotMalformed {
        int length = length();
        at += length;
        return CotXml.utf8(bytes, at - length, length);
    }

    CotWire message() throws CotMalformed {
        int length = length();
        at += length;
        return new CotWire(bytes, at - length, at);
    }

    void skip() throws CotMalformed {
        switch (type) {
            case 0 -> raw();
            case 1 -> {
                need(8);
                at += 8;
            }
            case 2 -> at += length();
            case 5 -> {
                need(4);
                at += 4;
            }
            default -> throw new CotMalformed("wire type " + type);
        }
    }

    private int length() throws CotMalformed {
        expect(2);
        long length = raw();
        if (length < 0 || length > end - at) {
            throw new CotMalformed("longer than its message");
        }
        return (int) length;
    }

    private long raw() throws CotMalformed {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            need(1);
            byte b = bytes[at++];
            value |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw new CotMalformed("varint too long");
    }

    private void expect(int wanted) throws CotMalformed {
        if (type != wanted) {
            throw new CotMalformed("wire type " + type + " of field " + field);
        }
    }

    private void need(int count) throws CotMalformed {
        if (end - at < count) {
            throw new CotMalformed("ends too early");
        }
    }
}
