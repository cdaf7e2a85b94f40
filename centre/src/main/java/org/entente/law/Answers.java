package org.entente.law;

import java.util.Optional;

/// The questions of a file, one after the other, each led to the rules that answer it.
final class Answers {

    private final Inquiry q;
    private final Applicability applicability;
    private final boolean dublin;
    private final Requests requests;
    private final Transfers transfers;
    private final Information information;
    private final AsylumProcedure procedure;
    private final ReturnAndProtection protection;

    Answers(Inquiry q, Applicability applicability) {
        this.q = q;
        this.applicability = applicability;
        this.dublin = q.file().regime() != Regime.AMMR;
        this.requests = Requests.of(q);
        this.transfers = new Transfers(q, requests);
        this.information = new Information(q, requests);
        this.procedure = new AsylumProcedure(q);
        this.protection = new ReturnAndProtection(q);
    }

    void all() {
        var plain = Optional.<Due>empty();
        boolean extended = false;
        for (var ask : q.file().asks()) {
            var key = ask.key();
            if (key.isEmpty()) {
                other(ask);
                continue;
            }
            var due = due(ask);
            due.ifPresent(found -> {
                q.put(key.get(), found);
                q.limit(found);
            });
            if (ask == Ask.EXTENDED_DEADLINE) {
                extended |= plain.isEmpty();
            } else if (plain.isEmpty() && !extended) {
                plain = due;
            }
        }
        plain.ifPresent(first -> q.put("deadline", first));
        moveNothing();
    }

    /// What a caseworker might take for a reason that a limit waits, and is none.
    private void moveNothing() {
        if (q.day("outageFrom").isPresent()) {
            var rule = dublin ? ImplementingRules.I06 : MigrationRules.M23;
            q.says(rule, rule.wording());
        }
        if (dublin && q.yes("guardianshipPending")) {
            q.says(ImplementingRules.I08, ImplementingRules.I08.wording());
        }
    }

    private Optional<Due> due(Ask ask) {
        return switch (ask) {
            case REQUEST_DEADLINE -> detained() ? detentionRequest() : request();
            case REPLY_DEADLINE -> requests.reply();
            case TRANSFER_DEADLINE -> transfer();
            case NOTIFICATION_DEADLINE ->
                q.file().procedure() == Procedure.TRANSFER ? transfers.ordinary() : requests.request();
            case INFO_REPLY_DEADLINE -> q.asks(Ask.EXTENDED_DEADLINE) ? information.ordinary() : information.due();
            case REEXAM_DEADLINE -> reexamination();
            case REEXAM_REPLY_DEADLINE -> reexaminationReply();
            case CONFIRM_DEADLINE -> requests.reply();
            case DEADLINE, END, MIN_END, TARGET_DATE -> plain(ask);
            case EXTENDED_DEADLINE -> extended();
            case DETENTION_TRANSFER_DEADLINE -> detentionTransfer();
            case DETENTION_OUTER_LIMIT ->
                dublin ? new Detention(q, requests, transfers).outerLimit() : detentionTransfer();
            case TRANSFER_DECISION_DEADLINE -> transferDecision();
            case NOTICE_WINDOW -> {
                if (dublin) {
                    new Notice(q).dublin();
                } else {
                    new Notice(q).migration();
                }
                yield Optional.empty();
            }
            case OUTCOME, VALIDATE_REQUEST, VALIDATE, CRITERION, RESPONSIBLE, CRITERIA_EXAMINED, MISSING, APPLIES,
                REGIME, REMOVAL_ALLOWED ->
                Optional.empty();
        };
    }

    private boolean detained() {
        return q.file().procedure() == Procedure.DETENTION;
    }

    private Optional<Due> request() {
        return q.asks(Ask.EXTENDED_DEADLINE) ? requests.request() : requests.whole();
    }

    private Optional<Due> detentionRequest() {
        return requests instanceof MigrationRequests migration
            ? new MigrationDetention(q, migration, transfers).request()
            : new Detention(q, requests, transfers).request();
    }

    private Optional<Due> detentionTransfer() {
        return requests instanceof MigrationRequests migration
            ? new MigrationDetention(q, migration, transfers).transfer()
            : new Detention(q, requests, transfers).transfer();
    }

    private Optional<Due> transfer() {
        return q.asks(Ask.EXTENDED_DEADLINE) ? transfers.ordinary() : transfers.whole();
    }

    private Optional<Due> transferDecision() {
        if (dublin) {
            q.says(DublinRules.D14,
                "Regulation 604/2013 sets no period for the decision: it comes before the transfer.",
                "Le règlement 604/2013 ne fixe pas de délai pour la décision : elle précède le transfert.");
            return Optional.empty();
        }
        var event = q.first("accepted", "confirmation");
        if (event.isPresent()) {
            return counted(MigrationRules.M07, event.get());
        }
        if (!q.known("requestReceived") && !q.known("notificationReceived")) {
            q.missing("accepted");
            return Optional.empty();
        }
        return transfers.acceptance().map(start -> {
            var states = requests.rules().states();
            var due = Due.of(MigrationRules.M07, start.field(), start.day(),
                q.count(MigrationRules.M07, start.field(), start.day(), states));
            return start.other().map(day -> due.or(q.count(MigrationRules.M07, start.field(), day, states)))
                .orElse(due);
        });
    }

