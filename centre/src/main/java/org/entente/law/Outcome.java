package org.entente.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.kernel.Text;

/// What has become of a request between two states: sent in time, answered, accepted by silence, or lost.
final class Outcome {

    private final Inquiry q;
    private final Requests requests;

    Outcome(Inquiry q, Requests requests) {
        this.q = q;
        this.requests = requests;
    }

    /// Answers OUTCOME for a request and its reply.
    void request() {
        var decided = q.day("firstDecisionSubstance");
        if (requests.kind() == Procedure.TC17 && decided.isPresent()
            && sent(q).filter(day -> !day.isBefore(decided.get())).isPresent()) {
            validateHumanitarian();
            return;
        }
        if (q.known("firstRequestSent") && q.day("requestSent").isEmpty() && q.day("requestReceived").isEmpty()) {
            again();
            return;
        }
        if (q.known("requestSent") || requests.hasStart() && arrivedInTime().filter(inTime -> inTime).isEmpty()) {
            var due = requests.whole();
            if (due.isPresent() && !sentInTime(due.get())) {
                return;
            }
            if (due.isEmpty() && requests.kind() != Procedure.TC17) {
                return;
            }
        }
        if (q.day("requestReceived").isPresent()) {
            replied();
        } else if (!q.has("outcome")) {
            q.missing("requestReceived");
        }
    }

    /// After a first request that was refused: whether another is still in time.
    private void again() {
        q.first("rejectionReceived", "negativeReplyReceived").ifPresent(field -> q.put("reexamDeadline",
            q.count(requests.rules().window(), field, q.day(field).get(), requests.rules().states())));
        var due = requests.whole();
        if (due.isPresent() && q.asOf().map(now -> !now.isAfter(due.get().last())).orElse(false)) {
            q.put("newRequestDeadline", due.get().last());
            q.put("outcome", "NEW_REQUEST_POSSIBLE");
        } else {
            due.ifPresent(late -> lost(late.rule()));
        }
    }

    /// Whether the request arrived within its period; empty where it did not arrive, or nothing dates its period.
    private Optional<Boolean> arrivedInTime() {
        return q.day("requestReceived").map(arrived -> {
            var aside = Requests.of(q.aside());
            return aside.whole().map(due -> !arrived.isAfter(due.either().getLast())).orElse(true);
        });
    }

    /// Whether the request went out in time; if it did not, or not yet, the outcome is given.
    private boolean sentInTime(Due due) {
        var sent = sent(q);
        q.limit(due);
        boolean arrived = q.day("requestReceived").isPresent();
        if (sent.isPresent() && !sent.get().isAfter(due.last())) {
            q.put("inTime", true);
            if (!arrived) {
                q.put("deadline", due);
                q.put("outcome", "REQUEST_IN_TIME");
            }
            return arrived;
        }
        if (arrived && q.day("requestSent").isEmpty()) {
            q.missing("requestSent");
        }
        if (sent.isEmpty() && !q.past(due.last())) {
            q.put("deadline", due);
            boolean anew = q.day("reEntered").isPresent() && q.day("transferred").isPresent();
            q.put("outcome", anew ? "NEW_REQUEST_POSSIBLE" : "REQUEST_STILL_POSSIBLE");
            if (anew) {
                q.put("newRequestDeadline", due.last());
            }
            return false;
        }
        q.put("inTime", false);
        q.put("deadline", due);
        lost(due.rule());
        return false;
    }

    /// The day on which the request went out: where only its receipt is known, that day, since DubliNet delivers at once.
    static Optional<LocalDate> sent(Inquiry q) {
        return q.day("requestSent").or(() -> q.day("requestReceived"));
    }

    private void lost(Rule rule) {
        q.says(rule, rule.missed().orElseThrow());
        if (requests.kind() == Procedure.TB24) {
            q.put("outcome", "MUST_OFFER_NEW_APPLICATION");
            return;
        }
        q.put("outcome", "REQUESTING_STATE_RESPONSIBLE");
        q.word("requestingState").ifPresent(state -> q.put("responsible", state));
        if (requests.kind() == Procedure.TC && q.day("firstDecisionSubstance").isEmpty()) {
            q.says(requests.rules().humanitarian(),
                "A request on humanitarian grounds stays open until a first decision on the substance, with written consent.",
                "Une requête humanitaire reste ouverte jusqu’à une première décision au fond, avec consentement écrit.");
            q.put("alsoOffer", Fact.Series.words(List.of(requests.rules().clause())));
        }
    }

