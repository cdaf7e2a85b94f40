package org.entente.access;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.regex.Pattern;
import org.entente.kernel.AgencyId;
import org.entente.kernel.Classification;
import org.entente.kernel.Purpose;

/// What the visibility rule needs to know of somebody who looks. Officers of one kind of desk are one viewer, so a frame of
/// the picture is made once for all of them.
///
/// @param compartments the closed circles admitted to, each 1 to 40 capitals, digits, dash or underscore, in order
public record Viewer(AgencyId agency, String state, Purpose purpose, Classification clearance,
    List<String> compartments) {

    private static final Pattern COMPARTMENT = Pattern.compile("[A-Z0-9_-]{1,40}");

    public Viewer {
        requireNonNull(agency, "agency");
        requireNonNull(state, "state");
        requireNonNull(purpose, "purpose");
        requireNonNull(clearance, "clearance");
        compartments = compartments.stream().sorted().distinct().toList();
        for (var compartment : compartments) {
            if (!COMPARTMENT.matcher(compartment).matches()) {
                throw new IllegalArgumentException("not a compartment: " + compartment);
            }
        }
    }
}
