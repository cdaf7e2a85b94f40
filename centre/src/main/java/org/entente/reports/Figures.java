package org.entente.reports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.kernel.Text;

/// The figures of one month, as every edition of the report prints them. Counts of events, never of persons, but for
/// those of protection, which leave it as counts and are suppressed here when small (JD2015 §15(v); TREE: the wall).
///
/// @param month `yyyy-mm`
/// @param from the month's first moment on the centre's wall clock
/// @param to the first moment after it
/// @param total attempts, both states and the centre
/// @param sides the same by the state of the desk that acted: `FR`, `GB`, `XX` where none has acted
/// @param sites the same by site
/// @param kinds all kinds of incident, the attempts first
/// @param hours the same by hour of the wall clock, 0 to 23
/// @param protection counts that came out of the wall
/// @param others counts other modules gave, as they gave them
public record Figures(String month, Instant from, Instant to, Optional<Span> covered, Triple total, List<Side> sides,
    List<Site> sites, List<Kind> kinds,
    List<Hour> hours, List<Outcome> outcomes, Life life, Tasks tasks, Handling handling, List<Guarded> protection,
    List<Count> others, Record record) {

    /// First and last entry of the month.
    public record Span(Instant first, Instant last) {}

    /// Seen: alarms. Detected: incidents opened. Disrupted: incidents closed with an outcome that stopped the attempt.
    public record Triple(long seen, long detected, long disrupted) {}

    public record Side(String state, Triple attempts) {}

    public record Site(String id, Text name, Triple attempts) {}

    /// @param attempt whether it counts as an attempt at irregular crossing
    public record Kind(String id, boolean attempt, Triple events) {}

    public record Hour(int hour, long seen, long detected) {}

    /// Incidents closed with one outcome.
    ///
    /// @param disrupts whether it counts as disrupted where the incident was an attempt
    public record Outcome(String id, boolean disrupts, long attempts, long other) {}

    /// Incidents with a life at risk, opened in the month.
    public record Life(List<Rescue> incidents, Spread toTask, Spread toAcceptance, Spread toClosure) {}

    /// One of them; times in seconds since it was opened.
    public record Rescue(String incident, String kind, String site, Instant openedAt, Optional<Long> toTask,
        Optional<Long> toAcceptance,
        Optional<Long> toClosure, Optional<String> outcome) {}

    /// Tasks proposed in the month and what became of them until now.
    public record Tasks(long proposed, long approved, long declined, long accepted, long unable, long done,
        long cancelled,
        List<Step> steps) {}

    /// One step of a task: `approval`, `receipt`, `acceptance`, `completion`.
    public record Step(String id, Spread time) {}

    /// Alarms of every kind raised in the month and how they were handled until now.
    ///
    /// @param falseIncidents incidents closed as false alarms in the month
    /// @param suppressed raised under a suppression by design, never brought back nor acted on: in no other figure
    public record Handling(long raised, long taken, long dismissed, long waiting, long falseIncidents,
        long suppressed) {}

    /// How long things took, in seconds.
    ///
    /// @param n how many were measured; when 0 the times mean nothing
    /// @param median lower of the two middle ones when n is even
    /// @param p90 the time within which nine in ten were done (nearest rank)
    public record Spread(int n, long median, long p90) {}

    /// A count from behind the wall, as it may be printed ([org.entente.kernel.SmallNumbers]).
    ///
    /// @param count empty when it is small, or a small one could be computed from it
    /// @param withheld what is printed instead; digits where the count is there
    public record Guarded(String key, Text label, Optional<Long> count, Text withheld) {}

    public record Count(String key, Text label, long count) {}

    /// What the figures were taken from.
    ///
    /// @param entries entries of the month
    /// @param sealed minutes of observations sealed in the month
    /// @param erased entries whose body is erased, so that they count only as entries
    /// @param unreadable entries of a counted type that could not be read
    /// @param checkpoint the journal's newest signed checkpoint; empty when there is none yet
    public record Record(long entries, long sealed, long erased, long unreadable, Optional<Checkpoint> checkpoint) {}

    /// @param size entries under the root
    /// @param root SHA-256 root of the log, base64
    public record Checkpoint(String origin, long size, String root) {}

    public Figures {
        sides = List.copyOf(sides);
        sites = List.copyOf(sites);
        kinds = List.copyOf(kinds);
        hours = List.copyOf(hours);
        outcomes = List.copyOf(outcomes);
        protection = List.copyOf(protection);
        others = List.copyOf(others);
    }
}
