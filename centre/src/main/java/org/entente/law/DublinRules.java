package org.entente.law;

import static org.entente.law.Certainty.HOLDING;
import static org.entente.law.Certainty.TEXT;
import static org.entente.law.Instrument.DUBLIN_III;
import static org.entente.law.Period.months;
import static org.entente.law.Period.weeks;
import static org.entente.law.Period.years;
import static org.entente.law.Rule.of;

import java.util.List;

/// Regulation (EU) No 604/2013 (Dublin III): applications lodged from 1 January 2014 to 11 June 2026, the United Kingdom until
/// 31 December 2020. Rows D01 to D37 of the rules table.
final class DublinRules {

    static final Rule D01 = of("D01", DUBLIN_III, "20(2); C-670/16 part 3", HOLDING,
        "An application is lodged when the form, or the report of an authority, reaches the competent authority; the main information is enough.",
        "Une demande est introduite lorsque le formulaire, ou le procès-verbal d’une autorité, parvient à l’autorité compétente ; les principales informations suffisent.")
        .missed("Starts the period of three months for a request.",
            "Fait courir le délai de trois mois pour la requête.");

    static final Rule D02 = of("D02", DUBLIN_III, "21(1) first subparagraph", TEXT,
        "A request to take charge is made within three months of the day on which the application was lodged.",
        "La requête aux fins de prise en charge est présentée dans les trois mois suivant l’introduction de la demande.")
        .within(months(3))
        .missed("The state where the application was lodged becomes responsible (Art 21(1) third subparagraph).",
            "L’État auprès duquel la demande a été introduite devient responsable (art. 21, § 1, troisième alinéa).")
        .starting("lodged", "infoReachedCompetentAuthority").met("requestSent");

    static final Rule D03 = of("D03", DUBLIN_III, "21(1) second subparagraph; C-670/16 part 2", HOLDING,
        "After a Eurodac hit for irregular entry the request is made within two months of the hit, and never later than three months after lodging.",
        "Après un résultat positif Eurodac pour entrée irrégulière, la requête est présentée dans les deux mois du résultat, et jamais plus de trois mois après l’introduction.")
        .within(months(2))
        .missed("The state where the application was lodged becomes responsible (Art 21(1) third subparagraph).",
            "L’État auprès duquel la demande a été introduite devient responsable (art. 21, § 1, troisième alinéa).")
        .starting("eurodacHitCat2").met("requestSent");

    static final Rule D04 = of("D04", DUBLIN_III, "21(2)", TEXT,
        "An urgent reply may be asked for after a refusal of leave to enter or remain, an arrest for unlawful stay or a removal order; reasons are given, and the period asked for is at least one week.",
        "Une réponse urgente peut être demandée après un refus d’entrée ou de séjour, une arrestation pour séjour irrégulier ou une décision d’éloignement ; elle est motivée et le délai demandé est d’au moins une semaine.")
        .within(weeks(1))
        .missed("A shorter period is not a valid request for urgency.",
            "Un délai plus court n’est pas une demande d’urgence valable.")
        .starting("requestReceived").awaited("urgentReplyAskedBy");

    static final Rule D05 = of("D05", DUBLIN_III, "22(1), 22(7)", TEXT,
        "A request to take charge is answered within two months of its receipt.",
        "Il est répondu à la requête aux fins de prise en charge dans les deux mois de sa réception.")
        .within(months(2))
        .missed("Silence is acceptance, with the duty to arrange the arrival (Art 22(7)).",
            "Le silence vaut acceptation, avec l’obligation d’organiser l’arrivée (art. 22, § 7).")
        .starting("requestReceived").met("reply");

    static final Rule D06 = of("D06", DUBLIN_III, "22(6), 22(7)", TEXT,
        "Where urgency is pleaded every effort is made to reply in the period asked for; a very complex case may take up to one month if the postponement is told within that period.",
        "En cas d’urgence, tout est mis en œuvre pour répondre dans le délai demandé ; un cas très complexe peut prendre jusqu’à un mois si le report est communiqué dans ce délai.")
        .within(months(1))
        .missed("Silence is acceptance (Art 22(7)).", "Le silence vaut acceptation (art. 22, § 7).")
        .starting("requestReceived").met("reply");

