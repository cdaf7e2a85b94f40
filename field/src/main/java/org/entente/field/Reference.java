package org.entente.field;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.field.Geo.Point;
import tools.jackson.databind.JsonNode;

/// What the field needs of the reference deployment, as `GET /api/reference` gives it.
final class Reference {

    /// A sensor and the one property it measures.
    record Sensor(String id, String kind, String site, String property, Point where) {}

    /// A unit and where it belongs.
    record Unit(String id, String callsign, String kind, Point home, String site) {}

    /// How far inside of the fence its patrol road runs, metres: who drives there does not touch it.
    private static final double PATROL_ROAD = 35;

    private final List<Sensor> sensors = new ArrayList<>();
    private final Map<String, Unit> units = new LinkedHashMap<>();
    private final Map<String, List<String>> steps = new TreeMap<>();
    private final Map<String, List<Point>> fences = new TreeMap<>();
    private final Map<String, List<Point>> waters = new TreeMap<>();

    Reference(JsonNode all) {
        for (var row : all.path("sensors")) {
            sensors.add(new Sensor(row.path("id").asString(), row.path("kind").asString(), row.path("site").asString(),
                row.path("properties").path(0).path("property").asString(), point(row.path("position"))));
        }
        for (var row : all.path("zones")) {
            var kind = row.path("kind").asString();
            var line = row.path("geometry").path("coordinates");
            var site = row.path("site").asString();
            if (kind.equals("FENCE")) {
                fences.computeIfAbsent(site, _ -> new ArrayList<>())
                    .add(inside(point(line.path(0)), point(line.path(line.size() - 1)), row));
            } else if (kind.equals("WATER")) {
                waters.computeIfAbsent(site, _ -> new ArrayList<>()).add(middle(line.path(0)));
            }
        }
        for (var row : all.path("procedures")) {
            var ids = new ArrayList<String>();
            row.path("steps").forEach(step -> ids.add(step.path("id").asString()));
            steps.put(row.path("kind").asString(), ids);
        }
        for (var row : all.path("units")) {
            var home = point(row.path("home"));
            units.put(row.path("id").asString(), new Unit(row.path("id").asString(), row.path("callsign").asString(),
                row.path("kind").asString(), home, nearestSite(all.path("sites"), home)));
        }
    }

    private static Point inside(Point from, Point to, JsonNode fence) {
        double side = fence.path("outside").asString("LEFT").equals("LEFT") ? 90 : -90;
        return Geo.away(from, Geo.bearing(from, to) + side, PATROL_ROAD);
    }

    List<Sensor> sensors() {
        return sensors;
    }

    List<Unit> units() {
        return List.copyOf(units.values());
    }

    /// The steps of the procedure for a kind of incident, in order.
    List<String> steps(String kind) {
        return steps.getOrDefault(kind, List.of());
    }

    /// The way a unit patrols when nobody needs it: its site's fence from somewhere on, the water, or the yard around its home.
    Route patrol(Unit unit) {
        var all = unit.kind().equals("BOAT")
            ? waters.getOrDefault(unit.site(), List.of())
            : fences.getOrDefault(unit.site(), List.of());
        if (all.isEmpty() || !List.of("PATROL", "BOAT", "RAIL").contains(unit.kind())) {
            var home = unit.home();
            return new Route(List.of(home, new Point(home.lat() + 0.0006, home.lon() + 0.0009),
                new Point(home.lat() - 0.0004, home.lon() + 0.0012)));
        }
        int from = Math.floorMod(unit.id().hashCode(), all.size());
        var way = new ArrayList<Point>();
        for (int i = 0; i < Math.min(all.size(), 14); i++) {
            way.add(all.get((from + i) % all.size()));
        }
        return new Route(way);
    }

    private static String nearestSite(JsonNode sites, Point home) {
        String nearest = "";
        double least = Double.MAX_VALUE;
        for (var site : sites) {
            double metres = Geo.distance(point(site.path("center")), home);
            if (metres < least) {
                least = metres;
                nearest = site.path("id").asString();
            }
        }
        return nearest;
    }

    private static Point middle(JsonNode ring) {
        double lat = 0;
        double lon = 0;
        for (var corner : ring) {
            lon += corner.path(0).asDouble() / ring.size();
            lat += corner.path(1).asDouble() / ring.size();
        }
        return new Point(lat, lon);
    }

    private static Point point(JsonNode lonLat) {
        return new Point(lonLat.path(1).asDouble(), lonLat.path(0).asDouble());
    }
}
