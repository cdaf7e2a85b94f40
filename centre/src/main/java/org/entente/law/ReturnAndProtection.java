package org.entente.law;

import java.time.LocalDate;
import java.util.Optional;

/// Voluntary departure, the protection of victims of trafficking, and periods that a judge sets.
final class ReturnAndProtection {

    private static final int FEWEST = 7;
    private static final int MOST = 30;

    private final Inquiry q;

    ReturnAndProtection(Inquiry q) {
        this.q = q;
    }

    /// Directive 2008/115 Art 7: the last day for leaving.
    Optional<Due> departure() {
        var notified = q.first("orderNotified", "notified", "decisionNotified");
        if (notified.isEmpty()) {
            q.missing("orderNotified");
            return Optional.empty();
        }
        var days = q.count("days");
        if (days.isPresent() && days.get() == 0) {
            q.notes("No period was granted: there is no last day.",
                "Aucun délai n’a été accordé : il n’y a pas de dernier jour.");
            return Optional.empty();
        }
        boolean usual = q.word("state").filter(state -> state.startsWith("FR")).isPresent() && !excepted();
        if (days.isEmpty() && !usual) {
            q.missing("days");
            return Optional.empty();
        }
        var rule = ProcedureRules.R01A.within(Period.days(days.orElse(MOST)));
        var from = q.day(notified.get()).get();
        return Optional.of(Due.of(rule, notified.get(), from, q.count(rule, notified.get(), from)));
    }

    /// Whether a ground of Article 7(4) is given.
    private boolean excepted() {
        return q.yes("exception7_4")
            || q.word("exception7_4").filter(name -> !name.equals("NONE") && !name.equals("NO")).isPresent();
    }

    /// Whether the days granted are lawful.
    void validateDeparture() {
        var days = q.count("days");
        if (days.isEmpty()) {
            q.missing("days");
            return;
        }
        boolean ground = excepted();
        if (days.get() < FEWEST && !q.known("exception7_4")) {
            q.missing("exception7_4");
        } else if (days.get() < FEWEST && !ground) {
            q.put("valid", false);
            q.put("reason", "BELOW_7_DAYS_WITHOUT_7_4_GROUND");
            q.says(ProcedureRules.R01B, "Fewer than seven days without a ground of paragraph 4.",
                "Moins de sept jours sans motif du paragraphe 4.");
        } else if (days.get() > MOST && !q.day("extensionNotified").isPresent()) {
            q.put("valid", false);
            q.put("reason", "ABOVE_30_DAYS_WITHOUT_7_2_EXTENSION");
            q.says(ProcedureRules.R01A, "More than thirty days need an extension under paragraph 2.",
                "Plus de trente jours exigent une prolongation selon le paragraphe 2.");
        } else {
            q.put("valid", true);
            q.says(ProcedureRules.R01A, "The period is within what the article allows.",
                "Le délai est dans ce que l’article permet.");
        }
    }

    /// The target for a reasonable grounds decision.
    Optional<Due> reasonableGrounds() {
        return counted(ProtectionRules.V01, "referralReceived");
    }

    /// The least time of recovery, by the day of the positive decision.
    Optional<Due> recovery() {
        var rule = q.day("positiveRG").map(day -> day.isAfter(ProtectionRules.V02A.to())).orElse(false)
            ? ProtectionRules.V02B
            : ProtectionRules.V02A;
        return counted(rule, "positiveRG");
    }

    /// The French period of reflection.
    Optional<Due> reflection() {
        return counted(ProtectionRules.V04, "informedAndChosen");
    }

    private Optional<Due> counted(Rule rule, String event) {
        var from = q.day(event);
        if (from.isEmpty()) {
            q.missing(event);
            return Optional.empty();
        }
        return Optional.of(Due.of(rule, event, from.get(), q.count(rule, event, from.get(), "state")));
    }

