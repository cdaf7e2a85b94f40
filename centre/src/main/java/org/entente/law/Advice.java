package org.entente.law;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.entente.kernel.Text;

/// What a list of indicators advises: assess, or nothing from this list alone. It is never a finding about a person,
/// names nobody, and closes nothing; a human being decides. The lines are to be read in their order.
///
/// Source: product rule V08 (Directive (EU) 2016/680 Art 11: no decision by a machine alone).
public record Advice(
    IndicatorSet list, Referral referral, List<PositiveDimension> positive, List<Indicator> neverAsked,
    List<Text> lines) {

    /// The two things that a list may say. There is no third.
    public enum Referral {
        REFER_FOR_ASSESSMENT("Refer for assessment.", "Orienter pour évaluation."),

        NO_REFERRAL_FROM_THIS_LIST_ALONE("No referral from this list alone. This closes nothing.",
            "Pas d’orientation sur la seule foi de cette liste. Cela ne ferme rien.");

        private final Text text;

        Referral(String english, String french) {
            this.text = new Text(english, french);
        }

        /// In words.
        public Text text() {
            return text;
        }
    }

    /// A dimension that is positive, and the observed indicators that made it so, in the order of the list.
    public record PositiveDimension(Indicator.Dimension dimension, List<Indicator> by) {
        public PositiveDimension {
            requireNonNull(dimension, "dimension");
            by = List.copyOf(by);
        }
    }

    /// Before everything else, when a life may be in danger.
    static final Text LIFE_FIRST = new Text(
        "A life may be in danger: first call the emergency number and the leading officer. The list can wait.",
        "Une vie est peut-être en danger : appeler d’abord le numéro d’urgence et l’officier qui dirige."
            + " La liste attendra.");

    /// After everything else, whatever the outcome.
    static final Text OPEN_BY_HAND = new Text(
        "This is advice, not a finding about a person. Anyone may still refer by hand, at any time, without this list.",
        "Ceci est un conseil, non un constat sur une personne."
            + " Chacun peut toujours orienter lui-même, à tout moment, sans cette liste.");

    static final Text CHILD_NEEDS_NO_MEANS = new Text(
        "For a child no means needs to be shown, and consent does not count (Palermo Protocol Art 3(b), (c)).",
        "Pour un enfant, aucun moyen n’est à établir et le consentement ne compte pas"
            + " (Protocole de Palerme, art. 3 b et c).");

    static final Text CONSENT_DOES_NOT_COUNT = new Text(
        "Where a means was used, consent does not count (Palermo Protocol Art 3(b)).",
        "Si un moyen a été employé, le consentement ne compte pas (Protocole de Palerme, art. 3 b).");

    public Advice {
        requireNonNull(list, "list");
        requireNonNull(referral, "referral");
        positive = List.copyOf(positive);
        neverAsked = List.copyOf(neverAsked);
        lines = List.copyOf(lines);
    }
}
