package org.entente.law;

import org.entente.kernel.Text;

/// The body of law under which a file is read.
public enum Regime {

    DUBLIN3("Dublin III: Regulations 604/2013 and 1560/2003", "Dublin III : règlements 604/2013 et 1560/2003"),

    AMMR("Regulations 2024/1351 and 2025/2055", "règlements 2024/1351 et 2025/2055"),

    APD2013("Asylum Procedures Directive 2013/32", "directive « procédures » 2013/32"),

    APR2024("Asylum Procedure Regulation 2024/1348", "règlement « procédure » 2024/1348"),

    RD2008("Return Directive 2008/115", "directive « retour » 2008/115"),

    NRM("UK National Referral Mechanism", "mécanisme national d’orientation du Royaume-Uni"),

    FR_TEH("Trafficking in human beings, France", "traite des êtres humains, France"),

    FR_COURT("Order of a French court", "ordonnance d’une juridiction française");

    private final Text text;

    Regime(String english, String french) {
        this.text = new Text(english, french);
    }

    /// Its name.
    public Text text() {
        return text;
    }
}
