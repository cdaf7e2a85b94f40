package org.entente.law;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.entente.kernel.Text;

/// One file being read: its facts by name, and what has been found so far. Lives for one answer, in one thread.
final class Inquiry {

    private final CaseFile file;
    private final Holidays holidays;
    private final SequencedSet<Reason> why = new LinkedHashSet<>();
    private final SequencedSet<Limit> limits = new LinkedHashSet<>();
    private final SequencedSet<String> missing = new LinkedHashSet<>();
    private final Map<String, Fact> answer = new LinkedHashMap<>();
    private boolean proposal;

    Inquiry(CaseFile file, Holidays holidays) {
        this.file = file;
        this.holidays = holidays;
    }

    /// The same file, for a thought that leaves no trace in this answer.
    Inquiry aside() {
        return new Inquiry(file, holidays);
    }

    // ---- the facts ----

    CaseFile file() {
        return file;
    }

    Holidays holidays() {
        return holidays;
    }

    boolean asks(Ask ask) {
        return file.asks().contains(ask);
    }

    Optional<Fact> fact(String field) {
        return Optional.ofNullable(file.inputs().fields().get(field));
    }

    /// The day of a fact that happened.
    Optional<LocalDate> day(String field) {
        return day(file.inputs(), field);
    }

    static Optional<LocalDate> day(Fact.Group facts, String field) {
        return switch (facts.fields().get(field)) {
            case Fact.Day known -> Optional.of(known.day());
            case Fact.Moment known -> Optional.of(known.at().toLocalDate());
            case null, default -> Optional.empty();
        };
    }

