package org.entente.law;

import static org.entente.law.Procedure.TBN;
import static org.entente.law.Procedure.TC;
import static org.entente.law.Procedure.TC17;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// Articles 35, 39 to 41, 45 and 51 of Regulation (EU) 2024/1351: requests to take charge, notifications to take back, and the
/// replies to them.
final class MigrationRequests implements Requests {

    private static final String[] REQUESTING = {"requestingState", "notifyingState", "determiningState",
            "requestedState", "notifiedState"};
    private static final String[] BOTH = {"requestedState", "requestingState", "notifiedState", "notifyingState",
            "transferringState",
            "responsibleState"};
    private static final Rules REQUEST = new Rules(MigrationRules.M12, "35(2)", MigrationRules.M19A,
        MigrationRules.M19B,
        "REEXAM_ENDED_NOT_ACCEPTED", MigrationRules.M11A, MigrationRules.M11B, MigrationRules.M11C, true, BOTH);
    private static final Rules NOTIFICATION = new Rules(MigrationRules.M12, "35(2)", MigrationRules.M19C,
        MigrationRules.M19C,
        "REEXAM_ENDED_NOT_ACCEPTED", MigrationRules.M11A, MigrationRules.M11B, MigrationRules.M11C, true, BOTH);

    private final Inquiry q;

    MigrationRequests(Inquiry q) {
        this.q = q;
    }

    @Override
    public Procedure kind() {
        var procedure = q.file().procedure();
        if (procedure == TC || procedure == TC17 || procedure == TBN) {
            return procedure;
        }
        if (procedure == Procedure.TB23 || procedure == Procedure.TB24) {
            return TBN;
        }
        return q.word("notifyingState").isPresent()
            || q.first("notified", "notificationReceived", "confirmation").isPresent() ? TBN : TC;
    }

    @Override
    public Rules rules() {
        return kind() == TBN ? NOTIFICATION : REQUEST;
    }

    @Override
    public boolean hasStart() {
        return kind() == TBN ? found().isPresent() : q.day("registered").isPresent();
    }

    @Override
    public Optional<String> lodging() {
        if (q.day("registered").isEmpty()) {
            q.missing("registered");
            return Optional.empty();
        }
        return Optional.of("registered");
    }

    private Optional<String> hit() {
        return Stream.of("eurodacHitCat2", "visHit", "eurodacHit").filter(field -> q.day(field).isPresent())
            .min(Comparator.comparing(field -> q.day(field).get()));
    }

    @Override
    public Optional<Due> request() {
        return switch (kind()) {
            case TBN -> notification();
            case TC17 -> {
                q.says(MigrationRules.M12,
                    "This request has no period: it is open until a first decision on the substance is taken.",
                    "Cette requête n’a pas de délai : elle est ouverte jusqu’à une première décision au fond.");
                yield Optional.empty();
            }
            case TC, TB23, TB24, REEXAM, INFO, TRANSFER, DETENTION, CRITERIA, CESSATION, APPLICABILITY, SAFEGUARD,
                REGISTRATION,
                EXAMINATION, VOLUNTARY_DEPARTURE, REASONABLE_GROUNDS, RECOVERY, REFLECTION, COMMITMENT ->
                takeCharge();
        };
    }

