package org.entente.law;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import org.entente.kernel.Text;

/// A time limit found in a file.
///
/// @param event     the field of the fact that started it
/// @param from      the day of that fact, which is not counted
/// @param last      the last day on which the act is in time, until midnight
/// @param either    both dates where two readings are defensible, the earlier first; else empty
/// @param act       the field of the act that meets it
public record Limit(Rule rule, String event, LocalDate from, LocalDate last, List<LocalDate> either, String act,
    State state) {

    /// What has become of it on the day of the question.
    public enum State {
        RUNNING("running", "court"),
        MET("met", "respecté"),
        MISSED("missed", "manqué"),
        SUSPENDED("suspended",
            "suspendu"),
        NOT_APPLICABLE("not applicable", "sans objet");

        private final Text text;

        State(String english, String french) {
            this.text = new Text(english, french);
        }

        /// In words.
        public Text text() {
            return text;
        }
    }

    public Limit {
        requireNonNull(rule, "rule");
        requireNonNull(state, "state");
        either = either.stream().sorted().distinct().toList();
    }

    /// The day by which to act: the earlier one where two readings are defensible.
    public LocalDate actBy() {
        return either.isEmpty() ? last : either.getFirst();
    }

    /// The same limit in another state.
    Limit as(State other) {
        return new Limit(rule, event, from, last, either, act, other);
    }
}
