package org.entente.picture;

/// What a sensor of the reference deployment is, which property it reports, and between which values it can be believed.
public enum SensorKind {
    FENCE_FIBRE("vibration", 0, 20),
    INFRARED("presence", 0, 1),
    RADAR("detection", 0, 1),
    CAMERA("detection", 0, 1),
    BEAM("broken", 0, 1),
    TUNNEL(
        "presence", 0, 1),
    CO2("co2", 0,
        100_000),
    HEARTBEAT("heartbeat", 0, 1),
    WATER("presence", 0, 1),
    SMOKE("smoke", 0, 1),
    POWER("power", 0, 1);

    private final String property;
    private final double least;
    private final double most;

    SensorKind(String property, double least, double most) {
        this.property = property;
        this.least = least;
        this.most = most;
    }

    /// The observed property the rules read, for example `vibration`.
    public String property() {
        return property;
    }

    /// Whether such a sensor can mean this value. Not a number, infinite or out of range is absurd; a switch is 0 or 1.
    boolean believes(double value) {
        return value >= least && value <= most && (!isSwitch() || value == 0 || value == 1);
    }

    private boolean isSwitch() {
        return this == BEAM || this == SMOKE || this == POWER;
    }
}
