package org.entente.law;

import static java.time.Month.AUGUST;
import static java.time.Month.DECEMBER;
import static java.time.Month.JANUARY;
import static java.time.Month.JULY;
import static java.time.Month.MAY;
import static java.time.Month.NOVEMBER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.entente.kernel.Text;

/// The legal holidays of France: eleven in metropolitan France (Code du travail, art. L. 3133-1), two more in Moselle,
/// Bas-Rhin and Haut-Rhin (art. L. 3134-13). A day that falls on a weekend has no substitute. Whit Monday is a legal holiday
/// although an employer may make it the solidarity day (art. L. 3133-7 ff.).
///
/// Good Friday binds only communes of Alsace-Moselle with a Protestant church or a shared one; as in the list of data.gouv.fr
/// it is a holiday here in all of the three departments.
final class FrenchHolidays {

    private static final String LABOUR_CODE = "Code du travail, art. L. 3133-1";
    private static final String LOCAL_LAW = "Code du travail, art. L. 3134-13";

    private FrenchHolidays() {}

    /// The holidays of metropolitan France in a year, in order of date.
    static List<Holiday> metropolitan(int year) {
        return inOrder(nationwide(year));
    }

    /// The holidays of Alsace-Moselle in a year, in order of date.
    static List<Holiday> alsaceMoselle(int year) {
        var days = nationwide(year);
        days.add(new Holiday(Easter.sunday(year).minusDays(2), new Text("Good Friday", "Vendredi saint"), LOCAL_LAW));
        days.add(new Holiday(LocalDate.of(year, DECEMBER, 26),
            new Text("Second day of Christmas", "Deuxième jour de Noël"), LOCAL_LAW));
        return inOrder(days);
    }

    private static List<Holiday> nationwide(int year) {
        var easter = Easter.sunday(year);
        var days = new ArrayList<Holiday>();
        add(days, LocalDate.of(year, JANUARY, 1), "New Year's Day", "Jour de l'an");
        add(days, easter.plusDays(1), "Easter Monday", "Lundi de Pâques");
        add(days, LocalDate.of(year, MAY, 1), "Labour Day", "Fête du Travail");
        add(days, LocalDate.of(year, MAY, 8), "Victory in Europe Day", "Victoire de 1945");
        add(days, easter.plusDays(39), "Ascension Day", "Ascension");
        add(days, easter.plusDays(50), "Whit Monday", "Lundi de Pentecôte");
        add(days, LocalDate.of(year, JULY, 14), "Bastille Day", "Fête nationale");
        add(days, LocalDate.of(year, AUGUST, 15), "Assumption Day", "Assomption");
        add(days, LocalDate.of(year, NOVEMBER, 1), "All Saints' Day", "Toussaint");
        add(days, LocalDate.of(year, NOVEMBER, 11), "Armistice Day", "Armistice de 1918");
        add(days, LocalDate.of(year, DECEMBER, 25), "Christmas Day", "Noël");
        return days;
    }

    private static void add(List<Holiday> days, LocalDate day, String english, String french) {
        days.add(new Holiday(day, new Text(english, french), LABOUR_CODE));
    }

    private static List<Holiday> inOrder(List<Holiday> days) {
        return days.stream().sorted(Comparator.comparing(Holiday::day)).toList();
    }
}
