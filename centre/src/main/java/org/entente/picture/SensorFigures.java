package org.entente.picture;

import java.util.List;
import java.util.function.Predicate;
import org.entente.kernel.Figure;
import org.entente.kernel.Text;

/// How the sensors of the deployment are, as counts for the joint report.
public final class SensorFigures {

    private SensorFigures() {}

    /// Sensors planned, and of them well, at fault, silent and never heard, at the picture's moment. The four add up.
    public static List<Figure> of(Picture picture) {
        var planned = picture.plannedSensors();
        return List.of(
            new Figure("sensors.planned", new Text("Sensors of the deployment", "Capteurs du dispositif"),
                planned.size()),
            count(planned, "sensors.ok", "of which working", "dont en service", Health.OK),
            count(planned, "sensors.fault", "of which at fault by their own report",
                "dont en panne selon leur propre signalement", Health.FAULT),
            count(planned, "sensors.silent", "of which silent for three minutes or more",
                "dont muets depuis trois minutes ou plus", Health.SILENT),
            count(planned, "sensors.unknown", "of which never heard", "dont jamais entendus", Health.UNKNOWN));
    }

    private static Figure count(List<SensorState> sensors, String key, String english, String french, Health health) {
        Predicate<SensorState> is = sensor -> sensor.health() == health;
        return new Figure(key, new Text(english, french), sensors.stream().filter(is).count());
    }
}