    /// The first of these facts that happened.
    Optional<String> first(String... fields) {
        for (var field : fields) {
            if (day(field).isPresent()) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /// Whether a fact is known not to have happened.
    boolean never(String field) {
        return never(file.inputs(), field);
    }

    static boolean never(Fact.Group facts, String field) {
        return switch (facts.fields().get(field)) {
            case Fact.Never _ -> true;
            case Fact.Flag flag -> !flag.yes();
            case null, default -> false;
        };
    }

    boolean known(String field) {
        return file.inputs().fields().containsKey(field);
    }

    /// Whether a fact is affirmed: `true`, `"YES"`, or a day on which it happened.
    boolean yes(String field) {
        return yes(file.inputs(), field);
    }

    static boolean yes(Fact.Group facts, String field) {
        return switch (facts.fields().get(field)) {
            case Fact.Flag flag -> flag.yes();
            case Fact.Word word -> word.word().equals("YES") || word.word().equals("TRUE");
            case Fact.Day _,Fact.Moment _ -> true;
            case null, default -> false;
        };
    }

    /// Whether a fact is denied: `false`, `"NO"`.
    boolean no(String field) {
        return no(file.inputs(), field);
    }

    static boolean no(Fact.Group facts, String field) {
        return switch (facts.fields().get(field)) {
            case Fact.Flag flag -> !flag.yes();
            case Fact.Word word -> word.word().equals("NO") || word.word().equals("FALSE");
            case null, default -> false;
        };
    }

    Optional<String> word(String field) {
        return word(file.inputs(), field);
    }

    static Optional<String> word(Fact.Group facts, String field) {
        return facts.fields().get(field) instanceof Fact.Word word ? Optional.of(word.word()) : Optional.empty();
    }

    Optional<Integer> count(String field) {
        return file.inputs().fields().get(field) instanceof Fact.Count count
            ? Optional.of((int) count.number())
            : Optional.empty();
    }

    /// The groups of a field: one, several, or none.
    List<Fact.Group> groups(String field) {
        return switch (file.inputs().fields().get(field)) {
            case Fact.Group group -> List.of(group);
            case Fact.Series series ->
                series.facts().stream().filter(Fact.Group.class::isInstance).map(Fact.Group.class::cast).toList();
            case null, default -> List.of();
        };
    }

    Fact.Group group(String field) {
        return file.inputs().fields().get(field) instanceof Fact.Group group ? group : Fact.Group.EMPTY;
    }

    Optional<LocalDate> asOf() {
        return day("asOf");
    }

    /// Whether a day lies behind the day of the question. Without that day the file is taken as finished: what has not happened in
    /// it did not happen.
    boolean past(LocalDate last) {
        return asOf().map(now -> now.isAfter(last)).orElse(true);
    }

    // ---- counting ----

    /// The last day of a rule's period after a fact of the file; empty, and noted as missing, where the fact is unknown.
    Optional<LocalDate> count(Rule rule, String event, String... states) {
        var from = day(event);
        if (from.isEmpty()) {
            missing(event);
            return Optional.empty();
        }
        return Optional.of(count(rule, event, from.get(), states));
    }

    /// The last day of a rule's period after a day.
    ///
    /// @param states fields that name the states whose holidays matter
    LocalDate count(Rule rule, String event, LocalDate from, String... states) {
        var period = rule.limit().orElseThrow();
        var last = switch (rule.counting()) {
            case ARTICLE_42, CALENDAR -> period.after(from);
            case ARTICLE_75 -> rolled(period.after(from), states);
            case WORKING_DAYS -> holidays.plusWorkingDays(from, period.number(), stateFor(states));
        };
        var plain = rule.counting() == Counting.ARTICLE_75 ? period.after(from) : last;
        why.add(new Reason.Counted(rule, event, from, plain, last));
        return last;
    }

    /// The next day, or the same, that is a working day in every state concerned whose calendar is known.
    LocalDate rolled(LocalDate plain, String... states) {
        var day = plain;
        while (!working(day, states)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private boolean working(LocalDate day, String... states) {
        var weekday = day.getDayOfWeek().getValue() < 6;
        for (var field : states) {
            var state = word(field);
            weekday = weekday && (state.isEmpty() || holidays.isWorkingDay(day, state.get()));
        }
        return weekday;
    }

    private String stateFor(String... states) {
        for (var field : states) {
            var state = word(field);
            if (state.isPresent()) {
                return state.get();
            }
        }
        return file.regime() == Regime.NRM ? "GB" : "FR";
    }

    /// A limit found, with what became of it.
    void limit(Due due) {
        limits.add(TimeLimits.limit(this, due));
    }

    // ---- what is found ----

    void says(Rule rule, String english, String french) {
        why.add(new Reason.Said(Optional.of(rule), new Text(english, french)));
    }

    void says(Rule rule, Text sentence) {
        why.add(new Reason.Said(Optional.of(rule), sentence));
    }

    void notes(String english, String french) {
        why.add(new Reason.Said(Optional.empty(), new Text(english, french)));
    }

    /// The answer says who is responsible: it ends with the reminder of what it is.
    void proposes() {
        proposal = true;
    }

    void missing(String field) {
        missing.add(field);
    }

    boolean isMissing() {
        return !missing.isEmpty();
    }

    void put(String key, Fact value) {
        answer.put(key, value);
    }

    void put(String key, String code) {
        answer.put(key, new Fact.Word(code));
    }

    void put(String key, boolean yes) {
        answer.put(key, new Fact.Flag(yes));
    }

    void put(String key, LocalDate day) {
        answer.put(key, new Fact.Day(day));
    }

    boolean answered(String key, String code) {
        return answer.get(key) instanceof Fact.Word word && word.word().equals(code);
    }

    boolean has(String key) {
        return answer.containsKey(key);
    }

    /// A date with its alternatives.
    void put(String key, Due due) {
        put(key, due.last());
        if (due.either().size() > 1) {
            put(key + "AnyOf", Fact.Series.of(due.either()));
        } else {
            answer.remove(key + "AnyOf");
        }
    }

    Opinion opinion() {
        var countings = EnumSet.noneOf(Counting.class);
        for (var reason : why) {
            if (reason instanceof Reason.Counted counted) {
                countings.add(counted.counts().counting());
            }
        }
        countings.forEach(counting -> why.add(new Reason.Said(Optional.empty(), counting.text())));
        if (!missing.isEmpty()) {
            why.add(new Reason.Missing(List.copyOf(missing)));
            answer.putIfAbsent("missing", new Fact.Word(missing.getFirst()));
            if (missing.size() > 1) {
                answer.putIfAbsent("missingAll", Fact.Series.words(List.copyOf(missing)));
            }
        }
        if (proposal) {
            notes(Opinion.PROPOSAL.english(), Opinion.PROPOSAL.french());
        }
        return new Opinion(file.id(), answer, List.copyOf(limits), List.copyOf(why), List.of());
    }
}