    static final Rule D07 = of("D07", DUBLIN_III, "22(5)", TEXT,
        "Without formal proof, responsibility is accepted where the circumstantial evidence is coherent, verifiable and sufficiently detailed.",
        "À défaut de preuve formelle, la responsabilité est admise lorsque les indices sont cohérents, vérifiables et suffisamment détaillés.");

    static final Rule D08 = of("D08", DUBLIN_III, "23(2) first subparagraph, 23(3)", TEXT,
        "Where a new application was lodged and Eurodac shows an earlier one, the request to take back is made within two months of the hit.",
        "Si une nouvelle demande a été introduite et qu’Eurodac révèle une demande antérieure, la requête aux fins de reprise en charge est présentée dans les deux mois du résultat positif.")
        .within(months(2))
        .missed("The state of the new application becomes responsible (Art 23(3)).",
            "L’État de la nouvelle demande devient responsable (art. 23, § 3).")
        .starting("eurodacHitCat1").met("requestSent");

    static final Rule D09 = of("D09", DUBLIN_III, "23(2) second subparagraph, 23(3); C-213/17", TEXT,
        "On evidence other than Eurodac the request to take back is made within three months of the lodging of the new application, also while an appeal is pending elsewhere.",
        "Sur la base d’autres éléments qu’Eurodac, la requête aux fins de reprise en charge est présentée dans les trois mois de la nouvelle demande, même si un recours est pendant ailleurs.")
        .within(months(3))
        .missed("The state of the new application becomes responsible (Art 23(3)).",
            "L’État de la nouvelle demande devient responsable (art. 23, § 3).")
        .starting("lodged").met("requestSent");

    static final Rule D10 = of("D10", DUBLIN_III, "24(2) first subparagraph, 24(3)", TEXT,
        "Without a new application, after a search in Eurodac, the request to take back is made within two months of the hit.",
        "Sans nouvelle demande, après une consultation d’Eurodac, la requête aux fins de reprise en charge est présentée dans les deux mois du résultat positif.")
        .within(months(2))
        .missed(
            "The person must be given the chance to lodge a new application; responsibility does not move by itself (Art 24(3)).",
            "La personne doit pouvoir introduire une nouvelle demande ; la responsabilité ne bascule pas d’elle-même (art. 24, § 3).")
        .starting("eurodacHitArt17").met("requestSent");

    static final Rule D11 = of("D11", DUBLIN_III, "24(2) second subparagraph, 24(3); C-360/16", HOLDING,
        "Without a new application and without Eurodac, the request to take back is made within three months of the day on which the state became aware that another state may be responsible; after an unlawful return, from the day on which it became aware of the presence.",
        "Sans nouvelle demande et sans Eurodac, la requête aux fins de reprise en charge est présentée dans les trois mois du jour où l’État a appris qu’un autre peut être responsable ; après un retour irrégulier, du jour où il a eu connaissance de la présence.")
        .within(months(3))
        .missed(
            "The person must be given the chance to lodge a new application; responsibility does not move by itself (Art 24(3)).",
            "La personne doit pouvoir introduire une nouvelle demande ; la responsabilité ne bascule pas d’elle-même (art. 24, § 3).")
        .starting("aware").met("requestSent");

    static final Rule D12 = of("D12", DUBLIN_III, "24(4)", TEXT,
        "Where another state has finally rejected the application, the state may choose: a request to take back, or a return procedure.",
        "Si la demande a été définitivement rejetée par un autre État, l’État choisit : requête aux fins de reprise en charge, ou procédure de retour.");

    static final Rule D13A = of("D13a", DUBLIN_III, "25(1), 25(2)", TEXT,
        "A request to take back is answered within one month of its receipt.",
        "Il est répondu à la requête aux fins de reprise en charge dans le mois de sa réception.")
        .within(months(1))
        .missed("Silence is acceptance, with the duty to arrange the arrival (Art 25(2)).",
            "Le silence vaut acceptation, avec l’obligation d’organiser l’arrivée (art. 25, § 2).")
        .starting("requestReceived").met("reply");

