package org.entente.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// TAK protocol version 1: one `TakMessage` to a [CotEvent] and back (takproto: takmessage, cotevent, detail and six more .proto).
///
/// By hand, because the whole schema is these two classes' worth: TakMessage.cotEvent = 2; CotEvent 1 type, 2 access, 3 qos, 4 opex, 5 uid,
/// 6 sendTime, 7 startTime, 8 staleTime, 9 how, 10 lat, 11 lon, 12 hae, 13 ce, 14 le, 15 detail, 16 caveat, 17 releaseableTo;
/// Detail 1 xmlDetail and 2 to 7 as in [CotDetail.Known]. Unknown fields are skipped.
final class CotProtobuf {

    private static final int COT_EVENT = 2;
    private static final int DETAIL = 15;

    private CotProtobuf() {}

    /// Reads the payload of one frame; empty when the message carries no event (a `TakControl` alone).
    static Optional<CotEvent> read(byte[] bytes, int from, int length) throws CotMalformed {
        CotWire in = new CotWire(bytes, from, from + length);
        Optional<CotEvent> event = Optional.empty();
        while (in.next()) {
            if (in.field() == COT_EVENT) {
                event = Optional.of(event(in.message()));
            } else {
                in.skip();
            }
        }
        return event;
    }

    private static CotEvent event(CotWire in) throws CotMalformed {
        String[] text = new String[18];
        Arrays.fill(text, "");
        long[] times = new long[3];
        double[] point = new double[5];
        CotDetail detail = CotDetail.NONE;
        while (in.next()) {
            switch (in.field()) {
                case 1, 2, 3, 4, 5, 9, 16, 17 -> text[in.field()] = in.string();
                case 6, 7, 8 -> times[in.field() - 6] = in.varint();
                case 10, 11, 12, 13, 14 -> point[in.field() - 10] = in.float64();
                case DETAIL -> detail = detail(in.message());
                default -> in.skip();
            }
        }
        return new CotEvent(text[5], text[1], text[9], times[0], times[1], times[2], point[0], point[1], point[2],
            point[3], point[4], text[2],
            text[3], text[4], text[16], text[17], detail).checked();
    }

    private static CotDetail detail(CotWire in) throws CotMalformed {
        String rest = "";
        List<CotElement> known = new ArrayList<>(6);
        while (in.next()) {
            Optional<CotDetail.Known> kind = CotDetail.Known.numbered(in.field());
            if (in.field() == 1) {
                rest = in.string();
            } else if (kind.isPresent()) {
                CotElement element = known(kind.get(), in.message());
                known.removeIf(other -> other.name().equals(element.name()));
                known.add(element);
            } else {
                in.skip();
            }
        }
        return CotDetail.of(List.copyOf(known), withoutProlog(rest));
    }

    private static String withoutProlog(String xml) {
        return xml.startsWith("<?xml") && xml.contains("?>") ? xml.substring(xml.indexOf("?>") + 2) : xml;
    }

    private static CotElement known(CotDetail.Known kind, CotWire in) throws CotMalformed {
        Map<String, String> attributes = new LinkedHashMap<>(8);
        for (CotDetail.Field field : kind.fields) {
            attributes.put(field.name(), switch (field.kind()) {
                case TEXT -> "";
                case COUNT -> "0";
                case NUMBER -> "0.0";
            });
        }
        while (in.next()) {
            if (in.field() > kind.fields.size()) {
                in.skip();
                continue;
            }
            CotDetail.Field field = kind.fields.get(in.field() - 1);
            attributes.put(field.name(), switch (field.kind()) {
                case TEXT -> in.string();
                case COUNT -> Long.toString(in.varint() & 0xffffffffL);
                case NUMBER -> CotText.number(in.float64());
            });
        }
        if (kind == CotDetail.Known.CONTACT && attributes.get("endpoint").isEmpty()) {
            attributes.remove("endpoint");
        }
        return CotXml.known(kind.element, attributes);
    }

    /// Writes the payload of one frame.
    static byte[] write(CotEvent event) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512 + event.detail().rest().length());
        text(out, 1, event.type());
        text(out, 2, event.access());
        text(out, 3, event.qos());
        text(out, 4, event.opex());
        text(out, 5, event.uid());
        count(out, 6, event.time());
        count(out, 7, event.start());
        count(out, 8, event.stale());
        text(out, 9, event.how());
        number(out, 10, event.lat());
        number(out, 11, event.lon());
        number(out, 12, event.hae());
        number(out, 13, event.ce());
        number(out, 14, event.le());
        bytes(out, DETAIL, detail(event.detail()));
        text(out, 16, event.caveat());
        text(out, 17, event.releasableTo());
        ByteArrayOutputStream message = new ByteArrayOutputStream(out.size() + 8);
        bytes(message, COT_EVENT, out.toByteArray());
        return message.toByteArray();
    }

    private static byte[] detail(CotDetail detail) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        text(out, 1, detail.rest());
        for (CotElement element : detail.known()) {
            CotDetail.Known kind = CotDetail.Known.named(element.name()).orElseThrow();
            ByteArrayOutputStream inner = new ByteArrayOutputStream(64);
            for (int i = 0; i < kind.fields.size(); i++) {
                String value = element.attribute(kind.fields.get(i).name());
                switch (kind.fields.get(i).kind()) {
                    case TEXT -> text(inner, i + 1, value);
                    case COUNT -> count(inner, i + 1, Long.parseLong(value));
                    case NUMBER -> number(inner, i + 1, Double.parseDouble(value));
                }
            }
            bytes(out, kind.field, inner.toByteArray());
        }
        return out.toByteArray();
    }

    /// Appends an unsigned varint, seven bits at a time, lowest first.
    static void varint(ByteArrayOutputStream out, long value) {
        long left = value;
        while ((left & ~0x7fL) != 0) {
            out.write((int) (left & 0x7f) | 0x80);
            left >>>= 7;
        }
        out.write((int) left);
    }

    private static void bytes(ByteArrayOutputStream out, int field, byte[] value) {
        varint(out, (long) field << 3 | 2);
        varint(out, value.length);
        out.writeBytes(value);
    }

    private static void text(ByteArrayOutputStream out, int field, String value) {
        if (!value.isEmpty()) {
            bytes(out, field, value.getBytes(UTF_8));
        }
    }

    private static void count(ByteArrayOutputStream out, int field, long value) {
        if (value != 0) {
            varint(out, (long) field << 3);
            varint(out, value);
        }
    }

    private static void number(ByteArrayOutputStream out, int field, double value) {
        long bits = Double.doubleToRawLongBits(value);
        if (bits != 0) {
            varint(out, (long) field << 3 | 1);
            for (int i = 0; i < 64; i += 8) {
                out.write((int) (bits >>> i));
            }
        }
    }
}
