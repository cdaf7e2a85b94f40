package org.entente.kernel;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/// What travels with every entry: whose it is, how high, who may have it, and how long it is kept.
///
/// @param releasableTo agencies (`NCA`) or whole states (`GB`); empty means every desk of the centre
/// @param compartment a closed circle inside the centre, for example `LIAISON`; only desks admitted to it see the entry
/// @param retentionDays how long the body is kept, at least 1
public record Marking(AgencyId originator, Classification classification, List<String> releasableTo,
    Optional<String> compartment, int retentionDays) {

    public Marking {
        requireNonNull(originator, "originator");
        requireNonNull(classification, "classification");
        releasableTo = List.copyOf(releasableTo);
        requireNonNull(compartment, "compartment");
        if (retentionDays < 1) {
            throw new IllegalArgumentException("retention of at least one day, not " + retentionDays);
        }
    }

    /// For the whole centre, official, kept one year.
    public static Marking wholeCentre(AgencyId originator) {
        return new Marking(originator, Classification.OFFICIAL, List.of(), Optional.empty(), 365);
    }
}
