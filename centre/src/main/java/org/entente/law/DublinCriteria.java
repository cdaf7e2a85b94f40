package org.entente.law;

import static org.entente.law.Criterion.applies;
import static org.entente.law.Criterion.excluded;
import static org.entente.law.Criterion.none;
import static org.entente.law.Criterion.unknown;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.kernel.Text;

/// Chapter III of Regulation (EU) No 604/2013, with Articles 16 and 3(2), as a table: the first row that applies decides.
final class DublinCriteria {

    static final Rule ORDER = Rule.of("C00", Instrument.DUBLIN_III, "7", Certainty.TEXT,
        "The criteria apply in the order of the chapter, on the facts of the first lodging; evidence for Articles 8, 10 and 16 counts if it comes before acceptance and before a first decision on the substance.",
        "Les critères s’appliquent dans l’ordre du chapitre, selon les faits à la première introduction ; les éléments pour les articles 8, 10 et 16 comptent s’ils viennent avant l’acceptation et avant une première décision au fond.");

    private static final int CLOSE_MONTHS = 5;

    static final List<Criterion> TABLE = List.of(
        row("8(1)",
            "an unaccompanied child; a family member or sibling legally present there; in the best interests of the child",
            "un mineur non accompagné ; un membre de la famille ou un frère ou une sœur en situation régulière ; dans l’intérêt supérieur de l’enfant",
            DublinCriteria::family),
        row("8(2)",
            "an unaccompanied child; an adult aunt, uncle or grandparent legally present there who can take care; in the best interests",
            "un mineur non accompagné ; une tante, un oncle ou un grand-parent adulte en situation régulière, capable de s’en occuper ; dans l’intérêt supérieur",
            DublinCriteria::relative),
        row("8(3)", "relatives in several states: the best interests of the child decide",
            "des proches dans plusieurs États : l’intérêt supérieur de l’enfant décide", DublinCriteria::severalStates),
        row("8(4)",
            "an unaccompanied child without such a person: where the child lodged and is present, if in the best interests (C-648/11)",
            "un mineur non accompagné sans un tel proche : là où il a introduit sa demande et se trouve, si tel est son intérêt (C-648/11)",
            DublinCriteria::aloneAsChild),
        row("16(1)",
            "dependency on a child, sibling or parent legally resident there, or theirs on the applicant; ties from before; able; wished in writing",
            "dépendance à l’égard d’un enfant, frère, sœur ou parent résidant légalement, ou l’inverse ; liens antérieurs ; capacité ; souhait écrit",
            DublinCriteria::dependant),
        row("16(2)", "the same, and the applicant cannot travel for a significant time: the state of presence",
            "de même, et le demandeur ne peut voyager pendant une période significative : l’État de présence",
            DublinCriteria::unfitToTravel),
        row("9", "a family member who is a beneficiary of protection there; wished in writing",
            "un membre de la famille bénéficiaire d’une protection ; souhait écrit", DublinCriteria::beneficiary),
        row("10", "a family member who is an applicant there, no first decision yet; wished in writing",
            "un membre de la famille demandeur, sans première décision ; souhait écrit", DublinCriteria::applicant),
        row("11(a)", "the files of a family close in time would be split: the state for the largest number",
            "les dossiers proches d’une famille seraient séparés : l’État compétent pour le plus grand nombre",
            DublinCriteria::largestNumber),
        row("11(b)", "the same, and a tie: the state of the oldest", "de même, à égalité : l’État du plus âgé",
            DublinCriteria::oldest),
        row("12(1)", "a valid residence document", "un titre de séjour en cours de validité",
            DublinCriteria::residenceDocument),
        row("12(2)", "a valid visa; issued on behalf of another state, that state",
            "un visa en cours de validité ; délivré au nom d’un autre État, cet État",
            DublinCriteria::visa),
        row("12(3)", "several documents: the longest right, then the latest expiry",
            "plusieurs documents : le droit le plus long, puis l’échéance la plus lointaine",
            DublinCriteria::severalDocuments),
        row("12(4)",
            "documents expired under two years, or visas under six months, that enabled the entry, if the person has not left; longer: where the application was lodged",
            "titres périmés depuis moins de deux ans, ou visas depuis moins de six mois, ayant permis l’entrée, si la personne n’est pas partie ; au-delà : là où la demande est introduite",
            DublinCriteria::expired),
        row("13(1)", "irregular crossing from a third country proven, at most twelve months before lodging",
            "franchissement irrégulier depuis un pays tiers établi, au plus douze mois avant l’introduction",
            DublinCriteria::crossing),
        row("13(2)", "a continuous stay of at least five months before lodging; several: the most recent",
            "un séjour continu d’au moins cinq mois avant l’introduction ; plusieurs : le plus récent",
            DublinCriteria::stay),
        row("14(1)", "an entry without a visa where none is needed", "une entrée sans visa là où il n’est pas requis",
            DublinCriteria::visaFree),
        row("15", "an application in the transit area of an airport",
            "une demande en zone de transit international d’un aéroport",
            DublinCriteria::airport),
        row("3(2)", "no criterion applies: where the first application was lodged",
            "aucun critère ne s’applique : là où la première demande a été introduite",
            who -> applies(who.first(), "no criterion names a state: the first state of lodging is responsible.",
                "aucun critère ne désigne un État : le premier État de l’introduction est responsable.")));

