package org.entente.law;

import static org.entente.law.DublinRules.D25;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/// By when a transfer is carried out, what extends that, and what does not (604/2013 Arts 27 and 29; 2024/1351 Arts 43 and 46).
final class Transfers {

    /// Where the six months start: the field, its day, and another defensible day where there is one.
    record Start(String field, LocalDate day, Optional<LocalDate> other) {}

    private final Inquiry q;
    private final Requests requests;
    private final Requests.Rules rules;

    Transfers(Inquiry q, Requests requests) {
        this.q = q;
        this.requests = requests;
        this.rules = requests.rules();
    }

    /// The six months, before any extension.
    Optional<Due> ordinary() {
        if (q.day("acceptedAtoB").isPresent()) {
            return Optional.of(Due.of(rules.transfer(), "acceptedAtoB", q.day("acceptedAtoB").get(),
                q.count(rules.transfer(), "acceptedAtoB").get()));
        }
        return start().map(start -> {
            notStoppedBy();
            var last = q.count(rules.transfer(), start.field(), start.day(), rules.states());
            var due = Due.of(rules.transfer(), start.field(), start.day(), last);
            return start.other().map(day -> due.or(rules.transfer().limit().get().after(day))).orElse(due);
        });
    }

    private Optional<Start> start() {
        var accepted = acceptance();
        if (accepted.isEmpty()) {
            return accepted;
        }
        if (!q.group("firstInstance").fields().isEmpty()) {
            return secondInstance(accepted.get());
        }
        var suspensive = suspensive();
        if (suspensive.isEmpty() && q.first("appealFiled", "appealFinal").isPresent()) {
            q.missing("appealSuspensive");
            return Optional.empty();
        }
        if (suspensive.orElse(false) && tooLate(accepted.get())) {
            q.says(rules.transfer(), "The six months had ended before the appeal: it does not move the start.",
                "Les six mois étaient écoulés avant le recours : il ne déplace pas le point de départ.");
            return accepted;
        }
        if (suspensive.orElse(false)) {
            var decided = q.first("appealFinal", "suspensiveEffectEnded", "secondInstanceFinal");
            if (decided.isEmpty()) {
                q.put("suspended", true);
                q.says(rules.transfer(), "The appeal suspends: the six months start with the final decision on it.",
                    "Le recours est suspensif : les six mois commencent à la décision définitive.");
                q.missing("appealFinal");
                return Optional.empty();
            }
            q.says(rules.transfer(),
                "The appeal had suspensive effect: the six months start with the final decision on it.",
                "Le recours avait un effet suspensif : les six mois commencent à la décision définitive.");
            return Optional.of(new Start(decided.get(), q.day(decided.get()).get(), Optional.empty()));
        }
        if (q.first("appealFiled", "appealFinal").isPresent()) {
            q.says(rules.transfer(), "The appeal had no suspensive effect: it does not move the start.",
                "Le recours n’avait pas d’effet suspensif : il ne déplace pas le point de départ.");
        }
        return accepted;
    }

    /// Whether an appeal suspends the transfer; empty where nobody says. An end of the suspensive effect says that there was one.
    Optional<Boolean> suspensive() {
        if (q.yes("appealSuspensive") || q.yes("appealAgainstTransferSuspensive")) {
            return Optional.of(true);
        }
        if (q.known("appealSuspensive") || q.known("appealAgainstTransferSuspensive")) {
            return Optional.of(false);
        }
        return q.day("suspensiveEffectEnded").map(_ -> true);
    }

    /// Whether an appeal holds the transfer still, or may: then no period runs yet, and what is not known is noted.
    boolean waits() {
        if (suspensive().isEmpty() && q.day("appealFiled").isPresent()) {
            q.missing("appealSuspensive");
            return true;
        }
        boolean open = suspensive().orElse(false) && q.first("suspensiveEffectEnded", "appealFinal").isEmpty();
        if (open) {
            q.put("suspended", true);
            q.missing("appealFinal");
        }
        return open;
    }

    /// The period for the transfer with its extensions.
    Optional<Due> whole() {
        var ordinary = ordinary();
        return ordinary.flatMap(this::extended).or(() -> ordinary);
    }

