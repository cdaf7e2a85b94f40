package org.entente.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.entente.kernel.Text;
import org.junit.jupiter.api.Test;

/// What a configuration or a case file gives replaces what was computed, year by year.
class L04_GivenHolidaysTest {

    private final Holidays computed = Holidays.computed();

    @Test
    void a_given_list_replaces_its_years_and_leaves_the_others() {
        var given = computed.with("FR", days("2026-05-14", "2026-03-02"));
        assertThat(given.of("FR", 2026)).containsExactly(
            new Holiday(LocalDate.parse("2026-03-02"), new Text("Public holiday", "Jour férié"), "configuration"),
            new Holiday(LocalDate.parse("2026-05-14"), new Text("Ascension Day", "Ascension"),
                "Code du travail, art. L. 3133-1"));
        assertThat(given.isWorkingDay(LocalDate.parse("2026-12-25"), "FR")).isTrue();
        assertThat(given.isWorkingDay(LocalDate.parse("2026-03-02"), "FR")).isFalse();
        assertThat(given.of("FR", 2027)).isEqualTo(computed.of("FR", 2027));
        assertThat(given.of("FR-ALM", 2026)).isEqualTo(computed.of("FR-ALM", 2026));
    }

    @Test
    void the_computed_holidays_stay_as_they_were() {
        computed.with("FR", days("2026-03-02"));
        assertThat(computed.isWorkingDay(LocalDate.parse("2026-03-02"), "FR")).isTrue();
        assertThat(computed.with("FR", List.of())).isSameAs(computed);
    }

    @Test
    void a_list_for_the_united_kingdom_replaces_its_three_parts() {
        var given = computed.with("UK", days("2026-03-02"));
        for (var code : List.of("UK", "GB", "GB-EAW", "GB-ENG", "GB-WLS", "GB-SCT", "GB-NIR")) {
            assertThat(given.of(code, 2026)).as(code).extracting(Holiday::day)
                .containsExactly(LocalDate.parse("2026-03-02"));
            assertThat(given.of(code, 2025)).as(code).isEqualTo(computed.of(code, 2025));
        }
    }

    @Test
    void a_list_for_one_part_is_known_by_every_code_of_that_part_only() {
        var given = computed.with("GB", days("2026-03-02"));
        assertThat(given.isHoliday(LocalDate.parse("2026-03-02"), "GB-WLS")).isTrue();
        assertThat(given.isHoliday(LocalDate.parse("2026-03-02"), "GB-SCT")).isFalse();
        assertThat(given.isHoliday(LocalDate.parse("2026-11-30"), "GB-SCT")).isTrue();
    }

    @Test
    void a_state_without_a_computed_calendar_gains_one_in_the_given_years() {
        var given = computed.with("BE", days("2026-07-21", "2026-07-21"));
        assertThat(given.knows("BE")).isTrue();
        assertThat(given.knows("BE", 2026)).isTrue();
        assertThat(given.knows("BE", 2027)).isFalse();
        assertThat(given.knows("DE")).isFalse();
        assertThat(given.of("BE", 2026)).hasSize(1);
        assertThat(given.plusWorkingDays(LocalDate.parse("2026-07-20"), 1, "BE")).isEqualTo("2026-07-22");
    }

    @Test
    void later_lists_add_their_years() {
        var given = computed.with("BE", days("2026-07-21")).with("BE", days("2027-07-21"))
            .with("BE", days("2026-11-11"));
        assertThat(given.of("BE", 2026)).extracting(Holiday::day).containsExactly(LocalDate.parse("2026-11-11"));
        assertThat(given.of("BE", 2027)).extracting(Holiday::day).containsExactly(LocalDate.parse("2027-07-21"));
    }

    @Test
    void a_day_outside_the_calendars_is_named() {
        assertThatIllegalArgumentException().isThrownBy(() -> computed.with("FR", days("2026-05-01", "2041-05-01")))
            .withMessage("2041-05-01 is outside the calendars of holidays, 2010-01-01 to 2040-12-31");
        assertThatIllegalArgumentException().isThrownBy(() -> computed.with(" ", days("2026-05-01")))
            .withMessage("a list of holidays needs the code of a state");
    }

    private static List<LocalDate> days(String... days) {
        return Stream.of(days).map(LocalDate::parse).toList();
    }
}
