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
/// @param sensors that made those observations, in order of name; empty when not told
/// @param returned the condition went away by itself since (ISA-18.2: returned to normal)
/// @param handling who acknowledged or shelved it, and what it turned out to be
public record Alarm(String id, String rule, String kind, boolean lifeAtRisk, int priority, String place, Text placeName,
    String site, double lat, double lon, Instant at, Text why, List<Long> observations, List<String> sensors,
    State state, String takenBy, String incident, String reason, boolean returned, Handling handling,
    Marking marking) {

    /// Where an alarm stands; the table of states and wishes stands in the package's own words.
    ///
    /// RETURNED: gone by itself before anybody took it; it still waits for an officer. ACKNOWLEDGED: an officer has seen it
    /// and it still waits to be taken or dismissed. SHELVED: set aside by a desk for a time. SUPPRESSED: raised under a
    /// suppression by design.
    public enum State { RAISED, ACKNOWLEDGED, TAKEN, DISMISSED, RETURNED, SHELVED, SUPPRESSED }

    /// A row of the board that was written before alarms had sensors and a handling is read as having none.
    public Alarm {
        observations = List.copyOf(observations);
        sensors = sensors == null ? List.of() : List.copyOf(sensors);
        handling = handling == null ? Handling.under("") : handling;
    }

    static Alarm raised(OfAlarm.Raised raised, Marking marking) {
        return new Alarm(raised.id(), raised.rule(), raised.kind(), raised.lifeAtRisk(), raised.priority(),
            raised.place(), raised.placeName(), raised.site(), raised.lat(), raised.lon(), raised.at(), raised.why(),
            raised.observations(), raised.sensors(),
            raised.suppression().isBlank() ? State.RAISED : State.SUPPRESSED, "", "", "", false,
            Handling.under(raised.suppression()), marking);
    }

    Alarm after(OfAlarm event, Stamp stamp) {
        return switch (event) {
            case OfAlarm.Raised _ -> throw stamp.contradicts("a second time raised", id);
            case OfAlarm.Weighed _ -> this;
            case OfAlarm.Acknowledged() -> with(State.ACKNOWLEDGED, handling.acknowledged(stamp));
            case OfAlarm.Taken(var opened) ->
                settled(State.TAKEN, stamp.desk(), opened, reason, handling.settled(stamp));
            case OfAlarm.Dismissed(var why, var verdict) ->
                settled(State.DISMISSED, stamp.desk(), incident, why, handling.settled(stamp).found(verdict));
            case OfAlarm.Returned() -> returned(stamp);
            case OfAlarm.Shelved(var why, var until) -> with(State.SHELVED, handling.shelved(why, until, stamp));
            case OfAlarm.Unshelved() -> with(back(), handling.offTheShelf());
            case OfAlarm.Released() -> with(back(), handling.released());
        };
    }

    /// What the outcome of its incident says of it.
    Alarm found(Verdict.Finding finding) {
        return with(state, handling.found(finding));
    }

    /// Whether an officer still has to take it or dismiss it now.
    public boolean waits() {
        return switch (state) {
            case RAISED, ACKNOWLEDGED, RETURNED -> true;
            case TAKEN, DISMISSED, SHELVED, SUPPRESSED -> false;
        };
    }

    /// Whether it was taken or dismissed.
    public boolean settled() {
        return state == State.TAKEN || state == State.DISMISSED;
    }

    /// Whether it will come back to the queue by itself. One that went away while it was suppressed does not: the authority
    /// had said that it needs nobody.
    boolean comesBack() {
        return state == State.SHELVED || state == State.SUPPRESSED && !returned;
    }

    private State back() {
        return returned ? State.RETURNED : State.RAISED;
    }

    private Alarm returned(Stamp stamp) {
        return new Alarm(id, rule, kind, lifeAtRisk, priority, place, placeName, site, lat, lon, at, why, observations,
            sensors, state == State.RAISED ? State.RETURNED : state, takenBy, incident, reason, true,
            handling.returned(stamp), marking);
    }

    private Alarm with(State state, Handling handling) {
        return settled(state, takenBy, incident, reason, handling);
    }

    private Alarm settled(State state, String takenBy, String incident, String reason, Handling handling) {
        return new Alarm(id, rule, kind, lifeAtRisk, priority, place, placeName, site, lat, lon, at, why, observations,
            sensors, state, takenBy, incident, reason, returned, handling, marking);
    }
}
