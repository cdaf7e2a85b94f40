package org.entente.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.reports.ReportNight.MARCH;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.entente.kernel.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the page and the paper are: the golden editions, the wall's small numbers, and nothing from outside.
class R03_TheEditionItselfTest {

    private static final Reports REPORTS = ReportNight.night(7)
        .reports(ReportNight.counted("protection.concerns", 3, 12, 0));

    /// Run with `-Dentente.golden=write` after a wanted change and review the difference.
    @ParameterizedTest
    @EnumSource(Language.class)
    void the_page_is_the_golden_edition_byte_for_byte(Language language) throws IOException {
        var golden = Path.of(System.getProperty("entente.root", ".."),
            "centre/src/test/resources/reports/march_" + language + ".html");
        var page = REPORTS.html(MARCH, language);
        if ("write".equals(System.getProperty("entente.golden"))) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, page);
        }
        assertThat(page).isEqualTo(Files.readString(golden));
    }

    @Test
    void a_small_number_from_behind_the_wall_is_nowhere_not_even_in_the_figures() {
        var figures = REPORTS.figures(MARCH);
        assertThat(figures.protection()).extracting(guarded -> guarded.count().isPresent()).containsExactly(false, true,
            true);
        assertThat(REPORTS.html(MARCH, Language.EN)).contains("way 1</th><td>fewer than 5</td>")
            .contains("way 2</th><td>12</td>").contains("way 3</th><td>0</td>");
        assertThat(REPORTS.html(MARCH, Language.FR)).contains("voie 1</th><td>moins de 5</td>");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_page_is_well_formed_and_asks_for_nothing_from_outside(Language language) throws Exception {
        var page = new ReportNight().opened("I1", "<script>alert(1)</script>", "\"&\u0001<", ReportNight.PAF,
            Instant.parse("2016-03-03T21:00:00Z")).reports().html(MARCH, language);
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
            .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
        assertThat(document.getDocumentElement().getAttribute("lang")).isEqualTo(language.tag());
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(page.replace("http://www.w3.org/1999/xhtml", "").replace("http://www.w3.org/2000/svg", ""))
            .doesNotContain("http:", "https:", "url(", "src=");
        var charts = document.getElementsByTagName("svg");
        for (int i = 0; i < charts.getLength(); i++) {
            assertThat(charts.item(i).getAttributes().getNamedItem("aria-label").getNodeValue()).isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_paper_is_tagged_has_its_language_and_carries_its_fonts(Language language) throws IOException {
        try (var document = Loader.loadPDF(REPORTS.pdf(MARCH, language))) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo(language.tag());
            assertThat(document.getDocumentCatalog().getOutputIntents()).isNotEmpty();
            assertThat(document.getDocumentCatalog().getDocumentOutline().hasChildren()).isTrue();
            assertThat(document.getNumberOfPages()).isBetween(6, 12);
            for (var page : document.getPages()) {
                assertThat(page.getMediaBox().getWidth()).isBetween(595f, 596f);
                for (var name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    void a_night_is_not_a_month_and_the_report_says_so() {
        assertThat(REPORTS.html(MARCH, Language.EN))
            .contains("These are figures of 12\u00a0hours, not of a whole month.");
        assertThat(REPORTS.html(MARCH, Language.FR))
            .contains("Ces chiffres portent sur 12\u00a0heures et non sur un mois entier.");
    }
}
