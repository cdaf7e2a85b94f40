package org.entente.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.entente.kernel.Position;
import org.junit.jupiter.api.Test;

/// What moves is followed; who crosses the fence inward is an alarm with every reason; who is ours is not.
class P08_TheFusedPictureTest {

    private final PictureScenario night = new PictureScenario();

    /// Somebody walks south at 1.5 m/s, over the fence at second 20, before the radar and the camera.
    private P08_TheFusedPictureTest walks(double from, double to, String kind) {
        for (double second = from; second <= to; second++) {
            double north = 30 - 1.5 * second;
            night.radar(second, scan("\"lat\":%.7f,\"lon\":1.8605", 50.965 + north / 111_195, kind));
        }
        return this;
    }

    private static String scan(String place, double value, String kind) {
        var seen = String.format(Locale.ROOT, place, value);
        var classed = kind.isEmpty()
            ? ""
            : ",\"class\":{\"person\":" + (kind.equals("person") ? 0.9 : 0.05)
                + ",\"vehicle\":0.05,\"animal\":" + (kind.equals("animal") ? 0.9 : 0.05) + "}";
        return "{\"scan\":[{" + seen + classed + "}]}";
    }

    @Test
    void who_walks_before_a_radar_becomes_a_track() {
        walks(0, 8, "person");
        night.passes(9);
        var track = night.picture.tracks().getFirst();
        assertThat(track.id()).isEqualTo("CALAIS-1");
        assertThat(track.speed()).isBetween(1.0, 2.0);
        assertThat(track.course().orElseThrow()).isBetween(160.0, 200.0);
        assertThat(track.exists()).isGreaterThan(0.9);
        assertThat(track.person()).isGreaterThan(0.8);
        assertThat(track.major()).isBetween(0.3, 8.0);
        night.thenNoAlarm();
    }

    @Test
    void a_track_that_nobody_sees_any_more_ends_and_the_board_is_told() {
        walks(0, 8, "");
        night.passes(60);
        assertThat(night.picture.tracks()).isEmpty();
        assertThat(night.picture.drainChanges().tracks()).containsExactly("CALAIS-1");
        assertThat(night.picture.track("CALAIS-1")).isEmpty();
    }

    @Test
    void who_crosses_the_fence_inward_raises_one_alarm_that_says_every_reason() {
        walks(0, 19, "person");
        night.says(20, PictureScenario.FIBRE, 2.4);
        walks(21, 40, "person");
        var alarm = night.thenOneAlarm();
        assertThat(alarm.rule()).isEqualTo("crossing");
        assertThat(alarm.place().text()).isEqualTo("CAL-F-012");
        assertThat(alarm.why().english()).startsWith("Track CALAIS-1 crosses “Fence section 12” inward.");
        assertThat(alarm.why().french()).startsWith("La piste CALAIS-1 franchit");
        var grounds = alarm.grounds().orElseThrow();
        assertThat(grounds.logOdds()).isGreaterThan(grounds.threshold());
        assertThat(grounds.terms()).extracting(Grounds.Reason::code).contains("PRIOR", "EXISTENCE", "CROSSING", "CLASS",
            "SPEED", "FENCE");
        assertThat(grounds.terms().stream().mapToDouble(Grounds.Reason::value).sum()).isEqualTo(grounds.logOdds());
        assertThat(grounds.seen()).allMatch(seen -> seen.observation() > 0);
        assertThat(alarm.observations()).isSorted().doesNotHaveDuplicates().isNotEmpty();
        assertThat(grounds.witnesses()).extracting(Grounds.Witness::sensor)
            .contains(PictureScenario.CAMERA);
        assertThat(night.picture.alarmOf("CALAIS-1")).contains(alarm.id());
    }

    @Test
    void the_word_of_the_fence_that_completes_a_crossing_is_judged_at_once() {
        walks(0, 20, "person");
        night.says(20.01, PictureScenario.FIBRE, 2.4);
        assertThat(night.thenOneAlarm().rule()).isEqualTo("crossing");
    }

