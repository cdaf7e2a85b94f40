package org.entente.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.kernel.Text;

/// The criteria of responsibility as a table read from above: the first row that applies decides, and every row passed over is
/// explained. A proposal for a person to decide on.
final class Criteria {

    private final Inquiry q;
    private final List<Criterion> table;
    private final Rule general;

    private Criteria(Inquiry q, List<Criterion> table, Rule general) {
        this.q = q;
        this.table = table;
        this.general = general;
    }

    static Criteria dublin(Inquiry q) {
        return new Criteria(q, DublinCriteria.TABLE, DublinCriteria.ORDER);
    }

    static Criteria migration(Inquiry q) {
        return new Criteria(q, MigrationCriteria.TABLE, MigrationRules.M14);
    }

    void answer() {
        var at = frozen();
        if (at.isEmpty()) {
            q.missing(table == MigrationCriteria.TABLE ? "registered" : "lodged");
            return;
        }
        q.says(general,
            "The facts count as they stood on " + Words.date(at.get()).english()
                + ", the day of the first application.",
            "Les faits s’apprécient au " + Words.date(at.get()).french() + ", jour de la première demande.");
        var applicant = new Applicant(q, at.get());
        var excluded = new ArrayList<String>();
        var examined = new ArrayList<String>();
        for (var row : table) {
            examined.add(row.code());
            switch (row.test().apply(applicant)) {
                case Criterion.Finding.Applies found -> {
                    q.says(row.rule(general.instrument()), line(row, found.because(), "applies", "s’applique"));
                    decided(row, found.states(), applicant);
                    found.assuming().forEach(q::missing);
                    finish(excluded, examined);
                    return;
                }
                case Criterion.Finding.Passed passed -> {
                    if (passed.touched()) {
                        excluded.add(row.code());
                    }
                    q.says(row.rule(general.instrument()), line(row, passed.because(), "passed over", "est écarté"));
                }
                case Criterion.Finding.Unknown unknown -> {
                    if (unknown.holds()) {
                        q.put("criterion", row.code());
                    }
                    q.missing(unknown.field());
                    q.says(row.rule(general.instrument()),
                        line(row, row.wording(), "cannot be decided", "ne peut être tranché"));
                    finish(excluded, examined);
                    return;
                }
            }
        }
        finish(excluded, examined);
    }

    private Optional<LocalDate> frozen() {
        var applications = q.groups("applications").stream().flatMap(one -> Inquiry.day(one, "lodged").stream())
            .min(LocalDate::compareTo);
        if (table == MigrationCriteria.TABLE) {
            return q.first("firstApplication", "registered", "lodged", "applicationMade").flatMap(q::day)
                .or(() -> applications).or(this::undated);
        }
        return q.day("firstApplication").or(() -> Inquiry.day(q.group("firstApplication"), "lodged"))
            .or(() -> applications)
            .or(() -> q.first("lodged", "infoReachedCompetentAuthority", "formalLodging", "registered").flatMap(q::day))
            .or(this::undated);
    }

    /// A family whose files go together is weighed by numbers and ages: no day of lodging is needed.
    private Optional<LocalDate> undated() {
        return q.groups("familyProcedure").isEmpty() ? Optional.empty() : Optional.of(Instrument.DUBLIN_III.from());
    }

    private static Text line(Criterion row, Text because, String english, String french) {
        return new Text("Article " + row.code() + " " + english + ": " + because.english(),
            "L’article " + Words.french(row.code()).replace("-fallback", "") + (row.code().contains("(") ? ", " : " ")
                + french + " : " + because.french());
    }

    private void decided(Criterion row, List<String> states, Applicant applicant) {
        q.put("criterion", row.code());
        q.put("responsible", states.getFirst());
        if (states.size() > 1) {
            q.put("responsibleAnyOf", Fact.Series.words(states));
            q.put("review", "BOUNDARY");
        }
        boolean elsewhere = applicant.determining().map(state -> !state.equals(states.getFirst())).orElse(false);
        if (elsewhere && (row.code().startsWith("13") || row.code().startsWith("33"))) {
            q.put("warn", Fact.Series.words(List
                .of(table == MigrationCriteria.TABLE ? "16(3) systemic flaws check" : "3(2) systemic flaws check")));
            q.notes(
                "Before a transfer a person checks whether systemic flaws there would expose the applicant to inhuman treatment; then the table goes on, or the determining state is responsible.",
                "Avant un transfert, une personne vérifie si des défaillances systémiques y exposeraient à un traitement inhumain ; alors le tableau se poursuit, ou l’État qui détermine est responsable.");
        }
    }

    private void finish(List<String> excluded, List<String> examined) {
        if (!excluded.isEmpty()) {
            q.put("excluded", Fact.Series.words(excluded));
        }
        q.put("criteriaExamined", Fact.Series.words(examined));
        q.proposes();
    }
}