    private void replied() {
        var due = requests.reply();
        if (due.isEmpty()) {
            return;
        }
        var last = due.get().either().getLast();
        q.limit(due.get());
        q.put("deadline", due.get());
        var refused = q.first("rejectionReceived", "negativeReplyReceived");
        var answered = q.day("reply").or(() -> refused.flatMap(q::day)).or(() -> q.day("accepted"));
        var code = q.word("reply").filter(word -> !silent(word));
        boolean late = answered.isPresent() && answered.get().isAfter(last) && requests.kind() != Procedure.TC17;
        if (late || answered.isEmpty() && code.isEmpty() && q.past(last)) {
            silence(due.get(), last);
        } else if (unreasoned()) {
            q.says(MigrationRules.M04, MigrationRules.M04.wording());
            silence(due.get(), last);
        } else if (refused.isPresent() || code.map(Outcome::negative).orElse(false) || objected()) {
            q.put("outcome", "REJECTED");
            refused.ifPresent(field -> {
                q.put("reexamDeadline",
                    q.count(requests.rules().window(), field, q.day(field).get(), requests.rules().states()));
            });
            renewable();
        } else if (code.isPresent() && !positive(code.get())) {
            q.missing("reply");
        } else if (answered.isPresent() || code.isPresent()) {
            q.put("outcome", "ACCEPTED");
            q.word("requestedState").ifPresent(state -> q.put("responsible", state));
        } else {
            q.put("outcome", "REPLY_PENDING");
        }
    }

    /// Article 40(8) of Regulation 2024/1351: a refusal that gives no reasons is none.
    private boolean unreasoned() {
        return q.file().regime() == Regime.AMMR && (q.no("objectionSubstantiated")
            || Stream.of("reply", "objection").flatMap(field -> q.word(field).stream())
                .anyMatch(code -> code.contains("UNSUBSTANTIATED") || code.contains("UNREASONED")));
    }

    /// The same article: an objection that gives its reasons in time is a refusal.
    private boolean objected() {
        return q.file().regime() == Regime.AMMR && (q.yes("objectionSubstantiated")
            || q.word("objection").filter(code -> code.contains("SUBSTANTIATED") || code.contains("REASONED"))
                .isPresent());
    }

    static boolean negative(String code) {
        return code.equals("NO")
            || Stream.of("REJECT", "NEGATIVE", "REFUS", "DECLIN", "DENIED", "NOT_ACCEPTED", "OBJECT")
                .anyMatch(code::startsWith);
    }

    private static boolean positive(String code) {
        return Stream.of("ACCEPT", "POSITIVE", "YES", "AGREE", "CONFIRM").anyMatch(code::startsWith);
    }

    /// A code that says that no reply came.
    static boolean silent(String code) {
        return Stream.of("NONE", "SILENCE", "NO_").anyMatch(code::startsWith);
    }

    private void silence(Due due, LocalDate last) {
        q.says(due.rule(), due.rule().missed().orElseThrow());
        if (requests.kind() == Procedure.TC17) {
            q.put("outcome", "NO_ACCEPTANCE_CHASE");
            return;
        }
        q.put("outcome", "DEEMED_ACCEPTED");
        q.word("requestedState").ifPresent(state -> q.put("responsible", state));
        q.put("acceptedOnAnyOf", Fact.Series.of(List.of(last, last.plusDays(1))));
        q.notes(
            "Whether silence accepts on the last day or on the next one is not settled: both days are shown, and later periods count from the earlier.",
            "Il n’est pas tranché si le silence vaut acceptation le dernier jour ou le lendemain : les deux dates sont indiquées, et les délais suivants se comptent de la plus proche.");
    }

    /// After a negative reply: whether a fresh request is still in time.
    private void renewable() {
        if (requests.hasStart()) {
            requests.whole().ifPresent(due -> q.put("newRequestDeadline", due.last()));
        }
    }

