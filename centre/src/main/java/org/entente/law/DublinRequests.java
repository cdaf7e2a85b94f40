package org.entente.law;

import static org.entente.law.Procedure.TB23;
import static org.entente.law.Procedure.TB24;
import static org.entente.law.Procedure.TC;
import static org.entente.law.Procedure.TC17;

import java.time.LocalDate;
import java.util.Optional;

/// Articles 20 to 25, 28 and 34 of Regulation (EU) No 604/2013: by when a request goes out, by when the reply comes, and what
/// silence means.
final class DublinRequests implements Requests {

    private static final Rules RULES = new Rules(DublinRules.D29, "17(2)", ImplementingRules.I01A,
        ImplementingRules.I01B,
        "REEXAM_ENDED_REQUESTING_STATE_RESPONSIBLE_UNLESS_NEW_REQUEST_IN_TIME", DublinRules.D21, DublinRules.D22,
        DublinRules.D23,
        false, new String[0]);

    private final Inquiry q;

    DublinRequests(Inquiry q) {
        this.q = q;
    }

    /// Which of the requests a file is about; for other procedures, the one that its facts speak of.
    @Override
    public Procedure kind() {
        var procedure = q.file().procedure();
        if (procedure == TC || procedure == TC17 || procedure == TB23 || procedure == TB24) {
            return procedure;
        }
        if (q.first("aware", "eurodacHitArt17").isPresent()) {
            return TB24;
        }
        return q.first("eurodacHitCat1").isPresent() || q.word("basis").isPresent() ? TB23 : TC;
    }

    /// Article 20(2): the day on which the application was lodged, by the name of its field.
    @Override
    public Optional<String> lodging() {
        var field = q.first("infoReachedCompetentAuthority", "lodged", "formalLodging");
        if (field.isPresent() && !field.get().equals("lodged")) {
            q.says(DublinRules.D01,
                "The application counts as lodged on " + Words.date(q.day(field.get()).get()).english() + ": "
                    + Field.label(field.get()).english()
                    + ". A later formal act, or an earlier informal wish, does not change that.",
                "La demande est réputée introduite le " + Words.date(q.day(field.get()).get()).french() + " : "
                    + Field.label(field.get()).french()
                    + ". Un acte formel ultérieur, ou un souhait informel antérieur, n’y change rien.");
        }
        if (field.isEmpty()) {
            q.missing(q.known("informalRequest") || q.known("made") || q.known("applicationMade")
                ? "infoReachedCompetentAuthority"
                : "lodged");
        }
        return field;
    }

    /// The last day for the request.
    @Override
    public Optional<Due> request() {
        return switch (kind()) {
            case TC -> takeCharge();
            case TB23 -> takeBackWithApplication();
            case TB24 -> takeBackWithoutApplication();
            case TC17 -> {
                q.says(DublinRules.D29,
                    "This request has no period: it is open until a first decision on the substance is taken.",
                    "Cette requête n’a pas de délai : elle est ouverte jusqu’à une première décision au fond.");
                yield Optional.empty();
            }
            case TBN, REEXAM, INFO, TRANSFER, DETENTION, CRITERIA, CESSATION, APPLICABILITY, SAFEGUARD, REGISTRATION,
                EXAMINATION,
                VOLUNTARY_DEPARTURE, REASONABLE_GROUNDS, RECOVERY, REFLECTION, COMMITMENT ->
                Optional.empty();
        };
    }

    private Optional<Due> takeCharge() {
        var lodging = lodging();
        if (lodging.isEmpty()) {
            return Optional.empty();
        }
        var lodged = q.day(lodging.get()).get();
        var due = Due.of(DublinRules.D02, lodging.get(), lodged, q.count(DublinRules.D02, lodging.get(), lodged));
        var hit = q.first("eurodacHitCat2", "eurodacHit");
        if (hit.isPresent()) {
            var found = q.day(hit.get()).get();
            var byHit = q.count(DublinRules.D03, hit.get(), found);
            if (byHit.isBefore(due.last())) {
                q.says(DublinRules.D03, "The hit gives the earlier day: it governs.",
                    "Le résultat positif donne la date la plus proche : elle l’emporte.");
                due = hit.get().equals("eurodacHit")
                    ? ofUnknownCategory(due, found, byHit)
                    : Due.of(DublinRules.D03, hit.get(), found, byHit);
            } else {
                q.says(DublinRules.D03, "A hit cannot prolong the three months from lodging: they govern.",
                    "Un résultat positif ne peut prolonger les trois mois depuis l’introduction : ils l’emportent.");
            }
        }
        for (var other : new String[]{"eurodacHitCat1", "eurodacHitArt17", "visHit"}) {
            if (q.day(other).isPresent()) {
                q.says(DublinRules.D03,
                    "Not shortened by " + Field.label(other).english() + ": only a hit for irregular entry does that.",
                    "Non abrégé par " + Field.label(other).french()
                        + " : seul un résultat pour entrée irrégulière a cet effet.");
            }
        }
        return Optional.of(due);
    }

