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
            requests.whole().ifPresent(ordinary -> q.put("ordinaryRequestDeadline", ordinary.last()));
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
        var held = new Held(q, requests, transfers);
        if (!accepted && (q.known("requestSent") || q.known("notified") || !asked)
            && !(held.requested(request(), costly()) && asked)) {
            return;
        }
        if (accepted) {
            held.transferred(transfer());
        } else if (requests.kind() == Procedure.TBN) {
            requests.notified();
        } else {
            new Outcome(q, requests).request();
        }
    }

    /// The ordinary limit, where missing it costs the responsibility: a late notification does not.
    private Optional<Due> costly() {
        return q.day("registered").isPresent() && requests.kind() == Procedure.TC
            ? requests.whole()
            : Optional.empty();
    }
}
