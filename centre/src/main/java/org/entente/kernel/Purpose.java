package org.entente.kernel;

/// Why somebody acts or looks, chosen at log-in and written into every entry (LED Art 25: the justification).
public enum Purpose {
    OPERATIONS("Border operations", "Opérations à la frontière"),
    COMMAND("Command of the centre", "Commandement du centre"),
    INTELLIGENCE("Criminal intelligence", "Renseignement criminel"),
    SAFEGUARDING("Protection of the vulnerable", "Protection des personnes vulnérables"),
    PROGRAMME("Programme and joint report", "Programme et rapport conjoint"),
    AUDIT("Audit and inspection", "Audit et inspection"),
    FEED("Sensor or position feed", "Flux de capteurs ou de positions"),
    SYSTEM("The centre itself", "Le centre lui-même");

    private final Text name;

    Purpose(String english, String french) {
        name = new Text(english, french);
    }

    /// How it is called on the screen.
    public Text text() {
        return name;
    }
}
