package org.entente.law;

import static org.entente.law.Indicator.Dimension.ABUSE_OF_VULNERABILITY_AT_DESTINATION;
import static org.entente.law.Indicator.Dimension.COERCION_AT_DESTINATION;
import static org.entente.law.Indicator.Dimension.COERCIVE_RECRUITMENT;
import static org.entente.law.Indicator.Dimension.DECEPTIVE_RECRUITMENT;
import static org.entente.law.Indicator.Dimension.EXPLOITATION;
import static org.entente.law.Indicator.Dimension.RECRUITMENT_BY_ABUSE_OF_VULNERABILITY;

import java.util.ArrayList;
import java.util.List;
import org.entente.kernel.Text;

/// The four lists of 2009 side by side. Four letters stand before each wording, one per list in the order of
/// [IndicatorSet]: adult labour, child labour, adult sexual, child sexual; S strong, M medium, W weak, - not in it.
///
/// The first two columns were read in a secondary source that quotes the published lists; its totals, 67 and 65, and
/// the six counts of adult labour agree with what others say of them. The last two are from memory: the labour column
/// of the same age carried over, with the strength that is remembered where it differs, and in doubt the higher one,
/// so that an error refers a person too many and not one too few. The French is our own translation.
final class IndicatorTable {

    private record Row(Indicator.Dimension dimension, String strengths, Text text) {}

    private static final List<Row> ROWS = rows(

        in(DECEPTIVE_RECRUITMENT,
            "SSSS", "Deceived about the nature of the job, location or employer",
            "Tromperie sur la nature de l’emploi, le lieu ou l’employeur",
            "MMMM", "Deceived about conditions of work",
            "Tromperie sur les conditions de travail",
            "MMMM", "Deceived about content or legality of work contract",
            "Tromperie sur le contenu ou la légalité du contrat de travail",
            "MMMM", "Deceived about family reunification",
            "Tromperie sur le regroupement familial",
            "MMMM", "Deceived about housing and living conditions",
            "Tromperie sur le logement et les conditions de vie",
            "MMMM", "Deceived about legal documentation or obtaining legal migration status",
            "Tromperie sur les papiers ou l’obtention d’un statut migratoire régulier",
            "MMMM", "Deceived about travel and recruitment conditions",
            "Tromperie sur les conditions du voyage et du recrutement",
            "MMMM", "Deceived about wages or earnings",
            "Tromperie sur le salaire ou les gains",
            "MMMM", "Deceived through promises of marriage or adoption",
            "Tromperie par des promesses de mariage ou d’adoption",
            "WSWS", "Deceived about access to education opportunities",
            "Tromperie sur l’accès à des études"),

        in(COERCIVE_RECRUITMENT,
            "SSSS", "Violence on victims",
            "Violences sur la personne",
            "MSSS", "Abduction, forced marriage, forced adoption or selling of victim",
            "Enlèvement, mariage forcé, adoption forcée ou vente de la personne",
            "MMMM", "Confiscation of documents",
            "Confiscation des papiers",
            "MSSS", "Debt bondage",
            "Servitude pour dettes",
            "MMMM", "Isolation, confinement or surveillance",
            "Isolement, enfermement ou surveillance",
            "MMMM", "Threat of denunciation to authorities",
            "Menace de dénonciation aux autorités",
            "MSSS", "Threats of violence against victim",
            "Menaces de violences contre la personne",
            "MMMM", "Threats to inform family, community or public",
            "Menaces d’informer la famille, l’entourage ou le public",
            "MMMM", "Violence on family (threats or effective)",
            "Violences sur la famille (menaces ou actes)",
            "MMMM", "Withholding of money",
            "Rétention d’argent"),

        in(RECRUITMENT_BY_ABUSE_OF_VULNERABILITY,
            "MMMM", "Abuse of difficult family situation",
            "Abus d’une situation familiale difficile",
            "MMMM", "Abuse of illegal status",
            "Abus d’une situation irrégulière",
            "MMMM", "Abuse of lack of education (language)",
            "Abus d’un manque d’instruction (langue)",
            "MMMM", "Abuse of lack of information",
            "Abus d’un manque d’information",
            "MMMM", "Control of exploiters",
            "Emprise des exploiteurs",
            "MMMM", "Economic reasons",
            "Raisons économiques",
            "MMMM", "False information about successful migration",
            "Fausses informations sur une migration réussie",
            "M-MM", "False information about law, attitude of authorities",
            "Fausses informations sur le droit, l’attitude des autorités",
            "MMMM", "Family situation",
            "Situation familiale",
            "MMMM", "Personal situation",
            "Situation personnelle",
            "MMMM", "Psychological and emotional dependency",
            "Dépendance psychologique et affective",
            "MMMM", "Relationship with authorities or legal status",
            "Rapport aux autorités ou statut juridique",
            "MMMM", "Difficulties in the past",
            "Difficultés passées",
            "MMMM", "Difficulty to organise the travel",
            "Difficulté à organiser le voyage",
            "WMWM", "Abuse of cultural or religious beliefs",
            "Abus de croyances culturelles ou religieuses",
            "WMWM", "General context",
            "Contexte général"),

        in(EXPLOITATION,
            "SSMS", "Excessive working days or hours",
            "Jours ou heures de travail excessifs",
            "MMMM", "Bad living conditions",
            "Mauvaises conditions de vie",
            "MMMS", "Hazardous work",
            "Travail dangereux",
            "MMMM", "Low or no salary",
            "Salaire faible ou nul",
            "MMMM", "No respect of labour laws or contract signed",
            "Non-respect du droit du travail ou du contrat signé",
            "M-MM", "No social protection (contract, social insurance, etc.)",
            "Absence de protection sociale (contrat, assurances sociales, etc.)",
            "MMMM", "Very bad working conditions",
            "Très mauvaises conditions de travail",
            "MMMM", "Wage manipulation",
            "Manipulation du salaire",
            "WMWM", "No access to education",
            "Pas d’accès à l’instruction"),

        in(COERCION_AT_DESTINATION,
            "SSSS", "Confiscation of documents",
            "Confiscation des papiers",
            "SSSS", "Debt bondage",
            "Servitude pour dettes",
            "SSSS", "Isolation, confinement or surveillance",
            "Isolement, enfermement ou surveillance",
            "SSSS", "Violence on victims",
            "Violences sur la personne",
            "MSMS", "Forced into illicit or criminal activities",
            "Contrainte à des activités illicites ou criminelles",
            "MSSS", "Forced tasks or clients",
            "Tâches ou clients imposés",
            "MMMM", "Forced to act against peers",
            "Contrainte d’agir contre ses pairs",
            "MMMM", "Forced to lie to authorities, family, etc.",
            "Contrainte de mentir aux autorités, à la famille, etc.",
            "MMMM", "Threat of denunciation to authorities",
            "Menace de dénonciation aux autorités",
            "MMMM", "Threat to impose even worse working conditions",
            "Menace de conditions de travail encore pires",
            "MSSS", "Threats of violence against victim",
            "Menaces de violences contre la personne",
            "MSSS", "Under strong influence",
            "Sous forte influence",
            "MMMM", "Violence on family (threats or effective)",
            "Violences sur la famille (menaces ou actes)",
            "MMMM", "Withholding of wages",
            "Rétention du salaire",
            "WMWM", "Threats to inform family, community or public",
            "Menaces d’informer la famille, l’entourage ou le public"),

        in(ABUSE_OF_VULNERABILITY_AT_DESTINATION,
            "MMMM", "Dependency on exploiters",
            "Dépendance envers les exploiteurs",
            "MMMM", "Difficulty to live in an unknown area",
            "Difficulté à vivre dans un lieu inconnu",
            "MMMM", "Economic reasons",
            "Raisons économiques",
            "MMMM", "Family situation",
            "Situation familiale",
            "MMMM", "Relationship with authorities or legal status",
            "Rapport aux autorités ou statut juridique",
            "WMWM", "Difficulties in the past",
            "Difficultés passées",
            "WMWM", "Personal characteristics",
            "Caractéristiques personnelles"));

