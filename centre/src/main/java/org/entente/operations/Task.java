package org.entente.operations;

import java.time.Instant;
import java.util.Optional;
import org.entente.operations.OperationsEvent.OfTask;

/// One task for one unit: proposed by any desk, approved by operational command, answered by the unit.
public record Task(String id, String incident, String unit, String callsign, String instruction, String note,
    State state,
    String proposedBy, String approvedBy, Instant proposedAt, Optional<Instant> approvedAt,
    Optional<Instant> receivedAt,
    Optional<Instant> acceptedAt, Optional<Instant> doneAt, String reason) {

    /// Where a task stands.
    public enum State {
        PROPOSED, APPROVED, DECLINED, RECEIVED, ACCEPTED, UNABLE, DONE, CANCELLED;

        /// Whether the unit still has to do something.
        public boolean underWay() {
            return this == APPROVED || this == RECEIVED || this == ACCEPTED;
        }

        /// Whether nothing more will come of it.
        public boolean ended() {
            return this == DECLINED || this == UNABLE || this == DONE || this == CANCELLED;
        }
    }

    static Task proposed(OfTask.Proposed proposed, Stamp stamp) {
        return new Task(proposed.task(), proposed.incident(), proposed.unit(), proposed.callsign(),
            proposed.instruction(),
            proposed.note(), State.PROPOSED, stamp.desk(), "", stamp.at(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), "");
    }

    Task after(OfTask event, Stamp stamp) {
        var now = Optional.of(stamp.at());
        return switch (event) {
            case OfTask.Proposed _ -> throw stamp.contradicts("a second time proposed", id);
            case OfTask.Approved _ -> new Task(id, incident, unit, callsign, instruction, note, State.APPROVED,
                proposedBy, stamp.desk(), proposedAt, now, receivedAt, acceptedAt, doneAt, reason);
            case OfTask.Declined(_, _, var why) -> ended(State.DECLINED, why);
            case OfTask.Received _ -> new Task(id, incident, unit, callsign, instruction, note, State.RECEIVED,
                proposedBy, approvedBy, proposedAt, approvedAt, now, acceptedAt, doneAt, reason);
            case OfTask.Accepted _ -> new Task(id, incident, unit, callsign, instruction, note, State.ACCEPTED,
                proposedBy, approvedBy, proposedAt, approvedAt, receivedAt, now, doneAt, reason);
            case OfTask.Unable(_, _, var why) -> ended(State.UNABLE, why);
            case OfTask.Done _ -> new Task(id, incident, unit, callsign, instruction, note, State.DONE, proposedBy,
                approvedBy, proposedAt, approvedAt, receivedAt, acceptedAt, now, reason);
            case OfTask.Cancelled(_, _, var why) -> ended(State.CANCELLED, why);
        };
    }

    private Task ended(State state, String reason) {
        return new Task(id, incident, unit, callsign, instruction, note, state, proposedBy, approvedBy, proposedAt,
            approvedAt, receivedAt, acceptedAt, doneAt, reason);
    }
}
