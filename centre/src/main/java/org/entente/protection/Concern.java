package org.entente.protection;

import java.time.Instant;
import java.util.List;
import org.entente.journal.JournalCorrupt;
import org.entente.kernel.DeskId;
import org.entente.protection.Concern.Event.Accepted;
import org.entente.protection.Concern.Event.Closed;
import org.entente.protection.Concern.Event.Erased;
import org.entente.protection.Concern.Event.Raised;
import org.entente.protection.Concern.Event.Referred;

/// A concern for one person or family, from raising to closing or erasure: a pure fold of its events.
public sealed interface Concern {

    Concern NONE = new None();

    record None() implements Concern {}
    /// Raised or accepted, not yet with anybody.
    record Waiting(Told told, boolean accepted) implements Concern {}
    record WithService(Told told, Service service) implements Concern {}
    record Ended(Told told, Result result) implements Concern {}
    /// Only that there was one, and why it is gone.
    record Gone(ErasureReason reason, Instant at) implements Concern {}

    /// What was told when it was raised.
    ///
    /// @param needs in the order given
    /// @param text what the officer wrote, up to 4,000 characters, may be empty
    /// @param place where, in words, up to 200 characters, may be empty
    /// @param desk where it was raised
    record Told(Category category, List<Need> needs, String text, String place, DeskId desk, Instant at) {

        public Told {
            needs = List.copyOf(needs);
        }
    }

    /// What has happened. Once in the record, never renamed.
    sealed interface Event {
        record Raised(Told told) implements Event {}
        record Accepted(Instant at) implements Event {}
        record Referred(Service service, Instant at) implements Event {}
        record Closed(Result result, Instant at) implements Event {}
        record Erased(ErasureReason reason, Instant at) implements Event {}
    }

    /// The words of the state, for the list.
    enum State { RAISED, ACCEPTED, REFERRED, CLOSED, ERASED }

    /// The concern after `event`. An erased one is read from its last event alone: the others cannot be opened any more.
    ///
    /// @throws JournalCorrupt if the event cannot follow this state
    default Concern after(Event event) {
        return switch (event) {
            case Raised(var told) when this instanceof None -> new Waiting(told, false);
            case Accepted _ when this instanceof Waiting(var told, var accepted) && !accepted ->
                new Waiting(told, true);
            case Referred(var service, _) when this instanceof Waiting(var told, var accepted) && accepted ->
                new WithService(told, service);
            case Referred(var service, _) when this instanceof WithService(var told, _) ->
                new WithService(told, service);
            case Closed(var result, _) when this instanceof Waiting(var told, var accepted) && accepted ->
                new Ended(told, result);
            case Closed(var result, _) when this instanceof WithService(var told, _) -> new Ended(told, result);
            case Erased(var reason, var at) when !(this instanceof Gone) -> new Gone(reason, at);
            case Raised _,Accepted _,Referred _,Closed _,Erased _ ->
                throw new JournalCorrupt("a concern that is " + getClass().getSimpleName() + " cannot be followed by "
                    + event.getClass().getSimpleName());
        };
    }
}
