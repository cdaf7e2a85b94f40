package org.entente.kernel;

import java.util.List;
import java.util.regex.Pattern;

/// Writes well-formed XHTML: everything that is text is escaped, and French keeps its spaces together.
public final class Xhtml {

    private static final Pattern KEPT = Pattern
        .compile(" (?=[:;?!»])|(?<=«) |(?<=§|n°|\\b[Aa]rt|\\b[Aa]rt\\.|No) (?=\\d)");

    private final StringBuilder out = new StringBuilder(32 * 1024);

    /// Markup as it is; only ever literals of the program.
    public Xhtml raw(String markup) {
        out.append(markup);
        return this;
    }

    public Xhtml line(String markup) {
        return raw(markup).raw("\n");
    }

    /// An element with text in it, `p` or `p class="small"`.
    public Xhtml element(String opening, String text) {
        int space = opening.indexOf(' ');
        return raw("<" + opening + ">").text(text)
            .line("</" + (space < 0 ? opening : opening.substring(0, space)) + ">");
    }

    public Xhtml text(String text) {
        out.append(escaped(text));
        return this;
    }

    /// A link within the page. Its title is what PDF/UA reads aloud.
    public Xhtml link(String to, String title, String text) {
        return raw("<a href=\"#" + to + "\" title=\"").text(title).raw("\">").text(text).raw("</a>");
    }

    /// A row: its heading, then its cells.
    public Xhtml row(String kind, String heading, List<String> cells) {
        raw(kind.isEmpty() ? "<tr>" : "<tr class=\"" + kind + "\">").raw("<th scope=\"row\" class=\"w\">").text(heading)
            .raw("</th>");
        cells.forEach(cell -> raw("<td>").text(cell).raw("</td>"));
        return line("</tr>");
    }

    /// The row of column headings; the first is left-aligned.
    public Xhtml head(List<String> headings) {
        raw("<thead><tr>");
        for (int i = 0; i < headings.size(); i++) {
            raw(i == 0 ? "<th scope=\"col\" class=\"w\">" : "<th scope=\"col\">").text(headings.get(i)).raw("</th>");
        }
        return line("</tr></thead>");
    }

    /// Text for an element or between the quotes of an attribute.
    public static String escaped(String raw) {
        var text = bound(raw);
        var safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(printable(c) ? c : 0xFFFD);
            }
        });
        return safe.toString();
    }

    /// What XML 1.0 allows.
    private static boolean printable(int c) {
        return c == '\t' || c == '\n' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }

    /// No line begins with a colon or a closing guillemet, and none parts an article from its number.
    private static String bound(String text) {
        return KEPT.matcher(text).replaceAll("\u00a0");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
