package org.entente.law;

import static java.util.Objects.requireNonNull;
import static org.entente.law.Advice.Referral.NO_REFERRAL_FROM_THIS_LIST_ALONE;
import static org.entente.law.Advice.Referral.REFER_FOR_ASSESSMENT;
import static org.entente.law.PalermoElements.Age.ADULT;
import static org.entente.law.PalermoElements.Age.CHILD;
import static org.entente.law.PalermoElements.Known.DENIED;
import static org.entente.law.PalermoElements.Known.KNOWN;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.kernel.Text;
import org.entente.law.PalermoElements.Age;
import org.entente.law.PalermoElements.Known;
import org.entente.law.PalermoElements.Named;

/// Which elements of trafficking are shown and which are missing, and the advice that follows. Never a finding about a
/// person. Where the age is not known both readings are given and the one of a child is acted on.
///
/// It advises to refer as soon as one means or one exploitation is known; an act alone is only a journey. One
/// exception, for an adult: an exploitation is known and every means was asked about and denied. Consent changes
/// nothing.
///
/// Source: Palermo Protocol Art 3, row V06; when to refer is a product rule, V08.
public record PalermoFinding(Advice.Referral referral, List<Reading> readings, List<Text> lines) {

    /// The three elements of Art 3(a).
    public enum Element {
        ACT("act", "acte"), MEANS("means", "moyen"), PURPOSE("purpose of exploitation", "but d’exploitation");

        private final Text text;

        Element(String english, String french) {
            this.text = new Text(english, french);
        }

        /// Its name in words.
        public Text text() {
            return text;
        }
    }

    /// How one element stands: one thing at least is known of it; all of it was denied; something is still to ask; or
    /// nothing is known of it and the law does not ask for it.
    public enum State {
        SHOWN("shown", "établi"),
        DENIED("all denied", "tout nié"),
        TO_ASK("still to ask", "encore à demander"),
        NOT_NEEDED("not needed", "non requis");

        private final Text text;

        State(String english, String french) {
            this.text = new Text(english, french);
        }

        /// In words.
        public Text text() {
            return text;
        }
    }

    /// The elements as the law reads them for an adult or for a child.
    public record Reading(Age as, Map<Element, State> states, Advice.Referral referral) {
        public Reading {
            if (as == Age.UNKNOWN) {
                throw new IllegalArgumentException("a reading is that of an adult or of a child");
            }
            states = Collections.unmodifiableMap(new EnumMap<>(states));
            requireNonNull(referral, "referral");
        }

        /// The elements that are shown.
        public List<Element> shown() {
            return states.keySet().stream().filter(one -> states.get(one) == State.SHOWN).toList();
        }

        /// The elements that the law asks for and that are not shown, denied or not.
        public List<Element> missing() {
            return states.keySet().stream()
                .filter(one -> states.get(one) == State.DENIED || states.get(one) == State.TO_ASK).toList();
        }
    }

    public PalermoFinding {
        requireNonNull(referral, "referral");
        readings = List.copyOf(readings);
        lines = List.copyOf(lines);
    }

    /// What follows from what is known.
    public static PalermoFinding of(PalermoElements known) {
        var readings = switch (known.age()) {
            case ADULT -> List.of(reading(ADULT, known));
            case CHILD -> List.of(reading(CHILD, known));
            case UNKNOWN -> List.of(reading(CHILD, known), reading(ADULT, known));
        };
        var actedOn = readings.getFirst();
        return new PalermoFinding(actedOn.referral(), readings, lines(known, readings, actedOn));
    }

    private static Reading reading(Age as, PalermoElements known) {
        var states = new EnumMap<Element, State>(Element.class);
        states.put(Element.ACT, state(known.acts()));
        states.put(Element.MEANS, state(known.means()));
        states.put(Element.PURPOSE, state(known.purposes()));
        if (as == CHILD && states.get(Element.MEANS) != State.SHOWN) {
            states.put(Element.MEANS, State.NOT_NEEDED);
        }
        boolean exploited = states.get(Element.PURPOSE) == State.SHOWN && states.get(Element.MEANS) != State.DENIED;
        boolean refer = exploited || states.get(Element.MEANS) == State.SHOWN;
        return new Reading(as, states, refer ? REFER_FOR_ASSESSMENT : NO_REFERRAL_FROM_THIS_LIST_ALONE);
    }

    private static State state(Map<?, Known> said) {
        if (said.containsValue(KNOWN)) {
            return State.SHOWN;
        }
        return said.values().stream().allMatch(one -> one == DENIED) ? State.DENIED : State.TO_ASK;
    }

    private static List<Text> lines(PalermoElements known, List<Reading> readings, Reading actedOn) {
        var lines = new ArrayList<Text>();
        if (known.lifeInDanger()) {
            lines.add(Advice.LIFE_FIRST);
        }
        lines.add(actedOn.referral().text());
        if (readings.size() > 1) {
            lines.add(new Text("The age is not known: both readings are given; act on that of a child.",
                "L’âge n’est pas connu : les deux lectures sont données ; agir selon celle d’un enfant."));
        }
        readings.forEach(reading -> lines.add(line(reading, known)));
        if (actedOn.as() == CHILD) {
            lines.add(Advice.CHILD_NEEDS_NO_MEANS);
        } else if (actedOn.states().get(Element.MEANS) == State.SHOWN) {
            lines.add(Advice.CONSENT_DOES_NOT_COUNT);
        }
        lines.add(Advice.OPEN_BY_HAND);
        return lines;
    }

    private static Text line(Reading reading, PalermoElements known) {
        var parts = Arrays.stream(Element.values()).map(element -> part(element, reading, known)).toList();
        return new Text(
            (reading.as() == CHILD ? "Read as a child: " : "Read as an adult: ") + joined(parts, true, "; ") + ".",
            (reading.as() == CHILD ? "Lu comme enfant : " : "Lu comme adulte : ") + joined(parts, false, " ; ") + ".");
    }

    private static Text part(Element element, Reading reading, PalermoElements known) {
        var found = switch (element) {
            case ACT -> known(known.acts());
            case MEANS -> known(known.means());
            case PURPOSE -> known(known.purposes());
        };
        var state = reading.states().get(element).text();
        return new Text(
            element.text().english() + " " + state.english() + named(joined(found, true, ", ")),
            element.text().french() + " " + state.french() + named(joined(found, false, ", ")));
    }

    private static <N extends Named> List<Text> known(Map<N, Known> said) {
        return said.entrySet().stream().filter(one -> one.getValue() == KNOWN).map(one -> one.getKey().text()).toList();
    }

    private static String named(String things) {
        return things.isEmpty() ? "" : " (" + things + ")";
    }

    private static String joined(List<Text> texts, boolean english, String between) {
        return texts.stream().map(english ? Text::english : Text::french).collect(Collectors.joining(between));
    }
}
