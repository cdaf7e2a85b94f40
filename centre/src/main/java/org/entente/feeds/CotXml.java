package org.entente.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// CoT XML, version 2.0 (MITRE, `CoT Event.xsd`): one `<event>` to a [CotEvent] and back.
final class CotXml {

    private CotXml() {}

    /// Reads one event; `length` bytes of UTF-8 from its `<` to its last `>`.
    static CotEvent read(byte[] bytes, int from, int length) throws CotMalformed {
        String source = utf8(bytes, from, length);
        CotElement event = CotParser.element(source);
        if (!event.name().equals("event")) {
            throw new CotMalformed("not an event");
        }
        String type = event.attribute("type");
        CotElement point = child(event, "point");
        if (point == null && !type.startsWith("t-x-")) {
            throw new CotMalformed("no point");
        }
        boolean where = point != null;
        return new CotEvent(event.attribute("uid"), type, event.attribute("how"),
            CotText.millis(event.attribute("time")),
            CotText.millis(event.attribute("start")), CotText.millis(event.attribute("stale")),
            where ? number(point, "lat") : 0,
            where ? number(point, "lon") : 0, where ? unknownOr(point, "hae") : CotEvent.UNKNOWN,
            where ? unknownOr(point, "ce") : CotEvent.UNKNOWN,
            where ? unknownOr(point, "le") : CotEvent.UNKNOWN, event.attribute("access"), event.attribute("qos"),
            event.attribute("opex"),
            event.attribute("caveat"), event.attribute("releasableTo"), detail(source, event)).checked();
    }

    /// The detail; children of the event that CoT does not know there are kept as the detail's.
    private static CotDetail detail(String source, CotElement event) throws CotMalformed {
        CotElement found = child(event, "detail");
        CotDetail detail = found == null ? CotDetail.NONE : CotDetail.of(source, found);
        CotElement point = child(event, "point");
        if (event.children().size() == (found == null ? 0 : 1) + (point == null ? 0 : 1)) {
            return detail;
        }
        StringBuilder rest = new StringBuilder(detail.rest());
        List<CotElement> more = new ArrayList<>(detail.more());
        for (CotElement other : event.children()) {
            if (other != found && other != point) {
                rest.append(source, other.from(), other.to());
                more.add(other);
            }
        }
        return new CotDetail(detail.known(), rest.toString(), more);
    }

    /// Writes an event without prolog.
    static byte[] write(CotEvent event) {
        StringBuilder out = new StringBuilder(640 + event.detail().rest().length());
        out.append("<event version=\"2.0\"");
        attribute(out, "uid", event.uid());
        attribute(out, "type", event.type());
        optional(out, "how", event.how());
        attribute(out, "time", CotText.time(event.time()));
        attribute(out, "start", CotText.time(event.start()));
        attribute(out, "stale", CotText.time(event.stale()));
        optional(out, "access", event.access());
        optional(out, "qos", event.qos());
        optional(out, "opex", event.opex());
        optional(out, "caveat", event.caveat());
        optional(out, "releasableTo", event.releasableTo());
        out.append("><point");
        attribute(out, "lat", CotText.number(event.lat()));
        attribute(out, "lon", CotText.number(event.lon()));
        attribute(out, "hae", CotText.number(event.hae()));
        attribute(out, "ce", CotText.number(event.ce()));
        attribute(out, "le", CotText.number(event.le()));
        out.append("/><detail>");
        for (CotElement known : event.detail().known()) {
            out.append('<').append(known.name());
            known.attributes().forEach((key, value) -> attribute(out, key, value));
            out.append("/>");
        }
        return out.append(event.detail().rest()).append("</detail></event>").toString().getBytes(UTF_8);
    }

    private static void attribute(StringBuilder out, String key, String value) {
        out.append(' ').append(key).append("=\"").append(CotText.escape(value)).append('"');
    }

    private static void optional(StringBuilder out, String key, String value) {
        if (!value.isEmpty()) {
            attribute(out, key, value);
        }
    }

    static String utf8(byte[] bytes, int from, int length) throws CotMalformed {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, length)).toString();
        } catch (CharacterCodingException e) {
            throw new CotMalformed("not UTF-8");
        }
    }

    private static CotElement child(CotElement event, String name) {
        for (CotElement child : event.children()) {
            if (child.name().equals(name)) {
                return child;
            }
        }
        return null;
    }

    private static double number(CotElement point, String key) throws CotMalformed {
        String value = point.attribute(key).strip();
        if (!CotText.isNumber(value)) {
            throw new CotMalformed("no " + key);
        }
        return Double.parseDouble(value);
    }

    private static double unknownOr(CotElement point, String key) {
        String value = point.attribute(key).strip();
        return CotText.isNumber(value) ? Double.parseDouble(value) : CotEvent.UNKNOWN;
    }

    /// The attributes of a known element that came as protobuf.
    static CotElement known(String name, Map<String, String> attributes) {
        return new CotElement(name, attributes, List.of(), "", 0, 0, 0, 0);
    }
}
