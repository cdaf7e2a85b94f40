package org.entente.law;

import static java.util.Objects.requireNonNull;

import org.entente.kernel.Text;

/// One sign of trafficking, as one list of 2009 has it: its dimension, its strength in that list and its wording.
/// The same sign can be weak for an adult and strong for a child: it is then another indicator with another id.
///
/// Source: International Labour Office and European Commission, Operational indicators of trafficking in human
/// beings, results from a Delphi survey, March 2009, revised September 2009.
public record Indicator(String id, Dimension dimension, Strength strength, Text text) {

    /// The six parts of a case that the lists ask about, in the order of the lists.
    public enum Dimension {
        DECEPTIVE_RECRUITMENT("DR", "Deceptive recruitment", "Recrutement par tromperie"),
        COERCIVE_RECRUITMENT("CR", "Coercive recruitment", "Recrutement par contrainte"),
        RECRUITMENT_BY_ABUSE_OF_VULNERABILITY("RV", "Recruitment by abuse of vulnerability",
            "Recrutement par abus de vulnérabilité"),
        EXPLOITATION("EX", "Exploitation", "Exploitation"),
        COERCION_AT_DESTINATION("CD", "Coercion at destination", "Contrainte à destination"),
        ABUSE_OF_VULNERABILITY_AT_DESTINATION("VD", "Abuse of vulnerability at destination",
            "Abus de vulnérabilité à destination");

        private final String code;
        private final Text text;

        Dimension(String code, String english, String french) {
            this.code = code;
            this.text = new Text(english, french);
        }

        String code() {
            return code;
        }

        /// Its name in words.
        public Text text() {
            return text;
        }

        /// Whether it speaks of a means of the Palermo Protocol; exploitation alone speaks of the purpose.
        boolean isMeans() {
            return this != EXPLOITATION;
        }
    }

    /// How much one sign weighs in its list.
    public enum Strength {
        STRONG, MEDIUM, WEAK
    }

    public Indicator {
        requireNonNull(id, "id");
        requireNonNull(dimension, "dimension");
        requireNonNull(strength, "strength");
        requireNonNull(text, "text");
    }
}
