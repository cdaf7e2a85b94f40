package org.entente.law;

import org.entente.kernel.Text;

/// How sure the reading of a rule is: where its words come from.
public enum Certainty {

    TEXT("official text read", "texte officiel lu"),

    HOLDING("court holding read in its operative part or a summary", "dispositif de l’arrêt lu, ou son résumé"),

    SECONDARY("secondary source read", "source secondaire lue"),

    MEMORY("from memory: to be checked before it is relied on", "de mémoire : à vérifier avant de s’y fier"),

    DESIGN("a rule of this product", "règle de ce produit");

    private final Text text;

    Certainty(String english, String french) {
        this.text = new Text(english, french);
    }

    /// In words.
    public Text text() {
        return text;
    }
}
