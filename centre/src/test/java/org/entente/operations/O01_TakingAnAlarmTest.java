package org.entente.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.operations.OperationsScenario.BORDER_FORCE;
import static org.entente.operations.OperationsScenario.COMMAND;
import static org.entente.operations.OperationsScenario.FENCE_ALARM;
import static org.entente.operations.OperationsScenario.GOLD;
import static org.entente.operations.OperationsScenario.PAF;
import static org.entente.operations.OperationsScenario.WATER_ALARM;
import static org.entente.operations.OperationsScenario.given;
import static org.entente.operations.Verdict.Finding.ANIMAL;

import java.util.ArrayList;
import java.util.List;
import org.entente.journal.Draft;
import org.entente.kernel.AgencyId;
import org.entente.kernel.Marking;
import org.entente.kernel.StreamId;
import org.junit.jupiter.api.Test;

/// An alarm becomes an incident that one desk leads, or is dismissed with a reason.
class O01_TakingAnAlarmTest {

    @Test
    void the_desk_that_takes_an_alarm_leads_the_incident_it_opens() {
        var scenario = given(OperationsScenario::raised).when(operations -> operations.take(PAF, FENCE_ALARM))
            .then("alarm.taken", "incident.opened");
        var incident = scenario.operations.read(board -> board.incident("2016-0001")).orElseThrow();
        assertThat(incident.lead()).isEqualTo("DESK-PAF-1");
        assertThat(incident.alarms()).containsExactly(FENCE_ALARM);
    }

    @Test
    void a_second_desk_is_refused_and_told_who_took_it() {
        given(OperationsScenario::raised, operations -> operations.take(PAF, FENCE_ALARM))
            .when(operations -> operations.take(BORDER_FORCE, FENCE_ALARM))
            .thenRefused("Already taken by DESK-PAF-1, incident 2016-0001");
    }

    @Test
    void the_same_alarm_raised_again_after_a_restart_is_the_same_alarm() {
        var scenario = given(OperationsScenario::raised).when(OperationsScenario::raised).then();
        assertThat(scenario.operations.read(Board::alarms)).hasSize(1);
    }

    @Test
    void a_life_at_risk_is_never_dismissed() {
        given(OperationsScenario::waterRaised)
            .when(operations -> operations.dismiss(PAF, WATER_ALARM, "a gull", ANIMAL))
            .thenRefused("A life may be at risk: take the alarm, and close its incident with what was found");
    }

    @Test
    void another_alarm_is_dismissed_with_a_reason_only() {
        given(OperationsScenario::raised).when(operations -> operations.dismiss(PAF, FENCE_ALARM, " ", ANIMAL))
            .thenRefused("Say why the alarm is dismissed");
        given(OperationsScenario::raised).when(operations -> operations.dismiss(PAF, FENCE_ALARM, "a fox", ANIMAL))
            .then("alarm.dismissed");
    }

    @Test
    void an_alarm_whose_cause_went_away_still_waits_for_an_officer() {
        var scenario = given(OperationsScenario::raised).when(operations -> operations.returned(FENCE_ALARM))
            .then("alarm.returned");
        assertThat(scenario.operations.read(board -> board.alarm(FENCE_ALARM)).orElseThrow().state())
            .isEqualTo(Alarm.State.RETURNED);
        scenario.when(operations -> operations.take(PAF, FENCE_ALARM)).then("alarm.taken", "incident.opened");
    }

    @Test
    void gold_takes_no_alarm() {
        given(OperationsScenario::raised).when(operations -> operations.take(GOLD, FENCE_ALARM))
            .thenRefused("Gold sets parameters and objectives and does not direct units");
    }

    @Test
    void a_stop_between_taking_and_opening_is_mended_at_the_next_start() {
        var scenario = given(OperationsScenario::raised);
        var taken = OperationsCodec.CODEC.draft(new OperationsEvent.OfAlarm.Taken("2016-0001"),
            Marking.wholeCentre(new AgencyId("CENTRE")));
        scenario.journal.append(new StreamId("alarm/" + FENCE_ALARM), 1, PAF.actor(),
            java.time.Instant.parse("2016-03-03T06:00:00Z"), List.<Draft>of(taken));
        var restarted = OperationsScenario.open(scenario.journal, new ArrayList<>());
        assertThat(restarted.read(board -> board.incident("2016-0001")).orElseThrow().lead()).isEqualTo("DESK-PAF-1");
    }

    @Test
    void an_incident_by_voice_needs_a_kind_a_place_and_words() {
        given().when(operations -> operations.report(PAF, "CHILD_ALONE", java.util.Optional.of("CAL-F-012"),
            java.util.Optional.empty(), "a child alone at gate 3")).then("incident.opened");
        given()
            .when(operations -> operations.report(PAF, "CHILD_ALONE", java.util.Optional.empty(),
                java.util.Optional.empty(), "a child"))
            .thenRefused("Say where: a place of the site plan or a position");
        given().when(operations -> operations.report(PAF, "EARTHQUAKE", java.util.Optional.of("CAL-F-012"),
            java.util.Optional.empty(), "a child")).thenRefused("Unknown kind of incident");
        given().when(operations -> operations.report(COMMAND, "CHILD_ALONE", java.util.Optional.of("CAL-F-012"),
            java.util.Optional.empty(), "")).thenRefused("Say what was reported");
    }
}
