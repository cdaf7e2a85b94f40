package org.entente.law;

import static java.time.DayOfWeek.MONDAY;
import static java.time.Month.AUGUST;
import static java.time.Month.DECEMBER;
import static java.time.Month.JANUARY;
import static java.time.Month.JULY;
import static java.time.Month.JUNE;
import static java.time.Month.MARCH;
import static java.time.Month.MAY;
import static java.time.Month.NOVEMBER;
import static java.time.Month.SEPTEMBER;
import static java.time.temporal.TemporalAdjusters.firstInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;
import static org.entente.law.Territory.NORTHERN_IRELAND;
import static org.entente.law.Territory.SCOTLAND;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.entente.kernel.Text;

/// The bank and public holidays of one part of the United Kingdom in one year, as GOV.UK publishes them: the days on which
/// they are kept. A fixed day that falls on a weekend is kept on the next weekday that is free (the Schedule of 1971 says so
/// for some, a proclamation every year for the rest); the weekend day itself is not listed.
///
/// Past days are those that were proclaimed. From 2029 on the yearly proclamations are expected, not known: New Year's Day and
/// the early May holiday (England, Wales, Northern Ireland), 12 July, and in Scotland the spring holiday and Boxing Day.
/// Scottish public holidays set by local authorities are not bank holidays and are not here.
final class BritishHolidays {

    private static final String SCHEDULE = "Banking and Financial Dealings Act 1971, Sch. 1";
    private static final String PROCLAIMED = "Royal proclamation, Banking and Financial Dealings Act 1971, s. 1";
    private static final String SUBSTITUTED = "Banking and Financial Dealings Act 1971, s. 1 (substitute day)";
    private static final String COMMON_LAW = "Common law; Bills of Exchange Act 1882, s. 92";
    private static final String ST_ANDREW = "St Andrew's Day Bank Holiday (Scotland) Act 2007, s. 1";

    private final Territory part;
    private final int year;
    private final List<Holiday> kept = new ArrayList<>();
    private final List<Holiday> displaced = new ArrayList<>();

    private BritishHolidays(Territory part, int year) {
        this.part = part;
        this.year = year;
    }

    /// The holidays of England and Wales, Scotland or Northern Ireland in a year, in order of date.
    static List<Holiday> of(Territory part, int year) {
        var days = new BritishHolidays(part, year);
        days.winter();
        days.easter();
        days.mondays();
        days.national();
        days.once();
        days.displaced.forEach(days::keepOnNextFreeDay);
        return days.kept.stream().sorted(Comparator.comparing(Holiday::day)).toList();
    }

    private void winter() {
        boolean scottish = part == SCOTLAND;
        fixed(JANUARY, 1, "New Year's Day", "Jour de l'an", scottish ? SCHEDULE : PROCLAIMED);
        if (scottish) {
            fixed(JANUARY, 2, "2nd January", "2 janvier", SCHEDULE);
        }
        fixed(DECEMBER, 25, "Christmas Day", "Noël", scottish ? SCHEDULE : COMMON_LAW);
        fixed(DECEMBER, 26, "Boxing Day", "Lendemain de Noël", scottish ? PROCLAIMED : SCHEDULE);
    }

    private void easter() {
        var sunday = Easter.sunday(year);
        keep(sunday.minusDays(2), "Good Friday", "Vendredi saint", part == SCOTLAND ? SCHEDULE : COMMON_LAW);
        if (part != SCOTLAND) {
            keep(sunday.plusDays(1), "Easter Monday", "Lundi de Pâques", SCHEDULE);
        }
    }

    /// The Mondays of May and August, and the three years in which one of them was moved for the whole kingdom.
    private void mondays() {
        var earlyMay = day(MAY, 1).with(firstInMonth(MONDAY));
        var spring = day(MAY, 1).with(lastInMonth(MONDAY));
        keep(year == 2020 ? day(MAY, 8) : earlyMay, "Early May bank holiday", "Jour férié de début mai",
            part == SCOTLAND && year != 2020 ? SCHEDULE : PROCLAIMED);
        keep(switch (year) {
            case 2012 -> day(JUNE, 4);
            case 2022 -> day(JUNE, 2);
            default -> spring;
        }, "Spring bank holiday", "Jour férié de printemps",
            part == SCOTLAND || year == 2012 || year == 2022 ? PROCLAIMED : SCHEDULE);
        keep(day(AUGUST, 1).with(part == SCOTLAND ? firstInMonth(MONDAY) : lastInMonth(MONDAY)),
            "Summer bank holiday", "Jour férié d'été", SCHEDULE);
    }

    private void national() {
        if (part == SCOTLAND) {
            fixed(NOVEMBER, 30, "St Andrew's Day", "Saint-André", ST_ANDREW);
        }
        if (part == NORTHERN_IRELAND) {
            fixed(MARCH, 17, "St Patrick's Day", "Saint-Patrick", SCHEDULE);
            fixed(JULY, 12, "Battle of the Boyne (Orangemen's Day)", "Bataille de la Boyne (fête des Orangistes)",
                PROCLAIMED);
        }
    }

    /// Days that were proclaimed for one year only.
    private void once() {
        switch (year) {
            case 2011 -> keep(day(Month.APRIL, 29), "Wedding of Prince William and Catherine Middleton",
                "Mariage du prince William et de Catherine Middleton", PROCLAIMED);
            case 2012 -> keep(day(JUNE, 5), "Diamond Jubilee of Elizabeth II", "Jubilé de diamant d'Élisabeth II",
                PROCLAIMED);
            case 2022 -> {
                keep(day(JUNE, 3), "Platinum Jubilee of Elizabeth II", "Jubilé de platine d'Élisabeth II", PROCLAIMED);
                keep(day(SEPTEMBER, 19), "State Funeral of Elizabeth II", "Funérailles d'État d'Élisabeth II",
                    PROCLAIMED);
            }
            case 2023 -> keep(day(MAY, 8), "Coronation of Charles III", "Couronnement de Charles III", PROCLAIMED);
            case 2026 -> {
                if (part == SCOTLAND) { // proclaimed on 3 February 2026
                    keep(day(JUNE, 15), "World Cup bank holiday", "Jour férié de la Coupe du monde", PROCLAIMED);
                }
            }
            default -> {
            }
        }
    }

    private LocalDate day(Month month, int dayOfMonth) {
        return LocalDate.of(year, month, dayOfMonth);
    }

    private void keep(LocalDate day, String english, String french, String basis) {
        kept.add(new Holiday(day, new Text(english, french), basis));
    }

    private void fixed(Month month, int dayOfMonth, String english, String french, String basis) {
        var holiday = new Holiday(day(month, dayOfMonth), new Text(english, french), basis);
        (isWeekend(holiday.day()) ? displaced : kept).add(holiday);
    }

    private void keepOnNextFreeDay(Holiday displacedOne) {
        var day = displacedOne.day();
        while (isWeekend(day) || isKept(day)) {
            day = day.plusDays(1);
        }
        var name = displacedOne.name();
        keep(day, name.english() + " (substitute day)", name.french() + " (jour de remplacement)",
            displacedOne.basis().equals(ST_ANDREW) ? ST_ANDREW : SUBSTITUTED);
    }

    private boolean isKept(LocalDate day) {
        return kept.stream().anyMatch(holiday -> holiday.day().equals(day));
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }
}
