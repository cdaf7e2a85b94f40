package org.entente.law;

import static org.entente.law.Certainty.MEMORY;
import static org.entente.law.Certainty.TEXT;
import static org.entente.law.Instrument.DUBLIN_III;
import static org.entente.law.Instrument.MIGRATION;
import static org.entente.law.Instrument.MIGRATION_IMPLEMENTING;
import static org.entente.law.Instrument.PROCEDURES_REGULATION;
import static org.entente.law.Period.days;
import static org.entente.law.Period.months;
import static org.entente.law.Period.weeks;
import static org.entente.law.Period.workingDays;
import static org.entente.law.Period.years;
import static org.entente.law.Rule.of;

import java.util.List;

/// Regulation (EU) 2024/1351 on asylum and migration management with Implementing Regulation (EU) 2025/2055, the successors of
/// Dublin III; and the rules that lead from one to the other. Rows M01 to M23, and T01 to T03 for the transition.
final class MigrationRules {

    static final Rule M01A = of("M01a", MIGRATION, "39(1) first subparagraph", TEXT,
        "A request to take charge is made within two months of the registration of the application.",
        "La requête aux fins de prise en charge est présentée dans les deux mois de l’enregistrement de la demande.")
        .within(months(2))
        .missed("The state where the application was registered becomes responsible (Art 39(1) third subparagraph).",
            "L’État où la demande a été enregistrée devient responsable (art. 39, § 1, troisième alinéa).")
        .starting("registered").met("requestSent");

    static final Rule M01B = of("M01b", MIGRATION, "39(1) second subparagraph", TEXT,
        "After a hit in Eurodac (Arts 22 and 24 of Reg. 2024/1358) or in the VIS the request is sent within one month of the hit.",
        "Après un résultat positif dans Eurodac (art. 22 et 24 du règl. 2024/1358) ou dans le VIS, la requête est envoyée dans le mois du résultat.")
        .within(months(1))
        .missed("The state where the application was registered becomes responsible (Art 39(1) third subparagraph).",
            "L’État où la demande a été enregistrée devient responsable (art. 39, § 1, troisième alinéa).")
        .starting("eurodacHitCat2").met("requestSent");

    static final Rule M01C = of("M01c", MIGRATION, "39(1) fourth subparagraph", TEXT,
        "For an unaccompanied child the request may be made at any time before a first decision on the substance, where that is in the best interests of the child.",
        "Pour un mineur non accompagné, la requête peut être présentée à tout moment avant une première décision au fond, si tel est son intérêt supérieur.");

    static final Rule M02 = of("M02", MIGRATION, "39(2)", TEXT,
        "An urgent reply may be asked for after a refusal of entry or a return decision; the period asked for is at least one week, with reasons.",
        "Une réponse urgente peut être demandée après un refus d’entrée ou une décision de retour ; le délai demandé est d’au moins une semaine, avec les motifs.")
        .within(weeks(1))
        .missed("A shorter period is not a valid request for urgency.",
            "Un délai plus court n’est pas une demande d’urgence valable.")
        .starting("requestReceived").awaited("urgentReplyAskedBy");

    static final Rule M03A = of("M03a", MIGRATION, "40(1)", TEXT,
        "A request to take charge is answered within one month of its receipt.",
        "Il est répondu à la requête aux fins de prise en charge dans le mois de sa réception.")
        .within(months(1)).missed("Silence is acceptance (Art 40(8)).", "Le silence vaut acceptation (art. 40, § 8).")
        .starting("requestReceived").met("reply");

    static final Rule M03B = of("M03b", MIGRATION, "40(2)", TEXT,
        "After a hit in Eurodac or in the VIS the request is answered within two weeks of its receipt.",
        "Après un résultat positif dans Eurodac ou le VIS, il est répondu dans les deux semaines de la réception.")
        .within(weeks(2)).missed("Silence is acceptance (Art 40(8)).", "Le silence vaut acceptation (art. 40, § 8).")
        .starting("requestReceived").met("reply");

    static final Rule M03C = of("M03c", MIGRATION, "40(7)", TEXT,
        "Where urgency is pleaded the reply comes in the period asked for, or within two weeks.",
        "En cas d’urgence, la réponse vient dans le délai demandé, ou dans les deux semaines.")
        .within(weeks(2)).missed("Silence is acceptance (Art 40(8)).", "Le silence vaut acceptation (art. 40, § 8).")
        .starting("requestReceived").met("reply");

