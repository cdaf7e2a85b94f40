package org.entente.journal;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.entente.kernel.Marking;
import org.entente.kernel.SubjectId;

/// A fact that wants to become an entry.
///
/// @param type what kind of fact, stable for ever, for example `incident.opened`
/// @param version of the body's encoding, counted from 1
/// @param body UTF-8 JSON, at most 64 KiB; encrypted by the store under the subject's key where there is a subject
/// @param subject the person it is about, if it is about one
public record Draft(String type, int version, String body, Marking marking, Optional<SubjectId> subject) {

    public Draft {
        requireNonNull(type, "type");
        requireNonNull(body, "body");
        requireNonNull(marking, "marking");
        requireNonNull(subject, "subject");
        if (version < 1 || body.length() > 65_536) {
            throw new IllegalArgumentException(
                "a draft of " + type + " needs a version from 1 and a body up to 64 KiB");
        }
    }

    /// A fact about no person.
    public static Draft of(String type, int version, String body, Marking marking) {
        return new Draft(type, version, body, marking, Optional.empty());
    }
}
