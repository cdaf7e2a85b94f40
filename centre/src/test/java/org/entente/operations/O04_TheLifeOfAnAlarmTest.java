package org.entente.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.operations.OperationsScenario.BORDER_FORCE;
import static org.entente.operations.OperationsScenario.COMMAND;
import static org.entente.operations.OperationsScenario.FENCE_ALARM;
import static org.entente.operations.OperationsScenario.GOLD;
import static org.entente.operations.OperationsScenario.PAF;
import static org.entente.operations.OperationsScenario.SIX;
import static org.entente.operations.OperationsScenario.WATER_ALARM;
import static org.entente.operations.OperationsScenario.given;
import static org.entente.operations.Verdict.Finding.ANIMAL;
import static org.entente.operations.Verdict.Finding.CONFIRMED;
import static org.entente.operations.Verdict.Finding.NOTHING_FOUND;
import static org.entente.operations.Verdict.Finding.WIND;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.entente.kernel.AgencyId;
import org.entente.kernel.Answer;
import org.entente.kernel.Marking;
import org.entente.kernel.StreamId;
import org.entente.operations.Alarm.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The life cycle of ISA-18.2: what befalls an alarm in every state, what is set aside and comes back, and what never is.
class O04_TheLifeOfAnAlarmTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final String GATE = "CAL-F-012";

    /// The table of the package's own words, field by field.
    private static final String TABLE = """
        RAISED       ACKNOWLEDGED  TAKEN   DISMISSED  SHELVED  -         RETURNED      -
        ACKNOWLEDGED -             TAKEN   DISMISSED  SHELVED  -         ACKNOWLEDGED  -
        RETURNED     ACKNOWLEDGED  TAKEN   DISMISSED  SHELVED  -         -             -
        SHELVED      -             TAKEN   DISMISSED  -        RAISED    SHELVED       RAISED
        SUPPRESSED   -             TAKEN   DISMISSED  -        -         SUPPRESSED    RAISED
        TAKEN        -             -       -          -        -         TAKEN         -
        DISMISSED    -             -       -          -        -         DISMISSED     -
        """;

    private static final Map<String, Consumer<OperationsScenario>> WISHES = wishes();

    private static Map<String, Consumer<OperationsScenario>> wishes() {
        var wishes = new LinkedHashMap<String, Consumer<OperationsScenario>>();
        wishes.put("acknowledge", scenario -> scenario.operations.acknowledge(PAF, FENCE_ALARM));
        wishes.put("take", scenario -> scenario.operations.take(PAF, FENCE_ALARM));
        wishes.put("dismiss", scenario -> scenario.operations.dismiss(PAF, FENCE_ALARM, "a fox", ANIMAL));
        wishes.put("shelve", scenario -> scenario.operations.shelve(PAF, FENCE_ALARM, "works", SIX.plus(HOUR)));
        wishes.put("unshelve", scenario -> scenario.operations.unshelve(PAF, FENCE_ALARM));
        wishes.put("returned", scenario -> scenario.operations.returned(FENCE_ALARM));
        wishes.put("time over", scenario -> scenario.after(HOUR));
        return wishes;
    }

    static Stream<Arguments> everyPair() {
        return TABLE.lines().flatMap(line -> {
            var fields = line.split("\\s+");
            var wishes = List.copyOf(WISHES.keySet());
            return Stream.iterate(0, i -> i < wishes.size(), i -> i + 1)
                .map(i -> Arguments.of(State.valueOf(fields[0]), wishes.get(i), fields[i + 1]));
        });
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @MethodSource("everyPair")
    void every_wish_in_every_state_does_what_the_table_says(State state, String wish, String then) {
        var scenario = in(state);
        long before = scenario.journal.head();
        WISHES.get(wish).accept(scenario);
        assertThat(scenario.alarm(FENCE_ALARM).state()).isEqualTo(then.equals("-") ? state : State.valueOf(then));
        if (then.equals("-")) {
            assertThat(scenario.journal.stream(new StreamId("alarm/" + FENCE_ALARM)))
                .as("a refused wish writes nothing").allMatch(entry -> entry.position() <= before);
        }
    }

    @Test
    void the_table_has_a_row_for_every_state() {
        assertThat(TABLE.lines().map(line -> State.valueOf(line.split(" ")[0])))
            .containsExactlyInAnyOrder(State.values());
    }

    private static OperationsScenario in(State state) {
        return switch (state) {
            case RAISED -> given(OperationsScenario::raised);
            case ACKNOWLEDGED -> given(OperationsScenario::raised, now -> now.acknowledge(PAF, FENCE_ALARM));
            case RETURNED -> given(OperationsScenario::raised, now -> now.returned(FENCE_ALARM));
            case SHELVED -> given(OperationsScenario::raised, O04_TheLifeOfAnAlarmTest::shelved);
            case SUPPRESSED -> given(O04_TheLifeOfAnAlarmTest::suppressed, OperationsScenario::raised);
            case TAKEN -> given(OperationsScenario::raised, now -> now.take(PAF, FENCE_ALARM));
            case DISMISSED -> given(OperationsScenario::raised, now -> now.dismiss(PAF, FENCE_ALARM, "a fox", ANIMAL));
        };
    }

    private static Answer shelved(Operations operations) {
        return operations.shelve(PAF, FENCE_ALARM, "works at gate 3", SIX.plus(HOUR));
    }

    private static Answer suppressed(Operations operations) {
        return operations.suppress(COMMAND, GATE, "", "works at gate 3", SIX.minus(HOUR), SIX.plus(HOUR));
    }

    @Test
    void who_acknowledged_it_and_when_is_known() {
        var scenario = in(State.ACKNOWLEDGED);
        assertThat(scenario.alarm(FENCE_ALARM).handling().acknowledged())
            .contains(new Handling.Seen("DESK-PAF-1", "paf.1", SIX));
        scenario.when(now -> now.acknowledge(BORDER_FORCE, FENCE_ALARM))
            .thenRefused("Already acknowledged by DESK-PAF-1");
    }

    @Test
    void a_shelved_alarm_has_an_owner_a_reason_and_an_end_and_comes_back_by_itself() {
        var scenario = in(State.SHELVED);
        assertThat(scenario.alarm(FENCE_ALARM).handling().shelf())
            .contains(new Handling.Shelf("DESK-PAF-1", "paf.1", "works at gate 3", SIX, SIX.plus(HOUR)));
        scenario.after(HOUR.minusMillis(1)).thenTheCentreWrites();
        scenario.after(Duration.ofMillis(1)).thenTheCentreWrites("alarm.unshelved");
        assertThat(scenario.alarm(FENCE_ALARM).handling().shelf()).isEmpty();
        scenario.after(HOUR).thenTheCentreWrites();
    }

    @Test
    void one_that_went_away_on_the_shelf_comes_back_returned() {
        var scenario = in(State.SHELVED);
        scenario.operations.returned(FENCE_ALARM);
        scenario.after(HOUR).thenTheCentreWrites("alarm.unshelved");
        assertThat(scenario.alarm(FENCE_ALARM).state()).isEqualTo(State.RETURNED);
    }

    @Test
    void a_shelf_is_for_eight_hours_at_most_and_with_a_reason() {
        var eight = SIX.plus(Duration.ofHours(8));
        given(OperationsScenario::raised).when(now -> now.shelve(PAF, FENCE_ALARM, "works", eight))
            .then("alarm.shelved");
        for (var wrong : List.of(eight.plusMillis(1), SIX, SIX.minus(HOUR))) {
            given(OperationsScenario::raised).when(now -> now.shelve(PAF, FENCE_ALARM, "works", wrong))
                .thenRefused("Say until when: at most 8 hours from now");
        }
        given(OperationsScenario::raised).when(now -> now.shelve(PAF, FENCE_ALARM, " ", eight))
            .thenRefused("Say why the alarm is shelved");
        given(OperationsScenario::raised).when(now -> now.shelve(GOLD, FENCE_ALARM, "works", eight))
            .thenRefused("Gold sets parameters and objectives and does not direct units");
    }

    @Test
    void an_alarm_under_a_suppression_is_recorded_and_comes_back_when_its_time_is_over() {
        var scenario = in(State.SUPPRESSED);
        assertThat(scenario.alarm(FENCE_ALARM).handling().suppression()).isEqualTo("S-0001");
        scenario.after(HOUR).thenTheCentreWrites("suppression.ended", "alarm.released");
        assertThat(scenario.alarm(FENCE_ALARM).state()).isEqualTo(State.RAISED);
    }

    @Test
    void one_that_went_away_under_a_suppression_stays_in_its_record() {
        var scenario = in(State.SUPPRESSED);
        scenario.operations.returned(FENCE_ALARM);
        scenario.after(HOUR).thenTheCentreWrites("suppression.ended");
        assertThat(scenario.alarm(FENCE_ALARM).state()).isEqualTo(State.SUPPRESSED);
    }

    @Test
    void a_lifted_suppression_gives_back_what_stands() {
        in(State.SUPPRESSED).when(now -> now.lift(COMMAND, "S-0001")).then("suppression.lifted", "alarm.released")
            .when(now -> now.lift(COMMAND, "S-0001")).thenRefused("The suppression is over already");
        given().when(now -> now.lift(COMMAND, "S-0007")).thenRefused("Unknown suppression");
    }

    @Test
    void a_stop_between_lifting_and_giving_back_is_mended_in_the_next_second() {
        var scenario = in(State.SUPPRESSED);
        var lifted = OperationsCodec.CODEC.draft(new OperationsEvent.OfSuppression.Lifted(),
            Marking.wholeCentre(new AgencyId("PAF")));
        scenario.journal.append(new StreamId("suppression/S-0001"), 1, COMMAND.actor(), SIX,
            List.of(lifted));
        var restarted = OperationsScenario.open(scenario.journal, new ArrayList<>());
        restarted.passTo(SIX);
        assertThat(restarted.read(board -> board.alarm(FENCE_ALARM)).orElseThrow().state()).isEqualTo(State.RAISED);
    }

    @Test
    void a_suppression_of_a_sensor_takes_its_alarms_and_no_others() {
        var scenario = given(
            now -> now.suppress(COMMAND, "", "CAL-FIB-012", "calibration", SIX.minus(HOUR), SIX.plus(HOUR)));
        scenario.operations.raise(OperationsScenario.raising("INTRUSION:CAL-F-012:1", "INTRUSION", false), marking());
        scenario.operations.raise(
            OperationsScenario.raising("INTRUSION:CAL-F-012:2", "INTRUSION", false).by(List.of("CAL-IR-3")), marking());
        assertThat(scenario.operations.read(Board::alarms)).extracting(Alarm::state)
            .containsExactly(State.SUPPRESSED, State.RAISED);
    }

    @Test
    void what_another_sensor_confirms_is_not_suppressed_with_the_first() {
        var scenario = given(
            now -> now.suppress(COMMAND, "", "CAL-FIB-012", "calibration", SIX.minus(HOUR), SIX.plus(HOUR)));
        scenario.operations.raise(OperationsScenario.raising("INTRUSION:CAL-F-012:3", "INTRUSION", false)
            .by(List.of("CAL-FIB-012", "CAL-RAD-001")), marking());
        assertThat(scenario.operations.read(Board::alarms)).extracting(Alarm::state).containsExactly(State.RAISED);
    }

    private static Marking marking() {
        return Marking.wholeCentre(new AgencyId("CENTRE"));
    }

    @Test
    void a_suppression_takes_nothing_from_before_it_began() {
        var scenario = given(now -> now.suppress(COMMAND, GATE, "", "works", SIX, SIX.plus(HOUR)),
            OperationsScenario::raised);
        assertThat(scenario.alarm(FENCE_ALARM).state()).isEqualTo(State.RAISED);
    }

    @Test
    void only_operational_command_suppresses_one_known_place_or_sensor_for_seven_days_at_most() {
        var week = SIX.plus(Duration.ofDays(7));
        given().when(now -> now.suppress(COMMAND, GATE, "", "works", SIX, week)).then("suppression.entered");
        given().when(now -> now.suppress(PAF, GATE, "", "works", SIX, week))
            .thenRefused("Suppression by design is decided by operational command");
        given().when(now -> now.suppress(GOLD, GATE, "", "works", SIX, week))
            .thenRefused("Gold sets parameters and objectives and does not direct units");
        for (var where : List.of(List.of("", ""), List.of("NOWHERE", ""), List.of("", "NONE"),
            List.of(GATE, "CAL-FIB-012"))) {
            given().when(now -> now.suppress(COMMAND, where.get(0), where.get(1), "works", SIX, week))
                .thenRefused("Say where: one place of the site plan, or one sensor");
        }
        for (var until : List.of(week.plusMillis(1), SIX)) {
            given().when(now -> now.suppress(COMMAND, GATE, "", "works", SIX, until))
                .thenRefused("Say from when until when: at most 7 days, not over already");
        }
        given().when(now -> now.suppress(COMMAND, GATE, "", "", SIX, week))
            .thenRefused("Say why alarms are suppressed there");
    }

    @Test
    void a_life_at_risk_is_never_set_aside() {
        for (var by : List.of(PAF, BORDER_FORCE, COMMAND)) {
            given(OperationsScenario::waterRaised).when(now -> now.shelve(by, WATER_ALARM, "a gull", SIX.plus(HOUR)))
                .thenRefused("A life may be at risk: such an alarm is never shelved");
        }
        var scenario = given(O04_TheLifeOfAnAlarmTest::suppressed, OperationsScenario::waterRaised);
        assertThat(scenario.alarm(WATER_ALARM).state()).isEqualTo(State.RAISED);
    }

    @Test
    void a_dismissal_and_an_outcome_leave_a_verdict_on_the_place_and_the_sensors() {
        var scenario = given(OperationsScenario::raised, OperationsScenario::waterRaised,
            now -> now.dismiss(PAF, FENCE_ALARM, "a storm", WIND), now -> now.take(PAF, WATER_ALARM),
            now -> now.close(PAF, "2016-0001", "NO_TRACE", ""));
        assertThat(scenario.operations.read(Board::verdicts)).containsExactly(
            new Verdict(FENCE_ALARM, GATE, List.of("CAL-FIB-012"), "INTRUSION", WIND, SIX, 3),
            new Verdict(WATER_ALARM, GATE, List.of("CAL-FIB-012"), "PERSON_IN_WATER", NOTHING_FOUND, SIX, 6));
        List<Verdict> later = scenario.operations.read(board -> board.verdictsAfter(3));
        assertThat(later).extracting(Verdict::alarm).containsExactly(WATER_ALARM);
        assertThat(scenario.alarm(WATER_ALARM).handling().verdict()).contains(NOTHING_FOUND);
    }

    @Test
    void what_was_confirmed_is_taken_and_not_dismissed() {
        given(OperationsScenario::raised).when(now -> now.dismiss(PAF, FENCE_ALARM, "real", CONFIRMED))
            .thenRefused("A confirmed alarm is taken, not dismissed");
        assertThat(Arrays.stream(Verdict.Finding.values()).filter(finding -> !finding.nuisance()))
            .containsExactly(CONFIRMED);
    }
}
