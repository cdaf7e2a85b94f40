package org.entente.fusion;

/// One reason for or against an alarm, in natural log-odds, with the figures a sentence about it needs.
///
/// @param value above 0 speaks for the alarm, below 0 against
/// @param figures in the order the code's description names them
public record Term(Code code, double value, double... figures) {

    /// What a term is about.
    public enum Code {
        /// How seldom intrusions are, whatever is seen. No figures.
        PRIOR,
        /// Whether there is an object at all: probability.
        EXISTENCE,
        /// Whether it crosses inward: probability, distance inside in metres (negative: still outside).
        CROSSING,
        /// What it is: probabilities of person, vehicle, animal.
        CLASS,
        /// How fast it goes: metres a second.
        SPEED,
        /// The fence's own word there and then: how many reports, metres away, seconds apart.
        FENCE,
        /// The fence should have spoken and did not: probability of its silence for a person.
        FENCE_SILENT,
        /// A unit of our own is there: metres away, age of its fix in seconds.
        OWN_UNIT,
        /// How many kinds of sensor agree: number.
        AGREEMENT,
        /// What operators said of this place before: verdicts "nuisance", verdicts in all.
        VERDICTS
    }
}
