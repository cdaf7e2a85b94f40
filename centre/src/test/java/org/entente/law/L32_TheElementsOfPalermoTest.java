package org.entente.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.law.Advice.Referral.NO_REFERRAL_FROM_THIS_LIST_ALONE;
import static org.entente.law.Advice.Referral.REFER_FOR_ASSESSMENT;
import static org.entente.law.IndicatorScenario.english;
import static org.entente.law.PalermoElements.Age.ADULT;
import static org.entente.law.PalermoElements.Age.CHILD;
import static org.entente.law.PalermoElements.Known.DENIED;
import static org.entente.law.PalermoElements.Known.KNOWN;
import static org.entente.law.PalermoElements.Known.UNKNOWN;
import static org.entente.law.PalermoFinding.Element.ACT;
import static org.entente.law.PalermoFinding.Element.MEANS;
import static org.entente.law.PalermoFinding.Element.PURPOSE;

import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.entente.law.PalermoElements.Act;
import org.entente.law.PalermoElements.Age;
import org.entente.law.PalermoElements.Known;
import org.entente.law.PalermoElements.Means;
import org.entente.law.PalermoElements.Purpose;
import org.entente.law.PalermoFinding.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// An act, by a means, for a purpose: what is shown, what is missing, and what a child does not need.
class L32_TheElementsOfPalermoTest {

    private static final Map<Act, Known> DRIVEN = Map.of(Act.TRANSPORTATION, KNOWN);
    private static final Map<Means, Known> DECEIVED = Map.of(Means.DECEPTION, KNOWN);
    private static final Map<Purpose, Known> FORCED_TO_WORK = Map.of(Purpose.FORCED_LABOUR, KNOWN);

    @Test
    void V06_an_act_by_a_means_for_a_purpose_leaves_nothing_missing() {
        var finding = PalermoFinding.of(known(ADULT, DRIVEN, DECEIVED, FORCED_TO_WORK));
        assertThat(finding.referral()).isEqualTo(REFER_FOR_ASSESSMENT);
        assertThat(finding.readings()).singleElement().satisfies(reading -> {
            assertThat(reading.shown()).containsExactly(ACT, MEANS, PURPOSE);
            assertThat(reading.missing()).isEmpty();
        });
        assertThat(finding.lines().get(1).english()).isEqualTo("Read as an adult: act shown (transportation); "
            + "means shown (deception); purpose of exploitation shown (forced labour or services).");
        assertThat(finding.lines().get(1).french()).isEqualTo("Lu comme adulte : acte établi (transport) ; "
            + "moyen établi (tromperie) ; but d’exploitation établi (travail ou services forcés).");
    }

    @ParameterizedTest
    @EnumSource
    void V06_an_act_alone_is_only_a_journey_at_any_age(Age age) {
        var finding = PalermoFinding.of(known(age, DRIVEN, Map.of(), Map.of()));
        assertThat(finding.referral()).isEqualTo(NO_REFERRAL_FROM_THIS_LIST_ALONE);
        assertThat(finding.readings()).allSatisfy(reading -> assertThat(reading.missing()).contains(PURPOSE));
    }

    @ParameterizedTest
    @EnumSource
    void V06_any_one_means_is_enough_to_refer_before_anyone_was_exploited(Means means) {
        var finding = PalermoFinding.of(known(ADULT, DRIVEN, Map.of(means, KNOWN), Map.of()));
        assertThat(finding.referral()).isEqualTo(REFER_FOR_ASSESSMENT);
        assertThat(finding.readings().getFirst().missing()).containsExactly(PURPOSE);
        assertThat(finding.lines()).contains(Advice.CONSENT_DOES_NOT_COUNT);
    }

    @ParameterizedTest
    @EnumSource
    void V06_any_one_exploitation_is_enough_to_refer_while_a_means_is_still_to_ask(Purpose purpose) {
        var means = denied();
        means.put(Means.ABUSE_OF_POWER, UNKNOWN);
        var finding = PalermoFinding.of(known(ADULT, DRIVEN, means, Map.of(purpose, KNOWN)));
        assertThat(finding.referral()).isEqualTo(REFER_FOR_ASSESSMENT);
        assertThat(finding.readings().getFirst().states()).containsEntry(MEANS, State.TO_ASK);
    }

    @Test
    void V06_an_exploited_adult_who_denied_every_means_is_not_referred_from_this_alone() {
        var finding = PalermoFinding.of(known(ADULT, DRIVEN, denied(), FORCED_TO_WORK));
        assertThat(finding.referral()).isEqualTo(NO_REFERRAL_FROM_THIS_LIST_ALONE);
        assertThat(finding.readings().getFirst().states()).containsEntry(MEANS, State.DENIED);
        assertThat(finding.readings().getFirst().missing()).containsExactly(MEANS);
        assertThat(finding.lines()).last().isEqualTo(Advice.OPEN_BY_HAND);
    }

    @Test
    void V06_a_child_needs_no_means() {
        var finding = PalermoFinding.of(known(CHILD, DRIVEN, denied(), FORCED_TO_WORK));
        assertThat(finding.referral()).isEqualTo(REFER_FOR_ASSESSMENT);
        assertThat(finding.readings()).singleElement().satisfies(reading -> {
            assertThat(reading.states()).containsEntry(MEANS, State.NOT_NEEDED);
            assertThat(reading.missing()).isEmpty();
        });
        assertThat(finding.lines()).contains(Advice.CHILD_NEEDS_NO_MEANS);
    }

