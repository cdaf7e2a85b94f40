package org.entente.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.entente.feeds.SapientFault.Refused;
import org.entente.kernel.Position;
import org.junit.jupiter.api.Test;

/// Every way the ICD has to say where something is becomes degrees and metres, or is refused with its reason.
class SP04_WhereTest {

    private static final Position CALAIS = new Position(50.9762, 1.8888);
    private static final String WGS84 = "\"datum\":\"LOCATION_DATUM_WGS84_E\",";
    private static final String GEO = WGS84 + "\"coordinateSystem\":\"LOCATION_COORDINATE_SYSTEM_LAT_LNG_DEG_M\"";

    @Test
    void degrees_are_taken_as_they_are_x_east_and_y_north() throws Exception {
        assertThat(point(CALAIS, "\"x\":1.88,\"y\":50.97," + GEO)).satisfies(at -> {
            assertThat(at.lat()).isEqualTo(50.97);
            assertThat(at.lon()).isEqualTo(1.88);
            assertThat(at.sigma()).isEmpty();
        });
    }

    @Test
    void radians_are_turned_into_degrees() throws Exception {
        var at = point(CALAIS, "\"x\":%s,\"y\":%s,".formatted(Math.toRadians(1.88), Math.toRadians(50.97))
            + GEO.replace("_DEG_", "_RAD_"));
        assertThat(at.lat()).isCloseTo(50.97, within(1e-9));
        assertThat(at.lon()).isCloseTo(1.88, within(1e-9));
    }

    /// The Eiffel Tower and the CN Tower, as encyclopedias have them in both systems.
    @Test
    void utm_is_turned_into_degrees() throws Exception {
        var paris = point(new Position(48.86, 2.3), "\"x\":448251.8,\"y\":5411932.7," + utm("31U"));
        assertThat(paris.lat()).isCloseTo(48.8582, within(1e-5));
        assertThat(paris.lon()).isCloseTo(2.2945, within(1e-5));
        var toronto = point(new Position(43.6, -79.4), "\"x\":630084,\"y\":4833438," + utm("17T"));
        assertThat(toronto.lat()).isCloseTo(43 + 38 / 60.0 + 33.24 / 3600, within(1e-5));
        assertThat(toronto.lon()).isCloseTo(-(79 + 23 / 60.0 + 13.7 / 3600), within(1e-5));
    }

    @Test
    void a_location_without_a_zone_is_in_the_zone_of_the_registration() throws Exception {
        var places = new SapientPlaces(new Position(48.86, 2.3), Optional.of("31U"), false);
        var location = "\"x\":448251.8,\"y\":5411932.7," + utm("");
        assertThat(((SapientPlace.Point) places.place(report("location", location), "r")).lat()).isCloseTo(48.8582,
            within(1e-5));
        refused("zone", new SapientPlaces(CALAIS, Optional.empty(), false), "location", location);
        refused("zone", new SapientPlaces(CALAIS, Optional.empty(), false), "location",
            "\"x\":448251.8,\"y\":5411932.7," + utm("61U"));
    }

    @Test
    void errors_become_one_figure_in_metres() throws Exception {
        var errors = ",\"xError\":3,\"yError\":4";
        assertThat(point(new Position(48.86, 2.3), "\"x\":448251.8,\"y\":5411932.7," + utm("31U") + errors).sigma()
            .getAsDouble()).isCloseTo(5 / Math.sqrt(2), within(1e-9));
        var here = "\"x\":1.88,\"y\":50.97," + GEO;
        assertThat(((SapientPlace.Point) new SapientPlaces(CALAIS, Optional.empty(), true)
            .place(report("location", here + errors), "r")).sigma().getAsDouble()).isCloseTo(5 / Math.sqrt(2),
                within(1e-9));
        assertThat(point(CALAIS, here + ",\"yError\":0.0001,\"xError\":0.0001").sigma().getAsDouble()).isBetween(9.0,
            11.2);
        assertThat(point(CALAIS, here + errors).sigma()).as("three degrees are not believed").isEmpty();
    }

