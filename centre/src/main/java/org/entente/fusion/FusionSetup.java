package org.entente.fusion;

import java.util.List;

/// One site as the tracker needs it: its sensors, and the fence between outside (left of the line) and inside.
public record FusionSetup(List<SensorModel> sensors, Fence fence) {

    public FusionSetup {
        sensors = List.copyOf(sensors);
    }
}