    private DublinCriteria() {}

    private static Criterion row(String code, String english, String french,
        java.util.function.Function<Applicant, Criterion.Finding> test) {
        return new Criterion(code, new Text(english, french), test);
    }

    // ---- children ----

    private static Criterion.Finding family(Applicant who) {
        var child = notAChild(who);
        if (child.isPresent()) {
            return child.get();
        }
        var present = present(who.core());
        return withBestInterests(who, present, who.core(), "a member of the family or a sibling",
            "un membre de la famille, un frère ou une sœur");
    }

    private static Criterion.Finding relative(Applicant who) {
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
        if (states.size() > 1 || named(who)) {
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

    /// Whether the best interests of the child name one of several states: Article 8(3) reads family, siblings and relatives
    /// together.
    static boolean named(Applicant who) {
        var everywhere = everywhere(who);
        return everywhere.size() > 1 && who.facts().word("bestInterests").filter(everywhere::contains).isPresent();
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
        var core = states(who.core());
        var states = core.size() == 1 && !named(who) ? core : everywhere(who);
        if (states.size() < 2) {
            return none("there are not relatives in several states.", "il n’y a pas de proches dans plusieurs États.");
        }
        var chosen = who.facts().word("bestInterests").filter(states::contains);
        return chosen.isEmpty()
            ? unknown("bestInterests")
            : applies(chosen, "the best interests of the child point there.",
                "l’intérêt supérieur de l’enfant désigne cet État.");
    }

    private static Criterion.Finding aloneAsChild(Applicant who) {
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

    // ---- families ----

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

    private static Criterion.Finding beneficiary(Applicant who) {
        return wished(who, who.household(List.of("BENEFICIARY", "REFUGEE", "PROTECTION")),
            "a family member has protection there", "un membre de la famille y bénéficie d’une protection");
    }

    private static Criterion.Finding applicant(Applicant who) {
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

    // ---- documents ----

    private static Criterion.Finding residenceDocument(Applicant who) {
        if (who.papers("residenceDocument").isEmpty() && who.facts().yes("validResidenceDocumentOfRequested")) {
            return applies(who.facts().word("requestedState"),
                "the requested state issued a residence document that is valid.",
                "l’État requis a délivré un titre de séjour en cours de validité.");
        }
        return valid(who, "residenceDocument", "a residence document is valid",
            "un titre de séjour est en cours de validité");
    }

    private static Criterion.Finding visa(Applicant who) {
        return valid(who, "visa", "a visa is valid", "un visa est en cours de validité");
    }

    static Criterion.Finding valid(Applicant who, String field, String english, String french) {
        var valid = who.papers(field).stream().filter(paper -> paper.validOn(who.at())).toList();
        if (valid.isEmpty()) {
            return who.papers(field).isEmpty()
                ? none("none is in evidence.", "aucun n’est établi.")
                : none("none is valid on that day.", "aucun n’est valable ce jour-là.");
        }
        var states = valid.stream().map(Applicant.Paper::state).distinct().toList();
        return states.size() > 1
            ? excluded("there are several, of different states: see the next paragraph.",
                "il y en a plusieurs, d’États différents : voir le paragraphe suivant.")
            : applies(Optional.of(states.getFirst()), english + " on that day.", french + " ce jour-là.");
    }

    static Criterion.Finding severalDocuments(Applicant who) {
        var papers = who.papers("residenceDocument").stream().filter(paper -> paper.validOn(who.at())).toList();
        boolean residence = papers.size() > 1;
        if (!residence) {
            papers = who.papers("visa").stream().filter(paper -> paper.validOn(who.at())).toList();
        }
        if (papers.size() < 2) {
            return none("there are not several valid documents.", "il n’y a pas plusieurs documents valables.");
        }
        boolean sameKind = papers.stream().map(paper -> Inquiry.word(paper.facts(), "type").orElse("")).distinct()
            .count() == 1;
        var latest = Comparator.comparing(Applicant.Paper::to);
        var longest = Comparator.comparingLong(Applicant.Paper::length).thenComparing(latest);
        var best = papers.stream().max(residence || !sameKind ? longest : latest).get();
        return applies(Optional.of(best.state()),
            residence || !sameKind
                ? "the longest right, then the latest expiry."
                : "visas of one kind: the latest expiry.",
            residence || !sameKind
                ? "le droit le plus long, puis l’échéance la plus lointaine."
                : "visas de même nature : l’échéance la plus lointaine.");
    }

    private static Criterion.Finding expired(Applicant who) {
        var visa = latest(who, "visa");
        var document = latest(who, "residenceDocument");
        if (visa.isEmpty() && document.isEmpty()) {
            return none("no expired document or visa is in evidence.", "aucun titre ni visa périmé n’est établi.");
        }
        boolean stale = document.map(one -> one.to().plusYears(2).isBefore(who.at())).orElse(true);
        boolean byVisa = visa.isPresent() && stale;
        var paper = byVisa ? visa.get() : document.get();
        var bound = byVisa ? paper.to().plusMonths(6) : paper.to().plusYears(2);
        if (Inquiry.no(paper.facts(), "enabledEntry")) {
            return excluded("it did not enable the entry.", "il n’a pas permis l’entrée.");
        }
        if (!Inquiry.yes(paper.facts(), "enabledEntry")) {
            return unknown("enabledEntry");
        }
        if (!who.facts().known("leftTerritory")) {
            return unknown("leftTerritory");
        }
        if (!who.facts().never("leftTerritory")) {
            return excluded("the person has left the territories since.",
                "la personne a quitté les territoires depuis.");
        }
        var lodging = who.determining();
        if (who.at().equals(bound)) {
            return lodging.<Criterion.Finding>map(state -> new Criterion.Finding.Applies(List.of(paper.state(), state),
                new Text("it expired exactly at the boundary between the two subparagraphs: a person decides.",
                    "il a expiré exactement à la limite entre les deux alinéas : une personne décide."),
                List.of()))
                .orElse(unknown("determiningState"));
        }
        return who.at().isBefore(bound)
            ? applies(Optional.of(paper.state()),
                "it enabled the entry, expired recently enough, and the person has not left.",
                "il a permis l’entrée, a expiré assez récemment, et la personne n’est pas partie.")
            : applies(lodging,
                "it expired too long ago, enabled the entry, and the person has not left: the state of lodging is responsible.",
                "il a expiré depuis trop longtemps, a permis l’entrée, et la personne n’est pas partie : l’État de l’introduction est responsable.");
    }

    static Optional<Applicant.Paper> latest(Applicant who, String field) {
        return who.papers(field).stream().filter(paper -> paper.to().isBefore(who.at()))
            .max(Comparator.comparing(Applicant.Paper::to));
    }

    // ---- entry and stay ----

    private static Criterion.Finding crossing(Applicant who) {
        var entry = who.last("eurodacCat2", "crossing", "sarDisembarkation");
        if (who.halfKnown("eurodacHitCat2", "eurodacCat2", "crossing", "sarDisembarkation")) {
            return unknown("crossing");
        }
        if (entry.isEmpty()) {
            return none("no irregular crossing is in evidence.", "aucun franchissement irrégulier n’est établi.");
        }
        return who.at().isAfter(entry.get().day().plusMonths(12))
            ? excluded("the crossing was more than twelve months before lodging: that responsibility has ceased.",
                "le franchissement date de plus de douze mois avant l’introduction : cette responsabilité a cessé.")
            : applies(Optional.of(entry.get().state()), "the crossing was at most twelve months before lodging.",
                "le franchissement date d’au plus douze mois avant l’introduction.");
    }

    private static Criterion.Finding stay(Applicant who) {
        var stays = who.facts().groups("continuousResidence");
        if (stays.isEmpty()) {
            return none("no continuous stay is in evidence.", "aucun séjour continu n’est établi.");
        }
        var long5 = stays.stream().filter(one -> Inquiry.day(one, "from").isPresent())
            .filter(one -> !end(one, who.at()).isBefore(Inquiry.day(one, "from").get().plusMonths(CLOSE_MONTHS)))
            .max(Comparator.comparing((Fact.Group one) -> end(one, who.at())));
        return long5.isEmpty()
            ? excluded("no stay lasted five months.", "aucun séjour n’a duré cinq mois.")
            : applies(Inquiry.word(long5.get(), "state"),
                "the most recent stay of at least five months before lodging.",
                "le séjour le plus récent d’au moins cinq mois avant l’introduction.");
    }

    private static LocalDate end(Fact.Group stay, LocalDate lodged) {
        return Inquiry.day(stay, "to").filter(to -> to.isBefore(lodged)).orElse(lodged);
    }

    static Criterion.Finding visaFree(Applicant who) {
        var entry = who.facts().groups("visaFreeEntry");
        if (entry.isEmpty()) {
            return none("no visa-free entry is in evidence.", "aucune entrée sans visa n’est établie.");
        }
        return Inquiry.yes(entry.getFirst(), "lodgedWhereVisaFree")
            ? applies(who.determining(),
                "the application was lodged in another state that needs no visa: that one (paragraph 2).",
                "la demande a été introduite dans un autre État dispensant de visa : celui-ci (paragraphe 2).")
            : applies(Inquiry.word(entry.getFirst(), "state"), "the entry was without a visa where none is needed.",
                "l’entrée a eu lieu sans visa là où il n’est pas requis.");
    }

    static Criterion.Finding airport(Applicant who) {
        var area = who.facts().groups("airportTransit");
        return area.isEmpty()
            ? none("not made in a transit area.", "pas présentée en zone de transit.")
            : applies(Inquiry.word(area.getFirst(), "state"),
                "the application was made in the transit area of an airport there.",
                "la demande a été présentée dans la zone de transit d’un aéroport de cet État.");
    }
}
