package org.entente.picture;

import java.util.Optional;
import org.entente.kernel.SensorId;
import org.entente.kernel.Text;

/// What the fusion makes of a radar or camera: whether it is believed, and how it stands against our own units' fixes.
///
/// @param disbelief why it is not believed; empty when it is
/// @param azimuthDegrees how far it points clockwise of true; `eastMetres`, `northMetres` mean of detection less fix
/// @param samples detections of our own units that were compared
/// @param perScan detections a look, lately; `clutterPerScan` of these, how many were of nothing
/// @param late messages too late to count; `doubled` told twice; `absurd` detections no such sensor can mean
public record SensorTrust(SensorId sensor, Optional<Text> disbelief, boolean misaligned, double azimuthDegrees,
    double eastMetres, double northMetres, int samples, double perScan, double clutterPerScan, long late, long doubled,
    long absurd) {}
