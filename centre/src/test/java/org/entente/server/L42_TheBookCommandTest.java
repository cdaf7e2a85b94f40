package org.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.entente.kernel.Language;
import org.entente.law.RuleBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `law --book DIR`: four files, printed as the reports are; a folder that is none is refused in words.
class L42_TheBookCommandTest {

    @TempDir
    Path folder;

    private record Run(int code, String errors) {}

    private static Run law(String... arguments) {
        var errors = new ByteArrayOutputStream();
        var usual = System.err;
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
        try {
            return new Run(LawCommand.run(List.of(arguments)), errors.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(usual);
        }
    }

    @Test
    void the_book_is_four_files_and_a_second_printing_has_the_same_pages() throws IOException {
        var into = folder.resolve("made/for it");
        assertThat(law("--book", into.toString())).isEqualTo(new Run(0, ""));
        try (var files = Files.list(into)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder("rule-book-en.html",
                "rule-book-en.pdf", "rule-book-fr.html", "rule-book-fr.pdf");
        }
        for (var edition : Language.values()) {
            var name = edition == Language.EN ? "rule-book-en" : "rule-book-fr";
            assertThat(Files.readString(into.resolve(name + ".html"))).isEqualTo(RuleBookFiles.page(edition));
            paper(into.resolve(name + ".pdf"), edition == Language.EN ? "en-GB" : "fr-FR");
        }
    }

    private static void paper(Path file, String language) throws IOException {
        try (var document = Loader.loadPDF(file.toFile())) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo(language);
            assertThat(document.getDocumentCatalog().getOutputIntents()).isNotEmpty();
            assertThat(document.getDocumentCatalog().getDocumentOutline().hasChildren()).isTrue();
            for (var page : document.getPages()) {
                assertThat(page.getMediaBox().getWidth()).isBetween(595f, 596f);
                for (var name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
                for (var link : page.getAnnotations()) {
                    assertThat(link.getContents()).as("a link read aloud").isNotBlank();
                }
            }
            var text = new PDFTextStripper().getText(document);
            assertThat(RuleBook.rules()).allSatisfy(rule -> assertThat(text).contains(rule.id() + " "));
            assertThat(text).doesNotContain("#", "\ufffd");
        }
    }

    @Test
    void a_file_in_place_of_the_folder_is_refused_and_nothing_is_written() throws IOException {
        var file = Files.writeString(folder.resolve("cases.json"), "{}");
        assertThat(law("--book", file.toString()))
            .isEqualTo(new Run(1, "law --book: \"" + file + "\" is no folder" + System.lineSeparator()));
        assertThat(Files.readString(file)).isEqualTo("{}");
        assertThat(law("--book", file.resolve("below").toString()).errors()).startsWith("law --book: cannot write into")
            .contains(file.toString());
        assertThat(law("--book", "").code()).isEqualTo(1);
    }

    @Test
    void without_a_folder_the_command_says_how_it_is_called() {
        assertThat(law("--book")).isEqualTo(new Run(2, "law CASES.json | law --book DIR" + System.lineSeparator()));
        assertThat(law("--book", "one", "two").code()).isEqualTo(2);
    }
}
