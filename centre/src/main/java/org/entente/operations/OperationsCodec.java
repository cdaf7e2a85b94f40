package org.entente.operations;

import org.entente.journal.Codec;
import org.entente.operations.OperationsEvent.OfAlarm;
import org.entente.operations.OperationsEvent.OfIncident;
import org.entente.operations.OperationsEvent.OfTask;

/// The names under which this module's events stand in the journal, for ever.
final class OperationsCodec {

    static final Codec<OperationsEvent> CODEC = new Codec<OperationsEvent>()
        .with("alarm.raised", OfAlarm.Raised.class)
        .with("alarm.taken", OfAlarm.Taken.class)
        .with("alarm.dismissed", OfAlarm.Dismissed.class)
        .with("alarm.returned", OfAlarm.Returned.class)
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
}
