package org.entente.protection;

import org.entente.kernel.Text;

/// What the person needs now.
public enum Need {
    PLACE_OF_SAFETY("Place of safety", "Lieu sûr"),
    MEDICAL_CARE("Medical care", "Soins"),
    FOOD_AND_WARMTH("Food and warmth", "Nourriture et chaleur"),
    INTERPRETER("Interpreter", "Interprète"),
    GUARDIAN("Guardian for a child", "Représentant légal pour un enfant"),
    LEGAL_ADVICE("Legal advice", "Conseil juridique"),
    FAMILY_TRACING("Family tracing", "Recherche de la famille");

    private final Text name;

    Need(String english, String french) {
        name = new Text(english, french);
    }

    /// How it is called on the screen.
    public Text text() {
        return name;
    }
}
