package org.entente.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.entente.kernel.Text;

/// One step of an explanation. The sentence is made when somebody reads it.
public sealed interface Reason {

    /// The rule that the step applies, where it applies one.
    Optional<Rule> rule();

    /// The step in words.
    Text sentence();

    /// A period counted from a fact.
    ///
    /// @param event where the period starts, as a field of the file
    /// @param plain the last day before any move to a working day
    /// @param last  the last day
    record Counted(Rule counts, String event, LocalDate day, LocalDate plain, LocalDate last) implements Reason {

        @Override
        public Optional<Rule> rule() {
            return Optional.of(counts);
        }

        @Override
        public Text sentence() {
            var period = counts.limit().orElseThrow().text();
            var from = Field.label(event);
            var start = Words.date(day);
            var end = Words.date(last);
            var moved = plain.equals(last)
                ? new Text(".", ".")
                : new Text(
                    "; " + Words.date(plain).english() + " is no working day, and the next one is the last day.",
                    " ; le " + Words.date(plain).french()
                        + " n’est pas un jour ouvré, et le suivant est le dernier jour.");
            return new Text(
                period.english() + " from " + from.english() + " (" + start.english() + "): the last day is "
                    + end.english()
                    + moved.english(),
                period.french() + " à compter " + Words.of(from.french()) + " (" + start.french()
                    + ") : le dernier jour est le " + end.french()
                    + moved.french());
        }
    }

    /// A rule applied, or a fact weighed, in words.
    record Said(Optional<Rule> rule, Text sentence) implements Reason {}

    /// Facts that are not known, on which the answer hangs.
    record Missing(List<String> fields) implements Reason {

        public Missing {
            fields = List.copyOf(fields);
        }

        @Override
        public Optional<Rule> rule() {
            return Optional.empty();
        }

        @Override
        public Text sentence() {
            var english = String.join("; ", fields.stream().map(field -> Field.label(field).english()).toList());
            var french = String.join(" ; ", fields.stream().map(field -> Field.label(field).french()).toList());
            return new Text("Missing: " + english + ". The answer hangs on it.",
                "Manque : " + french + ". La réponse en dépend.");
        }
    }
}
