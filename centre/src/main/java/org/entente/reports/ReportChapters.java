package org.entente.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entente.kernel.Language;
import org.entente.kernel.SmallNumbers;
import org.entente.kernel.Xhtml;
import org.entente.reports.Chart.Bar;
import org.entente.reports.Chart.Look;
import org.entente.reports.Figures.Spread;
import org.entente.reports.Figures.Triple;

/// The chapters after the summary, each with its tables, their sources, and what they do not say.
final class ReportChapters {

    static final List<String> CHAPTERS = List.of("summary", "sides", "hours", "outcomes", "life", "tasks", "handling",
        "protection", "sensors", "method", "record");
    private static final int MOST_LISTED = 40;

    private final Setting setting;
    private final Figures figures;
    private final Language language;
    private final ReportPage.Medium medium;
    private final Words words;
    private final Xhtml page;
    private int tables;
    private int drawings;
    private boolean kept;

    ReportChapters(Setting setting, Figures figures, Language language, ReportPage.Medium medium, Words words,
        Xhtml page) {
        this.setting = setting;
        this.figures = figures;
        this.language = language;
        this.medium = medium;
        this.words = words;
        this.page = page;
    }

    void write() {
        sides();
        hours();
        outcomes();
        life();
        tasks();
        handling();
        protection();
        sensors();
        method();
        record();
    }

    private void sides() {
        chapter("sides").element("p", words.of("sides.intro"));
        sidesChart();
        var columns = List.of(words.of("column.state"), words.of("column.seen"), words.of("column.detected"),
            words.of("column.disrupted"));
        table("sides.caption", columns, "");
        figures.sides().forEach(side -> page.row("", words.of("state." + side.state()), cells(side.attempts())));
        page.row("sum", words.of("column.total"), cells(figures.total()));
        end("source.attempts");
        table("sites.caption", replaced(columns, "column.site"), "");
        figures.sites().forEach(site -> page.row("", language.of(site.name()), cells(site.attempts())));
        page.row("sum", words.of("column.total"), cells(figures.total()));
        end("source.attempts");
        table("kinds.caption", replaced(columns, "column.kind"), "");
        figures.kinds().forEach(kind -> page.row("", words.named("kind", kind.id()) + (kind.attempt() ? " *" : ""),
            List.of(words.number(kind.events().seen()), words.number(kind.events().detected()),
                kind.attempt() ? words.number(kind.events().disrupted()) : Words.NOTHING)));
        end("source.attempts");
        page.element("p class=\"small\"", "* " + words.of("kinds.attempts"));
        leave();
    }

    private void sidesChart() {
        var measures = List.of("seen", "detected", "disrupted");
        var bars = new ArrayList<Bar>();
        for (int measure = 0; measure < 3; measure++) {
            for (int side = 0; side < 3; side++) {
                bars.add(new Bar(measure * 3 + side, of(figures.sides().get(side).attempts(), measure),
                    Look.values()[side]));
            }
        }
        drawing("sides.chart", 9, bars);
        page.raw("<tr class=\"strong\"><th scope=\"row\" class=\"h\">").text(words.of("column.count")).raw("</th>");
        bars.forEach(bar -> page.raw("<td>").text(words.number(bar.value())).raw("</td>"));
        page.raw("</tr><tr><th scope=\"row\" class=\"h\">").text(words.of("column.state")).raw("</th>");
        bars.forEach(bar -> page.raw("<td>").text(List.of("FR", "GB", words.of("state.short.XX")).get(bar.slot() % 3))
            .raw("</td>"));
        page.raw("</tr><tr class=\"strong\"><td class=\"h\"></td>");
        measures.forEach(measure -> page.raw("<td colspan=\"3\">").text(words.of("tile." + measure)).raw("</td>"));
        page.line("</tr></table></div>");
        release();
    }

    private void hours() {
        chapter("hours").element("p", words.of("hours.intro", words.of("zone")));
        var bars = new ArrayList<Bar>();
        var noonToNoon = IntStream.range(12, 36).mapToObj(hour -> figures.hours().get(hour % 24)).toList();
        for (int slot = 0; slot < 24; slot++) {
            bars.add(new Bar(slot, noonToNoon.get(slot).seen(), Look.OUTLINED));
            bars.add(new Bar(slot, noonToNoon.get(slot).detected(), Look.FILLED));
        }
        drawing("hours.chart", 24, bars);
        under("column.hour", "strong", noonToNoon.stream().map(hour -> Integer.toString(hour.hour())));
        under("tile.seen", "", noonToNoon.stream().map(hour -> words.number(hour.seen())));
        under("tile.detected", "", noonToNoon.stream().map(hour -> words.number(hour.detected())));
        page.line("</table></div>").element("p class=\"source\"", words.of("source", words.of("source.attempts")));
        leave();
    }

