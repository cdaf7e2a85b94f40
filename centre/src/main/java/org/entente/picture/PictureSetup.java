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
///
/// @param patience how many seconds late a look of a radar or camera may come and still count
public record PictureSetup(List<Sensor> sensors, List<Zone> zones, List<Kind> kinds, double patience) {

    /// A deployment that waits the usual three seconds for a look.
    public PictureSetup(List<Sensor> sensors, List<Zone> zones, List<Kind> kinds) {
        this(sensors, zones, kinds, 3);
    }

    /// One sensor of the reference deployment; `zone` must be among the zones.
    ///
    /// @param sight where a radar or camera can see; anything for the others
    public record Sensor(SensorId id, SensorKind kind, String site, PlaceId zone, Position position, Sight sight) {

        /// A sensor that sees all around it.
        public Sensor(SensorId id, SensorKind kind, String site, PlaceId zone, Position position) {
            this(id, kind, site, zone, position, Sight.AROUND);
        }
    }

    /// Where a radar or camera can see: degrees true of its middle, degrees of its whole opening, metres.
    public record Sight(double bearing, double opening, double range) {

        /// All around, 900 m.
        public static final Sight AROUND = new Sight(0, 360, 900);
    }

    /// One zone of the site plan: fence section, lane, track … Its id is at most 80 characters long.
    ///
    /// @param fence the line of a fence section, outside on its left; empty for every other zone
    public record Zone(PlaceId id, ZoneKind kind, Text name, String site, List<Position> fence) {

        public Zone {
            fence = List.copyOf(fence);
        }

        /// A zone whose line is not known.
        public Zone(PlaceId id, ZoneKind kind, Text name, String site) {
            this(id, kind, name, site, List.of());
        }
    }

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
