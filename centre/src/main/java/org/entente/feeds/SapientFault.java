package org.entente.feeds;

import org.entente.kernel.Text;

/// What is wrong with a message: where, against which rule, said for whoever runs the node. Never holds what the node
/// sent.
///
/// @param field its path, for example `detection_report.classification[0].type`
/// @param rule one short word, the key of the count
record SapientFault(String field, String rule, Text why) {

    /// One line for the Error message of the ICD.
    String line() {
        return field + " [" + rule + "] " + why.english() + " / " + why.french();
    }

    /// Thrown by what reads a message's meaning; carries no stack, for it is no fault of ours.
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;
        private final transient SapientFault fault;

        Refused(String field, String rule, String english, String french) {
            super(rule, null, false, false);
            this.fault = new SapientFault(field, rule, new Text(english, french));
        }

        SapientFault fault() {
            return fault;
        }
    }
}
