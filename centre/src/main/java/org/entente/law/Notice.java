package org.entente.law;

import java.time.LocalDate;
import java.util.Optional;

/// How long before an arrival the other state is told (1560/2003 Art 8; 2025/2055 Arts 24 to 26).
final class Notice {

    private static final int GROUP = 10;
    private static final int EARLIEST_DAYS = 14;

    private final Inquiry q;

    Notice(Inquiry q) {
        this.q = q;
    }

    private Optional<LocalDate> arrival() {
        var arrival = q.first("arrival", "transferred").flatMap(q::day);
        if (arrival.isEmpty()) {
            q.missing("arrival");
        }
        return arrival;
    }

    /// Three working days of the responsible state.
    void dublin() {
        arrival().filter(day -> !day.isBefore(ImplementingRules.I02.from())).ifPresent(day -> {
            var state = q.word("responsibleState").or(() -> q.word("requestedState"))
                .or(() -> q.word("transferringState")).orElse("FR");
            int days = ImplementingRules.I02.limit().orElseThrow().number();
            var last = q.holidays().minusWorkingDays(day, days, state);
            q.says(ImplementingRules.I02,
                "Three working days of " + state + " before the arrival on " + Words.date(day).english() + ": by "
                    + Words.date(last).english() + ".",
                "Trois jours ouvrés (" + state + ") avant l’arrivée le " + Words.date(day).french()
                    + " : au plus tard le " + Words.date(last).french() + ".");
            q.put("latestFormDate", last);
        });
    }

    /// Seven days, or twenty-one.
    void migration() {
        arrival().ifPresent(day -> {
            boolean longer = q.yes("unaccompaniedMinor") || q.yes("unaccompanied") || q.yes("specialNeeds")
                || q.yes("securityThreat")
                || q.count("groupSize").or(() -> q.count("number")).map(size -> size >= GROUP).orElse(false);
            var rule = longer ? MigrationRules.M21B : MigrationRules.M21A;
            var last = rule.limit().orElseThrow().before(day);
            q.says(rule, rule.wording());
            q.put("latestFormDate", last);
            if (!longer) {
                q.put("earliestFormDate", day.minusDays(EARLIEST_DAYS));
            }
        });
    }
}