    static final Rule D13B = of("D13b", DUBLIN_III, "25(1), 25(2)", TEXT,
        "A request to take back that rests on Eurodac is answered within two weeks of its receipt.",
        "Il est répondu à la requête aux fins de reprise en charge fondée sur Eurodac dans les deux semaines de sa réception.")
        .within(weeks(2))
        .missed("Silence is acceptance, with the duty to arrange the arrival (Art 25(2)).",
            "Le silence vaut acceptation, avec l’obligation d’organiser l’arrivée (art. 25, § 2).")
        .starting("requestReceived").met("reply");

    static final Rule D14 = of("D14", DUBLIN_III, "26(1) to (3)", TEXT,
        "After acceptance and before any transfer the person is told the transfer decision, with remedies, time limits, legal help and in a language understood; the right to a remedy starts then.",
        "Après l’acceptation et avant tout transfert, la décision de transfert est notifiée à l’intéressé avec les voies de recours, les délais, l’aide juridique, dans une langue comprise ; le droit au recours naît alors.")
        .missed("Without notice the decision cannot be carried out.",
            "Sans notification, la décision ne peut être exécutée.");

    static final Rule D15 = of("D15", DUBLIN_III, "27(2) to (4)", TEXT,
        "An appeal is open for a reasonable period set by national law; the transfer waits at least until the first decision on suspension.",
        "Un recours est ouvert pendant un délai raisonnable fixé par le droit national ; le transfert attend au moins la première décision sur la suspension.");

    static final Rule D16 = of("D16", DUBLIN_III, "28(2), 2(n); C-528/15", HOLDING,
        "Detention only on a significant risk of absconding found individually by criteria set in law, proportionate, and where nothing less will do; never because of the procedure alone.",
        "Rétention seulement en cas de risque non négligeable de fuite, constaté individuellement selon des critères fixés par la loi, proportionnée et à défaut de mesure moins coercitive ; jamais du seul fait de la procédure.")
        .missed("The detention is unlawful.", "La rétention est illégale.");

    static final Rule D17 = of("D17", DUBLIN_III, "28(3) second subparagraph", TEXT,
        "For a detained person the request is made within one month of the lodging of the application.",
        "Pour une personne placée en rétention, la requête est présentée dans le mois de l’introduction de la demande.")
        .within(months(1))
        .missed("The person is released; the ordinary period for the request goes on (Art 28(3) fourth subparagraph).",
            "La personne n’est plus placée en rétention ; le délai ordinaire de la requête continue (art. 28, § 3, quatrième alinéa).")
        .starting("lodged").met("requestSent");

    static final Rule D18 = of("D18", DUBLIN_III, "28(3) second subparagraph", TEXT,
        "For a detained person an urgent reply is asked for; it is given within two weeks of receipt.",
        "Pour une personne placée en rétention, une réponse urgente est demandée ; elle est donnée dans les deux semaines de la réception.")
        .within(weeks(2))
        .missed("Silence is acceptance.", "Le silence vaut acceptation.")
        .starting("requestReceived").met("reply");

    static final Rule D19 = of("D19", DUBLIN_III, "28(3) third subparagraph", TEXT,
        "A detained person is transferred within six weeks of the acceptance, or of the end of the suspensive effect of an appeal.",
        "Une personne placée en rétention est transférée dans les six semaines de l’acceptation, ou de la fin de l’effet suspensif d’un recours.")
        .within(weeks(6))
        .missed("The person is released; the six months for the transfer go on (Art 28(3) fourth subparagraph).",
            "La personne n’est plus placée en rétention ; le délai de six mois pour le transfert continue (art. 28, § 3, quatrième alinéa).")
        .starting("accepted").met("transferred");

    static final Rule D20 = of("D20", DUBLIN_III, "28(3); C-60/16", HOLDING,
        "Where detention begins after the acceptance, the six weeks do not run from the acceptance: up to two months can be lawful, three or twelve cannot; after the end of suspensive effect the full six weeks run, nothing deducted.",
        "Si la rétention commence après l’acceptation, les six semaines ne courent pas de l’acceptation : jusqu’à deux mois peuvent être licites, trois ou douze non ; après la fin de l’effet suspensif, six semaines entières courent, sans déduction.")
        .within(months(2)).missed("The person is released.", "La personne n’est plus placée en rétention.")
        .starting("detainedFrom").met("transferred");

