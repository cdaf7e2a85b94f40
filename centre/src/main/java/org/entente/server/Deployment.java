package org.entente.server;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.entente.access.Desk;
import org.entente.access.Role;
import org.entente.feeds.ReferenceThings;
import org.entente.kernel.AgencyId;
import org.entente.kernel.Classification;
import org.entente.kernel.DeskId;
import org.entente.kernel.PlaceId;
import org.entente.kernel.Position;
import org.entente.kernel.Purpose;
import org.entente.kernel.SensorId;
import org.entente.picture.Picture;
import org.entente.picture.PictureSetup;
import org.entente.picture.SensorKind;
import org.entente.picture.ZoneKind;
import org.entente.reports.Setting;
import org.entente.web.Reference;
import tools.jackson.databind.JsonNode;

/// Turns the reference deployment into what each module wants to know of it.
final class Deployment {

    private final Reference reference;
    private final double speed;

    /// @param speed of the centre's clock: at thirty times life, a tenth of a second on the wire is three
    Deployment(Reference reference, double speed) {
        this.reference = reference;
        this.speed = speed;
    }

    PictureSetup picture() {
        var sensors = new ArrayList<>(each("sensors",
            node -> new PictureSetup.Sensor(new SensorId(id(node)), SensorKind.valueOf(node.get("kind").asString()),
                node.get("site").asString(), new PlaceId(node.get("zone").asString()),
                position(node.get("position")))));
        sensors.addAll(each("cameras",
            node -> new PictureSetup.Sensor(new SensorId(id(node)), SensorKind.CAMERA, node.get("site").asString(),
                new PlaceId(node.get("zone").asString()), position(node.get("position")),
                new PictureSetup.Sight(node.get("bearing").asDouble(), node.get("fov").asDouble(),
                    node.get("rangeM").asDouble()))));
        var zones = each("zones",
            node -> new PictureSetup.Zone(new PlaceId(id(node)), ZoneKind.valueOf(node.get("kind").asString()),
                Reference.text(node.get("name")), node.get("site").asString(), fence(node)));
        var kinds = each("kinds", node -> new PictureSetup.Kind(id(node), node.get("lifeAtRisk").asBoolean(),
            node.get("priority").asInt(), Reference.text(node.get("name"))));
        return new PictureSetup(sensors, zones, kinds, Math.max(3, Math.min(30, speed / 2)));
    }

    /// The line of a fence section with outside on its left; nothing for any other zone.
    private static List<Position> fence(JsonNode zone) {
        if (!zone.has("outside")) {
            return List.of();
        }
        var line = new ArrayList<Position>();
        zone.get("geometry").get("coordinates").forEach(corner -> line.add(position(corner)));
        return zone.get("outside").asString().equals("LEFT") ? line : line.reversed();
    }

    List<Desk> desks() {
        return each("desks",
            node -> new Desk(new DeskId(id(node)), Reference.text(node.get("name")),
                new AgencyId(node.get("agency").asString()),
                node.get("state").asString(), Role.valueOf(node.get("role").asString()),
                texts(node.get("purposes")).stream().map(Purpose::valueOf).toList(),
                Classification.valueOf(node.get("clearance").asString()), texts(node.get("compartments"))));
    }

    List<ReferenceThings.Described> things() {
        var things = new ArrayList<>(each("sensors", node -> new ReferenceThings.Described(new SensorId(id(node)),
            node.get("name").get("en").asString() + " / " + node.get("name").get("fr").asString(),
            node.get("kind").asString(), position(node.get("position")), measures(node))));
        things.addAll(each("cameras", node -> new ReferenceThings.Described(new SensorId(id(node)),
            node.get("name").get("en").asString() + " / " + node.get("name").get("fr").asString(), "CAMERA",
            position(node.get("position")), List.of(new ReferenceThings.Measures("detection", "")))));
        return List.copyOf(things);
    }

    private static List<ReferenceThings.Measures> measures(JsonNode sensor) {
        var measures = new ArrayList<ReferenceThings.Measures>();
        for (var one : sensor.get("properties")) {
            if (!one.get("property").asString().equals("health")) {
                measures
                    .add(new ReferenceThings.Measures(one.get("property").asString(), one.path("unit").asString("")));
            }
        }
        if (SensorKind.valueOf(sensor.get("kind").asString()) == SensorKind.FENCE_FIBRE) {
            measures.add(new ReferenceThings.Measures(Picture.VERDICT, ""));
        }
        return measures;
    }

    /// The fibre of a fence section: where verdicts on its alarms are told.
    Optional<SensorId> fibre(String place) {
        return picture().sensors().stream().filter(sensor -> sensor.kind() == SensorKind.FENCE_FIBRE)
            .filter(sensor -> sensor.zone().text().equals(place)).map(PictureSetup.Sensor::id).findFirst();
    }

    Setting reports() {
        return new Setting(Reference.text(reference.centre().get("name")),
            ZoneId.of(reference.centre().get("timeZone").asString()),
            each("sites", node -> new Setting.Site(id(node), Reference.text(node.get("name")))));
    }

    List<String> units() {
        return each("units", Deployment::id);
    }

    <T> List<T> each(String list, Function<JsonNode, T> reader) {
        var read = new ArrayList<T>();
        reference.list(list).forEach(node -> read.add(reader.apply(node)));
        return List.copyOf(read);
    }

    static String id(JsonNode node) {
        return node.get("id").asString();
    }

    static Position position(JsonNode lonLat) {
        return new Position(lonLat.get(1).asDouble(), lonLat.get(0).asDouble());
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
