package org.entente.law;

import org.entente.kernel.Text;

/// How a period is counted. In each of them the day of the event itself is not counted, and the last day is in time until
/// midnight.
public enum Counting {

    /// Reg. 604/2013 Art 42: Saturdays, Sundays and holidays are included, and the last day stays where it falls.
    ARTICLE_42(
        "Counted by Article 42 of Regulation 604/2013: the day of the event is not counted; a period in months ends with the same date, or with the last day of the month where that date is missing; Saturdays, Sundays and public holidays are included, and the last day does not move.",
        "Compté selon l’article 42 du règlement 604/2013 : le jour de l’événement ne compte pas ; un délai en mois finit à la même date ou, si cette date manque, le dernier jour du mois ; les samedis, dimanches et jours fériés sont compris et le dernier jour ne se déplace pas."),

    /// Reg. 2024/1351 Art 75: as Article 42, and a last day that is no working day moves to the next one.
    ARTICLE_75(
        "Counted by Article 75 of Regulation 2024/1351: the day of the event is not counted; a last day that is a Saturday, a Sunday or a public holiday moves to the next working day.",
        "Compté selon l’article 75 du règlement 2024/1351 : le jour de l’événement ne compte pas ; un dernier jour qui tombe un samedi, un dimanche ou un jour férié est reporté au jour ouvrable suivant."),

    /// Working days of the state named.
    WORKING_DAYS(
        "Counted in working days of the state concerned: Saturdays, Sundays and its public holidays are left out; the day of the event is not counted.",
        "Compté en jours ouvrés de l’État concerné : les samedis, les dimanches et ses jours fériés ne comptent pas ; le jour de l’événement ne compte pas."),

    /// Calendar days or months, no other rule being stated; the last day does not move.
    CALENDAR(
        "Counted in calendar time: the day of the event is not counted; the last day does not move.",
        "Compté en temps calendaire : le jour de l’événement ne compte pas ; le dernier jour ne se déplace pas.");

    private final Text text;

    Counting(String english, String french) {
        this.text = new Text(english, french);
    }

    /// The rule of counting in words.
    public Text text() {
        return text;
    }
}
