package org.entente.law;

import static org.entente.law.Criterion.applies;
import static org.entente.law.Criterion.excluded;
import static org.entente.law.Criterion.none;
import static org.entente.law.Criterion.unknown;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.entente.kernel.Text;

/// Article 12 of Regulation (EU) No 604/2013, and what Article 29 of Regulation (EU) 2024/1351 takes over of it: residence
/// documents and visas.
final class DocumentCriteria {

    private DocumentCriteria() {}

    static Criterion.Finding residenceDocument(Applicant who) {
        if (who.papers("residenceDocument").isEmpty() && who.facts().yes("validResidenceDocumentOfRequested")) {
            return applies(who.facts().word("requestedState"),
                "the requested state issued a residence document that is valid.",
                "l’État requis a délivré un titre de séjour en cours de validité.");
        }
        return valid(who, "residenceDocument", "a residence document is valid",
            "un titre de séjour est en cours de validité");
    }

    static Criterion.Finding visa(Applicant who) {
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

    static Criterion.Finding expired(Applicant who) {
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
}
