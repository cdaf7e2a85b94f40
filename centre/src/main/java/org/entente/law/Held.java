package org.entente.law;

import java.util.Optional;

/// What becomes of somebody detained when a limit is missed, and what is left: release, while the ordinary limits go on (604/2013
/// Art 28(3); 2024/1351 Art 45(4)).
final class Held {

    private final Inquiry q;
    private final Requests requests;
    private final Transfers transfers;

    Held(Inquiry q, Requests requests, Transfers transfers) {
        this.q = q;
        this.requests = requests;
        this.transfers = transfers;
    }

    /// Answers OUTCOME for the request; gives whether it went out in time, so that there may be more to say.
    ///
    /// @param ordinary the limit that goes on, where missing it costs the responsibility
    boolean requested(Optional<Due> limit, Optional<Due> ordinary) {
        if (limit.isEmpty()) {
            return false;
        }
        var due = limit.get();
        var sent = q.first("requestSent", "notified").flatMap(q::day);
        boolean late = sent.map(day -> day.isAfter(due.last())).orElse(q.past(due.last()));
        q.put("inTime", !late);
        q.put("deadline", due);
        if (!late) {
            q.put("outcome", sent.isPresent() ? "REQUEST_IN_TIME" : "REQUEST_STILL_POSSIBLE");
            return true;
        }
        q.says(due.rule(), due.rule().missed().orElseThrow());
        boolean lost = ordinary.map(Due::last).filter(last -> sent.map(day -> day.isAfter(last))
            .orElse(q.asOf().isPresent() && q.past(last))).isPresent();
        q.put("outcome", lost ? "REQUESTING_STATE_RESPONSIBLE" : "RELEASE_BUT_REQUEST_VALID");
        if (lost) {
            q.word("requestingState").ifPresent(state -> q.put("responsible", state));
        }
        return false;
    }

    /// Answers OUTCOME for the transfer.
    void transferred(Optional<Due> weeks) {
        var ordinary = transfers.whole();
        if (weeks.isEmpty() || ordinary.isEmpty()) {
            return;
        }
        var due = weeks.get();
        q.put("detentionTransferDeadline", due);
        q.put("transferDeadline", ordinary.get());
        q.put("deadline", due);
        var done = q.day("transferred");
        var now = done.or(q::asOf);
        if (now.filter(day -> !day.isAfter(due.either().getLast())).isPresent()) {
            q.put("outcome", done.isPresent() ? "TRANSFERRED_IN_TIME" : "TRANSFER_STILL_POSSIBLE");
        } else if (now.filter(day -> day.isAfter(ordinary.get().last())).isPresent()) {
            q.says(requests.rules().transfer(), requests.rules().transfer().missed().orElseThrow());
            q.put("outcome", "REQUESTING_STATE_RESPONSIBLE");
            q.word("transferringState").or(() -> q.word("requestingState"))
                .ifPresent(state -> q.put("responsible", state));
        } else {
            q.says(due.rule(), due.rule().missed().orElseThrow());
            q.put("outcome", "RELEASE_BUT_TRANSFER_STILL_POSSIBLE");
        }
    }
}
