package org.entente.law;

import java.util.List;
import java.util.stream.Stream;
import org.entente.kernel.Text;

/// Every rule of the house, in chapters, in the order in which a reader meets them.
public final class RuleBook {

    /// A chapter of the book.
    public record Chapter(Text title, List<Rule> rules) {

        public Chapter {
            rules = List.copyOf(rules);
        }
    }

    private static final List<Chapter> CHAPTERS = List.of(
        new Chapter(new Text("Dublin III: Regulation (EU) No 604/2013", "Dublin III : règlement (UE) n° 604/2013"),
            DublinRules.ALL),
        new Chapter(
            new Text("How Dublin III is carried out: Regulation (EC) No 1560/2003",
                "Modalités d’application : règlement (CE) n° 1560/2003"),
            ImplementingRules.ALL),
        new Chapter(
            new Text("The successor: Regulations (EU) 2024/1351 and 2025/2055",
                "Le successeur : règlements (UE) 2024/1351 et 2025/2055"),
            MigrationRules.ALL),
        new Chapter(new Text("From one regime to the other", "D’un régime à l’autre"), MigrationRules.TRANSITION),
        new Chapter(new Text("The asylum procedure: Directive 2013/32/EU and Regulation (EU) 2024/1348",
            "La procédure d’asile : directive 2013/32/UE et règlement (UE) 2024/1348"), ProcedureRules.PROCEDURE),
        new Chapter(new Text("Return: Directive 2008/115/EC", "Retour : directive 2008/115/CE"), ProcedureRules.RETURN),
        new Chapter(
            new Text("Victims of trafficking, children, orders of courts",
                "Victimes de la traite, mineurs, décisions de justice"),
            ProtectionRules.ALL));

    private RuleBook() {}

    /// The chapters.
    public static List<Chapter> chapters() {
        return CHAPTERS;
    }

    /// Every rule.
    public static List<Rule> rules() {
        return Stream
            .concat(CHAPTERS.stream().flatMap(chapter -> chapter.rules().stream()), Stream.of(DublinCriteria.ORDER))
            .toList();
    }
}
