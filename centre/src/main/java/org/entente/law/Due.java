package org.entente.law;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/// A last day as a question wants it.
///
/// @param rule   the rule that sets it
/// @param event  the field of the fact that started the period
/// @param from   the day of that fact
/// @param last   the reading preferred
/// @param either every defensible reading, the earliest first; one or more
record Due(Rule rule, String event, LocalDate from, LocalDate last, List<LocalDate> either) {

    Due {
        either = Stream.concat(Stream.of(last), either.stream()).sorted().distinct().toList();
    }

    static Due of(Rule rule, String event, LocalDate from, LocalDate last) {
        return new Due(rule, event, from, last, List.of());
    }

    Due or(LocalDate other) {
        return new Due(rule, event, from, last, Stream.concat(either.stream(), Stream.of(other)).toList());
    }

    Due moved(LocalDate day) {
        return new Due(rule, event, from, day, List.of());
    }
}
