package org.entente.feeds;

/// Input that is not a CoT event. Counted by the server; carries no stack, for it is no fault of ours.
final class CotMalformed extends Exception {
    private static final long serialVersionUID = 1;

    CotMalformed(String what) {
        super(what, null, false, false);
    }
}