    static final Rule D21 = of("D21", DUBLIN_III, "29(1), 29(2); C-201/16", HOLDING,
        "The transfer is carried out within six months of the acceptance, or of the final decision on an appeal with suspensive effect.",
        "Le transfert est exécuté dans les six mois de l’acceptation, ou de la décision définitive sur un recours à effet suspensif.")
        .within(months(6))
        .missed("Responsibility passes to the requesting state by itself (Art 29(2)).",
            "La responsabilité passe de plein droit à l’État requérant (art. 29, § 2).")
        .starting("accepted").met("transferred");

    static final Rule D22 = of("D22", DUBLIN_III, "29(2)", TEXT,
        "Imprisonment extends the period for the transfer to one year at most.",
        "L’emprisonnement prolonge le délai de transfert jusqu’à un an au maximum.")
        .within(years(1))
        .missed("Responsibility passes to the requesting state by itself (Art 29(2)).",
            "La responsabilité passe de plein droit à l’État requérant (art. 29, § 2).")
        .starting("accepted").met("transferred");

    static final Rule D23 = of("D23", DUBLIN_III, "29(2); Reg. 1560/2003 Art 9(2); C-163/17 part 2", HOLDING,
        "Absconding extends the period for the transfer to eighteen months at most, if the responsible state is told before the six months end; its consent is not needed.",
        "La fuite prolonge le délai de transfert jusqu’à dix-huit mois au maximum, si l’État responsable en est informé avant la fin des six mois ; son accord n’est pas nécessaire.")
        .within(months(18))
        .missed("Told too late, the extension does not exist: responsibility passes at the end of the six months.",
            "Informée trop tard, la prolongation n’existe pas : la responsabilité passe à la fin des six mois.")
        .starting("accepted").met("transferred");

    static final Rule D24 = of("D24", DUBLIN_III, "29(3)", TEXT,
        "Where a transfer was made in error or its decision is overturned, the transferring state promptly takes the person back.",
        "Si un transfert a été exécuté par erreur ou si sa décision est annulée, l’État qui y a procédé reprend en charge sans tarder la personne.");

    static final Rule D25 = of("D25", DUBLIN_III, "29(1), 27(3); C-245/21, C-338/21, C-359/22, C-556/21, C-323/21",
        HOLDING,
        "The six months are not stopped by an administrative suspension for impossibility, by a challenge to the refusal of a trafficking permit, by a challenge to a refusal under Article 17(1), by an interim measure at second instance unless the transfer was suspended at first instance, nor by a later request of a third state.",
        "Les six mois ne sont arrêtés ni par une suspension administrative pour impossibilité, ni par le recours contre le refus d’un titre « traite », ni par le recours contre un refus de l’article 17, § 1, ni par une mesure provisoire en seconde instance sauf si le transfert était suspendu en première, ni par la requête ultérieure d’un troisième État.")
        .missed("Responsibility passes at the end of the six months.",
            "La responsabilité passe à la fin des six mois.");

    static final Rule D26 = of("D26", DUBLIN_III, "19(2); C-155/15", HOLDING,
        "The duties cease where the person left the territories for at least three months, unless holding a valid residence document of the responsible state; a later application is a new one with a new determination.",
        "Les obligations cessent si la personne a quitté les territoires pendant au moins trois mois, sauf titre de séjour en cours de validité de l’État responsable ; une demande ultérieure est nouvelle et ouvre une nouvelle détermination.")
        .within(months(3))
        .starting("leftTerritory").interrupted("reEntered").alone(Procedure.CESSATION);

    static final Rule D27 = of("D27", DUBLIN_III, "19(1), 19(3)", TEXT,
        "A state that issues a residence document takes over the duties; a removal carried out ends the duties of Article 18(1)(c) and (d).",
        "L’État qui délivre un titre de séjour reprend les obligations ; un éloignement exécuté met fin à celles de l’article 18, § 1, points c) et d).");

    static final Rule D28 = of("D28", DUBLIN_III, "20(5)", TEXT,
        "Whoever withdrew the application during the determination is taken back by the first state to complete it; this ceases after an absence of three months or a residence document of another state.",
        "Celui qui a retiré sa demande pendant la détermination est repris par le premier État pour l’achever ; cela cesse après trois mois d’absence ou un titre de séjour d’un autre État.")
        .within(months(3))
        .starting("leftTerritory").interrupted("reEntered");

