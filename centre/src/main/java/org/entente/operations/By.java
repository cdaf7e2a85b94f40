package org.entente.operations;

import org.entente.kernel.Actor;

/// Who wishes, and in which capacity they sit at the desk.
public record By(Actor actor, Capacity capacity) {

    /// Gold sets parameters and tasks nobody; operational command alone approves (JD2015 §15(i), (iv)).
    public enum Capacity { DESK, OPERATIONAL_COMMAND, GOLD }

    String desk() {
        return actor.desk().text();
    }
}
