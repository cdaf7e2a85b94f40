package org.entente.law;

import static org.entente.law.Certainty.HOLDING;
import static org.entente.law.Certainty.TEXT;
import static org.entente.law.Instrument.IMPLEMENTING;
import static org.entente.law.Period.weeks;
import static org.entente.law.Period.workingDays;
import static org.entente.law.Rule.of;

import java.util.List;

/// Regulation (EC) No 1560/2003 as amended by Implementing Regulation (EU) No 118/2014: how Dublin III is carried out, until
/// 11 June 2026. Rows I01 to I08.
final class ImplementingRules {

    static final Rule I01A = of("I01a", IMPLEMENTING, "5(2)", TEXT,
        "After a negative reply the requesting state may ask for a re-examination within three weeks of receiving it.",
        "Après une réponse négative, l’État requérant peut demander un réexamen dans les trois semaines de sa réception.")
        .within(weeks(3))
        .missed("The request for re-examination is inadmissible.", "La demande de réexamen est irrecevable.")
        .starting("negativeReplyReceived", "rejectionReceived").met("reexamSent").everywhere();

    static final Rule I01B = of("I01b", IMPLEMENTING, "5(2); C-47/17", HOLDING,
        "The requested state endeavours to answer a re-examination within two weeks; it does not extend the periods for a reply.",
        "L’État requis s’efforce de répondre au réexamen dans les deux semaines ; cela ne prolonge pas les délais de réponse.")
        .within(weeks(2))
        .missed(
            "The procedure of re-examination ends; silence is not acceptance. The requesting state is responsible unless a new request is still in time.",
            "La procédure de réexamen est close ; le silence ne vaut pas acceptation. L’État requérant est responsable, sauf si une nouvelle requête est encore dans les délais.")
        .starting("reexamSent").met("reexamReply").everywhere();

    static final Rule I02 = of("I02", IMPLEMENTING, "8(2), 8(3)", TEXT,
        "The responsible state may require three working days’ notice of a transfer; the form of Annex VI counts as notice.",
        "L’État responsable peut exiger un préavis de trois jours ouvrés avant un transfert ; le formulaire de l’annexe VI vaut préavis.")
        .within(workingDays(3))
        .back("arrival");

    static final Rule I03 = of("I03", IMPLEMENTING, "9(1), 9(1a)", TEXT,
        "A postponed transfer is told without delay; talks resume within two weeks of the end of the obstacle.",
        "Le report d’un transfert est communiqué sans délai ; les contacts reprennent dans les deux semaines suivant la fin de l’obstacle.")
        .within(weeks(2))
        .starting("obstacleEnded").met("contactsResumed").everywhere();

    static final Rule I03B = of("I03b", IMPLEMENTING, "9(2)", TEXT,
        "A state that cannot transfer in six months, because of imprisonment or absconding, tells the responsible state before the six months end.",
        "L’État qui ne peut transférer dans les six mois, pour emprisonnement ou fuite, en informe l’État responsable avant la fin des six mois.")
        .missed("Responsibility passes to the requesting state.", "La responsabilité passe à l’État requérant.");

    static final Rule I04 = of("I04", IMPLEMENTING, "10(2)", TEXT,
        "An acceptance by silence is confirmed in writing on request.",
        "Une acceptation tacite est confirmée par écrit sur demande.");

    static final Rule I05A = of("I05a", IMPLEMENTING, "11(6), 12(6)", TEXT,
        "Information on dependants or on the family of a child is answered within four weeks; the other limits go on.",
        "Il est répondu dans les quatre semaines aux informations sur les personnes à charge ou la famille d’un mineur ; les autres délais continuent.")
        .within(weeks(4))
        .starting("familyInfoRequested").met("infoReplied").everywhere();

    static final Rule I05B = of("I05b", IMPLEMENTING, "11(6), 12(6)", TEXT,
        "Two weeks more where the requested state tells that it needs them.",
        "Deux semaines de plus si l’État requis signale qu’il en a besoin.").within(weeks(2))
        .starting("familyInfoExtended").met("infoReplied").everywhere();

    static final Rule I06 = of("I06", IMPLEMENTING, "15(3), 21(3)", TEXT,
        "The acknowledgement of DubliNet proves day and hour of a message; an outage does not suspend any limit, and one of more than seven working hours is notified.",
        "L’accusé de réception DubliNet prouve le jour et l’heure d’un message ; une panne ne suspend aucun délai, et au-delà de sept heures ouvrées elle est notifiée.");

    static final Rule I07 = of("I07", IMPLEMENTING, "20(1)", TEXT,
        "Each request bears a reference: the code of the state and the type, 1 take charge, 2 take back, 3 information, 4 dependants, 5 family of a child, 6 before a transfer, 7 health.",
        "Chaque demande porte une référence : code de l’État et type, 1 prise en charge, 2 reprise en charge, 3 informations, 4 personnes à charge, 5 famille d’un mineur, 6 avant transfert, 7 santé.");

    static final Rule I08 = of("I08", IMPLEMENTING, "12(2)", TEXT,
        "Placing a child with a person other than the parents may overrun the limits without blocking the procedure.",
        "Confier un mineur à une autre personne que ses parents peut dépasser les délais sans bloquer la procédure.");

    static final List<Rule> ALL = List.of(I01A, I01B, I02, I03, I03B, I04, I05A, I05B, I06, I07, I08);

    private ImplementingRules() {}
}
