package org.entente.law;

import static org.entente.law.Criterion.applies;
import static org.entente.law.Criterion.excluded;
import static org.entente.law.Criterion.none;
import static org.entente.law.Criterion.unknown;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Article 8 of Regulation (EU) No 604/2013, and what Article 25 of Regulation (EU) 2024/1351 takes over of it: unaccompanied
/// children.
final class ChildCriteria {

    private ChildCriteria() {}

    static Criterion.Finding family(Applicant who) {
        var child = notAChild(who);
        if (child.isPresent()) {
            return child.get();
        }
        var present = present(who.core());
        return withBestInterests(who, present, who.core(), "a member of the family or a sibling",
            "un membre de la famille, un frère ou une sœur");
    }

    static Criterion.Finding relative(Applicant who) {
        if (who.unaccompaniedChild().filter(alone -> alone).isEmpty()) {
            return none("the applicant is not an unaccompanied child.",
                "le demandeur n’est pas un mineur non accompagné.");
        }
        var able = who.relatives().stream().filter(one -> !Inquiry.no(one, "canTakeCare")).toList();
        if (who.relatives().isEmpty() && !who.others().isEmpty()) {
            return excluded("a cousin or a more distant relative is not among those whom the article names.",
                "un cousin ou un parent plus éloigné n’est pas de ceux que vise l’article.");
        }
        if (able.isEmpty() && !who.relatives().isEmpty()) {
            return excluded("the relative cannot take care of the child.", "le proche ne peut s’occuper du mineur.");
        }
        var present = present(able);
        if (!present.isEmpty() && present.stream().noneMatch(one -> Inquiry.yes(one, "canTakeCare"))) {
            return unknown("canTakeCare");
        }
        return withBestInterests(who, present, able, "an aunt, uncle or grandparent",
            "une tante, un oncle ou un grand-parent");
    }

    private static Optional<Criterion.Finding> notAChild(Applicant who) {
        var alone = who.unaccompaniedChild();
        if (alone.isEmpty()) {
            return Optional.of(unknown("dateOfBirth"));
        }
        if (alone.get()) {
            return Optional.empty();
        }
        return Optional.of(who.facts().yes("unaccompanied") || who.facts().yes("unaccompaniedMinor")
            ? excluded("the applicant was eighteen or more on the day of the first application.",
                "le demandeur avait au moins dix-huit ans le jour de la première demande.")
            : none("the applicant is not an unaccompanied child.", "le demandeur n’est pas un mineur non accompagné."));
    }

    private static List<Fact.Group> present(List<Fact.Group> people) {
        return people.stream()
            .filter(one -> !Inquiry.no(one, "legallyPresent") && !Inquiry.never(one, "legallyPresent")).toList();
    }

    private static Criterion.Finding withBestInterests(Applicant who, List<Fact.Group> present, List<Fact.Group> all,
        String english, String french) {
        if (all.isEmpty()) {
            return none("no such person is in evidence.", "aucune telle personne n’est établie.");
        }
        if (present.isEmpty()) {
            return excluded(english + " is there, but not legally present.",
                french + " s’y trouve, mais pas en situation régulière.");
        }
        if (present.stream().noneMatch(one -> Inquiry.yes(one, "legallyPresent"))) {
            return unknown("legallyPresent");
        }
        var states = states(present);
        if (states.isEmpty()) {
            return unknown("state");
        }
        if (severalStatesHold(who)) {
            return excluded("there are such persons in several states: see Article 8(3).",
                "il y en a dans plusieurs États : voir l’article 8, § 3.");
        }
        if (who.facts().no("bestInterests")) {
            return excluded("being united is not in the best interests of the child.",
                "la réunion n’est pas dans l’intérêt supérieur de l’enfant.");
        }
        if (!who.facts().yes("bestInterests") && who.facts().word("bestInterests").filter(states::contains).isEmpty()) {
            return unknown("bestInterests");
        }
        return applies(Optional.of(states.getFirst()),
            english + " is legally present there, and it is in the best interests of the child.",
            french + " y est en situation régulière, et c’est l’intérêt supérieur de l’enfant.");
    }

    /// Whether family, siblings and relatives, whom Article 8(3) reads together, are in several states.
    static boolean severalStatesHold(Applicant who) {
        return everywhere(who).size() > 1;
    }

    private static List<String> everywhere(Applicant who) {
        var able = who.relatives().stream().filter(one -> !Inquiry.no(one, "canTakeCare"));
        return states(Stream.concat(who.core().stream(), able).toList());
    }

    private static List<String> states(List<Fact.Group> people) {
        return people.stream().filter(one -> Inquiry.yes(one, "legallyPresent"))
            .flatMap(one -> Inquiry.word(one, "state").stream()).distinct()
            .toList();
    }

    static Criterion.Finding severalStates(Applicant who) {
        if (who.unaccompaniedChild().filter(alone -> alone).isEmpty()) {
            return none("the applicant is not an unaccompanied child.",
                "le demandeur n’est pas un mineur non accompagné.");
        }
        var states = everywhere(who);
        if (states.size() < 2) {
            return none("there are not relatives in several states.", "il n’y a pas de proches dans plusieurs États.");
        }
        if (who.facts().no("bestInterests")) {
            return excluded("being united is not in the best interests of the child.",
                "la réunion n’est pas dans l’intérêt supérieur de l’enfant.");
        }
        var chosen = who.facts().word("bestInterests").filter(states::contains);
        return chosen.isEmpty()
            ? new Criterion.Finding.Unknown("bestInterests", true)
            : applies(chosen, "the best interests of the child point there.",
                "l’intérêt supérieur de l’enfant désigne cet État.");
    }

    static Criterion.Finding aloneAsChild(Applicant who) {
        if (who.unaccompaniedChild().filter(alone -> alone).isEmpty()) {
            return none("the applicant is not an unaccompanied child.",
                "le demandeur n’est pas un mineur non accompagné.");
        }
        if (who.core().isEmpty() && who.relatives().isEmpty() && who.facts().never("bestInterests")
            && !who.facts().no("bestInterests")) {
            return unknown("bestInterests");
        }
        return applies(who.latest(),
            "no such person decides: the child stays where the child lodged last and is present, and is not moved without need.",
            "aucun tel proche ne décide : le mineur reste là où il a introduit sa dernière demande et se trouve, et n’est pas déplacé sans nécessité.");
    }
}