    /// Only a hit for irregular entry shortens the period: where its category is not known both days are shown.
    private Due ofUnknownCategory(Due plain, LocalDate found, LocalDate byHit) {
        q.missing("eurodacHitCat2");
        return Due.of(DublinRules.D03, "eurodacHit", found, byHit).or(plain.last());
    }

    private Optional<Due> takeBackWithApplication() {
        var hit = q.first("eurodacHitCat1", "eurodacHit");
        if (restsOnEurodac()) {
            if (hit.isEmpty()) {
                q.missing("eurodacHitCat1");
                return Optional.empty();
            }
            var found = q.day(hit.get()).get();
            var due = Due.of(DublinRules.D08, hit.get(), found, q.count(DublinRules.D08, hit.get(), found));
            var lodged = q.day("lodged");
            if (lodged.isPresent() && lodged.get().plusMonths(3).isBefore(due.last())) {
                q.says(DublinRules.D08,
                    "Whether the three months from lodging also bound a late hit here, as C-670/16 held for Article 21(1), is not decided: both days are shown.",
                    "Il n’est pas tranché si les trois mois depuis l’introduction bornent aussi un résultat tardif ici, comme C-670/16 l’a jugé pour l’article 21, § 1 : les deux dates sont indiquées.");
                due = due.or(lodged.get().plusMonths(3));
            }
            return Optional.of(due);
        }
        var lodging = q.first("newApplication", "infoReachedCompetentAuthority", "lodged", "formalLodging");
        if (lodging.isEmpty()) {
            q.missing("lodged");
            return Optional.empty();
        }
        var lodged = q.day(lodging.get()).get();
        return Optional
            .of(Due.of(DublinRules.D09, lodging.get(), lodged, q.count(DublinRules.D09, lodging.get(), lodged)));
    }

    private Optional<Due> takeBackWithoutApplication() {
        var hit = q.first("eurodacHitArt17", "eurodacHit", "eurodacHitCat1");
        var back = q.day("reEntered");
        if (hit.isPresent() && !q.never("eurodacSearched") && !namesOtherEvidence()
            && (back.isEmpty() || !q.day(hit.get()).get().isBefore(back.get()))) {
            var found = q.day(hit.get()).get();
            return Optional.of(Due.of(DublinRules.D10, hit.get(), found, q.count(DublinRules.D10, hit.get(), found)));
        }
        var aware = q.day("aware");
        if (aware.isEmpty()) {
            q.missing("aware");
            return Optional.empty();
        }
        if (back.isPresent() || q.day("transferred").isPresent()) {
            q.says(DublinRules.D11,
                "After a transfer and an unlawful return a new request is needed; its period runs from the knowledge of the presence (C-360/16).",
                "Après un transfert et un retour irrégulier, une nouvelle requête est nécessaire ; son délai court de la connaissance de la présence (C-360/16).");
        }
        return Optional
            .of(Due.of(DublinRules.D11, "aware", aware.get(), q.count(DublinRules.D11, "aware", aware.get())));
    }

    private boolean namesOtherEvidence() {
        return q.word("basis").map(basis -> !basis.startsWith("EURODAC")).orElse(false);
    }

    private boolean restsOnEurodac() {
        return q.word("basis").map(basis -> basis.startsWith("EURODAC"))
            .orElse(q.first("eurodacHitCat1", "eurodacHit", "eurodacHitArt17").isPresent());
    }

    @Override
    public Optional<Due> whole() {
        return new Information(q, this).delayed(request());
    }

    @Override
    public boolean hasStart() {
        return q.first("lodged", "infoReachedCompetentAuthority", "formalLodging", "eurodacHitCat1", "eurodacHitCat2",
            "eurodacHit", "aware").isPresent();
    }

    @Override
    public Rules rules() {
        return RULES;
    }

    // ---- the reply ----

