package org.entente.law;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.entente.kernel.Language;
import org.entente.kernel.Text;
import org.entente.kernel.Xhtml;

/// The rule book as a page: well-formed XHTML without script or outside resource, for a lawyer who does not program. Every rule
/// of [RuleBook] stands in it once, its id being the anchor. Pure: the same bytes each time.
public final class RuleBookPage {

    /// @param sheet whether it begins on a new sheet of paper
    private record Section(String id, String heading, boolean sheet) {}

    private static final String DUBLIN = "criteria-dublin";
    private static final String SUCCESSOR = "criteria-successor";
    private static final int INDEX_COLUMNS = 3;

    private final Language edition;
    private final Law.Succession succession;
    private final String style;
    private final Xhtml page = new Xhtml();
    private final RuleCard card;

    /// @param style the style sheet that goes into the page; an empty `content: ""` in it takes the title, for the top of a sheet
    public RuleBookPage(Language edition, Law.Succession succession, String style) {
        this.edition = requireNonNull(edition, "edition");
        this.succession = requireNonNull(succession, "succession");
        this.style = requireNonNull(style, "style");
        this.card = new RuleCard(edition, page);
    }

    /// The whole page.
    public String text() {
        var sections = sections();
        head(sections);
        cover();
        contents(sections);
        var rest = sections.iterator();
        counting(rest.next());
        sureness(rest.next());
        for (var chapter : RuleBook.chapters()) {
            open(rest.next());
            chapter.rules().forEach(card::write);
            page.line("</section>");
        }
        open(rest.next());
        card.write(DublinCriteria.ORDER);
        criteria(DUBLIN, DublinCriteria.TABLE);
        open(rest.next());
        page.raw("<p>").text(of(Frame.ORDER_RULE)).link(MigrationRules.M14.id(), MigrationRules.M14.id(),
            MigrationRules.M14.id()).text(". " + of(Frame.CHILDREN)).line("</p>");
        criteria(SUCCESSOR, MigrationCriteria.TABLE);
        uncertain(rest.next());
        successionDay(rest.next());
        index(rest.next());
        page.line("</main>").line("</body>").line("</html>");
        return page.toString();
    }

    private List<Section> sections() {
        var sections = new ArrayList<Section>();
        sections.add(new Section("counting", of(Frame.COUNTING), false));
        sections.add(new Section("sureness", of(Frame.SURE), false));
        for (var chapter : RuleBook.chapters()) {
            sections.add(new Section("chapter-" + (sections.size() - 1), edition.of(chapter.title()), true));
        }
        var criteria = of(Frame.CRITERIA) + " · ";
        sections.add(new Section(DUBLIN, criteria + edition.of(Instrument.DUBLIN_III.text()), true));
        sections.add(new Section(SUCCESSOR, criteria + edition.of(Instrument.MIGRATION.text()), true));
        sections.add(new Section("uncertain", of(Frame.UNCERTAIN), true));
        sections.add(new Section("succession", of(Frame.SUCCESSION_DAY), false));
        sections.add(new Section("index", of(Frame.INDEX), true));
        return sections;
    }

    private void head(List<Section> sections) {
        page.line("<!DOCTYPE html>")
            .line("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"" + edition.tag() + "\" xml:lang=\""
                + edition.tag() + "\">")
            .line("<head>").line("<meta charset=\"UTF-8\"/>").element("title", of(Frame.TITLE))
            .raw("<meta name=\"description\" content=\"").text(of(Frame.SUBTITLE)).line("\"/>")
            .line("<meta name=\"author\" content=\"Entente\"/>")
            .raw("<meta name=\"subject\" content=\"").text(of(Frame.TITLE)).line("\"/>").line("<bookmarks>");
        sections.forEach(section -> page.raw("<bookmark name=\"").text(section.heading())
            .line("\" href=\"#" + section.id() + "\"/>"));
        page.line("</bookmarks>").raw("<style>")
            .raw(style.replace("content: \"\"", "content: \"" + of(Frame.TITLE) + "\""))
            .line("</style>").line("</head>").line("<body>").line("<main>");
    }

