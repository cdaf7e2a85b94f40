package org.entente.feeds;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.entente.feeds.SapientFault.Refused;
import org.entente.kernel.Position;
import org.locationtech.proj4j.BasicCoordinateTransform;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.Proj4jException;
import org.locationtech.proj4j.ProjCoordinate;

/// Turns the locations of one node into places of the picture. For one thread.
///
/// Latitude and longitude in degrees or radians, UTM, range and bearing from true north. Both vertical datums are WGS
/// 84 on the ground.
final class SapientPlaces {

    private static final double FURTHEST_M = 100_000;
    private static final double WORST_SIGMA_M = 10_000;
    private static final double METRES_PER_DEGREE = 111_320;
    private static final double WORST_SIGMA_DEG = 90;
    private static final Pattern ZONE = Pattern.compile("(0?[1-9]|[1-5][0-9]|60)([C-HJ-NP-X])");

    private final Position sensor;
    private final Optional<String> registeredZone;
    private final boolean errorsInMetres;
    private final CRSFactory systems = new CRSFactory();
    private final Map<String, CoordinateTransform> zones = new HashMap<>();

    /// @param sensor where it stands; what it reports is within 100 km
    /// @param registeredZone the UTM zone of its registration
    /// @param errorsInMetres it registered the errors of latitude and longitude in metres; otherwise they have their
    ///     coordinate's unit
    SapientPlaces(Position sensor, Optional<String> registeredZone, boolean errorsInMetres) {
        this.sensor = sensor;
        this.registeredZone = registeredZone;
        this.errorsInMetres = errorsInMetres;
    }

    /// The place in a DetectionReport or Alert that has one; `path` is where it stands in its message.
    SapientPlace place(SapientFields holder, String path) throws Refused {
        return holder.has("location")
            ? point(holder.part("location").orElseThrow(), path + ".location")
            : ray(holder.part("range_bearing").orElseThrow(), path + ".range_bearing");
    }

    private SapientPlace point(SapientFields at, String path) throws Refused {
        double x = at.number("x").orElseThrow();
        double y = at.number("y").orElseThrow();
        var point = switch (at.text("coordinate_system")) {
            case "LOCATION_COORDINATE_SYSTEM_LAT_LNG_DEG_M" -> new ProjCoordinate(x, y);
            case "LOCATION_COORDINATE_SYSTEM_LAT_LNG_RAD_M" ->
                new ProjCoordinate(Math.toDegrees(x), Math.toDegrees(y));
            case "LOCATION_COORDINATE_SYSTEM_UTM_M" -> utm(x, y, at.text("utm_zone"), path);
            default -> throw new Refused(path + ".coordinate_system", "units", "is not among those the centre reads",
                "n’est pas de ceux que lit le centre");
        };
        if (!(metres(point.y, point.x) <= FURTHEST_M)) {
            throw new Refused(path, "reach", "is not within 100 km of the sensor",
                "n’est pas à moins de 100 km du capteur");
        }
        return new SapientPlace.Point(point.y, point.x, sigma(at, point.y));
    }

    private double metres(double lat, double lon) {
        double north = (lat - sensor.lat()) * METRES_PER_DEGREE;
        double east = (lon - sensor.lon()) * METRES_PER_DEGREE * Math.cos(Math.toRadians(sensor.lat()));
        return Math.hypot(north, east);
    }

    private ProjCoordinate utm(double x, double y, String said, String path) throws Refused {
        var zone = said.isBlank() ? registeredZone.orElse("") : said;
        var parts = ZONE.matcher(zone.strip().toUpperCase(Locale.ROOT));
        if (!parts.matches()) {
            throw new Refused(path + ".utm_zone", "zone", "must be a UTM zone with its band, for example 31U",
                "doit être un fuseau UTM avec sa bande, par exemple 31U");
        }
        boolean south = parts.group(2).charAt(0) < 'N';
        try {
            return zones.computeIfAbsent(parts.group(1) + (south ? " +south" : ""), this::toDegrees)
                .transform(new ProjCoordinate(x, y), new ProjCoordinate());
        } catch (Proj4jException notThere) {
            throw new Refused(path, "reach", "is not within 100 km of the sensor",
                "n’est pas à moins de 100 km du capteur");
        }
    }

    private CoordinateTransform toDegrees(String zone) {
        return new BasicCoordinateTransform(
            systems.createFromParameters("utm", "+proj=utm +zone=" + zone + " +datum=WGS84 +units=m +no_defs"),
            systems.createFromParameters("degrees", "+proj=longlat +datum=WGS84 +no_defs"));
    }

    /// Both horizontal errors as one figure in metres; empty when there are none, or nobody could believe them.
    private OptionalDouble sigma(SapientFields at, double lat) {
        var x = at.number("x_error");
        var y = at.number("y_error");
        if (x.isEmpty() && y.isEmpty()) {
            return OptionalDouble.empty();
        }
        double east = x.orElse(y.orElse(0));
        double north = y.orElse(east);
        double perUnit = switch (at.text("coordinate_system")) {
            case "LOCATION_COORDINATE_SYSTEM_LAT_LNG_DEG_M" -> errorsInMetres ? 1 : METRES_PER_DEGREE;
            case "LOCATION_COORDINATE_SYSTEM_LAT_LNG_RAD_M" ->
                errorsInMetres ? 1 : METRES_PER_DEGREE * Math.toDegrees(1);
            default -> 1;
        };
        double narrower = perUnit == 1 ? 1 : Math.cos(Math.toRadians(lat));
        return believable(Math.hypot(east * perUnit * narrower, north * perUnit) / Math.sqrt(2), WORST_SIGMA_M);
    }

    private static OptionalDouble believable(double sigma, double worst) {
        return sigma > 0 && sigma <= worst ? OptionalDouble.of(sigma) : OptionalDouble.empty();
    }

    private static SapientPlace ray(SapientFields at, String path) throws Refused {
        if (!at.text("datum").equals("RANGE_BEARING_DATUM_TRUE")) {
            throw new Refused(path + ".datum", "datum", "must be true north: the centre knows no other north of a node",
                "doit être le nord vrai : le centre ne connaît pas d’autre nord d’un nœud");
        }
        if (at.number("azimuth").isEmpty()) {
            throw new Refused(path + ".azimuth", "azimuth", "must be there: a range alone is no place",
                "doit être présent : une distance seule n’est pas un lieu");
        }
        var units = at.text("coordinate_system");
        double degrees = units.contains("RADIANS") ? Math.toDegrees(1) : 1;
        double metres = units.endsWith("_KM") ? 1_000 : 1;
        double flat = Math.cos(Math.toRadians(at.number("elevation").orElse(0) * degrees));
        var range = at.number("range");
        if (range.isPresent() && !(range.getAsDouble() >= 0 && range.getAsDouble() * metres <= FURTHEST_M)) {
            throw new Refused(path + ".range", "reach", "must be from 0 to 100 km",
                "doit être comprise entre 0 et 100 km");
        }
        double bearing = at.number("azimuth").getAsDouble() * degrees % 360;
        return new SapientPlace.Ray(bearing < 0 ? bearing + 360 : bearing,
            range.isPresent() ? OptionalDouble.of(range.getAsDouble() * metres * Math.abs(flat)) : range,
            believable(at.number("azimuth_error").orElse(0) * degrees, WORST_SIGMA_DEG),
            range.isPresent()
                ? believable(at.number("range_error").orElse(0) * metres, WORST_SIGMA_M)
                : OptionalDouble.empty());
    }
}
