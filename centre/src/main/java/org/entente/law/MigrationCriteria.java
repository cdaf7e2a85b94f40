package org.entente.law;

import static org.entente.law.Criterion.applies;
import static org.entente.law.Criterion.excluded;
import static org.entente.law.Criterion.none;
import static org.entente.law.Criterion.unknown;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.entente.kernel.Text;

/// Articles 25 to 34 of Regulation (EU) 2024/1351, with Article 16(2), as a table: the first row that applies decides. For an
/// unaccompanied child only Article 25 counts.
final class MigrationCriteria {

    private static final int ENTRY_MONTHS = 20;
    private static final int RESCUE_MONTHS = 12;
    private static final int DIPLOMA_YEARS = 6;

    static final List<Criterion> TABLE = List.of(
        row("25(2)",
            "an unaccompanied child; a family member or sibling legally present there, unless shown not to be in the best interests",
            "un mineur non accompagné ; un membre de la famille, frère ou sœur en situation régulière, sauf preuve contraire à l’intérêt supérieur",
            MigrationCriteria::family),
        row("25(3)",
            "an unaccompanied child; a relative legally present there who can take care, unless shown not to be in the best interests",
            "un mineur non accompagné ; un proche en situation régulière capable de s’en occuper, sauf preuve contraire à l’intérêt supérieur",
            MigrationCriteria::relative),
        row("25(4)", "relatives in several states: the best interests of the child decide",
            "des proches dans plusieurs États : l’intérêt supérieur de l’enfant décide",
            ChildCriteria::severalStates),
        row("25(5)",
            "an unaccompanied child without such a person: where the application was first registered, if in the best interests",
            "un mineur non accompagné sans un tel proche : là où la demande a d’abord été enregistrée, si tel est son intérêt",
            MigrationCriteria::aloneAsChild),
        row("34(1)",
            "dependency on a child, sibling or parent legally resident there, or theirs on the applicant; ties from before; able; wished in writing",
            "dépendance à l’égard d’un enfant, frère, sœur ou parent résidant légalement, ou l’inverse ; liens antérieurs ; capacité ; souhait écrit",
            FamilyCriteria::dependant),
        row("34(2)", "the same, and the applicant cannot travel for a significant time: the state of presence",
            "de même, et le demandeur ne peut voyager pendant une période significative : l’État de présence",
            FamilyCriteria::unfitToTravel),
        row("26(1)",
            "a family member legally resident or a beneficiary of protection there, also one since naturalised; wished in writing",
            "un membre de la famille résidant légalement ou bénéficiaire d’une protection, même naturalisé depuis ; souhait écrit",
            who -> FamilyCriteria.wished(who,
                who.household(
                    List.of("BENEFICIARY", "REFUGEE", "PROTECTION", "RESIDENT", "RESIDENCE", "NATURALISED", "CITIZEN")),
                "a family member resides legally or has protection there",
                "un membre de la famille y réside légalement ou y est protégé")),
        row("27", "a family member who is an applicant there, no first decision yet; wished in writing",
            "un membre de la famille demandeur, sans première décision ; souhait écrit", MigrationCriteria::applicant),
        row("28(a)", "the files of a family close in time would be split: the state for the largest number",
            "les dossiers proches d’une famille seraient séparés : l’État compétent pour le plus grand nombre",
            FamilyCriteria::largestNumber),
        row("28(b)", "the same, and a tie: the state of the oldest", "de même, à égalité : l’État du plus âgé",
            FamilyCriteria::oldest),
        row("29(1)", "a valid residence document", "un titre de séjour en cours de validité",
            who -> DocumentCriteria.valid(who, "residenceDocument", "a residence document is valid",
                "un titre de séjour est en cours de validité")),
        row("29(2)", "a valid visa; issued on behalf of another state, that state",
            "un visa en cours de validité ; délivré au nom d’un autre État, cet État",
            who -> DocumentCriteria.valid(who, "visa", "a visa is valid", "un visa est en cours de validité")),
        row("29(3)", "several documents: the longest right, then the latest expiry",
            "plusieurs documents : le droit le plus long, puis l’échéance la plus lointaine",
            DocumentCriteria::severalDocuments),
        row("29(4)", "documents expired under three years, or visas under eighteen months, before the registration",
            "titres périmés depuis moins de trois ans, ou visas depuis moins de dix-huit mois, avant l’enregistrement",
            MigrationCriteria::expired),
        row("30(1)", "a diploma issued there less than six years before the registration",
            "un diplôme délivré moins de six ans avant l’enregistrement", MigrationCriteria::diploma),
        row("31(1)", "an entry without a visa where none is needed", "une entrée sans visa là où il n’est pas requis",
            DublinCriteria::visaFree),
        row("32", "an application in the transit area of an airport",
            "une demande en zone de transit international d’un aéroport",
            DublinCriteria::airport),
        row("33(1)", "irregular crossing, at most twenty months before the registration",
            "franchissement irrégulier, au plus vingt mois avant l’enregistrement",
            who -> entry(who, ENTRY_MONTHS, "twenty", "vingt", "eurodacCat2", "crossing")),
        row("33(2)", "disembarkation after a rescue at sea, at most twelve months before the registration",
            "débarquement après un sauvetage en mer, au plus douze mois avant l’enregistrement",
            who -> entry(who, RESCUE_MONTHS, "twelve", "douze", "sarDisembarkation")),
        row("16(2)-fallback", "no criterion applies: where the application was first registered",
            "aucun critère ne s’applique : là où la demande a d’abord été enregistrée",
            who -> applies(who.first(), "no criterion names a state: the first state of registration is responsible.",
                "aucun critère ne désigne un État : le premier État d’enregistrement est responsable.")));

