package org.entente.law;

import static org.entente.law.Criterion.applies;
import static org.entente.law.Criterion.excluded;
import static org.entente.law.Criterion.none;
import static org.entente.law.Criterion.unknown;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
            ChildCriteria::family),
        row("8(2)",
            "an unaccompanied child; an adult aunt, uncle or grandparent legally present there who can take care; in the best interests",
            "un mineur non accompagné ; une tante, un oncle ou un grand-parent adulte en situation régulière, capable de s’en occuper ; dans l’intérêt supérieur",
            ChildCriteria::relative),
        row("8(3)", "relatives in several states: the best interests of the child decide",
            "des proches dans plusieurs États : l’intérêt supérieur de l’enfant décide", ChildCriteria::severalStates),
        row("8(4)",
            "an unaccompanied child without such a person: where the child lodged and is present, if in the best interests (C-648/11)",
            "un mineur non accompagné sans un tel proche : là où il a introduit sa demande et se trouve, si tel est son intérêt (C-648/11)",
            ChildCriteria::aloneAsChild),
        row("16(1)",
            "dependency on a child, sibling or parent legally resident there, or theirs on the applicant; ties from before; able; wished in writing",
            "dépendance à l’égard d’un enfant, frère, sœur ou parent résidant légalement, ou l’inverse ; liens antérieurs ; capacité ; souhait écrit",
            FamilyCriteria::dependant),
        row("16(2)", "the same, and the applicant cannot travel for a significant time: the state of presence",
            "de même, et le demandeur ne peut voyager pendant une période significative : l’État de présence",
            FamilyCriteria::unfitToTravel),
        row("9", "a family member who is a beneficiary of protection there; wished in writing",
            "un membre de la famille bénéficiaire d’une protection ; souhait écrit", FamilyCriteria::beneficiary),
        row("10", "a family member who is an applicant there, no first decision yet; wished in writing",
            "un membre de la famille demandeur, sans première décision ; souhait écrit", FamilyCriteria::applicant),
        row("11(a)", "the files of a family close in time would be split: the state for the largest number",
            "les dossiers proches d’une famille seraient séparés : l’État compétent pour le plus grand nombre",
            FamilyCriteria::largestNumber),
        row("11(b)", "the same, and a tie: the state of the oldest", "de même, à égalité : l’État du plus âgé",
            FamilyCriteria::oldest),
        row("12(1)", "a valid residence document", "un titre de séjour en cours de validité",
            DocumentCriteria::residenceDocument),
        row("12(2)", "a valid visa; issued on behalf of another state, that state",
            "un visa en cours de validité ; délivré au nom d’un autre État, cet État",
            DocumentCriteria::visa),
        row("12(3)", "several documents: the longest right, then the latest expiry",
            "plusieurs documents : le droit le plus long, puis l’échéance la plus lointaine",
            DocumentCriteria::severalDocuments),
        row("12(4)",
            "documents expired under two years, or visas under six months, that enabled the entry, if the person has not left; longer: where the application was lodged",
            "titres périmés depuis moins de deux ans, ou visas depuis moins de six mois, ayant permis l’entrée, si la personne n’est pas partie ; au-delà : là où la demande est introduite",
            DocumentCriteria::expired),
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
