package org.entente.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.entente.kernel.Position;
import org.junit.jupiter.api.Test;

/// The same in the picture: a fibre's health, a unit's last word, an officer's finding count while they are true.
class P09_WhatSpeaksAgainstTest {

    private static final double DAY = 86_400;

    private final PictureScenario night = new PictureScenario();

    /// People walk south side by side at 1.5 m/s, over the fence twenty seconds after `from`, before the radar.
    private void cross(double from, double... east) {
        for (double second = 0; second <= 40; second++) {
            double lat = 50.965 + (30 - 1.5 * second) / 111_195;
            night.radar(from + second, java.util.Arrays.stream(east)
                .mapToObj(lon -> String.format(Locale.ROOT, "{\"lat\":%.7f,\"lon\":%.7f}", lat, lon))
                .collect(Collectors.joining(",", "{\"scan\":[", "]}")));
        }
    }

    private List<String> reasons() {
        return night.thenOneAlarm().grounds().orElseThrow().terms().stream().map(Grounds.Reason::code).toList();
    }

    @Test
    void a_fibre_that_is_well_and_says_nothing_speaks_against_a_crossing() {
        night.health(0, PictureScenario.FIBRE, "OK");
        cross(1, 1.8605);
        assertThat(reasons()).contains("FENCE_SILENT");
    }

    @Test
    void a_fibre_that_fell_silent_does_not() {
        night.health(0, PictureScenario.FIBRE, "OK");
        cross(200, 1.8605);
        assertThat(night.sensor(PictureScenario.FIBRE).health()).isEqualTo(Health.SILENT);
        assertThat(reasons()).doesNotContain("FENCE_SILENT");
    }

    @Test
    void nor_does_one_at_fault_nor_one_that_was_never_heard() {
        night.health(0, PictureScenario.FIBRE, "FAULT");
        cross(1, 1.8605);
        cross(300, 1.8645);
        assertThat(night.raised()).hasSize(2).allSatisfy(alarm -> assertThat(alarm.grounds().orElseThrow().terms())
            .extracting(Grounds.Reason::code).doesNotContain("FENCE_SILENT"));
    }

    @Test
    void a_unit_of_ours_whose_last_word_is_too_old_keeps_no_crossing_back() {
        for (double second = 0; second <= 5; second++) {
            night.patrolAt(second, new Position(50.965, 1.8605));
        }
        cross(10, 1.8605);
        assertThat(reasons()).doesNotContain("OWN_UNIT");
    }

    @Test
    void findings_of_the_summer_are_not_held_against_the_winter() {
        for (int i = 0; i < 12; i++) {
            night.says(0, 0, PictureScenario.FIBRE, Picture.VERDICT, "true", 1);
        }
        cross(180 * DAY, 1.8605);
        assertThat(reasons()).doesNotContain("VERDICTS");
    }

    @Test
    void a_group_over_two_sections_is_one_alarm_and_not_one_for_each_person_or_section() {
        cross(1, 1.86186, 1.862, 1.86214);
        assertThat(night.picture.tracks()).hasSize(3);
        night.thenOneAlarm();
    }

    @Test
    void one_place_told_alone_without_a_confidence_moves_its_track_and_takes_nobody_else_away() {
        for (double second = 0; second <= 20; second++) {
            double lat = 50.9652 + second / 111_195;
            var here = String.format(Locale.ROOT, "{\"lat\":%.7f,\"lon\":1.8605}", lat);
            var there = String.format(Locale.ROOT, "{\"lat\":%.7f,\"lon\":1.8615}", lat);
            night.radar(second, second <= 8 ? "{\"scan\":[" + here + "," + there + "]}" : here);
        }
        night.passes(21).thenNoAlarm();
        assertThat(night.picture.tracks()).hasSize(2).allMatch(track -> track.exists() > 0.9);
        assertThat(night.picture.tracks()).extracting(TrackState::lastSeen)
            .containsExactly(PictureScenario.at(20), PictureScenario.at(8));
    }
}
