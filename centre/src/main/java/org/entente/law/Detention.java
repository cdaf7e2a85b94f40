package org.entente.law;

import static org.entente.law.DublinRules.D17;
import static org.entente.law.DublinRules.D19;
import static org.entente.law.DublinRules.D20;

import java.time.LocalDate;
import java.util.Optional;

/// Article 28(3) of Regulation (EU) No 604/2013: the shorter limits while a person is detained, and release when one is missed.
final class Detention {

    private static final int LONGEST_MONTHS = 2;

    private final Inquiry q;
    private final Requests requests;
    private final Transfers transfers;

    Detention(Inquiry q, Requests requests, Transfers transfers) {
        this.q = q;
        this.requests = requests;
        this.transfers = transfers;
    }

    /// The month for the request, beside the ordinary limit that goes on.
    Optional<Due> request() {
        var lodging = requests.lodging();
        if (lodging.isEmpty()) {
            return Optional.empty();
        }
        var lodged = q.day(lodging.get()).get();
        var detained = q.count(D17, lodging.get(), lodged);
        q.put("detentionRequestDeadline", detained);
        requests.whole().ifPresent(due -> q.put("ordinaryRequestDeadline", due.last()));
        return Optional.of(Due.of(D17, lodging.get(), lodged, detained));
    }

    /// The six weeks for the transfer.
    Optional<Due> transfer() {
        var detained = q.day("detainedFrom");
        var end = q.first("suspensiveEffectEnded", "appealFinal");
        if (end.isPresent() && transfers.suspensive().orElse(true)) {
            if (detained.isPresent() && detained.get().isAfter(q.day(end.get()).get())) {
                return Optional.of(later(detained.get()));
            }
            q.says(D20,
                "Six full weeks run from the end of the suspensive effect; days already spent in detention are not deducted.",
                "Six semaines entières courent de la fin de l’effet suspensif ; les jours déjà passés en rétention ne sont pas déduits.");
            return Optional.of(Due.of(D19, end.get(), q.day(end.get()).get(), q.count(D19, end.get()).get()));
        }
        if (transfers.waits()) {
            return Optional.empty();
        }
        return transfers.acceptance().map(accepted -> {
            if (detained.isPresent() && detained.get().isAfter(accepted.day())) {
                return later(detained.get());
            }
            var due = Due.of(D19, accepted.field(), accepted.day(), q.count(D19, accepted.field(), accepted.day()));
            return accepted.other().map(day -> due.or(D19.limit().orElseThrow().after(day))).orElse(due);
        });
    }

    /// Where detention begins when the transfer could already be carried out (C-60/16).
    private Due later(LocalDate detained) {
        q.says(D20,
            "Detention began after the acceptance: the six weeks do not run from the acceptance. Six weeks of detention are safe; up to two months can be lawful.",
            "La rétention a commencé après l’acceptation : les six semaines ne courent pas de l’acceptation. Six semaines de rétention sont sûres ; jusqu’à deux mois peuvent être licites.");
        var weeks = q.count(D19, "detainedFrom", detained);
        return Due.of(D19, "detainedFrom", detained, weeks).or(q.count(D20, "detainedFrom", detained));
    }

    /// The longest that detention after acceptance can last.
    Optional<Due> outerLimit() {
        var detained = q.day("detainedFrom");
        if (detained.isEmpty()) {
            q.missing("detainedFrom");
            return Optional.empty();
        }
        var cap = q.count("nationalCapMonths");
        if (cap.isPresent() && cap.get() > LONGEST_MONTHS) {
            q.put("outcome", "NATIONAL_CAP_TOO_LONG");
            q.says(D20,
                "A national limit of " + cap.get()
                    + " months is longer than can be lawful; two months are the outer bound.",
                "Une durée nationale de " + cap.get()
                    + " mois dépasse ce qui peut être licite ; deux mois sont la borne extrême.");
            return Optional.of(
                Due.of(D20, "detainedFrom", detained.get(), q.count(D20, "detainedFrom", detained.get())));
        }
        boolean before = q.day("accepted").filter(day -> !detained.get().isAfter(day)).isPresent();
        if (before || q.first("suspensiveEffectEnded").isPresent()) {
            return transfer();
        }
        var last = cap.map(months -> detained.get().plusMonths(months))
            .orElseGet(() -> q.count(D20, "detainedFrom", detained.get()));
        return Optional.of(Due.of(D20, "detainedFrom", detained.get(), last));
    }

    /// Answers OUTCOME: what a missed limit of detention does, and what it leaves.
    void outcome() {
        if (q.known("nationalCapMonths")) {
            outerLimit().ifPresent(due -> q.put("outerLimit", due.last()));
        }
        if (q.answered("outcome", "NATIONAL_CAP_TOO_LONG")) {
            return;
        }
        boolean accepted = q.day("accepted").isPresent() || q.known("transferred");
        boolean asked = q.day("requestReceived").isPresent();
        var held = new Held(q, requests, transfers);
        if (!accepted && (q.known("requestSent") || !asked && requests.hasStart())
            && !(held.requested(request(), requests.whole()) && asked)) {
            return;
        }
        if (asked && !accepted) {
            new Outcome(q, requests).request();
        } else {
            held.transferred(transfer());
        }
    }
}
