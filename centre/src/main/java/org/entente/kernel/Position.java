package org.entente.kernel;

/// A point on the ground, WGS 84, degrees.
///
/// @param lat -90 to 90, north positive
/// @param lon -180 to 180, east positive
public record Position(double lat, double lon) {

    public Position {
        if (!(lat >= -90 && lat <= 90) || !(lon >= -180 && lon <= 180)) {
            throw new IllegalArgumentException("not on the earth: " + lat + ", " + lon);
        }
    }
}
