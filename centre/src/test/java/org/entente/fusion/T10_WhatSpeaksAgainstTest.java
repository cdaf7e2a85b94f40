package org.entente.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.fusion.FusionScenario.Being.PERSON;
import static org.entente.fusion.FusionScenario.fibre;
import static org.entente.fusion.FusionScenario.radar;
import static org.entente.fusion.FusionScenario.thermal;
import static org.entente.fusion.T04_CrossingTheFenceTest.codes;
import static org.entente.fusion.T04_CrossingTheFenceTest.site;
import static org.entente.fusion.T04_CrossingTheFenceTest.term;

import java.util.List;
import org.entente.fusion.Term.Code;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What speaks against a crossing does so as long as it is true, and no longer; and a group is one alarm.
class T10_WhatSpeaksAgainstTest {

    private static final double DAY = 86_400;

    static List<Long> seeds() {
        return FusionScenario.seeds();
    }

    private static FusionScenario climber(long seed) {
        return site(seed).walks(PERSON, 150, 250, 0.2, -1.4);
    }

    private static Fusion fusion(FusionScenario night) {
        return new Fusion(night.setup(), Parameters.defaults());
    }

    private static FusedAlarm raised(FusionScenario night, Fusion fusion) {
        var raised = Played.goingOn(fusion, night.scans(), 0, night.end()).raised();
        assertThat(raised).hasSize(1);
        return raised.getFirst();
    }

    // ---- what officers found before ----

    private static FusedAlarm afterVerdicts(long seed, double daysAgo) {
        var night = climber(seed);
        var fusion = fusion(night);
        for (int i = 0; i < 12; i++) {
            fusion.verdict(-daysAgo * DAY, 100, 199, true);
        }
        return raised(night, fusion);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nuisance_found_here_fades_by_half_a_month_and_is_forgotten_after_half_a_year(long seed) {
        var now = term(afterVerdicts(seed, 0), Code.VERDICTS);
        assertThat(now.value()).isEqualTo(-1.5);
        assertThat(now.figures()).containsExactly(12, 12);
        var then = term(afterVerdicts(seed, 61), Code.VERDICTS);
        assertThat(then.figures()).as("halved twice").containsExactly(3, 3);
        assertThat(then.value()).isEqualTo(StrictMath.log(1 / 4.0));
        assertThat(codes(afterVerdicts(seed, 180))).doesNotContain(Code.VERDICTS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_is_found_now_outweighs_twice_as_many_from_before(long seed) {
        var night = climber(seed);
        var fusion = fusion(night);
        for (int i = 0; i < 60; i++) {
            fusion.verdict(0, 100, 199, i < 40);
        }
        assertThat(term(raised(night, fusion), Code.VERDICTS).value()).isPositive();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_was_found_elsewhere_says_nothing_here(long seed) {
        var night = climber(seed);
        var fusion = fusion(night);
        fusion.verdict(0, 0, 99, true);
        fusion.verdict(0, 250, 400, true);
        assertThat(codes(raised(night, fusion))).doesNotContain(Code.VERDICTS);
    }

    // ---- the fence's silence ----

    private static FusionScenario silentFence(long seed) {
        return new FusionScenario(seed).fence(0, 200, 400, 200).with(thermal(3, 3)).with(radar("R1"))
            .withSilent(fibre(0.8)).walks(PERSON, 150, 250, 0.2, -1.4).until(75);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_silence_of_a_stretch_that_cannot_speak_is_no_reason(long seed) {
        var night = silentFence(seed);
        var fusion = fusion(night);
        fusion.hears(100, 199, false);
        assertThat(codes(raised(night, fusion))).doesNotContain(Code.FENCE_SILENT, Code.FENCE);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_silence_of_one_that_can_is_also_when_its_neighbour_or_itself_once_could_not(long seed) {
        var night = silentFence(seed);
        var fusion = fusion(night);
        fusion.hears(0, 399, false);
        fusion.hears(100, 199, true);
        assertThat(term(raised(night, fusion), Code.FENCE_SILENT).value()).isNegative();
    }

    // ---- our own units ----

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_unit_that_has_not_said_for_ten_seconds_where_it_is_keeps_nothing_back(long seed) {
        var night = site(seed).patrols("U7", 150, 250, 0.2, -1.4);
        var scans = night.scans().stream().filter(scan -> scan.units.length == 0 || scan.at < 25).toList();
        var raised = Played.of(night.setup(), scans, night.end()).raised();
        assertThat(raised).as("crosses at 35.7").hasSize(1);
        assertThat(codes(raised.getFirst())).doesNotContain(Code.OWN_UNIT);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_unit_that_says_so_every_fifteen_seconds_is_ours_in_between(long seed) {
        var slow = new SensorModel("G1", SensorModel.Kind.GPS, 0, 0, 3, 0, 0, 15, 0.97, 0, 0, 0, FusionScenario.FIELD);
        var night = new FusionScenario(seed).fence(0, 200, 400, 200).with(thermal(3, 3)).with(radar("R1"))
            .with(fibre(0.999)).with(slow).patrols("U7", 150, 259, 0.2, -1.4).until(75);
        var played = Played.of(night);
        assertThat(played.raised()).as("crosses at 42.1, fixes at 30.4 and 45.4").isEmpty();
        assertThat(played.nearMisses()).isNotEmpty()
            .allSatisfy(miss -> assertThat(codes(miss)).contains(Code.OWN_UNIT));
    }

    // ---- groups ----

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void eight_who_cross_within_a_few_steps_of_each_other_are_one_alarm(long seed) {
        var night = site(seed);
        for (int i = 0; i < 8; i++) {
            night.walks(PERSON, 150 + 7 * (i % 4), 250 + 8 * (i / 4), 0, -1.4);
        }
        assertThat(Played.of(night).raised()).hasSize(1);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void who_follows_in_their_steps_later_is_another(long seed) {
        var night = site(seed).walks(PERSON, 150, 250, 0, -1.4).walks(PERSON, 150, 290, 0, -1.4);
        assertThat(Played.of(night).raised()).as("28 s apart").hasSize(2);
    }
}
