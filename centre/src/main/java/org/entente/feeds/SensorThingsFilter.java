package org.entente.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entente.feeds.SensorThingsExpression.Call;
import org.entente.feeds.SensorThingsExpression.Operation;
import org.entente.feeds.SensorThingsExpression.Path;

/// Reads a `$filter` (18-088 clause 9.3.3.5). Precedence, loosest first: or, and, not, comparison, add/sub, mul/div/mod.
final class SensorThingsFilter {

    private static final int MOST_TOKENS = 200;
    private static final Set<String> COMPARISONS = Set.of("eq", "ne", "gt", "ge", "lt", "le");
    private static final Set<String> SUMS = Set.of("add", "sub");
    private static final Set<String> PRODUCTS = Set.of("mul", "div", "mod");
    private static final Pattern TOKEN = Pattern.compile(
        """
            \\s*(?:(?<text>'(?:[^']|'')*')|(?<time>\\d{4}-\\d\\d-\\d\\d(?:T[0-9:.]+(?:Z|[+-]\\d\\d:?\\d\\d)?)?)\
            |(?<number>-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)|(?<word>[@A-Za-z_][A-Za-z0-9_.@]*(?:/[@A-Za-z_0-9][A-Za-z0-9_.@-]*)*)|(?<sign>[(),]))""");

    private record Token(String group, String text) {}

    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int depth;

    private SensorThingsFilter(String text) {
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length() && matcher.find(end) && matcher.start() == end && tokens.size() < MOST_TOKENS) {
            for (var group : List.of("text", "time", "number", "word", "sign")) {
                if (matcher.group(group) != null) {
                    tokens.add(new Token(group, matcher.group(group)));
                }
            }
            end = matcher.end();
        }
        if (!text.substring(end).isBlank()) {
            throw wrong(text.substring(end, Math.min(text.length(), end + 40)));
        }
        tokens.add(new Token("end", ""));
    }

    static SensorThingsExpression parse(String text) {
        var filter = new SensorThingsFilter(text);
        var expression = filter.any();
        if (!filter.peek().group().equals("end")) {
            throw wrong(filter.peek().text());
        }
        return expression;
    }

    private static SensorThingsRefused wrong(String where) {
        return SensorThingsRefused.bad("query", "The $filter cannot be read at: " + where,
            "Le $filter est illisible à : " + where);
    }

    private SensorThingsExpression any() {
        if (++depth > 30) {
            throw wrong("(((");
        }
        var left = all();
        while (take("or")) {
            left = new Operation("or", List.of(left, all()));
        }
        depth--;
        return left;
    }

    private SensorThingsExpression all() {
        var left = not();
        while (take("and")) {
            left = new Operation("and", List.of(left, not()));
        }
        return left;
    }

    private SensorThingsExpression not() {
        return take("not") ? new Operation("not", List.of(not())) : comparison();
    }

    private SensorThingsExpression comparison() {
        var left = sum();
        if (peek().group().equals("word") && COMPARISONS.contains(peek().text())) {
            return new Operation(next().text(), List.of(left, sum()));
        }
        return left;
    }

    private SensorThingsExpression sum() {
        var left = product();
        while (peek().group().equals("word") && SUMS.contains(peek().text())) {
            left = new Operation(next().text(), List.of(left, product()));
        }
        return left;
    }

    private SensorThingsExpression product() {
        var left = value();
        while (peek().group().equals("word") && PRODUCTS.contains(peek().text())) {
            left = new Operation(next().text(), List.of(left, value()));
        }
        return left;
    }

    private SensorThingsExpression value() {
        var token = next();
        return switch (token.group()) {
            case "text" -> new SensorThingsExpression.Text(
                token.text().substring(1, token.text().length() - 1).replace("''", "'"));
            case "time" -> new SensorThingsExpression.Time(token.text());
            case "number" -> new SensorThingsExpression.Number(token.text());
            case "word" -> word(token.text());
            case "sign" -> parenthesis(token.text());
            default -> throw wrong(token.text());
        };
    }

    private SensorThingsExpression parenthesis(String sign) {
        if (!sign.equals("(")) {
            throw wrong(sign);
        }
        var inside = any();
        expect(")");
        return inside;
    }

    private SensorThingsExpression word(String word) {
        if (word.equals("true") || word.equals("false")) {
            return new SensorThingsExpression.Truth(word.equals("true"));
        }
        if (!peek().text().equals("(") || !peek().group().equals("sign")) {
            return new Path(List.of(word.split("/")));
        }
        next();
        var arguments = new ArrayList<SensorThingsExpression>();
        while (!take(")")) {
            if (!arguments.isEmpty()) {
                expect(",");
            }
            arguments.add(any());
        }
        return new Call(word, List.copyOf(arguments));
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token next() {
        var token = tokens.get(at);
        at = Math.min(at + 1, tokens.size() - 1);
        return token;
    }

    private boolean take(String text) {
        boolean here = !peek().group().equals("text") && peek().text().equals(text);
        if (here) {
            next();
        }
        return here;
    }

    private void expect(String text) {
        if (!take(text)) {
            throw wrong(peek().text());
        }
    }
}
