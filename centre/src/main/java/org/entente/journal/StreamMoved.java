package org.entente.journal;

import org.entente.kernel.StreamId;

/// Somebody else wrote to the stream between the decision and its record. Decide again on what is there now.
public final class StreamMoved extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StreamMoved(StreamId stream, long expected, long found) {
        super(stream + " is at version " + found + ", not " + expected);
    }
}