    private MigrationCriteria() {}

    private static Criterion row(String code, String english, String french,
        java.util.function.Function<Applicant, Criterion.Finding> test) {
        return new Criterion(code, new Text(english, french), test);
    }

    private static Criterion.Finding family(Applicant who) {
        var alone = who.unaccompaniedChild();
        if (alone.isEmpty()) {
            return unknown("dateOfBirth");
        }
        if (!alone.get()) {
            return who.facts().yes("unaccompanied") || who.facts().yes("unaccompaniedMinor")
                ? excluded("the applicant was eighteen or more on that day.",
                    "le demandeur avait au moins dix-huit ans ce jour-là.")
                : none("the applicant is not an unaccompanied child.",
                    "le demandeur n’est pas un mineur non accompagné.");
        }
        return united(who, who.core(), "a member of the family or a sibling",
            "un membre de la famille, un frère ou une sœur");
    }

    private static Criterion.Finding relative(Applicant who) {
        if (who.unaccompaniedChild().filter(alone -> alone).isEmpty()) {
            return none("the applicant is not an unaccompanied child.",
                "le demandeur n’est pas un mineur non accompagné.");
        }
        if (who.relatives().isEmpty() && !who.others().isEmpty()) {
            return excluded("a cousin or a more distant relative is not among those whom the article names.",
                "un cousin ou un parent plus éloigné n’est pas de ceux que vise l’article.");
        }
        var able = who.relatives().stream().filter(one -> !Inquiry.no(one, "canTakeCare")).toList();
        if (able.isEmpty() && !who.relatives().isEmpty()) {
            return excluded("the relative cannot take care of the child.", "le proche ne peut s’occuper du mineur.");
        }
        if (!able.isEmpty() && able.stream().noneMatch(one -> Inquiry.yes(one, "canTakeCare"))) {
            return unknown("canTakeCare");
        }
        return united(who, able, "an aunt, uncle or grandparent", "une tante, un oncle ou un grand-parent");
    }

    /// Here the law presumes the best interests: they must be shown to be against it.
    private static Criterion.Finding united(Applicant who, List<Fact.Group> people, String english, String french) {
        if (people.isEmpty()) {
            return none("no such person is in evidence.", "aucune telle personne n’est établie.");
        }
        if (people.stream().allMatch(one -> Inquiry.no(one, "legallyPresent"))) {
            return excluded(english + " is there, but not legally present.",
                french + " s’y trouve, mais pas en situation régulière.");
        }
        var present = people.stream().filter(one -> Inquiry.yes(one, "legallyPresent"))
            .flatMap(one -> Inquiry.word(one, "state").stream()).distinct()
            .toList();
        if (present.isEmpty()) {
            return unknown(people.stream().anyMatch(one -> Inquiry.yes(one, "legallyPresent"))
                ? "state"
                : "legallyPresent");
        }
        if (present.size() > 1 || ChildCriteria.severalStatesHold(who)) {
            return excluded("there are such persons in several states: see Article 25(4).",
                "il y en a dans plusieurs États : voir l’article 25, § 4.");
        }
        if (who.facts().no("bestInterests")) {
            return excluded("it is shown not to be in the best interests of the child.",
                "il est démontré que ce n’est pas l’intérêt supérieur de l’enfant.");
        }
        return Criterion.assuming(
            applies(Optional.of(present.getFirst()),
                english + " is legally present there; nothing shows it to be against the best interests.",
                french
                    + " y est en situation régulière ; rien ne démontre que ce soit contraire à l’intérêt supérieur."),
            who.facts().yes("bestInterests") ? List.of() : List.of("bestInterests"));
    }