    private void cover() {
        page.line("<section class=\"cover\">").element("p class=\"marking\"", of(Frame.MARKING))
            .element("p class=\"states\"", of(Frame.STATES));
        page.line(
            "<div class=\"ribbon\"><div class=\"blue\"></div><div class=\"white\"></div><div class=\"red\"></div></div>");
        page.element("h1", of(Frame.TITLE)).element("p class=\"sub\"", of(Frame.SUBTITLE))
            .line("<table class=\"facts\">");
        var rules = RuleBook.rules();
        fact(Frame.RULES_COUNTED, Integer.toString(rules.size()));
        fact(Frame.TO_CHECK_COUNTED,
            Long.toString(rules.stream().filter(rule -> RuleCard.toCheck(rule.certainty())).count()));
        fact(Frame.CRITERIA_COUNTED, DublinCriteria.TABLE.size() + " + " + MigrationCriteria.TABLE.size());
        fact(Frame.DAYS, edition.of(Words.date(Scrutiny.first())) + " – " + edition.of(Words.date(Scrutiny.last())));
        fact(Frame.CALENDARS,
            Holidays.FIRST_YEAR + "–" + Holidays.LAST_YEAR + " · " + of(Frame.CALENDARS_OF));
        fact(Frame.SUCCESSION, edition.of(Words.date(succession.first())));
        page.line("</table>");
        Stream.of(Frame.IS, Frame.IS_NOT, Frame.CHECK).forEach(words -> page.element("p", of(words)));
        page.element("p class=\"small\"", of(Frame.EDITIONS)).line("</section>");
    }

    private void fact(Frame heading, String value) {
        page.raw("<tr><th scope=\"row\">").text(of(heading)).raw("</th><td>").text(value).line("</td></tr>");
    }

    private void contents(List<Section> sections) {
        page.line("<section class=\"contents\" id=\"contents\">").element("h2", of(Frame.CONTENTS))
            .line("<ol class=\"toc\">");
        for (var section : sections) {
            page.raw("<li>").link(section.id(), section.heading(), section.heading()).line("</li>");
        }
        page.line("</ol>").line("</section>");
    }

    private void open(Section section) {
        page.line("<section id=\"" + section.id() + "\"" + (section.sheet() ? " class=\"chapter\"" : "") + ">")
            .element("h2", section.heading());
    }

    private void counting(Section section) {
        open(section);
        page.element("p", of(Frame.COUNTING_LEAD)).line("<table class=\"card ways\">");
        for (var how : Counting.values()) {
            page.raw("<tr><th scope=\"row\">").text(RuleCard.letter(how)).raw("</th><td>")
                .text(edition.of(how.text())).line("</td></tr>");
        }
        page.line("</table>").line("</section>");
    }

    private void sureness(Section section) {
        open(section);
        page.element("p", of(Frame.SURE_LEAD)).line("<table class=\"data long\">");
        columns(Frame.READING, Frame.MARK, Frame.RULES);
        page.line("<tbody>");
        for (var certainty : Certainty.values()) {
            var count = RuleBook.rules().stream().filter(rule -> rule.certainty() == certainty).count();
            page.raw("<tr><th scope=\"row\" class=\"w\">").text(Words.capital(edition.of(certainty.text())))
                .raw("</th><td>");
            if (RuleCard.toCheck(certainty)) {
                page.raw("<strong class=\"flag\">").text(of(Frame.CHECK_FLAG)).raw("</strong>");
            } else {
                page.text("–");
            }
            page.raw("</td><td>").text(Long.toString(count)).line("</td></tr>");
        }
        page.line("</tbody>").line("</table>").line("</section>");
    }

