package org.entente.reports;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.entente.kernel.Language;
import org.entente.kernel.Xhtml;

/// The report in one language: cover, summary, chapters. The chapters stand in [ReportChapters].
final class ReportPage {

    /// On a screen, or on paper (the same page with bookmarks and the alternatives PDF/UA asks for).
    enum Medium { SCREEN, PAPER }

    static final String STYLE = PdfPress.style();

    private final Setting setting;
    private final Figures figures;
    private final Language language;
    private final Medium medium;
    private final Words words;
    private final Xhtml page = new Xhtml();

    ReportPage(Setting setting, Figures figures, Language language, Medium medium) {
        this.setting = setting;
        this.figures = figures;
        this.language = language;
        this.medium = medium;
        this.words = new Words(language);
    }

    /// The whole page.
    String text() {
        head();
        cover();
        summary();
        new ReportChapters(setting, figures, language, medium, words, page).write();
        page.line("</main>").line("</body>").line("</html>");
        return page.toString();
    }

    private void head() {
        var title = words.of("title") + " · " + month();
        page.line("<!DOCTYPE html>")
            .line("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"" + language.tag() + "\" xml:lang=\""
                + language.tag() + "\">")
            .line("<head>").line("<meta charset=\"UTF-8\"/>").element("title", title)
            .raw("<meta name=\"description\" content=\"").text(words.of("title.basis")).line("\"/>")
            .raw("<meta name=\"author\" content=\"").text(language.of(setting.centre())).line("\"/>")
            .raw("<meta name=\"subject\" content=\"").text(title).line("\"/>");
        if (medium == Medium.PAPER) {
            page.line("<bookmarks>");
            ReportChapters.CHAPTERS.forEach(chapter -> page.raw("<bookmark name=\"").text(words.of(chapter))
                .line("\" href=\"#" + chapter + "\"/>"));
            page.line("</bookmarks>");
        }
        page.raw("<style>")
            .raw(medium == Medium.PAPER ? STYLE.replace("content: \"\"", "content: \"" + title + "\"") : STYLE)
            .line("</style>").line("</head>").line("<body>").line("<main>");
    }

    private void cover() {
        page.line("<section class=\"cover\">").element("p class=\"marking\"", words.of("title.marking"))
            .element("p class=\"states\"", words.of("title.states"));
        page.line(
            "<div class=\"ribbon\"><div class=\"blue\"></div><div class=\"white\"></div><div class=\"red\"></div></div>");
        page.element("h1", words.of("title")).element("p class=\"sub\"", words.of("title.sub"))
            .element("p class=\"month\"", month());
        page.line("<table class=\"facts\">");
        fact("title.place", language.of(setting.centre()));
        fact("title.period", words.of("span", words.date(figures.from(), setting.zone()),
            words.date(figures.to().minusSeconds(1), setting.zone())));
        fact("title.covered", figures.covered().map(span -> words.of("span", words.moment(span.first(), setting.zone()),
            words.moment(span.last(), setting.zone()))).orElse(words.of("title.covered.none")));
        page.line("</table>");
        page.element("p", words.of("title.to")).element("p", words.of("title.basis")).element("p class=\"small\"",
            words.of("title.editions"));
        var order = language == Language.EN ? List.of("GB", "FR") : List.of("FR", "GB");
        page.raw("<table class=\"sign\" role=\"presentation\"><tr>");
        signature(order.getFirst());
        page.raw("<td class=\"gap\"></td>");
        signature(order.getLast());
        page.line("</tr></table>").line("</section>");
    }

    private void fact(String key, String value) {
        page.raw("<tr><th scope=\"row\">").text(words.of(key)).raw("</th><td>").text(value).line("</td></tr>");
    }

    private void signature(String state) {
        page.raw("<td>").text(words.of("title.signed." + state)).raw("<br/><span class=\"small\">")
            .text(words.of("title.signed")).raw("</span></td>");
    }

    private void summary() {
        page.line("<section>").element("h2 id=\"summary\"", words.of("summary"));
        figures.covered().map(span -> Duration.between(span.first(), span.last()))
            .filter(lasted -> lasted.toDays() < 27)
            .ifPresent(lasted -> page.element("p class=\"notice\"", words.of("notice.partial", lasted(lasted))));
        page.raw("<table class=\"tiles\" role=\"presentation\"><tr>");
        tile("tile.seen", figures.total().seen(), words.of("tile.unit.alarms"));
        tile("tile.detected", figures.total().detected(), words.of("tile.unit.incidents"));
        tile("tile.disrupted", figures.total().disrupted(), words.of("tile.unit.incidents"));
        tile("tile.life", figures.life().incidents().size(), words.of("tile.unit.incidents"));
        page.line("</tr></table>").line("<ul>");
        sentences().forEach(sentence -> page.element("li", sentence));
        page.line("</ul>").line("</section>");
    }

    private Stream<String> sentences() {
        var total = figures.total();
        var french = figures.sides().get(0).attempts();
        var british = figures.sides().get(1).attempts();
        var handling = figures.handling();
        var busiest = figures.hours().stream().filter(hour -> hour.seen() > 0)
            .max((a,
                b) -> a.seen() != b.seen() ? Long.compare(a.seen(), b.seen()) : Integer.compare(b.hour(), a.hour()));
        return Stream.of(
            Stream.of(words.of("summary.attempts", words.counted("alarms", total.seen()),
                words.counted("incidents", total.detected()),
                words.counted("incidents", total.disrupted()))),
            Stream.of(words.of("summary.sides", words.counted("incidents", french.detected()),
                words.counted("incidents", french.disrupted()),
                words.counted("incidents", british.detected()), words.counted("incidents", british.disrupted()))),
            Stream.of(life()), Stream.of(tasks()),
            Stream.of(words.of("summary.false", words.counted("alarms", handling.dismissed()),
                words.counted("alarms", handling.raised()),
                words.percent(handling.dismissed(), handling.raised()),
                words.counted("incidents", handling.falseIncidents()))),
            busiest.stream().map(hour -> words.of("summary.hour", words.hour(hour.hour())))).flatMap(each -> each);
    }

    private String life() {
        var life = figures.life();
        if (life.incidents().isEmpty()) {
            return words.of("summary.life.none");
        }
        var incidents = words.counted("incidents", life.incidents().size());
        return life.toTask().n() == 0
            ? words.of("summary.life.untasked", incidents)
            : words.of("summary.life", incidents, words.median(life.toTask()), words.p90(life.toTask()),
                words.number(life.toTask().n()));
    }

    private String tasks() {
        var tasks = figures.tasks();
        return tasks.proposed() == 0
            ? words.of("summary.tasks.none")
            : words.of("summary.tasks", words.counted("tasks", tasks.proposed()), words.number(tasks.approved()),
                words.number(tasks.declined()),
                words.number(tasks.done()));
    }

    private void tile(String name, long n, String unit) {
        page.raw("<td><div class=\"n\">").text(words.number(n)).raw("</div><div class=\"l\">").text(words.of(name))
            .raw("</div><div class=\"small\">")
            .text(unit).raw("</div></td>");
    }

    private String month() {
        return words.month(YearMonth.parse(figures.month()));
    }

    private String lasted(Duration lasted) {
        return lasted.toHours() < 72
            ? words.counted("hours", Math.max(1, (lasted.toMinutes() + 59) / 60))
            : words.counted("days", lasted.toDays() + 1);
    }
}