    @Test
    void range_and_bearing_are_turned_into_metres_and_degrees_over_ground() throws Exception {
        assertThat(ray("\"azimuth\":123.4,\"range\":250,\"azimuthError\":0.8,\"rangeError\":1.5", "DEGREES_M", "TRUE"))
            .satisfies(ray -> {
                assertThat(ray.bearing()).isEqualTo(123.4);
                assertThat(ray.range()).hasValue(250);
                assertThat(ray.sigmaBearing()).hasValue(0.8);
                assertThat(ray.sigmaRange()).hasValue(1.5);
            });
        var far = ray("\"azimuth\":-%s,\"range\":2.5,\"elevation\":%s".formatted(Math.PI / 2, Math.PI / 3),
            "RADIANS_KM", "TRUE");
        assertThat(far.bearing()).isCloseTo(270, within(1e-9));
        assertThat(far.range().getAsDouble()).isCloseTo(1_250, within(1e-9));
        assertThat(ray("\"azimuth\":725", "DEGREES_M", "TRUE")).satisfies(ray -> {
            assertThat(ray.bearing()).isEqualTo(5);
            assertThat(ray.range()).isEmpty();
        });
    }

    @Test
    void another_north_than_the_true_one_and_a_range_alone_are_refused() throws Exception {
        var places = new SapientPlaces(CALAIS, Optional.empty(), false);
        for (var north : new String[]{"MAGNETIC", "GRID", "PLATFORM"}) {
            refused("datum", places, "rangeBearing", rayJson("\"azimuth\":1", "DEGREES_M", north));
        }
        refused("azimuth", places, "rangeBearing", rayJson("\"range\":1", "DEGREES_M", "TRUE"));
        refused("reach", places, "rangeBearing", rayJson("\"azimuth\":1,\"range\":101", "DEGREES_KM", "TRUE"));
        refused("reach", places, "rangeBearing", rayJson("\"azimuth\":1,\"range\":-1", "DEGREES_KM", "TRUE"));
    }

    @Test
    void what_is_not_near_the_sensor_is_refused_so_that_swapped_axes_are_found() throws Exception {
        var places = new SapientPlaces(CALAIS, Optional.empty(), false);
        refused("reach", places, "location", "\"x\":50.97,\"y\":1.88," + GEO);
        refused("reach", places, "location", "\"x\":1e300,\"y\":-1e300," + GEO);
        refused("reach", places, "location", "\"x\":51.17,\"y\":-1.82," + utm("30U"));
        refused("reach", places, "location", "\"x\":1e300,\"y\":1e300," + utm("30U"));
    }

    private static String utm(String zone) {
        return WGS84 + "\"coordinateSystem\":\"LOCATION_COORDINATE_SYSTEM_UTM_M\",\"utmZone\":\"" + zone + "\"";
    }

    private static String rayJson(String values, String units, String north) {
        return values + ",\"coordinateSystem\":\"RANGE_BEARING_COORDINATE_SYSTEM_" + units
            + "\",\"datum\":\"RANGE_BEARING_DATUM_" + north + "\"";
    }

    private static SapientPlace.Point point(Position sensor, String location) throws Exception {
        return (SapientPlace.Point) new SapientPlaces(sensor, Optional.empty(), false)
            .place(report("location", location), "r");
    }

    private static SapientPlace.Ray ray(String values, String units, String north) throws Exception {
        return (SapientPlace.Ray) new SapientPlaces(CALAIS, Optional.empty(), false)
            .place(report("rangeBearing", rayJson(values, units, north)), "r");
    }

    private static void refused(String rule, SapientPlaces places, String kind, String where) {
        assertThatThrownBy(() -> places.place(report(kind, where), "r")).isInstanceOfSatisfying(Refused.class,
            refused -> assertThat(refused.fault().rule()).isEqualTo(rule));
    }

    private static SapientFields report(String kind, String where) throws Exception {
        return new SapientFields(
            SapientCases.message("{\"detectionReport\":{\"" + kind + "\":{" + where + "}}}"))
            .part("detection_report").orElseThrow();
    }
}
