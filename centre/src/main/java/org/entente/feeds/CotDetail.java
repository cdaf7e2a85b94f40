package org.entente.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The detail of an event, parted as TAK protocol v1 parts it: six known elements, and the rest as XML.
///
/// A child becomes known only when what comes back is equal, attribute by attribute and value by value; any other child,
/// and every text and comment, stays in the rest byte for byte.
///
/// @param known in order of arrival, each name at most once, only names of [Known]
/// @param rest XML without prolog and root, often empty
/// @param more the elements of the rest
record CotDetail(List<CotElement> known, String rest, List<CotElement> more) {

    static final CotDetail NONE = new CotDetail(List.of(), "", List.of());

    /// How an attribute travels in protobuf.
    enum Kind {
        TEXT, COUNT, NUMBER
    }

    /// An attribute of a known element; its protobuf field is its place in the list, from 1.
    record Field(String name, Kind kind) {}

    /// A known element: its name in XML, its field in protobuf's `Detail`, its attributes (takproto, detail.proto).
    enum Known {
        CONTACT("contact", 2, new Field("endpoint", Kind.TEXT), new Field("callsign", Kind.TEXT)),
        GROUP("__group", 3,
            new Field("name", Kind.TEXT), new Field("role", Kind.TEXT)),
        PRECISION("precisionlocation", 4,
            new Field("geopointsrc", Kind.TEXT),
            new Field("altsrc", Kind.TEXT)),
        STATUS("status", 5, new Field("battery", Kind.COUNT)),
        TAKV("takv", 6,
            new Field("device", Kind.TEXT), new Field("platform", Kind.TEXT), new Field("os", Kind.TEXT),
            new Field("version", Kind.TEXT)),
        TRACK("track", 7, new Field("speed", Kind.NUMBER),
            new Field("course", Kind.NUMBER));

        private static final Known[] ALL = values();
        final String element;
        final int field;
        final List<Field> fields;

        Known(String element, int field, Field... fields) {
            this.element = element;
            this.field = field;
            this.fields = List.of(fields);
        }

        static Optional<Known> named(String element) {
            for (Known known : ALL) {
                if (known.element.equals(element)) {
                    return Optional.of(known);
                }
            }
            return Optional.empty();
        }

        static Optional<Known> numbered(int field) {
            return field >= 2 && field <= 7 ? Optional.of(ALL[field - 2]) : Optional.empty();
        }

        /// Nothing is lost when this element goes through protobuf and back.
        boolean holds(CotElement element) {
            Map<String, String> given = element.attributes();
            boolean noEndpoint = this == CONTACT && given.size() == 1 && given.containsKey("callsign");
            if (!element.empty() || given.size() != fields.size() && !noEndpoint
                || this == CONTACT && "".equals(given.get("endpoint"))) {
                return false;
            }
            return noEndpoint || fields.stream()
                .allMatch(field -> given.containsKey(field.name) && survives(field.kind, given.get(field.name)));
        }

        private static boolean survives(Kind kind, String value) {
            return switch (kind) {
                case TEXT -> true;
                case COUNT -> value.length() <= 9 && value.chars().allMatch(c -> c >= '0' && c <= '9')
                    && Integer.toString(Integer.parseInt("0" + value)).equals(value);
                case NUMBER -> CotText.isNumber(value) && CotText.number(Double.parseDouble(value)).equals(value);
            };
        }
    }

    /// The detail that came as protobuf.
    static CotDetail of(List<CotElement> known, String rest) throws CotMalformed {
        return known.isEmpty() && rest.isEmpty() ? NONE : new CotDetail(known, rest, CotParser.fragment(rest));
    }

    /// The detail that came as the XML of an event: `source` is the event, `detail` its element of that name.
    static CotDetail of(String source, CotElement detail) throws CotMalformed {
        if (detail.empty()) {
            return NONE;
        }
        List<CotElement> known = new ArrayList<>(6);
        List<CotElement> more = new ArrayList<>(detail.children().size());
        StringBuilder rest = new StringBuilder();
        int from = detail.inner();
        for (CotElement child : detail.children()) {
            Optional<Known> kind = Known.named(child.name());
            boolean first = known.stream().noneMatch(other -> other.name().equals(child.name()));
            if (kind.isPresent() && first && kind.get().holds(child)) {
                known.add(child);
                rest.append(source, from, child.from());
                from = child.to();
            } else {
                more.add(child);
            }
        }
        rest.append(source, from, detail.end());
        return new CotDetail(List.copyOf(known), rest.toString(), more);
    }

    /// The child of that name: the one in the rest if there are two, as the protocol has it.
    Optional<CotElement> find(String name) {
        for (CotElement element : more) {
            if (element.name().equals(name)) {
                return Optional.of(element);
            }
        }
        for (CotElement element : known) {
            if (element.name().equals(name)) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    /// An attribute of a child, empty when there is none.
    String value(String element, String attribute) {
        return find(element).map(found -> found.attribute(attribute)).orElse("");
    }

    /// An attribute of a child as a number, NaN when there is none.
    double number(String element, String attribute) {
        String value = value(element, attribute);
        return CotText.isNumber(value) ? Double.parseDouble(value) : Double.NaN;
    }
}
