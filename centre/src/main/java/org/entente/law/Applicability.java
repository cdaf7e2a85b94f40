package org.entente.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which text governs: by the kind of event, its day, the states, and the question.
final class Applicability {

    /// The states that take part in the Dublin system, the United Kingdom until the end of 2020 among them.
    static final List<String> DUBLIN = List.of("AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR",
        "GB", "GR", "HR", "HU",
        "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK");

    private static final LocalDate LAST_BRITISH_DAY = MigrationRules.T01.to();
    private static final String[] STATES = {"requestingState", "requestedState", "determiningState",
            "transferringState", "responsibleState",
            "notifyingState", "notifiedState", "stateA", "stateB", "stateC", "state"};

    private final Inquiry q;
    private final Law.Succession succession;

    Applicability(Inquiry q, Law.Succession succession) {
        this.q = q;
        this.succession = succession;
    }

    /// States of the system for which a text does not bind: the associated states have no asylum directive, Denmark stands
    /// outside by its Protocol No 22, Ireland and the United Kingdom where they did not opt in.
    private static final Map<Regime, List<String>> OUTSIDE = Map.of(Regime.APD2013,
        List.of("CH", "DK", "GB", "IE", "IS", "LI", "NO"),
        Regime.APR2024, List.of("CH", "DK", "GB", "IS", "LI", "NO"), Regime.RD2008, List.of("GB", "IE"));

    /// Why the regime of the file does not apply; empty where it does, or where the file does not say enough to doubt it.
    Optional<String> bar() {
        var regime = q.file().regime();
        if (regime != Regime.DUBLIN3 && regime != Regime.AMMR) {
            return Optional.empty();
        }
        for (var field : STATES) {
            var state = q.word(field);
            if (state.isPresent() && !DUBLIN.contains(country(state.get()))) {
                return Optional.of("STATE_NOT_PARTICIPATING");
            }
        }
        boolean british = List.of(STATES).stream()
            .anyMatch(field -> q.word(field).map(state -> country(state).equals("GB")).orElse(false));
        if (british && (regime == Regime.AMMR || reference().map(day -> day.isAfter(LAST_BRITISH_DAY)).orElse(false))) {
            return Optional.of("UK_NOT_PARTICIPATING");
        }
        return Optional.empty();
    }

    private static String country(String state) {
        return state.length() > 2 ? state.substring(0, 2) : state;
    }

    /// The day that places the case: of the request, else of the application, else of the question.
    private Optional<LocalDate> reference() {
        return q.first("requestReceived", "requestSent", "registered", "lodged", "infoReachedCompetentAuthority",
            "newApplication", "formalLodging", "applicationMade", "made", "aware", "eurodacHitArt17", "eurodacHitCat1",
            "eurodacHitCat2", "eurodacHit", "infoRequestReceived", "negativeReplyReceived", "rejectionReceived",
            "accepted", "detainedFrom", "arrival", "asOf").flatMap(q::day);
    }

    void barred(String reason) {
        q.put("applies", false);
        q.put("reason", reason);
        if (q.asks(Ask.VALIDATE) || q.asks(Ask.VALIDATE_REQUEST)) {
            q.put("valid", false);
        }
        if (reason.equals("UK_NOT_PARTICIPATING") && q.file().regime() != Regime.DUBLIN3
            && q.file().regime() != Regime.AMMR) {
            q.notes("The United Kingdom is not bound by this text.",
                "Le Royaume-Uni n’est pas lié par ce texte.");
        } else if (reason.equals("UK_NOT_PARTICIPATING")) {
            q.says(MigrationRules.T01, MigrationRules.T01.wording());
        } else {
            q.notes("One of the states is not bound by this text.", "L’un des États n’est pas lié par ce texte.");
        }
    }

    /// Answers APPLIES and REGIME.
    void answer() {
        var bar = bar();
        if (bar.isPresent()) {
            barred(bar.get());
            return;
        }
        switch (q.file().regime()) {
            case DUBLIN3, AMMR -> criteria();
            case APD2013, APR2024, RD2008, NRM, FR_TEH, FR_COURT ->
                outside().ifPresentOrElse(this::barred, this::within);
        }
    }

    private void within() {
        switch (q.file().regime()) {
            case APD2013, APR2024 -> procedure();
            case DUBLIN3, AMMR, RD2008, NRM, FR_TEH, FR_COURT -> q.put("applies", true);
        }
    }

