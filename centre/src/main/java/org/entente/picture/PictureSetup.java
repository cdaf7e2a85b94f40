package org.entente.picture;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.entente.kernel.PlaceId;
import org.entente.kernel.Position;
import org.entente.kernel.SensorId;
import org.entente.kernel.Text;

/// The deployment as the picture needs it: which sensor stands where, in which zone, and which kinds of alarm there are.
public record PictureSetup(List<Sensor> sensors, List<Zone> zones, List<Kind> kinds) {

    /// One sensor of the reference deployment; `zone` must be among the zones.
    public record Sensor(SensorId id, SensorKind kind, String site, PlaceId zone, Position position) {}

    /// One zone of the site plan: fence section, lane, track … Its id is at most 80 characters long.
    public record Zone(PlaceId id, ZoneKind kind, Text name, String site) {}

    /// A kind of alarm, for example `INTRUSION`.
    ///
    /// @param priority 1 (first) to 4
    public record Kind(String id, boolean lifeAtRisk, int priority, Text name) {}

    public PictureSetup {
        sensors = List.copyOf(sensors);
        zones = List.copyOf(zones);
        kinds = List.copyOf(kinds);
        var placed = new HashSet<PlaceId>();
        for (var zone : zones) {
            requireNonNull(zone.kind(), "zone kind");
            check(placed.add(zone.id()), "the zone stands twice: ", zone.id());
            check(zone.id().text().length() <= 80, "the zone's id is longer than 80: ", zone.id());
        }
        var seen = new HashSet<SensorId>();
        for (var sensor : sensors) {
            requireNonNull(sensor.kind(), "sensor kind");
            check(seen.add(sensor.id()), "the sensor stands twice: ", sensor.id());
            check(placed.contains(sensor.zone()), "the sensor stands in no known zone: ", sensor.id());
        }
    }

    /// Zones by id, for looking up only.
    Map<PlaceId, Zone> zonesById() {
        var byId = new HashMap<PlaceId, Zone>();
        zones.forEach(zone -> byId.put(zone.id(), zone));
        return byId;
    }

    private static void check(boolean holds, String otherwise, Object about) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise + about);
        }
    }
}