    static final Rule M04 = of("M04", MIGRATION, "40(8)", TEXT,
        "Without an objection that gives its reasons in time the request is accepted: silence and a refusal without reasons are the same.",
        "Sans objection motivée dans le délai, la requête est acceptée : le silence et le refus sans motifs se valent.");

    static final Rule M05 = of("M05", MIGRATION, "41(1)", TEXT,
        "Taking back needs no request: it is notified within two weeks of the hit.",
        "La reprise en charge ne demande pas de requête : elle est notifiée dans les deux semaines du résultat positif.")
        .within(weeks(2))
        .missed("Responsibility does not move: the obligation to take back stays where it is.",
            "La responsabilité ne bouge pas : l’obligation de reprendre reste où elle est.")
        .starting("eurodacHit").met("notified");

    static final Rule M06 = of("M06", MIGRATION, "41(3), 41(4)", TEXT,
        "The state notified confirms within two weeks of receipt, or shows that it is not responsible.",
        "L’État notifié confirme dans les deux semaines de la réception, ou démontre qu’il n’est pas responsable.")
        .within(weeks(2))
        .missed("Silence is confirmation (Art 41(4)).", "Le silence vaut confirmation (art. 41, § 4).")
        .starting("notificationReceived").met("confirmation");

    static final Rule M07 = of("M07", MIGRATION, "42(1)", TEXT,
        "The transfer decision is taken within two weeks of the acceptance or confirmation.",
        "La décision de transfert est prise dans les deux semaines de l’acceptation ou de la confirmation.")
        .within(weeks(2))
        .missed("The transfer stays possible; a detained person is released (Art 45(4)).",
            "Le transfert reste possible ; une personne placée en rétention ne l’est plus (art. 45, § 4).")
        .starting("accepted", "confirmation").met("decisionTaken")
        .alone(Procedure.TRANSFER, Procedure.TC, Procedure.TBN, Procedure.DETENTION);

    static final Rule M08A = of("M08a", MIGRATION, "43(2)", TEXT,
        "A transfer decision can be appealed within the period set by national law, between one and three weeks.",
        "La décision de transfert peut être contestée dans le délai fixé par le droit national, entre une et trois semaines.")
        .within(weeks(3))
        .starting("decisionNotified").met("appealFiled").everywhere();

    static final Rule M08B = of("M08b", MIGRATION, "43(3)", TEXT,
        "Suspension only on request; the court decides on it within one month.",
        "Suspension seulement sur demande ; la juridiction statue dans un délai d’un mois.").within(months(1))
        .starting("suspensionRequested").met("suspensionDecided").everywhere();

    static final Rule M09A = of("M09a", MIGRATION, "45(1) first sentence", TEXT,
        "For a detained person the request or notification is made within two weeks of the registration, or of the Eurodac hit where no new application was registered.",
        "Pour une personne en rétention, la requête ou la notification est faite dans les deux semaines de l’enregistrement, ou du résultat Eurodac si aucune nouvelle demande n’est enregistrée.")
        .within(weeks(2))
        .missed("The person is released; the ordinary period goes on (Art 45(4)).",
            "La personne n’est plus placée en rétention ; le délai ordinaire continue (art. 45, § 4).")
        .starting("registered").met("requestSent");

    static final Rule M09B = of("M09b", MIGRATION, "45(1) second sentence", TEXT,
        "For a person detained later than the registration the request or notification is made within one week of the detention.",
        "Pour une personne placée en rétention après l’enregistrement, la requête ou la notification est faite dans la semaine du placement.")
        .within(weeks(1))
        .missed("The person is released; the ordinary period goes on (Art 45(4)).",
            "La personne n’est plus placée en rétention ; le délai ordinaire continue (art. 45, § 4).")
        .starting("detainedFrom").met("requestSent");

    static final Rule M10A = of("M10a", MIGRATION, "45(2)", TEXT,
        "For a detained person the reply comes within one week of receipt.",
        "Pour une personne en rétention, la réponse vient dans la semaine de la réception.")
        .within(weeks(1)).missed("Silence is acceptance.", "Le silence vaut acceptation.")
        .starting("requestReceived").met("reply");

