package org.entente.fusion;

/// How one sensor stands: whether it is believed, why not, and its figures.
///
/// @param sensor index in [FusionSetup#sensors]
/// @param lastAt time of its last measurement, seconds; negative infinity before the first
/// @param perScan detections a scan, lately
/// @param nobodysPerScan of these, how many belonged to nothing that is believed
/// @param samples detections of our own units compared with the units' own fixes
/// @param east mean of detection less fix, metres
/// @param north the same northward
/// @param turn the same as an angle around the sensor, radians; 0 for a sensor without a bearing
/// @param late messages that came later than the lag allows
/// @param ahead messages of a time that had not come yet
/// @param doubled messages told twice
/// @param absurd detections that no such sensor can mean
public record SensorStanding(int sensor, Doubt doubt, double lastAt, double perScan, double nobodysPerScan, int samples,
    double east, double north, double turn, long late, long ahead, long doubled, long absurd) {

    /// Why a sensor is not believed; NONE when it is.
    public enum Doubt { NONE, STUCK, FLOODED, MISALIGNED, CLOCK, ABSURD }

    /// Whether what it says is used.
    public boolean believed() {
        return doubt == Doubt.NONE;
    }
}