    /// The rule on what does not stop the six months: the judgments were given on the earlier text.
    private Rule unmoved() {
        return rules.fromNotice() ? rules.transfer() : D25;
    }

    /// The rule on telling the responsible state of what extends the six months.
    private Rule notice(Rule extension) {
        return rules.fromNotice() ? extension : ImplementingRules.I03B;
    }

    /// An appeal after the six months, which nothing had extended, suspends nothing any more.
    private boolean tooLate(Start accepted) {
        var plain = rules.transfer().limit().orElseThrow().after(accepted.other().orElse(accepted.day()));
        var last = rules.fromNotice() ? q.rolled(plain, rules.states()) : plain;
        return q.day("appealFiled").filter(day -> day.isAfter(last)).isPresent()
            && q.first("abscondKnown", "abscondNotified", "abscondInformed", "imprisonedFrom").isEmpty();
    }

    private Optional<Start> secondInstance(Start accepted) {
        var first = q.group("firstInstance");
        boolean dated = Inquiry.day(first, "suspendedFrom").isPresent();
        if (!first.fields().containsKey("suspended") && !dated) {
            q.missing("suspended");
            return Optional.empty();
        }
        if (!Inquiry.yes(first, "suspended") && !dated) {
            q.says(unmoved(),
                "The transfer was not suspended at first instance: an interim measure at second instance does not stop the six months (C-556/21).",
                "Le transfert n’était pas suspendu en première instance : une mesure provisoire en seconde instance n’arrête pas les six mois (C-556/21).");
            return Optional.of(accepted);
        }
        boolean carried = q.yes("secondInstanceInterimMeasure")
            || !q.group("secondInstanceInterimMeasure").fields().isEmpty();
        var end = carried
            ? q.first("secondInstanceFinal")
            : q.first("appealFinal", "suspensiveEffectEnded", "secondInstanceFinal");
        if (end.isEmpty()) {
            q.put("suspended", true);
            q.missing(carried ? "secondInstanceFinal" : "appealFinal");
            return Optional.empty();
        }
        q.says(unmoved(),
            "The transfer was suspended at first instance, and the suspension lasted until the final decision: the six months start there (C-556/21).",
            "Le transfert était suspendu en première instance, et la suspension a duré jusqu’à la décision définitive : les six mois commencent là (C-556/21).");
        return Optional.of(new Start(end.get(), q.day(end.get()).get(), Optional.empty()));
    }

    /// The acceptance: given, or by silence.
    Optional<Start> acceptance() {
        var given = q.first("accepted", "confirmation");
        if (given.isPresent() && !lateAfterSilence(q.day(given.get()).get())) {
            return Optional.of(new Start(given.get(), q.day(given.get()).get(), Optional.empty()));
        }
        if (!q.known("requestReceived") && !q.known("notificationReceived")) {
            q.missing("accepted");
            return Optional.empty();
        }
        var reply = q.day("reply");
        var due = requests.reply();
        if (due.isEmpty()) {
            return Optional.empty();
        }
        var last = due.get().either().getLast();
        if (reply.isPresent() && !reply.get().isAfter(last)) {
            return Optional.of(new Start("reply", reply.get(), Optional.empty()));
        }
        if ((q.past(last) || given.isPresent()) && requests.kind() != Procedure.TC17 && !refused(last)) {
            q.says(due.get().rule(), due.get().rule().missed().orElseThrow());
            return Optional.of(new Start("accepted", last, Optional.of(last.plusDays(1))));
        }
        q.missing("accepted");
        return Optional.empty();
    }

    /// Whether an acceptance came when silence had accepted already: that earlier acceptance counts.
    private boolean lateAfterSilence(LocalDate given) {
        return requests.kind() != Procedure.TC17 && q.first("requestReceived", "notificationReceived").isPresent()
            && Requests.of(q.aside()).reply()
                .filter(due -> given.isAfter(due.either().getLast())).isPresent()
            && q.first("rejectionReceived", "negativeReplyReceived").isEmpty();
    }

