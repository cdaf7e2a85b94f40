package org.entente.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What sensors say when nothing happens, and while something does.
final class F05_TheRoutineTest {

    private static final Instant NIGHT = Instant.parse("2026-11-14T22:00:00Z");
    private static final Reference REFERENCE = reference();

    @Test
    void every_sensor_says_its_property_and_its_health_once_a_minute() {
        var said = minute(new Routine(1, REFERENCE.sensors()), NIGHT);
        assertThat(said).hasSize(1_000);
        assertThat(new HashSet<>(said.stream().map(Reading::datastream).toList())).hasSize(1_000);
    }

    @Test
    void the_same_seed_says_the_same() {
        assertThat(minute(new Routine(7, REFERENCE.sensors()), NIGHT))
            .isEqualTo(minute(new Routine(7, REFERENCE.sensors()), NIGHT));
        assertThat(minute(new Routine(8, REFERENCE.sensors()), NIGHT))
            .isNotEqualTo(minute(new Routine(7, REFERENCE.sensors()), NIGHT));
    }

    @Test
    void noise_stays_below_every_threshold_and_every_hint() {
        var routine = new Routine(3, REFERENCE.sensors());
        for (int minute = 0; minute < 60; minute++) {
            for (var reading : minute(routine, NIGHT.plusSeconds(minute * 60L))) {
                var property = reading.datastream().substring(reading.datastream().indexOf('/') + 1);
                double value = reading.result().asDouble(reading.result().path("confidence").asDouble(0));
                assertThat(value).as(reading.datastream()).isLessThan(switch (property) {
                    case "vibration" -> 2;
                    case "co2" -> 600;
                    default -> 0.6;
                });
            }
        }
    }

    @Test
    void a_planned_event_holds_and_silences() {
        var routine = new Routine(1, REFERENCE.sensors());
        var fire = event("FIRE");
        var silent = Night.load().events().stream().filter(event -> !event.silent().isEmpty()).findFirst()
            .orElseThrow();
        routine.begin(fire, NIGHT);
        routine.begin(silent, NIGHT);
        var said = minute(routine, NIGHT);
        assertThat(said).filteredOn(reading -> reading.datastream().equals(fire.holds().getFirst().sensor() + "/smoke"))
            .singleElement().satisfies(reading -> assertThat(reading.result().asBoolean()).isTrue());
        assertThat(said)
            .noneMatch(reading -> reading.datastream().startsWith(silent.silent().getFirst().sensor() + "/"));
        assertThat(minute(routine, NIGHT.plusSeconds(3_600))).hasSize(1_000);
    }

    @Test
    void one_and_one_point_nought_are_the_same_result() {
        var json = JsonMapper.shared();
        assertThat(Check.same(json.readTree("1"), json.readTree("1.0"))).isTrue();
        assertThat(Check.same(json.readTree("{\"a\":1}"), json.readTree("{\"a\":1.0}"))).isTrue();
        assertThat(Check.same(json.readTree("null"), json.readTree("0"))).isFalse();
        assertThat(Check.same(json.readTree("true"), json.readTree("false"))).isFalse();
    }

    private static Night.Event event(String kind) {
        return Night.load().events().stream()
            .filter(event -> event.alarm().map(Night.Alarm::kind).filter(kind::equals).isPresent()).findFirst()
            .orElseThrow();
    }

    private static List<Reading> minute(Routine routine, Instant from) {
        var said = new ArrayList<Reading>();
        for (int second = 0; second < 60; second++) {
            said.addAll(routine.at(from.plusSeconds(second)));
        }
        return said;
    }

    private static Reference reference() {
        var root = Path.of(System.getProperty("entente.root", "..")).resolve("centre/src/main/resources/reference");
        ObjectNode all = JsonMapper.shared().createObjectNode();
        for (var file : List.of("sensors", "zones", "units", "sites", "procedures")) {
            all.set(file, JsonMapper.shared().readTree(root.resolve(file + ".json").toFile()));
        }
        return new Reference(all);
    }
}
