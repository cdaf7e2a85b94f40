package org.entente.picture;

import org.entente.kernel.Position;

/// A site's flat plane: metres east and north of its origin. Good to a metre over the few kilometres of a site.
record LocalPlane(double lat0, double lon0) {

    private static final double NORTH = 111_195.0;

    double x(Position where) {
        return (where.lon() - lon0) * NORTH * StrictMath.cos(StrictMath.toRadians(lat0));
    }

    double y(Position where) {
        return (where.lat() - lat0) * NORTH;
    }

    Position position(double x, double y) {
        double lat = lat0 + y / NORTH;
        double lon = lon0 + x / (NORTH * StrictMath.cos(StrictMath.toRadians(lat0)));
        return new Position(Math.max(-90, Math.min(90, lat)), Math.max(-180, Math.min(180, lon)));
    }

    /// Degrees true, clockwise from north, as an angle counter-clockwise from east.
    static double angle(double degrees) {
        return StrictMath.toRadians(90 - degrees);
    }

    /// The other way round, 0 to 360.
    static double degrees(double angle) {
        double degrees = 90 - StrictMath.toDegrees(angle);
        return degrees - 360 * Math.floor(degrees / 360);
    }
}
