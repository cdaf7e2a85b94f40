package org.entente.field;

import java.util.List;
import org.entente.field.Geo.Point;

/// A patrol's way, there and back again, for ever.
///
/// @param points at least one
record Route(List<Point> points) {

    Route {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a route has at least one point");
        }
    }

    /// Metres from one end to the other.
    double length() {
        double all = 0;
        for (int i = 1; i < points.size(); i++) {
            all += Geo.distance(points.get(i - 1), points.get(i));
        }
        return all;
    }

    /// The place after so many metres from the first point, turning round at the ends.
    Point at(double metres) {
        double all = length();
        if (all == 0) {
            return points.getFirst();
        }
        double folded = metres % (2 * all);
        double left = folded > all ? 2 * all - folded : folded;
        for (int i = 1; i < points.size(); i++) {
            double step = Geo.distance(points.get(i - 1), points.get(i));
            if (left <= step) {
                return Geo.towards(points.get(i - 1), points.get(i), left);
            }
            left -= step;
        }
        return points.getLast();
    }
}
