package org.entente.law;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a case file says of one thing, and what an answer says. An absent field is an unknown fact.
public sealed interface Fact {

    /// Known not to have happened, or not yet.
    record Never() implements Fact {}

    /// A day of the calendar.
    record Day(LocalDate day) implements Fact {
        public Day {
            requireNonNull(day, "day");
        }
    }

    /// A day with its time, local to the place where the period runs.
    record Moment(LocalDateTime at) implements Fact {
        public Moment {
            requireNonNull(at, "at");
        }
    }

    /// Yes or no.
    record Flag(boolean yes) implements Fact {}

    /// A whole number.
    record Count(long number) implements Fact {}

    /// A code or a state.
    record Word(String word) implements Fact {
        public Word {
            requireNonNull(word, "word");
        }
    }

    /// Several facts that belong together, by the names of their fields.
    record Group(Map<String, Fact> fields) implements Fact {

        /// No facts at all.
        public static final Group EMPTY = new Group(Map.of());

        public Group {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /// Several facts of one kind, in the order of the file.
    record Series(List<Fact> facts) implements Fact {
        public Series {
            facts = List.copyOf(facts);
        }

        static Series of(List<LocalDate> days) {
            var facts = new ArrayList<Fact>();
            days.forEach(day -> facts.add(new Day(day)));
            return new Series(facts);
        }

        static Series words(List<String> words) {
            return new Series(words.stream().<Fact>map(Word::new).toList());
        }
    }
}
