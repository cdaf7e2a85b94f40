package org.entente.feeds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the XML of one event, or of a detail, into elements that know their place in the text.
///
/// Knows no DTD, no entity but the five of XML and character references, and no processing instruction, so nothing can be
/// expanded or fetched. Whatever it accepts, StAX accepts (a test compares them); it accepts less: names are ASCII.
/// One use per instance.
final class CotParser {

    private static final int DEEPEST = 64;

    private final String s;
    private int at;

    private CotParser(String text) {
        this.s = text;
    }

    /// The one element that `text` is.
    static CotElement element(String text) throws CotMalformed {
        CotParser parser = new CotParser(text);
        CotElement root = parser.startTag(0);
        parser.blank();
        if (parser.at != text.length()) {
            throw new CotMalformed("something follows the event");
        }
        return root;
    }

    /// The elements of a detail's content.
    static List<CotElement> fragment(String text) throws CotMalformed {
        if (text.isEmpty()) {
            return List.of();
        }
        CotParser parser = new CotParser(text);
        List<CotElement> children = new ArrayList<>();
        parser.content(children, new StringBuilder(), 0);
        if (parser.at != text.length()) {
            throw new CotMalformed("an end tag without a start");
        }
        return children;
    }

    private CotElement startTag(int depth) throws CotMalformed {
        int from = at;
        if (depth > DEEPEST) {
            throw new CotMalformed("nested too deep");
        }
        expect('<');
        String name = name();
        Map<String, String> attributes = attributes();
        if (peek() == '/') {
            at++;
            expect('>');
            return new CotElement(name, attributes, List.of(), "", from, at, at, at);
        }
        expect('>');
        int inner = at;
        List<CotElement> children = new ArrayList<>(4);
        StringBuilder text = new StringBuilder();
        content(children, text, depth + 1);
        int end = at;
        endTag(name);
        return new CotElement(name, attributes, children, text.toString(), from, inner, end, at);
    }

    private void endTag(String name) throws CotMalformed {
        expect('<');
        expect('/');
        if (!s.startsWith(name, at)) {
            throw new CotMalformed("end tag of another element than " + name);
        }
        at += name.length();
        blank();
        expect('>');
    }

    /// Reads up to the next end tag or the end of the text.
    private void content(List<CotElement> children, StringBuilder text, int depth) throws CotMalformed {
        while (at < s.length()) {
            char c = s.charAt(at);
            if (c != '<') {
                text(text);
            } else if (s.startsWith("</", at)) {
                return;
            } else if (s.startsWith("<!--", at)) {
                comment();
            } else if (s.startsWith("<![CDATA[", at)) {
                cdata(text);
            } else {
                children.add(startTag(depth));
            }
        }
    }

    private void text(StringBuilder text) throws CotMalformed {
        while (at < s.length() && s.charAt(at) != '<') {
            char c = s.charAt(at);
            if (c == '&') {
                reference(text);
            } else if (c == ']' && s.startsWith("]]>", at)) {
                throw new CotMalformed("]]> in text");
            } else {
                text.append(legal());
            }
        }
    }

    private void comment() throws CotMalformed {
        at += 4;
        while (!s.startsWith("--", at)) {
            legal();
        }
        at += 2;
        expect('>');
    }

    private void cdata(StringBuilder text) throws CotMalformed {
        at += 9;
        while (!s.startsWith("]]>", at)) {
            text.append(legal());
        }
        at += 3;
    }

    private Map<String, String> attributes() throws CotMalformed {
        Map<String, String> found = null;
        while (true) {
            int before = at;
            blank();
            char c = peek();
            if (c == '>' || c == '/') {
                return found == null ? Map.of() : found;
            }
            if (at == before) {
                throw new CotMalformed("no space before an attribute");
            }
            String key = name();
            blank();
            expect('=');
            blank();
            found = found == null ? new LinkedHashMap<>(8) : found;
            if (found.put(key, value()) != null) {
                throw new CotMalformed("attribute twice: " + key);
            }
        }
    }

