package org.entente.law;

import static org.entente.law.Certainty.MEMORY;
import static org.entente.law.Certainty.TEXT;
import static org.entente.law.Instrument.PROCEDURES_DIRECTIVE;
import static org.entente.law.Instrument.PROCEDURES_REGULATION;
import static org.entente.law.Instrument.RETURN_DIRECTIVE;
import static org.entente.law.Period.days;
import static org.entente.law.Period.months;
import static org.entente.law.Period.workingDays;
import static org.entente.law.Period.years;
import static org.entente.law.Rule.of;

import java.util.List;

/// The asylum procedure (Directive 2013/32/EU, then Regulation (EU) 2024/1348) and return (Directive 2008/115/EC). Rows P01 to
/// P06, R01 and R02.
final class ProcedureRules {

    static final Rule P01A = of("P01a", PROCEDURES_DIRECTIVE, "6(1) first subparagraph", MEMORY,
        "An application is registered within three working days of being made to the competent authority.",
        "Une demande est enregistrée dans les trois jours ouvrés de sa présentation à l’autorité compétente.")
        .within(workingDays(3))
        .starting("made").met("registered");

    static final Rule P01B = of("P01b", PROCEDURES_DIRECTIVE, "6(1) second subparagraph", MEMORY,
        "Made to another authority (police, border, detention), it is registered within six working days.",
        "Présentée à une autre autorité (police, frontière, rétention), elle est enregistrée dans les six jours ouvrés.")
        .within(workingDays(6))
        .starting("made").met("registered");

    static final Rule P02 = of("P02", PROCEDURES_DIRECTIVE, "6(5)", MEMORY,
        "Where simultaneous applications by a large number of persons make that very difficult: ten working days.",
        "Si un grand nombre de demandes simultanées le rend très difficile : dix jours ouvrés.")
        .within(workingDays(10))
        .starting("made").met("registered");

    static final Rule P03A = of("P03a", PROCEDURES_DIRECTIVE, "31(3) first and second subparagraphs", MEMORY,
        "The examination is concluded within six months of the lodging; in a Dublin case, of the day on which the responsible state is determined, the person is on its territory and has been taken charge of.",
        "L’examen est achevé dans les six mois de l’introduction ; dans un cas Dublin, du jour où l’État responsable est déterminé et la personne prise en charge sur son territoire.")
        .within(months(6))
        .starting("lodged").met("decided");

    static final Rule P03B = of("P03b", PROCEDURES_DIRECTIVE, "31(3) third subparagraph", MEMORY,
        "Nine months more for complex questions, for a large number of simultaneous applications, or for a delay that the applicant caused.",
        "Neuf mois de plus pour des questions complexes, un grand nombre de demandes simultanées ou un retard causé par le demandeur.")
        .within(months(15))
        .starting("lodged").met("decided");

    static final Rule P03C = of("P03c", PROCEDURES_DIRECTIVE, "31(3) fourth subparagraph", MEMORY,
        "Exceptionally three months more, for an adequate and complete examination.",
        "Exceptionnellement trois mois de plus, pour un examen approprié et exhaustif.").within(months(18))
        .starting("lodged").met("decided").alone(Procedure.EXAMINATION);

    static final Rule P04A = of("P04a", PROCEDURES_DIRECTIVE, "31(5)", MEMORY,
        "In any event the examination ends within twenty-one months of the lodging.",
        "En tout état de cause l’examen prend fin dans les vingt et un mois de l’introduction.").within(months(21))
        .starting("lodged").met("decided").alone(Procedure.EXAMINATION);

    static final Rule P04B = of("P04b", PROCEDURES_DIRECTIVE, "31(8); CESEDA R.723-4 (2015)", MEMORY,
        "In an accelerated procedure limits are reasonable; in France the office decides within fifteen days.",
        "En procédure accélérée les délais sont raisonnables ; en France l’office statue dans les quinze jours.")
        .within(days(15))
        .starting("lodged").met("decided");

    static final Rule P05A = of("P05a", PROCEDURES_REGULATION, "27(1)", TEXT,
        "An application is registered within five days of being made.",
        "Une demande est enregistrée dans les cinq jours de sa présentation.").within(days(5))
        .starting("made").met("registered");

    static final Rule P05B = of("P05b", PROCEDURES_REGULATION, "27", TEXT,
        "In a disproportionate number of applications: fifteen days.",
        "En cas d’afflux disproportionné de demandes : quinze jours.").within(days(15))
        .starting("made").met("registered");

    static final Rule P05C = of("P05c", PROCEDURES_REGULATION, "27", TEXT,
        "An authority that may receive but not register passes the application on within three working days.",
        "Une autorité qui peut recevoir sans enregistrer transmet la demande dans les trois jours ouvrés.")
        .within(workingDays(3))
        .starting("made").met("transmitted");

