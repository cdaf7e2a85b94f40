package org.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Ninth of the fusion core's course: `track IN OUT`, its output, its word about a bad file, and the same bytes without a compiler.
class T09_TheTrackCommandTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String HEADER = """
        {"k":"header","v":1,"scenario":"x","seed":1,"t_end":20,"dt_out":1.0,"bounds":[0,0,400,400],"sensors":[\
        {"id":"T1","type":"pos","period":1.0,"sig":3.0,"pd":0.9,"clutter_density":1e-5,"fov":{"kind":"rect",\
        "x0":0,"y0":0,"x1":400,"y1":400}}],"fence":[[0,200],[400,200]]}""";

    @TempDir
    Path folder;

    private record Ran(int code, String complaint) {}

    private Ran track(String... lines) throws IOException {
        Files.write(folder.resolve("in.jsonl"), List.of(lines));
        return run("in.jsonl", "out.jsonl");
    }

    private Ran run(String in, String out) {
        var before = System.err;
        var heard = new ByteArrayOutputStream();
        System.setErr(new PrintStream(heard, true, StandardCharsets.UTF_8));
        try {
            int code = TrackCommand.run(List.of(folder.resolve(in).toString(), folder.resolve(out).toString()));
            return new Ran(code, heard.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(before);
        }
    }

    private static String walk(int second) {
        return "{\"k\":\"scan\",\"n\":%d,\"ta\":%d,\"t\":%d,\"s\":\"T1\",\"d\":[[%d,%d,%d]]}".formatted(second, second,
            second, 100 + second, 100, 220 - 2 * second);
    }

    private List<JsonNode> walked() throws IOException {
        var lines = new ArrayList<>(List.of(HEADER));
        for (int second = 0; second <= 20; second++) {
            lines.add(walk(second));
        }
        assertThat(track(lines.toArray(String[]::new))).isEqualTo(new Ran(0, ""));
        return Files.readAllLines(folder.resolve("out.jsonl")).stream().map(JSON::readTree).toList();
    }

    @Test
    void a_file_of_tracks_has_a_header_a_line_for_each_second_alarms_and_an_end() throws IOException {
        var lines = walked();
        assertThat(lines.getFirst().get("tracker").asString()).isEqualTo("entente");
        assertThat(lines.getFirst().get("lag").asDouble()).isZero();
        var seconds = lines.stream().filter(line -> line.has("tr")).toList();
        assertThat(seconds).hasSize(21);
        assertThat(seconds.getLast().get("t").asDouble()).isEqualTo(20);
        var track = seconds.getLast().get("tr").get(0);
        assertThat(track.size()).isEqualTo(8);
        assertThat(track.get(1).asDouble()).isBetween(98.0, 102.0);
        assertThat(track.get(4).asDouble()).isBetween(-2.5, -1.5);
        assertThat(track.get(5).asDouble() * track.get(7).asDouble()).isPositive();
        var alarms = lines.stream().filter(line -> line.path("k").asString("").equals("alarm")).toList();
        assertThat(alarms).hasSize(1);
        assertThat(alarms.getFirst().get("id").asLong()).isEqualTo(track.get(0).asLong());
        assertThat(alarms.getFirst().get("y").asDouble()).isEqualTo(200);
        assertThat(alarms.getFirst().get("why").size()).isGreaterThan(5);
        var end = lines.getLast();
        assertThat(end.get("k").asString()).isEqualTo("end");
        assertThat(end.get("dets").asLong()).isEqualTo(21);
        assertThat(end.get("scans").asLong()).isEqualTo(21);
        assertThat(end.get("cpu_s").asDouble()).isPositive();
    }

    @Test
    void without_two_files_it_says_what_it_wants() {
        assertThat(TrackCommand.run(List.of("one"))).isEqualTo(2);
    }

    @Test
    void a_file_that_is_not_there_is_said_so() {
        var ran = run("nowhere.jsonl", "out.jsonl");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.complaint()).endsWith("nowhere.jsonl: no such file or folder" + System.lineSeparator());
    }

    @Test
    void an_empty_file_is_said_to_be_empty() throws IOException {
        refused("line 1: the file is empty");
    }

    @Test
    void a_line_that_is_not_json_is_named_by_its_number() throws IOException {
        refused("line 3: not JSON", HEADER, walk(0), "{\"k\":\"scan\",");
        refused("line 1: not JSON", "hello");
    }

    @Test
    void a_header_that_is_none_is_refused() throws IOException {
        refused("line 1: a header", walk(0));
        refused("line 1: a header", "[1,2]");
        refused("line 1: \"t_end\" must be a number", HEADER.replace("\"t_end\":20,", ""));
        refused("line 1: \"t_end\" must be from", HEADER.replace("\"t_end\":20,", "\"t_end\":1e18,"));
        refused("line 1: \"dt_out\" must be from", HEADER.replace("\"dt_out\":1.0,", "\"dt_out\":0,"));
        refused("line 1: unknown type of sensor", HEADER.replace("\"pos\"", "\"sonar\""));
        refused("line 1: each corner", HEADER.replace("[400,200]", "[400]"));
    }

    @Test
    void a_scan_of_an_unknown_sensor_or_without_a_time_is_refused() throws IOException {
        refused("line 2: a scan names a sensor", HEADER, walk(0).replace("T1", "T9"));
        refused("line 2: a scan names a sensor", HEADER, "7");
        refused("line 3: \"t\" must be a number", HEADER, walk(0), walk(1).replace("\"t\":1", "\"t\":\"soon\""));
    }

    @Test
    void a_detection_that_is_no_place_is_counted_out_and_the_rest_is_tracked() throws IOException {
        var lines = new ArrayList<>(List.of(HEADER));
        for (int second = 0; second <= 20; second++) {
            lines.add(walk(second).replace("\"d\":[", "\"d\":[[9],[8,null,\"x\"],[],"));
        }
        assertThat(track(lines.toArray(String[]::new)).code()).isZero();
        var last = Files.readAllLines(folder.resolve("out.jsonl")).stream().filter(line -> line.contains("\"tr\""))
            .toList().getLast();
        assertThat(JSON.readTree(last).get("tr").size()).isEqualTo(1);
    }

    private void refused(String complaint, String... lines) throws IOException {
        var ran = track(lines);
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.complaint()).contains(complaint).doesNotContain("\tat ");
    }

    @Test
    @Timeout(120)
    void the_output_is_the_same_to_the_byte_on_a_machine_that_compiles_nothing() throws Exception {
        try (var lines = T07_ThePublicNightTest.resource("d-1.det")) {
            var first = lines.lines().limit(420).toList();
            var cut = new ArrayList<>(first);
            cut.set(0, first.getFirst().replace("\"t_end\":180.0", "\"t_end\":45.0"));
            Files.write(folder.resolve("in.jsonl"), cut);
        }
        assertThat(run("in.jsonl", "here.jsonl").code()).isZero();
        var child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xint",
            "-Xmx256m", "-cp", System.getProperty("java.class.path"), "org.entente.server.Main", "track",
            folder.resolve("in.jsonl").toString(), folder.resolve("there.jsonl").toString()).inheritIO().start();
        assertThat(child.waitFor(100, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).isZero();
        assertThat(said("here.jsonl")).hasSizeGreaterThan(46).anyMatch(line -> line.contains(",[")).isEqualTo(
            said("there.jsonl"));
        assertThat(hash("there.jsonl")).isEqualTo(hash("here.jsonl"));
    }

    /// Everything but how long it took.
    private List<String> said(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file)).stream().filter(line -> !line.contains("\"end\"")).toList();
    }

    private String hash(String file) throws Exception {
        var digest = java.security.MessageDigest.getInstance("SHA-256");
        return java.util.HexFormat.of()
            .formatHex(digest.digest(String.join("\n", said(file)).getBytes(StandardCharsets.UTF_8)));
    }
}
