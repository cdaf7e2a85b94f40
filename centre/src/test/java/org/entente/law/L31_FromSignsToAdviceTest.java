package org.entente.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.law.Advice.Referral.NO_REFERRAL_FROM_THIS_LIST_ALONE;
import static org.entente.law.Advice.Referral.REFER_FOR_ASSESSMENT;
import static org.entente.law.Indicator.Dimension.COERCION_AT_DESTINATION;
import static org.entente.law.Indicator.Dimension.DECEPTIVE_RECRUITMENT;
import static org.entente.law.Indicator.Dimension.EXPLOITATION;
import static org.entente.law.Indicator.Dimension.RECRUITMENT_BY_ABUSE_OF_VULNERABILITY;
import static org.entente.law.IndicatorScenario.english;
import static org.entente.law.IndicatorScenario.seen;
import static org.entente.law.IndicatorSet.ADULT_LABOUR;
import static org.entente.law.IndicatorSet.CHILD_LABOUR;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.regex.Pattern;
import org.entente.law.Indicators.Observation;
import org.entente.law.Indicators.Screening;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What was seen becomes "refer for assessment" or "nothing from this list alone", and never a verdict.
class L31_FromSignsToAdviceTest {

    static final Pattern VERDICT = Pattern.compile(
        "(is|was|are|were) (not )?(a |the )?(victim|traffick)"
            + "|(est|était|sont) (pas )?(une |la )?victime|n’est pas victime",
        Pattern.CASE_INSENSITIVE);

    @Test
    void V07_two_strong_make_a_dimension_positive() {
        assertThat(refers(COERCION_AT_DESTINATION, 1, 0, 0)).isFalse();
        assertThat(refers(COERCION_AT_DESTINATION, 2, 0, 0)).isTrue();
    }

    @Test
    void V07_one_strong_and_one_medium_make_a_dimension_positive() {
        assertThat(refers(DECEPTIVE_RECRUITMENT, 0, 1, 0)).isFalse();
        assertThat(refers(DECEPTIVE_RECRUITMENT, 1, 1, 0)).isTrue();
    }

    @Test
    void V07_one_strong_and_one_weak_make_a_dimension_positive() {
        assertThat(refers(DECEPTIVE_RECRUITMENT, 0, 0, 1)).isFalse();
        assertThat(refers(DECEPTIVE_RECRUITMENT, 1, 0, 1)).isTrue();
    }

    @Test
    void V07_three_medium_make_a_dimension_positive() {
        assertThat(refers(RECRUITMENT_BY_ABUSE_OF_VULNERABILITY, 0, 2, 0)).isFalse();
        assertThat(refers(RECRUITMENT_BY_ABUSE_OF_VULNERABILITY, 0, 3, 0)).isTrue();
    }

    @Test
    void V07_two_medium_and_one_weak_make_a_dimension_positive() {
        assertThat(refers(RECRUITMENT_BY_ABUSE_OF_VULNERABILITY, 0, 1, 1)).isFalse();
        assertThat(refers(RECRUITMENT_BY_ABUSE_OF_VULNERABILITY, 0, 2, 1)).isTrue();
    }

    @Test
    void V07_one_medium_and_any_number_of_weak_do_not_make_a_dimension_positive() {
        assertThat(refers(RECRUITMENT_BY_ABUSE_OF_VULNERABILITY, 0, 1, 2)).isFalse();
        assertThat(Indicators.positive(0, 1, 20)).isFalse();
        assertThat(Indicators.positive(0, 0, 20)).isFalse();
    }

    /// Every combination of up to four of each, against the four smallest ones that the method names.
    @Test
    void V07_a_dimension_is_positive_exactly_when_it_covers_one_of_the_named_combinations() {
        var least = List.of(List.of(2, 0, 0), List.of(1, 1, 0), List.of(1, 0, 1), List.of(0, 3, 0), List.of(0, 2, 1));
        for (int seen = 0; seen < 125; seen++) {
            int strong = seen / 25;
            int medium = seen / 5 % 5;
            int weak = seen % 5;
            boolean covered = least.stream()
                .anyMatch(one -> strong >= one.get(0) && medium >= one.get(1) && weak >= one.get(2));
            assertThat(Indicators.positive(strong, medium, weak)).as("%d %d %d", strong, medium, weak)
                .isEqualTo(covered);
        }
    }

    @Test
    void V07_signs_of_two_dimensions_are_not_added_up() {
        var advice = Indicators.assess(seen(ADULT_LABOUR, "AL-DR01", "AL-CR01"));
        assertThat(advice.positive()).isEmpty();
        assertThat(advice.referral()).isEqualTo(NO_REFERRAL_FROM_THIS_LIST_ALONE);
    }

    @Test
    void V07_a_positive_dimension_names_the_signs_that_made_it() {
        var advice = Indicators.assess(seen(ADULT_LABOUR, "AL-CD04", "AL-CD01", "AL-DR02"));
        assertThat(advice.positive()).singleElement().satisfies(one -> {
            assertThat(one.dimension()).isEqualTo(COERCION_AT_DESTINATION);
            assertThat(one.by()).extracting(Indicator::id).containsExactly("AL-CD01", "AL-CD04");
        });
        assertThat(english(advice.lines()))
            .contains("Coercion at destination: positive (strong: 2, medium: 0, weak: 0).");
    }

    @Test
    void V07_what_was_denied_was_asked_and_what_was_left_out_was_not() {
        var advice = Indicators.assess(new Screening(ADULT_LABOUR,
            Map.of("AL-DR01", Observation.OBSERVED, "AL-DR02", Observation.NOT_OBSERVED, "AL-DR03",
                Observation.NOT_ASKED),
            false));
        assertThat(advice.neverAsked()).extracting(Indicator::id).hasSize(65).contains("AL-DR03")
            .doesNotContain("AL-DR01", "AL-DR02");
        assertThat(english(advice.lines()))
            .contains("Questions never asked: 65 of 67. What was not asked is not known.");
    }

