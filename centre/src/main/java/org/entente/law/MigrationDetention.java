package org.entente.law;

import static org.entente.law.MigrationRules.M09A;
import static org.entente.law.MigrationRules.M09B;
import static org.entente.law.MigrationRules.M10B;

import java.time.LocalDate;
import java.util.Optional;

/// Article 45 of Regulation (EU) 2024/1351: the limits while a person is detained.
final class MigrationDetention {

    private final Inquiry q;
    private final MigrationRequests requests;
    private final Transfers transfers;

    MigrationDetention(Inquiry q, MigrationRequests requests, Transfers transfers) {
        this.q = q;
        this.requests = requests;
        this.transfers = transfers;
    }

    /// The period for the request or the notification, beside the ordinary one that goes on.
    Optional<Due> request() {
        var registered = q.day("registered");
        var detained = q.day("detainedFrom");
        var states = requests.rules().states();
        Due due;
        if (registered.isPresent() && detained.isPresent() && detained.get().isAfter(registered.get())) {
            due = Due.of(M09B, "detainedFrom", detained.get(), q.count(M09B, "detainedFrom", detained.get(), states));
        } else {
            var event = registered.isPresent()
                ? Optional.of("registered")
                : q.first("eurodacHit", "eurodacHitCat1", "eurodacHitArt17", "eurodacHitCat2");
            if (event.isEmpty()) {
                q.missing("registered");
                return Optional.empty();
            }
            due = Due.of(M09A, event.get(), q.day(event.get()).get(), q.count(M09A, event.get(), states).get());
        }
        q.put("detentionRequestDeadline", due.last());
        if (registered.isPresent() || requests.kind() == Procedure.TBN) {
            requests.request().ifPresent(ordinary -> q.put("ordinaryRequestDeadline", ordinary.last()));
        }
        return Optional.of(due);
    }

    /// The five weeks for the transfer.
    Optional<Due> transfer() {
        var end = q.first("suspensiveEffectEnded", "appealFinal");
        if (end.isPresent() && transfers.suspensive().orElse(true)) {
            return Optional.of(weeks(end.get(), q.day(end.get()).get()));
        }
        if (transfers.waits()) {
            return Optional.empty();
        }
        return transfers.acceptance().map(accepted -> {
            var due = weeks(accepted.field(), accepted.day());
            return accepted.other().map(day -> due.or(weeks(accepted.field(), day).last())).orElse(due);
        });
    }

    private Due weeks(String event, LocalDate day) {
        return Due.of(M10B, event, day, q.count(M10B, event, day, requests.rules().states()));
    }

    /// Answers OUTCOME.
    void outcome() {
        boolean accepted = q.first("accepted", "confirmation").isPresent() || q.known("transferred");
        boolean asked = q.first("requestReceived", "notificationReceived").isPresent();
        if (!accepted && (q.known("requestSent") || q.known("notified") || !asked) && !requested(asked)) {
            return;
        }
        if (accepted) {
            transferred();
        } else if (requests.kind() == Procedure.TBN) {
            requests.notified();
        } else {
            new Outcome(q, requests).request();
        }
    }

    /// Whether the request went out in time and has arrived, so that there is more to say.
    private boolean requested(boolean asked) {
        var found = request();
        if (found.isEmpty()) {
            return false;
        }
        var due = found.get();
        var sent = q.first("requestSent", "notified").flatMap(q::day);
        boolean late = sent.map(day -> day.isAfter(due.last())).orElse(q.past(due.last()));
        q.put("deadline", due);
        q.put("inTime", !late);
        if (!late) {
            q.put("outcome", sent.isPresent() ? "REQUEST_IN_TIME" : "REQUEST_STILL_POSSIBLE");
            return asked;
        }
        q.says(due.rule(), due.rule().missed().orElseThrow());
        var ordinary = q.day("registered").isPresent() ? requests.request() : Optional.<Due>empty();
        boolean lost = ordinary.isPresent() && requests.kind() == Procedure.TC
            && sent.map(day -> day.isAfter(ordinary.get().last()))
                .orElse(q.asOf().isPresent() && q.past(ordinary.get().last()));
        q.put("outcome", lost ? "REQUESTING_STATE_RESPONSIBLE" : "RELEASE_BUT_REQUEST_VALID");
        if (lost) {
            q.word("requestingState").ifPresent(state -> q.put("responsible", state));
        }
        return false;
    }

    private void transferred() {
        var due = transfer();
        var ordinary = transfers.whole();
        if (due.isEmpty() || ordinary.isEmpty()) {
            return;
        }
        q.put("detentionTransferDeadline", due.get());
        q.put("transferDeadline", ordinary.get());
        q.put("deadline", due.get());
        var done = q.day("transferred");
        var now = done.or(q::asOf);
        if (now.isPresent() && !now.get().isAfter(due.get().last())) {
            q.put("outcome", done.isPresent() ? "TRANSFERRED_IN_TIME" : "TRANSFER_STILL_POSSIBLE");
        } else if (now.isPresent() && now.get().isAfter(ordinary.get().last())) {
            q.says(MigrationRules.M11A, MigrationRules.M11A.missed().orElseThrow());
            q.put("outcome", "REQUESTING_STATE_RESPONSIBLE");
            q.word("transferringState").or(() -> q.word("requestingState"))
                .ifPresent(state -> q.put("responsible", state));
        } else {
            q.says(M10B, M10B.missed().orElseThrow());
            q.put("outcome", "RELEASE_BUT_TRANSFER_STILL_POSSIBLE");
        }
    }
}