    private void outcomes() {
        chapter("outcomes");
        table("outcomes.caption", List.of(words.of("column.outcome"), words.of("column.attempts"),
            words.of("column.other"), words.of("outcomes.mark")), "");
        figures.outcomes().forEach(outcome -> page.row("", words.named("outcome", outcome.id()),
            List.of(words.number(outcome.attempts()), words.number(outcome.other()),
                words.of(outcome.disrupts() ? "yes" : "no"))));
        end("source.outcomes");
        leave();
    }

    private void life() {
        chapter("life").element("p", words.of("life.intro"));
        var life = figures.life();
        if (life.incidents().isEmpty()) {
            page.element("p", words.of("life.none"));
            leave();
            return;
        }
        table("life.caption",
            List.of(words.of("column.time"), words.of("column.n"), words.of("column.median"), words.of("column.p90")),
            "");
        page.row("", words.of("times.toTask"), cells(life.toTask()))
            .row("", words.of("times.toAcceptance"), cells(life.toAcceptance()))
            .row("", words.of("times.toClosure"), cells(life.toClosure()));
        end("source.life");
        page.element("p", words.of("life.arrival"));
        table("life.list", Stream.of("incident", "kind", "opened", "toTask", "toAcceptance", "toClosure", "outcome")
            .map(key -> words.of("column." + key)).toList(), " long");
        life.incidents().stream().limit(MOST_LISTED)
            .forEach(rescue -> page.row("", rescue.incident(), List.of(words.named("kind", rescue.kind()),
                words.shortMoment(rescue.openedAt(), setting.zone()), time(rescue.toTask()),
                time(rescue.toAcceptance()), time(rescue.toClosure()),
                rescue.outcome().map(outcome -> words.named("outcome", outcome)).orElse(words.of("open")))));
        end("source.life");
        if (life.incidents().size() > MOST_LISTED) {
            page.element("p", words.of("life.cut", words.number(MOST_LISTED), words.number(life.incidents().size())));
        }
        leave();
    }

    private void tasks() {
        chapter("tasks").element("p", words.of("tasks.intro"));
        var tasks = figures.tasks();
        table("tasks.caption", List.of(words.of("column.tasks"), words.of("column.count"), words.of("column.share")),
            "");
        row("task.proposed", tasks.proposed(), tasks.proposed());
        row("task.approved", tasks.approved(), tasks.proposed());
        row("task.declined", tasks.declined(), tasks.proposed());
        row("task.accepted", tasks.accepted(), tasks.proposed());
        row("task.unable", tasks.unable(), tasks.proposed());
        row("task.done", tasks.done(), tasks.proposed());
        row("task.cancelled", tasks.cancelled(), tasks.proposed());
        end("source.tasks");
        table("tasks.times",
            List.of(words.of("column.time"), words.of("column.n"), words.of("column.median"), words.of("column.p90")),
            "");
        tasks.steps().forEach(step -> page.row("", words.of("step." + step.id()), cells(step.time())));
        end("source.tasks");
        leave();
    }

    private void handling() {
        chapter("handling");
        var handling = figures.handling();
        table("handling.caption",
            List.of(words.of("column.alarms"), words.of("column.count"), words.of("column.share")), "");
        row("handling.raised", handling.raised(), handling.raised());
        row("handling.taken", handling.taken(), handling.raised());
        row("handling.dismissed", handling.dismissed(), handling.raised());
        row("handling.waiting", handling.waiting(), handling.raised());
        end("source.handling");
        page.element("p", words.of("handling.falseIncidents", words.counted("incidents", handling.falseIncidents())));
        page.element("p", words.of("handling.suppressed", words.counted("alarms", handling.suppressed())));
        leave();
    }

    private void protection() {
        chapter("protection").element("p", words.of("protection.intro", words.number(SmallNumbers.LEAST)));
        if (figures.protection().isEmpty()) {
            page.element("p", words.of("protection.none"));
            leave();
            return;
        }
        table("protection.caption", List.of(words.of("protection.caption"), words.of("column.count")), "");
        figures.protection().forEach(guarded -> page.row("", language.of(guarded.label()),
            List.of(guarded.count().map(words::number).orElse(language.of(guarded.withheld())))));
        end("source.protection");
        leave();
    }