    private Optional<Due> takeCharge() {
        if (lodging().isEmpty()) {
            return Optional.empty();
        }
        var registered = q.day("registered").get();
        var due = Due.of(MigrationRules.M01A, "registered", registered,
            q.count(MigrationRules.M01A, "registered", registered, REQUESTING));
        var hit = hit();
        if (q.day("eurodacHitCat1").isPresent()) {
            q.says(MigrationRules.M01B,
                "Not shortened by a hit for an earlier application: only one for an irregular entry or a rescue at sea, or one in the VIS, does that.",
                "Non abrégé par un résultat pour une demande antérieure : seul un résultat pour entrée irrégulière ou sauvetage en mer, ou du VIS, a cet effet.");
        }
        if (hit.isEmpty()) {
            return Optional.of(due);
        }
        var found = q.day(hit.get()).get();
        var byHit = q.count(MigrationRules.M01B, hit.get(), found, REQUESTING);
        if (byHit.isAfter(due.last())) {
            q.says(MigrationRules.M01B,
                "A hit cannot prolong the two months from registration, as C-670/16 held for the earlier text: they govern.",
                "Un résultat positif ne peut prolonger les deux mois depuis l’enregistrement, comme C-670/16 l’a jugé pour le texte antérieur : ils l’emportent.");
            return Optional.of(due.or(byHit));
        }
        q.says(MigrationRules.M01B, "The hit gives the earlier day: it governs.",
            "Le résultat positif donne la date la plus proche : elle l’emporte.");
        return Optional.of(Due.of(MigrationRules.M01B, hit.get(), found, byHit));
    }

    /// The hit that a notification rests on.
    private Optional<String> found() {
        return q.first("eurodacHit", "eurodacHitCat1", "eurodacHitArt17", "eurodacHitCat2");
    }

    private Optional<Due> notification() {
        var hit = found();
        if (hit.isEmpty()) {
            q.missing("eurodacHit");
            return Optional.empty();
        }
        var found = q.day(hit.get()).get();
        return Optional.of(
            Due.of(MigrationRules.M05, hit.get(), found, q.count(MigrationRules.M05, hit.get(), found, REQUESTING)));
    }

    @Override
    public Optional<Due> whole() {
        return kind() == TC ? new Information(q, this).delayed(request()) : request(); // Article 39 alone is longer
    }

    @Override
    public Optional<Due> reply() {
        if (kind() == TBN) {
            var told = q.first("notificationReceived", "requestReceived");
            if (told.isEmpty()) {
                q.missing("notificationReceived");
            }
            return told.map(event -> reply(MigrationRules.M06, event, q.day(event).get()));
        }
        var received = q.day("requestReceived");
        if (received.isEmpty()) {
            q.missing("requestReceived");
            return Optional.empty();
        }
        if (kind() == TC17) {
            return Optional.of(reply(MigrationRules.M12, "requestReceived", received.get()));
        }
        if (q.day("detainedFrom").isPresent()) {
            return Optional.of(reply(MigrationRules.M10A, "requestReceived", received.get()));
        }
        if (q.day("urgentReplyAskedBy").isPresent()) {
            return Optional.of(urgent(received.get()));
        }
        return Optional
            .of(reply(onHit() ? MigrationRules.M03B : MigrationRules.M03A, "requestReceived", received.get()));
    }

    private boolean onHit() {
        return q.word("basis").map(basis -> basis.startsWith("EURODAC") || basis.startsWith("VIS"))
            .orElse(hit().isPresent());
    }

    private Due reply(Rule rule, String event, LocalDate day) {
        return Due.of(rule, event, day, q.count(rule, event, day, BOTH));
    }

    private Due urgent(LocalDate received) {
        var asked = q.day("urgentReplyAskedBy").get();
        var weeks = reply(MigrationRules.M03C, "requestReceived", received);
        var told = q.day("postponementNotified");
        if (told.isPresent() && !told.get().isAfter(asked)) {
            return weeks;
        }
        q.says(MigrationRules.M03C,
            "The reply is owed for the day asked for, and at the latest after two weeks; act on the earlier day.",
            "La réponse est due à la date demandée, et au plus tard après deux semaines ; agir à la date la plus proche.");
        var last = asked.isAfter(weeks.last()) ? weeks.last() : asked;
        return weeks.moved(last).or(weeks.last());
    }

