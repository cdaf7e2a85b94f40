package org.entente.law;

import java.time.LocalDate;

/// Easter Sunday of the Gregorian calendar, by the anonymous algorithm that S. Butcher published in 1876 and H. Spencer Jones
/// reprinted (J. Meeus, Astronomical Algorithms, 2nd ed. 1998, ch. 8). It has no exception in any Gregorian year.
final class Easter {

    private Easter() {}

    /// Easter Sunday of a year after 1582, between 22 March and 25 April.
    static LocalDate sunday(int year) {
        int golden = year % 19;
        int century = year / 100;
        int leapCenturies = century / 4;
        int moonCorrection = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - leapCenturies - moonCorrection + 15) % 30;
        int yearOfCentury = year % 100;
        int toSunday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7;
        int tooLate = (golden + 11 * epact + 22 * toSunday) / 451;
        int monthAndDay = epact + toSunday - 7 * tooLate + 114;
        return LocalDate.of(year, monthAndDay / 31, monthAndDay % 31 + 1);
    }
}
