package org.entente.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.entente.feeds.CotDesk.Answered;
import org.entente.feeds.CotDesk.Called;
import org.entente.feeds.CotReplies.Reply;
import org.entente.kernel.IncidentId;
import org.entente.kernel.Position;
import org.entente.kernel.TaskId;
import org.entente.kernel.Text;
import org.entente.kernel.UnitId;
import org.junit.jupiter.api.Test;

/// Tasks out, answers back, calls for help (docs/formats/cot-tasking.md).
class CotTaskingTest {

    private static final TaskId ID = new TaskId("2026-0001-T1");
    private static final UnitId UNIT = new UnitId("CRS-3");
    private static final CotTask TASK = new CotTask(ID, UNIT, new IncidentId("2026-0001"), "INTERCEPT",
        new Text("Intercept. Two people at the fence.", "Intercepter. Deux personnes à la clôture."),
        "Gate 3 is <open>.", new Position(50.9662, 1.8573));

    @Test
    void a_task_reaches_its_unit_alone_in_both_languages() throws Exception {
        try (CotDesk desk = CotDesk.plain();
            CotCaller unit = desk.caller().onAir("CRS-3");
            CotCaller other = desk.caller().protobuf().onAir("CRS-4")) {
            other.heard();
            unit.heard();
            desk.server.task(TASK);
            CotEvent task = unit.await(event -> event.type().equals("t-r"));
            assertThat(task.uid()).isEqualTo("2026-0001-T1");
            assertThat(task.lat()).isEqualTo(50.9662);
            assertThat(task.detail().find("remarks").orElseThrow().text())
                .isEqualTo("EN: Intercept. Two people at the fence.\nFR : Intercepter. Deux personnes à la clôture.");
            assertThat(task.detail().value("__task", "instruction")).isEqualTo("INTERCEPT");
            assertThat(task.detail().find("__task").orElseThrow().children()).extracting(CotElement::text)
                .containsExactly("Intercept. Two people at the fence.", "Intercepter. Deux personnes à la clôture.",
                    "Gate 3 is <open>.");
            assertThat(other.heard()).isEmpty();
        }
    }

    @Test
    void an_unanswered_task_waits_for_the_unit_and_comes_again_with_it() throws Exception {
        try (CotDesk desk = CotDesk.plain()) {
            desk.server.task(TASK);
            desk.server.task(TASK);
            try (CotCaller unit = desk.caller().onAir("CRS-3")) {
                assertThat(unit.heard()).extracting(CotEvent::type).containsExactly("t-r");
                unit.send(reply("y-a-r", "")).settled();
            }
            try (CotCaller unit = desk.caller().protobuf().onAir("CRS-3")) {
                assertThat(unit.heard()).extracting(CotEvent::type).containsExactly("t-r");
                unit.send(CotFixtures.message(reply("y-a-w", ""))).settled();
            }
            try (CotCaller unit = desk.caller().onAir("CRS-3")) {
                assertThat(unit.heard()).isEmpty();
            }
            assertThat(desk.answers).extracting(Answered::reply).containsExactly(Reply.RECEIVED, Reply.ACCEPTED);
        }
    }

    @Test
    void answers_go_forward_only_and_count_once() throws Exception {
        try (CotDesk desk = CotDesk.plain(); CotCaller unit = desk.caller().onAir("CRS-3")) {
            desk.server.task(TASK);
            for (String type : List.of("y-a-r", "y-a-r", "y-s-e", "y-a-w", "y-a-r", "y-c-s", "y-c-f-r")) {
                unit.send(reply(type, ""));
            }
            unit.settled();
            assertThat(desk.answers).extracting(Answered::reply).containsExactly(Reply.RECEIVED, Reply.ACCEPTED,
                Reply.DONE);
            assertThat(desk.refused("duplicate")).isEqualTo(3);
        }
    }

    @Test
    void a_unit_that_cannot_says_why() throws Exception {
        try (CotDesk desk = CotDesk.plain(); CotCaller unit = desk.caller().onAir("CRS-3")) {
            desk.server.task(TASK);
            unit.send(CotFixtures.event("2026-0001-T1", "y-c-f-a", CotFixtures.NOW, 0, 0,
                "<remarks>Véhicule en panne</remarks>")).settled();
            assertThat(desk.answers).containsExactly(new Answered(ID, UNIT, Reply.UNABLE, "Véhicule en panne"));
        }
    }

    @Test
    void nobody_answers_anothers_task() throws Exception {
        try (CotDesk desk = CotDesk.plain();
            CotCaller unit = desk.caller().onAir("CRS-4");
            CotCaller stranger = desk.caller()) {
            desk.server.task(TASK);
            unit.send(reply("y-a-w", "")).settled();
            stranger.send(reply("y-a-w", "")).settled();
            assertThat(desk.answers).isEmpty();
            assertThat(desk.refused("notYours")).isEqualTo(2);
        }
    }

    @Test
    void a_cancelled_task_is_taken_back_once_and_can_no_longer_be_answered() throws Exception {
        try (CotDesk desk = CotDesk.plain(); CotCaller unit = desk.caller().onAir("CRS-3")) {
            desk.server.task(TASK);
            desk.server.cancel(ID);
            desk.server.cancel(ID);
            assertThat(unit.heard()).extracting(CotEvent::type, CotEvent::uid).containsExactly(
                org.assertj.core.groups.Tuple.tuple("t-r", "2026-0001-T1"),
                org.assertj.core.groups.Tuple.tuple("t-z", "2026-0001-T1"));
            unit.send(reply("y-a-w", "")).settled();
            assertThat(desk.answers).isEmpty();
            assertThat(desk.refused("notYours")).isEqualTo(1);
        }
    }

    @Test
    void a_call_for_help_is_heard_whatever_its_time_and_place() throws Exception {
        try (CotDesk desk = CotDesk.plain();
            CotCaller unit = desk.caller().onAir("CRS-3");
            CotCaller peer = desk.caller().onAir("CRS-4")) {
            peer.heard();
            unit.send(CotFixtures.event("CRS-3-9-1-1", "b-a-o-tbl", 1000, 0, 0,
                "<link uid=\"CRS-3\" relation=\"p-p\" type=\"a-f-G\"/><emergency type=\"911 Alert\">Lynx</emergency>"))
                .send(CotFixtures.event("CRS-3-9-1-1", "b-a-o-can", 2000, 0, 0,
                    "<emergency cancel=\"true\">Lynx</emergency>"))
                .settled();
            assertThat(desk.calls).containsExactly(new Called(UNIT, new Position(50.9, 1.8), "Lynx"));
            assertThat(peer.heard()).extracting(CotEvent::type).containsExactly("b-a-o-tbl", "b-a-o-can");
        }
    }

    private static String reply(String type, String words) {
        return CotFixtures.event(ID + ".CRS-3." + type, type, CotFixtures.NOW, 50, 1,
            "<link uid=\"" + ID + "\" relation=\"p-t\" type=\"t-r\"/><remarks>" + words + "</remarks>");
    }
}
