package org.entente.field;

/// Distances and directions on the ground, flat enough for one harbour.
final class Geo {

    private static final double METRES_A_DEGREE = 111_195;

    /// A place, degrees WGS 84.
    record Point(double lat, double lon) {}

    private Geo() {}

    /// Metres between two places.
    static double distance(Point a, Point b) {
        return Math.hypot(east(a, b), north(a, b));
    }

    /// Degrees true from one place to another, 0 to 360.
    static double bearing(Point from, Point to) {
        double degrees = Math.toDegrees(Math.atan2(east(from, to), north(from, to)));
        return degrees < 0 ? degrees + 360 : degrees;
    }

    /// The place so far on the way; the end itself when it is nearer.
    static Point towards(Point from, Point to, double metres) {
        double all = distance(from, to);
        double share = all <= metres ? 1 : metres / all;
        return new Point(from.lat() + (to.lat() - from.lat()) * share, from.lon() + (to.lon() - from.lon()) * share);
    }

    /// The place so many metres away in a direction, degrees true.
    static Point away(Point from, double bearing, double metres) {
        double angle = Math.toRadians(bearing);
        return new Point(from.lat() + metres * Math.cos(angle) / METRES_A_DEGREE, from.lon()
            + metres * Math.sin(angle) / (METRES_A_DEGREE * Math.cos(Math.toRadians(from.lat()))));
    }

    private static double east(Point a, Point b) {
        return (b.lon() - a.lon()) * METRES_A_DEGREE * Math.cos(Math.toRadians((a.lat() + b.lat()) / 2));
    }

    private static double north(Point a, Point b) {
        return (b.lat() - a.lat()) * METRES_A_DEGREE;
    }
}
