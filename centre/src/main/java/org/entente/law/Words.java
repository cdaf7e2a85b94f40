package org.entente.law;

import java.time.LocalDate;
import java.util.List;
import org.entente.kernel.Text;

/// Dates in both languages, by tables of our own: no locale decides what a caseworker reads.
final class Words {

    private static final List<String> ENGLISH = List.of("January", "February", "March", "April", "May", "June", "July",
        "August",
        "September", "October", "November", "December");
    private static final List<String> FRENCH = List.of("janvier", "février", "mars", "avril", "mai", "juin", "juillet",
        "août",
        "septembre", "octobre", "novembre", "décembre");

    private Words() {}

    static Text date(LocalDate day) {
        int month = day.getMonthValue() - 1;
        int number = day.getDayOfMonth();
        return new Text(number + " " + ENGLISH.get(month) + " " + day.getYear(),
            (number == 1 ? "1er" : Integer.toString(number)) + " " + FRENCH.get(month) + " " + day.getYear());
    }

    /// "de" before a French noun with its article: du, des, de la, de l’.
    static String of(String noun) {
        if (noun.startsWith("le ")) {
            return "du " + noun.substring(3);
        }
        return noun.startsWith("les ") ? "des " + noun.substring(4) : "de " + noun;
    }
}
