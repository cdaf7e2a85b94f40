package org.entente.operations;

import java.util.Map;
import org.entente.journal.Codec;
import org.entente.operations.OperationsEvent.OfAlarm;
import org.entente.operations.OperationsEvent.OfIncident;
import org.entente.operations.OperationsEvent.OfSuppression;
import org.entente.operations.OperationsEvent.OfTask;
import tools.jackson.databind.node.ObjectNode;

/// The names under which this module's events stand in the journal, for ever.
final class OperationsCodec {

    static final Codec<OperationsEvent> CODEC = new Codec<OperationsEvent>()
        .with("alarm.raised", OfAlarm.Raised.class, 2, Map.of(1, OperationsCodec::withoutSensors))
        .with("alarm.weighed", OfAlarm.Weighed.class)
        .with("alarm.acknowledged", OfAlarm.Acknowledged.class)
        .with("alarm.taken", OfAlarm.Taken.class)
        .with("alarm.dismissed", OfAlarm.Dismissed.class, 2, Map.of(1, body -> body.put("verdict", "OTHER")))
        .with("alarm.returned", OfAlarm.Returned.class)
        .with("alarm.shelved", OfAlarm.Shelved.class)
        .with("alarm.unshelved", OfAlarm.Unshelved.class)
        .with("alarm.released", OfAlarm.Released.class)
        .with("suppression.entered", OfSuppression.Entered.class)
        .with("suppression.lifted", OfSuppression.Lifted.class)
        .with("suppression.ended", OfSuppression.Ended.class)
        .with("incident.opened", OfIncident.Opened.class)
        .with("incident.step", OfIncident.Step.class)
        .with("incident.note", OfIncident.Note.class)
        .with("incident.closed", OfIncident.Closed.class)
        .with("task.proposed", OfTask.Proposed.class)
        .with("task.approved", OfTask.Approved.class)
        .with("task.declined", OfTask.Declined.class)
        .with("task.received", OfTask.Received.class)
        .with("task.accepted", OfTask.Accepted.class)
        .with("task.unable", OfTask.Unable.class)
        .with("task.done", OfTask.Done.class)
        .with("task.cancelled", OfTask.Cancelled.class)
        .with("command.parameters", OperationsEvent.ParametersSet.class);

    private OperationsCodec() {}

    private static ObjectNode withoutSensors(ObjectNode body) {
        body.putArray("sensors");
        return body.put("suppression", "");
    }
}
