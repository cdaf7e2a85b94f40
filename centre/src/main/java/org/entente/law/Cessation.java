package org.entente.law;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// When the duties of the responsible state end: an absence, a residence document, a removal (604/2013 Arts 19 and 20(5);
/// 2024/1351 Art 37).
final class Cessation {

    private final Inquiry q;
    private final Rule absence;

    Cessation(Inquiry q, Rule absence) {
        this.q = q;
        this.absence = absence;
    }

    void outcome() {
        ceased();
        if (q.answered("outcome", "RESPONSIBILITY_CONTINUES")) {
            q.word("responsibleState").or(() -> q.word("requestedState"))
                .ifPresent(state -> q.put("responsible", state));
        }
    }

    private void ceased() {
        var other = q.word("residenceDocumentIssuedBy");
        if (q.day("residenceDocumentIssued").isPresent() || other.isPresent()) {
            q.says(moved(), moved().wording());
            q.put("outcome", "RESPONSIBILITY_TRANSFERRED");
            other.ifPresent(state -> q.put("responsible", state));
            return;
        }
        if (q.day("removalCarriedOut").isPresent()) {
            q.says(moved(), moved().wording());
            q.put("outcome", "NEW_APPLICATION_NEW_DETERMINATION");
            return;
        }
        if (q.yes("validResidenceDocumentOfRequested")) {
            q.says(absence,
                "The person holds a valid residence document of the responsible state: the duties go on whatever the absence.",
                "La personne détient un titre de séjour en cours de validité de l’État responsable : les obligations continuent quelle que soit l’absence.");
            threshold();
            q.put("outcome", "RESPONSIBILITY_CONTINUES");
            return;
        }
        var rejected = borderRejection();
        if (rejected.isPresent()) {
            afterBorderProcedure(rejected.get());
            return;
        }
        if (q.never("leftTerritory")) {
            q.says(absence, "The person has not left the territories: the duties go on.",
                "La personne n’a pas quitté les territoires : les obligations continuent.");
            q.put("outcome", "RESPONSIBILITY_CONTINUES");
            return;
        }
        weigh();
    }

    private Rule moved() {
        return q.file().regime() == Regime.AMMR ? MigrationRules.M15C : DublinRules.D27;
    }

    /// Article 37(2) of Regulation 2024/1351: the day on which a rejection in the border procedure became final.
    private Optional<String> borderRejection() {
        if (q.file().regime() != Regime.AMMR) {
            return Optional.empty();
        }
        boolean border = q.word("procedure").map(name -> name.contains("BORDER")).orElse(false);
        return q.first("borderRejectionFinal")
            .or(() -> border ? q.first("appealFinal", "firstDecisionSubstance") : Optional.empty());
    }

    private void afterBorderProcedure(String event) {
        var last = q.count(MigrationRules.M15A, event, q.day(event).get());
        var anew = q.first("newApplication", "registered", "lodged", "asOf").flatMap(q::day);
        if (anew.isEmpty()) {
            q.missing("newApplication");
            return;
        }
        q.put("outcome", anew.get().isAfter(last) ? "NEW_APPLICATION_NEW_DETERMINATION" : "RESPONSIBILITY_CONTINUES");
    }

    private void weigh() {
        var threshold = threshold();
        if (threshold.isEmpty()) {
            q.missing("leftTerritory");
            return;
        }
        if (unproved(stay().get())) {
            q.says(absence, "There is no evidence of the absence: the duties go on.",
                "L’absence n’est pas établie : les obligations continuent.");
            q.put("outcome", "RESPONSIBILITY_CONTINUES");
            return;
        }
        var back = back(stay().get());
        if (back.isEmpty() && q.asOf().isEmpty()) {
            q.missing("reEntered");
            return;
        }
        boolean longEnough = !back.orElseGet(() -> q.asOf().get()).isBefore(threshold.get());
        q.says(absence, longEnough
            ? "The absence is long enough: the duties have ceased, and a later application is a new one."
            : "The absence is too short: the duties go on.",
            longEnough
                ? "L’absence est assez longue : les obligations ont cessé, et une demande ultérieure est nouvelle."
                : "L’absence est trop courte : les obligations continuent.");
        q.put("outcome", longEnough ? "NEW_APPLICATION_NEW_DETERMINATION" : "RESPONSIBILITY_CONTINUES");
        if (longEnough && !q.known("validResidenceDocumentOfRequested")) {
            q.missing("validResidenceDocumentOfRequested");
        }
    }

    private Optional<LocalDate> threshold() {
        var left = left();
        left.ifPresent(day -> q.put("absenceThreshold", q.count(absence, "leftTerritory", day)));
        return left.map(day -> absence.limit().orElseThrow().after(day));
    }

    private Optional<LocalDate> left() {
        return stay().flatMap(stay -> Inquiry.day(stay, "from"));
    }

    /// The absence that is weighed: of several, the longest.
    private Optional<Fact.Group> stay() {
        var alone = q.fact("leftTerritory").filter(_ -> q.day("leftTerritory").isPresent())
            .map(day -> new Fact.Group(Map.of("from", day)));
        return alone.or(() -> q.groups("leftTerritory").stream().filter(one -> Inquiry.day(one, "from").isPresent())
            .max(Comparator.comparing(one -> ChronoUnit.DAYS.between(Inquiry.day(one, "from").get(),
                back(one).or(q::asOf).orElse(LocalDate.MAX)))));
    }

    /// The first sign of the person after leaving.
    private Optional<LocalDate> back(Fact.Group stay) {
        var left = Inquiry.day(stay, "from").get();
        return Inquiry.day(stay, "to")
            .or(() -> Stream.of("reEntered", "newApplication", "lodged").flatMap(field -> q.day(field).stream())
                .filter(day -> !day.isBefore(left)).findFirst());
    }

    private static boolean unproved(Fact.Group stay) {
        return Inquiry.never(stay, "evidence")
            || Inquiry.word(stay, "evidence").filter(word -> word.equals("NONE") || word.equals("NO")).isPresent();
    }
}
