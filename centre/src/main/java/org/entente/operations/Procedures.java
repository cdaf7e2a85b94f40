package org.entente.operations;

import java.util.List;
import org.entente.kernel.Text;

/// What the module must know of the reference deployment: kinds of incident, their procedures, units, places, sensors,
/// outcomes.
public interface Procedures {

    /// One kind of incident.
    record Kind(String id, Text name, boolean lifeAtRisk, int priority) {}

    /// One unit that can be tasked.
    record Unit(String id, String callsign) {}

    /// A place of the site plan with a point to go to.
    record Place(String id, Text name, String site, double lat, double lon) {}

    List<Kind> kinds();

    /// Ids of the steps of a kind's procedure, in order.
    List<String> steps(String kind);

    List<Unit> units();

    List<Place> places();

    /// Ids of the sensors.
    List<String> sensors();

    List<String> outcomes();

    List<String> instructions();
}
