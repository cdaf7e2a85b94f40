package org.entente.law;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.kernel.Text;

/// What the law says of a file: a proposal with its reasons, for a person who decides.
///
/// @param answer   by the keys of `docs/formats/law.md`, in the order of the questions; `…AnyOf` holds more than one defensible
///                 value, the plain key the one preferred
/// @param limits   every time limit met on the way
/// @param why      the chain of reasons, in the order of thought
/// @param troubles what is wrong with the file; with any of them the answer holds nothing else
public record Opinion(String id, Map<String, Fact> answer, List<Limit> limits, List<Reason> why,
    List<Trouble> troubles) {

    /// Something that stands against answering.
    ///
    /// @param path where in the file, as in `inputs.visa[0].from`
    public record Trouble(Kind kind, String path, Text text) {

        /// The two kinds: a file that cannot be read, and facts that cannot both be true.
        public enum Kind {
            ERROR, CONTRADICTION
        }

        public Trouble {
            requireNonNull(kind, "kind");
            requireNonNull(path, "path");
            requireNonNull(text, "text");
        }
    }

    /// What every answer is, and is not.
    public static final Text PROPOSAL = new Text(
        "A proposal with its reasons, not a decision and not legal advice: a person decides, and signs (Directive (EU) 2016/680 Art 11, Regulation (EU) 2016/679 Art 22).",
        "Une proposition motivée, ni une décision ni un conseil juridique : une personne décide, et signe (directive (UE) 2016/680 art. 11, règlement (UE) 2016/679 art. 22).");

    public Opinion {
        requireNonNull(id, "id");
        answer = Collections.unmodifiableMap(new LinkedHashMap<>(answer));
        limits = List.copyOf(limits);
        why = List.copyOf(why);
        troubles = List.copyOf(troubles);
    }
}