    private static Criterion.Finding aloneAsChild(Applicant who) {
        if (who.unaccompaniedChild().filter(alone -> alone).isEmpty()) {
            return none("the applicant is not an unaccompanied child.",
                "le demandeur n’est pas un mineur non accompagné.");
        }
        boolean against = who.core().isEmpty() && who.relatives().isEmpty() && who.facts().no("bestInterests");
        return against
            ? applies(who.latest(),
                "the first state of registration is not in the best interests: the state of presence (Art 37(1)).",
                "le premier État d’enregistrement n’est pas dans l’intérêt supérieur : l’État de présence (art. 37, § 1).")
            : applies(who.first(), "no such person decides: the first state of registration.",
                "aucun tel proche ne décide : le premier État d’enregistrement.");
    }

    private static Criterion.Finding applicant(Applicant who) {
        var pending = who.household(List.of("APPLICANT", "SEEKER", "PENDING"));
        var undecided = pending.stream().filter(one -> !Inquiry.yes(one, "substantiveDecision")).toList();
        return undecided.isEmpty() && !pending.isEmpty()
            ? excluded("a first decision on the substance has been taken there.",
                "une première décision au fond y a été prise.")
            : FamilyCriteria.wished(who, undecided, "a family member is an applicant there",
                "un membre de la famille y est demandeur");
    }

    private static Criterion.Finding expired(Applicant who) {
        var document = DocumentCriteria.latest(who, "residenceDocument");
        var visa = DocumentCriteria.latest(who, "visa");
        if (document.isEmpty() && visa.isEmpty()) {
            return none("no expired document or visa is in evidence.", "aucun titre ni visa périmé n’est établi.");
        }
        if (document.isPresent() && who.at().isBefore(document.get().to().plusYears(3))) {
            return applies(document.map(Applicant.Paper::state), "it expired less than three years before.",
                "il a expiré moins de trois ans avant.");
        }
        if (visa.isPresent() && who.at().isBefore(visa.get().to().plusMonths(18))) {
            return applies(visa.map(Applicant.Paper::state), "it expired less than eighteen months before.",
                "il a expiré moins de dix-huit mois avant.");
        }
        return excluded("it expired too long before.", "il a expiré depuis trop longtemps.");
    }

    private static Criterion.Finding diploma(Applicant who) {
        var diplomas = who.entries("diploma");
        if (diplomas.isEmpty()) {
            return none("no diploma is in evidence.", "aucun diplôme n’est établi.");
        }
        var recent = diplomas.stream().filter(one -> who.at().isBefore(one.day().plusYears(DIPLOMA_YEARS)))
            .max(Comparator.comparing(Applicant.Entry::day));
        return recent.isEmpty()
            ? excluded("it was issued six years before or earlier.", "il a été délivré six ans avant ou plus tôt.")
            : applies(recent.map(Applicant.Entry::state), "it was issued less than six years before.",
                "il a été délivré moins de six ans avant.");
    }

    private static Criterion.Finding entry(Applicant who, int months, String english, String french, String... fields) {
        var entry = who.last(fields);
        if (fields.length > 1 && who.halfKnown("eurodacHitCat2", fields)) {
            return unknown("crossing");
        }
        if (entry.isEmpty()) {
            return none("none is in evidence.", "aucun n’est établi.");
        }
        return who.at().isAfter(entry.get().day().plusMonths(months))
            ? excluded("it was more than " + english + " months before: that responsibility has ceased.",
                "il date de plus de " + french + " mois : cette responsabilité a cessé.")
            : applies(Optional.of(entry.get().state()), "it was at most " + english + " months before.",
                "il date d’au plus " + french + " mois.");
    }
}
