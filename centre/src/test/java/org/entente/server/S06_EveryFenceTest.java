package org.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.kernel.Position;
import org.entente.kernel.SensorId;
import org.entente.picture.Fact;
import org.entente.picture.Fact.AlarmRaised;
import org.entente.picture.Picture;
import org.entente.picture.PictureInput.Observed;
import org.entente.picture.PictureSetup;
import org.entente.picture.SensorKind;
import org.entente.web.Reference;
import org.junit.jupiter.api.Test;

/// Wherever somebody walks over a fence of the reference deployment in view of any one camera, the alarm comes with the word
/// of the fibre: also along a corner, at a section's end, and before a camera that sees only ninety metres.
class S06_EveryFenceTest {

    private static final Instant NIGHT = Instant.parse("2016-03-03T21:00:00Z");
    private static final double NORTH = 111_195;
    private static final double[] SHARES = {0.02, 0.25, 0.49, 0.61, 0.85, 0.98};

    private final PictureSetup setup = new Deployment(new Reference(Optional.empty()), 1).picture();

    /// A place of a fence section, `share` of the way along it; outward in degrees a metre.
    private record Spot(PictureSetup.Zone zone, double share, Position place, double north, double east) {

        Position at(double metresOutside) {
            return new Position(place.lat() + north * metresOutside, place.lon() + east * metresOutside);
        }
    }

    @Test
    void the_word_of_the_fibre_raises_the_alarm_wherever_a_camera_followed_somebody_to_the_fence() {
        var walks = sections().flatMap(List::stream).toList();
        assertThat(walks).hasSizeGreaterThan(500);
        assertThat(walks)
            .allSatisfy(walk -> assertThat(alarms(walk, new Picture(setup), 0)).containsExactly(walk.zone()));
    }

    @Test
    void and_so_it_does_when_others_tried_there_again_and_again() {
        assertThat(sections()).hasSizeGreaterThan(100).allSatisfy(walks -> {
            var picture = new Picture(setup);
            for (int attempt = 0; attempt < 6; attempt++) {
                var walk = walks.get(attempt % walks.size());
                assertThat(alarms(walk, picture, attempt)).as("attempt %d", attempt).containsExactly(walk.zone());
            }
        });
    }

    /// Of each fence section every walk that one camera sees.
    private Stream<List<Walk>> sections() {
        return of(SensorKind.FENCE_FIBRE).map(fibre -> setup.zones().stream()
            .filter(zone -> zone.id().equals(fibre.zone()) && zone.fence().size() > 1)
            .flatMap(S06_EveryFenceTest::spots)
            .flatMap(spot -> of(SensorKind.CAMERA).filter(camera -> views(camera, spot))
                .map(camera -> new Walk(spot, camera.id(), fibre.id())))
            .toList()).filter(walks -> !walks.isEmpty());
    }

    private record Walk(Spot spot, SensorId camera, SensorId fibre) {

        String zone() {
            return spot.zone().id().text();
        }
    }

    private Stream<PictureSetup.Sensor> of(SensorKind kind) {
        return setup.sensors().stream().filter(sensor -> sensor.kind() == kind);
    }

    /// From twelve metres outside to one inside at 1.5 m/s, seen twice a second; then the fibre. Gives what its word raised.
    ///
    /// @param attempt one a minute
    private static List<String> alarms(Walk walk, Picture picture, int attempt) {
        long at = 137 + 63_000L * attempt;
        picture.tickTo(NIGHT.plusMillis(at));
        for (double left = 12; left > -1.2; left -= 0.75) {
            var place = walk.spot().at(left);
            var seen = String.format(Locale.ROOT, "{\"lat\":%.7f,\"lon\":%.7f,\"confidence\":0.5}", place.lat(),
                place.lon());
            assertThat(
                raised(picture.on(says(picture.lastSeq() + 1, at, walk.camera(), "detection", seen, Double.NaN))))
                .isEmpty();
            at += 504;
        }
        return raised(picture.on(says(picture.lastSeq() + 1, at, walk.fibre(), "vibration", "2.5", 2.5)));
    }

    private static Observed says(long seq, long at, SensorId sensor, String property, String result, double value) {
        return new Observed(seq, NIGHT.plusMillis(at + 4), 1, sensor, property, NIGHT.plusMillis(at), result, value);
    }

    private static List<String> raised(List<Fact> facts) {
        return facts.stream().filter(AlarmRaised.class::isInstance).map(AlarmRaised.class::cast)
            .map(alarm -> alarm.place().text()).toList();
    }

    private static Stream<Spot> spots(PictureSetup.Zone zone) {
        return java.util.Arrays.stream(SHARES).mapToObj(share -> {
            double way = share * (zone.fence().size() - 1);
            var from = zone.fence().get((int) way);
            var to = zone.fence().get((int) way + 1);
            double part = way - (int) way;
            var place = new Position(from.lat() + part * (to.lat() - from.lat()),
                from.lon() + part * (to.lon() - from.lon()));
            double narrow = Math.cos(Math.toRadians(place.lat()));
            double north = to.lat() - from.lat();
            double east = (to.lon() - from.lon()) * narrow;
            double metres = Math.hypot(north, east) * NORTH;
            return new Spot(zone, share, place, east / metres, -north / metres / narrow);
        });
    }

    /// The whole walk lies well within the view.
    private static boolean views(PictureSetup.Sensor camera, Spot spot) {
        return Stream.of(spot.at(12), spot.at(-1.5)).allMatch(place -> {
            double north = (place.lat() - camera.position().lat()) * NORTH;
            double east = (place.lon() - camera.position().lon()) * NORTH * Math.cos(Math.toRadians(place.lat()));
            double off = Math.IEEEremainder(Math.toDegrees(Math.atan2(east, north)) - camera.sight().bearing(), 360);
            double range = Math.hypot(north, east);
            return Math.abs(off) < camera.sight().opening() / 2 - 3 && range > 15
                && range < camera.sight().range() - 10;
        });
    }
}
