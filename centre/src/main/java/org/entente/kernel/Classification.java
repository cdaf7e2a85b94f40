package org.entente.kernel;

/// The three steps both states recognise; the equivalence is the centre's own and printed with each.
public enum Classification {
    OFFICIAL("OFFICIAL", "NON PROTÉGÉ"),
    SENSITIVE("OFFICIAL-SENSITIVE", "DIFFUSION RESTREINTE"),
    SECRET("SECRET", "SECRET");

    private final Text name;

    Classification(String english, String french) {
        name = new Text(english, french);
    }

    /// How it is printed.
    public Text text() {
        return name;
    }
}
