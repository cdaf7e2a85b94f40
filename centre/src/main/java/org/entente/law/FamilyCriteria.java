package org.entente.law;

import static org.entente.law.Criterion.applies;
import static org.entente.law.Criterion.excluded;
import static org.entente.law.Criterion.none;
import static org.entente.law.Criterion.unknown;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Articles 9 to 11 and 16 of Regulation (EU) No 604/2013, taken over by Articles 26 to 28 and 34 of Regulation (EU) 2024/1351:
/// families, and persons who depend on each other.
final class FamilyCriteria {

    private FamilyCriteria() {}

    static Criterion.Finding dependant(Applicant who) {
        var tie = tie(who);
        if (tie.isEmpty()) {
            return none("no dependency is in evidence.", "aucune dépendance n’est établie.");
        }
        if (who.facts().yes("unfitToTravel") || Inquiry.yes(tie.get(), "unfitToTravel")) {
            return excluded("the applicant cannot travel: see paragraph 2.",
                "le demandeur ne peut voyager : voir le paragraphe 2.");
        }
        return tied(who, tie.get(), Inquiry.word(tie.get(), "state"));
    }

    static Criterion.Finding unfitToTravel(Applicant who) {
        var tie = tie(who);
        return tie.isEmpty() || !who.facts().yes("unfitToTravel") && !Inquiry.yes(tie.get(), "unfitToTravel")
            ? none("no dependent person who cannot travel.", "pas de personne à charge qui ne puisse voyager.")
            : tied(who, tie.get(), who.latest());
    }

    /// The dependency in evidence: a group of its own, or a member of the family with the ground named.
    private static Optional<Fact.Group> tie(Applicant who) {
        var facts = who.facts();
        var own = facts.groups("dependant").stream().findFirst()
            .or(() -> facts.groups("dependency").stream().findFirst());
        boolean named = facts.word("dependency").isPresent()
            || facts.word("ground")
                .map(ground -> ground.startsWith("DEPEND") || ground.startsWith("16(1)") || ground.startsWith("34(1)"))
                .orElse(false);
        return own.or(() -> named ? facts.groups("family").stream().findFirst() : Optional.empty());
    }

    private static Criterion.Finding tied(Applicant who, Fact.Group tie, Optional<String> state) {
        var facts = who.facts();
        var open = new ArrayList<String>();
        for (var needs : List.of(List.of("legallyResident", "legallyPresent"),
            List.of("tiesExistedInOrigin", "tiesFromOrigin"),
            List.of("canTakeCare", "able"))) {
            if (needs.stream().anyMatch(need -> Inquiry.no(tie, need) || facts.no(need))) {
                return excluded("a condition is not met: " + Field.label(needs.getFirst()).english() + ".",
                    "une condition n’est pas remplie : " + Field.label(needs.getFirst()).french() + ".");
            }
            if (needs.stream().noneMatch(need -> Inquiry.yes(tie, need) || facts.yes(need))) {
                open.add(needs.getFirst());
            }
        }
        if (facts.no("writtenDesire") || facts.never("writtenDesire")) {
            return excluded("the persons have not wished it in writing.",
                "les intéressés ne l’ont pas souhaité par écrit.");
        }
        if (!facts.yes("writtenDesire") && !Inquiry.yes(tie, "writtenDesire")) {
            return unknown("writtenDesire");
        }
        if (open.contains("legallyResident")) {
            return unknown("legallyResident");
        }
        return Criterion
            .assuming(applies(state, "dependency, legal residence, earlier ties, ability to care and a written wish.",
                "dépendance, résidence légale, liens antérieurs, capacité de soin et souhait écrit."), open);
    }

    static Criterion.Finding beneficiary(Applicant who) {
        return wished(who, who.household(List.of("BENEFICIARY", "REFUGEE", "PROTECTION")),
            "a family member has protection there", "un membre de la famille y bénéficie d’une protection");
    }

    static Criterion.Finding applicant(Applicant who) {
        var pending = who.household(List.of("APPLICANT", "SEEKER", "PENDING"));
        var undecided = pending.stream().filter(one -> !Inquiry.yes(one, "substantiveDecision")).toList();
        if (undecided.isEmpty() && !pending.isEmpty()) {
            return excluded("a first decision on the substance has been taken there.",
                "une première décision au fond y a été prise.");
        }
        return wished(who, undecided, "a family member is an applicant there",
            "un membre de la famille y est demandeur");
    }

    static Criterion.Finding wished(Applicant who, List<Fact.Group> people, String english, String french) {
        if (people.isEmpty()) {
            return none("no such family member is in evidence.", "aucun tel membre de la famille n’est établi.");
        }
        if (who.facts().no("writtenDesire") || who.facts().never("writtenDesire")
            || people.stream().allMatch(one -> Inquiry.no(one, "writtenDesire"))) {
            return excluded("the persons have not wished it in writing.",
                "les intéressés ne l’ont pas souhaité par écrit.");
        }
        if (!who.facts().yes("writtenDesire") && people.stream().noneMatch(one -> Inquiry.yes(one, "writtenDesire"))) {
            return unknown("writtenDesire");
        }
        return applies(Inquiry.word(people.getFirst(), "state"), english + ", and they wish it in writing.",
            french + ", et ils le souhaitent par écrit.");
    }

    static Criterion.Finding largestNumber(Applicant who) {
        var best = numbers(who);
        if (best.isEmpty()) {
            return none("no family whose files go together.", "pas de famille dont les dossiers vont ensemble.");
        }
        if (best.size() > 1) {
            return excluded("no state has the larger number.", "aucun État n’a le plus grand nombre.");
        }
        return applies(Optional.of(best.getFirst()), "the criteria point there for the largest number of the family.",
            "les critères y désignent le plus grand nombre de la famille.");
    }

    static Criterion.Finding oldest(Applicant who) {
        if (numbers(who).isEmpty()) {
            return none("no family whose files go together.", "pas de famille dont les dossiers vont ensemble.");
        }
        var people = who.facts().groups("familyProcedure");
        var oldest = people.stream().filter(one -> Inquiry.day(one, "dob").isPresent())
            .min(Comparator.comparing((Fact.Group one) -> Inquiry.day(one, "dob").get()));
        return oldest.isEmpty()
            ? unknown("dob")
            : applies(Inquiry.word(oldest.get(), "indicates"), "the criteria point there for the oldest of the family.",
                "les critères y désignent le plus âgé de la famille.");
    }

    /// The states that the criteria indicate for the largest number of the family; empty where the family would not be split.
    private static List<String> numbers(Applicant who) {
        var states = who.facts().groups("familyProcedure").stream()
            .flatMap(one -> Inquiry.word(one, "indicates").stream()).toList();
        var different = states.stream().distinct().sorted().toList();
        if (different.size() < 2) {
            return List.of();
        }
        long most = different.stream().mapToLong(state -> states.stream().filter(state::equals).count()).max()
            .orElse(0);
        return different.stream().filter(state -> states.stream().filter(state::equals).count() == most).toList();
    }
}
