package org.entente.law;

import static org.entente.law.MigrationRules.M09A;
import static org.entente.law.MigrationRules.M09B;
import static org.entente.law.MigrationRules.M10B;

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
        var event = q.no("appealSuspensive")
            ? q.first("accepted", "confirmation")
            : q.first("suspensiveEffectEnded", "appealFinal", "accepted", "confirmation");
        if (event.isEmpty()) {
            q.missing("accepted");
            return Optional.empty();
        }
        return Optional.of(Due.of(M10B, event.get(), q.day(event.get()).get(),
            q.count(M10B, event.get(), requests.rules().states()).get()));
    }

    /// Answers OUTCOME.
    void outcome() {
        if (q.known("requestSent") || q.known("notified")
            || !q.known("accepted") && !q.known("confirmation") && !q.known("requestReceived")
                && !q.known("notificationReceived")) {
            requested();
        } else if (!q.known("accepted") && !q.known("confirmation")) {
            new Outcome(q, requests).request();
        } else {
            transferred();
        }
    }

    private void requested() {
        request().ifPresent(due -> {
            var sent = q.first("requestSent", "notified").flatMap(q::day);
            boolean late = sent.map(day -> day.isAfter(due.last())).orElse(q.past(due.last()));
            q.put("deadline", due);
            q.put("inTime", !late);
            if (!late) {
                q.put("outcome", sent.isPresent() ? "REQUEST_IN_TIME" : "REQUEST_STILL_POSSIBLE");
                return;
            }
            q.says(due.rule(), due.rule().missed().orElseThrow());
            var ordinary = q.day("registered").isPresent() ? requests.request() : Optional.<Due>empty();
            boolean lost = ordinary.isPresent() && requests.kind() == Procedure.TC
                && sent.map(day -> day.isAfter(ordinary.get().last()))
                    .orElse(q.asOf().isPresent() && q.past(ordinary.get().last()));
            q.put("outcome", lost ? "REQUESTING_STATE_RESPONSIBLE" : "RELEASE_BUT_REQUEST_VALID");
        });
    }

    private void transferred() {
        var due = transfer();
        var ordinary = transfers.ordinary();
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
