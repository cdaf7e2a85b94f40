package org.entente.web;

import java.time.Instant;
import java.util.Optional;
import org.entente.access.Visibility;
import org.entente.kernel.Text;
import org.entente.operations.Alarm;
import org.entente.operations.Incident;
import org.entente.operations.Parameters;
import org.entente.operations.Task;
import org.entente.picture.SensorState;
import org.entente.picture.UnitState;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The JSON of docs/api.md, made from the things themselves. The same shapes serve live, in replay and in the detail reads.
final class Shapes {

    private final Reference reference;

    Shapes(Reference reference) {
        this.reference = reference;
    }

    static ObjectNode object() {
        return JsonMapper.shared().createObjectNode();
    }

    static ObjectNode text(Text text) {
        return object().put("en", text.english()).put("fr", text.french());
    }

    ObjectNode alarm(Alarm alarm, Visibility.Sight sight) {
        boolean full = sight == Visibility.Sight.FULL;
        var node = object().put("id", alarm.id()).put("kind", alarm.kind()).put("lifeAtRisk", alarm.lifeAtRisk())
            .put("priority", alarm.priority()).put("place", alarm.place());
        node.set("placeName", text(alarm.placeName()));
        node.put("site", alarm.site()).put("lat", alarm.lat()).put("lon", alarm.lon()).put("raisedAt", time(alarm.at()))
            .put("state", alarm.state().name()).put("restricted", !full);
        node.set("why", full ? text(alarm.why()) : null);
        node.put("takenBy", full ? blankIsNull(alarm.takenBy()) : null).put("incident",
            full ? blankIsNull(alarm.incident()) : null);
        return AlarmShapes.handling(node, alarm, full);
    }

    ObjectNode incident(Incident incident, Visibility.Sight sight) {
        boolean full = sight == Visibility.Sight.FULL;
        var node = object().put("id", incident.id()).put("kind", incident.kind()).put("lifeAtRisk",
            incident.lifeAtRisk());
        node.set("title", text(reference.kindName(incident.kind())));
        node.put("place", blankIsNull(incident.place()));
        node.set("placeName", text(incident.placeName()));
        node.put("site", blankIsNull(incident.site())).put("lat", incident.lat()).put("lon", incident.lon())
            .put("openedAt", time(incident.openedAt())).put("state", incident.state().name()).put("restricted", !full)
            .put("lead", full ? incident.lead() : null).put("outcome", full ? blankIsNull(incident.outcome()) : null)
            .put("closedAt", time(incident.closedAt())).put("text", full ? incident.text() : null)
            .put("procedure", incident.kind());
        var alarms = node.putArray("alarms");
        var steps = node.putArray("steps");
        var tasks = node.putArray("tasks");
        if (full) {
            incident.alarms().forEach(alarms::add);
            incident.tasks().forEach(tasks::add);
            incident.steps().forEach(step -> steps.addObject().put("id", step.id()).put("done", step.done())
                .put("at", time(step.at())).put("desk", step.desk()));
        }
        return node;
    }

    ObjectNode task(Task task) {
        return object().put("id", task.id()).put("incident", task.incident()).put("unit", task.unit())
            .put("callsign", task.callsign())
            .put("instruction", task.instruction()).put("note", task.note()).put("state", task.state().name())
            .put("proposedBy", task.proposedBy()).put("approvedBy", blankIsNull(task.approvedBy()))
            .put("proposedAt", time(task.proposedAt())).put("approvedAt", time(task.approvedAt()))
            .put("receivedAt", time(task.receivedAt()))
            .put("acceptedAt", time(task.acceptedAt())).put("doneAt", time(task.doneAt()))
            .put("reason", blankIsNull(task.reason()));
    }

    ObjectNode parameters(Parameters parameters) {
        return object().put("posture", parameters.posture().name()).put("objectives", parameters.objectives())
            .put("setBy", blankIsNull(parameters.setBy())).put("setAt", time(parameters.setAt()));
    }

    ObjectNode sensor(SensorState sensor) {
        return object().put("health", sensor.health().name()).put("lastAt", time(sensor.heardAt()))
            .put("property", sensor.last().map(SensorState.Word::property).orElse(null))
            .put("value", sensor.last().map(SensorState.Word::value).orElse(null));
    }

    ObjectNode unit(UnitState unit) {
        return object().put("callsign", unit.callsign()).put("lat", unit.where().lat()).put("lon", unit.where().lon())
            .put("course", known(unit.course())).put("speed", known(unit.speed())).put("time", time(unit.time()))
            .put("stale", time(unit.stale())).put("type", unit.type()).put("status", unit.status().name());
    }

    private static Double known(double value) {
        return Double.isNaN(value) ? null : Double.valueOf(value);
    }

    static String time(Instant at) {
        return org.entente.web.Times.rfc3339(at);
    }

    static String time(Optional<Instant> at) {
        return at.map(Shapes::time).orElse(null);
    }

    static String blankIsNull(String text) {
        return text.isBlank() ? null : text;
    }
}
