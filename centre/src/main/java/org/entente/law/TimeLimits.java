package org.entente.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every limit that the facts of a file started: which fact starts each rule, and which act meets it.
final class TimeLimits {

    /// Rule, the facts that start it (the first known counts), the act that meets it, and the procedures in which it stands alone.
    /// Rules without procedures are reached through the questions of requests, transfers and detention.
    private static final String TABLE = """
        D02 | lodged infoReachedCompetentAuthority | requestSent |
        D03 | eurodacHitCat2 | requestSent |
        D04 | requestReceived | urgentReplyAskedBy |
        D05 | requestReceived | reply |
        D06 | requestReceived | reply |
        D08 | eurodacHitCat1 | requestSent |
        D09 | lodged | requestSent |
        D10 | eurodacHitArt17 | requestSent |
        D11 | aware | requestSent |
        D13a | requestReceived | reply |
        D13b | requestReceived | reply |
        D17 | lodged | requestSent |
        D18 | requestReceived | reply |
        D19 | accepted | transferred |
        D20 | detainedFrom | transferred |
        D21 | accepted | transferred |
        D22 | accepted | transferred |
        D23 | accepted | transferred |
        D26 | leftTerritory | reEntered | CESSATION
        D28 | leftTerritory | reEntered |
        D29 | requestReceived | reply |
        D31 | infoRequestReceived | infoReplied | TC TB23 TB24 INFO
        D35 | conciliationOpened | solutionProposed | *
        I01a | negativeReplyReceived rejectionReceived | reexamSent | *
        I01b | reexamSent | reexamReply | *
        I03 | obstacleEnded | contactsResumed | *
        I05a | familyInfoRequested | infoReplied | *
        I05b | familyInfoExtended | infoReplied | *
        M01a | registered | requestSent |
        M01b | eurodacHitCat2 | requestSent |
        M02 | requestReceived | urgentReplyAskedBy |
        M03a | requestReceived | reply |
        M03b | requestReceived | reply |
        M03c | requestReceived | reply |
        M05 | eurodacHit | notified |
        M06 | notificationReceived | confirmation |
        M07 | accepted confirmation | decisionTaken | TRANSFER TC TBN DETENTION
        M08a | decisionNotified | appealFiled | *
        M08b | suspensionRequested | suspensionDecided | *
        M09a | registered | requestSent |
        M09b | detainedFrom | requestSent |
        M10a | requestReceived | reply |
        M10b | accepted | transferred |
        M11a | accepted | transferred |
        M11b | accepted | transferred |
        M11c | abscondInformed | transferred |
        M11d | availableAgain | transferred |
        M12 | requestReceived | reply |
        M13 | infoRequestReceived | infoReplied | TC TBN INFO
        M15a | borderRejectionFinal | registered | CESSATION
        M15b | leftTerritory | reEntered | CESSATION
        M16a | made applicationMade | representativeAppointed | SAFEGUARD
        M16b | made applicationMade | representativeAppointed |
        M17a | relocationRequested | relocationConfirmed | *
        M17b | relocationConfirmed | decisionTaken | *
        M17c | relocationDecided | transferred | *
        M19a | negativeReplyReceived | reexamSent | *
        M19b | reexamSent | reexamReply | *
        M19c | negativeReplyReceived rejectionReceived | reexamSent |
        M20a | familyInfoRequested | infoReplied | *
        M20b | familyInfoExtended | infoReplied | *
        M21c | formReceived | formAnswered | *
        P01a | made | registered |
        P01b | made | registered |
        P02 | made | registered |
        P03a | lodged | decided |
        P03b | lodged | decided |
        P03c | lodged | decided | EXAMINATION
        P04a | lodged | decided | EXAMINATION
        P04b | lodged | decided |
        P05a | made | registered |
        P05b | made | registered |
        P05c | made | transmitted |
        P05d | registered | lodged |
        P05e | registered | lodged |
        P06a | lodged | decided |
        P06b | lodged | decided |
        P06c | lodged | decided |
        P06d | lodged | decided |
        P06e | lodged | decided |
        P06f | lodged | decided | EXAMINATION
        R01a | orderNotified | departed |
        R01b | orderNotified | departed |
        R02a | entryBanFrom | banLifted | *
        R02b | detainedFrom | released | VOLUNTARY_DEPARTURE
        R02c | detainedFrom | released | VOLUNTARY_DEPARTURE
        V01 | referralReceived | positiveRG |
        V02a | positiveRG | conclusiveGrounds |
        V02b | positiveRG | conclusiveGrounds |
        V04 | informedAndChosen | removed |
        V05a | informedAndChosen | removed |
        U01 | emergencyReception | referred | *
        U02 | orderNotified | carriedOut |
        """;

