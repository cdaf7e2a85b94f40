package org.entente.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.entente.kernel.PlaceId;
import org.entente.kernel.Position;
import org.entente.kernel.SensorId;
import org.entente.kernel.Text;
import org.entente.kernel.UnitId;
import org.entente.picture.Fact.AlarmRaised;
import org.entente.picture.Fact.AlarmReturned;
import org.entente.picture.PictureInput.Observed;
import org.entente.picture.PictureInput.UnitGone;
import org.entente.picture.PictureInput.UnitMoved;
import org.entente.picture.PictureSetup.Kind;
import org.entente.picture.PictureSetup.Sensor;
import org.entente.picture.PictureSetup.Zone;

/// The language the tests of the picture speak: at a second of the night a sensor says something; then facts.
final class PictureScenario {

    static final Instant NIGHT = Instant.parse("2016-03-03T21:00:00Z");
    static final String FIBRE = "CAL-FIB-012";
    static final String INFRARED = "CAL-IR-012";
    static final String RADAR = "CAL-RAD-012";
    static final String CAMERA = "CAL-CAM-012";
    static final String BEAM = "CAL-BEAM-012";
    static final String TUNNEL = "COQ-TUN-001";
    static final String WATER = "CAL-WAT-001";
    static final String CO2 = "CAL-CO2-001";
    static final String CO2_NEXT = "CAL-CO2-002";
    static final String HEARTBEAT = "CAL-HB-001";
    static final String SMOKE = "CAL-SMO-001";
    static final String SMOKE_NEXT = "CAL-SMO-002";
    static final String POWER = "CAL-POW-001";
    static final UnitId PATROL = new UnitId("CRS-3");

    final List<Fact> facts = new ArrayList<>();
    final Picture picture = new Picture(setup());
    private long seq;

    static PictureSetup setup() {
        return new PictureSetup(
            List.of(sensor(FIBRE, SensorKind.FENCE_FIBRE, "CAL-F-012"),
                sensor("CAL-FIB-013", SensorKind.FENCE_FIBRE, "CAL-F-013"),
                sensor(INFRARED, SensorKind.INFRARED, "CAL-F-012"), sensor(RADAR, SensorKind.RADAR, "CAL-F-012"),
                new Sensor(new SensorId(CAMERA), SensorKind.CAMERA, "CALAIS", new PlaceId("CAL-F-012"),
                    new Position(50.965, 1.86), new PictureSetup.Sight(0, 60, 240)),
                sensor(BEAM, SensorKind.BEAM, "CAL-F-012"), sensor(TUNNEL, SensorKind.TUNNEL, "COQ-T-1"),
                sensor(WATER, SensorKind.WATER, "CAL-W-1"), sensor(CO2, SensorKind.CO2, "CAL-L-1"),
                sensor(CO2_NEXT, SensorKind.CO2, "CAL-L-1"), sensor(HEARTBEAT, SensorKind.HEARTBEAT, "CAL-L-1"),
                sensor(SMOKE, SensorKind.SMOKE, "CAL-L-1"), sensor(SMOKE_NEXT, SensorKind.SMOKE, "CAL-L-1"),
                sensor(POWER, SensorKind.POWER, "CAL-F-012")),
            List.of(fence("CAL-F-012", "Fence section 12", "Section de clôture 12", 1.858, 1.862),
                fence("CAL-F-013", "Fence section 13", "Section de clôture 13", 1.862, 1.866),
                zone("COQ-T-1", ZoneKind.TRACK, "Track 1", "Voie 1"),
                zone("CAL-W-1", ZoneKind.WATER, "Dock 1", "Bassin 1"),
                zone("CAL-L-1", ZoneKind.LANE, "Lane 1", "Voie poids lourds 1")),
            List.of(kind("INTRUSION", false, 2), kind("PERSON_ON_TRACK", true, 1), kind("PERSON_IN_WATER", true, 1),
                kind("PERSON_IN_LORRY", true, 1), kind("FIRE", true, 1), kind("POWER_LOSS", false, 3)));
    }

    static Instant at(double second) {
        return NIGHT.plusMillis(Math.round(second * 1000));
    }

    /// At a second of the night a sensor says a number about its own property; it arrives at once.
    PictureScenario says(double second, String sensor, double value) {
        return saysLate(second, second, sensor, value);
    }

    /// It was so at one second and arrives at another.
    PictureScenario saysLate(double happened, double arrives, String sensor, double value) {
        return says(happened, arrives, sensor, property(sensor), Double.toString(value), value);
    }

    PictureScenario radar(double second, String result) {
        return says(second, second, RADAR, "detection", result, Double.NaN);
    }

    PictureScenario health(double second, String sensor, String word) {
        return says(second, second, sensor, "health", "\"" + word + "\"", Double.NaN);
    }

    PictureScenario says(double happened, double arrives, String sensor, String property, String result, double value) {
        return told(new Observed(++seq, at(arrives), 1, new SensorId(sensor), property, at(happened), result, value));
    }

    PictureScenario patrol(double second, double arrives, double staleAfter) {
        return told(new UnitMoved(++seq, at(arrives), PATROL, "CRS 3", "a-f-G-U-C",
            new Position(50.96, 1.85 + second / 1e4), 90, 4,
            at(second), at(second + staleAfter)));
    }

    /// The patrol says where it is, at once.
    PictureScenario patrolAt(double second, Position where) {
        return told(new UnitMoved(++seq, at(second), PATROL, "CRS 3", "a-f-G-U-C", where, 180, 1.5, at(second),
            at(second + 60)));
    }

    PictureScenario patrolLeaves(double second) {
        return told(new UnitGone(++seq, at(second), PATROL));
    }

    PictureScenario passes(double second) {
        facts.addAll(picture.tickTo(at(second)));
        return this;
    }

    PictureScenario told(PictureInput input) {
        facts.addAll(picture.on(input));
        return this;
    }

    List<AlarmRaised> raised() {
        return facts.stream().filter(AlarmRaised.class::isInstance).map(AlarmRaised.class::cast).toList();
    }

    List<AlarmReturned> returned() {
        return facts.stream().filter(AlarmReturned.class::isInstance).map(AlarmReturned.class::cast).toList();
    }

    void thenNoAlarm() {
        assertThat(raised()).isEmpty();
    }

    AlarmRaised thenOneAlarm() {
        assertThat(raised()).hasSize(1);
        return raised().getFirst();
    }

    UnitState patrol() {
        return picture.unit(PATROL).orElseThrow();
    }

    SensorState sensor(String id) {
        return picture.sensor(new SensorId(id)).orElseThrow();
    }

    static String property(String sensor) {
        return setup().sensors().stream().filter(one -> one.id().text().equals(sensor)).findFirst().orElseThrow().kind()
            .property();
    }

    private static Sensor sensor(String id, SensorKind kind, String zone) {
        return new Sensor(new SensorId(id), kind, "CALAIS", new PlaceId(zone), new Position(50.965, 1.86));
    }

    /// A section from west to east: outside is north.
    private static Zone fence(String id, String english, String french, double west, double east) {
        return new Zone(new PlaceId(id), ZoneKind.FENCE, new Text(english, french), "CALAIS",
            List.of(new Position(50.965, west), new Position(50.965, east)));
    }

    private static Zone zone(String id, ZoneKind kind, String english, String french) {
        return new Zone(new PlaceId(id), kind, new Text(english, french), "CALAIS");
    }

    private static Kind kind(String id, boolean lifeAtRisk, int priority) {
        return new Kind(id, lifeAtRisk, priority, new Text(id, id));
    }
}
