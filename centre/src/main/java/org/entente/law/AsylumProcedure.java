package org.entente.law;

import java.time.LocalDate;
import java.util.Optional;

/// Registration, lodging and examination of an application (Directive 2013/32 Arts 6 and 31; Regulation 2024/1348 Arts 27, 28
/// and 35).
final class AsylumProcedure {

    private static final LocalDate LATER_BOUND = LocalDate.of(2018, 7, 20);

    private final Inquiry q;

    AsylumProcedure(Inquiry q) {
        this.q = q;
    }

    /// The last day for the registration, or for the lodging that follows it.
    Optional<Due> registration() {
        boolean directive = q.file().regime() == Regime.APD2013;
        if (!directive && q.day("registered").or(() -> q.day("presented")).isPresent() && q.day("made").isEmpty()) {
            return lodging();
        }
        var made = q.first("made", "applicationMade");
        if (made.isEmpty()) {
            q.missing("made");
            return Optional.empty();
        }
        var other = q.word("authority").map(name -> !name.equals("REGISTERING") && !name.equals("COMPETENT"));
        boolean mass = q.yes("massArrival");
        if (directive && other.isEmpty() && !mass) {
            q.missing("authority");
            return Optional.empty();
        }
        if (directive) {
            return due(mass ? ProcedureRules.P02 : other.orElse(false) ? ProcedureRules.P01B : ProcedureRules.P01A,
                made.get());
        }
        if (other.orElse(false) && !mass) {
            var passed = due(ProcedureRules.P05C, made.get());
            passed.ifPresent(found -> q.put("transmissionDeadline", found.last()));
        }
        return unsure(due(mass ? ProcedureRules.P05B : ProcedureRules.P05A, made.get()));
    }

    private Optional<Due> lodging() {
        var event = q.first("presented", "registered").get();
        return unsure(due(q.yes("massArrival") ? ProcedureRules.P05E : ProcedureRules.P05D, event));
    }

    /// The last day for the examination.
    Optional<Due> examination() {
        var start = start();
        if (start.isEmpty()) {
            return Optional.empty();
        }
        boolean accelerated = q.word("procedure").filter("ACCELERATED"::equals).isPresent();
        boolean inadmissible = q.word("procedure").map(name -> name.startsWith("INADMISSIB")).orElse(false);
        if (q.file().regime() == Regime.APD2013) {
            if (accelerated) {
                q.says(ProcedureRules.P04B, ProcedureRules.P04B.wording());
            }
            if (accelerated && q.word("state").filter(state -> !state.startsWith("FR")).isPresent()) {
                return Optional.empty();
            }
            notYetDue(start.get());
            return due(accelerated ? ProcedureRules.P04B : ProcedureRules.P03A, start.get());
        }
        if (inadmissible) {
            boolean sooner = q.word("ground").filter(name -> name.contains("38(1)(e)")).isPresent();
            return unsure(due(sooner ? ProcedureRules.P06B : ProcedureRules.P06A, start.get()));
        }
        return unsure(due(accelerated ? ProcedureRules.P06C : ProcedureRules.P06D, start.get()));
    }

    /// Article 31(3) to (5) of the directive came three years after the rest of it.
    private void notYetDue(String start) {
        if (q.day("lodged").or(() -> q.day(start)).filter(day -> day.isAfter(LATER_BOUND)).isEmpty()) {
            q.says(ProcedureRules.P03A,
                "Article 31(3) to (5) binds for applications lodged after 20 July 2018, or earlier where national law says so (Arts 51(2) and 52).",
                "L’article 31, § 3 à 5, s’impose pour les demandes introduites après le 20 juillet 2018, ou plus tôt si le droit national le prévoit (art. 51, § 2, et 52).");
        }
    }

    /// The longest that the examination may take with its extensions.
    Optional<Due> extendedExamination() {
        var start = start();
        if (start.isEmpty()) {
            return Optional.empty();
        }
        return q.file().regime() == Regime.APD2013
            ? due(ProcedureRules.P03B, start.get())
            : unsure(due(ProcedureRules.P06E, start.get()));
    }

    /// The end that nothing moves: twenty-one months from the lodging.
    Optional<Due> outerLimit() {
        if (q.day("lodged").isEmpty()) {
            q.missing("lodged");
            return Optional.empty();
        }
        return due(q.file().regime() == Regime.APD2013 ? ProcedureRules.P04A : ProcedureRules.P06F, "lodged");
    }

    private Optional<String> start() {
        if (q.day("dublinArrivalTakenCharge").isPresent()) {
            q.says(q.file().regime() == Regime.APD2013 ? ProcedureRules.P03A : ProcedureRules.P06D,
                "A Dublin case: the period starts when the person has been taken charge of on the territory.",
                "Un cas Dublin : le délai commence quand la personne a été prise en charge sur le territoire.");
            return Optional.of("dublinArrivalTakenCharge");
        }
        if (q.known("dublinArrivalTakenCharge")) {
            q.missing("dublinArrivalTakenCharge");
            return Optional.empty();
        }
        if (q.day("lodged").isEmpty()) {
            q.missing("lodged");
            return Optional.empty();
        }
        return Optional.of("lodged");
    }

    private Optional<Due> due(Rule rule, String event) {
        var day = q.day(event).get();
        return Optional
            .of(Due.of(rule, event, day, q.count(rule, event, day, "state", "responsibleState", "determiningState")));
    }

    /// The regulation's own rule of counting was not read: both readings are shown where they differ.
    private Optional<Due> unsure(Optional<Due> due) {
        return due.map(found -> {
            if (found.rule().counting() != Counting.ARTICLE_75) {
                return found;
            }
            LocalDate plain = found.rule().limit().orElseThrow().after(found.from());
            if (plain.equals(found.last())) {
                return found;
            }
            q.notes(
                "How Regulation 2024/1348 counts was not read: the last day is given as it falls, and moved as Article 75 of Regulation 2024/1351 does.",
                "La règle de computation du règlement 2024/1348 n’a pas été lue : le dernier jour est indiqué tel qu’il tombe, et reporté comme le fait l’article 75 du règlement 2024/1351.");
            return found.or(plain);
        });
    }
}
