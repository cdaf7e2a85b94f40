package org.entente.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `./entente law`: the public examples, one line a case, and what it says to a file that is none.
class L45_TheLawCommandTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    Path folder;

    private static String examples() throws IOException {
        try (var in = L45_TheLawCommandTest.class.getResourceAsStream("/law/examples.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @TestFactory
    Stream<DynamicTest> every_public_example_is_answered_as_expected() throws IOException {
        var cases = JSON.readTree(examples()).path("cases");
        var lines = LawCommand.answers(examples());
        assertThat(lines).hasSize(cases.size());
        return IntStream.range(0, cases.size())
            .mapToObj(i -> DynamicTest.dynamicTest(
                cases.get(i).path("id").asString() + " " + cases.get(i).path("title").asString(),
                () -> {
                    var line = JSON.readTree(lines.get(i));
                    assertThat(line.path("id")).isEqualTo(cases.get(i).path("id"));
                    for (var expected : cases.get(i).path("expected").properties()) {
                        assertThat(line.path("answer").path(expected.getKey())).as(expected.getKey())
                            .isEqualTo(expected.getValue());
                    }
                    assertThat(line.path("why")).isNotEmpty().allSatisfy(why -> {
                        assertThat(why.path("en").asString()).isNotBlank();
                        assertThat(why.path("fr").asString()).isNotBlank().isNotEqualTo(why.path("en").asString());
                    });
                }));
    }

    @Test
    void the_same_file_gives_the_same_lines_to_the_byte() throws IOException {
        assertThat(LawCommand.answers(examples())).isEqualTo(LawCommand.answers(examples()));
    }

    @Test
    void holidays_in_the_file_override_the_computed_ones() {
        var plain = "{\"cases\":[{\"id\":\"A\",\"regime\":\"APD2013\",\"procedure\":\"REGISTRATION\",\"ask\":[\"DEADLINE\"],"
            + "\"inputs\":{\"state\":\"FR\",\"made\":\"2015-09-18\",\"authority\":\"REGISTERING\"}}]}";
        assertThat(deadline(LawCommand.answers(plain))).isEqualTo("2015-09-23");
        assertThat(deadline(LawCommand.answers("{\"publicHolidays\":{\"FR\":[\"2015-09-22\"]}," + plain.substring(1))))
            .isEqualTo("2015-09-24");
    }

    private static String deadline(List<String> lines) {
        JsonNode line = JSON.readTree(lines.getFirst());
        return line.path("answer").path("deadline").asString();
    }

    @Test
    void a_case_that_cannot_be_read_does_not_stop_the_others() {
        var lines = LawCommand.answers(
            "{\"cases\":[7,{\"id\":\"B\",\"regime\":\"X\"},{\"id\":\"C\",\"regime\":\"DUBLIN3\",\"procedure\":\"TC\","
                + "\"ask\":[\"REQUEST_DEADLINE\"],\"inputs\":{\"lodged\":\"2015-02-30\"}},{\"id\":\"D\",\"regime\":\"DUBLIN3\",\"procedure\":\"TC\","
                + "\"ask\":[\"REQUEST_DEADLINE\"],\"inputs\":{\"lodged\":\"2015-04-10\"}}]}");
        assertThat(lines).hasSize(4);
        assertThat(JSON.readTree(lines.get(1)).path("answer").path("error").toString()).contains("regime", "procedure",
            "ask");
        assertThat(JSON.readTree(lines.get(2)).path("answer").path("error").toString())
            .isEqualTo("[\"inputs.lodged\"]");
        assertThat(deadline(lines.subList(3, 4))).isEqualTo("2015-07-10");
    }

    @Test
    void what_is_no_file_of_cases_is_refused_in_one_line() throws IOException {
        assertThatThrownBy(() -> LawCommand.answers("{")).hasMessageContaining("not JSON");
        assertThatThrownBy(() -> LawCommand.answers("[]")).hasMessageContaining("\"cases\"");
        assertThatThrownBy(() -> LawCommand.answers("{\"publicHolidays\":{\"FR\":[\"Christmas\"]},\"cases\":[]}"))
            .hasMessage("publicHolidays.FR[0]: a date is expected");
        assertThatThrownBy(() -> LawCommand.answers("{\"cases\":[" + "[".repeat(30) + "]".repeat(30) + "]}"))
            .hasMessageContaining("nested");
        assertThat(LawCommand.run(List.of())).isEqualTo(2);
        assertThat(LawCommand.run(List.of(folder.resolve("none.json").toString()))).isEqualTo(1);
        assertThatThrownBy(() -> LawCommand.text("none.json")).hasMessage("no such file");
        Files.write(folder.resolve("latin.json"), new byte[]{'"', (byte) 0xe9, '"'});
        assertThatThrownBy(() -> LawCommand.text(folder.resolve("latin.json").toString()))
            .hasMessage("not text in UTF-8");
        Files.writeString(folder.resolve("bad.json"), "no");
        assertThat(LawCommand.run(List.of(folder.resolve("bad.json").toString()))).isEqualTo(1);
    }
}
