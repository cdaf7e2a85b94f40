package org.entente.law;

import java.util.Locale;

/// Writes well-formed XHTML: everything that is text is escaped, and French keeps its spaces together.
final class Markup {

    private final StringBuilder out = new StringBuilder(256 * 1024);

    /// Markup as it is; only ever literals of this package.
    Markup raw(String markup) {
        out.append(markup);
        return this;
    }

    Markup line(String markup) {
        return raw(markup).raw("\n");
    }

    Markup text(String text) {
        bound(text).codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(c);
            }
        });
        return this;
    }

    /// An element with text in it, `p` or `p class="small"`.
    Markup element(String opening, String text) {
        int space = opening.indexOf(' ');
        return raw("<" + opening + ">").text(text)
            .line("</" + (space < 0 ? opening : opening.substring(0, space)) + ">");
    }

    /// A link within the page. Its title is what PDF/UA reads aloud.
    Markup link(String to, String title, String text) {
        return raw("<a href=\"#" + to + "\" title=\"").text(title).raw("\">").text(text).raw("</a>");
    }

    /// No line begins with a colon or a closing guillemet, and none parts an article from its number.
    private static String bound(String text) {
        return text.replaceAll(" (?=[:;?!»])", "\u00a0").replace("« ", "«\u00a0")
            .replaceAll("(?<=§|n°|\\b[Aa]rt|\\b[Aa]rt\\.|No) (?=\\d)", "\u00a0");
    }

    /// With a capital at its head.
    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
