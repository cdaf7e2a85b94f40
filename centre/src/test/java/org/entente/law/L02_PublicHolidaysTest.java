package org.entente.law;

import static java.time.DayOfWeek.FRIDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.entente.law.Territory.ALSACE_MOSELLE;
import static org.entente.law.Territory.ENGLAND_AND_WALES;
import static org.entente.law.Territory.FRANCE;
import static org.entente.law.Territory.NORTHERN_IRELAND;
import static org.entente.law.Territory.SCOTLAND;

import java.time.LocalDate;
import java.util.List;
import org.entente.kernel.Text;
import org.junit.jupiter.api.Test;

/// The computed holidays are those that the states publish; sources and licences in `/law/SOURCES`.
class L02_PublicHolidaysTest {

    private final Holidays holidays = Holidays.computed();

    @Test
    void the_lists_of_gov_uk_and_data_gouv_fr_are_computed_to_the_day() {
        var published = HolidayList.ofResource("published.txt");
        assertThat(published).hasSize(17 + 18 + 3 * 17);
        published.forEach(list -> assertThat(days(list)).as(list.toString()).isEqualTo(list.days()));
    }

    @Test
    void an_independent_program_finds_the_same_days_to_2040() {
        var oracle = HolidayList.ofResource("oracle.txt");
        assertThat(oracle).hasSize(5 * 31);
        oracle.forEach(list -> assertThat(days(list)).as(list.toString()).isEqualTo(asPublished(list)));
    }

    @Test
    void the_lists_of_the_public_case_file_are_computed_to_the_day() {
        var lists = HolidayList.of("""
            FR 2015 01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25
            FR 2016 01-01 03-28 05-01 05-05 05-08 05-16 07-14 08-15 11-01 11-11 12-25
            FR 2026 01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25
            FR 2027 01-01 03-29 05-01 05-06 05-08 05-17 07-14 08-15 11-01 11-11 12-25
            UK 2015 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28
            UK 2016 01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27
            """);
        lists.forEach(list -> assertThat(days(list)).as(list.toString()).isEqualTo(list.days()));
    }

    @Test
    void a_british_holiday_of_a_weekend_is_kept_on_the_next_free_weekday() {
        assertThat(names("GB", 2022)).contains("2022-01-03 New Year's Day (substitute day)", "2022-12-26 Boxing Day",
            "2022-12-27 Christmas Day (substitute day)");
        assertThat(names("GB", 2021)).contains("2021-12-27 Christmas Day (substitute day)",
            "2021-12-28 Boxing Day (substitute day)");
        assertThat(names("GB-SCT", 2017)).contains("2017-01-02 2nd January",
            "2017-01-03 New Year's Day (substitute day)");
        assertThat(holidays.isHoliday(LocalDate.parse("2021-12-25"), "GB")).isFalse();
        assertThat(holidays.isWorkingDay(LocalDate.parse("2021-12-25"), "GB")).isFalse();
    }

    @Test
    void days_proclaimed_once_are_there_and_what_they_replaced_is_not() {
        assertThat(names("GB", 2011)).contains("2011-04-29 Wedding of Prince William and Catherine Middleton");
        assertThat(names("GB-NIR", 2012))
            .contains("2012-06-04 Spring bank holiday", "2012-06-05 Diamond Jubilee of Elizabeth II");
        assertThat(names("GB-SCT", 2020)).contains("2020-05-08 Early May bank holiday");
        assertThat(names("GB", 2022)).contains("2022-06-02 Spring bank holiday",
            "2022-06-03 Platinum Jubilee of Elizabeth II", "2022-09-19 State Funeral of Elizabeth II");
        assertThat(names("GB", 2023)).contains("2023-05-08 Coronation of Charles III");
        for (var moved : List.of("2012-05-28", "2020-05-04", "2022-05-30")) {
            for (var part : List.of("GB", "GB-SCT", "GB-NIR")) {
                assertThat(holidays.isWorkingDay(LocalDate.parse(moved), part)).as(moved + " " + part).isTrue();
            }
        }
    }

    @Test
    void the_world_cup_holiday_of_2026_binds_in_scotland_only() {
        var day = LocalDate.parse("2026-06-15");
        assertThat(holidays.isHoliday(day, "GB-SCT")).isTrue();
        assertThat(holidays.isHoliday(day, "GB")).isFalse();
        assertThat(holidays.isHoliday(day, "GB-NIR")).isFalse();
    }