    /// Why a text of one state, or a directive, does not bind the state of the file.
    private Optional<String> outside() {
        for (var field : STATES) {
            var state = q.word(field).map(Applicability::country);
            if (state.isPresent() && !binds(state.get())) {
                boolean left = state.get().equals("GB") && OUTSIDE.containsKey(q.file().regime());
                return Optional.of(left ? "UK_NOT_PARTICIPATING" : "STATE_NOT_PARTICIPATING");
            }
        }
        return Optional.empty();
    }

    private boolean binds(String state) {
        return switch (q.file().regime()) {
            case NRM -> state.equals("GB");
            case FR_TEH, FR_COURT -> state.equals("FR");
            case DUBLIN3, AMMR, APD2013, APR2024, RD2008 ->
                DUBLIN.contains(state) && !OUTSIDE.getOrDefault(q.file().regime(), List.of()).contains(state);
        };
    }

    private void criteria() {
        var day = q.first("registered", "lodged", "applicationMade", "made", "asOf").flatMap(q::day)
            .or(this::reference);
        if (day.isEmpty()) {
            q.missing("registered");
            return;
        }
        if (day.get().isBefore(Instrument.DUBLIN_III.from())) {
            beforeDublinIII();
            return;
        }
        boolean after = !day.get().isBefore(succession.first());
        q.put("criteriaRegime", after ? "AMMR" : "DUBLIN3");
        boolean disputed = after && day.get().isBefore(succession.asPrinted());
        if (disputed) {
            q.put("criteriaRegimeAnyOf", Fact.Series.words(List.of("AMMR", "DUBLIN3")));
        }
        q.says(MigrationRules.T02, MigrationRules.T02.wording());
        q.says(MigrationRules.T02, succession.evidence());
        boolean applies = q.file().regime() == Regime.AMMR == after;
        q.put("applies", applies);
        if (!applies) {
            q.put("reason", after ? "SUPERSEDED_BY_2024_1351" : "REGISTERED_BEFORE_APPLICATION");
        }
    }

    /// Article 49 of Regulation 604/2013: it applies to requests from 1 January 2014, whenever the application was lodged; the
    /// criteria for earlier applications are those of Regulation 343/2003.
    private void beforeDublinIII() {
        boolean requested = q.first("requestSent", "requestReceived").flatMap(q::day)
            .map(Instrument.DUBLIN_III::governs).orElse(false);
        q.put("criteriaRegime", "DUBLIN2");
        q.put("criteriaRegimeAnyOf", Fact.Series.words(List.of("DUBLIN2", "343/2003")));
        boolean applies = requested && q.file().regime() == Regime.DUBLIN3;
        q.put("applies", applies);
        if (!applies) {
            q.put("reason", "BEFORE_604_2013");
        }
        q.notes(
            "An application lodged before 1 January 2014 keeps the criteria of Regulation 343/2003; the procedure is that of 604/2013 for requests made from that day (Art 49).",
            "Une demande introduite avant le 1er janvier 2014 garde les critères du règlement 343/2003 ; la procédure est celle du 604/2013 pour les requêtes présentées depuis ce jour (art. 49).");
    }

    private void procedure() {
        var day = q.first("lodged", "registered", "made", "asOf").flatMap(q::day);
        if (day.isEmpty()) {
            q.missing("lodged");
            return;
        }
        if (day.get().isBefore(Instrument.PROCEDURES_DIRECTIVE.from())) {
            q.put("applies", false);
            q.put("reason", "BEFORE_2013_32");
            q.notes(
                "An application lodged before 20 July 2015 is under Directive 2005/85/EC (Directive 2013/32 Art 52).",
                "Une demande introduite avant le 20 juillet 2015 relève de la directive 2005/85/CE (directive 2013/32, art. 52).");
            return;
        }
        boolean after = !day.get().isBefore(Instrument.PROCEDURES_REGULATION.from());
        q.says(MigrationRules.T03, MigrationRules.T03.wording());
        boolean applies = q.file().regime() == Regime.APR2024 == after;
        q.put("applies", applies);
        q.put("procedureRegime", after ? "APR2024" : "APD2013");
        if (!applies) {
            q.put("reason", after ? "SUPERSEDED_BY_2024_1348" : "LODGED_BEFORE_APPLICATION");
        }
    }
}