    private IndicatorTable() {}

    /// One list, by the place of its letter. The number in an id is that of the row in its dimension, so that one sign
    /// has one number in all four lists.
    static List<Indicator> column(String code, int column) {
        var list = new ArrayList<Indicator>();
        var dimension = DECEPTIVE_RECRUITMENT;
        int number = 0;
        for (var row : ROWS) {
            number = row.dimension == dimension ? number + 1 : 1;
            dimension = row.dimension;
            var id = code + "-" + dimension.code() + (number < 10 ? "0" : "") + number;
            switch (row.strengths.charAt(column)) {
                case 'S' -> list.add(new Indicator(id, dimension, Indicator.Strength.STRONG, row.text));
                case 'M' -> list.add(new Indicator(id, dimension, Indicator.Strength.MEDIUM, row.text));
                case 'W' -> list.add(new Indicator(id, dimension, Indicator.Strength.WEAK, row.text));
                case '-' -> {
                } // not in this list
                default -> throw new AssertionError("no such strength: " + row);
            }
        }
        return List.copyOf(list);
    }

    @SafeVarargs
    private static List<Row> rows(List<Row>... dimensions) {
        var all = new ArrayList<Row>();
        for (var dimension : dimensions) {
            all.addAll(dimension);
        }
        return List.copyOf(all);
    }

    private static List<Row> in(Indicator.Dimension dimension, String... cells) {
        var rows = new ArrayList<Row>();
        for (int cell = 0; cell < cells.length; cell += 3) {
            rows.add(new Row(dimension, cells[cell], new Text(cells[cell + 1], cells[cell + 2])));
        }
        return rows;
    }
}