    private String value() throws CotMalformed {
        char quote = peek();
        if (quote != '"' && quote != '\'') {
            throw new CotMalformed("attribute without quotes");
        }
        int from = ++at;
        while (plain(peek(), quote)) {
            at++;
        }
        if (s.charAt(at) == quote) {
            return s.substring(from, at++);
        }
        StringBuilder value = new StringBuilder().append(s, from, at);
        while (peek() != quote) {
            char c = s.charAt(at);
            if (c == '<') {
                throw new CotMalformed("< in an attribute");
            } else if (c == '&') {
                reference(value);
            } else {
                char d = legal();
                value.append(d < ' ' ? ' ' : d);
            }
        }
        at++;
        return value.toString();
    }

    private static boolean plain(char c, char quote) {
        return c != quote && c >= ' ' && c < 0xD800 && c != '<' && c != '&';
    }

    private void reference(StringBuilder to) throws CotMalformed {
        int end = s.indexOf(';', at);
        if (end < 0 || end - at > 10) {
            throw new CotMalformed("unfinished reference");
        }
        String name = s.substring(at + 1, end);
        at = end + 1;
        switch (name) {
            case "lt" -> to.append('<');
            case "gt" -> to.append('>');
            case "amp" -> to.append('&');
            case "quot" -> to.append('"');
            case "apos" -> to.append('\'');
            default -> to.appendCodePoint(numeric(name));
        }
    }

    private static int numeric(String name) throws CotMalformed {
        boolean hex = name.startsWith("#x");
        String digits = name.startsWith("#") ? name.substring(hex ? 2 : 1) : "";
        int code = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) < 128 ? Character.digit(digits.charAt(i), hex ? 16 : 10) : -1;
            if (digit < 0) {
                throw new CotMalformed("unknown reference " + name);
            }
            code = Math.min(0x110000, code * (hex ? 16 : 10) + digit);
        }
        if (digits.isEmpty() || !isChar(code)) {
            throw new CotMalformed("unknown reference " + name);
        }
        return code;
    }

    /// A name, or two with a colon between.
    private String name() throws CotMalformed {
        int from = at;
        part();
        if (at < s.length() && s.charAt(at) == ':') {
            at++;
            part();
        }
        return s.substring(from, at);
    }

    private void part() throws CotMalformed {
        int from = at;
        while (at < s.length() && isName(s.charAt(at), at == from)) {
            at++;
        }
        if (at == from) {
            throw new CotMalformed("a name is missing");
        }
    }

    private static boolean isName(char c, boolean first) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_'
            || !first && (c >= '0' && c <= '9' || c == '-' || c == '.');
    }

    private static boolean isChar(int code) {
        return code >= 0x20 && code < 0xD800 || code == '\t' || code == '\n' || code == '\r'
            || code >= 0xE000 && code < 0xFFFE
            || code >= 0x10000 && code < 0x110000;
    }

    /// Takes one char that XML allows; of a surrogate pair, each half in turn.
    private char legal() throws CotMalformed {
        char c = peek();
        boolean pair = Character.isHighSurrogate(c) && at + 1 < s.length() && Character.isLowSurrogate(s.charAt(at + 1))
            || Character.isLowSurrogate(c) && at > 0 && Character.isHighSurrogate(s.charAt(at - 1));
        if (!pair && !isChar(c)) {
            throw new CotMalformed("a character that XML does not allow");
        }
        at++;
        return c;
    }

    private void blank() {
        while (at < s.length()
            && (s.charAt(at) == ' ' || s.charAt(at) == '\n' || s.charAt(at) == '\r' || s.charAt(at) == '\t')) {
            at++;
        }
    }

    private char peek() throws CotMalformed {
        if (at >= s.length()) {
            throw new CotMalformed("ends too early");
        }
        return s.charAt(at);
    }

    private void expect(char c) throws CotMalformed {
        if (peek() != c) {
            throw new CotMalformed("expected " + c);
        }
        at++;
    }
}
