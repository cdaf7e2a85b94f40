package org.entente.store;

/// The database cannot be reached now, or did not answer in time. Try again later.
///
/// After an append it is **not known** whether the facts were written: read the stream and decide again. A second
/// append with the same expected version can never double them, it fails with `StreamMoved` when they were written.
public final class StoreAway extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StoreAway(String what) {
        super(what);
    }

    public StoreAway(String what, Throwable cause) {
        super(what, cause);
    }
}
