package org.entente.operations;

import java.time.Instant;
import java.util.Optional;

/// What gold has set for the centre: the posture and the objectives. Gold sets these and tasks nobody (College of Policing
/// APP; JD2015 §15(i)).
public record Parameters(Posture posture, String objectives, String setBy, Optional<Instant> setAt) {

    /// How the centre runs; CRISIS turns it into an operations centre as the prefecture's COD.
    public enum Posture { NORMAL, REINFORCED, CRISIS }

    static final Parameters INITIAL = new Parameters(Posture.NORMAL, "", "", Optional.empty());
}