    static final Rule M10B = of("M10b", MIGRATION, "45(3), 45(4)", TEXT,
        "A detained person is transferred within five weeks of the acceptance or confirmation, or of the end of suspensive effect.",
        "Une personne en rétention est transférée dans les cinq semaines de l’acceptation ou confirmation, ou de la fin de l’effet suspensif.")
        .within(weeks(5))
        .missed("The person is released; the six months for the transfer go on (Art 45(4)).",
            "La personne n’est plus placée en rétention ; les six mois pour le transfert continuent (art. 45, § 4).")
        .starting("accepted").met("transferred");

    static final Rule M11A = of("M11a", MIGRATION, "46(1), 46(2)", TEXT,
        "The transfer is carried out within six months of the acceptance, of the confirmation, or of the final decision on an appeal with suspensive effect.",
        "Le transfert est exécuté dans les six mois de l’acceptation, de la confirmation, ou de la décision définitive sur un recours suspensif.")
        .within(months(6))
        .missed("Responsibility passes to the transferring state (Art 46(2)).",
            "La responsabilité passe à l’État qui procède au transfert (art. 46, § 2).")
        .starting("accepted").met("transferred");

    static final Rule M11B = of("M11b", MIGRATION, "46(2)", TEXT,
        "Imprisonment extends the period for the transfer to one year at most.",
        "L’emprisonnement prolonge le délai de transfert jusqu’à un an au maximum.").within(years(1))
        .missed("Responsibility passes to the transferring state.",
            "La responsabilité passe à l’État qui procède au transfert.")
        .starting("accepted").met("transferred");

    static final Rule M11C = of("M11c", MIGRATION, "46(2)", TEXT,
        "Absconding, physical resistance, making oneself unfit or refusing what the transfer medically needs extend the period to three years at most from the day on which the responsible state was informed.",
        "La fuite, la résistance physique, l’inaptitude provoquée ou le refus des exigences médicales prolongent le délai jusqu’à trois ans au maximum à compter du jour où l’État responsable en a été informé.")
        .within(years(3))
        .missed("Told after the six months, the extension does not exist.",
            "Informée après les six mois, la prolongation n’existe pas.")
        .starting("abscondInformed").met("transferred");

    static final Rule M11D = of("M11d", MIGRATION, "46(2)", TEXT,
        "When the person is available again and less than three months remain, the transferring state has three months.",
        "Si la personne est de nouveau disponible et qu’il reste moins de trois mois, l’État dispose de trois mois.")
        .within(months(3))
        .missed("Responsibility passes to the transferring state.",
            "La responsabilité passe à l’État qui procède au transfert.")
        .starting("availableAgain").met("transferred");

    static final Rule M12 = of("M12", MIGRATION, "35(2)", TEXT,
        "A humanitarian request, with written consent and before a first decision on the substance, is answered within two months.",
        "Une requête humanitaire, avec consentement écrit et avant une première décision au fond, reçoit réponse dans les deux mois.")
        .within(months(2))
        .missed("Silence is not acceptance. Chase the reply.", "Le silence ne vaut pas acceptation. Relancer.")
        .starting("requestReceived").met("reply");

    static final Rule M13 = of("M13", MIGRATION, "51(5)", TEXT,
        "A request for information is answered within three weeks; where a late answer shows that the state asked is responsible, the period of Article 39 is longer by the delay.",
        "Il est répondu à une demande d’informations dans les trois semaines ; si la réponse tardive montre que l’État interrogé est responsable, le délai de l’article 39 est prolongé du retard.")
        .within(weeks(3))
        .starting("infoRequestReceived").met("infoReplied");

    static final Rule M14 = of("M14", MIGRATION, "24 to 34", TEXT,
        "The criteria apply in the order of the chapter, on the facts of the first registration.",
        "Les critères s’appliquent dans l’ordre du chapitre, selon les faits au premier enregistrement.");

    static final Rule M15A = of("M15a", MIGRATION, "37(2)", TEXT,
        "After a border procedure the duties cease fifteen months after the rejection became final.",
        "Après une procédure à la frontière, les obligations cessent quinze mois après le rejet définitif.")
        .within(months(15)).counted(Counting.CALENDAR)
        .starting("borderRejectionFinal").interrupted("registered").alone(Procedure.CESSATION);

