package org.entente.protection;

import org.entente.kernel.Text;

/// Who a person can be referred to. Kinds of service, not organisations: the deployment names those at the desk.
public enum Service {
    PLACE_OF_SAFETY("Place of safety", "Lieu sûr"),
    CHILD_PROTECTION("Child protection service", "Aide sociale à l'enfance (ASE)"),
    MEDICAL("Medical service", "Service médical"),
    LEGAL_ADVICE("Legal advice", "Conseil juridique"),
    DAY_CENTRE("Day centre", "Accueil de jour"),
    ANTI_TRAFFICKING("Association for victims of trafficking", "Association d'aide aux victimes de la traite"),
    FAMILY_TRACING("Family tracing service", "Service de rétablissement des liens familiaux");

    private final Text name;

    Service(String english, String french) {
        name = new Text(english, french);
    }

    /// How it is called on the screen.
    public Text text() {
        return name;
    }
}