    /// The last day for the reply.
    @Override
    public Optional<Due> reply() {
        var received = q.day("requestReceived");
        if (received.isEmpty()) {
            q.missing("requestReceived");
            return Optional.empty();
        }
        if (kind() != TC17 && q.day("detainedFrom").isPresent()) {
            return reply(DublinRules.D18, received.get());
        }
        return switch (kind()) {
            case TC17 -> reply(DublinRules.D29, received.get());
            case TC -> q.day("urgentReplyAskedBy").isPresent()
                ? urgent(received.get())
                : reply(DublinRules.D05, received.get());
            case TB23, TB24 -> takeBackReply(received.get());
            case TBN, REEXAM, INFO, TRANSFER, DETENTION, CRITERIA, CESSATION, APPLICABILITY, SAFEGUARD, REGISTRATION,
                EXAMINATION,
                VOLUNTARY_DEPARTURE, REASONABLE_GROUNDS, RECOVERY, REFLECTION, COMMITMENT ->
                Optional.empty();
        };
    }

    private Optional<Due> reply(Rule rule, LocalDate received) {
        return Optional.of(Due.of(rule, "requestReceived", received, q.count(rule, "requestReceived", received)));
    }

    private Optional<Due> takeBackReply(LocalDate received) {
        boolean hits = q.first("eurodacHitCat1", "eurodacHit", "eurodacHitArt17").isPresent();
        if (q.word("basis").isEmpty() && !hits) {
            q.missing("basis");
            return Optional.empty();
        }
        return reply(restsOnEurodac() ? DublinRules.D13B : DublinRules.D13A, received);
    }

    private Optional<Due> urgent(LocalDate received) {
        var asked = q.day("urgentReplyAskedBy").get();
        var month = q.count(DublinRules.D06, "requestReceived", received);
        var told = q.day("postponementNotified");
        if (told.isPresent() && !told.get().isAfter(asked)) {
            q.says(DublinRules.D06,
                "The postponement was told within the period asked for: the reply may take the month.",
                "Le report a été communiqué dans le délai demandé : la réponse peut prendre le mois.");
            return Optional.of(Due.of(DublinRules.D06, "requestReceived", received, month));
        }
        q.says(DublinRules.D06, told.isPresent()
            ? "The postponement was told after the period asked for, and does not count. Silence is acceptance at the end of the month at the latest (Art 22(7)); act on the earlier day."
            : "No postponement was told: every effort is owed for the day asked for. Silence is acceptance at the end of the month at the latest (Art 22(7)); act on the earlier day.",
            told.isPresent()
                ? "Le report a été communiqué après le délai demandé et ne compte pas. Le silence vaut acceptation au plus tard à la fin du mois (art. 22, § 7) ; agir à la date la plus proche."
                : "Aucun report communiqué : tout doit être mis en œuvre pour la date demandée. Le silence vaut acceptation au plus tard à la fin du mois (art. 22, § 7) ; agir à la date la plus proche.");
        return Optional
            .of(Due.of(DublinRules.D06, "requestReceived", received, asked.isAfter(month) ? month : asked).or(month));
    }

    /// Article 21(2): whether a request for an urgent reply is valid.
    void validateUrgency(Rule rule) {
        var asked = q.day("urgentReplyAskedBy");
        var start = q.first("requestReceived", "requestSent");
        if (asked.isEmpty() || start.isEmpty()) {
            q.missing(asked.isEmpty() ? "urgentReplyAskedBy" : "requestReceived");
            return;
        }
        var earliest = q.count(rule, start.get(), q.day(start.get()).get());
        boolean longEnough = !asked.get().isBefore(earliest);
        boolean reasoned = q.word("urgencyGround").map(ground -> !ground.equals("NONE"))
            .orElse(!q.never("urgencyGround"));
        q.put("valid", longEnough && reasoned);
        q.put("earliestPermittedReplyDate", earliest);
        if (!longEnough) {
            q.put("reason", "PERIOD_BELOW_ONE_WEEK");
            q.says(rule, "The period asked for is shorter than one week: the urgency is not validly pleaded.",
                "Le délai demandé est inférieur à une semaine : l’urgence n’est pas valablement invoquée.");
        } else if (!reasoned) {
            q.put("reason", "NO_URGENCY_GROUND");
            q.says(rule, "No ground of urgency is given.", "Aucun motif d’urgence n’est donné.");
        } else {
            q.says(rule, "The period is long enough and a ground is given.",
                "Le délai est suffisant et un motif est donné.");
        }
    }
}
