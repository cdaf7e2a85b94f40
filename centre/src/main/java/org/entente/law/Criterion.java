package org.entente.law;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.entente.kernel.Text;

/// One row of a table of criteria: the first row that applies names the state responsible.
///
/// @param code article and paragraph, `12(4)`
/// @param test the row weighed against the facts
record Criterion(String code, Text wording, Function<Applicant, Finding> test) {

    /// The row as a rule, for the chain of reasons.
    Rule rule(Instrument instrument) {
        return Rule.of(code, instrument, code.replace("-fallback", ""), Certainty.TEXT, wording.english(),
            wording.french());
    }

    /// What a row says of the facts.
    sealed interface Finding {

        /// The row applies.
        ///
        /// @param states   the state responsible; two where the facts lie exactly on a boundary
        /// @param assuming what is not known and was assumed, because the law presumes it; shown as missing
        record Applies(List<String> states, Text because, List<String> assuming) implements Finding {}

        /// The row does not apply.
        ///
        /// @param touched whether some fact pointed to it, so that it is worth saying
        record Passed(boolean touched, Text because) implements Finding {}

        /// The row hangs on a fact that is not known: the table stops here.
        ///
        /// @param holds whether the row itself applies, and only the state hangs on the fact
        record Unknown(String field, boolean holds) implements Finding {}
    }

    static Finding applies(Optional<String> state, String english, String french) {
        return state.<Finding>map(found -> new Finding.Applies(List.of(found), new Text(english, french), List.of()))
            .orElseGet(() -> new Finding.Unknown("state", false));
    }

    /// The same on a fact that is not known and that the law presumes.
    static Finding assuming(Finding finding, List<String> fields) {
        return finding instanceof Finding.Applies applies
            ? new Finding.Applies(applies.states(), applies.because(), fields)
            : finding;
    }

    static Finding none(String english, String french) {
        return new Finding.Passed(false, new Text(english, french));
    }

    static Finding excluded(String english, String french) {
        return new Finding.Passed(true, new Text(english, french));
    }

    static Finding unknown(String field) {
        return new Finding.Unknown(field, false);
    }
}
