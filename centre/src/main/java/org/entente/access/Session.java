package org.entente.access;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.entente.kernel.Actor;
import org.entente.kernel.AgencyId;
import org.entente.kernel.Classification;
import org.entente.kernel.DeskId;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Purpose;

/// One officer at one desk for one purpose, from log-in to log-out.
public record Session(OfficerId officer, DeskId desk, AgencyId agency, String state, Role role, Purpose purpose,
    Classification clearance, List<String> compartments) {

    public Session {
        requireNonNull(officer, "officer");
        requireNonNull(desk, "desk");
        requireNonNull(agency, "agency");
        requireNonNull(state, "state");
        requireNonNull(role, "role");
        requireNonNull(purpose, "purpose");
        requireNonNull(clearance, "clearance");
        compartments = List.copyOf(compartments);
    }

    /// An officer who sits down. Whether they may is decided by [Accounts].
    ///
    /// @throws IllegalArgumentException the desk is not for that purpose
    public static Session at(Desk desk, OfficerId officer, Purpose purpose) {
        if (!desk.purposes().contains(purpose)) {
            throw new IllegalArgumentException(desk.id() + " is not for " + purpose);
        }
        return new Session(officer, desk.id(), desk.agency(), desk.state(), desk.role(), purpose, desk.clearance(),
            desk.compartments());
    }

    /// As the journal names whoever acts.
    public Actor actor() {
        return new Actor(officer, desk, agency, state, purpose);
    }

    /// As the visibility rule names whoever looks.
    public Viewer viewer() {
        return new Viewer(agency, state, purpose, clearance, compartments);
    }
}
