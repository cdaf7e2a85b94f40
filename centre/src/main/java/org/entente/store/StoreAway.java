package org.entente.store;

/// The database cannot be reached now, or did not answer in time. Try again later.
///
/// After an append nothing was written, unless it is [#doubtful()]: then read the stream and decide again. A second append
/// with the same expected version can never double the facts, it fails with `StreamMoved` when they were written.
public final class StoreAway extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean doubtful;

    public StoreAway(String what) {
        super(what);
        this.doubtful = false;
    }

    public StoreAway(String what, Throwable cause) {
        this(what, cause, false);
    }

    private StoreAway(String what, Throwable cause, boolean doubtful) {
        super(what, cause);
        this.doubtful = doubtful;
    }

    /// Nobody can say now whether the facts were written.
    static StoreAway doubtful(String what, Throwable cause) {
        return new StoreAway(what, cause, true);
    }

    /// Is it unknown whether the facts were written?
    public boolean doubtful() {
        return doubtful;
    }
}
