package org.entente.law;

import org.entente.kernel.Text;

/// The words of the printed rule book around the rules: cover, headings, the lines of a card.
enum Frame {

    MARKING("A PROPOSAL WITH REASONS · NOT LEGAL ADVICE",
        "UNE PROPOSITION MOTIVÉE · PAS UN AVIS JURIDIQUE"),
    TITLE("Rule book of the law", "Recueil des règles de droit"),
    SUBTITLE("Time limits, responsibility, return and protection, as the program reads and counts them",
        "Délais, responsabilité, retour et protection, tels que le programme les lit et les compte"),
    STATES("France and the United Kingdom, Calais and the Channel",
        "La France et le Royaume-Uni, Calais et la Manche"),
    IS("This book prints every rule that the program applies, from the same source that it applies: there is no second list. It is written so that a lawyer who does not program can check each rule against its article.",
        "Ce recueil imprime chaque règle que le programme applique, depuis la source même qu’il applique : il n’y a pas d’autre liste. Il est écrit pour qu’un juriste qui ne programme pas puisse vérifier chaque règle avec son article."),
    IS_NOT(
        "It is not legal advice and takes no decision. What the program says of a file is a proposal with its reasons; a human being decides. Where a fact is missing it says so and guesses nothing; where facts contradict each other it names both and gives no date.",
        "Ce n’est pas un avis juridique et il ne décide rien. Ce que le programme dit d’un dossier est une proposition motivée ; un être humain décide. Si un fait manque, il le dit et ne devine rien ; si des faits se contredisent, il les nomme et ne donne aucune date."),
    CHECK(
        "Check first what is marked “to be checked”: those rules come from memory or from a secondary source. Then the uncertain points, and the day of the succession.",
        "Vérifier d’abord ce qui est marqué « à vérifier » : ces règles viennent de mémoire ou d’une source secondaire. Ensuite les points incertains et la date de la succession."),
    EDITIONS("Both editions, English and French, are printed from the same rules and carry the same numbers.",
        "Les deux éditions, anglaise et française, sont imprimées depuis les mêmes règles et portent les mêmes numéros."),
    RULES_COUNTED("Rules", "Règles"),
    CRITERIA_COUNTED("Rows of the criteria", "Lignes des critères"),
    TO_CHECK_COUNTED("Of the rules, to be checked", "Dont règles à vérifier"),
    DAYS("Days that a file may hold", "Dates admises dans un dossier"),
    CALENDARS("Public holidays known", "Jours fériés connus"),
    CALENDARS_OF(
        "France, Alsace-Moselle, England and Wales, Scotland, Northern Ireland; for any other state a list is given, or weekends alone count",
        "France, Alsace-Moselle, Angleterre et pays de Galles, Écosse, Irlande du Nord ; pour tout autre État une liste est fournie, sinon seuls les week-ends comptent"),
    SUCCESSION("The successor applies from", "Le successeur s’applique à partir du"),
    PRINTED("As printed", "Texte imprimé"),

    CONTENTS("Contents", "Sommaire"),
    COUNTING("How days are counted", "Comment les jours sont comptés"),
    COUNTING_LEAD(
        "Four ways of counting; each card names one of them by its letter. In all of them the last day is in time until midnight.",
        "Quatre façons de compter ; chaque fiche désigne la sienne par sa lettre. Dans toutes, le dernier jour est dans le délai jusqu’à minuit."),
    SURE("How sure the readings are", "Fiabilité des lectures"),
    SURE_LEAD("Where the words of each rule come from.", "D’où viennent les mots de chaque règle."),
    MARK("Mark", "Marque"),
    CRITERIA("Criteria", "Critères"),
    FIRST_ROW("The first row that applies decides.", "La première ligne applicable décide."),
    ORDER(
        "The order of the rows is part of the rule. A row that hangs on an unknown fact stops the table there: the fact is named as missing and no state is named.",
        "L’ordre des lignes fait partie de la règle. Une ligne qui dépend d’un fait inconnu arrête le tableau : le fait est signalé manquant et aucun État n’est désigné."),
    ORDER_RULE("The order is that of rule ", "L’ordre est celui de la règle "),
    CHILDREN("Rows 1 to 4 are the only ones that count for an unaccompanied child.",
        "Pour un mineur non accompagné, seules comptent les lignes 1 à 4."),
    FLAWS(
        "Before a transfer under a row on irregular entry, stay or disembarkation, a person checks whether systemic flaws in that state would expose the applicant to inhuman treatment. The program warns and does not decide that.",
        "Avant un transfert fondé sur une ligne d’entrée irrégulière, de séjour ou de débarquement, une personne vérifie si des défaillances systémiques de cet État exposeraient à un traitement inhumain. Le programme avertit et n’en décide pas."),
    ROW("Row", "Ligne"),
    ARTICLE("Article", "Article"),
    CONDITION("What must hold, and which state is then responsible",
        "Ce qui doit être établi, et quel État est alors responsable"),
    UNCERTAIN("Uncertain points", "Points incertains"),
    UNCERTAIN_LEAD(
        "What the law leaves open is shown and not hidden. Where two dates are defensible both are shown, and the earlier one is the day by which to act.",
        "Ce que le droit laisse ouvert est montré et non caché. Si deux dates se défendent, les deux sont indiquées, et la plus proche est celle à laquelle agir."),
    POINT("Point", "Point"),
    TREATMENT("What the program does", "Ce que fait le programme"),
    SUCCESSION_DAY("The day of the succession", "La date de la succession"),
    SUCCESSION_USED("First day of the new regime", "Premier jour du nouveau régime"),
    EVIDENCE("Evidence", "Éléments"),
    INDEX("Index by article", "Index par article"),
    CASE_LAW("Court of Justice of the European Union", "Cour de justice de l’Union européenne"),
    RULES("Rules", "Règles"),

    PERIOD("Period", "Délai"),
    STARTS("Starts with", "Point de départ"),
    BACK("Counted back from", "Compté à rebours depuis"),
    MET("Met by", "Acte attendu"),
    NOT_BEFORE("Not before its end", "Pas avant son terme"),
    INTERRUPTED("Interrupted by", "Interrompu par"),
    COUNTED("Counted", "Décompte"),
    MISSED("If missed", "À défaut"),
    IN_FORCE("In force", "En vigueur"),
    BINDS("Binds", "Lie"),
    READING("Reading", "Lecture"),
    OR(" or ", " ou "),
    FIRST_KNOWN("; the first of them that is known", " ; le premier qui est connu"),
    CHECK_FLAG("TO BE CHECKED", "À VÉRIFIER");

    private final Text text;

    Frame(String english, String french) {
        this.text = new Text(english, french);
    }

    Text text() {
        return text;
    }
}
