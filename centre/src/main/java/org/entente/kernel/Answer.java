package org.entente.kernel;

/// What became of a wish: done, or refused with a reason the officer can read.
public sealed interface Answer {

    /// @param position where in the journal the fact was written, counted from 1
    /// @param id what was made or changed, for example the incident that opened
    record Done(long position, String id) implements Answer {}

    record Refused(Text reason) implements Answer {}
}
