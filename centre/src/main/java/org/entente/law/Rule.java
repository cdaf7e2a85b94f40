package org.entente.law;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.entente.kernel.Text;

/// One rule of law, as short as the article that it stands for: who must do what until when, what follows if not, where it is
/// written, and how sure that reading is. Everything the rule book prints stands here and nowhere else.
///
/// @param id          the row of the rules table (`D02`), with a letter where one row holds several limits (`M01b`)
/// @param article     article and paragraph, or the case number of a judgment
/// @param wording     the rule in plain words
/// @param limit       the period, for a rule that sets one
/// @param counting    how the period is counted
/// @param course      what starts the period and what ends it
/// @param missed      what follows when the limit passes, where something does
/// @param from        the first day on which it governs
/// @param to          the last day
/// @param states      the states it binds
public record Rule(String id, Instrument instrument, String article, Text wording, Optional<Period> limit,
    Counting counting,
    Course course, Optional<Text> missed, LocalDate from, LocalDate to, Text states, Certainty certainty) {

    private static final Text MEMBERS = new Text(
        "the states of the Dublin system; Denmark, Iceland, Liechtenstein, Norway and Switzerland by agreement",
        "les États du système de Dublin ; le Danemark, l’Islande, le Liechtenstein, la Norvège et la Suisse par accord");
    private static final Text WITH_UNITED_KINGDOM = new Text(
        "the states of the Dublin system, the United Kingdom until 31 December 2020",
        "les États du système de Dublin, le Royaume-Uni jusqu’au 31 décembre 2020");

    public Rule {
        requireNonNull(id, "id");
        requireNonNull(instrument, "instrument");
        requireNonNull(article, "article");
        requireNonNull(wording, "wording");
        requireNonNull(limit, "limit");
        requireNonNull(counting, "counting");
        requireNonNull(course, "course");
        requireNonNull(missed, "missed");
        requireNonNull(states, "states");
        requireNonNull(certainty, "certainty");
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(id + " ends before it begins");
        }
    }

    /// A rule of an instrument: its period comes with [#within], its course with [#starting] and [#met], its consequence with
    /// [#missed].
    static Rule of(String id, Instrument instrument, String article, Certainty certainty, String english,
        String french) {
        return new Rule(id, instrument, article, new Text(english, french), Optional.empty(), usual(instrument),
            Course.NONE, Optional.empty(), instrument.from(), instrument.to(), binds(instrument), certainty);
    }

    Rule within(Period period) {
        return with(Optional.of(period),
            period.unit() == Period.Unit.WORKING_DAYS ? Counting.WORKING_DAYS : counting, course, missed);
    }

    Rule counted(Counting other) {
        return with(limit, other, course, missed);
    }

    Rule missed(String english, String french) {
        return with(limit, counting, course, Optional.of(new Text(english, french)));
    }

    /// The fields of the facts that start the period; the first known counts.
    Rule starting(String... fields) {
        return with(limit, counting, new Course(List.of(fields), course.act(), course.end(), course.alone()), missed);
    }

    /// The field of the act that has to come within the period.
    Rule met(String act) {
        return ending(act, Course.End.MET);
    }

    /// The field of the act that has to wait until the period is over.
    Rule awaited(String act) {
        return ending(act, Course.End.AWAITED);
    }

    /// The field of the act that keeps the period from having its effect.
    Rule interrupted(String act) {
        return ending(act, Course.End.INTERRUPTED);
    }

    /// The field of the day ahead from which the period is counted back.
    Rule back(String ahead) {
        return ending(ahead, Course.End.COUNTED_BACK);
    }

    /// The limit is shown by itself, whatever the file is about.
    Rule everywhere() {
        return alone(Procedure.values());
    }

    /// The limit is shown by itself in files about this; the others are reached through the questions.
    Rule alone(Procedure... procedures) {
        return with(limit, counting, new Course(course.starts(), course.act(), course.end(), List.of(procedures)),
            missed);
    }

    private Rule ending(String act, Course.End end) {
        return with(limit, counting, new Course(course.starts(), act, end, course.alone()), missed);
    }

    private Rule with(Optional<Period> period, Counting how, Course run, Optional<Text> consequence) {
        return new Rule(id, instrument, article, wording, period, how, run, consequence, from, to, states, certainty);
    }

    Rule between(String first, String last) {
        return new Rule(id, instrument, article, wording, limit, counting, course, missed, LocalDate.parse(first),
            LocalDate.parse(last), states, certainty);
    }

    /// The row of the rules table to which it belongs: `M01` for `M01b`.
    public String row() {
        return id.length() > 3 ? id.substring(0, 3) : id;
    }

    /// "Regulation (EU) No 604/2013 Art 21(1)".
    public Text citation() {
        var numbered = Character.isDigit(article.charAt(0));
        return new Text(instrument.text().english() + (numbered ? " Art " : ", ") + article,
            instrument.text().french() + (numbered ? " art. " : ", ") + Words.french(article));
    }

    private static Counting usual(Instrument instrument) {
        return switch (instrument) {
            case DUBLIN_III, IMPLEMENTING -> Counting.ARTICLE_42;
            case MIGRATION, MIGRATION_IMPLEMENTING, PROCEDURES_REGULATION -> Counting.ARTICLE_75;
            case PROCEDURES_DIRECTIVE, RETURN_DIRECTIVE, TRAFFICKING_PERMITS, TRAFFICKING_CONVENTION, PALERMO, NRM,
                CESEDA, CASF, COURT_ORDER,
                ENTENTE ->
                Counting.CALENDAR;
        };
    }

    private static Text binds(Instrument instrument) {
        return switch (instrument) {
            case DUBLIN_III, IMPLEMENTING -> WITH_UNITED_KINGDOM;
            case MIGRATION, MIGRATION_IMPLEMENTING -> MEMBERS;
            case PROCEDURES_DIRECTIVE -> new Text("European Union except Denmark, Ireland and the United Kingdom",
                "Union européenne sauf le Danemark, l’Irlande et le Royaume-Uni");
            case PROCEDURES_REGULATION ->
                new Text("European Union except Denmark", "Union européenne sauf le Danemark");
            case RETURN_DIRECTIVE, TRAFFICKING_PERMITS -> new Text(
                "European Union except Ireland and the United Kingdom; Denmark by its own rules",
                "Union européenne sauf l’Irlande et le Royaume-Uni ; le Danemark selon ses propres règles");
            case TRAFFICKING_CONVENTION, PALERMO -> new Text("France and the United Kingdom, among the parties",
                "la France et le Royaume-Uni, parmi les parties");
            case NRM -> new Text("the United Kingdom", "le Royaume-Uni");
            case CESEDA, CASF, COURT_ORDER -> new Text("France", "la France");
            case ENTENTE -> new Text("every node of Entente", "chaque nœud d’Entente");
        };
    }
}
