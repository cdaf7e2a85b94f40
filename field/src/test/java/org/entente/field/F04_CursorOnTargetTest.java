package org.entente.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.entente.field.Geo.Point;
import org.junit.jupiter.api.Test;

/// What a unit's device says and understands.
final class F04_CursorOnTargetTest {

    private static final Instant NOW = Instant.parse("2026-11-14T23:00:00.123456Z");
    private static final Reference.Unit UNIT = new Reference.Unit("CRS-3", "CRS & 3", "PATROL", new Point(50.96, 1.86),
        "CAL");
    private static final String TASK = """
        <event version="2.0" uid="2026-0001-T1" type="t-r" how="h-g-i-g-o" time="2026-11-14T01:02:03.004Z" start="2026-11-14T01:02:03.004Z" stale="2026-11-15T01:02:03.004Z">\
        <point lat="50.9662" lon="1.8573" hae="9999999.0" ce="9999999.0" le="9999999.0"/><detail><remarks>FR : clôture</remarks>\
        <__task id="2026-0001-T1" unit="CRS-3" incident="2026-0001" instruction="INTERCEPT"><text lang="fr">Intercepter.</text></__task></detail></event>""";

    @Test
    void a_task_is_understood() throws XMLStreamException {
        assertThat(Cot.tasking(TASK))
            .contains(new Cot.Tasking("t-r", "2026-0001-T1", "2026-0001", "INTERCEPT", new Point(50.9662, 1.8573)));
        assertThat(Cot.tasking(TASK.replace("type=\"t-r\"", "type=\"t-z\"")).orElseThrow().cancelled()).isTrue();
    }

    @Test
    void every_other_event_is_left_alone() throws XMLStreamException {
        assertThat(Cot.tasking(Cot.position(UNIT, UNIT.home(), 12.5, 4, NOW, Duration.ofMinutes(2)))).isEmpty();
    }

    @Test
    void a_position_is_well_formed_and_its_time_is_in_milliseconds() {
        assertThat(Cot.position(UNIT, UNIT.home(), 12.5, 4, NOW, Duration.ofMinutes(2))).contains("uid=\"CRS-3\"",
            "type=\"a-f-G-U-C\"", "time=\"2026-11-14T23:00:00.123Z\"",
            "stale=\"2026-11-14T23:02:00.123Z\"", "lat=\"50.960000\"", "callsign=\"CRS &amp; 3\"");
    }

    @Test
    void an_answer_names_its_task() {
        assertThat(Cot.answer(UNIT, "y-a-w", "2026-0001-T1", UNIT.home(), NOW))
            .contains("uid=\"2026-0001-T1.CRS-3.y-a-w\"", "type=\"y-a-w\"",
                "<link uid=\"2026-0001-T1\" relation=\"p-t\" type=\"t-r\"/>");
    }

    @Test
    void events_are_cut_out_of_the_stream_wherever_it_breaks() {
        var bytes = (TASK + "\n" + TASK).getBytes(StandardCharsets.UTF_8);
        for (int size : List.of(1, 2, 3, 7, 100, bytes.length)) {
            var frames = new CotFrames();
            var found = new ArrayList<String>();
            for (int from = 0; from < bytes.length; from += size) {
                var part = java.util.Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + size));
                found.addAll(frames.add(part, part.length));
            }
            assertThat(found).as("in pieces of " + size).containsExactly(TASK, TASK);
        }
    }

    @Test
    void an_outside_entity_is_not_fetched() {
        assertThatThrownBy(() -> Cot.tasking(
            "<!DOCTYPE event [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><event type=\"t-r\"><__task id=\"&x;\"/></event>"))
            .isInstanceOf(XMLStreamException.class);
    }
}
