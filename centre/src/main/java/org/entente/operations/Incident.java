package org.entente.operations;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.kernel.Marking;
import org.entente.kernel.Text;
import org.entente.operations.OperationsEvent.OfIncident;

/// One incident: who leads it, what of its procedure is done, and how it ended.
///
/// @param lead the desk that leads it
/// @param alarms the alarms it grew from
/// @param outcome blank while it is open
public record Incident(String id, String kind, boolean lifeAtRisk, String place, Text placeName, String site,
    double lat,
    double lon, Instant openedAt, String lead, State state, String outcome, Optional<Instant> closedAt, String text,
    List<String> alarms, List<Step> steps, List<String> tasks, Marking marking) {

    /// An incident is open until an outcome is written.
    public enum State { OPEN, CLOSED }

    /// One line of the procedure that somebody ticked or unticked.
    public record Step(String id, boolean done, Instant at, String desk) {}

    public Incident {
        alarms = List.copyOf(alarms);
        steps = List.copyOf(steps);
        tasks = List.copyOf(tasks);
    }

    static Incident opened(OfIncident.Opened opened, Stamp stamp, Marking marking) {
        return new Incident(opened.id(), opened.kind(), opened.lifeAtRisk(), opened.place(), opened.placeName(),
            opened.site(),
            opened.lat(), opened.lon(), stamp.at(), opened.lead(), State.OPEN, "", Optional.empty(), opened.text(),
            opened.alarm().isBlank() ? List.of() : List.of(opened.alarm()), List.of(), List.of(), marking);
    }

    Incident after(OfIncident event, Stamp stamp) {
        return switch (event) {
            case OfIncident.Opened _ -> throw stamp.contradicts("a second time opened", id);
            case OfIncident.Step(var step, var done) ->
                with(State.OPEN, outcome, closedAt, ticked(step, done, stamp), tasks);
            case OfIncident.Note _ -> this;
            case OfIncident.Closed(var result, _) -> with(State.CLOSED, result, Optional.of(stamp.at()), steps, tasks);
        };
    }

    Incident tasked(String task) {
        var more = new ArrayList<>(tasks);
        more.add(task);
        return with(state, outcome, closedAt, steps, more);
    }

    private List<Step> ticked(String step, boolean done, Stamp stamp) {
        var ticked = new ArrayList<>(steps);
        ticked.removeIf(earlier -> earlier.id().equals(step));
        ticked.add(new Step(step, done, stamp.at(), stamp.desk()));
        return ticked;
    }

    private Incident with(State state, String outcome, Optional<Instant> closedAt, List<Step> steps,
        List<String> tasks) {
        return new Incident(id, kind, lifeAtRisk, place, placeName, site, lat, lon, openedAt, lead, state, outcome,
            closedAt,
            text, alarms, steps, tasks, marking);
    }
}
