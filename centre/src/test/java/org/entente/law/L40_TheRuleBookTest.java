package org.entente.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.entente.kernel.Language;
import org.entente.kernel.Text;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// The printed rule book: every rule once, in both languages, with the same ids, dates and numbers.
class L40_TheRuleBookTest {

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final List<String> MONTHS = List.of("January", "February", "March", "April", "May", "June", "July",
        "August", "September", "October", "November", "December", "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre");

    private static String text(Language edition) {
        return new RuleBookPage(edition, Law.Succession.usual(), "p { margin: 0 }").text();
    }

    private static Document page(Language edition) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
            .parse(new ByteArrayInputStream(text(edition).getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> elements(Document page, Predicate<Element> wanted) {
        var all = page.getElementsByTagName("*");
        var found = new ArrayList<Element>();
        for (int i = 0; i < all.getLength(); i++) {
            if (wanted.test((Element) all.item(i))) {
                found.add((Element) all.item(i));
            }
        }
        return found;
    }

    private static List<Element> anchored(Document page) {
        return elements(page, element -> element.hasAttribute("id"));
    }

    private static List<Element> cards(Document page) {
        return elements(page, element -> element.getAttribute("class").matches("rule( check)?"));
    }

    private static String words(Element element) {
        return element.getTextContent().replace('\u00a0', ' ').replaceAll("\\s+", " ");
    }

    @Test
    void both_editions_are_well_formed_say_their_language_and_ask_for_nothing_from_outside() throws Exception {
        assertThat(page(Language.EN).getDocumentElement().getAttribute("lang")).isEqualTo("en-GB");
        assertThat(page(Language.FR).getDocumentElement().getAttribute("lang")).isEqualTo("fr-FR");
        for (var edition : Language.values()) {
            assertThat(text(edition).replace("http://www.w3.org/1999/xhtml", ""))
                .doesNotContain("http:", "https:", "url(", "src=", "<script");
        }
    }

    @Test
    void every_rule_of_the_book_has_its_card_exactly_once_in_each_edition() throws Exception {
        var ids = RuleBook.rules().stream().map(Rule::id).toList();
        for (var edition : Language.values()) {
            assertThat(cards(page(edition)).stream().map(card -> card.getAttribute("id")))
                .containsExactlyElementsOf(ids);
        }
    }

    @Test
    void a_card_says_all_that_its_rule_says() throws Exception {
        for (var edition : Language.values()) {
            var cards = cards(page(edition)).iterator();
            for (var rule : RuleBook.rules()) {
                var said = words(cards.next());
                var wanted = new ArrayList<>(List.of(rule.citation(), rule.wording(), rule.states(),
                    rule.certainty().text(), Words.date(rule.from())));
                rule.limit().map(Period::text).ifPresent(wanted::add);
                rule.missed().ifPresent(wanted::add);
                rule.course().starts().stream().filter(field -> !field.equals("leftTerritory")).map(Field::label)
                    .forEach(wanted::add);
                assertThat(wanted.stream().map(edition::of).map(Words::capital))
                    .allMatch(one -> said.contains(one) || said.contains(one.substring(1)), rule.id() + ": " + said);
                assertThat(said.contains(edition.of(Frame.CHECK_FLAG.text()))).as(rule.id())
                    .isEqualTo(RuleCard.toCheck(rule.certainty()));
            }
        }
    }

    @Test
    void every_limit_says_from_what_to_what_in_words_of_the_field() {
        for (var rule : RuleBook.rules()) {
            if (rule.limit().isPresent() || !rule.course().equals(Course.NONE)) {
                assertThat(rule.course().starts().isEmpty()).as(rule.id())
                    .isEqualTo(rule.course().end() == Course.End.COUNTED_BACK);
                Stream.concat(rule.course().starts().stream(), Stream.of(rule.course().act()))
                    .forEach(field -> assertThat(Field.of(field)).as(rule.id() + ": " + field).isPresent());
            }
        }
    }

    @Test
    void both_editions_carry_the_same_anchors_dates_and_numbers() throws Exception {
        var english = anchored(page(Language.EN));
        var french = anchored(page(Language.FR));
        assertThat(french.stream().map(element -> element.getAttribute("id")))
            .containsExactlyElementsOf(english.stream().map(element -> element.getAttribute("id")).toList());
        for (int i = 0; i < english.size(); i++) {
            assertThat(numbers(words(french.get(i)))).as(words(english.get(i)))
                .isEqualTo(numbers(words(english.get(i))));
            assertThat(dates(words(french.get(i)))).as(words(english.get(i)))
                .isEqualTo(dates(words(english.get(i))));
        }
    }

    /// Each number and how often it occurs; 23:00 is 23 h.
    private static SequencedMap<String, Integer> numbers(String text) {
        var found = new TreeMap<String, Integer>();
        NUMBER.matcher(text.replace(":00", "")).results().forEach(match -> found.merge(match.group(), 1, Integer::sum));
        return found;
    }

    private static List<String> dates(String text) {
        return Pattern.compile("(\\d{1,2})(?:er)? (" + String.join("|", MONTHS) + ") (\\d{4})").matcher(text).results()
            .map(date -> date.group(3) + "-" + (MONTHS.indexOf(date.group(2)) % 12 + 1) + "-" + date.group(1)).sorted()
            .toList();
    }

    @Test
    void the_criteria_stand_row_by_row_in_their_order() throws Exception {
        for (var edition : Language.values()) {
            var page = page(edition);
            rows(page, edition, "criteria-dublin-", DublinCriteria.TABLE);
            rows(page, edition, "criteria-successor-", MigrationCriteria.TABLE);
            assertThat(words(page.getDocumentElement()).split(edition.of(Frame.FIRST_ROW.text()), -1)).hasSize(3);
        }
    }

    private static void rows(Document page, Language edition, String prefix, List<Criterion> table) {
        var rows = elements(page, element -> element.getAttribute("id").startsWith(prefix));
        assertThat(rows).hasSameSizeAs(table);
        for (int i = 0; i < table.size(); i++) {
            assertThat(words(rows.get(i))).isEqualTo((i + 1)
                + edition.of(new Text(article(table.get(i)), Words.french(article(table.get(i)))))
                + Words.capital(edition.of(table.get(i).wording())));
        }
    }

    private static String article(Criterion row) {
        return row.code().replace("-fallback", "");
    }

    @Test
    void every_link_leads_to_one_place_and_says_where() throws Exception {
        for (var edition : Language.values()) {
            var page = page(edition);
            var anchors = anchored(page).stream().map(element -> element.getAttribute("id")).toList();
            assertThat(anchors).doesNotHaveDuplicates();
            for (var link : elements(page, element -> element.getTagName().equals("a"))) {
                assertThat(anchors).contains(link.getAttribute("href").substring(1));
                assertThat(link.getAttribute("title")).isNotBlank();
            }
        }
    }

    @Test
    void the_index_leads_to_every_rule_and_to_every_row_of_the_criteria() throws Exception {
        for (var edition : Language.values()) {
            var page = page(edition);
            var led = new HashSet<String>();
            elements(page, element -> element.getTagName().equals("a")
                && element.getParentNode().getParentNode().getParentNode() instanceof Element table
                && table.getAttribute("class").equals("index"))
                .forEach(link -> led.add(link.getAttribute("href").substring(1)));
            var wanted = Stream.concat(RuleBook.rules().stream().map(Rule::id),
                anchored(page).stream().map(element -> element.getAttribute("id"))
                    .filter(id -> id.matches("criteria-.*\\d")));
            assertThat(led).containsAll(wanted.toList());
        }
    }

    @Test
    void a_citation_is_found_under_its_own_law() {
        var index = new ArticleIndex(RuleBook.rules());
        assertThat(found(index.of(Instrument.DUBLIN_III), "21(1)")).containsExactly("D02", "D03");
        assertThat(found(index.of(Instrument.IMPLEMENTING), "9(2)")).contains("D23", "I03b");
        assertThat(found(index.of(Instrument.CESEDA), "L.612-1")).containsExactly("R01a");
        assertThat(index.of(Instrument.CESEDA).stream().map(entry -> entry.label().french()))
            .contains("L.511-1 II (2015)");
        assertThat(found(index.of(Instrument.CASF), "R.221-11")).containsExactly("U01");
        assertThat(found(index.judgments(), "C-670/16")).containsExactly("D01", "D03");
        assertThat(index.of(Instrument.DUBLIN_III).stream().map(entry -> entry.label().english()))
            .containsSubsequence("4", "5", "17(1)", "29(1)", "34(3)", "34(10)");
    }

    private static List<String> found(List<ArticleIndex.Entry> entries, String label) {
        return entries.stream().filter(entry -> entry.label().english().equals(label))
            .flatMap(entry -> entry.anchors().stream()).toList();
    }

    @Test
    void what_is_uncertain_is_printed_with_what_the_program_does_about_it() throws Exception {
        for (var edition : Language.values()) {
            var page = words(page(edition).getDocumentElement());
            for (var one : Uncertain.ALL) {
                assertThat(page).contains(edition.of(one.point()), edition.of(one.treatment()));
                assertThat(RuleBook.rules()).containsAll(one.rules());
            }
            Stream.of(Law.Succession.usual().evidence(), Counting.ARTICLE_42.text(), Counting.ARTICLE_75.text(),
                Counting.WORKING_DAYS.text(), Counting.CALENDAR.text())
                .forEach(text -> assertThat(page).contains(edition.of(text)));
        }
    }

    @Test
    void no_word_of_the_frame_is_left_in_one_language_only() {
        assertThat(Stream.of(Frame.values()).map(Frame::text).filter(text -> text.english().equals(text.french())))
            .containsExactly(new Text("Article", "Article"), new Text("Point", "Point"));
    }

    @Test
    void the_same_book_is_the_same_bytes() {
        for (var edition : Language.values()) {
            assertThat(text(edition)).isEqualTo(text(edition));
        }
    }
}
