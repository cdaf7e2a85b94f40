package org.entente.operations;

import java.time.Instant;
import java.util.Optional;

/// What was done about an alarm besides taking or dismissing it, and when: the facts the life cycle and its figures need.
///
/// @param suppression id of the suppression by design under which it was raised, blank for none and when it has come back
/// @param answeredAt when an officer first did something about it
/// @param returnedAt when its cause went away by itself
/// @param settledAt when it was taken or dismissed
/// @param verdict what it turned out to be
public record Handling(Optional<Seen> acknowledged, Optional<Shelf> shelf, String suppression,
    Optional<Instant> answeredAt, Optional<Instant> returnedAt, Optional<Instant> settledAt,
    Optional<Verdict.Finding> verdict) {

    /// Who acknowledged it and when.
    public record Seen(String desk, String officer, Instant at) {}

    /// Whose shelf it lies on, why, and until when at the latest.
    public record Shelf(String desk, String officer, String reason, Instant since, Instant until) {}

    static Handling under(String suppression) {
        return new Handling(Optional.empty(), Optional.empty(), suppression, Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty());
    }

    Handling acknowledged(Stamp stamp) {
        var seen = new Seen(stamp.desk(), stamp.officer(), stamp.at());
        return new Handling(Optional.of(seen), shelf, suppression, answered(stamp), returnedAt, settledAt, verdict);
    }

    Handling shelved(String reason, Instant until, Stamp stamp) {
        var on = new Shelf(stamp.desk(), stamp.officer(), reason, stamp.at(), until);
        return new Handling(acknowledged, Optional.of(on), suppression, answered(stamp), returnedAt, settledAt,
            verdict);
    }

    Handling offTheShelf() {
        return new Handling(acknowledged, Optional.empty(), suppression, answeredAt, returnedAt, settledAt, verdict);
    }

    Handling released() {
        return new Handling(acknowledged, shelf, "", answeredAt, returnedAt, settledAt, verdict);
    }

    Handling returned(Stamp stamp) {
        return new Handling(acknowledged, shelf, suppression, answeredAt, Optional.of(stamp.at()), settledAt, verdict);
    }

    Handling settled(Stamp stamp) {
        return new Handling(acknowledged, Optional.empty(), suppression, answered(stamp), returnedAt,
            Optional.of(stamp.at()), verdict);
    }

    Handling found(Verdict.Finding finding) {
        return new Handling(acknowledged, shelf, suppression, answeredAt, returnedAt, settledAt, Optional.of(finding));
    }

    private Optional<Instant> answered(Stamp stamp) {
        return answeredAt.isPresent() ? answeredAt : Optional.of(stamp.at());
    }
}
