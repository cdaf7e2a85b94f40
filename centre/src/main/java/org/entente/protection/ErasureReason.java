package org.entente.protection;

import org.entente.kernel.Text;

/// Why what is held about a person is erased (Regulation (EU) 2016/679 Art 17(1)). A word from a list: a free text would keep what
/// was to be erased.
public enum ErasureReason {
    ASKED_BY_THE_PERSON("Asked by the person", "À la demande de la personne"),
    RETENTION_ENDED("Retention has ended", "Fin de la durée de conservation"),
    RAISED_IN_ERROR("Raised in error", "Signalé par erreur"),
    ORDERED("Ordered by an authority", "Ordonné par une autorité");

    private final Text name;

    ErasureReason(String english, String french) {
        name = new Text(english, french);
    }

    /// How it is called on the screen.
    public Text text() {
        return name;
    }
}
