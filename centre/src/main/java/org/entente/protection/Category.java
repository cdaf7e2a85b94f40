package org.entente.protection;

import org.entente.kernel.Text;

/// Why somebody may need protection. A situation, never an origin.
public enum Category {
    CHILD_ALONE("Child alone", "Enfant seul"),
    VICTIM_OF_TRAFFICKING("Possible victim of trafficking", "Victime possible de la traite"),
    MEDICAL("Medical need", "Besoin de soins"),
    VULNERABLE_ADULT("Vulnerable adult", "Adulte vulnérable"),
    SEPARATED_FAMILY("Separated family", "Famille séparée");

    private final Text name;

    Category(String english, String french) {
        name = new Text(english, french);
    }

    /// How it is called on the screen.
    public Text text() {
        return name;
    }
}
