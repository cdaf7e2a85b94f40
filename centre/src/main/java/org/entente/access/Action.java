package org.entente.access;

import org.entente.kernel.Text;

/// Everything somebody can do at a door of the centre. [AccessTable] says who may.
public enum Action {
    USE_SESSION("Use one's own session", "Utiliser sa propre session"),
    SEE_REFERENCE("See the reference of the centre", "Voir le référentiel du centre"),
    SEE_PICTURE("See the operational picture", "Voir la situation opérationnelle"),
    REPLAY("Replay a past moment", "Rejouer un moment passé"),
    SEE_INCIDENT("Open an incident", "Ouvrir la fiche d'un incident"),
    TAKE_ALARM("Take an alarm", "Prendre une alarme en compte"),
    DISMISS_ALARM("Dismiss an alarm", "Écarter une alarme"),
    ACKNOWLEDGE_ALARM("Acknowledge an alarm", "Acquitter une alarme"),
    SHELVE_ALARM("Shelve an alarm or bring it back", "Mettre une alarme de côté ou la rappeler"),
    SUPPRESS_ALARMS("Suppress alarms by design", "Inhiber des alarmes par conception"),
    READ_ALARM_PERFORMANCE("Read the alarm performance", "Lire la performance des alarmes"),
    REPORT_INCIDENT("Report an incident", "Signaler un incident"),
    TICK_STEP("Tick a step of the procedure", "Cocher une étape de la procédure"),
    NOTE("Write in the log", "Écrire dans la main courante"),
    PROPOSE_TASK("Propose a task", "Proposer une mission"),
    APPROVE_TASK("Approve a task", "Approuver une mission"),
    DECLINE_TASK("Decline a task", "Refuser une mission"),
    CANCEL_TASK("Cancel a task", "Annuler une mission"),
    CLOSE_INCIDENT("Close an incident", "Clore un incident"),
    RAISE_CONCERN("Raise a concern for a person", "Signaler une personne à protéger"),
    START_EXERCISE("Start the exercise", "Lancer l'exercice"),
    SET_PARAMETERS("Set the parameters of command", "Fixer les paramètres du commandement"),
    EXPORT_EVIDENCE("Export evidence", "Exporter des éléments de preuve"),
    WORK_CONCERNS("Work on concerns", "Traiter les signalements de protection"),
    ERASE_SUBJECT("Erase what is held about a person", "Effacer les données d'une personne"),
    READ_REPORTS("Read the joint reports", "Lire les rapports conjoints"),
    READ_AUDIT("Read the audit", "Lire le journal des consultations"),
    READ_JOURNAL("Read the journal", "Lire le journal"),
    POST_OBSERVATIONS("Bring observations", "Apporter des observations"),
    READ_OBSERVATIONS("Read observations", "Lire les observations");

    private final Text name;

    Action(String english, String french) {
        name = new Text(english, french);
    }

    /// How it is called on the screen.
    public Text text() {
        return name;
    }
}