    @Test
    void a_french_holiday_stays_on_its_day_and_whit_monday_is_one() {
        assertThat(holidays.of("FR", 2026).get(5)).isEqualTo(new Holiday(LocalDate.parse("2026-05-25"),
            new Text("Whit Monday", "Lundi de Pentecôte"), "Code du travail, art. L. 3133-1"));
        assertThat(holidays.isHoliday(LocalDate.parse("2026-08-15"), "FR")).isTrue(); // a Saturday
        assertThat(holidays.isWorkingDay(LocalDate.parse("2026-08-17"), "FR")).isTrue();
    }

    @Test
    void alsace_moselle_has_two_days_more_by_its_local_law() {
        var more = holidays.of("FR-ALM", 2026).stream().filter(day -> !holidays.isHoliday(day.day(), "FR")).toList();
        assertThat(more).extracting(day -> day.day() + " " + day.name().french() + ", " + day.basis()).containsExactly(
            "2026-04-03 Vendredi saint, Code du travail, art. L. 3134-13",
            "2026-12-26 Deuxième jour de Noël, Code du travail, art. L. 3134-13");
    }

    @Test
    void each_day_cites_what_makes_it_a_holiday() {
        assertThat(basis("GB", "2026-04-03")).isEqualTo("Common law; Bills of Exchange Act 1882, s. 92");
        assertThat(basis("GB-SCT", "2026-04-03")).isEqualTo("Banking and Financial Dealings Act 1971, Sch. 1");
        assertThat(basis("GB-SCT", "2024-12-02"))
            .isEqualTo("St Andrew's Day Bank Holiday (Scotland) Act 2007, s. 1");
        assertThat(basis("GB-NIR", "2026-07-13"))
            .isEqualTo("Banking and Financial Dealings Act 1971, s. 1 (substitute day)");
        assertThat(basis("GB", "2022-09-19"))
            .isEqualTo("Royal proclamation, Banking and Financial Dealings Act 1971, s. 1");
    }

    @Test
    void a_code_names_its_territory_and_britain_alone_is_england_and_wales() {
        assertThat(List.of("GB", "UK", "GB-EAW", "GB-ENG", "GB-WLS"))
            .allSatisfy(code -> assertThat(Territory.of(code)).contains(ENGLAND_AND_WALES));
        assertThat(List.of("FR-ALM", "FR-57", "FR-67", "FR-68", "FR-6AE"))
            .allSatisfy(code -> assertThat(Territory.of(code)).contains(ALSACE_MOSELLE));
        assertThat(Territory.of("FR")).contains(FRANCE);
        assertThat(Territory.of("GB-SCT")).contains(SCOTLAND);
        assertThat(Territory.of("GB-NIR")).contains(NORTHERN_IRELAND);
        assertThat(List.of("BE", "fr", "", "FR-971")).allSatisfy(code -> {
            assertThat(Territory.of(code)).isEmpty();
            assertThat(holidays.knows(code)).isFalse();
        });
    }

    @Test
    void a_year_outside_the_calendars_is_an_error_and_not_an_empty_list() {
        assertThat(holidays.of("BE", 2026)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> holidays.of("FR", 2041)).withMessage(
            "2041-01-01 is outside the calendars of holidays, 2010-01-01 to 2040-12-31");
    }

    private List<LocalDate> days(HolidayList list) {
        return holidays.of(list.code(), list.year()).stream().map(Holiday::day).toList();
    }

    private List<String> names(String state, int year) {
        return holidays.of(state, year).stream().map(day -> day.day() + " " + day.name().english()).toList();
    }

    private String basis(String state, String day) {
        return holidays.of(state, Integer.parseInt(day.substring(0, 4))).stream()
            .filter(holiday -> holiday.day().equals(LocalDate.parse(day))).findFirst().orElseThrow().basis();
    }

    /// The oracle lists a British weekend day beside its substitute; the states publish the substitute alone.
    private static List<LocalDate> asPublished(HolidayList list) {
        return list.days().stream()
            .filter(day -> list.code().startsWith("FR") || day.getDayOfWeek().compareTo(FRIDAY) <= 0).toList();
    }
}
