package org.entente.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.reports.ReportNight.MARCH;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.entente.kernel.Language;
import org.entente.kernel.Xhtml;
import org.junit.jupiter.api.Test;

/// The same numbers in English and French, on screen and on paper.
class R02_TwoEditionsTest {

    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
    private static final Reports REPORTS = ReportNight.night(7).reports(
        ReportNight.counted("protection.concerns", 3, 1_250), ReportNight.counted("sensors.planned", 1_500, 4));

    @Test
    void both_languages_and_both_media_print_the_same_numbers() throws IOException {
        var english = numbersOfPage(Language.EN);
        assertThat(english).hasSizeGreaterThan(300).contains("1250", "1500", "1234");
        assertThat(numbersOfPage(Language.FR)).isEqualTo(english);
        assertThat(numbersOfPaper(Language.EN)).isEqualTo(english);
        assertThat(numbersOfPaper(Language.FR)).isEqualTo(english);
    }

    @Test
    void both_editions_know_the_same_sentences_with_the_same_places() {
        var english = new Words(Language.EN);
        var french = new Words(Language.FR);
        assertThat(french.keys()).isEqualTo(english.keys());
        var place = Pattern.compile("\\{\\d}");
        for (var key : english.keys()) {
            assertThat(place.matcher(french.of(key)).results().map(found -> found.group()).sorted().toList()).as(key)
                .isEqualTo(place.matcher(english.of(key)).results().map(found -> found.group()).sorted().toList());
        }
    }

    @Test
    void numbers_and_times_are_written_as_each_language_does() {
        var english = new Words(Language.EN);
        var french = new Words(Language.FR);
        assertThat(List.of(english.number(1_234_567), french.number(1_234_567), french.number(999)))
            .containsExactly("1,234,567", "1\u00a0234\u00a0567", "999");
        assertThat(List.of(english.percent(1, 3), french.percent(1, 3), french.percent(1, 0))).containsExactly("33.3%",
            "33,3\u00a0%", "–");
        assertThat(List.of(english.counted("alarms", 0), french.counted("alarms", 0), french.counted("alarms", 2)))
            .containsExactly("0\u00a0alarms", "0\u00a0alarme", "2\u00a0alarmes");
        assertThat(List.of(english.time(59), english.time(245), english.time(7_620))).containsExactly("59\u00a0s",
            "4\u00a0min\u00a005\u00a0s", "2\u00a0h\u00a007\u00a0min");
        assertThat(Xhtml.escaped(french.of("title.basis"))).doesNotContain(" :").contains("\u00a0:");
    }

    private static List<String> numbersOfPage(Language language) {
        var page = REPORTS.html(MARCH, language);
        var body = page.substring(page.indexOf("<body>")).replaceAll("(?s)<svg.*?</svg>", " ").replaceAll("<[^>]*>",
            " ");
        return numbers(body.replace("&lt;", "<").replace("&quot;", "\""), language);
    }

    /// Without the running head and the page numbers.
    private static List<String> numbersOfPaper(Language language) throws IOException {
        try (var document = Loader.loadPDF(REPORTS.pdf(MARCH, language))) {
            var text = new PDFTextStripper().getText(document);
            var head = language == Language.EN ? "Monthly joint report · March" : "Rapport conjoint mensuel · mars";
            return numbers(
                text.replaceAll("(?m)^" + head + "[\\s\u00a0]2016$", "").replaceAll("(?m)^\\d+ / \\d+\\s*$", ""),
                language);
        }
    }

    private static List<String> numbers(String text, Language language) {
        var plain = language == Language.EN
            ? text.replaceAll("(?<=\\d),(?=\\d{3})", "")
            : text.replaceAll("(?<=\\b\\d{1,3})\u00a0(?=\\d{3}\\b)", "").replaceAll("(?<=\\d),(?=\\d)", ".");
        return NUMBER.matcher(plain).results().map(found -> found.group()).sorted().toList();
    }
}
