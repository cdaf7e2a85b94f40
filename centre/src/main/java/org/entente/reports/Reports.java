package org.entente.reports;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.entente.journal.Journal;
import org.entente.kernel.Figure;
import org.entente.kernel.FigureSource;
import org.entente.kernel.Language;

/// The monthly joint report of the two gold commanders (JD2015 §15(v)), in both languages, from one set of figures.
///
/// Reads the journal when asked, going on from where it was; a report is always of now. Safe from any thread.
public final class Reports {

    /// A month there are entries of; `to` is the first moment after it.
    public record Month(YearMonth month, Instant from, Instant to) {}

    private static final int PAGE = 1_000;

    private final Journal journal;
    private final List<FigureSource> sources;
    private final Setting setting;
    private final Supplier<String> checkpoint;
    private final Ledger ledger;
    private final PdfPress press = new PdfPress();

    /// @param sources counts of other modules; keys beginning with `sensors.` or `feeds.` are printed as they are, all
    ///     others are taken to come from behind the wall and small ones are withheld ([org.entente.kernel.SmallNumbers])
    /// @param checkpoint gives the journal's newest signed note (C2SP tlog-checkpoint), blank when there is none
    public Reports(Journal journal, List<FigureSource> sources, Setting setting, Supplier<String> checkpoint) {
        this.journal = journal;
        this.sources = List.copyOf(sources);
        this.setting = setting;
        this.checkpoint = checkpoint;
        this.ledger = new Ledger(setting.zone());
    }

    /// Every month there are entries of, the newest first.
    public synchronized List<Month> months() {
        catchUp();
        var months = new ArrayList<Month>();
        ledger.months().keySet().forEach(month -> months.add(
            new Month(month, MonthCount.start(month, setting.zone()),
                MonthCount.start(month.plusMonths(1), setting.zone()))));
        Collections.reverse(months);
        return months;
    }

    /// The figures of a month; all zero for a month without entries.
    public synchronized Figures figures(YearMonth month) {
        catchUp();
        var from = MonthCount.start(month, setting.zone());
        var to = MonthCount.start(month.plusMonths(1), setting.zone());
        var counted = new ArrayList<Figure>();
        sources.forEach(source -> counted.addAll(source.figures(from, to)));
        return new MonthCount(setting, month, ledger).figures(counted, readCheckpoint(checkpoint.get()));
    }

    /// The report as a page: well-formed XHTML without script or outside resource, one style sheet inside.
    public String html(YearMonth month, Language language) {
        return new ReportPage(setting, figures(month), language, ReportPage.Medium.SCREEN).text();
    }

    /// The report on paper: PDF/A-2a and PDF/UA-1, A4, fonts inside.
    public byte[] pdf(YearMonth month, Language language) {
        return press.print(new ReportPage(setting, figures(month), language, ReportPage.Medium.PAPER).text());
    }

    private void catchUp() {
        for (var page = journal.after(ledger.position(), PAGE); !page.isEmpty(); page = journal.after(ledger.position(),
            PAGE)) {
            page.forEach(ledger::fold);
        }
    }

    /// Origin, size and root are the first three lines of the note.
    private static Optional<Figures.Checkpoint> readCheckpoint(String note) {
        var lines = note.split("\n");
        boolean readable = lines.length >= 3 && lines[1].matches("\\d{1,18}");
        return readable
            ? Optional.of(new Figures.Checkpoint(lines[0], Long.parseLong(lines[1]), lines[2]))
            : Optional.empty();
    }
}
