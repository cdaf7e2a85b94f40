package org.entente.protection;

import org.entente.kernel.Text;

/// How a concern ended.
public enum Result {
    SAFE("In a place of safety", "En lieu sûr"),
    IN_CARE("In care", "Pris en charge"),
    REUNITED("Reunited with family", "Réuni avec sa famille"),
    HELP_DECLINED("Help was declined", "Aide déclinée"),
    NOT_FOUND("Not found", "Non retrouvé"),
    NO_NEED("No need of protection", "Pas de besoin de protection");

    private final Text name;

    Result(String english, String french) {
        name = new Text(english, french);
    }

    /// How it is called on the screen.
    public Text text() {
        return name;
    }
}
