package org.entente.picture;

import java.util.List;
import org.entente.kernel.SensorId;
import org.entente.kernel.UnitId;

/// What is to be shown anew since the last drain, each id once, in the order of its first change.
public record Changes(List<SensorId> sensors, List<UnitId> units) {

    public Changes {
        sensors = List.copyOf(sensors);
        units = List.copyOf(units);
    }
}
