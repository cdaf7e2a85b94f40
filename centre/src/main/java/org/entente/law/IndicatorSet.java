package org.entente.law;

import java.util.List;
import org.entente.kernel.Text;

/// The four lists of 2009. A person whose age is not known is asked the list of a child.
///
/// Source: as [Indicator]. Where the words of each list come from is said by [#certainty], and by every [Advice].
public enum IndicatorSet {

    ADULT_LABOUR("AL", Certainty.SECONDARY, "Adults, labour exploitation", "Adultes, exploitation par le travail"),

    CHILD_LABOUR("CL", Certainty.SECONDARY, "Children, labour exploitation", "Enfants, exploitation par le travail"),

    ADULT_SEXUAL("AS", Certainty.MEMORY, "Adults, sexual exploitation", "Adultes, exploitation sexuelle"),

    CHILD_SEXUAL("CS", Certainty.MEMORY, "Children, sexual exploitation", "Enfants, exploitation sexuelle");

    private final Certainty certainty;
    private final Text text;
    private final List<Indicator> indicators;

    IndicatorSet(String code, Certainty certainty, String english, String french) {
        this.certainty = certainty;
        this.text = new Text(english, french);
        this.indicators = IndicatorTable.column(code, ordinal());
    }

    /// Where its words and strengths come from.
    public Certainty certainty() {
        return certainty;
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