    private void criteria(String id, List<Criterion> table) {
        page.element("p class=\"notice\"", of(Frame.FIRST_ROW)).element("p", of(Frame.ORDER))
            .element("p", of(Frame.FLAWS)).line("<table class=\"data long criteria\">");
        columns(Frame.ROW, Frame.ARTICLE, Frame.CONDITION);
        page.line("<tbody>");
        int row = 0;
        for (var criterion : table) {
            page.raw("<tr id=\"" + id + "-" + ++row + "\"><th scope=\"row\">").text(Integer.toString(row))
                .raw("</th><td>").text(edition.of(new Text(article(criterion), Words.french(article(criterion)))))
                .raw("</td><td>")
                .text(Words.capital(edition.of(criterion.wording())))
                .line("</td></tr>");
        }
        page.line("</tbody>").line("</table>").line("</section>");
    }

    /// `16(2)` of the row that takes what is left.
    private static String article(Criterion criterion) {
        return criterion.code().split("-", 2)[0];
    }

    private void uncertain(Section section) {
        open(section);
        page.element("p", of(Frame.UNCERTAIN_LEAD)).line("<table class=\"data long\">");
        columns(Frame.POINT, Frame.TREATMENT, Frame.RULES);
        page.line("<tbody>");
        for (var one : Uncertain.ALL) {
            page.raw("<tr><td>").text(edition.of(one.point())).raw("</td><td>").text(edition.of(one.treatment()))
                .raw("</td><td>");
            links(one.rules().stream().map(Rule::id).toList());
            page.line("</td></tr>");
        }
        page.line("</tbody>").line("</table>").line("</section>");
    }

    private void successionDay(Section section) {
        open(section);
        page.line("<table class=\"card\">");
        fact(Frame.SUCCESSION_USED, edition.of(Words.date(succession.first())));
        fact(Frame.PRINTED, edition.of(Words.date(succession.asPrinted())));
        fact(Frame.EVIDENCE, edition.of(succession.evidence()));
        page.line("</table>").line("</section>");
    }

    private void index(Section section) {
        var index = new ArticleIndex(RuleBook.rules());
        rows(index, Instrument.DUBLIN_III, DUBLIN, DublinCriteria.TABLE);
        rows(index, Instrument.MIGRATION, SUCCESSOR, MigrationCriteria.TABLE);
        open(section);
        index.instruments().forEach(instrument -> entries(edition.of(instrument.text()), index.of(instrument)));
        entries(of(Frame.CASE_LAW), index.judgments());
        page.line("</section>");
    }

    private static void rows(ArticleIndex index, Instrument instrument, String id, List<Criterion> table) {
        for (int i = 0; i < table.size(); i++) {
            index.add(instrument, article(table.get(i)), id + "-" + (i + 1));
        }
    }

    private void entries(String heading, List<ArticleIndex.Entry> entries) {
        page.line("<div class=\"keep\">").element("h3", Words.capital(heading))
            .line("<table class=\"index\" role=\"presentation\">");
        int rows = (entries.size() + INDEX_COLUMNS - 1) / INDEX_COLUMNS;
        for (int row = 0; row < rows; row++) {
            page.raw("<tr>");
            for (int at = row * INDEX_COLUMNS; at < (row + 1) * INDEX_COLUMNS; at++) {
                page.raw("<td>");
                if (at < entries.size()) {
                    page.raw("<strong>").text(Words.capital(edition.of(entries.get(at).label()))).raw("</strong> ");
                    links(List.copyOf(entries.get(at).anchors()));
                }
                page.raw("</td>");
            }
            page.line("</tr>");
        }
        page.line("</table>").line("</div>");
    }

    /// A rule by its id, a row of the criteria by its number.
    private void links(List<String> anchors) {
        for (int i = 0; i < anchors.size(); i++) {
            var anchor = anchors.get(i);
            var text = anchor.startsWith("criteria")
                ? of(Frame.ROW) + " " + anchor.substring(anchor.lastIndexOf('-') + 1)
                : anchor;
            page.text(i == 0 ? "" : " · ").link(anchor, text, text);
        }
    }

    private void columns(Frame... headings) {
        page.raw("<thead><tr>");
        for (var heading : headings) {
            page.raw("<th scope=\"col\">").text(of(heading)).raw("</th>");
        }
        page.line("</tr></thead>");
    }

    private String of(Frame words) {
        return edition.of(words.text());
    }
}
