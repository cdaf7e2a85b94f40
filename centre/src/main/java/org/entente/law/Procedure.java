package org.entente.law;

import org.entente.kernel.Text;

/// What a file is about, within its regime.
public enum Procedure {

    TC("take charge", "prise en charge"),
    TC17("humanitarian request", "requête humanitaire"),
    TB23("take back, new application",
        "reprise en charge, nouvelle demande"),
    TB24("take back, no new application", "reprise en charge, sans nouvelle demande"),
    TBN(
        "take back notification", "notification de reprise en charge"),
    REEXAM("re-examination", "réexamen"),
    INFO(
        "request for information", "demande d’informations"),
    TRANSFER("transfer", "transfert"),
    DETENTION("detention",
        "rétention"),
    CRITERIA("criteria of responsibility", "critères de responsabilité"),
    CESSATION(
        "cessation of responsibility", "cessation de responsabilité"),
    APPLICABILITY("applicability",
        "applicabilité"),
    SAFEGUARD("safeguards for a child", "garanties pour un mineur"),
    REGISTRATION("registration",
        "enregistrement"),
    EXAMINATION("examination", "examen"),
    VOLUNTARY_DEPARTURE("voluntary departure",
        "départ volontaire"),
    REASONABLE_GROUNDS("reasonable grounds decision",
        "décision « motifs raisonnables »"),
    RECOVERY("recovery period",
        "période de rétablissement"),
    REFLECTION("reflection period",
        "délai de réflexion"),
    COMMITMENT("period set by a judge", "délai fixé par le juge");

    private final Text text;

    Procedure(String english, String french) {
        this.text = new Text(english, french);
    }

    /// Its name.
    public Text text() {
        return text;
    }
}