    private boolean refused(LocalDate last) {
        return q.first("rejectionReceived", "negativeReplyReceived").flatMap(q::day).filter(day -> !day.isAfter(last))
            .isPresent() || q.word("reply").map(Outcome::negative).orElse(false);
    }

    /// D25: what does not stop the six months, said where the file holds it.
    private void notStoppedBy() {
        said("adminSuspension",
            "An administrative suspension because the transfer is impossible does not stop the six months (C-245/21).",
            "Une suspension administrative pour impossibilité de transfert n’arrête pas les six mois (C-245/21).");
        said("traffickingPermitRefused",
            "A challenge to the refusal of a trafficking permit does not stop the six months, whatever national law says (C-338/21). Removal may be barred meanwhile: that is another clock.",
            "Le recours contre le refus d’un titre « traite » n’arrête pas les six mois, quoi que dise le droit national (C-338/21). L’éloignement peut être interdit pendant ce temps : c’est une autre horloge.");
        said("art17Refused", "A challenge to a refusal under Article 17 does not stop the six months (C-359/22).",
            "Le recours contre un refus de l’article 17 n’arrête pas les six mois (C-359/22).");
    }

    private void said(String field, String english, String french) {
        if (q.known(field) && !q.never(field)) {
            q.says(unmoved(), english, french);
        }
    }

    /// The period with its extensions, and whether they are valid; the ordinary period where there is none.
    Optional<Due> extended(Due ordinary) {
        var absconding = extension(ordinary, rules.absconding(), "abscondKnown", "abscondNotified", "abscondInformed",
            "abscondNotifiedToA", "extensionNotified");
        var prison = q.known("imprisonedFrom")
            ? extension(ordinary, rules.prison(), "imprisonedFrom", "imprisonmentNotified", "extensionNotified")
            : Optional.<Due>empty();
        if (absconding.isPresent() && rules.fromNotice() && q.day("availableAgain").isPresent()) {
            return Optional.of(availableAgain(ordinary));
        }
        if (absconding.isPresent() || prison.isPresent()) {
            q.put("extension", "EXTENSION_VALID");
        }
        if (absconding.isPresent() && prison.isPresent()) {
            return absconding.get().last().isAfter(prison.get().last()) ? absconding : prison;
        }
        return absconding.or(() -> prison);
    }

    private Optional<Due> extension(Due ordinary, Rule rule, String cause, String... notices) {
        var told = q.first(notices);
        if (rule == rules.absconding() && told.filter("extensionNotified"::equals).isPresent()
            && !q.known("abscondKnown")) {
            return Optional.empty();
        }
        if (told.isEmpty()) {
            boolean unknown = Stream.of(notices).noneMatch(q::never);
            if (unknown && q.day(cause).isEmpty()) {
                return Optional.empty();
            }
            if (!q.past(ordinary.last())) {
                q.says(notice(rule),
                    "The responsible state has not been told yet: an extension needs that by "
                        + Words.date(ordinary.last()).english() + ".",
                    "L’État responsable n’a pas encore été informé : une prolongation l’exige au plus tard le "
                        + Words.date(ordinary.last()).french() + ".");
            } else if (unknown) {
                q.missing(notices[0]);
            } else {
                q.put("extension", "EXTENSION_INVALID");
                q.says(rule, "The responsible state was not told: there is no extension.",
                    "L’État responsable n’a pas été informé : il n’y a pas de prolongation.");
            }
            return Optional.empty();
        }
        var day = q.day(told.get()).get();
        if (rule == rules.absconding() && q.never("abscondInformed")) {
            q.put("extension", "EXTENSION_INVALID");
            q.says(rule,
                "The person was not informed of the duty to report an absence: absconding is not presumed (C-163/17 part 1).",
                "La personne n’a pas été informée du devoir de signaler une absence : la fuite n’est pas présumée (C-163/17, point 1).");
            return Optional.empty();
        }
        if (day.isAfter(ordinary.last())) {
            q.put("extension", "EXTENSION_INVALID");
            q.says(notice(rule),
                "Told on " + Words.date(day).english() + ", after the six months: there is no extension.",
                "Informé le " + Words.date(day).french() + ", après les six mois : il n’y a pas de prolongation.");
            return Optional.empty();
        }
        q.put("extension", "EXTENSION_VALID");
        q.says(notice(rule),
            "Told on " + Words.date(day).english() + ", within the six months: the extension is valid.",
            "Informé le " + Words.date(day).french() + ", dans les six mois : la prolongation est valable.");
        if (rule == rules.absconding() && rules.fromNotice()) {
            return Optional.of(Due.of(rule, told.get(), day, q.count(rule, told.get(), day, rules.states())));
        }
        return Optional.of(
            Due.of(rule, ordinary.event(), ordinary.from(),
                q.count(rule, ordinary.event(), ordinary.from(), rules.states())));
    }

