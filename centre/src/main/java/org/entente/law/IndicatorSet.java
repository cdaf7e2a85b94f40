package org.entente.law;

import java.util.List;
import org.entente.kernel.Text;

/// The four lists of 2009. A person whose age is not known is asked the list of a child.
///
/// Source: as [Indicator]. Where the words of each list come from is said by [#sure], and by every [Advice].
public enum IndicatorSet {

    ADULT_LABOUR("AL", Sure.SECONDARY, "Adults, labour exploitation", "Adultes, exploitation par le travail"),

    CHILD_LABOUR("CL", Sure.SECONDARY, "Children, labour exploitation", "Enfants, exploitation par le travail"),

    ADULT_SEXUAL("AS", Sure.MEMORY, "Adults, sexual exploitation", "Adultes, exploitation sexuelle"),

    CHILD_SEXUAL("CS", Sure.MEMORY, "Children, sexual exploitation", "Enfants, exploitation sexuelle");

    /// Where a list and its strengths were taken from.
    public enum Sure {
        READ("This list was read in the published text of 2009.",
            "Cette liste a été lue dans le texte publié en 2009."),

        SECONDARY("This list was read in a secondary source; the published text of 2009 was not read.",
            "Cette liste a été lue dans une source secondaire ; le texte publié en 2009 n’a pas été lu."),

        MEMORY("This list is from memory; compare its strengths with the published text of 2009 before relying on it.",
            "Cette liste est de mémoire ; en comparer les forces avec le texte publié en 2009 avant de s’y fier.");

        private final Text text;

        Sure(String english, String french) {
            this.text = new Text(english, french);
        }

        /// In words.
        public Text text() {
            return text;
        }
    }

    private final Sure sure;
    private final Text text;
    private final List<Indicator> indicators;

    IndicatorSet(String code, Sure sure, String english, String french) {
        this.sure = sure;
        this.text = new Text(english, french);
        this.indicators = IndicatorTable.column(code, ordinal());
    }

    /// Where its words and strengths come from.
    public Sure sure() {
        return sure;
    }

    /// Its name in words.
    public Text text() {
        return text;
    }

    /// Its indicators, dimension by dimension, in the order of the list.
    public List<Indicator> indicators() {
        return indicators;
    }

    /// Whether it is a list for children, of whom no means is asked (Palermo Protocol Art 3(c)).
    public boolean ofAChild() {
        return this == CHILD_LABOUR || this == CHILD_SEXUAL;
    }
}
