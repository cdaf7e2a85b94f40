package org.entente.journal;

import java.util.List;
import org.entente.kernel.Text;

/// What the verification of a bundle found, line by line.
///
/// @param ok everything that can be proven is proven
public record EvidenceReport(boolean ok, List<Line> lines) {

    /// How a line is meant.
    public enum Mark {
        PROVEN, REFUSED, NOTE
    }

    /// One finding.
    public record Line(Mark mark, Text text) {}

    public EvidenceReport {
        lines = List.copyOf(lines);
    }

    /// For a terminal: every line in both languages.
    public String print() {
        var out = new StringBuilder();
        for (var line : lines) {
            var sign = switch (line.mark()) {
                case PROVEN -> "ok   ";
                case REFUSED -> "NO   ";
                case NOTE -> "     ";
            };
            out.append(sign).append(line.text().english()).append("\n     ").append(line.text().french()).append('\n');
        }
        return out.toString();
    }
}
