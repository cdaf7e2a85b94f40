package org.entente.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every limit that the facts of a file started, with what became of it.
final class TimeLimits {

    /// Facts that show that an act was done, where its own day is not in the file.
    private static final Map<String, String[]> SHOWN_BY = Map.of("requestSent", new String[]{"requestReceived"},
        "reply",
        new String[]{"accepted", "rejectionReceived", "negativeReplyReceived"}, "notified",
        new String[]{"requestSent", "notificationReceived", "requestReceived"}, "confirmation",
        new String[]{"accepted", "reply", "rejectionReceived", "negativeReplyReceived"}, "decisionTaken",
        new String[]{"decisionNotified"}, "registered", new String[]{"lodged"});

    private TimeLimits() {}

    static List<Limit> of(Inquiry q) {
        var found = new ArrayList<Limit>();
        switch (q.file().regime()) {
            case DUBLIN3 -> {
                between(q, new DublinRequests(q), found);
                alone(q, DublinRules.ALL, found);
                alone(q, ImplementingRules.ALL, found);
            }
            case AMMR -> {
                between(q, new MigrationRequests(q), found);
                alone(q, MigrationRules.ALL, found);
            }
            case APD2013, APR2024, RD2008, NRM, FR_TEH, FR_COURT -> procedure(q, found);
        }
        return List.copyOf(found);
    }

    /// Request, reply and transfer, each where its facts are there.
    private static void between(Inquiry q, Requests requests, List<Limit> found) {
        var transfers = new Transfers(q, requests);
        boolean detained = q.day("detainedFrom").isPresent();
        boolean accepted = q.first("accepted", "confirmation", "acceptedAtoB").isPresent();
        if (requests.hasStart() && (!accepted || Outcome.sent(q).or(() -> q.day("notified")).isPresent())) {
            add(q, requests.whole(), found);
            if (detained) {
                add(q, requests instanceof MigrationRequests migration
                    ? new MigrationDetention(q, migration, transfers).request()
                    : new Detention(q, requests, transfers).request(), found);
            }
        }
        if (q.first("requestReceived", "notificationReceived").isPresent()) {
            add(q, requests.reply(), found);
        }
        if (q.day("infoRequestReceived").isPresent()) {
            add(q, new Information(q, requests).due(), found);
        }
        again(q, requests.rules(), found);
        boolean silent = q.asOf().isPresent() || q.never("reply") || q.never("confirmation");
        if (accepted || q.first("requestReceived", "notificationReceived").isPresent() && silent) {
            transfer(q, requests, transfers, found);
        }
    }

    private static void again(Inquiry q, Requests.Rules rules, List<Limit> found) {
        if (q.file().regime() == Regime.AMMR) {
            q.first("negativeReplyReceived", "rejectionReceived")
                .ifPresent(event -> counted(q, rules.window(), event, "reexamSent", found));
            q.first("reexamSent").ifPresent(event -> counted(q, rules.answer(), event, "reexamReply", found));
        }
    }

    private static void counted(Inquiry q, Rule rule, String event, String act, List<Limit> found) {
        var states = new MigrationRequests(q).rules().states();
        var due = Due.of(rule, event, q.day(event).get(), q.count(rule, event, states).get());
        found.add(limit(q, due, act));
    }

    /// The six months, and the weeks of detention; a suspensive appeal that nobody has decided holds both still.
    private static void transfer(Inquiry q, Requests requests, Transfers transfers, List<Limit> found) {
        var whole = transfers.whole();
        add(q, whole, found);
        var rules = new ArrayList<Rule>();
        if (whole.isEmpty()) {
            rules.add(requests.rules().transfer());
        }
        if (q.day("detainedFrom").isPresent()) {
            var weeks = requests instanceof MigrationRequests migration
                ? new MigrationDetention(q, migration, transfers).transfer()
                : new Detention(q, requests, transfers).transfer();
            add(q, weeks, found);
            if (weeks.isEmpty()) {
                rules.add(requests instanceof MigrationRequests ? MigrationRules.M10B : DublinRules.D19);
            }
        }
        boolean still = q.has("suspended");
        q.first("accepted", "confirmation").ifPresent(event -> rules.forEach(rule -> {
            var due = Due.of(rule, event, q.day(event).get(), q.count(rule, event, requests.rules().states()).get());
            var plain = limit(q, due, rule.course().act());
            found.add(still
                ? new Limit(rule, event, due.from(), due.last(), List.of(), plain.act(), Limit.State.SUSPENDED)
                : plain);
        }));
    }

