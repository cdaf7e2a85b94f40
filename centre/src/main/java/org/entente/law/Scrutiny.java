package org.entente.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.entente.kernel.Text;
import org.entente.law.Opinion.Trouble;
import org.entente.law.Opinion.Trouble.Kind;

/// Looks a file over before anything is counted: what cannot stand in a field is an error with its path, facts that cannot both be
/// true are a contradiction that names both. Neither is guessed away.
final class Scrutiny {

    private static final LocalDate FIRST = LocalDate.of(2010, 1, 1);
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2035, 12, 31);
    private static final int MOST_FACTS = 1_000;

    /// The first of each pair cannot come after the second.
    private static final List<List<String>> ORDER = List.of(List.of("requestSent", "requestReceived"),
        List.of("requestReceived", "reply"),
        List.of("requestReceived", "accepted"), List.of("requestReceived", "rejectionReceived"),
        List.of("accepted", "transferred"),
        List.of("appealFiled", "appealFinal"), List.of("appealFiled", "suspensiveEffectEnded"),
        List.of("negativeReplyReceived", "reexamSent"),
        List.of("reexamSent", "reexamReply"), List.of("infoRequestReceived", "infoReplied"),
        List.of("notified", "notificationReceived"),
        List.of("notificationReceived", "confirmation"), List.of("accepted", "appealFinal"),
        List.of("dateOfBirth", "lodged"),
        List.of("made", "registered"), List.of("referralReceived", "positiveRG"),
        List.of("positiveRG", "conclusiveGrounds"));

    private static final Set<String> STATES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
    private static final List<String> PARTS = List.of("GB-ENG", "GB-WLS", "GB-EAW", "GB-SCT", "GB-NIR", "FR-57",
        "FR-67", "FR-68", "FR-ALM");

    private final List<Trouble> troubles = new ArrayList<>();
    private int facts;

    private Scrutiny() {}

    static List<Trouble> of(CaseFile file) {
        var examination = new Scrutiny();
        examination.group("inputs", file.inputs());
        if (examination.troubles.isEmpty()) {
            examination.order(file.inputs());
        }
        return examination.troubles;
    }

    private void group(String path, Fact.Group group) {
        for (var entry : group.fields().entrySet()) {
            var here = path + "." + entry.getKey();
            if (++facts > MOST_FACTS) {
                error(path, "more than " + MOST_FACTS + " facts in one file",
                    "plus de " + MOST_FACTS + " faits dans un dossier");
                return;
            }
            var field = Field.of(entry.getKey());
            if (field.isPresent()) {
                known(here, field.get(), entry.getValue());
            } else {
                nested(here, entry.getValue());
            }
        }
        range(path, group);
    }

    private void known(String path, Field field, Fact fact) {
        switch (field.kind()) {
            case STATE -> {
                if (!(fact instanceof Fact.Never) && !(fact instanceof Fact.Word word && state(word.word()))) {
                    error(path, "an ISO 3166 state such as FR or GB is expected",
                        "un État ISO 3166 tel que FR ou GB est attendu");
                }
            }
            case DAY -> day(path, fact, FIRST);
            case BIRTH -> day(path, fact, FIRST_BIRTH);
            case FLAG -> {
                if (!(fact instanceof Fact.Flag || fact instanceof Fact.Never || fact instanceof Fact.Day
                    || fact instanceof Fact.Word word && List.of("YES", "NO").contains(word.word()))) {
                    error(path, "true, false or null is expected", "true, false ou null est attendu");
                }
            }
            case COUNT -> {
                if (!(fact instanceof Fact.Never)
                    && !(fact instanceof Fact.Count count && count.number() >= 0 && count.number() <= 10_000)) {
                    error(path, "a whole number from 0 to 10000 is expected",
                        "un nombre entier de 0 à 10000 est attendu");
                }
            }
            case CODE -> {
                if (fact instanceof Fact.Day || fact instanceof Fact.Series || fact instanceof Fact.Group
                    || fact instanceof Fact.Count) {
                    error(path, "a code is expected", "un code est attendu");
                }
            }
            case FACTS -> {
                if (fact instanceof Fact.Word || fact instanceof Fact.Count) {
                    error(path, "a group of facts, or a list of groups, is expected",
                        "un groupe de faits, ou une liste de groupes, est attendu");
                } else {
                    nested(path, fact);
                }
            }
            case ANY -> nested(path, fact);
        }
    }

    private void nested(String path, Fact fact) {
        switch (fact) {
            case Fact.Group group -> group(path, group);
            case Fact.Series series -> {
                for (int i = 0; i < series.facts().size(); i++) {
                    nested(path + "[" + i + "]", series.facts().get(i));
                }
            }
            case Fact.Day day -> within(path, day.day(), FIRST_BIRTH);
            case Fact.Moment _,Fact.Never _,Fact.Flag _,Fact.Count _,Fact.Word _ -> {
            }
        }
    }

    private void day(String path, Fact fact, LocalDate first) {
        switch (fact) {
            case Fact.Day day -> within(path, day.day(), first);
            case Fact.Moment moment -> within(path, moment.at().toLocalDate(), first);
            case Fact.Never _,Fact.Flag _ -> {
            }
            case Fact.Count _,Fact.Word _,Fact.Group _,Fact.Series _ ->
                error(path, "a date such as 2015-04-10, or null, is expected",
                    "une date telle que 2015-04-10, ou null, est attendue");
        }
    }

    private void within(String path, LocalDate day, LocalDate first) {
        if (day.isBefore(first) || day.isAfter(LAST)) {
            error(path, "the date lies outside " + first + " to " + LAST,
                "la date est hors de " + first + " à " + LAST);
        }
    }

    private void range(String path, Fact.Group group) {
        var from = Inquiry.day(group, "from");
        var to = Inquiry.day(group, "to");
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            error(path + ".to", "it ends before it begins", "elle finit avant de commencer");
        }
    }

    private static boolean state(String word) {
        return STATES.contains(word) || PARTS.contains(word);
    }

    private void order(Fact.Group facts) {
        for (var pair : ORDER) {
            var one = Inquiry.day(facts, pair.getFirst());
            var other = Inquiry.day(facts, pair.getLast());
            if (one.isPresent() && other.isPresent() && other.get().isBefore(one.get())) {
                contradiction(pair,
                    Field.label(pair.getLast()).english() + " cannot come before "
                        + Field.label(pair.getFirst()).english(),
                    Field.label(pair.getLast()).french() + " ne peut précéder "
                        + Field.label(pair.getFirst()).french());
            }
        }
        both(facts, Map.entry("accepted", "rejectionReceived"));
        if (Inquiry.no(facts, "appealSuspensive") && Inquiry.yes(facts, "appealAgainstTransferSuspensive")) {
            contradiction(List.of("appealSuspensive", "appealAgainstTransferSuspensive"),
                "the appeal cannot both suspend and not suspend",
                "le recours ne peut à la fois suspendre et ne pas suspendre");
        }
        if (Inquiry.yes(facts, "unaccompaniedMinor") && Inquiry.no(facts, "unaccompanied")) {
            contradiction(List.of("unaccompaniedMinor", "unaccompanied"),
                "the child cannot be both alone and accompanied",
                "le mineur ne peut être à la fois seul et accompagné");
        }
    }

    private void both(Fact.Group facts, Map.Entry<String, String> pair) {
        var one = Inquiry.day(facts, pair.getKey());
        var other = Inquiry.day(facts, pair.getValue());
        if (one.isPresent() && other.isPresent() && !other.get().isBefore(one.get())) {
            contradiction(List.of(pair.getKey(), pair.getValue()), "what was accepted was not rejected afterwards",
                "ce qui a été accepté n’a pas été refusé ensuite");
        }
    }

    /// The first day that may stand in a file.
    static LocalDate first() {
        return FIRST;
    }

    /// The last day that may stand in a file.
    static LocalDate last() {
        return LAST;
    }

    private void error(String path, String english, String french) {
        troubles.add(new Trouble(Kind.ERROR, path, new Text(english, french)));
    }

    private void contradiction(List<String> fields, String english, String french) {
        troubles.add(
            new Trouble(Kind.CONTRADICTION, "inputs." + String.join(" / inputs.", fields), new Text(english, french)));
    }
}
