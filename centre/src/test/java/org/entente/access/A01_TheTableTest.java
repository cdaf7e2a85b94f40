package org.entente.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.AccessScenario.TABLE;
import static org.entente.access.AccessScenario.at;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.entente.kernel.Purpose;
import org.junit.jupiter.api.Test;

/// Who may do what, read from one table.
class A01_TheTableTest {

    private static final Set<Role> ENFORCEMENT = EnumSet.complementOf(EnumSet.of(Role.SAFEGUARDING));

    @Test
    void every_action_is_open_to_somebody_and_stands_behind_a_door() {
        assertThat(Action.values()).allSatisfy(action -> {
            assertThat(EnumSet.allOf(Role.class)).as(action.name()).anyMatch(role -> somePurpose(action, role));
            assertThat(TABLE.doorsOfTheCentre()).as(action.name())
                .anyMatch(door -> door.action().filter(action::equals).isPresent());
        });
    }

    @Test
    void an_unknown_door_does_not_open() {
        assertThat(TABLE.door("GET", "/api/everything", Set.of())).isEmpty();
        assertThat(TABLE.door("DELETE", "/api/incidents/2026-0001", Set.of())).isEmpty();
        assertThat(TABLE.door("GET", "/api/incidents/", Set.of())).isEmpty();
        assertThat(TABLE.door("GET", "/api/incidents/a/b/c", Set.of())).isEmpty();
    }

    @Test
    void a_past_moment_is_another_door_than_the_present() {
        assertThat(TABLE.door("GET", "/api/picture", Set.of("at"))).map(door -> door.action().orElseThrow())
            .contains(Action.REPLAY);
        assertThat(TABLE.door("HEAD", "/api/picture", Set.of())).map(door -> door.action().orElseThrow())
            .contains(Action.SEE_PICTURE);
    }

    @Test
    void a_french_command_approves_a_task_and_a_british_one_is_told_why_not() {
        assertThat(TABLE.refusal(at(AccessScenario.COMMAND_FR), Action.APPROVE_TASK)).isEmpty();
        assertThat(TABLE.refusal(at(AccessScenario.COMMAND_GB), Action.APPROVE_TASK)).get()
            .satisfies(why -> assertThat(why.french()).contains("commandement opérationnel"));
        assertThat(new AccessTable("GB").refusal(at(AccessScenario.COMMAND_GB), Action.APPROVE_TASK)).isEmpty();
    }

    @Test
    void gold_sets_parameters_and_cannot_task() {
        assertThat(TABLE.may(at(AccessScenario.GOLD))).contains(Action.SET_PARAMETERS, Action.SEE_PICTURE)
            .doesNotContain(Action.PROPOSE_TASK, Action.APPROVE_TASK, Action.TAKE_ALARM);
    }

    @Test
    void only_safeguarding_for_its_purpose_works_on_concerns() {
        for (var action : new Action[]{Action.WORK_CONCERNS, Action.ERASE_SUBJECT}) {
            for (var purpose : Purpose.values()) {
                assertThat(ENFORCEMENT).noneMatch(role -> TABLE.allows(action, role, purpose, "FR"));
                assertThat(TABLE.allows(action, Role.SAFEGUARDING, purpose, "FR"))
                    .isEqualTo(purpose == Purpose.SAFEGUARDING);
            }
        }
    }

    @Test
    void only_an_auditor_reads_the_audit() {
        for (var role : Role.values()) {
            assertThat(TABLE.allows(Action.READ_AUDIT, role, Purpose.AUDIT, "FR")).isEqualTo(role == Role.AUDITOR);
        }
    }

    private static boolean somePurpose(Action action, Role role) {
        return Arrays.stream(Purpose.values()).anyMatch(purpose -> TABLE.allows(action, role, purpose, "FR"));
    }
}
