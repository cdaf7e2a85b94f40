package org.entente.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.kernel.Position;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/// Reads what a radar or a camera says of one look (docs/formats/detections.md): `{"scan":[{…},{…}]}`, one detection
/// alone, or `null` for nothing seen. A detection has `lat` and `lon`, or `bearing` and perhaps `range`; `class` gives how
/// much it looks like a person, a vehicle, an animal. Whatever else it says of anybody is not read.
///
/// @param alone whether it came as one detection and not as a scan
record Detections(List<One> seen, boolean alone) {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int MOST = 200;
    private static final double NONE = Double.NaN;

    /// One detection; NaN where it says nothing. Bearing in degrees true, range in metres, the rest 0 to 1.
    record One(double lat, double lon, double bearing, double range, double confidence, double person, double vehicle,
        double animal) {

        boolean placed() {
            return Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
        }

        boolean directed() {
            return bearing >= 0 && bearing <= 360 && !(range < 0);
        }

        Position position() {
            return new Position(lat, lon);
        }

        boolean classed() {
            return !Double.isNaN(person) || !Double.isNaN(vehicle) || !Double.isNaN(animal);
        }
    }

    private static final class Draft {
        double lat = NONE;
        double lon = NONE;
        double bearing = NONE;
        double range = NONE;
        double confidence = NONE;
        double person = NONE;
        double vehicle = NONE;
        double animal = NONE;

        One done() {
            return new One(lat, lon, bearing, range, confidence, person, vehicle, animal);
        }
    }

    Detections {
        seen = List.copyOf(seen);
    }

    /// Whether the sensor says that it sees nothing.
    static boolean nothing(String result) {
        return result.strip().equals("null");
    }

    /// The look; empty when it is malformed or a detection of it is nowhere.
    static Optional<Detections> read(String result) {
        try (var parser = JSON.createParser(tools.jackson.core.ObjectReadContext.empty(), result)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            var scan = new ArrayList<One>();
            var alone = new Draft();
            boolean whole = false;
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                if (parser.currentName().equals("scan")) {
                    whole = true;
                    if (!scan(parser, scan)) {
                        return Optional.empty();
                    }
                } else {
                    field(parser, alone);
                }
            }
            var seen = whole ? scan : List.of(alone.done());
            boolean placed = seen.stream().allMatch(one -> one.placed() || one.directed());
            return placed ? Optional.of(new Detections(seen, !whole)) : Optional.empty();
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    private static boolean scan(JsonParser parser, List<One> into) {
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            return false;
        }
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            var draft = new Draft();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                field(parser, draft);
            }
            into.add(draft.done());
            if (into.size() > MOST) {
                return false;
            }
        }
        return parser.currentToken() == JsonToken.END_ARRAY;
    }

    private static void field(JsonParser parser, Draft draft) {
        var name = parser.currentName();
        var token = parser.nextToken();
        if (name.equals("class") && token == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                kind(parser, draft);
            }
            return;
        }
        double value = token.isNumeric() ? parser.getDoubleValue() : NONE;
        parser.skipChildren();
        switch (name) {
            case "lat" -> draft.lat = value;
            case "lon" -> draft.lon = value;
            case "bearing" -> draft.bearing = value;
            case "range" -> draft.range = value;
            case "confidence" -> draft.confidence = value;
            default -> {
            }
        }
    }

    private static void kind(JsonParser parser, Draft draft) {
        var name = parser.currentName();
        double value = parser.nextToken().isNumeric() ? Math.max(0, Math.min(1, parser.getDoubleValue())) : NONE;
        parser.skipChildren();
        switch (name) {
            case "person" -> draft.person = value;
            case "vehicle" -> draft.vehicle = value;
            case "animal" -> draft.animal = value;
            default -> {
            }
        }
    }
}
