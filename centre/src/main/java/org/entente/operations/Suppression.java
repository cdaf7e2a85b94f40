package org.entente.operations;

import java.time.Instant;
import java.util.Optional;
import org.entente.kernel.Marking;
import org.entente.operations.OperationsEvent.OfAlarm;
import org.entente.operations.OperationsEvent.OfSuppression;

/// Suppressed by design (ISA-18.2): an authority has said beforehand that alarms of a place or a sensor need nobody for a
/// time. They are still raised, recorded and shown, in a list of their own. A life at risk is never suppressed.
///
/// @param place a place of the site plan; blank when it is for a sensor
/// @param sensor a sensor; blank when it is for a place
/// @param desk of the authority
/// @param endedAt when it was lifted or its time was over
public record Suppression(String id, String place, String sensor, String reason, Instant from, Instant until,
    String desk, String officer, Instant enteredAt, State state, Optional<Instant> endedAt, Marking marking) {

    /// ENTERED until somebody lifts it or its time is over.
    public enum State { ENTERED, LIFTED, ENDED }

    static Suppression entered(OfSuppression.Entered entered, Stamp stamp, Marking marking) {
        return new Suppression(entered.id(), entered.place(), entered.sensor(), entered.reason(), entered.from(),
            entered.until(), stamp.desk(), stamp.officer(), stamp.at(), State.ENTERED, Optional.empty(), marking);
    }

    Suppression after(OfSuppression event, Stamp stamp) {
        return switch (event) {
            case OfSuppression.Entered _ -> throw stamp.contradicts("a second time entered", id);
            case OfSuppression.Lifted() -> over(State.LIFTED, stamp);
            case OfSuppression.Ended() -> over(State.ENDED, stamp);
        };
    }

    /// Whether it is neither lifted nor ended; it may not have begun.
    public boolean stands() {
        return state == State.ENTERED;
    }

    /// Whether an alarm raised now goes under it: it happened after the beginning and is told before the end.
    boolean covers(OfAlarm.Raised raised, Instant now) {
        return stands() && !raised.lifeAtRisk() && !raised.at().isBefore(from) && now.isBefore(until)
            && (sensor.isBlank() ? raised.place().equals(place) : onlyBy(raised.sensors()));
    }

    /// What another sensor confirms is not suppressed.
    private boolean onlyBy(java.util.List<String> sensors) {
        return !sensors.isEmpty() && sensors.stream().allMatch(sensor::equals);
    }

    private Suppression over(State ended, Stamp stamp) {
        return new Suppression(id, place, sensor, reason, from, until, desk, officer, enteredAt, ended,
            Optional.of(stamp.at()), marking);
    }
}
