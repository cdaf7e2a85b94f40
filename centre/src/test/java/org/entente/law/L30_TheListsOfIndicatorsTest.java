package org.entente.law;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.entente.law.Indicator.Dimension.ABUSE_OF_VULNERABILITY_AT_DESTINATION;
import static org.entente.law.Indicator.Dimension.COERCION_AT_DESTINATION;
import static org.entente.law.Indicator.Dimension.COERCIVE_RECRUITMENT;
import static org.entente.law.Indicator.Dimension.DECEPTIVE_RECRUITMENT;
import static org.entente.law.Indicator.Dimension.EXPLOITATION;
import static org.entente.law.Indicator.Dimension.RECRUITMENT_BY_ABUSE_OF_VULNERABILITY;
import static org.entente.law.IndicatorSet.ADULT_LABOUR;
import static org.entente.law.IndicatorSet.ADULT_SEXUAL;
import static org.entente.law.IndicatorSet.CHILD_LABOUR;
import static org.entente.law.IndicatorSet.CHILD_SEXUAL;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.entente.kernel.Text;
import org.entente.law.Indicator.Dimension;
import org.entente.law.Indicator.Strength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The four lists: how many indicators, how strong, in both languages, and where they were read.
class L30_TheListsOfIndicatorsTest {

    private static final Pattern ORIGIN = Pattern.compile(
        "national|ethni|race|racial|colour|couleur|origin|citizen|citoyen|birth|naissance|skin|peau",
        Pattern.CASE_INSENSITIVE);

    @Test
    void V07_the_adult_labour_list_has_its_published_counts() {
        assertThat(counts(ADULT_LABOUR)).isEqualTo(Map.of(DECEPTIVE_RECRUITMENT, 10L, COERCIVE_RECRUITMENT, 10L,
            RECRUITMENT_BY_ABUSE_OF_VULNERABILITY, 16L, EXPLOITATION, 9L, COERCION_AT_DESTINATION, 15L,
            ABUSE_OF_VULNERABILITY_AT_DESTINATION, 7L));
        assertThat(ADULT_LABOUR.indicators()).hasSize(67);
    }

    @Test
    void V07_the_child_labour_list_has_sixty_five_and_none_of_them_is_weak() {
        assertThat(CHILD_LABOUR.indicators()).hasSize(65)
            .noneMatch(one -> one.strength() == Strength.WEAK)
            .noneMatch(one -> one.text().english().startsWith("No social protection"))
            .noneMatch(one -> one.text().english().startsWith("False information about law"));
    }

    @Test
    void V07_an_adult_who_is_recruited_by_coercion_has_one_strong_indicator_and_it_is_violence() {
        assertThat(ADULT_LABOUR.indicators())
            .filteredOn(one -> one.dimension() == COERCIVE_RECRUITMENT && one.strength() == Strength.STRONG)
            .extracting(one -> one.text().english()).containsExactly("Violence on victims");
    }

    @Test
    void V07_debt_papers_and_confinement_weigh_more_at_destination_than_at_recruitment() {
        for (var sign : new String[]{"Debt bondage", "Confiscation of documents",
                "Isolation, confinement or surveillance"}) {
            assertThat(ADULT_LABOUR.indicators()).filteredOn(one -> one.text().english().equals(sign))
                .extracting(Indicator::dimension, Indicator::strength)
                .containsExactly(
                    tuple(COERCIVE_RECRUITMENT, Strength.MEDIUM),
                    tuple(COERCION_AT_DESTINATION, Strength.STRONG));
        }
    }

    @ParameterizedTest
    @EnumSource
    void V07_every_list_asks_about_all_six_dimensions_in_their_order(IndicatorSet list) {
        assertThat(counts(list)).containsOnlyKeys(Dimension.values());
        assertThat(list.indicators()).isSortedAccordingTo((a, b) -> a.dimension().compareTo(b.dimension()));
    }

    @ParameterizedTest
    @EnumSource
    void V07_no_two_indicators_of_a_list_have_one_id_and_no_two_of_a_dimension_one_wording(IndicatorSet list) {
        assertThat(list.indicators()).extracting(Indicator::id).doesNotHaveDuplicates();
        assertThat(list.indicators()).extracting(one -> one.dimension() + one.text().english()).doesNotHaveDuplicates();
        assertThat(list.indicators()).extracting(one -> one.dimension() + one.text().french()).doesNotHaveDuplicates();
    }

    @Test
    void V07_one_sign_has_one_number_in_all_lists() {
        for (var indicator : CHILD_LABOUR.indicators()) {
            var adult = IndicatorScenario.indicator(ADULT_LABOUR, "AL" + indicator.id().substring(2));
            assertThat(adult.text()).isEqualTo(indicator.text());
        }
    }

    @Test
    void V07_each_list_says_where_it_was_read_and_none_claims_the_published_text() {
        assertThat(ADULT_LABOUR.certainty()).isEqualTo(Certainty.SECONDARY);
        assertThat(CHILD_LABOUR.certainty()).isEqualTo(Certainty.SECONDARY);
        assertThat(ADULT_SEXUAL.certainty()).isEqualTo(Certainty.MEMORY);
        assertThat(CHILD_SEXUAL.certainty()).isEqualTo(Certainty.MEMORY);
    }

    /// In doubt the higher strength, so that an error refers a person too many.
    @Test
    void V07_a_sexual_list_from_memory_is_weaker_than_the_labour_list_only_where_it_was_read_to_be() {
        assertThat(weaker(ADULT_SEXUAL, ADULT_LABOUR)).containsExactly("AS-EX01");
        assertThat(weaker(CHILD_SEXUAL, CHILD_LABOUR)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void V08_no_indicator_asks_where_a_person_comes_from(IndicatorSet list) {
        assertThat(list.indicators()).extracting(Indicator::text)
            .allSatisfy((Text text) -> assertThat(text.english() + " " + text.french()).doesNotContainPattern(ORIGIN));
    }

    private static List<String> weaker(IndicatorSet list, IndicatorSet than) {
        var weaker = new ArrayList<String>();
        for (var other : than.indicators()) {
            var mine = list.indicators().stream()
                .filter(one -> one.id().substring(2).equals(other.id().substring(2))).findFirst();
            if (mine.isEmpty() || mine.get().strength().compareTo(other.strength()) > 0) {
                weaker.add(mine.map(Indicator::id).orElse("without " + other.id()));
            }
        }
        return weaker;
    }

    private static Map<Dimension, Long> counts(IndicatorSet list) {
        return list.indicators().stream().collect(groupingBy(Indicator::dimension, counting()));
    }
}
