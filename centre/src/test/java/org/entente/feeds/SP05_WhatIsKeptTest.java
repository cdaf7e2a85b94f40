package org.entente.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.kernel.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// Of a detection the centre keeps where, how sure and of what kind; nothing about a person.
class SP05_WhatIsKeptTest {

    private static final Instant AT = Instant.parse("2026-03-14T22:00:00Z");
    private static final Position CALAIS = new Position(50.9762, 1.8888);
    private static final String PLACE = """
        "reportId":"01GGYFBAXGDG7AGAHRZ6XSNY12","objectId":"01GGYFBAXH4VYRQYEX7S3XGK3H",
        "location":{"x":1.88,"y":50.97,"xError":5,"yError":5,
        "coordinateSystem":"LOCATION_COORDINATE_SYSTEM_LAT_LNG_DEG_M",
        "datum":"LOCATION_DATUM_WGS84_E"},"detectionConfidence":0.9""";

    @ParameterizedTest
    @CsvSource({"Human,PERSON", "human,PERSON", "Person,PERSON", "Land Vehicle,VEHICLE", "Land vehicle,VEHICLE",
            "Vehicle,VEHICLE", "LandVehicle,VEHICLE", "AirVehicle,OTHER", "Car,VEHICLE", "Animal,ANIMAL",
            "Air Vehicle,OTHER", "Sea Vehicle,OTHER",
            "Unknown,OTHER",
            "Scarab,OTHER", "Equipment,OTHER"})
    void a_word_of_the_taxonomy_becomes_one_of_four_kinds(String word, SapientClass kind) {
        assertThat(SapientClass.of(word)).isEqualTo(kind);
    }

    @Test
    void a_detection_reads_as_the_format_says() throws Exception {
        assertThat(json("""
            ,"classification":[{"type":"Human","confidence":0.5},{"type":"Land Vehicle","confidence":0.25},
            {"type":"Vehicle","confidence":0.125},{"type":"Animal","confidence":0.1}]""", false))
            .isEqualTo(
                "{\"id\":\"01GGYFBAXH4VYRQYEX7S3XGK3H\",\"lat\":50.97,\"lon\":1.88,\"sigma\":5.0,\"confidence\":0.9,"
                    + "\"class\":{\"person\":0.5,\"vehicle\":0.375,\"animal\":0.1}}");
        assertThat(json("", false)).doesNotContain("class");
        assertThat(json(",\"classification\":[{\"type\":\"Human\"},{\"type\":\"Animal\"}]", false))
            .contains("\"class\":{\"person\":0.5,\"animal\":0.5}");
    }

    @Test
    void everything_the_official_example_says_of_a_person_is_dropped_and_counted() throws Exception {
        var report = report(SapientCases.named("True_DetectionReport.FullMessage").json()
            .replace("\"location\":{\"x\":51.1739726374,\"y\":-1.82237671048",
                "\"location\":{\"x\":567000,\"y\":5669000"));
        assertThat(SapientDetection.personalAttributes(report, false))
            .as("Male, track_info, object_info, behaviour, associated_file, colour, id").isEqualTo(7);
        var kept = SapientDetection.of(report, new SapientPlaces(new Position(51.17, -2.04), Optional.empty(), true),
            false);
        assertThat(kept.json()).contains("\"class\":{\"person\":0.8}").doesNotContainIgnoringCase("male")
            .doesNotContainIgnoringCase("Test").doesNotContain("ABC").doesNotContain("loitering")
            .doesNotContain("Red").doesNotContain("ThePath").doesNotContain("NY3");
        assertThat(kept.json().replaceAll("[^{}:,\"a-z]|\"[A-Z0-9]+\"", ""))
            .isEqualTo("{\"id\":,\"lat\":,\"lon\":,\"sigma\":,\"confidence\":,\"class\":{\"person\":}}");
    }

    @Test
    void of_what_is_surely_no_person_only_personal_words_count_as_personal() throws Exception {
        assertThat(SapientDetection.personalAttributes(report(message(
            """
                ,"classification":[{"type":"Land Vehicle","confidence":1,"subClass":[{"type":"Lorry","level":1}]}],
                "objectInfo":[{"type":"length","value":"12"},{"type":"driver gender","value":"no"}],"colour":"R\"""")),
            false)).isEqualTo(1);
    }

    @Test
    void a_node_that_knows_people_again_by_their_looks_may_not_name_them() throws Exception {
        var human = ",\"classification\":[{\"type\":\"Human\",\"confidence\":1}]";
        assertThat(json(human, true)).doesNotContain("\"id\"");
        assertThat(json("", true)).as("perhaps a person").doesNotContain("\"id\"");
        assertThat(json(human.replace("Human", "Animal"), true)).contains("\"id\":");
        assertThat(SapientDetection.personalAttributes(report(message(human)), true)).isEqualTo(1);
    }

    @Test
    void detections_of_one_time_are_one_scan_and_a_scan_has_at_most_4_kib() {
        var scan = new SapientScan();
        var done = new ArrayList<SapientScan.Scan>();
        var one = "{\"lat\":50.97,\"lon\":1.88}";
        for (int i = 0; i < 400; i++) {
            scan.add(AT, one).ifPresent(done::add);
        }
        scan.add(AT.plusMillis(1), one).ifPresent(done::add);
        scan.end().ifPresent(done::add);
        assertThat(scan.end()).isEmpty();
        assertThat(done).extracting(SapientScan.Scan::at).endsWith(AT, AT.plusMillis(1));
        assertThat(done.stream().mapToInt(SapientScan.Scan::detections).sum()).isEqualTo(401);
        assertThat(done).allSatisfy(each -> {
            assertThat(each.result()).hasSizeLessThanOrEqualTo(4096);
            assertThat(JsonMapper.shared().readTree(each.result()).get("scan")).hasSize(each.detections());
        });
    }

    @Test
    void a_moment_that_is_taken_gives_the_next_microsecond_and_a_report_is_new_once() {
        var memory = new SapientMemory();
        assertThat(List.of(memory.free(AT), memory.free(AT), memory.free(AT.plusNanos(1_000)), memory.free(AT)))
            .containsExactly(AT, AT.plusNanos(1_000), AT.plusNanos(2_000), AT.plusNanos(3_000));
        assertThat(memory.isNew("A")).isTrue();
        assertThat(memory.isNew("A")).isFalse();
        for (int i = 0; i < SapientMemory.MOST; i++) {
            memory.isNew("B" + i);
        }
        assertThat(memory.isNew("A")).as("forgotten after ten thousand others").isTrue();
    }

    private static String json(String more, boolean reidentifies) throws Exception {
        return SapientDetection.of(report(message(more)), new SapientPlaces(CALAIS, Optional.empty(), true),
            reidentifies).json();
    }

    private static String message(String more) {
        return "{\"detectionReport\":{" + PLACE + more + "}}";
    }

    private static SapientFields report(String json) throws Exception {
        return new SapientFields(SapientCases.message(json)).part("detection_report").orElseThrow();
    }
}