    @Test
    void V07_a_word_that_is_not_in_the_list_is_not_taken() {
        assertThatThrownBy(() -> new Screening(ADULT_LABOUR, Map.of("CL-DR01", Observation.OBSERVED), false))
            .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Screening(ADULT_LABOUR, Map.of("Maria Doe", Observation.OBSERVED), false))
            .isInstanceOf(IllegalArgumentException.class).hasMessageNotContaining("Maria");
    }

    @Test
    void V06_an_exploited_child_is_referred_without_any_means_and_is_told_so() {
        var advice = Indicators.assess(seen(CHILD_LABOUR, EXPLOITATION, 1, 1, 0));
        assertThat(advice.referral()).isEqualTo(REFER_FOR_ASSESSMENT);
        assertThat(advice.lines()).contains(Advice.CHILD_NEEDS_NO_MEANS);
    }

    @Test
    void V06_an_exploited_adult_is_referred_too_and_the_assessment_looks_for_the_means() {
        var advice = Indicators.assess(seen(ADULT_LABOUR, EXPLOITATION, 1, 1, 0));
        assertThat(advice.referral()).isEqualTo(REFER_FOR_ASSESSMENT);
        assertThat(english(advice.lines())).contains("No means is shown yet; the assessment looks for it.");
        assertThat(advice.lines()).doesNotContain(Advice.CHILD_NEEDS_NO_MEANS);
    }

    @ParameterizedTest
    @EnumSource
    void V08_a_list_without_any_sign_closes_nothing_and_says_so(IndicatorSet list) {
        var advice = Indicators.assess(seen(list, List.of()));
        assertThat(advice.referral()).isEqualTo(NO_REFERRAL_FROM_THIS_LIST_ALONE);
        assertThat(advice.lines().getFirst().english()).contains("closes nothing");
        assertThat(advice.lines().getFirst().french()).contains("ne ferme rien");
        assertThat(advice.lines()).last().isEqualTo(Advice.OPEN_BY_HAND);
        assertThat(advice.lines()).contains(Indicators.source(list.certainty()));
    }

    @ParameterizedTest
    @EnumSource
    void V08_a_life_in_danger_is_the_first_line_whatever_the_list_says(IndicatorSet list) {
        var nothing = Indicators.assess(new Screening(list, Map.of(), true));
        var much = Indicators.assess(new Screening(list, all(list, Observation.OBSERVED), true));
        assertThat(nothing.lines().getFirst()).isEqualTo(Advice.LIFE_FIRST);
        assertThat(much.lines().getFirst()).isEqualTo(Advice.LIFE_FIRST);
        assertThat(much.positive()).hasSize(6);
        assertThat(Indicators.assess(seen(list, List.of())).lines()).doesNotContain(Advice.LIFE_FIRST);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20_150_820, 20_160_303})
    void V08_one_more_sign_never_takes_a_referral_back(long seed) {
        var chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int person = 0; person < 200; person++) {
            var list = IndicatorSet.values()[chance.nextInt(4)];
            var said = all(list, Observation.NOT_ASKED);
            said.replaceAll((id, nothing) -> anyOf(chance));
            var before = Indicators.assess(new Screening(list, said, false));
            said.put(list.indicators().get(chance.nextInt(list.indicators().size())).id(), Observation.OBSERVED);
            var after = Indicators.assess(new Screening(list, said, false));
            if (before.referral() == REFER_FOR_ASSESSMENT) {
                assertThat(after.referral()).isEqualTo(REFER_FOR_ASSESSMENT);
            }
            assertThat(after.positive()).extracting(Advice.PositiveDimension::dimension)
                .containsAll(before.positive().stream().map(Advice.PositiveDimension::dimension).toList());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20_150_820, 20_160_303})
    void V08_no_advice_is_a_verdict_and_each_line_is_said_twice(long seed) {
        var chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int person = 0; person < 200; person++) {
            var list = IndicatorSet.values()[chance.nextInt(4)];
            var said = all(list, Observation.NOT_ASKED);
            said.replaceAll((id, nothing) -> anyOf(chance));
            var screening = new Screening(list, said, chance.nextBoolean());
            var advice = Indicators.assess(screening);
            assertThat(advice).as("same input, same advice").isEqualTo(Indicators.assess(screening));
            assertThat(advice.lines()).allSatisfy(line -> {
                assertThat(line.english() + " " + line.french()).doesNotContainPattern(VERDICT);
                assertThat(line.french()).isNotBlank().isNotEqualTo(line.english());
            });
        }
    }

    private static Observation anyOf(RandomGenerator chance) {
        // mostly not seen, so that many advices stand at the boundary
        return chance.nextInt(12) == 0 ? Observation.OBSERVED : Observation.values()[1 + chance.nextInt(2)];
    }

    private static Map<String, Observation> all(IndicatorSet list, Observation observation) {
        var all = new LinkedHashMap<String, Observation>();
        list.indicators().forEach(one -> all.put(one.id(), observation));
        return all;
    }

    private static boolean refers(Indicator.Dimension dimension, int strong, int medium, int weak) {
        var advice = Indicators.assess(seen(ADULT_LABOUR, dimension, strong, medium, weak));
        assertThat(advice.referral() == REFER_FOR_ASSESSMENT).isEqualTo(!advice.positive().isEmpty());
        return advice.referral() == REFER_FOR_ASSESSMENT;
    }
}
