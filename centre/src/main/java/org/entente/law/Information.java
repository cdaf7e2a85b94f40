package org.entente.law;

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
}