    @Test
    void V06_a_means_that_was_used_on_a_child_is_still_shown() {
        var finding = PalermoFinding.of(known(CHILD, DRIVEN, DECEIVED, Map.of()));
        assertThat(finding.readings().getFirst().shown()).containsExactly(ACT, MEANS);
        assertThat(finding.referral()).isEqualTo(REFER_FOR_ASSESSMENT);
    }

    @Test
    void V06_an_unknown_age_is_read_both_ways_and_acted_on_as_a_child() {
        var finding = PalermoFinding.of(known(Age.UNKNOWN, DRIVEN, denied(), FORCED_TO_WORK));
        assertThat(finding.readings()).extracting(PalermoFinding.Reading::as).containsExactly(CHILD, ADULT);
        assertThat(finding.readings()).extracting(PalermoFinding.Reading::referral)
            .containsExactly(REFER_FOR_ASSESSMENT, NO_REFERRAL_FROM_THIS_LIST_ALONE);
        assertThat(finding.referral()).isEqualTo(REFER_FOR_ASSESSMENT);
        assertThat(english(finding.lines()))
            .contains("The age is not known: both readings are given; act on that of a child.")
            .anyMatch(line -> line.startsWith("Read as a child: "))
            .anyMatch(line -> line.startsWith("Read as an adult: "));
    }

    @Test
    void V08_a_life_in_danger_is_the_first_line() {
        var finding = PalermoFinding
            .of(new PalermoElements(ADULT, Map.of(), Map.of(), Map.of(), UNKNOWN, true));
        assertThat(finding.lines().getFirst()).isEqualTo(Advice.LIFE_FIRST);
        assertThat(finding.lines().get(1).english()).contains("closes nothing");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20_150_820, 20_160_303})
    void V06_consent_changes_nothing(long seed) {
        var chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int person = 0; person < 200; person++) {
            var any = any(chance);
            for (var consent : Known.values()) {
                var other = new PalermoElements(any.age(), any.acts(), any.means(), any.purposes(), consent, false);
                assertThat(PalermoFinding.of(other)).isEqualTo(PalermoFinding.of(any));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20_150_820, 20_160_303})
    void V08_one_more_thing_known_never_takes_a_referral_back(long seed) {
        var chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int person = 0; person < 200; person++) {
            var before = any(chance);
            var acts = new EnumMap<>(before.acts());
            var means = new EnumMap<>(before.means());
            var purposes = new EnumMap<>(before.purposes());
            switch (chance.nextInt(3)) {
                case 0 -> acts.put(Act.values()[chance.nextInt(5)], KNOWN);
                case 1 -> means.put(Means.values()[chance.nextInt(9)], KNOWN);
                case 2 -> purposes.put(Purpose.values()[chance.nextInt(8)], KNOWN);
                default -> throw new AssertionError();
            }
            var after = new PalermoElements(before.age(), acts, means, purposes, before.consent(), false);
            if (PalermoFinding.of(before).referral() == REFER_FOR_ASSESSMENT) {
                assertThat(PalermoFinding.of(after).referral()).isEqualTo(REFER_FOR_ASSESSMENT);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20_150_820, 20_160_303})
    void V08_no_finding_is_a_verdict_and_a_child_is_never_referred_less_than_an_adult(long seed) {
        var chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int person = 0; person < 200; person++) {
            var any = any(chance);
            assertThat(PalermoFinding.of(any).lines()).allSatisfy(line -> {
                assertThat(line.english() + " " + line.french())
                    .doesNotContainPattern(L31_FromSignsToAdviceTest.VERDICT);
                assertThat(line.french()).isNotBlank().isNotEqualTo(line.english());
            });
            if (PalermoFinding.of(aged(ADULT, any)).referral() == REFER_FOR_ASSESSMENT) {
                assertThat(PalermoFinding.of(aged(CHILD, any)).referral()).isEqualTo(REFER_FOR_ASSESSMENT);
                assertThat(PalermoFinding.of(aged(Age.UNKNOWN, any)).referral()).isEqualTo(REFER_FOR_ASSESSMENT);
            }
        }
    }

    private static PalermoElements known(
        Age age, Map<Act, Known> acts, Map<Means, Known> means, Map<Purpose, Known> purposes) {
        return new PalermoElements(age, acts, means, purposes, UNKNOWN, false);
    }

    private static PalermoElements aged(Age age, PalermoElements known) {
        return known(age, known.acts(), known.means(), known.purposes());
    }

    private static EnumMap<Means, Known> denied() {
        var all = new EnumMap<Means, Known>(Means.class);
        for (var means : Means.values()) {
            all.put(means, DENIED);
        }
        return all;
    }

    /// Anything at all; half of the time every means is denied, where the readings of adult and child part.
    private static PalermoElements any(RandomGenerator chance) {
        var means = chance.nextBoolean() ? denied() : some(Means.class, chance);
        return new PalermoElements(Age.values()[chance.nextInt(3)], some(Act.class, chance), means,
            some(Purpose.class, chance), Known.values()[chance.nextInt(3)], false);
    }

    private static <E extends Enum<E>> EnumMap<E, Known> some(Class<E> kind, RandomGenerator chance) {
        var some = new EnumMap<E, Known>(kind);
        for (var one : kind.getEnumConstants()) {
            some.put(one, chance.nextInt(8) == 0 ? KNOWN : chance.nextBoolean() ? DENIED : UNKNOWN);
        }
        return some;
    }
}