    private static void procedure(Inquiry q, List<Limit> found) {
        var asylum = new AsylumProcedure(q);
        var protection = new ReturnAndProtection(q);
        switch (q.file().procedure()) {
            case REGISTRATION -> add(q, asylum.registration(), found);
            case EXAMINATION -> add(q, asylum.examination(), found);
            case VOLUNTARY_DEPARTURE -> add(q, protection.departure(), found);
            case REASONABLE_GROUNDS -> add(q, protection.reasonableGrounds(), found);
            case RECOVERY -> add(q, protection.recovery(), found);
            case REFLECTION -> add(q, protection.reflection(), found);
            case COMMITMENT -> add(q, protection.ordered(), found);
            case TC, TC17, TB23, TB24, TBN, REEXAM, INFO, TRANSFER, DETENTION, CRITERIA, CESSATION, APPLICABILITY,
                SAFEGUARD -> {
            }
        }
        switch (q.file().regime()) {
            case APD2013, APR2024 -> alone(q, ProcedureRules.PROCEDURE.stream()
                .filter(rule -> (rule.instrument() == Instrument.PROCEDURES_DIRECTIVE) == (q.file()
                    .regime() == Regime.APD2013))
                .toList(), found);
            case RD2008 -> alone(q, ProcedureRules.RETURN, found);
            case NRM, FR_TEH, FR_COURT -> alone(q, ProtectionRules.ALL, found);
            case DUBLIN3, AMMR -> {
            }
        }
    }

    private static void alone(Inquiry q, List<Rule> rules, List<Limit> found) {
        for (var rule : rules) {
            if (!rule.course().alone().contains(q.file().procedure())) {
                continue;
            }
            for (var event : rule.course().starts()) {
                var from = q.day(event);
                if (from.isPresent()) {
                    var last = q.count(rule, event, from.get(), "state", "requestedState", "requestingState");
                    found.add(limit(q, Due.of(rule, event, from.get(), last)));
                    break;
                }
            }
        }
    }

    private static void add(Inquiry q, Optional<Due> due, List<Limit> found) {
        due.ifPresent(one -> found.add(limit(q, one)));
    }

    /// A limit with what became of it.
    static Limit limit(Inquiry q, Due due) {
        return limit(q, due, due.rule().course().act());
    }

    private static Limit limit(Inquiry q, Due due, String act) {
        return new Limit(due.rule(), due.event(), due.from(), due.last(),
            due.either().size() > 1 ? due.either() : List.of(),
            act, state(q, due, act));
    }

    private static Limit.State state(Inquiry q, Due due, String act) {
        var done = q.day(act)
            .or(() -> q.first(SHOWN_BY.getOrDefault(act, new String[0])).flatMap(q::day));
        boolean waits = due.rule().course().end() == Course.End.AWAITED;
        var last = due.either().getLast();
        if (waits && done.isPresent()) {
            return done.get().isAfter(last) ? Limit.State.MET : Limit.State.MISSED;
        }
        boolean over = q.asOf().isPresent() && q.past(last);
        if (waits) {
            return over ? Limit.State.MET : Limit.State.RUNNING;
        }
        boolean said = q.word(act).filter(code -> !Outcome.silent(code)).isPresent();
        return done.map(day -> day.isAfter(last) ? Limit.State.MISSED : Limit.State.MET)
            .orElse(said ? Limit.State.MET : over ? Limit.State.MISSED : Limit.State.RUNNING);
    }
}
