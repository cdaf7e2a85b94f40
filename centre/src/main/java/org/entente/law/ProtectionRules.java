package org.entente.law;

import static org.entente.law.Certainty.DESIGN;
import static org.entente.law.Certainty.MEMORY;
import static org.entente.law.Certainty.SECONDARY;
import static org.entente.law.Instrument.CASF;
import static org.entente.law.Instrument.CESEDA;
import static org.entente.law.Instrument.COURT_ORDER;
import static org.entente.law.Instrument.ENTENTE;
import static org.entente.law.Instrument.NRM;
import static org.entente.law.Instrument.PALERMO;
import static org.entente.law.Instrument.TRAFFICKING_CONVENTION;
import static org.entente.law.Instrument.TRAFFICKING_PERMITS;
import static org.entente.law.Period.days;
import static org.entente.law.Period.workingDays;
import static org.entente.law.Rule.of;

import java.util.List;

/// Victims of trafficking, children, and the orders of courts: rows V01 to V08, U01 and U02.
final class ProtectionRules {

    static final Rule V01 = of("V01", NRM, "reasonable grounds decision", SECONDARY,
        "The target for a reasonable grounds decision is five working days from the referral.",
        "L’objectif pour la décision « motifs raisonnables » est de cinq jours ouvrés à compter de l’orientation.")
        .within(workingDays(5))
        .missed("A target, not a limit: chase the decision; nothing is lost.",
            "Un objectif, non un délai : relancer ; rien n’est perdu.")
        .starting("referralReceived").met("positiveRG");

    static final Rule V02A = of("V02a", NRM, "recovery period", SECONDARY,
        "A positive reasonable grounds decision gives at least forty-five days of recovery, until 12 December 2022.",
        "Une décision positive « motifs raisonnables » ouvre au moins quarante-cinq jours de rétablissement, jusqu’au 12 décembre 2022.")
        .within(days(45)).between("2009-04-01", "2022-12-12")
        .starting("positiveRG").awaited("conclusiveGrounds");

    static final Rule V02B = of("V02b", NRM, "recovery period", SECONDARY,
        "A positive reasonable grounds decision gives at least thirty days of recovery, from 13 December 2022.",
        "Une décision positive « motifs raisonnables » ouvre au moins trente jours de rétablissement, depuis le 13 décembre 2022.")
        .within(days(30)).between("2022-12-13", "9999-12-31")
        .starting("positiveRG").awaited("conclusiveGrounds");

    static final Rule V03A = of("V03a", NRM, "conclusive grounds decision", MEMORY,
        "A conclusive grounds decision comes only after the recovery period.",
        "La décision « motifs concluants » n’intervient qu’après la période de rétablissement.");

    static final Rule V03B = of("V03b", NRM, "referral; Modern Slavery Act 2015 s. 52", MEMORY,
        "An adult consents to a referral, a child need not; without consent of an adult the duty to notify remains.",
        "Un adulte consent à l’orientation, un enfant n’a pas à le faire ; sans le consentement d’un adulte demeure le devoir de signaler.");

    static final Rule V04 = of("V04", CESEDA, "R.316-2 (decree 2007-1352), now R.425-2", SECONDARY,
        "A person who may be a victim has thirty days of reflection from being informed and choosing it; no removal is enforced, and a receipt is issued.",
        "La personne qui peut être victime dispose de trente jours de réflexion à compter de l’information et de son choix ; aucun éloignement n’est exécuté et un récépissé est délivré.")
        .within(days(30))
        .missed("The bar to removal ends with the period.", "L’obstacle à l’éloignement prend fin avec le délai.")
        .starting("informedAndChosen").awaited("removed");

    static final Rule V05A = of("V05a", TRAFFICKING_CONVENTION, "13", SECONDARY,
        "A recovery and reflection period of at least thirty days, with no expulsion in it.",
        "Un délai de rétablissement et de réflexion d’au moins trente jours, sans expulsion pendant ce temps.")
        .within(days(30))
        .starting("informedAndChosen").awaited("removed");

    static final Rule V05B = of("V05b", TRAFFICKING_PERMITS, "6", SECONDARY,
        "A reflection period set by national law, with no expulsion in it.",
        "Un délai de réflexion fixé par le droit national, sans éloignement pendant ce temps.");

    static final Rule V06 = of("V06", PALERMO, "3", SECONDARY,
        "Trafficking is an act, by a means, for a purpose of exploitation; for a child the means are not needed; consent is irrelevant where a means was used.",
        "La traite est un acte, par un moyen, aux fins d’exploitation ; pour un enfant, le moyen n’est pas requis ; le consentement est indifférent si un moyen a été employé.");

    static final Rule V07 = of("V07", PALERMO, "ILO and European Commission indicators, 2009", SECONDARY,
        "A dimension is positive with two strong indicators, one strong and one other, three medium, or two medium and one weak.",
        "Une dimension est positive avec deux indicateurs forts, un fort et un autre, trois moyens, ou deux moyens et un faible.");

    static final Rule V08 = of("V08", ENTENTE, "design", DESIGN,
        "Indicators lead to “refer for assessment”, never to “is” or “is not a victim”; a low score closes nothing.",
        "Les indicateurs mènent à « orienter pour évaluation », jamais à « est » ou « n’est pas victime » ; un score faible ne ferme rien.");

    static final Rule U01 = of("U01", CASF, "R.221-11", MEMORY,
        "Provisional emergency reception of a child lasts five days and can be renewed.",
        "L’accueil provisoire d’urgence d’un mineur dure cinq jours, renouvelables.").within(days(5))
        .starting("emergencyReception").met("referred").everywhere();

    static final Rule U02 = of("U02", COURT_ORDER, "a period set by the judge; CE réf. 23 November 2015 n° 394540",
        SECONDARY,
        "The state carries out what the judge ordered within the period of the order, counted from its notification.",
        "L’État exécute ce que le juge a ordonné dans le délai de l’ordonnance, compté de sa notification.")
        .missed("The penalty of the order runs, where it set one.", "L’astreinte court, si l’ordonnance en fixe une.")
        .starting("orderNotified").met("carriedOut");

    static final List<Rule> ALL = List.of(V01, V02A, V02B, V03A, V03B, V04, V05A, V05B, V06, V07, V08, U01, U02);

    private ProtectionRules() {}
}
