package org.entente.picture;

import java.util.Optional;
import org.entente.kernel.Position;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/// Reads what a radar says: `{"lat":…,"lon":…,"confidence":…}`, or `null` for nothing seen.
///
/// @param confidence as it stands, not yet believed
record RadarResult(Position where, double confidence) {

    private static final JsonFactory JSON = new JsonFactory();

    /// Whether the radar says that it sees nothing.
    static boolean nothing(String result) {
        return result.strip().equals("null");
    }

    /// The detection; empty when it is malformed or not on the earth.
    static Optional<RadarResult> read(String result) {
        double lat = Double.NaN;
        double lon = Double.NaN;
        double confidence = Double.NaN;
        try (var parser = JSON.createParser(tools.jackson.core.ObjectReadContext.empty(), result)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = parser.currentName();
                boolean number = parser.nextToken().isNumeric();
                double value = number ? parser.getDoubleValue() : Double.NaN;
                parser.skipChildren();
                switch (name) {
                    case "lat" -> lat = value;
                    case "lon" -> lon = value;
                    case "confidence" -> confidence = value;
                    default -> {
                    }
                }
            }
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
        boolean onEarth = Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
        return onEarth ? Optional.of(new RadarResult(new Position(lat, lon), confidence)) : Optional.empty();
    }
}
