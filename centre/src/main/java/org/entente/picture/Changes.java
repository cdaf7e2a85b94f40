package org.entente.picture;

import java.util.List;
import org.entente.kernel.SensorId;
import org.entente.kernel.UnitId;

/// What is to be shown anew since the last drain, each id once, in the order of its first change.
///
/// @param tracks ids of tracks that moved, appeared or ended
public record Changes(List<SensorId> sensors, List<UnitId> units, List<String> tracks) {

    public Changes {
        sensors = List.copyOf(sensors);
        units = List.copyOf(units);
        tracks = List.copyOf(tracks);
    }
}
