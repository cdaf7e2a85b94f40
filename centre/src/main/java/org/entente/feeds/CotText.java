package org.entente.feeds;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;

/// How values are written in CoT XML.
final class CotText {

    private CotText() {}

    /// A finite decimal number, perhaps with an exponent.
    static boolean isNumber(String text) {
        if (text.isEmpty() || text.length() > 40
            || !text.chars().allMatch(c -> c >= '0' && c <= '9' || ".-+eE".indexOf(c) >= 0)) {
            return false;
        }
        try {
            return Double.isFinite(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /// Shortest decimal without exponent that reads back as the same double.
    static String number(double value) {
        String text = Double.toString(value);
        return text.indexOf('E') < 0 ? text : new BigDecimal(text).toPlainString();
    }

    /// Milliseconds since 1970 of an ISO 8601 time; without a zone it is UTC.
    static long millis(String text) throws CotMalformed {
        try {
            boolean zoned = text.endsWith("Z") || text.indexOf('+', 10) > 0 || text.indexOf('-', 10) > 0;
            return Instant.parse(zoned ? text : text + "Z").toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            throw new CotMalformed("not a time: " + text);
        }
    }

    static String time(long millis) {
        String text = Instant.ofEpochMilli(millis).toString();
        return text.length() == 20 ? text.substring(0, 19) + ".000Z" : text;
    }

    /// Escapes a value for a double-quoted attribute or for text; what XML does not allow becomes a space.
    static String escape(String value) {
        StringBuilder out = null;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            String with = switch (c) {
                case '&' -> "&amp;";
                case '<' -> "&lt;";
                case '>' -> "&gt;";
                case '"' -> "&quot;";
                case '\n' -> "&#10;";
                case '\r' -> "&#13;";
                case '\t' -> "&#9;";
                default -> c < ' ' || c >= 0xfffe ? " " : "";
            };
            if (!with.isEmpty() && out == null) {
                out = new StringBuilder(value.length() + 16).append(value, 0, i);
            }
            if (out != null) {
                out.append(with.isEmpty() ? String.valueOf(c) : with);
            }
        }
        return out == null ? value : out.toString();
    }
}
