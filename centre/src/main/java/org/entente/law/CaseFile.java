package org.entente.law;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// What is known of one case, and what is asked: the facts by the names of `docs/formats/law.md`. No field of it says who a
/// person is, where from, or what that person looks like.
///
/// @param id   the reference of the file, 1 to 200 characters
/// @param asks the questions, in the order in which the answer gives them
public record CaseFile(String id, Regime regime, Procedure procedure, List<Ask> asks, Fact.Group inputs) {

    public CaseFile {
        requireNonNull(regime, "regime");
        requireNonNull(procedure, "procedure");
        requireNonNull(inputs, "inputs");
        if (id.isBlank() || id.length() > 200) {
            throw new IllegalArgumentException("a file has a reference of 1 to 200 characters");
        }
        asks = List.copyOf(asks);
    }

    /// The same questions on other facts.
    public CaseFile with(Fact.Group facts) {
        return new CaseFile(id, regime, procedure, asks, facts);
    }
}