    // ---- the other outcomes ----

    /// Article 17(2): whether a humanitarian request may go.
    void validateHumanitarian() {
        var rule = requests.rules().humanitarian();
        var decided = q.day("firstDecisionSubstance");
        var asked = q.first("requestSent", "asOf", "requestReceived").flatMap(q::day);
        if (decided.isPresent() && (asked.isEmpty() || !asked.get().isBefore(decided.get()))
            || q.yes("firstDecisionSubstance") && decided.isEmpty()) {
            q.put("valid", false);
            q.put("reason", "AFTER_FIRST_DECISION");
            q.says(rule, "A first decision on the substance has been taken: the request comes too late.",
                "Une première décision au fond a été prise : la requête vient trop tard.");
        } else if (q.no("writtenConsent") || q.never("writtenConsent")) {
            q.put("valid", false);
            q.put("reason", "NO_WRITTEN_CONSENT");
            q.says(rule, "The persons concerned have not consented in writing.",
                "Les intéressés n’ont pas consenti par écrit.");
        } else if (!q.known("writtenConsent")) {
            q.missing("writtenConsent");
        } else {
            q.put("valid", true);
            q.says(rule, "Before the first decision on the substance, and with written consent.",
                "Avant la première décision au fond, et avec consentement écrit.");
        }
    }

    /// What has become of a re-examination (1560/2003 Art 5(2) with C-47/17; 2025/2055 Arts 9(2) and 15(3)).
    void reexamination() {
        var refused = q.first("negativeReplyReceived", "rejectionReceived");
        if (refused.isEmpty()) {
            q.missing("negativeReplyReceived");
            return;
        }
        var rules = requests.rules();
        var window = q.count(rules.window(), refused.get(), q.day(refused.get()).get(), rules.states());
        q.put("reexamDeadline", window);
        var sent = q.day("reexamSent");
        if (sent.isEmpty()) {
            notAsked(window);
        } else if (sent.get().isAfter(window)) {
            q.put("inTime", false);
            q.says(rules.window(), new Text("The request for re-examination came too late and is inadmissible.",
                "La demande de réexamen est tardive et irrecevable."));
            q.put("outcome", "REEXAM_INADMISSIBLE");
            renewal();
        } else {
            q.put("inTime", true);
            asked(q.count(rules.answer(), "reexamSent", sent.get(), rules.states()));
        }
    }

    private void asked(LocalDate answer) {
        q.put("reexamReplyDeadline", answer);
        var came = q.day("reexamReply");
        var said = q.word("reexamReply");
        if (said.isPresent() || came.isPresent() && !came.get().isAfter(answer)) {
            boolean no = said.map(Outcome::negative).orElse(false);
            q.put("outcome", no ? "REEXAM_ENDED_NOT_ACCEPTED" : "ACCEPTED");
            if (no) {
                renewal();
            }
        } else if (!q.past(answer)) {
            q.put("outcome", "REEXAM_PENDING");
        } else {
            q.says(requests.rules().answer(), requests.rules().answer().missed().orElseThrow());
            boolean again = stillInTime();
            q.put("outcome", again ? "NEW_REQUEST_POSSIBLE" : requests.rules().silenceEnds());
            if (!again) {
                q.word("requestingState").ifPresent(state -> q.put("responsible", state));
            }
        }
    }

    private void notAsked(LocalDate window) {
        if (!q.past(window)) {
            q.put("outcome", "REEXAM_STILL_POSSIBLE");
        } else if (stillInTime()) {
            q.put("outcome", "NEW_REQUEST_POSSIBLE");
        } else {
            q.put("outcome", "REQUESTING_STATE_RESPONSIBLE");
            q.word("requestingState").ifPresent(state -> q.put("responsible", state));
        }
    }

    private boolean stillInTime() {
        return renewal().map(last -> q.asOf().map(now -> !now.isAfter(last)).orElse(false)).orElse(false);
    }

    private Optional<LocalDate> renewal() {
        if (!requests.hasStart()) {
            return Optional.empty();
        }
        var due = requests.whole();
        due.ifPresent(found -> q.put("newRequestDeadline", found.last()));
        return due.map(Due::last);
    }
}