    /// Article 46(2) of Regulation 2024/1351, last sentence: three months where fewer remain of the six.
    private Due availableAgain(Due ordinary) {
        var day = q.day("availableAgain").get();
        if (!MigrationRules.M11D.limit().orElseThrow().after(day).isAfter(ordinary.last())) {
            q.says(MigrationRules.M11D,
                "Available again with three months or more of the six left: the ordinary period goes on.",
                "De nouveau disponible avec au moins trois mois restants sur les six : le délai ordinaire continue.");
            return ordinary;
        }
        return Due.of(MigrationRules.M11D, "availableAgain", day,
            q.count(MigrationRules.M11D, "availableAgain", day, rules.states()));
    }

    /// Answers OUTCOME for a transfer.
    void outcome() {
        var ordinary = ordinary();
        if (ordinary.isEmpty()) {
            if (q.has("suspended") && q.never("appealFinal")) {
                q.put("outcome", "TRANSFER_STILL_POSSIBLE");
                responsible("responsibleState", "requestedState");
            }
            return;
        }
        var extended = extended(ordinary.get());
        var due = extended.orElse(ordinary.get());
        q.limit(due);
        extended.ifPresent(longer -> q.put("extendedDeadline", longer.last()));
        q.put("deadline", q.asks(Ask.EXTENDED_DEADLINE) ? ordinary.get() : due);
        var done = q.day("transferred");
        var last = due.either().getLast();
        if (done.isPresent() && !done.get().isAfter(last)) {
            q.put("inTime", true);
            q.put("outcome", "TRANSFERRED_IN_TIME");
            responsible("responsibleState", "requestedState");
        } else if (done.isPresent() || q.asOf().isPresent() && q.past(last)) {
            q.put("inTime", false);
            shift(due);
        } else if (q.answered("extension", "EXTENSION_VALID") || q.answered("extension", "EXTENSION_INVALID")) {
            q.put("outcome", q.answered("extension", "EXTENSION_VALID") ? "EXTENSION_VALID" : "EXTENSION_INVALID");
            if (q.answered("extension", "EXTENSION_INVALID") && (q.asOf().isEmpty() || q.past(last))) {
                responsible("requestingState", "transferringState", "stateB");
            } else {
                responsible("responsibleState", "requestedState", "stateA");
            }
        } else if (q.asOf().isPresent()) {
            q.put("outcome", "TRANSFER_STILL_POSSIBLE");
            responsible("responsibleState", "requestedState", "stateA");
        } else {
            shift(due);
        }
    }

    private void shift(Due due) {
        if (q.day("acceptedAtoB").isPresent()) {
            q.says(unmoved(),
                "The first transfer was not carried out in time: state B is responsible, whatever A accepted of C meanwhile (C-323/21).",
                "Le premier transfert n’a pas été exécuté à temps : l’État B est responsable, quoi que A ait accepté de C entre-temps (C-323/21).");
            q.put("outcome", "FIRST_REQUESTING_STATE_RESPONSIBLE");
            responsible("stateB");
            return;
        }
        q.says(due.rule(), rules.transfer().missed().orElseThrow());
        q.put("outcome",
            q.answered("extension", "EXTENSION_INVALID") ? "EXTENSION_INVALID" : "REQUESTING_STATE_RESPONSIBLE");
        responsible("requestingState", "transferringState");
    }

    private void responsible(String... fields) {
        for (var field : fields) {
            var state = q.word(field);
            if (state.isPresent() && !q.has("responsible")) {
                q.put("responsible", state.get());
            }
        }
    }
}
