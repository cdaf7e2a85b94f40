package org.entente.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/// Limits in working days: the day of the event is not counted, weekends and holidays are passed over.
class L03_WorkingDaysTest {

    private static final LocalDate FIRST = LocalDate.parse("2010-01-01");
    private static final LocalDate LAST = LocalDate.parse("2040-12-31");

    private final Holidays holidays = Holidays.computed();

    @Test
    void a_plain_week_counts_monday_to_friday() {
        assertThat(plus("2026-03-02", 5, "FR")).isEqualTo("2026-03-09");
        assertThat(plus("2026-03-06", 1, "FR")).isEqualTo("2026-03-09"); // from a Friday
        assertThat(plus("2026-03-07", 1, "FR")).isEqualTo("2026-03-09"); // from a Saturday
        assertThat(minus("2026-03-09", 5, "FR")).isEqualTo("2026-03-02");
    }

    @Test
    void easter_is_longer_in_england_than_in_france() {
        assertThat(plus("2026-04-02", 1, "FR")).isEqualTo("2026-04-03"); // Good Friday is worked
        assertThat(plus("2026-04-02", 1, "FR-ALM")).isEqualTo("2026-04-07");
        assertThat(plus("2026-04-02", 1, "GB")).isEqualTo("2026-04-07");
        assertThat(plus("2026-04-02", 1, "GB-SCT")).isEqualTo("2026-04-06"); // no Easter Monday
        assertThat(plus("2026-04-03", 1, "FR")).isEqualTo("2026-04-07");
        assertThat(minus("2026-04-07", 3, "GB")).isEqualTo("2026-03-31");
    }

    @Test
    void christmas_substitutes_and_the_new_year_are_passed_over() {
        assertThat(plus("2027-12-24", 1, "GB")).isEqualTo("2027-12-29"); // 27 and 28 stand for 25 and 26
        assertThat(plus("2027-12-24", 1, "FR")).isEqualTo("2027-12-27");
        assertThat(plus("2021-12-31", 1, "GB")).isEqualTo("2022-01-04");
        assertThat(plus("2021-12-31", 1, "GB-SCT")).isEqualTo("2022-01-05");
        assertThat(plus("2021-12-31", 1, "FR")).isEqualTo("2022-01-03");
        assertThat(minus("2022-01-05", 3, "GB-SCT")).isEqualTo("2021-12-29");
    }

    @Test
    void no_working_days_are_the_day_of_the_event() {
        assertThat(plus("2026-04-05", 0, "FR")).isEqualTo("2026-04-05");
        assertThat(minus("2026-04-05", 0, "FR")).isEqualTo("2026-04-05");
    }

    @Test
    void a_day_that_is_worked_stays_and_any_other_moves_to_the_next_that_is() {
        assertThat(onOrAfter("2026-05-13", "FR")).isEqualTo("2026-05-13");
        assertThat(onOrAfter("2026-05-14", "FR")).isEqualTo("2026-05-15"); // Ascension
        assertThat(onOrAfter("2026-05-23", "FR")).isEqualTo("2026-05-26"); // Saturday before Whit Monday
        assertThat(onOrAfter("2026-12-25", "GB")).isEqualTo("2026-12-29");
    }

    @Test
    void a_state_without_a_calendar_has_weekends_only_and_is_not_known() {
        assertThat(holidays.knows("DE")).isFalse();
        assertThat(holidays.knows("DE", 2026)).isFalse();
        assertThat(holidays.knows("FR", 2040)).isTrue();
        assertThat(holidays.isHoliday(LocalDate.parse("2026-12-25"), "DE")).isFalse();
        assertThat(holidays.isWorkingDay(LocalDate.parse("2026-12-25"), "DE")).isTrue();
        assertThat(plus("2026-12-24", 2, "DE")).isEqualTo("2026-12-28");
    }

    @Test
    void a_date_that_cannot_be_counted_with_its_holidays_is_an_error() {
        var outside = " is outside the calendars of holidays, 2010-01-01 to 2040-12-31";
        assertThatIllegalArgumentException().isThrownBy(() -> holidays.isWorkingDay(FIRST.minusDays(1), "FR"))
            .withMessage("2009-12-31" + outside);
        assertThatIllegalArgumentException().isThrownBy(() -> holidays.isHoliday(LAST.plusDays(1), "DE"))
            .withMessage("2041-01-01" + outside);
        assertThatIllegalArgumentException().isThrownBy(() -> plus("2040-12-31", 1, "FR"))
            .withMessage("2041-01-01" + outside);
        assertThatIllegalArgumentException().isThrownBy(() -> minus("2010-01-04", 1, "FR"))
            .withMessage("2009-12-31" + outside); // 1 January 2010 is a holiday
        assertThatIllegalArgumentException().isThrownBy(() -> plus("2026-01-05", -1, "FR"))
            .withMessage("a limit of -1 working days");
        assertThatNullPointerException().isThrownBy(() -> holidays.isWorkingDay(FIRST, null));
    }

    @Test
    void the_first_and_the_last_day_are_known() {
        assertThat(holidays.isHoliday(FIRST, "FR")).isTrue();
        assertThat(holidays.isWorkingDay(LAST, "GB")).isTrue(); // a Monday
        assertThat(plus("2040-12-28", 1, "GB")).isEqualTo(LAST);
    }

    @Test
    void every_day_is_a_weekend_a_holiday_or_a_working_day() {
        for (var state : List.of("FR", "FR-ALM", "GB", "GB-SCT", "GB-NIR", "DE")) {
            FIRST.datesUntil(LAST.plusDays(1)).forEach(day -> {
                boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
                assertThat(holidays.isWorkingDay(day, state)).as(day + " " + state)
                    .isEqualTo(!weekend && !holidays.isHoliday(day, state));
            });
        }
    }

    @Test
    void counting_forth_is_what_a_calendar_on_the_wall_gives_and_back_undoes_it() {
        for (int seed = 1; seed <= 5; seed++) {
            var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
            for (int i = 0; i < 400; i++) {
                var state = List.of("FR", "FR-ALM", "GB", "GB-SCT", "GB-NIR").get(random.nextInt(5));
                var event = holidays.onOrAfter(FIRST.plusDays(random.nextInt(11_000)), state);
                int days = random.nextInt(60);
                var end = holidays.plusWorkingDays(event, days, state);
                assertThat(event.plusDays(1).datesUntil(end.plusDays(1))
                    .filter(day -> holidays.isWorkingDay(day, state)).count()).as("seed " + seed).isEqualTo(days);
                assertThat(holidays.isWorkingDay(end, state)).isTrue();
                assertThat(holidays.minusWorkingDays(end, days, state)).as("seed " + seed).isEqualTo(event);
            }
        }
    }

    private LocalDate plus(String event, int days, String state) {
        return holidays.plusWorkingDays(LocalDate.parse(event), days, state);
    }

    private LocalDate minus(String event, int days, String state) {
        return holidays.minusWorkingDays(LocalDate.parse(event), days, state);
    }

    private LocalDate onOrAfter(String day, String state) {
        return holidays.onOrAfter(LocalDate.parse(day), state);
    }
}
