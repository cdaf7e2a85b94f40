package org.entente.law;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/// The public holidays and working days of each state from 2010 to 2040: France and the three parts of the United Kingdom
/// computed from the law, any other state by a given list. A working day (jour ouvré) is Monday to Friday without public
/// holidays; a state without a calendar has weekends only, and [#knows(String)] says so.
///
/// A state is a code of [Territory] or of a given list. Every method throws `IllegalArgumentException`, naming the day, for a
/// day outside 2010 to 2040 or a count that would lead there: better no date than one counted without its holidays.
///
/// Immutable and safe from any thread; the questions about one day allocate nothing.
public final class Holidays {

    /// The first year that is known.
    public static final int FIRST_YEAR = 2010;

    /// The last year that is known.
    public static final int LAST_YEAR = 2040;

    private static final String UNITED_KINGDOM = "UK";
    private static final HolidayCalendar WEEKENDS_ONLY = new HolidayCalendar(Map.of());

    private final Map<String, HolidayCalendar> calendars;

    private Holidays(Map<String, HolidayCalendar> calendars) {
        this.calendars = Map.copyOf(calendars); // looked up, never walked
    }

    /// The calendars of every [Territory], computed. Build it once and keep it: it takes some milliseconds.
    public static Holidays computed() {
        var calendars = new TreeMap<String, HolidayCalendar>();
        for (var territory : Territory.values()) {
            var calendar = calendar(switch (territory) {
                case FRANCE -> FrenchHolidays::metropolitan;
                case ALSACE_MOSELLE -> FrenchHolidays::alsaceMoselle;
                case ENGLAND_AND_WALES, SCOTLAND, NORTHERN_IRELAND -> year -> BritishHolidays.of(territory, year);
            });
            territory.codes().forEach(code -> calendars.put(code, calendar));
        }
        return new Holidays(calendars);
    }

    /// These holidays, with a given list in place of what was known for the code, in each year that occurs in the list; other
    /// years stay. `UK` replaces England and Wales, Scotland and Northern Ireland together, any other code of a [Territory] the
    /// list of that territory (`FR` leaves Alsace-Moselle as it is). A code of no territory (`BE`) gains a calendar that has
    /// weekends only in the years without a list. An empty list changes nothing.
    ///
    /// @throws IllegalArgumentException if the code is blank or a day lies outside 2010 to 2040
    public Holidays with(String code, Collection<LocalDate> days) {
        if (code.isBlank()) {
            throw new IllegalArgumentException("a list of holidays needs the code of a state");
        }
        days.forEach(HolidayCalendar::offset);
        if (days.isEmpty()) {
            return this;
        }
        var changed = new TreeMap<>(calendars);
        for (var replaced : replacedBy(code)) {
            var calendar = calendarOf(replaced.getFirst()).with(days);
            replaced.forEach(each -> changed.put(each, calendar));
        }
        return new Holidays(changed);
    }

    /// Whether a day is a public holiday; false for every day of a state without a calendar. In the United Kingdom a holiday
    /// that falls on a weekend is its substitute day and not the weekend day, as published; in France it is the day itself.
    public boolean isHoliday(LocalDate day, String state) {
        return calendarOf(state).isHoliday(HolidayCalendar.offset(day));
    }

    /// Whether a day is Monday to Friday and no public holiday of the state.
    public boolean isWorkingDay(LocalDate day, String state) {
        return calendarOf(state).isWorkingDay(HolidayCalendar.offset(day));
    }

    /// Whether there is a calendar for the state, in any year.
    public boolean knows(String state) {
        return calendars.containsKey(state);
    }

    /// Whether there is a list for the state in that year: always for a [Territory], for a given state in its given years.
    public boolean knows(String state, int year) {
        return calendarOf(state).hasList(year);
    }

    /// The holidays of a state in a year, in order of date; none for a state or year without a list.
    public List<Holiday> of(String state, int year) {
        HolidayCalendar.offset(LocalDate.of(year, 1, 1));
        return calendarOf(state).list(year);
    }

    /// The day on which a limit of so many working days ends. The day of the event is not counted (Reg. 1182/71 art. 3(1)); 0
    /// working days are the day of the event itself, working or not.
    public LocalDate plusWorkingDays(LocalDate event, int days, String state) {
        return walk(event, days, 1, calendarOf(state));
    }

    /// The last day that leaves so many working days up to the event, whose day is not counted; 0 are the day of the event.
    public LocalDate minusWorkingDays(LocalDate event, int days, String state) {
        return walk(event, days, -1, calendarOf(state));
    }

    /// The day itself if it is a working day, else the next one.
    public LocalDate onOrAfter(LocalDate day, String state) {
        int offset = HolidayCalendar.offset(day);
        int found = calendarOf(state).nextWorkingDay(offset, 1);
        return found == offset ? day : HolidayCalendar.day(found);
    }

    private static LocalDate walk(LocalDate event, int days, int step, HolidayCalendar calendar) {
        if (days < 0) {
            throw new IllegalArgumentException("a limit of " + days + " working days");
        }
        int at = HolidayCalendar.offset(event);
        for (int left = days; left > 0; left--) {
            at = calendar.nextWorkingDay(at + step, step);
        }
        return HolidayCalendar.day(at);
    }

    private HolidayCalendar calendarOf(String state) {
        return calendars.getOrDefault(state, WEEKENDS_ONLY);
    }

    private static List<List<String>> replacedBy(String code) {
        if (code.equals(UNITED_KINGDOM)) {
            return List.of(Territory.ENGLAND_AND_WALES.codes(), Territory.SCOTLAND.codes(),
                Territory.NORTHERN_IRELAND.codes());
        }
        return List.of(Territory.of(code).map(Territory::codes).orElse(List.of(code)));
    }

    private static HolidayCalendar calendar(IntFunction<List<Holiday>> yearly) {
        var years = new TreeMap<Integer, List<Holiday>>();
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            years.put(year, yearly.apply(year));
        }
        return new HolidayCalendar(years);
    }
}
