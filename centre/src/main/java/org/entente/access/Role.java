package org.entente.access;

import org.entente.kernel.Text;

/// What a desk is there for. A desk has exactly one.
public enum Role {
    OFFICER("Operations officer", "Officier des opérations"),
    FREIGHT("Freight search", "Fouille du fret"),
    ANALYST("Intelligence analyst", "Analyste du renseignement"),
    /// Operational command: French at Calais (JD2015 §15).
    COMMANDER("Operational command", "Commandement opérationnel"),
    GOLD("Gold commander", "Commandant stratégique"),
    SAFEGUARDING("Protection of the vulnerable", "Protection des personnes vulnérables"),
    PROGRAMME("Programme", "Programme"),
    AUDITOR("Auditor", "Auditeur"),
    ADMINISTRATOR("Administrator", "Administrateur"),
    /// A machine that brings observations; no person logs in with it.
    FEED("Feed", "Flux");

    private final Text name;

    Role(String english, String french) {
        name = new Text(english, french);
    }

    /// How it is called on the screen.
    public Text text() {
        return name;
    }
}
