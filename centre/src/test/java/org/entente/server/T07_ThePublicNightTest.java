package org.entente.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.entente.fusion.Parameters;
import org.entente.fusion.Score;
import org.entente.fusion.Score.Place;
import org.entente.fusion.Score.Said;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Seventh of the fusion core's course, here because the file format is the command's: recorded nights whose truth is known, and
/// what the shipped tracker makes of them (src/test/resources/fusion/SOURCES).
class T07_ThePublicNightTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    private record Truth(NavigableMap<Double, List<Place>> places, List<Score.Crossing> crossings) {}

    private record Output(Map<Double, List<Said>> tracks, List<Score.Alarm> alarms) {}

    static BufferedReader resource(String name) throws IOException {
        var in = T07_ThePublicNightTest.class.getResourceAsStream("/fusion/" + name + ".jsonl.gz");
        return new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8));
    }

    private static Truth truth(String night) throws IOException {
        var places = new TreeMap<Double, List<Place>>();
        var crossings = new ArrayList<Score.Crossing>();
        try (var lines = resource(night + ".truth")) {
            lines.lines().map(JSON::readTree).forEach(line -> {
                switch (line.get("k").asString()) {
                    case "truth" -> places.put(line.get("t").asDouble(), places(line.get("tg")));
                    case "cross" -> crossings.add(new Score.Crossing(line.get("t").asDouble(),
                        line.get("cls").asString(), line.get("x").asDouble(), line.get("y").asDouble(),
                        line.get("dir").asString().equals("in")));
                    default -> assertThat(line.get("k").asString()).isEqualTo("header");
                }
            });
        }
        return new Truth(places, crossings);
    }

    private static List<Place> places(JsonNode rows) {
        var places = new ArrayList<Place>();
        rows.forEach(row -> places.add(new Place(row.get(0).asLong(), row.get(1).asDouble(), row.get(2).asDouble())));
        return places;
    }

    private static Output output(String night) throws IOException {
        var text = new StringWriter();
        try (var lines = resource(night + ".det"); var out = new BufferedWriter(text)) {
            TrackCommand.write(TrackCommand.read(lines), Parameters.defaults(), out);
        }
        var tracks = new HashMap<Double, List<Said>>();
        var alarms = new ArrayList<Score.Alarm>();
        text.toString().lines().map(JSON::readTree).forEach(line -> {
            if (line.path("k").asString("").equals("alarm")) {
                alarms.add(new Score.Alarm(line.get("t").asDouble(), line.get("x").asDouble(),
                    line.get("y").asDouble()));
            } else if (line.has("tr")) {
                var said = new ArrayList<Said>();
                line.get("tr").forEach(row -> said.add(new Said(row.get(0).asLong(), row.get(1).asDouble(),
                    row.get(2).asDouble(), row.get(5).asDouble(), row.get(6).asDouble(), row.get(7).asDouble())));
                tracks.put(line.get("t").asDouble(), said);
            }
        });
        return new Output(tracks, alarms);
    }

    @Test
    void ten_walkers_in_heavy_clutter_are_followed() throws IOException {
        var score = Score.tracks(truth("a-1").places(), output("a-1").tracks());
        assertThat(score.gospa()).isLessThanOrEqualTo(14.0);
        assertThat(score.changesOfNumber()).isZero();
        assertThat(score.anees()).isBetween(0.7, 1.3);
    }

    @Test
    void late_sensors_of_five_kinds_make_one_picture() throws IOException {
        var truth = truth("d-1");
        var output = output("d-1");
        var score = Score.tracks(truth.places(), output.tracks());
        assertThat(score.gospa()).isLessThanOrEqualTo(15.5);
        assertThat(score.anees()).isBetween(0.7, 1.3);
        assertThat(Score.alarms(truth.crossings(), output.alarms()).unwanted()).isZero();
    }

    @Test
    void a_watch_of_half_an_hour_misses_nobody_and_cries_wolf_at_most_six_times_an_hour() throws IOException {
        var truth = truth("e-1");
        var output = output("e-1");
        assertThat(Score.tracks(truth.places(), output.tracks()).gospa()).isLessThanOrEqualTo(7.2);
        var alarms = Score.alarms(truth.crossings(), output.alarms());
        assertThat(alarms.intrusions()).isEqualTo(11);
        assertThat(alarms.pd()).isGreaterThanOrEqualTo(0.97);
        assertThat(alarms.unwanted() * 2).as("unwanted an hour").isLessThanOrEqualTo(6);
    }

    // ---- the scorer itself, by hand ----

    private static Said at(long id, double x, double y) {
        return new Said(id, x, y, 4, 0, 4);
    }

    @Test
    void nothing_where_nothing_is_costs_nothing() {
        assertThat(Score.second(List.of(), List.of()).gospa()).isZero();
    }

    @Test
    void a_missed_object_and_a_false_track_cost_two_hundred_each_under_the_root() {
        assertThat(Score.second(List.of(new Place(1, 0, 0)), List.of()).gospa()).isEqualTo(Math.sqrt(200));
        assertThat(Score.second(List.of(), List.of(at(1, 0, 0), at(2, 9, 9))).gospa()).isEqualTo(20);
        assertThat(Score.second(List.of(new Place(1, 0, 0)), List.of(at(1, 25, 0))).gospa()).as("too far to match")
            .isEqualTo(20);
    }

    @Test
    void a_matched_track_costs_its_distance_and_the_cheapest_pairing_counts() {
        var truth = List.of(new Place(1, 0, 0), new Place(2, 10, 0));
        assertThat(Score.second(truth, List.of(at(1, 3, 4), at(2, 10, 0))).gospa()).isEqualTo(5);
        // first come first served would pair 6 with 10 (4 m) and leave -11 for 0 (11 m): 11.7
        var second = Score.second(truth, List.of(at(1, 6, 0), at(2, -11, 0)));
        assertThat(second.gospa()).isEqualTo(Math.sqrt(16 + 121));
        assertThat(second.matched()).isEqualTo(Map.of(0, 1, 1, 0));
        assertThat(Score.second(truth, List.of(at(1, 1, 0), at(2, 12, 0), at(3, 100, 0))).gospa())
            .isEqualTo(Math.sqrt(1 + 4 + 200));
    }

    @Test
    void honesty_is_one_when_the_error_is_as_large_as_it_is_said_to_be() {
        var truth = new TreeMap<>(Map.of(5.0, List.of(new Place(1, 0, 0))));
        var score = Score.tracks(truth, Map.of(5.0, List.of(at(1, 2, 2))));
        assertThat(score.anees()).isEqualTo(1, within(1e-12));
        assertThat(score.gospa()).isEqualTo(Math.sqrt(8), within(1e-12));
    }

    @Test
    void a_number_changes_when_an_object_gets_another_and_not_while_the_old_one_is_still_near() {
        var here = List.of(new Place(1, 0, 0));
        var truth = new TreeMap<>(Map.of(5.0, here, 6.0, here, 7.0, here));
        assertThat(Score.tracks(truth, Map.of(5.0, List.of(at(1, 9, 0)), 6.0, List.of(at(2, 0, 0), at(1, 9, 0)), 7.0,
            List.of(at(1, 9, 0)))).changesOfNumber()).isZero();
        assertThat(Score.tracks(truth, Map.of(5.0, List.of(at(1, 9, 0)), 7.0, List.of(at(2, 0, 0))))
            .changesOfNumber()).isEqualTo(1);
    }

    @Test
    void an_alarm_hits_in_time_and_place_once_may_cover_a_group_and_is_otherwise_unwanted() {
        var crossings = List.of(new Score.Crossing(100, "person", 0, 0, true),
            new Score.Crossing(102, "person", 5, 0, true), new Score.Crossing(300, "animal", 0, 0, true),
            new Score.Crossing(400, "person", 0, 0, false), new Score.Crossing(500, "own", 0, 0, true),
            new Score.Crossing(600, "vehicle", 0, 0, true));
        var alarms = List.of(new Score.Alarm(115, 0, 40), new Score.Alarm(90, 0, 0), new Score.Alarm(300, 0, 0),
            new Score.Alarm(400, 0, 0), new Score.Alarm(500, 0, 0), new Score.Alarm(600, 0, 41),
            new Score.Alarm(616, 0, 0));
        assertThat(Score.alarms(crossings, alarms)).isEqualTo(new Score.Alarms(3, 1, 1, 1, 5));
        assertThat(Score.alarms(crossings, List.of(new Score.Alarm(100, 0, 0), new Score.Alarm(101, 0, 0))))
            .isEqualTo(new Score.Alarms(3, 2, 1, 1, 0));
    }
}
