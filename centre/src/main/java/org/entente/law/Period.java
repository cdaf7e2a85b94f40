package org.entente.law;

import java.time.LocalDate;
import org.entente.kernel.Text;

/// A length of time as a legal text states it.
///
/// @param number 1 or more
public record Period(int number, Unit unit) {

    /// What is counted.
    public enum Unit {
        DAYS("day", "days", "jour", "jours"),
        WORKING_DAYS("working day", "working days",
            "jour ouvré", "jours ouvrés"),
        WEEKS("week", "weeks", "semaine", "semaines"),
        MONTHS("month", "months", "mois",
            "mois"),
        YEARS("year", "years", "an", "ans");

        private final String one;
        private final String many;
        private final String un;
        private final String plusieurs;

        Unit(String one, String many, String un, String plusieurs) {
            this.one = one;
            this.many = many;
            this.un = un;
            this.plusieurs = plusieurs;
        }
    }

    public Period {
        if (number < 1) {
            throw new IllegalArgumentException("a period has at least one unit: " + number);
        }
    }

    static Period days(int number) {
        return new Period(number, Unit.DAYS);
    }

    static Period workingDays(int number) {
        return new Period(number, Unit.WORKING_DAYS);
    }

    static Period weeks(int number) {
        return new Period(number, Unit.WEEKS);
    }

    static Period months(int number) {
        return new Period(number, Unit.MONTHS);
    }

    static Period years(int number) {
        return new Period(number, Unit.YEARS);
    }

    /// The last day of this period after an event whose own day is not counted; the period ends with the same weekday or the
    /// same date, and where that date is missing with the last day of the month (Reg. 604/2013 Art 42(a) and (b);
    /// [LocalDate#plusMonths] is exactly that rule).
    ///
    /// @throws IllegalStateException for working days, which need a calendar
    LocalDate after(LocalDate event) {
        return switch (unit) {
            case DAYS -> event.plusDays(number);
            case WEEKS -> event.plusWeeks(number);
            case MONTHS -> event.plusMonths(number);
            case YEARS -> event.plusYears(number);
            case WORKING_DAYS -> throw new IllegalStateException("no day without more: " + this);
        };
    }

    /// The day this period before a day, in the same way.
    LocalDate before(LocalDate day) {
        return switch (unit) {
            case DAYS -> day.minusDays(number);
            case WEEKS -> day.minusWeeks(number);
            case MONTHS -> day.minusMonths(number);
            case YEARS -> day.minusYears(number);
            case WORKING_DAYS -> throw new IllegalStateException("no day without more: " + this);
        };
    }

    /// "3 months", "3 mois".
    public Text text() {
        return new Text(number + " " + (number == 1 ? unit.one : unit.many),
            number + " " + (number == 1 ? unit.un : unit.plusieurs));
    }
}
