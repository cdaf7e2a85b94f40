package org.entente.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.entente.kernel.Language;
import org.entente.law.Law;
import org.entente.law.RuleBookPage;
import org.entente.reports.PdfPress;

/// `law --book DIR`: the rule book in four files, `rule-book-en.html`, `rule-book-fr.html` and the same as `.pdf`.
final class RuleBookFiles {

    private RuleBookFiles() {}

    /// Runs the command; gives the exit code. The folder is made where it is missing; files of these names are overwritten.
    static int run(String folder) {
        try {
            var into = Path.of(folder);
            if (folder.isBlank() || Files.exists(into) && !Files.isDirectory(into)) {
                System.err.println("law --book: \"" + folder + "\" is no folder");
                return 1;
            }
            Files.createDirectories(into);
            for (var edition : Language.values()) {
                var name = "rule-book-" + edition.name().toLowerCase(Locale.ROOT);
                var page = page(edition);
                Files.writeString(into.resolve(name + ".html"), page);
                Files.write(into.resolve(name + ".pdf"), new PdfPress().print(page));
            }
            return 0;
        } catch (InvalidPathException | IOException wrong) {
            System.err.println("law --book: cannot write into \"" + folder + "\": " + wrong.getMessage());
            return 1;
        }
    }

    /// The page of an edition, in the look of the house.
    static String page(Language edition) {
        return new RuleBookPage(edition, Law.Succession.usual(), PdfPress.style() + style()).text();
    }

    private static String style() {
        try (var in = Objects.requireNonNull(RuleBookFiles.class.getResourceAsStream("/law/rule-book.css"),
            "rule-book.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
