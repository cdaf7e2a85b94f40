package org.entente.law;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// What starts the period of a rule, what ends it, and in which files its limit is shown by itself.
///
/// @param starts fields of the facts that start it; the first known counts
/// @param act    the field of the act that ends it, or of the day ahead from which it is counted back; empty for a rule without
/// @param alone  empty for a limit that is reached through the questions
public record Course(List<String> starts, String act, End end, List<Procedure> alone) {

    /// What the act does to the period.
    public enum End {
        MET, AWAITED, INTERRUPTED, COUNTED_BACK
    }

    static final Course NONE = new Course(List.of(), "", End.MET, List.of());

    public Course {
        starts = List.copyOf(starts);
        requireNonNull(act, "act");
        requireNonNull(end, "end");
        alone = List.copyOf(alone);
    }
}
