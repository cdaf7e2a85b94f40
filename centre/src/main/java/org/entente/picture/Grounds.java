package org.entente.picture;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.kernel.Position;
import org.entente.kernel.Text;

/// Why an alarm was raised, or nearly: a sum of reasons in natural log-odds, and what stood behind it.
///
/// @param logOdds the sum of the terms
/// @param threshold the sum from which an alarm is raised
/// @param grade A: two kinds of sensor and an operator's own look; B: two kinds, existence 0.99; C: one kind; D: no track
/// @param track the track that it is about
/// @param seen detections and reports that counted, newest first
/// @param witnesses what the sensors that did not see it had to say
/// @param suppressors what would have kept it from being raised
public record Grounds(double logOdds, double threshold, Grade grade, Optional<String> track, List<Reason> terms,
    List<Seen> seen, List<Witness> witnesses, List<Text> suppressors) {

    /// How good the evidence is.
    public enum Grade { A, B, C, D }

    /// One term: above 0 it speaks for the alarm.
    public record Reason(String code, Text name, double value, Text text) {}

    /// A detection that counted, by the number of its observation; `weight` 0 to 1.
    public record Seen(long observation, String sensor, Instant at, Position where, double weight) {}

    /// A sensor that did not see it, and why.
    public record Witness(String sensor, Text reason) {}

    public Grounds {
        terms = List.copyOf(terms);
        seen = List.copyOf(seen);
        witnesses = List.copyOf(witnesses);
        suppressors = List.copyOf(suppressors);
    }
}