    private Optional<Due> counted(Rule rule, String event) {
        var from = q.day(event);
        if (from.isEmpty()) {
            q.missing(event);
            return Optional.empty();
        }
        return Optional
            .of(Due.of(rule, event, from.get(), q.count(rule, event, from.get(), requests.rules().states())));
    }

    // ---- re-examination ----

    private Optional<Due> reexamination() {
        var refused = q.first("negativeReplyReceived", "rejectionReceived");
        if (refused.isEmpty()) {
            q.missing("negativeReplyReceived");
            return Optional.empty();
        }
        return counted(requests.rules().window(), refused.get());
    }

    private Optional<Due> reexaminationReply() {
        return counted(requests.rules().answer(), "reexamSent");
    }

    // ---- the plain date ----

    private Optional<Due> plain(Ask ask) {
        return switch (q.file().procedure()) {
            case REGISTRATION -> procedure.registration();
            case EXAMINATION -> ask == Ask.END ? procedure.outerLimit() : procedure.examination();
            case VOLUNTARY_DEPARTURE -> protection.departure();
            case REASONABLE_GROUNDS -> protection.reasonableGrounds();
            case RECOVERY -> protection.recovery();
            case REFLECTION -> protection.reflection();
            case SAFEGUARD -> safeguard();
            case COMMITMENT -> {
                protection.commitment();
                yield Optional.empty();
            }
            case TRANSFER -> transfer();
            case DETENTION -> q.known("accepted") || q.known("confirmation") ? detentionTransfer() : detentionRequest();
            case REEXAM -> q.day("reexamSent").isPresent() ? reexaminationReply() : reexamination();
            case INFO -> information.due();
            case TC, TC17, TB23, TB24, TBN ->
                q.known("requestReceived") || q.known("notificationReceived") ? requests.reply() : request();
            case CESSATION -> {
                cessation().outcome();
                yield Optional.empty();
            }
            case CRITERIA, APPLICABILITY -> Optional.empty();
        };
    }

    private Optional<Due> safeguard() {
        if (dublin) {
            q.says(DublinRules.D37, "Regulation 604/2013 sets no number of days: a representative is there at once.",
                "Le règlement 604/2013 ne fixe pas de nombre de jours : un représentant est là sans attendre.");
            return Optional.empty();
        }
        var event = q.first("made", "applicationMade", "registered");
        if (event.isEmpty()) {
            q.missing("made");
            return Optional.empty();
        }
        var rule = q.yes("massArrival") ? MigrationRules.M16B : MigrationRules.M16A;
        var from = q.day(event.get()).get();
        return Optional.of(Due.of(rule, event.get(), from,
            q.count(rule, event.get(), from, "state", "determiningState", "requestingState")));
    }

    private Optional<Due> extended() {
        return switch (q.file().procedure()) {
            case EXAMINATION -> before(procedure.examination(), procedure.extendedExamination());
            case INFO -> q.word("purpose").isPresent()
                ? before(information.ordinary(), information.due())
                : before(requests.request(), requests.whole());
            case TC, TB23,
                TB24 -> q.known("accepted")
                    ? transferExtended()
                    : before(requests.request(), requests.whole());
            case TC17, TBN, REEXAM, TRANSFER, DETENTION, CRITERIA, CESSATION, APPLICABILITY, SAFEGUARD, REGISTRATION,
                VOLUNTARY_DEPARTURE,
                REASONABLE_GROUNDS, RECOVERY, REFLECTION, COMMITMENT ->
                transferExtended();
        };
    }

    private Optional<Due> before(Optional<Due> ordinary, Optional<Due> extended) {
        ordinary.ifPresent(due -> q.put("deadline", due));
        return extended;
    }

    private Optional<Due> transferExtended() {
        var ordinary = transfers.ordinary();
        return ordinary.isEmpty() ? ordinary : before(ordinary, transfers.extended(ordinary.get()));
    }

    // ---- the other questions ----

    private void other(Ask ask) {
        switch (ask) {
            case OUTCOME -> outcome();
            case VALIDATE_REQUEST, VALIDATE -> validate();
            case CRITERION, RESPONSIBLE, CRITERIA_EXAMINED, MISSING -> criteria(ask);
            case APPLIES, REGIME -> applicability.answer();
            case REMOVAL_ALLOWED -> protection.removal();
            case REQUEST_DEADLINE, REPLY_DEADLINE, TRANSFER_DEADLINE, NOTIFICATION_DEADLINE, INFO_REPLY_DEADLINE,
                REEXAM_DEADLINE,
                REEXAM_REPLY_DEADLINE, CONFIRM_DEADLINE, DEADLINE, END, MIN_END, TARGET_DATE, EXTENDED_DEADLINE,
                DETENTION_TRANSFER_DEADLINE, DETENTION_OUTER_LIMIT, TRANSFER_DECISION_DEADLINE, NOTICE_WINDOW -> {
            }
        }
    }