    static final Rule M15B = of("M15b", MIGRATION, "37(4)", TEXT,
        "The duties cease where the person left the territories for at least nine months.",
        "Les obligations cessent si la personne a quitté les territoires pendant au moins neuf mois.").within(months(9))
        .counted(Counting.CALENDAR)
        .starting("leftTerritory").interrupted("reEntered").alone(Procedure.CESSATION);

    static final Rule M15C = of("M15c", MIGRATION, "37(1), 37(5)", MEMORY,
        "A state that issues a residence document becomes responsible and takes over the duties; a removal carried out ends the duty to take back.",
        "L’État qui délivre un titre de séjour devient responsable et reprend les obligations ; un éloignement exécuté met fin à l’obligation de reprise en charge.");

    static final Rule M16A = of("M16a", MIGRATION, "23(2)", TEXT,
        "A representative for an unaccompanied child is appointed within fifteen working days of the making of the application.",
        "Un représentant est désigné pour le mineur non accompagné dans les quinze jours ouvrés de la présentation de la demande.")
        .within(workingDays(15))
        .starting("made", "applicationMade").met("representativeAppointed").alone(Procedure.SAFEGUARD);

    static final Rule M16B = of("M16b", MIGRATION, "23(2)", TEXT,
        "In a disproportionate number of applications ten working days more.",
        "En cas d’afflux disproportionné, dix jours ouvrés de plus.").within(workingDays(25))
        .starting("made", "applicationMade").met("representativeAppointed");

    static final Rule M17A = of("M17a", MIGRATION, "67(9)", TEXT,
        "The state of relocation replies within one week; two where it tells that it needs them.",
        "L’État de relocalisation répond dans la semaine ; deux s’il signale en avoir besoin.").within(weeks(1))
        .starting("relocationRequested").met("relocationConfirmed").everywhere();

    static final Rule M17B = of("M17b", MIGRATION, "67(10)", TEXT,
        "The decision on the relocation is taken within one week.",
        "La décision de relocalisation est prise dans la semaine.").within(weeks(1))
        .starting("relocationConfirmed").met("decisionTaken").everywhere();

    static final Rule M17C = of("M17c", MIGRATION, "67(11)", TEXT,
        "The person is transferred for relocation within four weeks.",
        "La personne est transférée aux fins de relocalisation dans les quatre semaines.").within(weeks(4))
        .starting("relocationDecided").met("transferred").everywhere();

    static final Rule M18 = of("M18", MIGRATION, "75", TEXT,
        "A last day that is a Saturday, a Sunday or a public holiday moves to the next working day.",
        "Un dernier jour qui tombe un samedi, un dimanche ou un jour férié est reporté au jour ouvrable suivant.");

    static final Rule M19A = of("M19a", MIGRATION_IMPLEMENTING, "9(2)", TEXT,
        "After a negative reply a re-examination may be asked for within three weeks of receiving it.",
        "Après une réponse négative, un réexamen peut être demandé dans les trois semaines de sa réception.")
        .within(weeks(3))
        .missed("The request for re-examination is inadmissible.", "La demande de réexamen est irrecevable.")
        .starting("negativeReplyReceived", "rejectionReceived").met("reexamSent");

    static final Rule M19B = of("M19b", MIGRATION_IMPLEMENTING, "9(2)", TEXT,
        "The re-examination is answered within two weeks; without an answer it ends without effect.",
        "Il est répondu au réexamen dans les deux semaines ; sans réponse, il prend fin sans effet.").within(weeks(2))
        .missed("The re-examination ends; the request is not accepted.",
            "Le réexamen prend fin ; la requête n’est pas acceptée.")
        .starting("reexamSent").met("reexamReply");

    static final Rule M19C = of("M19c", MIGRATION_IMPLEMENTING, "15(3)", TEXT,
        "For a take back notification a reconsideration may be asked for within two weeks, and is answered within two weeks.",
        "Pour une notification de reprise en charge, une reconsidération peut être demandée dans les deux semaines ; il y est répondu dans les deux semaines.")
        .within(weeks(2))
        .missed("The reconsideration ends without effect.", "La reconsidération prend fin sans effet.")
        .starting("negativeReplyReceived", "rejectionReceived").met("reexamSent");

