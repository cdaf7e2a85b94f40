package org.entente.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The night's data are whole, and agree with the reference deployment.
final class F01_TheNightTest {

    private static final Night NIGHT = Night.load();

    @Test
    void about_forty_five_events_are_planned_in_order() {
        assertThat(NIGHT.events().size()).isBetween(40, 50);
        assertThat(NIGHT.events().stream().map(Night.Event::id)).doesNotHaveDuplicates();
        var begins = Instant.parse("2026-11-14T22:00:00Z");
        assertThat(NIGHT.events().stream().map(event -> NIGHT.at(begins, event.at()))).isSorted()
            .allMatch(at -> at.isAfter(begins) && at.isBefore(NIGHT.at(begins, NIGHT.until())));
    }

    @Test
    void every_kind_of_danger_comes_as_often_as_was_asked() {
        var kinds = NIGHT.events().stream()
            .flatMap(
                event -> event.alarm().map(Night.Alarm::kind).or(() -> event.voice().map(Night.Voice::kind)).stream())
            .collect(Collectors.groupingBy(kind -> kind, TreeMap::new, Collectors.counting()));
        assertThat(kinds.get("INTRUSION")).isGreaterThanOrEqualTo(15);
        assertThat(kinds).containsEntry("PERSON_IN_LORRY", 3L).containsEntry("PERSON_ON_TRACK", 1L)
            .containsEntry("PERSON_IN_WATER", 1L)
            .containsEntry("CHILD_ALONE", 1L).containsEntry("FIRE", 1L).containsEntry("PROTEST", 1L)
            .containsEntry("POWER_LOSS", 2L);
        assertThat(NIGHT.events().stream().filter(event -> !event.quiet().isEmpty()).count()).isGreaterThanOrEqualTo(8);
        assertThat(NIGHT.events().stream().flatMap(event -> event.silent().stream())).isNotEmpty();
        assertThat(NIGHT.events().stream().flatMap(event -> event.gold().stream())).isNotEmpty();
        assertThat(
            NIGHT.events().stream().flatMap(event -> event.tasks().stream()).filter(task -> !task.decline().isEmpty()))
            .isNotEmpty();
        assertThat(
            NIGHT.events().stream().flatMap(event -> event.refused().stream()).map(Night.Refused::wish).distinct())
            .contains("approve", "propose", "dismiss");
    }

    @Test
    void every_sensor_desk_unit_and_place_exists() {
        var ids = new TreeSet<String>();
        for (var file : List.of("sensors", "cameras", "desks", "units", "zones")) {
            reference(file).forEach(row -> ids.add(row.path("id").asString()));
        }
        for (var event : NIGHT.events()) {
            event.signals().forEach(signal -> assertThat(ids).contains(signal.sensor()));
            event.holds().forEach(hold -> assertThat(ids).contains(hold.sensor()));
            event.silent().forEach(silence -> assertThat(ids).contains(silence.sensor()));
            event.alarm().ifPresent(alarm -> assertThat(ids).contains(alarm.place()));
            assertThat(ids).containsAll(event.quiet());
            event.desk().ifPresent(desk -> assertThat(ids).contains(desk));
            event.tasks().forEach(task -> assertThat(ids).contains(task.unit(), task.desk()));
            event.concern().ifPresent(concern -> assertThat(ids).contains(concern.desk()));
        }
    }

    @Test
    void the_signals_of_an_alarm_stand_where_it_is_expected() {
        var zones = new TreeMap<String, String>();
        reference("sensors").forEach(sensor -> zones.put(sensor.path("id").asString(), sensor.path("zone").asString()));
        for (var event : NIGHT.events()) {
            event.alarm().ifPresent(alarm -> assertThat(event.signals()).as(event.id()).isNotEmpty()
                .filteredOn(signal -> !signal.result().has("scan"))
                .allMatch(signal -> zones.get(signal.sensor()).equals(alarm.place())));
        }
    }

    @Test
    void who_walks_is_seen_by_radars_and_cameras_of_the_same_platform_and_the_last_look_is_empty() {
        for (var event : NIGHT.events()) {
            var looks = event.signals().stream().filter(signal -> signal.result().has("scan")).toList();
            assertThat(looks).as(event.id()).allMatch(look -> look.sensor().startsWith(event.site() + "-"))
                .allMatch(look -> look.property().equals("detection"));
            if (!looks.isEmpty()) {
                assertThat(looks.getLast().result().get("scan").isEmpty()).as(event.id()).isTrue();
            }
        }
        assertThat(NIGHT.events().stream().filter(event -> event.signals().stream()
            .anyMatch(signal -> signal.result().has("scan"))).count()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void british_units_search_and_only_patrols_are_sent_to_intercept() {
        var kinds = new TreeMap<String, String>();
        reference("units").forEach(unit -> kinds.put(unit.path("id").asString(), unit.path("kind").asString()));
        assertThat(NIGHT.events().stream().flatMap(event -> event.tasks().stream())
            .filter(task -> task.instruction().equals("INTERCEPT") && task.decline().isEmpty()))
            .allMatch(task -> kinds.get(task.unit()).equals("PATROL"));
    }

    @Test
    void the_night_of_a_clock_is_that_evening_also_after_midnight() {
        assertThat(NIGHT.begins(Instant.parse("2026-11-14T22:00:00Z"))).isEqualTo("2026-11-14T22:00:00Z");
        assertThat(NIGHT.begins(Instant.parse("2026-11-15T01:30:00Z"))).isEqualTo("2026-11-14T22:00:00Z");
        assertThat(NIGHT.length(Instant.parse("2026-07-01T21:00:00Z"))).isEqualTo(Duration.ofHours(6));
    }

    private static JsonNode reference(String name) {
        var root = Path.of(System.getProperty("entente.root", ".."));
        return JsonMapper.shared()
            .readTree(root.resolve("centre/src/main/resources/reference/" + name + ".json").toFile());
    }

    @Test
    void no_patrol_of_ours_goes_where_the_script_has_somebody() {
        var begins = NIGHT.begins(Instant.parse("2026-11-24T22:00:00Z"));
        var there = new Geo.Point(51.0153, 2.1982);
        var then = NIGHT.at(begins, LocalTime.of(3, 36));
        assertThat(NIGHT.walked(begins, then, there)).isTrue();
        assertThat(NIGHT.walked(begins, then, new Geo.Point(51.0153, 2.2002))).as("a hundred and forty metres on")
            .isFalse();
        assertThat(NIGHT.walked(begins, then.minusSeconds(100), there)).isFalse();
        assertThat(NIGHT.walked(begins, then.plusSeconds(50), there)).isFalse();
    }
}