    private record Row(Rule rule, List<String> starts, String act, String procedures) {}

    private static final Map<String, Row> ROWS = rows();

    private TimeLimits() {}

    private static Map<String, Row> rows() {
        var rules = new LinkedHashMap<String, Rule>();
        RuleBook.rules().forEach(rule -> rules.put(rule.id(), rule));
        var rows = new LinkedHashMap<String, Row>();
        for (var line : TABLE.lines().toList()) {
            var cells = line.split("\\|", -1);
            var id = cells[0].strip();
            rows.put(id,
                new Row(rules.get(id), List.of(cells[1].strip().split(" ")), cells[2].strip(), cells[3].strip()));
        }
        return rows;
    }

    /// The field of the act that meets a rule's limit.
    static String act(Rule rule) {
        var row = ROWS.get(rule.id());
        return row == null ? "" : row.act();
    }

    /// The facts that start a rule's limit.
    static List<String> starts(Rule rule) {
        var row = ROWS.get(rule.id());
        return row == null ? List.of() : row.starts();
    }

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
        if (requests.hasStart()) {
            add(q, requests.request(requests.request()), found);
        }
        if (q.day("requestReceived").isPresent() || q.day("notificationReceived").isPresent()) {
            add(q, requests.reply(), found);
        }
        var transfers = new Transfers(q, requests);
        if (q.first("accepted", "confirmation").isPresent()) {
            var ordinary = transfers.ordinary();
            var extended = ordinary.flatMap(transfers::extended);
            add(q, extended.or(() -> ordinary), found);
            if (ordinary.isEmpty()) {
                suspended(q, requests, found);
            }
            if (q.day("detainedFrom").isPresent()) {
                add(q,
                    requests instanceof MigrationRequests migration
                        ? new MigrationDetention(q, migration, transfers).transfer()
                        : new Detention(q, requests, transfers).transfer(),
                    found);
            }
        }
    }

    /// A suspensive appeal that nobody has decided holds the six months still.
    private static void suspended(Inquiry q, Requests requests, List<Limit> found) {
        q.first("accepted", "confirmation").ifPresent(event -> {
            var rule = requests.rules().transfer();
            var from = q.day(event).get();
            found.add(new Limit(rule, event, from, q.count(rule, event, from, requests.rules().states()), List.of(),
                act(rule), Limit.State.SUSPENDED));
        });
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
            case TC, TC17, TB23, TB24, TBN, REEXAM, INFO, TRANSFER, DETENTION, CRITERIA, CESSATION, APPLICABILITY,
                SAFEGUARD, COMMITMENT -> {
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
            var row = ROWS.get(rule.id());
            if (row == null || row.procedures().isEmpty()
                || !row.procedures().equals("*")
                    && !List.of(row.procedures().split(" ")).contains(q.file().procedure().name())) {
                continue;
            }
            for (var event : row.starts()) {
                var from = q.day(event);
                if (from.isPresent()) {
                    var last = q.count(rule, event, from.get(), "state", "requestedState", "requestingState");
                    found.add(limit(q, rule, event, from.get(), last, List.of()));
                    break;
                }
            }
        }
    }

    private static void add(Inquiry q, Optional<Due> due, List<Limit> found) {
        due.ifPresent(one -> found.add(limit(q, one.rule(), one.event(), one.from(), one.last(),
            one.either().size() > 1 ? one.either() : List.of())));
    }

    private static Limit limit(Inquiry q, Rule rule, String event, LocalDate from, LocalDate last,
        List<LocalDate> either) {
        var act = act(rule);
        return new Limit(rule, event, from, last, either, act, Limit.state(last, q.day(act), false, q.asOf()));
    }
}
