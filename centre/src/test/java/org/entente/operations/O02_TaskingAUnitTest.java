package org.entente.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.operations.OperationsScenario.BORDER_FORCE;
import static org.entente.operations.OperationsScenario.COMMAND;
import static org.entente.operations.OperationsScenario.FENCE_ALARM;
import static org.entente.operations.OperationsScenario.GOLD;
import static org.entente.operations.OperationsScenario.PAF;
import static org.entente.operations.OperationsScenario.given;

import org.entente.kernel.Actor;
import org.entente.kernel.Answer;
import org.junit.jupiter.api.Test;

/// Any desk proposes; the operational command of one state approves; the unit answers; gold tasks nobody (JD2015 §15).
class O02_TaskingAUnitTest {

    private static final Actor UNIT = Actor.centre("unit");
    private static final String TASK = "2016-0001-T1";

    private static Answer taken(Operations operations) {
        return operations.take(PAF, FENCE_ALARM);
    }

    private static Answer proposed(Operations operations) {
        return operations.propose(BORDER_FORCE, "2016-0001", "CRS-3", "INTERCEPT", "two at the fence");
    }

    private static Answer approved(Operations operations) {
        return operations.approve(COMMAND, TASK);
    }

    @Test
    void a_british_desk_proposes_a_french_command_approves_and_the_unit_is_sent() {
        var scenario = given(OperationsScenario::raised, O02_TaskingAUnitTest::taken)
            .when(O02_TaskingAUnitTest::proposed).then("task.proposed");
        assertThat(scenario.sent).isEmpty();
        scenario.when(O02_TaskingAUnitTest::approved).then("task.approved");
        assertThat(scenario.sent).containsExactly(TASK);
    }

    @Test
    void a_desk_that_is_not_command_is_told_where_its_proposal_waits() {
        given(OperationsScenario::raised, O02_TaskingAUnitTest::taken, O02_TaskingAUnitTest::proposed)
            .when(operations -> operations.approve(BORDER_FORCE, TASK))
            .thenRefused("Tasks are decided by operational command: your proposal waits there");
    }

    @Test
    void gold_neither_proposes_nor_approves() {
        given(OperationsScenario::raised, O02_TaskingAUnitTest::taken)
            .when(operations -> operations.propose(GOLD, "2016-0001", "CRS-3", "INTERCEPT", ""))
            .thenRefused("Gold sets parameters and objectives and does not direct units");
        given(OperationsScenario::raised, O02_TaskingAUnitTest::taken, O02_TaskingAUnitTest::proposed)
            .when(operations -> operations.approve(GOLD, TASK))
            .thenRefused("Gold sets parameters and objectives and does not direct units");
    }

    @Test
    void a_unit_answers_forward_only_and_only_its_own_task() {
        var scenario = given(OperationsScenario::raised, O02_TaskingAUnitTest::taken, O02_TaskingAUnitTest::proposed,
            O02_TaskingAUnitTest::approved)
            .when(operations -> operations.replied(UNIT, "CRS-3", TASK, UnitReply.RECEIVED, "")).then("task.received")
            .when(operations -> operations.replied(UNIT, "CRS-3", TASK, UnitReply.ACCEPTED, "")).then("task.accepted");
        scenario.when(operations -> operations.replied(UNIT, "CRS-3", TASK, UnitReply.RECEIVED, ""))
            .thenRefused("Nothing to answer any more");
        scenario.when(operations -> operations.replied(UNIT, "BF-1", TASK, UnitReply.DONE, ""))
            .thenRefused("Unknown task");
        scenario.when(operations -> operations.replied(UNIT, "CRS-3", TASK, UnitReply.DONE, "")).then("task.done");
    }

    @Test
    void a_unit_that_is_on_a_task_gets_no_second_one() {
        given(OperationsScenario::raised, O02_TaskingAUnitTest::taken, O02_TaskingAUnitTest::proposed,
            O02_TaskingAUnitTest::approved, O02_TaskingAUnitTest::proposed)
            .when(operations -> operations.approve(COMMAND, "2016-0001-T2"))
            .thenRefused("CRS 3 is still on task 2016-0001-T1: cancel that first or choose another unit");
    }

    @Test
    void a_cancelled_task_is_called_back() {
        var scenario = given(OperationsScenario::raised, O02_TaskingAUnitTest::taken, O02_TaskingAUnitTest::proposed,
            O02_TaskingAUnitTest::approved)
            .when(operations -> operations.cancel(COMMAND, TASK, "false alarm")).then("task.cancelled");
        assertThat(scenario.sent).containsExactly(TASK, "recall " + TASK);
    }

    @Test
    void an_incident_closes_only_when_its_tasks_have_ended_and_by_its_lead_or_command() {
        var scenario = given(OperationsScenario::raised, O02_TaskingAUnitTest::taken, O02_TaskingAUnitTest::proposed);
        scenario.when(operations -> operations.close(PAF, "2016-0001", "PREVENTED", ""))
            .thenRefused("Tasks are still open: 2016-0001-T1");
        scenario.when(operations -> operations.decline(COMMAND, TASK, "another unit is nearer")).then("task.declined");
        scenario.when(operations -> operations.close(BORDER_FORCE, "2016-0001", "PREVENTED", ""))
            .thenRefused("Only the lead, DESK-PAF-1, or operational command closes it");
        scenario.when(operations -> operations.close(PAF, "2016-0001", "PREVENTED", "")).then("incident.closed");
        scenario.when(operations -> operations.note(PAF, "2016-0001", "late")).thenRefused("The incident is closed");
    }

    @Test
    void only_gold_sets_the_parameters() {
        given().when(operations -> operations.setParameters(GOLD, "REINFORCED", "keep the quays clear"))
            .then("command.parameters");
        given().when(operations -> operations.setParameters(COMMAND, "REINFORCED", ""))
            .thenRefused("Only a gold commander sets the parameters");
        given().when(operations -> operations.setParameters(GOLD, "WAR", "")).thenRefused("Unknown posture");
    }
}
