package org.entente.access;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.entente.kernel.Actor;
import org.entente.kernel.LedVerb;

/// One processing operation as Directive (EU) 2016/680 Art 25 wants it logged: who, at which desk, for which purpose, when, which
/// of the six verbs, on what, and why.
///
/// @param at the centre's clock
/// @param what `type/id`, for example `incident/2026-0001`; never content
/// @param justification the task at hand, for example the incident the look came from
public record Look(Instant at, Actor who, LedVerb verb, String what, String justification) {

    public Look {
        requireNonNull(at, "at");
        requireNonNull(who, "who");
        requireNonNull(verb, "verb");
        what = bounded(what);
        justification = bounded(justification);
    }

    private static String bounded(String text) {
        var clean = requireNonNull(text, "text").replace('\u0000', ' ');
        return clean.length() > 300 ? clean.substring(0, 300) : clean;
    }
}