    static final Rule P05D = of("P05d", PROCEDURES_REGULATION, "28", TEXT,
        "The application is lodged within twenty-one days of its registration; after a transfer, of the day of presenting oneself.",
        "La demande est introduite dans les vingt et un jours de l’enregistrement ; après un transfert, du jour où la personne se présente.")
        .within(days(21))
        .starting("registered").met("lodged");

    static final Rule P05E = of("P05e", PROCEDURES_REGULATION, "28", TEXT,
        "In a disproportionate number of applications: within two months.",
        "En cas d’afflux disproportionné de demandes : dans les deux mois.").within(months(2))
        .starting("registered").met("lodged");

    static final Rule P06A = of("P06a", PROCEDURES_REGULATION, "35", TEXT,
        "Inadmissibility is decided within two months.", "L’irrecevabilité est examinée dans les deux mois.")
        .within(months(2))
        .starting("lodged").met("decided");

    static final Rule P06B = of("P06b", PROCEDURES_REGULATION, "35, 38(1)(e)", TEXT,
        "On the ground of Article 38(1)(e) within ten working days.",
        "Sur le motif de l’article 38, § 1, point e), dans les dix jours ouvrés.").within(workingDays(10))
        .starting("lodged").met("decided");

    static final Rule P06C = of("P06c", PROCEDURES_REGULATION, "35", TEXT,
        "An accelerated examination is concluded within three months of the lodging.",
        "Un examen accéléré est achevé dans les trois mois de l’introduction.").within(months(3))
        .starting("lodged").met("decided");

    static final Rule P06D = of("P06d", PROCEDURES_REGULATION, "35", TEXT,
        "An ordinary examination is concluded within six months of the lodging.",
        "Un examen ordinaire est achevé dans les six mois de l’introduction.").within(months(6))
        .starting("lodged").met("decided");

    static final Rule P06E = of("P06e", PROCEDURES_REGULATION, "35", TEXT,
        "It may be extended by six months.", "Il peut être prolongé de six mois.").within(months(12))
        .starting("lodged").met("decided");

    static final Rule P06F = of("P06f", PROCEDURES_REGULATION, "35", TEXT,
        "In any event within twenty-one months of the lodging.",
        "En tout état de cause dans les vingt et un mois de l’introduction.")
        .within(months(21))
        .starting("lodged").met("decided").alone(Procedure.EXAMINATION);

    static final Rule R01A = of("R01a", RETURN_DIRECTIVE, "7(1); CESEDA L.511-1 II (2015), L.612-1", MEMORY,
        "A return decision gives between seven and thirty days for voluntary departure; in France thirty.",
        "Une décision de retour accorde de sept à trente jours pour le départ volontaire ; en France trente.")
        .within(days(30))
        .missed("The return can be enforced (Art 8(1)).", "Le retour peut être exécuté d’office (art. 8, § 1).")
        .starting("orderNotified").met("departed");

    static final Rule R01B = of("R01b", RETURN_DIRECTIVE, "7(1), 7(4)", MEMORY,
        "Fewer than seven days, or none, only for a risk of absconding, a manifestly unfounded or fraudulent application, or a risk to public policy or security.",
        "Moins de sept jours, ou aucun, seulement pour risque de fuite, demande manifestement non fondée ou frauduleuse, ou danger pour l’ordre ou la sécurité publics.")
        .within(days(7))
        .starting("orderNotified").met("departed");

    static final Rule R02A = of("R02a", RETURN_DIRECTIVE, "11(2)", MEMORY,
        "An entry ban does not in principle exceed five years.",
        "Une interdiction d’entrée ne dépasse pas en principe cinq ans.")
        .within(years(5))
        .starting("entryBanFrom").met("banLifted").everywhere();

    static final Rule R02B = of("R02b", RETURN_DIRECTIVE, "15(5)", MEMORY,
        "Detention for return lasts six months at most.", "La rétention aux fins de retour dure six mois au plus.")
        .within(months(6))
        .missed("The person is released.", "La personne n’est plus placée en rétention.")
        .starting("detainedFrom").met("released").alone(Procedure.VOLUNTARY_DEPARTURE);

    static final Rule R02C = of("R02c", RETURN_DIRECTIVE, "15(6)", MEMORY,
        "It may be extended by twelve months for lack of cooperation or late documents from a third country.",
        "Elle peut être prolongée de douze mois pour défaut de coopération ou documents tardifs d’un pays tiers.")
        .within(months(18))
        .missed("The person is released.", "La personne n’est plus placée en rétention.")
        .starting("detainedFrom").met("released").alone(Procedure.VOLUNTARY_DEPARTURE);

    static final List<Rule> PROCEDURE = List.of(P01A, P01B, P02, P03A, P03B, P03C, P04A, P04B, P05A, P05B, P05C, P05D,
        P05E, P06A, P06B,
        P06C, P06D, P06E, P06F);

    static final List<Rule> RETURN = List.of(R01A, R01B, R02A, R02B, R02C);

    private ProcedureRules() {}
}
