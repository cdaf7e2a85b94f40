package org.entente.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.picture.PictureScenario.*;

import java.util.List;
import org.entente.kernel.AlarmId;
import org.entente.kernel.PlaceId;
import org.entente.kernel.Position;
import org.entente.kernel.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What raises an alarm, and what just does not.
class P04_TheRulesTest {

    private final PictureScenario night = new PictureScenario();

    @ParameterizedTest(name = "{0}: {1} then {2} after {3} s is {4}")
    @CsvSource({
            "CAL-FIB-012, 3.0, 3.0, 10,   INTRUSION",
            "CAL-FIB-012, 3.0, 3.0, 10.1, ",
            "CAL-FIB-012, 3.0, 2.9, 4,    ",
            "CAL-IR-012,  0.8, 0.8, 20,   INTRUSION",
            "CAL-IR-012,  0.8, 0.79, 5,   ",
            "CAL-BEAM-012, 1,  1,   20,   INTRUSION",
            "CAL-BEAM-012, 1,  1,   21,   ",
            "COQ-TUN-001, 0.8, 0.8, 10,   PERSON_ON_TRACK",
            "COQ-TUN-001, 0.8, 0.8, 11,   ",
            "CAL-WAT-001, 0.8, 0.8, 20,   PERSON_IN_WATER",
            "CAL-WAT-001, 0.8, 0.7, 20,   ",
            "CAL-CO2-001, 800, 800, 180,  PERSON_IN_LORRY",
            "CAL-CO2-001, 800, 799, 60,   ",
            "CAL-HB-001,  0.1, 0.8, 1,    PERSON_IN_LORRY",
            "CAL-SMO-001, 0,   1,   1,    FIRE",
            "CAL-POW-001, 1,   0,   1,    POWER_LOSS",
            "CAL-POW-001, 1,   1,   1,    "})
    void two_readings_of_one_sensor(String sensor, double first, double second, double apart, String kind) {
        night.says(100, sensor, first).says(100 + apart, sensor, second);
        assertThat(night.raised()).extracting(Fact.AlarmRaised::kind)
            .isEqualTo(kind == null ? List.of() : List.of(kind));
    }

    @Test
    void an_alarm_says_what_where_and_why_in_both_languages() {
        var alarm = night.says(1, FIBRE, 3.6).says(5, FIBRE, 4.1).thenOneAlarm();
        assertThat(alarm).isEqualTo(new Fact.AlarmRaised(new AlarmId("INTRUSION:CAL-F-012:2"), "fence", "INTRUSION",
            false, 2,
            new PlaceId("CAL-F-012"), new Text("Fence section 12", "Section de clôture 12"), "CALAIS",
            new Position(50.965, 1.86), at(5),
            new Text(
                "Fibre CAL-FIB-012 reported 3.6 g, fibre CAL-FIB-012 reported 4.1 g within 4 s in “Fence section 12”. "
                    + "Rule: fence vibration of 3.0 g or more twice within 10 s in one zone.",
                "La fibre CAL-FIB-012 a signalé 3,6 g, la fibre CAL-FIB-012 a signalé 4,1 g en 4 s dans «\u00a0Section de clôture 12\u00a0». "
                    + "Règle\u00a0: vibration de clôture d'au moins 3,0 g deux fois en 10 s dans une même zone."),
            List.of(1L, 2L), alarm.grounds()));
        assertThat(alarm.grounds().orElseThrow().logOdds()).isEqualTo(2.5);
    }

    @Test
    void two_sections_do_not_add_up() {
        night.says(1, FIBRE, 4).says(2, "CAL-FIB-013", 4).thenNoAlarm();
    }

    @Test
    void radar_needs_three_and_the_alarm_stands_where_it_points() {
        night.radar(1, "{\"lat\":50.97,\"lon\":1.87,\"confidence\":0.9}").radar(9, "null")
            .radar(10, "{\"lat\":50.98,\"lon\":1.87,\"confidence\":0.8}").thenNoAlarm();
        var alarm = night.radar(31, "{\"confidence\":0.8,\"lat\":50.99,\"lon\":1.88,\"more\":{\"lat\":1}}")
            .thenOneAlarm();
        assertThat(alarm.where()).isEqualTo(new Position(50.99, 1.88));
        assertThat(alarm.observations()).containsExactly(1L, 3L, 4L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"lat\":50}", "{\"lat\":500,\"lon\":1,\"confidence\":1}", "{\"lat\":\"x\"",
            "[1]", "0.9", "{\"lat\":1,\"lon\":1,\"confidence\":7}"})
    void a_radar_that_says_nonsense_is_counted(String result) {
        for (int i = 0; i < 5; i++) {
            night.radar(i, result);
        }
        night.thenNoAlarm();
        assertThat(night.picture.counts().absurd()).isEqualTo(5);
    }

    @Test
    void two_weak_indications_of_different_kinds_agree() {
        var alarm = night.says(1, FIBRE, 2.1).says(30, INFRARED, 0.65).thenOneAlarm();
        assertThat(alarm.rule()).isEqualTo("together");
        assertThat(alarm.why().french()).startsWith(
            "La fibre CAL-FIB-012 a signalé 2,1 g, le détecteur CAL-IR-012 a signalé une présence (confiance 0,65) en 29 s");
    }

    @Test
    void two_weak_indications_of_one_kind_do_not() {
        night.says(1, FIBRE, 2.1).says(3, FIBRE, 2.2).says(33.1, INFRARED, 0.65).thenNoAlarm();
    }

    @Test
    void a_broken_beam_and_any_other_indication_agree() {
        night.says(1, BEAM, 1).says(25, FIBRE, 2.0).thenOneAlarm();
    }

    @Test
    void carbon_dioxide_of_two_lorries_does_not_add_up() {
        night.says(1, CO2, 900).says(2, CO2_NEXT, 900).thenNoAlarm();
    }

    @Test
    void every_rule_can_be_told_in_both_languages() {
        var parameters = AlarmParameters.defaults();
        parameters.rules().forEach(rule -> assertThat(parameters.describe(rule.id())).isPresent());
        assertThat(parameters.describe("together").orElseThrow().french()).contains("30 s");
        assertThat(parameters.describe("nobody")).isEmpty();
    }
}
