package org.entente.law;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.entente.kernel.Text;

/// What is known of the elements of trafficking: an act, by a means, for a purpose. What is left out is unknown.
/// Who the person is and where they come from cannot be said. What follows from it is the [PalermoFinding].
///
/// Source: Protocol to Prevent, Suppress and Punish Trafficking in Persons, especially Women and Children (Palermo,
/// 2000), Art 3; row V06. The words of Art 3(a) were read in English and French in secondary sources that quote it.
public record PalermoElements(
    Age age, Map<Act, Known> acts, Map<Means, Known> means, Map<Purpose, Known> purposes, Known consent,
    boolean lifeInDanger) {

    /// A child is under eighteen, Art 3(d).
    public enum Age {
        ADULT, CHILD, UNKNOWN
    }

    /// What is known of one thing. Denied: it was asked about, and the answer was no.
    public enum Known {
        KNOWN, DENIED, UNKNOWN
    }

    /// One thing that Art 3(a) names.
    public sealed interface Named permits Act, Means, Purpose {

        /// As Art 3(a) names it.
        Text text();
    }

    /// What was done, Art 3(a).
    public enum Act implements Named {
        RECRUITMENT("recruitment", "recrutement"),
        TRANSPORTATION("transportation", "transport"),
        TRANSFER("transfer", "transfert"),
        HARBOURING("harbouring", "hébergement"),
        RECEIPT("receipt", "accueil");

        private final Text text;

        Act(String english, String french) {
            this.text = new Text(english, french);
        }

        @Override
        public Text text() {
            return text;
        }
    }

    /// How it was done, Art 3(a).
    public enum Means implements Named {
        THREAT_OF_FORCE("threat of force", "menace de recours à la force"),
        FORCE("use of force", "recours à la force"),
        COERCION("other form of coercion", "autre forme de contrainte"),
        ABDUCTION("abduction", "enlèvement"),
        FRAUD("fraud", "fraude"),
        DECEPTION("deception", "tromperie"),
        ABUSE_OF_POWER("abuse of power", "abus d’autorité"),
        ABUSE_OF_VULNERABILITY("abuse of a position of vulnerability", "abus d’une situation de vulnérabilité"),
        PAYMENT_TO_A_PERSON_IN_CONTROL("payment or benefit to a person having control over another",
            "paiement ou avantage à une personne ayant autorité sur une autre");

        private final Text text;

        Means(String english, String french) {
            this.text = new Text(english, french);
        }

        @Override
        public Text text() {
            return text;
        }
    }

    /// What for, Art 3(a): its list is "at a minimum", so that other exploitation counts.
    public enum Purpose implements Named {
        PROSTITUTION_OF_OTHERS("exploitation of the prostitution of others",
            "exploitation de la prostitution d’autrui"),
        OTHER_SEXUAL_EXPLOITATION("other form of sexual exploitation", "autre forme d’exploitation sexuelle"),
        FORCED_LABOUR("forced labour or services", "travail ou services forcés"),
        SLAVERY("slavery", "esclavage"),
        PRACTICES_SIMILAR_TO_SLAVERY("practices similar to slavery", "pratiques analogues à l’esclavage"),
        SERVITUDE("servitude", "servitude"),
        REMOVAL_OF_ORGANS("removal of organs", "prélèvement d’organes"),
        OTHER_EXPLOITATION("other exploitation", "autre exploitation");

        private final Text text;

        Purpose(String english, String french) {
            this.text = new Text(english, french);
        }

        @Override
        public Text text() {
            return text;
        }
    }

    public PalermoElements {
        requireNonNull(age, "age");
        acts = inOrder(Act.class, acts);
        means = inOrder(Means.class, means);
        purposes = inOrder(Purpose.class, purposes);
        requireNonNull(consent, "consent");
    }

    private static <E extends Enum<E>> Map<E, Known> inOrder(Class<E> kind, Map<E, Known> said) {
        var all = new EnumMap<E, Known>(kind);
        for (var one : kind.getEnumConstants()) {
            all.put(one, said.getOrDefault(one, Known.UNKNOWN));
        }
        return Collections.unmodifiableMap(all);
    }
}
