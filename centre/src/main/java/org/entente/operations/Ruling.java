package org.entente.operations;

import org.entente.kernel.Text;

/// What the rules say to a wish: the one fact it becomes, or why not.
sealed interface Ruling {

    record Admit(OperationsEvent event) implements Ruling {}
    record Refuse(Text reason) implements Ruling {}

    static Ruling admit(OperationsEvent event) {
        return new Admit(event);
    }

    static Ruling refuse(String english, String french) {
        return new Refuse(new Text(english, french));
    }
}