    static final Rule M20A = of("M20a", MIGRATION_IMPLEMENTING, "10(2), 11(4)", TEXT,
        "Information on dependants or on the family of a child is answered within two weeks.",
        "Il est répondu dans les deux semaines aux informations sur les personnes à charge ou la famille d’un mineur.")
        .within(weeks(2))
        .starting("familyInfoRequested").met("infoReplied").everywhere();

    static final Rule M20B = of("M20b", MIGRATION_IMPLEMENTING, "10(2), 11(4)", TEXT,
        "Two weeks more where the requested state tells that it needs them.",
        "Deux semaines de plus si l’État requis signale qu’il en a besoin.").within(weeks(2))
        .starting("familyInfoExtended").met("infoReplied").everywhere();

    static final Rule M21A = of("M21a", MIGRATION_IMPLEMENTING, "24 to 26", TEXT,
        "The form of a transfer is sent at most fourteen and at least seven days before the arrival.",
        "Le formulaire de transfert est envoyé au plus quatorze et au moins sept jours avant l’arrivée.")
        .within(days(7)).counted(Counting.CALENDAR)
        .back("arrival");

    static final Rule M21B = of("M21b", MIGRATION_IMPLEMENTING, "25(3), 26", TEXT,
        "At least twenty-one days before the arrival for special needs, an unaccompanied child, a threat to security, or a group of ten or more.",
        "Au moins vingt et un jours avant l’arrivée pour des besoins particuliers, un mineur non accompagné, une menace pour la sécurité ou un groupe d’au moins dix.")
        .within(days(21)).counted(Counting.CALENDAR)
        .back("arrival");

    static final Rule M21C = of("M21c", MIGRATION_IMPLEMENTING, "24 to 26", TEXT,
        "The form is answered within five days; without news of the arrival within seven days the transfer counts as carried out.",
        "Il est répondu au formulaire dans les cinq jours ; sans nouvelle de l’arrivée dans les sept jours, le transfert est réputé exécuté.")
        .within(days(5))
        .starting("formReceived").met("formAnswered").everywhere();

    static final Rule M22 = of("M22", MIGRATION_IMPLEMENTING, "5", TEXT,
        "Each message bears a reference with its type, 01 to 12, with P for priority and G for a group.",
        "Chaque message porte une référence avec son type, 01 à 12, suivie de P pour priorité et G pour un groupe.");

    static final Rule M23 = of("M23", MIGRATION_IMPLEMENTING, "6", TEXT,
        "The national access point answers day and night; an outage does not suspend the limits of Articles 39 to 41.",
        "Le point d’accès national répond jour et nuit ; une panne ne suspend pas les délais des articles 39 à 41.");

    static final Rule T01 = of("T01", DUBLIN_III, "Withdrawal of the United Kingdom", MEMORY,
        "The United Kingdom takes part until 31 December 2020, 23:00 GMT, and in none of the later texts.",
        "Le Royaume-Uni participe jusqu’au 31 décembre 2020, 23 h GMT, et à aucun des textes ultérieurs.")
        .between("2014-01-01", "2020-12-31");

    static final Rule T02 = of("T02", MIGRATION, "84(2)", TEXT,
        "Applications registered before the day of application use the criteria of Regulation 604/2013.",
        "Les demandes enregistrées avant la date d’application suivent les critères du règlement 604/2013.");

    static final Rule T03 = of("T03", PROCEDURES_REGULATION, "79(3)", TEXT,
        "The common procedure governs applications lodged from 12 June 2026; earlier ones stay under Directive 2013/32.",
        "La procédure commune régit les demandes introduites à partir du 12 juin 2026 ; les précédentes restent sous la directive 2013/32.");

    static final List<Rule> ALL = List.of(M01A, M01B, M01C, M02, M03A, M03B, M03C, M04, M05, M06, M07, M08A, M08B, M09A,
        M09B, M10A, M10B,
        M11A, M11B, M11C, M11D, M12, M13, M14, M15A, M15B, M15C, M16A, M16B, M17A, M17B, M17C, M18, M19A, M19B, M19C,
        M20A,
        M20B, M21A, M21B,
        M21C, M22, M23);

    static final List<Rule> TRANSITION = List.of(T01, T02, T03);

    private MigrationRules() {}
}
