package org.entente.law;

import static java.util.Objects.requireNonNull;
import static org.entente.law.Advice.Referral.NO_REFERRAL_FROM_THIS_LIST_ALONE;
import static org.entente.law.Advice.Referral.REFER_FOR_ASSESSMENT;
import static org.entente.law.Indicator.Strength.MEDIUM;
import static org.entente.law.Indicator.Strength.STRONG;
import static org.entente.law.Indicator.Strength.WEAK;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.kernel.Text;

/// From the signs that were seen to an advice: refer for assessment, or nothing from this list alone.
///
/// One positive dimension is enough to refer. The published method goes on to combine dimensions into a statement
/// about a person; that is the assessor's work and is not done here.
///
/// Source: rows V07 and V08; ILO and European Commission 2009, as [Indicator].
public final class Indicators {

    /// What was seen of one indicator. A sign that nobody asked about is not a sign that is absent.
    public enum Observation {
        OBSERVED, NOT_OBSERVED, NOT_ASKED
    }

    /// What goes in: one list, what was seen of each of its indicators by id, and whether a life may be in danger now.
    /// An id that is left out was not asked; an id of another list is an error of the caller. Who the person is and
    /// where they come from cannot be said.
    public record Screening(IndicatorSet list, Map<String, Observation> observations, boolean lifeInDanger) {
        public Screening {
            requireNonNull(list, "list");
            var ordered = new LinkedHashMap<String, Observation>();
            for (var indicator : list.indicators()) {
                ordered.put(indicator.id(), observations.getOrDefault(indicator.id(), Observation.NOT_ASKED));
            }
            if (!ordered.keySet().containsAll(observations.keySet())) {
                throw new IllegalArgumentException("an indicator that is not in the list " + list);
            }
            observations = Collections.unmodifiableMap(ordered);
        }

        private List<Indicator> having(Observation observation) {
            return list.indicators().stream().filter(one -> observations.get(one.id()) == observation).toList();
        }
    }

    private Indicators() {}

    /// The advice for one screening.
    public static Advice assess(Screening screening) {
        var observed = screening.having(Observation.OBSERVED);
        var positive = new ArrayList<Advice.PositiveDimension>();
        for (var dimension : Indicator.Dimension.values()) {
            var by = observed.stream().filter(one -> one.dimension() == dimension).toList();
            if (positive(count(by, STRONG), count(by, MEDIUM), count(by, WEAK))) {
                positive.add(new Advice.PositiveDimension(dimension, by));
            }
        }
        var referral = positive.isEmpty() ? NO_REFERRAL_FROM_THIS_LIST_ALONE : REFER_FOR_ASSESSMENT;
        var neverAsked = screening.having(Observation.NOT_ASKED);
        return new Advice(screening.list(), referral, positive, neverAsked,
            lines(screening, referral, positive, neverAsked.size()));
    }

    /// Whether so many observed indicators of one dimension make it positive: two strong; one strong and one other;
    /// three medium; two medium and one weak.
    static boolean positive(long strong, long medium, long weak) {
        return strong >= 2 || strong == 1 && medium + weak >= 1 || medium >= 3 || medium == 2 && weak >= 1;
    }

    private static long count(List<Indicator> indicators, Indicator.Strength strength) {
        return indicators.stream().filter(one -> one.strength() == strength).count();
    }

    private static List<Text> lines(
        Screening screening, Advice.Referral referral, List<Advice.PositiveDimension> positive, int neverAsked) {
        var lines = new ArrayList<Text>();
        if (screening.lifeInDanger()) {
            lines.add(Advice.LIFE_FIRST);
        }
        lines.add(referral.text());
        positive.forEach(one -> lines.add(reason(one)));
        if (positive.isEmpty()) {
            lines.add(
                new Text("No dimension of this list is positive.", "Aucune dimension de cette liste n’est positive."));
        }
        meansOrChild(screening.list(), positive).forEach(lines::add);
        lines.add(neverAsked(neverAsked, screening.list().indicators().size()));
        lines.add(source(screening.list().certainty()));
        lines.add(Advice.OPEN_BY_HAND);
        return lines;
    }

    private static Text reason(Advice.PositiveDimension positive) {
        long strong = count(positive.by(), STRONG);
        long medium = count(positive.by(), MEDIUM);
        long weak = count(positive.by(), WEAK);
        var name = positive.dimension().text();
        return new Text(
            name.english() + ": positive (strong: " + strong + ", medium: " + medium + ", weak: " + weak + ").",
            name.french() + " : dimension positive (forts : " + strong + ", moyens : " + medium + ", faibles : " + weak
                + ").");
    }

    private static List<Text> meansOrChild(IndicatorSet list, List<Advice.PositiveDimension> positive) {
        if (list.ofAChild()) {
            return List.of(Advice.CHILD_NEEDS_NO_MEANS);
        }
        if (positive.stream().anyMatch(one -> one.dimension().isMeans())) {
            return List.of(Advice.CONSENT_DOES_NOT_COUNT);
        }
        return positive.isEmpty()
            ? List.of()
            : List.of(new Text("No means is shown yet; the assessment looks for it.",
                "Aucun moyen n’apparaît encore ; l’évaluation le recherchera."));
    }

    private static Text neverAsked(int count, int all) {
        return new Text("Questions never asked: " + count + " of " + all + ". What was not asked is not known.",
            "Questions jamais posées : " + count + " sur " + all + ". Ce qui n’a pas été demandé n’est pas connu.");
    }

    /// How sure a list is; none of them was read in the text that the ILO published.
    static Text source(Certainty certainty) {
        return new Text(
            "Where this list comes from: " + certainty.text().english()
                + ". Compare it with the text published in 2009 before relying on it.",
            "D’où vient cette liste : " + certainty.text().french()
                + ". La comparer avec le texte publié en 2009 avant de s’y fier.");
    }
}