    /// Answers OUTCOME for a notification: a late one costs nothing but time, and silence confirms.
    void notified() {
        var due = found().isPresent()
            ? notification()
            : Optional.<Due>empty();
        var sent = q.first("notified", "requestSent", "notificationReceived", "requestReceived").flatMap(q::day);
        boolean arrived = q.first("notificationReceived", "requestReceived").isPresent();
        boolean late = due.isPresent()
            && sent.map(day -> day.isAfter(due.get().last())).orElse(q.past(due.get().last()));
        due.ifPresent(found -> q.put("inTime", !late));
        if (arrived && !late) {
            confirmed();
            return;
        }
        due.ifPresent(found -> q.put("deadline", found));
        if (late) {
            q.says(MigrationRules.M05, MigrationRules.M05.missed().orElseThrow());
            q.put("outcome", "RESPONSIBILITY_UNCHANGED");
            q.word("notifiedState").or(() -> q.word("requestedState")).ifPresent(state -> q.put("responsible", state));
        } else if (due.isPresent()) {
            q.put("outcome", sent.isPresent() ? "NOTIFIED_IN_TIME" : "NOTIFICATION_STILL_POSSIBLE");
        } else {
            confirmed();
        }
    }

    private void confirmed() {
        reply().ifPresent(due -> {
            q.put("deadline", due);
            var said = q.first("confirmation", "accepted", "reply").flatMap(q::day);
            var refused = q.first("rejectionReceived", "negativeReplyReceived");
            boolean reasoned = !q.no("objectionSubstantiated")
                && refused.flatMap(q::day).map(day -> !day.isAfter(due.last())).orElse(true);
            if (reasoned && (refused.isPresent() || q.yes("objectionSubstantiated")
                || q.word("confirmation").map(Outcome::negative).orElse(false))) {
                q.put("outcome", "REJECTED");
            } else if (said.map(day -> !day.isAfter(due.last())).orElse(q.yes("confirmation"))) {
                q.put("outcome", "ACCEPTED");
            } else if (said.isPresent() || !reasoned || q.past(due.last())) {
                q.says(MigrationRules.M06, MigrationRules.M06.missed().orElseThrow());
                q.put("outcome", "DEEMED_ACCEPTED");
                q.word("notifiedState").or(() -> q.word("requestedState"))
                    .ifPresent(state -> q.put("responsible", state));
            } else {
                q.put("outcome", "CONFIRMATION_PENDING");
            }
        });
    }

    /// Article 39(1): whether a request is valid, with the exception for a child.
    void validateRequest() {
        var due = whole();
        if (due.isEmpty()) {
            return;
        }
        q.put("deadline", due.get());
        var sent = Outcome.sent(q).or(q::asOf);
        if (sent.isEmpty()) {
            q.missing("requestSent");
            return;
        }
        boolean inTime = !sent.get().isAfter(due.get().last());
        q.put("inTime", inTime);
        if (inTime) {
            q.put("valid", true);
            return;
        }
        var decided = q.day("firstDecisionSubstance");
        if (!q.yes("unaccompaniedMinor") && !q.yes("unaccompanied")) {
            q.put("valid", false);
            q.put("reason", "LATE");
            q.says(due.get().rule(), due.get().rule().missed().orElseThrow());
        } else if (decided.isPresent() && !sent.get().isBefore(decided.get())) {
            q.put("valid", false);
            q.put("reason", "AFTER_FIRST_DECISION");
            q.says(MigrationRules.M01C,
                "A first decision on the substance has been taken: the exception for a child no longer helps.",
                "Une première décision au fond a été prise : l’exception pour un mineur ne joue plus.");
        } else if (q.no("bestInterests")) {
            q.put("valid", false);
            q.put("reason", "NOT_IN_BEST_INTERESTS");
        } else if (!q.yes("bestInterests")) {
            q.missing("bestInterests");
        } else {
            q.put("valid", true);
            q.put("reason", "MINOR_EXCEPTION_39_1_4");
            q.says(MigrationRules.M01C, MigrationRules.M01C.wording());
        }
    }
}