    private void outcome() {
        switch (q.file().procedure()) {
            case TC, TC17, TB23, TB24 -> {
                if (requests instanceof MigrationRequests migration && requests.kind() == Procedure.TBN
                    && !speaksOfTransfer()) {
                    migration.notified();
                    return;
                }
                if (dublin && q.day("finalRejectionElsewhere").isPresent() && q.file().procedure() == Procedure.TB24) {
                    q.put("choice", "TAKE_BACK_OR_RETURN");
                    q.says(DublinRules.D12, DublinRules.D12.wording());
                }
                if (speaksOfTransfer()) {
                    transfers.outcome();
                } else {
                    new Outcome(q, requests).request();
                }
            }
            case TBN -> {
                if (requests instanceof MigrationRequests migration) {
                    migration.notified();
                }
            }
            case REEXAM -> new Outcome(q, requests).reexamination();
            case TRANSFER -> transfers.outcome();
            case DETENTION -> {
                if (requests instanceof MigrationRequests migration) {
                    new MigrationDetention(q, migration, transfers).outcome();
                } else {
                    new Detention(q, requests, transfers).outcome();
                }
            }
            case CESSATION -> cessation().outcome();
            case INFO -> new Outcome(q, requests).request();
            case CRITERIA, SAFEGUARD -> Duties.check(q);
            case REFLECTION, RECOVERY -> protection.removal();
            case VOLUNTARY_DEPARTURE -> protection.validateDeparture();
            case APPLICABILITY, REGISTRATION, EXAMINATION, REASONABLE_GROUNDS, COMMITMENT ->
                q.notes("This procedure has no outcome of its own.", "Cette procédure n’a pas d’issue propre.");
        }
    }

    /// Whether a file is past the request: it speaks of the transfer, and of no unlawful return since.
    private boolean speaksOfTransfer() {
        var done = q.day("transferred");
        boolean back = done.isPresent() && q.day("reEntered").filter(day -> !day.isBefore(done.get())).isPresent();
        return !back && (q.known("transferred")
            || q.first("abscondNotified", "abscondKnown", "abscondInformed", "imprisonedFrom").isPresent());
    }

    private Cessation cessation() {
        return new Cessation(q, dublin ? DublinRules.D26 : MigrationRules.M15B);
    }

    private void validate() {
        if (q.file().procedure() == Procedure.VOLUNTARY_DEPARTURE) {
            protection.validateDeparture();
        } else if (requests.kind() == Procedure.TC17 && q.file().procedure() == Procedure.TC17) {
            new Outcome(q, requests).validateHumanitarian();
        } else if (q.known("urgentReplyAskedBy") && requests instanceof DublinRequests urgent) {
            urgent.validateUrgency(DublinRules.D04);
        } else if (q.known("urgentReplyAskedBy")) {
            new DublinRequests(q).validateUrgency(MigrationRules.M02);
        } else if (Duties.check(q)) {
            return;
        } else if (requests instanceof MigrationRequests migration) {
            migration.validateRequest();
        } else {
            inTime();
        }
    }

    /// Whether a request was sent in time.
    private void inTime() {
        requests.whole().ifPresent(due -> {
            var sent = Outcome.sent(q).or(q::asOf);
            q.put("deadline", due);
            if (sent.isEmpty()) {
                q.missing("requestSent");
                return;
            }
            boolean inTime = !sent.get().isAfter(due.last());
            q.put("inTime", inTime);
            q.put("valid", inTime);
            if (!inTime) {
                q.put("reason", "LATE");
            }
        });
    }

    /// In a take-back the criteria are not examined again, except where a withdrawal left the first determination open
    /// (C-582/17).
    private void criteria(Ask ask) {
        if (q.has("criterion") || q.isMissing()) {
            return;
        }
        boolean back = ask == Ask.CRITERIA_EXAMINED
            && (q.file().procedure() == Procedure.TB23 || q.file().procedure() == Procedure.TB24);
        if (back) {
            boolean open = q.yes("firstApplicationWithdrawnDuringDetermination");
            if (!q.known("firstApplicationWithdrawnDuringDetermination")) {
                q.missing("firstApplicationWithdrawnDuringDetermination");
            }
            q.put("criteriaExamined", open);
            if (open) {
                q.put("exception", "20(5)");
            }
            q.says(DublinRules.D28, open
                ? "The first determination was left open by a withdrawal: what clearly shows the responsibility of this state counts (C-582/17)."
                : "In a take-back the criteria are not examined again (C-582/17).",
                open
                    ? "La première détermination est restée ouverte par un retrait : ce qui établit manifestement la responsabilité de cet État compte (C-582/17)."
                    : "En reprise en charge, les critères ne sont pas réexaminés (C-582/17).");
            return;
        }
        if (q.file().procedure() == Procedure.CRITERIA || ask == Ask.CRITERION) {
            (dublin ? Criteria.dublin(q) : Criteria.migration(q)).answer();
        } else if (ask == Ask.RESPONSIBLE && !q.has("responsible")) {
            outcome();
        } else if (ask == Ask.MISSING && q.file().asks().getFirst() == Ask.MISSING) {
            plain(Ask.DEADLINE);
        }
    }
}