    /// Whether removal may go on today: barred during recovery and reflection, whatever the Dublin clock says.
    void removal() {
        boolean appeal = (q.yes("appealSuspensive") || q.yes("appealAgainstTransferSuspensive"))
            && q.first("appealFinal", "suspensiveEffectEnded").flatMap(q::day).filter(q::past).isEmpty();
        if (appeal) {
            q.says(q.file().regime() == Regime.AMMR ? MigrationRules.M08B : DublinRules.D15,
                "A suspensive appeal is pending: no removal meanwhile.",
                "Un recours suspensif est pendant : pas d’éloignement pendant ce temps.");
            q.put("removalAllowed", false);
            return;
        }
        boolean british = q.file().regime() == Regime.NRM;
        boolean protectedNow = british
            ? q.known("positiveRG") || q.known("referralReceived")
            : q.known("informedAndChosen");
        if (!protectedNow) {
            q.missing(british ? "positiveRG" : "informedAndChosen");
            return;
        }
        if (british && q.day("positiveRG").isEmpty()) {
            var referred = q.day("referralReceived");
            boolean open = referred.isPresent() && !q.no("positiveRG");
            q.says(ProtectionRules.V05A,
                open ? "A referral is being decided: no removal meanwhile." : "There is no positive decision.",
                open
                    ? "Une orientation est en cours de décision : pas d’éloignement pendant ce temps."
                    : "Il n’y a pas de décision positive.");
            q.put("removalAllowed", !open);
            return;
        }
        var due = british ? recovery() : reflection();
        if (due.isEmpty()) {
            return;
        }
        if (q.asOf().isEmpty()) {
            q.missing("asOf");
            return;
        }
        if (british && undecided(due.get())) {
            return;
        }
        boolean over = q.past(due.get().last()) || q.asOf().get().isBefore(due.get().from());
        q.says(british ? ProtectionRules.V05A : ProtectionRules.V04, over
            ? "The period is over: this bar to removal has ended. Other bars are not looked at here."
            : "The period runs: no removal is carried out. This bar does not stop the Dublin clock (C-338/21).",
            over
                ? "Le délai est écoulé : cet obstacle à l’éloignement a pris fin. Les autres obstacles ne sont pas examinés ici."
                : "Le délai court : aucun éloignement n’est exécuté. Cet obstacle n’arrête pas l’horloge de Dublin (C-338/21).");
        q.put("removalAllowed", over);
    }

    /// After the least time of recovery: a person is not removed before the identification is finished (Convention Art 10(2)).
    private boolean undecided(Due recovery) {
        if (!q.past(recovery.last()) || q.day("conclusiveGrounds").isPresent()) {
            return false;
        }
        if (!q.known("conclusiveGrounds")) {
            q.missing("conclusiveGrounds");
            return false;
        }
        q.says(ProtectionRules.V03A,
            "The least time of recovery is over, but no conclusive grounds decision is there: no removal before it (Convention CETS 197 Art 10(2)).",
            "Le temps minimal de rétablissement est écoulé, mais la décision « motifs concluants » manque : pas d’éloignement avant elle (convention STCE n° 197, art. 10, § 2).");
        q.put("removalAllowed", false);
        return true;
    }

    /// A period of days or hours that a judge set.
    void commitment() {
        var from = q.fact("orderNotified").orElse(new Fact.Never());
        if (q.day("orderNotified").isEmpty()) {
            q.missing("orderNotified");
            return;
        }
        var hours = q.count("hours");
        var days = q.count("days");
        if (hours.isPresent() && from instanceof Fact.Moment moment) {
            var end = moment.at().plusHours(hours.get());
            q.says(ProtectionRules.U02, hours.get() + " hours from the notification of the order.",
                hours.get() + " heures à compter de la notification de l’ordonnance.");
            q.put("deadline", new Fact.Moment(end));
        } else if (hours.isPresent()) {
            q.missing("orderNotified.time");
            if (hours.get() % 24 == 0) {
                LocalDate last = q.day("orderNotified").get().plusDays(hours.get() / 24);
                q.says(ProtectionRules.U02, "The hour of the notification is not known: the day is given.",
                    "L’heure de la notification n’est pas connue : le jour est donné.");
                q.put("deadline", last);
            }
        } else if (days.isPresent() && days.get() > 0) {
            ordered().ifPresent(due -> q.put("deadline", due));
        } else {
            q.missing("days");
        }
    }

    /// The day on which the period of the order ends.
    Optional<Due> ordered() {
        var hours = q.count("hours").filter(_ -> q.first("orderNotified").isPresent());
        if (hours.isPresent()) {
            var start = q.fact("orderNotified").filter(Fact.Moment.class::isInstance).map(Fact.Moment.class::cast)
                .map(Fact.Moment::at).orElse(q.day("orderNotified").get().atStartOfDay());
            return Optional.of(Due.of(ProtectionRules.U02, "orderNotified", start.toLocalDate(),
                start.plusHours(hours.get()).toLocalDate()));
        }
        var days = q.count("days").filter(number -> number > 0);
        return q.day("orderNotified").flatMap(from -> days.map(number -> {
            var rule = ProtectionRules.U02.within(Period.days(number));
            return Due.of(rule, "orderNotified", from, q.count(rule, "orderNotified", from));
        }));
    }
}
