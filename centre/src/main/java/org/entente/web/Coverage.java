package org.entente.web;

import static org.entente.picture.PictureSetup.Sight.AROUND;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entente.picture.Health;
import org.entente.picture.Picture;
import org.entente.picture.SensorTrust;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.entente.kernel.SensorId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What the sensors of a site could see at a moment, and where they could not: "we could not have seen it".
///
/// Radars and cameras have sectors, fibres their section of the fence, everything else the place where it stands.
final class Coverage {

    private static final double NORTH = 111_195.0;
    private static final GeometryFactory PLANE = new GeometryFactory();

    private record Footprint(String sensor, String kind, ObjectNode geometry, Geometry area) {}

    private final Reference reference;

    Coverage(Reference reference) {
        this.reference = reference;
    }

    /// Whether the deployment has such a site.
    boolean knows(String site) {
        for (var one : reference.list("sites")) {
            if (one.get("id").asString().equals(site)) {
                return true;
            }
        }
        return false;
    }

    ObjectNode of(Picture picture, String site) {
        var disbelieved = new HashSet<SensorId>();
        picture.trusts().stream().filter(trust -> trust.disbelief().isPresent()).map(SensorTrust::sensor)
            .forEach(disbelieved::add);
        var node = Shapes.object();
        var list = node.putArray("footprints");
        var seeing = new ArrayList<Geometry>();
        var out = new ArrayList<Geometry>();
        for (var footprint : footprints(site)) {
            var state = state(picture, new SensorId(footprint.sensor()), disbelieved);
            list.addObject().put("sensor", footprint.sensor()).put("kind", footprint.kind()).put("state", state)
                .set("geometry", footprint.geometry());
            if (!footprint.area().isEmpty()) {
                switch (state) {
                    case "SEEING" -> seeing.add(footprint.area());
                    case "UNKNOWN" -> {
                    }
                    default -> out.add(footprint.area());
                }
            }
        }
        node.set("gaps", gaps(seeing, out));
        return node;
    }

    private static String state(Picture picture, SensorId id, Set<SensorId> disbelieved) {
        if (disbelieved.contains(id)) {
            return "DISBELIEVED";
        }
        return picture.sensor(id).map(sensor -> sensor.health() == Health.OK ? "SEEING" : sensor.health().name())
            .orElse("UNKNOWN");
    }

    private List<Footprint> footprints(String site) {
        var footprints = new ArrayList<Footprint>();
        reference.list("sensors").forEach(sensor -> {
            if (sensor.get("site").asString().equals(site)) {
                footprints.add(footprint(sensor));
            }
        });
        reference.list("cameras").forEach(camera -> {
            if (camera.get("site").asString().equals(site)) {
                footprints.add(sector(camera, "CAMERA", camera.get("bearing").asDouble(),
                    camera.get("fov").asDouble(), camera.get("rangeM").asDouble()));
            }
        });
        return footprints;
    }

    private Footprint footprint(JsonNode sensor) {
        var kind = sensor.get("kind").asString();
        return switch (kind) {
            case "RADAR" -> sector(sensor, kind, AROUND.bearing(), AROUND.opening(), AROUND.range());
            case "FENCE_FIBRE" -> plain(sensor, kind, zone(sensor.get("zone").asString()));
            default -> plain(sensor, kind, Shapes.object().put("type", "Point").set("coordinates",
                sensor.get("position").deepCopy()));
        };
    }

    private static Footprint plain(JsonNode sensor, String kind, JsonNode geometry) {
        return new Footprint(sensor.get("id").asString(), kind, (ObjectNode) geometry, PLANE.createPolygon());
    }

    private JsonNode zone(String id) {
        for (var zone : reference.list("zones")) {
            if (zone.get("id").asString().equals(id)) {
                return zone.get("geometry").deepCopy();
            }
        }
        throw new IllegalArgumentException("the reference has no zone " + id);
    }

    /// A sector of the ground, as a polygon in degrees; a whole circle when it opens all around.
    private static Footprint sector(JsonNode at, String kind, double bearing, double opening, double range) {
        double lon = at.get("position").get(0).asDouble();
        double lat = at.get("position").get(1).asDouble();
        boolean whole = opening >= 360;
        int steps = (int) Math.ceil(opening / 10);
        var corners = new ArrayList<Coordinate>();
        if (!whole) {
            corners.add(new Coordinate(lon, lat));
        }
        for (int i = 0; i <= steps; i++) {
            double angle = Math.toRadians(bearing - opening / 2 + opening * i / steps);
            corners.add(new Coordinate(lon + range * Math.sin(angle) / (NORTH * Math.cos(Math.toRadians(lat))),
                lat + range * Math.cos(angle) / NORTH));
        }
        if (whole) {
            corners.removeLast();
        }
        corners.add(new Coordinate(corners.getFirst()));
        var polygon = PLANE.createPolygon(corners.toArray(Coordinate[]::new));
        var geometry = Shapes.object().put("type", "Polygon");
        geometry.set("coordinates", rings(polygon));
        return new Footprint(at.get("id").asString(), kind, geometry, polygon);
    }

    /// What one that is out could see and none that sees covers; null when there is none.
    private static ObjectNode gaps(List<Geometry> seeing, List<Geometry> out) {
        if (out.isEmpty()) {
            return null;
        }
        var lost = UnaryUnionOp.union(out);
        var gaps = seeing.isEmpty() ? lost : lost.difference(UnaryUnionOp.union(seeing));
        var polygons = JsonMapper.shared().createArrayNode();
        for (int i = 0; i < gaps.getNumGeometries(); i++) {
            if (gaps.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
                polygons.add(rings(polygon));
            }
        }
        if (polygons.isEmpty()) {
            return null;
        }
        var node = Shapes.object().put("type", "MultiPolygon");
        node.set("coordinates", polygons);
        return node;
    }

    private static ArrayNode rings(Polygon polygon) {
        var rings = JsonMapper.shared().createArrayNode();
        ring(polygon.getExteriorRing().getCoordinates(), rings.addArray());
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            ring(polygon.getInteriorRingN(i).getCoordinates(), rings.addArray());
        }
        return rings;
    }

    private static void ring(Coordinate[] corners, ArrayNode into) {
        for (var corner : corners) {
            into.addArray().add(FusedShapes.rounded(corner.x, 6)).add(FusedShapes.rounded(corner.y, 6));
        }
    }
}
