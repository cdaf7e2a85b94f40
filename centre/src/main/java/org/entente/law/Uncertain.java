package org.entente.law;

import java.util.List;
import org.entente.kernel.Text;

/// What the law leaves open, and what the program does about it: shown, never hidden.
///
/// @param rules the rules that it touches
record Uncertain(Text point, Text treatment, List<Rule> rules) {

    static final List<Uncertain> ALL = List.of(
        point(
            "Silence is acceptance: is the day of acceptance the last day for the reply, or the day after it?",
            "Both days are shown, and the period for the transfer is counted from each. Act on the earlier.",
            "Le silence vaut acceptation : le jour de l’acceptation est-il le dernier jour de la réponse, ou le lendemain ?",
            "Les deux dates sont indiquées, et le délai de transfert est compté de chacune. Agir à la plus proche.",
            DublinRules.D05, DublinRules.D13A, DublinRules.D21, MigrationRules.M04, MigrationRules.M11A),
        point(
            "An urgent reply was asked for and nobody told in time that it is postponed: does silence accept on the day asked for, or at the end of the month?",
            "Both days are shown. Act on the earlier.",
            "Une réponse urgente a été demandée et aucun report n’a été communiqué à temps : le silence vaut-il acceptation à la date demandée, ou à la fin du mois ?",
            "Les deux dates sont indiquées. Agir à la plus proche.", DublinRules.D06),
        point(
            "A Eurodac hit of unknown category: only one for irregular entry shortens the period for the request.",
            "Both days are shown, and the category is named as missing. Act on the earlier.",
            "Un résultat positif Eurodac de catégorie inconnue : seul celui pour entrée irrégulière abrège le délai de la requête.",
            "Les deux dates sont indiquées, et la catégorie est signalée manquante. Agir à la plus proche.",
            DublinRules.D03),
        point(
            "A late Eurodac hit after a new application: do the three months from lodging bound the two months from the hit, as C-670/16 held for taking charge?",
            "Where they differ both days are shown. Act on the earlier.",
            "Un résultat Eurodac tardif après une nouvelle demande : les trois mois depuis l’introduction bornent-ils les deux mois du résultat, comme C-670/16 l’a jugé pour la prise en charge ?",
            "Si elles diffèrent, les deux dates sont indiquées. Agir à la plus proche.", DublinRules.D08),
        point(
            "Detention that begins after the acceptance: C-60/16 gives no single number.",
            "Six weeks of detention and two months are both shown. Act on the earlier; a person decides.",
            "Une rétention qui commence après l’acceptation : C-60/16 ne donne pas de nombre unique.",
            "Six semaines de rétention et deux mois sont indiqués. Agir à la date la plus proche ; une personne décide.",
            DublinRules.D19, DublinRules.D20),
        point(
            "Whether an appeal suspends the transfer hangs on the model that national law chose.",
            "The program knows no national law: the file says whether the appeal suspends. Where it does not, that fact is named as missing and no day is given.",
            "L’effet suspensif d’un recours dépend du modèle choisi par le droit national.",
            "Le programme ne connaît pas le droit national : le dossier dit si le recours est suspensif. À défaut, ce fait est signalé manquant et aucune date n’est donnée.",
            DublinRules.D15, DublinRules.D21, MigrationRules.M08B, MigrationRules.M11A),
        point(
            "Article 12(4): a document or visa that expired exactly two years or exactly six months before stands between the two subparagraphs.",
            "Both states are shown and the result is marked as a boundary. A person decides.",
            "Article 12, § 4 : un titre ou un visa périmé depuis exactement deux ans ou exactement six mois se trouve entre les deux alinéas.",
            "Les deux États sont indiqués et le résultat est marqué comme limite. Une personne décide.",
            DublinCriteria.ORDER),
        point(
            "The day from which Regulation 2024/1351 applies: its text as printed and the other sources differ.",
            "The day is a setting with its evidence, printed in this book. Between the two days both regimes are shown.",
            "Le jour à partir duquel le règlement 2024/1351 s’applique : son texte imprimé et les autres sources diffèrent.",
            "Cette date est un paramètre accompagné de ses éléments, imprimés dans ce recueil. Entre les deux dates, les deux régimes sont indiqués.",
            MigrationRules.T02),
        point(
            "The periods inside the criteria, such as the twelve and the twenty months after a crossing: does their end move when it falls on a weekend or a public holiday?",
            "It is not moved and no second reading is given: where the end falls on such a day, check by hand.",
            "Les délais internes aux critères, tels les douze et les vingt mois après un franchissement : leur fin est-elle reportée si elle tombe un week-end ou un jour férié ?",
            "Elle n’est pas reportée et aucune seconde lecture n’est donnée : si la fin tombe un tel jour, vérifier à la main.",
            DublinCriteria.ORDER, MigrationRules.M14),
        point(
            "How Regulation 2024/1348 counts its own periods was not read.",
            "They are counted as under Article 75 of Regulation 2024/1351; where the last day moves, the day that does not move is shown too. Act on the earlier.",
            "La façon dont le règlement 2024/1348 compte ses propres délais n’a pas été lue.",
            "Ils sont comptés comme à l’article 75 du règlement 2024/1351 ; si le dernier jour est reporté, celui qui ne l’est pas est aussi indiqué. Agir au plus proche.",
            ProcedureRules.P05A, ProcedureRules.P05B, ProcedureRules.P05D, ProcedureRules.P05E, ProcedureRules.P06A,
            ProcedureRules.P06C, ProcedureRules.P06D, ProcedureRules.P06E));

    private static Uncertain point(String english, String treated, String french, String dealt, Rule... rules) {
        return new Uncertain(new Text(english, french), new Text(treated, dealt), List.of(rules));
    }
}
