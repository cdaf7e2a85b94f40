package org.entente.feeds;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.entente.kernel.Position;
import org.entente.kernel.SensorId;
import org.entente.kernel.Text;

/// The edge nodes there may be, the sensors of the deployment, and which of them are on the air. Safe from any thread.
final class SapientNodes {

    /// One sensor that a node can register as.
    ///
    /// @param detection its Datastream of detections
    /// @param health its Datastream of health
    record Node(SensorId sensor, Position where, long detection, long health, SapientMemory memory) {}

    /// What became of a wish to register.
    sealed interface Admission {

        record Admitted(Node node) implements Admission {}

        record Refused(Text why) implements Admission {}
    }

    private record OnAir(String nodeId, SapientConnection connection) {}

    private final DataSource source;
    private final Map<String, Position> sensors = new HashMap<>();
    private final Map<SensorId, SapientMemory> memories = new HashMap<>();
    private final Map<SensorId, OnAir> onAir = new HashMap<>();

    /// @param source connections of the application's role
    SapientNodes(DataSource source, Iterable<ReferenceThings.Described> sensors) {
        this.source = source;
        sensors.forEach(sensor -> this.sensors.put(sensor.id().text(), sensor.where()));
    }

    /// Registers a node under its name or short name. The same node again takes its place over and its older
    /// connection ends; another
    /// node waits until the place is free.
    Admission register(String name, String shortName, String nodeId, SapientConnection connection) {
        var known = Stream.of(name, shortName).filter(sensors::containsKey).findFirst();
        if (known.isEmpty()) {
            return refused("no sensor of this deployment has the name or short_name of this registration",
                "aucun capteur de ce déploiement n’a le nom (name ou short_name) de cet enregistrement");
        }
        try {
            var sensor = new SensorId(known.get());
            var detection = ReferenceThings.datastream(source, sensor, "detection");
            var health = ReferenceThings.datastream(source, sensor, "health");
            if (detection.isEmpty() || health.isEmpty()) {
                return refused("sensor " + sensor + " reports no detections in this deployment",
                    "le capteur " + sensor + " ne signale pas de détections dans ce déploiement");
            }
            return admit(new Node(sensor, sensors.get(known.get()), detection.get(), health.get(), memory(sensor)),
                nodeId, connection);
        } catch (IllegalStateException away) {
            return refused("the record does not answer; register again later",
                "le registre ne répond pas ; s’enregistrer de nouveau plus tard");
        }
    }

    private synchronized SapientMemory memory(SensorId sensor) {
        return memories.computeIfAbsent(sensor, _ -> new SapientMemory());
    }

    private synchronized Admission admit(Node node, String nodeId, SapientConnection connection) {
        var before = Optional.ofNullable(onAir.get(node.sensor()));
        if (before.isPresent() && !before.get().nodeId().equalsIgnoreCase(nodeId)) {
            return refused("sensor " + node.sensor() + " is on the air as another node",
                "le capteur " + node.sensor() + " est déjà en ligne sous un autre nœud");
        }
        onAir.put(node.sensor(), new OnAir(nodeId, connection));
        before.map(OnAir::connection).filter(older -> older != connection).ifPresent(SapientConnection::cutOff);
        return new Admission.Admitted(node);
    }

    /// The connection has the sensor no longer; without effect when another has it already.
    synchronized void leave(SensorId sensor, SapientConnection connection) {
        onAir.computeIfPresent(sensor, (_, holder) -> holder.connection() == connection ? null : holder);
    }

    synchronized int onAir() {
        return onAir.size();
    }

    private static Admission refused(String english, String french) {
        return new Admission.Refused(new Text(english, french));
    }
}
