package org.entente.access;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.entente.kernel.AgencyId;
import org.entente.kernel.Classification;
import org.entente.kernel.DeskId;
import org.entente.kernel.Purpose;
import org.entente.kernel.Text;

/// A permanent desk of the centre (JD2015 §15(iv)): a seat, never a person.
///
/// @param state ISO 3166-1 alpha-2
/// @param purposes what an officer may log in for here, at least one
/// @param compartments the closed circles the desk is admitted to
public record Desk(DeskId id, Text name, AgencyId agency, String state, Role role, List<Purpose> purposes,
    Classification clearance, List<String> compartments) {

    public Desk {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(agency, "agency");
        requireNonNull(state, "state");
        requireNonNull(role, "role");
        requireNonNull(clearance, "clearance");
        purposes = List.copyOf(purposes);
        compartments = List.copyOf(compartments);
        if (purposes.isEmpty()) {
            throw new IllegalArgumentException("the desk " + id + " has no purpose");
        }
    }
}