    private void sensors() {
        chapter("sensors");
        if (figures.others().isEmpty()) {
            page.element("p", words.of("sensors.none"));
            leave();
            return;
        }
        table("sensors.caption", List.of(words.of("sensors"), words.of("column.count")), "");
        figures.others()
            .forEach(count -> page.row("", language.of(count.label()), List.of(words.number(count.count()))));
        end("source.sensors");
        leave();
    }

    private void method() {
        chapter("method").line("<ul>");
        page.element("li", words.of("method.seen", list("kind", MonthCount.ATTEMPTS)))
            .element("li", words.of("method.detected"))
            .element("li", words.of("method.disrupted", list("outcome", MonthCount.DISRUPTING)));
        Stream.of("persons", "double", "sensor", "times", "later", "missing")
            .forEach(key -> page.element("li", words.of("method." + key)));
        page.element("li", words.of("method.erased", words.number(figures.record().erased()),
            words.number(figures.record().unreadable())));
        page.line("</ul>");
        leave();
    }

    private void record() {
        chapter("record").element("p", words.of("record.intro"));
        var record = figures.record();
        table("record.caption", List.of(words.of("record.caption"), words.of("column.count")), "");
        page.row("", words.of("record.entries"), List.of(words.number(record.entries()))).row("",
            words.of("record.sealed"), List.of(words.number(record.sealed())));
        record.checkpoint()
            .ifPresent(checkpoint -> page.row("", words.of("record.origin"), List.of(checkpoint.origin()))
                .row("", words.of("record.size"), List.of(words.number(checkpoint.size())))
                .row("", words.of("record.root"), List.of(checkpoint.root())));
        end("source.record");
        if (record.checkpoint().isEmpty()) {
            page.element("p", words.of("record.none"));
        }
        leave();
    }

    private Xhtml chapter(String key) {
        kept = true;
        return page.line("<section>").line("<div class=\"keep\">").element("h2 id=\"" + key + "\"", words.of(key));
    }

    /// Heading, introduction and first table or figure stay on one page.
    private void release() {
        if (kept) {
            page.line("</div>");
        }
        kept = false;
    }

    private void leave() {
        release();
        page.line("</section>");
    }

    private void table(String caption, List<String> columns, String kind) {
        page.raw("<table class=\"data" + kind + "\">")
            .element("caption", words.of("table", ++tables, words.of(caption))).head(columns).line("<tbody>");
    }

    private void end(String source) {
        page.line("</tbody></table>").element("p class=\"source\"", words.of("source", words.of(source)));
        release();
    }

    private void drawing(String alt, int slots, List<Bar> bars) {
        page.line("<div class=\"figure\">")
            .element("div class=\"name\"", words.of("figure", ++drawings, words.of(alt.replace(".chart", ".caption"))))
            .raw(Chart.bars(slots, bars, words.of(alt), medium)).line("<table class=\"under\">");
    }

    private void under(String heading, String kind, Stream<String> cells) {
        page.raw(kind.isEmpty() ? "<tr>" : "<tr class=\"" + kind + "\">").raw("<th scope=\"row\" class=\"h\">")
            .text(words.of(heading)).raw("</th>");
        cells.forEach(cell -> page.raw("<td>").text(cell).raw("</td>"));
        page.line("</tr>");
    }

    private void row(String key, long part, long whole) {
        page.row("", words.of(key), List.of(words.number(part), words.percent(part, whole)));
    }

    private List<String> cells(Triple triple) {
        return List.of(words.number(triple.seen()), words.number(triple.detected()), words.number(triple.disrupted()));
    }

    private List<String> cells(Spread spread) {
        return List.of(words.number(spread.n()), words.median(spread), words.p90(spread));
    }

    private String time(java.util.Optional<Long> seconds) {
        return seconds.map(words::time).orElse(Words.NOTHING);
    }

    private String list(String prefix, List<String> ids) {
        return ids.stream().map(id -> words.named(prefix, id)).collect(Collectors.joining(", "));
    }

    private List<String> replaced(List<String> columns, String first) {
        return Stream.concat(Stream.of(words.of(first)), columns.stream().skip(1)).toList();
    }

    private static long of(Triple triple, int measure) {
        return measure == 0 ? triple.seen() : measure == 1 ? triple.detected() : triple.disrupted();
    }
}