    @Test
    void an_animal_by_its_looks_is_a_near_miss_and_says_so() {
        walks(0, 40, "animal");
        night.passes(41).thenNoAlarm();
        var miss = night.picture.nearMisses();
        assertThat(miss).isNotEmpty()
            .allSatisfy(one -> assertThat(one.grounds().logOdds()).isLessThan(one.grounds().threshold()));
    }

    @Test
    void a_unit_of_ours_that_goes_through_its_own_fence_is_a_near_miss() {
        for (double second = 0; second <= 40; second++) {
            double north = 30 - 1.5 * second;
            var where = new Position(50.965 + north / 111_195, 1.8605);
            night.radar(second, scan("\"lat\":%.7f,\"lon\":1.8605", where.lat(), "person"));
            night.patrolAt(second, where);
        }
        night.passes(41).thenNoAlarm();
        assertThat(night.picture.tracks()).extracting(track -> track.unit().orElse("nobody")).containsOnly("CRS-3");
        assertThat(night.picture.nearMisses()).extracting(miss -> miss.grounds().terms().stream()
            .anyMatch(term -> term.code().equals("OWN_UNIT"))).contains(true);
    }

    @Test
    void a_patrol_that_shakes_its_own_fence_raises_nothing_and_is_remembered() {
        night.patrolAt(1, new Position(50.965, 1.86)).says(2, PictureScenario.FIBRE, 3.6)
            .says(5, PictureScenario.FIBRE, 4.1)
            .thenNoAlarm();
        assertThat(night.picture.nearMisses()).hasSize(1);
        assertThat(night.picture.nearMisses().getFirst().reason().english()).startsWith("A unit of ours is");
    }

    @Test
    void the_same_shaking_is_an_alarm_when_the_patrol_is_gone() {
        night.patrolAt(1, new Position(50.965, 1.86)).says(2, PictureScenario.FIBRE, 3.6)
            .says(5, PictureScenario.FIBRE, 4.1)
            .says(20, PictureScenario.FIBRE, 3.6).says(23, PictureScenario.FIBRE, 4.1).thenOneAlarm();
    }

    @Test
    void a_life_at_risk_is_never_kept_back_by_a_unit_that_is_there() {
        night.patrolAt(1, new Position(50.965, 1.86)).says(2, PictureScenario.WATER, 0.95).says(5,
            PictureScenario.WATER, 0.95);
        assertThat(night.thenOneAlarm().lifeAtRisk()).isTrue();
    }

    @Test
    void verdicts_of_officers_weigh_on_the_place_and_never_turn_a_sure_crossing_away() {
        for (int i = 0; i < 12; i++) {
            night.says(0, 0, PictureScenario.FIBRE, Picture.VERDICT, "true", 1);
        }
        walks(1, 19, "person");
        night.says(20, PictureScenario.FIBRE, 2.4);
        walks(21, 40, "person");
        var verdicts = night.thenOneAlarm().grounds().orElseThrow().terms().stream()
            .filter(term -> term.code().equals("VERDICTS")).findFirst().orElseThrow();
        assertThat(verdicts.value()).isEqualTo(-1.5);
        assertThat(verdicts.text().french())
            .isEqualTo("Sur 12 alarmes jugées ici par les officiers, 12 étaient intempestives.");
    }

    @Test
    void a_radar_that_says_the_same_for_ever_is_not_believed_and_the_board_is_told_why() {
        for (int second = 0; second < 30; second++) {
            night.radar(second, scan("\"lat\":%.7f,\"lon\":1.8605", 50.9651, ""));
        }
        var trust = night.picture.trusts().getFirst();
        assertThat(trust.sensor().text()).isEqualTo(PictureScenario.RADAR);
        assertThat(trust.disbelief().orElseThrow().english()).contains("stuck");
    }

    @Test
    void what_a_detection_says_beyond_place_and_object_is_not_read() {
        var read = Detections
            .read("{\"scan\":[{\"lat\":50,\"lon\":1,\"gender\":\"x\",\"class\":{\"person\":0.9,\"male\":1}}]}");
        assertThat(read.orElseThrow().seen()).containsExactly(
            new Detections.One(50, 1, Double.NaN, Double.NaN, Double.NaN, 0.9, Double.NaN, Double.NaN));
    }
}
