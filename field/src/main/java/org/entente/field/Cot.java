package org.entente.field;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.entente.field.Geo.Point;

/// Cursor on Target as XML: what a unit's device says, and what of the centre's words it understands (docs/formats/cot-tasking.md).
final class Cot {

    private static final XMLInputFactory XML = factory();
    private static final String UNKNOWN = "9999999.0";

    /// A task given (`t-r`) or taken back (`t-z`).
    record Tasking(String type, String task, String incident, String instruction, Point where) {
        boolean cancelled() {
            return type.equals("t-z");
        }
    }

    private Cot() {}

    /// The self report of a unit.
    static String position(Reference.Unit unit, Point where, double course, double speed, Instant now, Duration stale) {
        return event(unit.id(), "a-f-G-U-C", "m-g", where, "5.0", now, stale, String.format(Locale.ROOT,
            "<contact callsign=\"%s\"/><track course=\"%.1f\" speed=\"%.2f\"/><__group name=\"Cyan\" role=\"Team Member\"/>",
            escape(unit.callsign()), course, speed));
    }

    /// A unit's answer to a task, for example `y-a-w`.
    static String answer(Reference.Unit unit, String type, String task, Point where, Instant now) {
        return event(task + "." + unit.id() + "." + type, type, "h-g-i-g-o", where, UNKNOWN, now, Duration.ofHours(1),
            "<link uid=\"" + escape(task) + "\" relation=\"p-t\" type=\"t-r\"/>");
    }

    /// The tasking in an event; empty for every other event.
    ///
    /// @throws XMLStreamException the event is not well-formed
    static Optional<Tasking> tasking(String event) throws XMLStreamException {
        var reader = XML.createXMLStreamReader(new StringReader(event));
        try {
            var type = "";
            var task = "";
            var incident = "";
            var instruction = "";
            var where = new Point(0, 0);
            while (reader.hasNext()) {
                if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (reader.getLocalName()) {
                    case "event" -> type = attribute(reader, "type");
                    case "point" -> where = new Point(number(reader, "lat"), number(reader, "lon"));
                    case "__task" -> {
                        task = attribute(reader, "id");
                        incident = attribute(reader, "incident");
                        instruction = attribute(reader, "instruction");
                    }
                    default -> {
                    }
                }
            }
            boolean ours = !task.isEmpty() && (type.equals("t-r") || type.equals("t-z"));
            return ours ? Optional.of(new Tasking(type, task, incident, instruction, where)) : Optional.empty();
        } finally {
            reader.close();
        }
    }

    private static String event(String uid, String type, String how, Point where, String error, Instant now,
        Duration stale, String detail) {
        return String.format(Locale.ROOT,
            "<event version=\"2.0\" uid=\"%s\" type=\"%s\" how=\"%s\" time=\"%s\" start=\"%s\" stale=\"%s\">"
                + "<point lat=\"%.6f\" lon=\"%.6f\" hae=\"%s\" ce=\"%s\" le=\"%s\"/><detail>%s</detail></event>",
            escape(uid), type, how, time(now), time(now), time(now.plus(stale)), where.lat(), where.lon(), UNKNOWN,
            error, UNKNOWN, detail);
    }

    private static Instant time(Instant instant) {
        return Instant.ofEpochMilli(instant.toEpochMilli());
    }

    private static String attribute(XMLStreamReader reader, String name) {
        var value = reader.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private static double number(XMLStreamReader reader, String name) throws XMLStreamException {
        try {
            return Double.parseDouble(attribute(reader, name));
        } catch (NumberFormatException notANumber) {
            throw new XMLStreamException(name + " is not a number", notANumber);
        }
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
