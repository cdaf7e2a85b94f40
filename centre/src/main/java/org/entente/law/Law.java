package org.entente.law;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.kernel.Text;

/// The door of the law: a case file in, an opinion out. Pure: the same file gives the same opinion, on any machine and any day.
/// Safe from any thread.
public final class Law {

    /// From when Regulation 2024/1351 applies: its printed text and the other sources differ, so the day is a setting with its
    /// evidence.
    ///
    /// @param first     the first day of the new regime
    /// @param asPrinted the day that the Official Journal printed (Arts 83 to 85)
    public record Succession(LocalDate first, LocalDate asPrinted, Text evidence) {

        public Succession {
            requireNonNull(first, "first");
            requireNonNull(asPrinted, "asPrinted");
            requireNonNull(evidence, "evidence");
        }

        /// 12 June 2026.
        public static Succession usual() {
            return new Succession(LocalDate.of(2026, 6, 12), LocalDate.of(2026, 7, 1), new Text(
                "The text as printed says 1 July 2026; the metadata of the Official Journal, Regulation 2025/2055 Art 12(3) and Regulation 2024/1348 Art 79 point to 12 June 2026, and that day is used. Between the two both readings are shown.",
                "Le texte imprimé dit 1er juillet 2026 ; les métadonnées du Journal officiel, l’article 12, § 3, du règlement 2025/2055 et l’article 79 du règlement 2024/1348 désignent le 12 juin 2026, date retenue. Entre les deux, les deux lectures sont indiquées."));
        }
    }

    /// Days that a file may know beforehand.
    private static final List<String> PLANNED = List.of("asOf", "urgentReplyAskedBy", "arrival");

    private final Holidays holidays;
    private final Succession succession;

    public Law(Holidays holidays, Succession succession) {
        this.holidays = requireNonNull(holidays, "holidays");
        this.succession = requireNonNull(succession, "succession");
    }

    /// The computed calendars and the usual day of succession.
    public static Law usual() {
        return new Law(Holidays.computed(), Succession.usual());
    }

    /// Answers the questions of a file, as of its day `asOf` where it names one: what happened later does not count yet. Where it
    /// would change the answer, `changedBy` says which events do.
    public Opinion answer(CaseFile file) {
        var troubles = Scrutiny.of(file);
        if (!troubles.isEmpty()) {
            return refused(file, troubles);
        }
        var later = later(file);
        if (later.isEmpty()) {
            return read(file);
        }
        var known = new LinkedHashMap<>(file.inputs().fields());
        later.forEach(known::remove);
        var then = read(file.with(new Fact.Group(known)));
        return read(file).answer().equals(then.answer()) ? then : changed(then, later);
    }

    /// The events of a file that lie after the day of its question.
    private static List<String> later(CaseFile file) {
        var asked = Inquiry.day(file.inputs(), "asOf");
        if (asked.isEmpty()) {
            return List.of();
        }
        var later = new ArrayList<String>();
        for (var field : file.inputs().fields().keySet()) {
            if (!PLANNED.contains(field)
                && Inquiry.day(file.inputs(), field).filter(day -> day.isAfter(asked.get())).isPresent()) {
                later.add(field);
            }
        }
        return later;
    }

    private static Opinion changed(Opinion then, List<String> later) {
        var answer = new LinkedHashMap<>(then.answer());
        answer.put("changedBy", Fact.Series.words(later));
        var why = new ArrayList<>(then.why());
        for (var field : later) {
            why.add(new Reason.Said(Optional.empty(),
                new Text("What happened later changes this answer: " + Field.label(field).english() + ".",
                    "Ce qui est arrivé plus tard change cette réponse : " + Field.label(field).french() + ".")));
        }
        return new Opinion(then.id(), answer, then.limits(), why, List.of());
    }

    private Opinion read(CaseFile file) {
        var inquiry = new Inquiry(file, holidays);
        var applicability = new Applicability(inquiry, succession);
        if (file.procedure() == Procedure.APPLICABILITY) {
            applicability.answer();
            return inquiry.opinion();
        }
        var bar = applicability.bar();
        if (bar.isPresent()) {
            applicability.barred(bar.get());
            return inquiry.opinion();
        }
        new Answers(inquiry, applicability).all();
        return inquiry.opinion();
    }

    /// Every time limit that the facts of a file started, whatever it asks: what a caseworker sees on the page of the file. Where
    /// the regime of the file does not bind its states, they are shown as not applicable.
    public List<Limit> limits(CaseFile file) {
        if (!Scrutiny.of(file).isEmpty()) {
            return List.of();
        }
        var inquiry = new Inquiry(file, holidays);
        var limits = TimeLimits.of(inquiry);
        return new Applicability(inquiry, succession).bar().isEmpty()
            ? limits
            : limits.stream().map(limit -> limit.as(Limit.State.NOT_APPLICABLE)).toList();
    }

    private static Opinion refused(CaseFile file, List<Opinion.Trouble> troubles) {
        Map<String, Fact> answer = new LinkedHashMap<>();
        var why = new ArrayList<Reason>();
        for (var kind : Opinion.Trouble.Kind.values()) {
            var paths = troubles.stream().filter(trouble -> trouble.kind() == kind).map(Opinion.Trouble::path).toList();
            if (!paths.isEmpty()) {
                answer.put(kind == Opinion.Trouble.Kind.ERROR ? "error" : "contradiction", Fact.Series.words(paths));
            }
        }
        troubles.forEach(trouble -> why
            .add(new Reason.Said(Optional.empty(), new Text(trouble.path() + ": " + trouble.text().english(),
                trouble.path() + " : " + trouble.text().french()))));
        return new Opinion(file.id(), answer, List.of(), why, troubles);
    }
}
