package org.entente.operations;

import java.time.Instant;
import java.util.List;
import org.entente.kernel.Marking;
import org.entente.kernel.Text;
import org.entente.operations.OperationsEvent.OfAlarm;

/// One alarm, from raised to taken or dismissed. Blank text stands for "nobody" and "none" so that it prints plainly.
///
/// @param priority 1 (highest) to 4
/// @param observations sequence numbers of the observations that made it, so that it can always say why
/// @param returned the condition went away by itself since (ISA-18.2: returned to normal)
public record Alarm(String id, String rule, String kind, boolean lifeAtRisk, int priority, String place, Text placeName,
    String site, double lat, double lon, Instant at, Text why, List<Long> observations, State state, String takenBy,
    String incident, String reason, boolean returned, Marking marking) {

    /// Where an alarm stands. RETURNED: gone by itself before anybody took it; it still waits for an officer.
    public enum State { RAISED, TAKEN, DISMISSED, RETURNED }

    public Alarm {
        observations = List.copyOf(observations);
    }

    static Alarm raised(OfAlarm.Raised raised, Marking marking) {
        return new Alarm(raised.id(), raised.rule(), raised.kind(), raised.lifeAtRisk(), raised.priority(),
            raised.place(),
            raised.placeName(), raised.site(), raised.lat(), raised.lon(), raised.at(), raised.why(),
            raised.observations(),
            State.RAISED, "", "", "", false, marking);
    }

    Alarm after(OfAlarm event, Stamp stamp) {
        return switch (event) {
            case OfAlarm.Raised _ -> throw stamp.contradicts("a second time raised", id);
            case OfAlarm.Taken(var opened) -> with(State.TAKEN, stamp.desk(), opened, reason, returned);
            case OfAlarm.Dismissed(var why) -> with(State.DISMISSED, stamp.desk(), incident, why, returned);
            case OfAlarm.Returned() -> with(waits() ? State.RETURNED : state, takenBy, incident, reason, true);
        };
    }

    /// Whether an officer still has to take it or dismiss it.
    public boolean waits() {
        return state == State.RAISED || state == State.RETURNED;
    }

    private Alarm with(State state, String takenBy, String incident, String reason, boolean returned) {
        return new Alarm(id, rule, kind, lifeAtRisk, priority, place, placeName, site, lat, lon, at, why, observations,
            state, takenBy, incident, reason, returned, marking);
    }
}
