package org.entente.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.entente.kernel.Text;

/// Dates and citations in both languages, by tables of our own: no locale decides what a caseworker reads.
final class Words {

    private static final List<String> ENGLISH = List.of("January", "February", "March", "April", "May", "June", "July",
        "August",
        "September", "October", "November", "December");
    private static final List<String> FRENCH = List.of("janvier", "février", "mars", "avril", "mai", "juin", "juillet",
        "août",
        "septembre", "octobre", "novembre", "décembre");

    private Words() {}

    /// With a capital at its head.
    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    static Text date(LocalDate day) {
        int month = day.getMonthValue() - 1;
        int number = day.getDayOfMonth();
        return new Text(number + " " + ENGLISH.get(month) + " " + day.getYear(),
            (number == 1 ? "1er" : Integer.toString(number)) + " " + FRENCH.get(month) + " " + day.getYear());
    }

    /// How the parts of a citation are called in French, longer ones first.
    private static final List<List<String>> CITED = List.of(
        List.of("reasonable grounds decision", "décision « motifs raisonnables »"),
        List.of("conclusive grounds decision", "décision « motifs concluants »"),
        List.of("recovery period", "période de rétablissement"),
        List.of("referral", "orientation"), List.of("Withdrawal of the United Kingdom", "retrait du Royaume-Uni"),
        List.of("ILO and European Commission indicators, 2009",
            "indicateurs de l’OIT et de la Commission européenne, 2009"),
        List.of("a period set by the judge", "délai fixé par le juge"), List.of("23 November 2015", "23 novembre 2015"),
        List.of("design", "conception"), List.of("decree", "décret"),
        List.of("first and second subparagraphs", "premier et deuxième alinéas"),
        List.of("first subparagraph", "premier alinéa"), List.of("second subparagraph", "deuxième alinéa"),
        List.of("third subparagraph", "troisième alinéa"), List.of("fourth subparagraph", "quatrième alinéa"),
        List.of("first sentence", "première phrase"), List.of("second sentence", "seconde phrase"),
        List.of(" now ", " désormais "),
        List.of(" part ", " point "), List.of("Reg. ", "règl. "), List.of(" Art ", " art. "), List.of(" to ", " à "),
        List.of(" and ", " et "));

    /// A citation in French.
    static String french(String article) {
        var french = article.replace("), ", ") ; ").replace("; ", " ; ").replace("  ", " ")
            .replaceAll("\\((\\d+)\\) to \\((\\d+)\\)", ", § $1 à $2").replaceAll("\\((\\d+)a\\)", ", § $1 bis")
            .replaceAll("\\((\\d{1,2})\\)", ", § $1").replaceAll("\\(([a-z])\\)", ", point $1)")
            .replaceAll(" (first|second|third|fourth) (sub|sent)", ", $1 $2");
        for (var pair : CITED) {
            french = french.replace(pair.getFirst(), pair.getLast());
        }
        return french;
    }

    /// "de" before a French noun with its article: du, des, de la, de l’.
    static String of(String noun) {
        if (noun.startsWith("le ")) {
            return "du " + noun.substring(3);
        }
        if (noun.startsWith("un ") || noun.startsWith("une ")) {
            return "d’" + noun;
        }
        return noun.startsWith("les ") ? "des " + noun.substring(4) : "de " + noun;
    }
}
