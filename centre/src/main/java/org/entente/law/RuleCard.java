package org.entente.law;

import java.time.LocalDate;
import org.entente.kernel.Language;
import org.entente.kernel.Text;
import org.entente.kernel.Xhtml;

/// One rule as the book prints it: what it says, how long, from what to what, and how sure that is.
final class RuleCard {

    private static final LocalDate NO_END = Instrument.ENTENTE.to();

    private final Language edition;
    private final Xhtml page;

    RuleCard(Language edition, Xhtml page) {
        this.edition = edition;
        this.page = page;
    }

    void write(Rule rule) {
        boolean check = toCheck(rule.certainty());
        page.line("<div class=\"rule" + (check ? " check" : "") + "\" id=\"" + rule.id() + "\">");
        page.raw("<h3><span class=\"id\">").text(rule.id()).raw("</span> ")
            .text(Words.capital(edition.of(rule.citation())))
            .line("</h3>");
        page.element("p class=\"wording\"", edition.of(rule.wording())).line("<table class=\"card\">");
        rule.limit().ifPresent(period -> row(Frame.PERIOD, edition.of(period.text())));
        if (!rule.course().equals(Course.NONE)) {
            course(rule.course());
        }
        if (rule.limit().isPresent()) {
            counting(rule.counting());
        }
        rule.missed().ifPresent(missed -> row(Frame.MISSED, edition.of(missed)));
        row(Frame.IN_FORCE, edition.of(validity(rule.from(), rule.to())));
        row(Frame.BINDS, edition.of(rule.states()));
        open(Frame.READING);
        if (check) {
            page.raw("<strong class=\"flag\">").text(edition.of(Frame.CHECK_FLAG.text())).raw("</strong> ");
        }
        page.text(Words.capital(edition.of(rule.certainty().text()))).line("</td></tr>").line("</table>")
            .line("</div>");
    }

    private void course(Course course) {
        var act = edition.of(Field.label(course.act()));
        switch (course.end()) {
            case COUNTED_BACK -> row(Frame.BACK, act);
            case MET -> run(course, Frame.MET, act);
            case AWAITED -> run(course, Frame.NOT_BEFORE, act);
            case INTERRUPTED -> run(course, Frame.INTERRUPTED, act);
        }
    }

    private void run(Course course, Frame end, String act) {
        var labels = course.starts().stream().map(RuleCard::start).map(edition::of).distinct().toList();
        row(Frame.STARTS, String.join(edition.of(Frame.OR.text()), labels)
            + (labels.size() > 1 ? edition.of(Frame.FIRST_KNOWN.text()) : ""));
        row(end, act);
    }

    private void counting(Counting how) {
        open(Frame.COUNTED);
        page.link("counting", edition.of(how.text()), letter(how)).text(" · " + Words.capital(edition.of(brief(how))))
            .line("</td></tr>");
    }

    private static Text start(String field) {
        return field.equals("leftTerritory")
            ? new Text("the departure from the territories", "le départ des territoires")
            : Field.label(field);
    }

    private void row(Frame heading, String text) {
        open(heading);
        page.text(Words.capital(text)).line("</td></tr>");
    }

    private void open(Frame heading) {
        page.raw("<tr><th scope=\"row\">").text(edition.of(heading.text())).raw("</th><td>");
    }

    /// Whether a reading is to be checked before anyone relies on it.
    static boolean toCheck(Certainty certainty) {
        return switch (certainty) {
            case MEMORY, SECONDARY -> true;
            case TEXT, HOLDING, DESIGN -> false;
        };
    }

    /// A to D, in the order of [Counting].
    static String letter(Counting how) {
        return String.valueOf((char) ('A' + how.ordinal()));
    }

    private static Text brief(Counting how) {
        return switch (how) {
            case ARTICLE_42 -> new Text("Article 42 of Regulation 604/2013: the last day does not move",
                "article 42 du règlement 604/2013 : le dernier jour ne se déplace pas");
            case ARTICLE_75 -> new Text("Article 75 of Regulation 2024/1351: the last day moves to a working day",
                "article 75 du règlement 2024/1351 : le dernier jour est reporté à un jour ouvré");
            case WORKING_DAYS -> new Text("working days of the state concerned", "jours ouvrés de l’État concerné");
            case CALENDAR ->
                new Text("calendar time: the last day does not move",
                    "temps calendaire : le dernier jour ne se déplace pas");
        };
    }

    private static Text validity(LocalDate from, LocalDate to) {
        var first = Words.date(from);
        var last = Words.date(to);
        return to.equals(NO_END)
            ? new Text("from " + first.english() + ", no end known",
                "depuis le " + first.french() + ", sans fin connue")
            : new Text(first.english() + " to " + last.english(), "du " + first.french() + " au " + last.french());
    }
}
