package org.entente.law;

import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// The answer to a request for information (604/2013 Art 34(5) and 1560/2003 Arts 11(6) and 12(6); 2024/1351 Art 51(5) and
/// 2025/2055 Arts 10(2) and 11(4)): information on dependants and on the family of a child has its own period.
final class Information {

    private final Inquiry q;
    private final Requests requests;
    private final boolean dublin;

    Information(Inquiry q, Requests requests) {
        this.q = q;
        this.requests = requests;
        this.dublin = q.file().regime() != Regime.AMMR;
    }

    /// The period before any extension.
    Optional<Due> ordinary() {
        boolean family = q.word("purpose").map(purpose -> purpose.contains("FAMILY") || purpose.contains("DEPEND"))
            .orElse(false);
        var general = dublin ? DublinRules.D31 : MigrationRules.M13;
        var ofFamily = dublin ? ImplementingRules.I05A : MigrationRules.M20A;
        var rule = family ? ofFamily : general;
        return q.count(rule, "infoRequestReceived", requests.rules().states())
            .map(last -> Due.of(rule, "infoRequestReceived", q.day("infoRequestReceived").get(), last));
    }

    /// The same with the two weeks that the requested state told in time that it needs.
    Optional<Due> due() {
        return ordinary().map(due -> {
            boolean family = due.rule() == ImplementingRules.I05A || due.rule() == MigrationRules.M20A;
            var told = q.day("extensionNotified");
            if (!family || told.isEmpty() || told.get().isAfter(due.last())) {
                return due;
            }
            var rule = dublin ? ImplementingRules.I05B : MigrationRules.M20B;
            var plain = rule.limit().orElseThrow().after(due.rule().limit().orElseThrow().after(due.from()));
            q.says(rule, rule.wording());
            return due.moved(dublin ? plain : q.rolled(plain, requests.rules().states()));
        });
    }

    /// The period for a request, longer by the delay of an answer that shows that the state asked is responsible (604/2013
    /// Art 34(5); 2024/1351 Art 51(5)).
    Optional<Due> delayed(Optional<Due> request) {
        var answered = q.day("infoReplied");
        if (request.isEmpty() || answered.isEmpty() || q.day("infoRequestReceived").isEmpty()) {
            return request;
        }
        var rule = dublin ? DublinRules.D31 : MigrationRules.M13;
        var due = q.count(rule, "infoRequestReceived", requests.rules().states()).get();
        long late = ChronoUnit.DAYS.between(due, answered.get());
        if (late <= 0) {
            q.says(rule, "The answer came in time: nothing is added.",
                "La réponse est venue à temps : rien ne s’ajoute.");
            return request;
        }
        if (!showsResponsibility()) {
            q.says(rule, "The late answer does not show that the state asked is responsible: nothing is added.",
                "La réponse tardive ne montre pas que l’État interrogé est responsable : rien ne s’ajoute.");
            return request;
        }
        var extended = request.get().last().plusDays(late);
        q.says(rule,
            "The answer came " + late
                + " days late and shows responsibility: the period for the request is longer by them, until "
                + Words.date(extended).english() + ".",
            "La réponse est venue avec " + late
                + " jours de retard et montre la responsabilité : le délai de la requête est prolongé d’autant, jusqu’au "
                + Words.date(extended).french() + ".");
        return Optional.of(request.get().moved(extended));
    }

    private boolean showsResponsibility() {
        var state = q.word("replyShowsResponsibilityOf");
        return q.yes("replyShowsResponsibilityOf")
            || state.isPresent()
                && q.word("requestedState").map(state.get()::equals).orElse(!q.word("requestingState").equals(state));
    }
}
