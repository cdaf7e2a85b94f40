package org.entente.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.fusion.FusionScenario.Being.ANIMAL;
import static org.entente.fusion.FusionScenario.Being.PERSON;
import static org.entente.fusion.FusionScenario.fibre;
import static org.entente.fusion.FusionScenario.radar;
import static org.entente.fusion.FusionScenario.thermal;
import static org.entente.fusion.FusionScenario.units;

import java.util.List;
import org.entente.fusion.Term.Code;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Who crosses the fence inward is raised once with every reason; who does not is not.
class T04_CrossingTheFenceTest {

    private static final double FENCE_AT = 200;

    static List<Long> seeds() {
        return FusionScenario.seeds();
    }

    /// A fence from west to east, outside in the north; a thermal camera, a radar, a fibre, and our units' own word.
    static FusionScenario site(long seed) {
        return new FusionScenario(seed).fence(0, FENCE_AT, 400, FENCE_AT).with(thermal(3, 3)).with(radar("R1"))
            .with(fibre(0.999)).with(units(), 0.3, 0.3).until(75);
    }

    static Term term(FusedAlarm alarm, Code code) {
        return alarm.terms().stream().filter(term -> term.code() == code).findFirst().orElseThrow();
    }

    static List<Code> codes(FusedAlarm alarm) {
        return alarm.terms().stream().map(Term::code).toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void somebody_who_climbs_in_is_raised_once_with_every_reason(long seed) {
        var night = site(seed).walks(PERSON, 150, 250, 0.2, -1.4);
        var raised = Played.of(night).raised();
        assertThat(raised).hasSize(1);
        var alarm = raised.getFirst();
        assertThat(alarm.at()).as("he crosses at 35.7").isBetween(32.0, 42.0);
        assertThat(alarm.x()).isBetween(145.0, 169.0);
        assertThat(alarm.y()).isEqualTo(FENCE_AT);
        assertThat(alarm.along()).isEqualTo(alarm.x());
        assertThat(codes(alarm)).startsWith(Code.PRIOR, Code.EXISTENCE, Code.CROSSING, Code.CLASS, Code.SPEED)
            .contains(Code.AGREEMENT).doesNotContain(Code.OWN_UNIT);
        assertThat(term(alarm, Code.CLASS).figures()[0]).as("person").isGreaterThan(0.8);
        assertThat(alarm.logOdds()).isEqualTo(alarm.terms().stream().mapToDouble(Term::value).sum())
            .isGreaterThanOrEqualTo(alarm.threshold());
        assertThat(alarm.grade()).isEqualTo(FusedAlarm.Grade.B);
        assertThat(alarm.used()).hasSizeGreaterThan(10).allMatch(used -> used.weight() > 0 && used.at() <= alarm.at());
        assertThat(alarm.sensors()).extracting(FusedAlarm.Witness::word)
            .containsOnly(FusedAlarm.Word.SAW_IT);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_fence_s_own_word_is_one_of_the_reasons_with_how_far_and_how_long_apart(long seed) {
        var alarm = Played.of(site(seed).walks(PERSON, 150, 250, 0.2, -1.4)).raised().getFirst();
        var fence = term(alarm, Code.FENCE);
        assertThat(fence.value()).isPositive();
        assertThat(fence.figures()[0]).as("reports").isEqualTo(1);
        assertThat(fence.figures()[1]).as("m").isLessThan(24);
        assertThat(fence.figures()[2]).as("s").isLessThan(5);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_fence_that_stays_silent_speaks_against_it_and_the_rest_is_enough(long seed) {
        var night = new FusionScenario(seed).fence(0, FENCE_AT, 400, FENCE_AT).with(thermal(3, 3)).with(radar("R1"))
            .withSilent(fibre(0.8)).walks(PERSON, 150, 250, 0.2, -1.4).until(75);
        var raised = Played.of(night).raised();
        assertThat(raised).hasSize(1);
        assertThat(term(raised.getFirst(), Code.FENCE_SILENT).value()).isNegative();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void who_walks_along_the_fence_outside_is_let_alone(long seed) {
        assertThat(Played.of(site(seed).walks(PERSON, 60, 212, 1.4, 0)).raised()).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void who_goes_out_is_let_alone(long seed) {
        assertThat(Played.of(site(seed).walks(PERSON, 150, 150, 0.2, 1.4)).raised()).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_unit_of_our_own_is_a_near_miss_that_says_so(long seed) {
        var played = Played.of(site(seed).patrols("U7", 150, 250, 0.2, -1.4));
        assertThat(played.raised()).isEmpty();
        assertThat(played.at(30)).anyMatch(track -> track.unit().equals("U7"));
        assertThat(played.nearMisses()).allSatisfy(miss -> {
            assertThat(codes(miss)).contains(Code.OWN_UNIT);
            assertThat(term(miss, Code.OWN_UNIT).value()).isLessThan(-10);
            assertThat(miss.logOdds()).isLessThan(miss.threshold());
        });
        assertThat(played.nearMisses()).hasSize(1);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void an_animal_is_known_by_its_class_and_pace_and_let_alone(long seed) {
        assertThat(Played.of(site(seed).walks(ANIMAL, 100, 260, 1.5, -3.5)).raised()).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_group_that_crosses_together_is_one_alarm(long seed) {
        var night = site(seed).walks(PERSON, 150, 250, 0.2, -1.4).walks(PERSON, 158, 251, 0.2, -1.4)
            .walks(PERSON, 166, 250, 0.2, -1.4);
        assertThat(Played.of(night).raised()).hasSize(1);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void two_far_apart_are_two_alarms(long seed) {
        var night = site(seed).walks(PERSON, 100, 250, 0.2, -1.4).walks(PERSON, 300, 250, 0.2, -1.4);
        assertThat(Played.of(night).raised()).hasSize(2).extracting(FusedAlarm::track).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void who_was_inside_from_the_beginning_is_no_intruder(long seed) {
        assertThat(Played.of(site(seed).walks(PERSON, 60, 190, 1.4, -0.1)).raised()).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_shaken_fence_with_nobody_near_raises_nothing(long seed) {
        var night = site(seed).walks(PERSON, 60, 300, 1.4, 0);
        var scans = new java.util.ArrayList<>(night.scans());
        for (int i = 0; i < 20; i++) {
            scans.add(new Scan(900_000 + i, 10 + 3 * i, 10 + 3 * i, 2, new long[]{900_000 + i},
                new double[]{20 * i}, new double[]{0}, new double[0], new String[0]));
        }
        assertThat(Played.of(night.setup(), FusionScenario.arrived(scans), 75).raised()).isEmpty();
    }
}
