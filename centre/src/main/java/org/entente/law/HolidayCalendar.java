package org.entente.law;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entente.kernel.Text;

/// The holidays of one state from 2010 to 2040, one bit a day, so that a question costs one shift and one mask. Immutable.
final class HolidayCalendar {

    static final LocalDate FIRST = LocalDate.of(Holidays.FIRST_YEAR, 1, 1);
    static final LocalDate LAST = LocalDate.of(Holidays.LAST_YEAR, 12, 31);

    private static final long FIRST_DAY = FIRST.toEpochDay();
    private static final int DAYS = (int) (LAST.toEpochDay() - FIRST_DAY + 1);
    private static final Text GIVEN = new Text("Public holiday", "Jour férié");

    private final Map<Integer, List<Holiday>> years;
    private final long[] holidays = new long[(DAYS + 63) / 64];
    private final long[] working = new long[(DAYS + 63) / 64];

    /// A calendar of these lists, each of one year; a year without a list has weekends only.
    HolidayCalendar(Map<Integer, List<Holiday>> years) {
        this.years = new TreeMap<>(years);
        years.values().forEach(year -> year.forEach(holiday -> set(holidays, offset(holiday.day()))));
        for (int i = 0; i < DAYS; i++) {
            boolean weekday = FIRST.plusDays(i).getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
            if (weekday && !isHoliday(i)) {
                set(working, i);
            }
        }
    }

    /// This calendar, with the given days in place of its own list in every year in which at least one of them falls. A given
    /// day that this calendar knows keeps its name.
    HolidayCalendar with(Collection<LocalDate> days) {
        var changed = new TreeMap<Integer, List<Holiday>>();
        for (var day : new TreeSet<>(days)) {
            changed.computeIfAbsent(day.getYear(), _ -> new ArrayList<>()).add(known(day));
        }
        var all = new TreeMap<>(years);
        changed.forEach((year, list) -> all.put(year, List.copyOf(list)));
        return new HolidayCalendar(all);
    }

    /// The place of a day in every calendar, 0 for the first of all.
    ///
    /// @throws IllegalArgumentException outside 2010 to 2040
    static int offset(LocalDate day) {
        long offset = day.toEpochDay() - FIRST_DAY;
        if (offset < 0 || offset >= DAYS) {
            throw outside(day);
        }
        return (int) offset;
    }

    static LocalDate day(int offset) {
        return LocalDate.ofEpochDay(FIRST_DAY + offset);
    }

    boolean isHoliday(int offset) {
        return (holidays[offset >> 6] >>> offset & 1) != 0;
    }

    boolean isWorkingDay(int offset) {
        return (working[offset >> 6] >>> offset & 1) != 0;
    }

    /// The first working day at this offset or beyond it, seen in steps of +1 or -1.
    ///
    /// @throws IllegalArgumentException if there is none before the calendar ends
    int nextWorkingDay(int offset, int step) {
        for (int at = offset; at >= 0 && at < DAYS; at += step) {
            if (isWorkingDay(at)) {
                return at;
            }
        }
        throw outside(step > 0 ? LAST.plusDays(1) : FIRST.minusDays(1));
    }

    boolean hasList(int year) {
        return years.containsKey(year);
    }

    /// The list of a year, in order of date; empty if there is none.
    List<Holiday> list(int year) {
        return years.getOrDefault(year, List.of());
    }

    private Holiday known(LocalDate day) {
        return list(day.getYear()).stream().filter(holiday -> holiday.day().equals(day)).findFirst()
            .orElseGet(() -> new Holiday(day, GIVEN, "configuration"));
    }

    private static void set(long[] bits, int offset) {
        bits[offset >> 6] |= 1L << offset;
    }

    private static IllegalArgumentException outside(LocalDate day) {
        return new IllegalArgumentException(day + " is outside the calendars of holidays, " + FIRST + " to " + LAST);
    }
}
