package org.entente.kernel;

import static java.util.Objects.requireNonNull;

/// Who acts: the officer, the desk they sit at, its agency and state, and for which purpose.
///
/// @param state ISO 3166-1 alpha-2 of the state the desk belongs to, `FR` or `GB` at Calais; `XX` for the centre itself
public record Actor(OfficerId officer, DeskId desk, AgencyId agency, String state, Purpose purpose) {

    public Actor {
        requireNonNull(officer, "officer");
        requireNonNull(desk, "desk");
        requireNonNull(agency, "agency");
        requireNonNull(state, "state");
        requireNonNull(purpose, "purpose");
    }

    /// The centre's own machinery, for example `picture` raising an alarm.
    public static Actor centre(String part) {
        return new Actor(new OfficerId("system:" + part), new DeskId("CENTRE"), new AgencyId("CENTRE"), "XX",
            Purpose.SYSTEM);
    }
}