    static final Rule D29 = of("D29", DUBLIN_III, "17(2)", TEXT,
        "On humanitarian grounds a state may at any time before the first decision on the substance be asked to take charge, with the written consent of the persons; it replies within two months.",
        "Pour des raisons humanitaires, un État peut à tout moment avant la première décision au fond être prié de prendre en charge, avec le consentement écrit des intéressés ; il répond dans les deux mois.")
        .within(months(2))
        .missed("Silence is not acceptance: Article 22(7) does not name this request. Chase the reply.",
            "Le silence ne vaut pas acceptation : l’article 22, § 7, ne vise pas cette requête. Relancer.")
        .starting("requestReceived").met("reply");

    static final Rule D30 = of("D30", DUBLIN_III, "17(1)", TEXT,
        "A state that examines an application of its own choice tells the others through DubliNet and enters the day in Eurodac without delay.",
        "L’État qui choisit d’examiner une demande en informe les autres par DubliNet et inscrit aussitôt la date dans Eurodac.");

    static final Rule D31 = of("D31", DUBLIN_III, "34(5)", TEXT,
        "A request for information is answered within five weeks; if the answer is late and shows that the state asked is responsible, the period for the request is longer by the delay.",
        "Il est répondu à une demande d’informations dans les cinq semaines ; si la réponse tardive montre que l’État interrogé est responsable, le délai de la requête est prolongé du retard.")
        .within(weeks(5))
        .starting("infoRequestReceived").met("infoReplied");

    static final Rule D32 = of("D32", DUBLIN_III, "34(3)", TEXT,
        "The grounds of an application and of a decision are sent only with the written approval of the person, for named information.",
        "Les motifs de la demande et de la décision ne sont transmis qu’avec l’accord écrit de l’intéressé, pour des informations désignées.")
        .missed("The sending is refused.", "La transmission est refusée.");

    static final Rule D33 = of("D33", DUBLIN_III, "31, 32", TEXT,
        "Before a transfer the special needs are sent in reasonable time; a health certificate goes only between health professionals and with explicit consent, or where vital interests require it.",
        "Avant un transfert, les besoins particuliers sont transmis dans un délai raisonnable ; le certificat de santé ne circule qu’entre professionnels de santé et avec un consentement explicite, ou si des intérêts vitaux l’exigent.")
        .missed("The transfer is blocked until they are there.", "Le transfert est bloqué jusqu’à leur arrivée.");

    static final Rule D34 = of("D34", DUBLIN_III, "34(10), 31(3), 32(4)", TEXT,
        "Every transmission is recorded, and what was sent is not used for anything else.",
        "Chaque transmission est enregistrée, et ce qui est transmis ne sert à rien d’autre.");

    static final Rule D35 = of("D35", DUBLIN_III, "37(2)", TEXT,
        "In conciliation a solution is proposed within one month.",
        "En conciliation, une solution est proposée dans un délai d’un mois.").within(months(1))
        .starting("conciliationOpened").met("solutionProposed").everywhere();

    static final Rule D36 = of("D36", DUBLIN_III, "4, 5", TEXT,
        "The applicant is informed at lodging and interviewed before any transfer decision, in a language understood, in confidence, with a written summary.",
        "Le demandeur est informé dès l’introduction et entendu avant toute décision de transfert, dans une langue comprise, en confidence, avec un résumé écrit.")
        .missed("A flaw of procedure: the transfer decision may be annulled.",
            "Vice de procédure : la décision de transfert encourt l’annulation.");

    static final Rule D37 = of("D37", DUBLIN_III, "6(2) to (4)", TEXT,
        "Every unaccompanied child has a representative at once; best interests are assessed by four factors, and the family is searched for as soon as possible.",
        "Tout mineur non accompagné a un représentant sans attendre ; l’intérêt supérieur s’apprécie selon quatre facteurs, et la famille est recherchée dès que possible.")
        .missed("No result of the criteria is put forward without a representative.",
            "Aucun résultat des critères n’est proposé sans représentant.");

    static final List<Rule> ALL = List.of(D01, D02, D03, D04, D05, D06, D07, D08, D09, D10, D11, D12, D13A, D13B, D14,
        D15, D16, D17, D18,
        D19, D20, D21, D22, D23, D24, D25, D26, D27, D28, D29, D30, D31, D32, D33, D34, D35, D36, D37);

    private DublinRules() {}
}
