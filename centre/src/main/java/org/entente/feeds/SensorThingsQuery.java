package org.entente.feeds;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The query options of a request or of one `$expand`: read and bounded, not yet looked up in the model.
///
/// @param top at most 10,000; empty: 100
/// @param expand by name of the link
/// @param raw the options as sent, for the link to the next page
record SensorThingsQuery(Optional<Integer> top, int skip, boolean count, List<String> select,
    Map<String, SensorThingsQuery> expand,
    List<Order> orderBy, Optional<SensorThingsExpression> filter, Map<String, String> raw) {

    static final int MOST = 10_000;
    private static final int DEPTH = 5;

    record Order(SensorThingsExpression.Path path, boolean descending) {}

    static final SensorThingsQuery NONE = new SensorThingsQuery(Optional.empty(), 0, false, List.of(), Map.of(),
        List.of(), Optional.empty(), Map.of());

    /// Newest first, only the newest, nothing else asked: the last value.
    boolean asksNewest() {
        return top.equals(Optional.of(1)) && skip == 0 && !count && filter.isEmpty() && !orderBy.isEmpty()
            && orderBy.getFirst().descending() && orderBy.getFirst().path().names().equals(List.of("phenomenonTime"));
    }

    /// Reads the query part of a URL as it came, percent-encoded.
    static SensorThingsQuery ofUrl(String query) {
        var options = new LinkedHashMap<String, String>();
        for (var part : query.split("&")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                options.put(decoded(part.substring(0, equals)), decoded(part.substring(equals + 1)));
            }
        }
        return of(options, 0);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            throw SensorThingsRefused.bad("query", "Not a well-formed URL: " + text, "URL mal formée : " + text);
        }
    }

    private static SensorThingsQuery of(Map<String, String> options, int depth) {
        if (depth > DEPTH) {
            throw SensorThingsRefused.bad("query", "$expand goes at most " + DEPTH + " deep",
                "$expand a " + DEPTH + " niveaux au plus");
        }
        var query = NONE.withRaw(options);
        for (var option : options.entrySet()) {
            query = query.with(option.getKey(), option.getValue().strip(), depth);
        }
        return query;
    }

    private SensorThingsQuery with(String name, String value, int depth) {
        return switch (name) {
            case "$top" -> new SensorThingsQuery(Optional.of(Math.min(number(name, value), MOST)), skip, count, select,
                expand, orderBy, filter, raw);
            case "$skip" ->
                new SensorThingsQuery(top, number(name, value), count, select, expand, orderBy, filter, raw);
            case "$count" -> new SensorThingsQuery(top, skip, truth(value), select, expand, orderBy, filter, raw);
            case "$select" -> new SensorThingsQuery(top, skip, count, split(value, ','), expand, orderBy, filter, raw);
            case "$expand" ->
                new SensorThingsQuery(top, skip, count, select, expansions(value, depth), orderBy, filter, raw);
            case "$orderby" -> new SensorThingsQuery(top, skip, count, select, expand, orders(value), filter, raw);
            case "$filter" -> new SensorThingsQuery(top, skip, count, select, expand, orderBy,
                Optional.of(SensorThingsFilter.parse(value)), raw);
            case "$resultFormat" -> throw SensorThingsRefused.bad("query", "$resultFormat is not offered",
                "$resultFormat n’est pas offert");
            default -> {
                if (name.startsWith("$")) {
                    throw SensorThingsRefused.bad("query", "Unknown query option " + name,
                        "Option de requête inconnue : " + name);
                }
                yield this;
            }
        };
    }

    private SensorThingsQuery withRaw(Map<String, String> options) {
        return new SensorThingsQuery(top, skip, count, select, expand, orderBy, filter, options);
    }

    private static int number(String name, String value) {
        if (!value.matches("\\d{1,9}")) {
            throw SensorThingsRefused.bad("query", name + " needs a whole number, not " + value,
                name + " exige un nombre entier, pas " + value);
        }
        return Integer.parseInt(value);
    }

    private static boolean truth(String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw SensorThingsRefused.bad("query", "$count is true or false", "$count vaut true ou false");
        }
        return value.equals("true");
    }

    private static List<Order> orders(String value) {
        return split(value, ',').stream().map(one -> {
            var words = one.split("\\s+");
            boolean known = words.length == 1
                || words.length == 2 && (words[1].equals("asc") || words[1].equals("desc"));
            if (!known) {
                throw SensorThingsRefused.bad("query", "$orderby is a property and asc or desc: " + one,
                    "$orderby est une propriété et asc ou desc : " + one);
            }
            return new Order(new SensorThingsExpression.Path(List.of(words[0].split("/"))),
                words.length == 2 && words[1].equals("desc"));
        }).toList();
    }

    /// `Datastreams/Observations($top=1),Locations` as a map; a path is an expansion inside an expansion.
    private static Map<String, SensorThingsQuery> expansions(String value, int depth) {
        var expansions = new LinkedHashMap<String, SensorThingsQuery>();
        for (var one : split(value, ',')) {
            int open = one.indexOf('(');
            int slash = one.indexOf('/');
            Map<String, String> options = Map.of();
            String name = one;
            if (slash > 0 && (open < 0 || slash < open)) {
                name = one.substring(0, slash);
                options = Map.of("$expand", one.substring(slash + 1));
            } else if (open > 0) {
                if (!one.endsWith(")")) {
                    throw SensorThingsRefused.bad("query", "A parenthesis is missing: " + one,
                        "Il manque une parenthèse : " + one);
                }
                name = one.substring(0, open);
                options = inner(one.substring(open + 1, one.length() - 1));
            }
            expansions.merge(name, of(options, depth + 1), SensorThingsQuery::merged);
        }
        return expansions;
    }

    private static Map<String, String> inner(String text) {
        var options = new LinkedHashMap<String, String>();
        for (var part : split(text, ';')) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                options.put(part.substring(0, equals).strip(), part.substring(equals + 1));
            }
        }
        return options;
    }

    /// `A/B,A/C`: both under one A.
    private SensorThingsQuery merged(SensorThingsQuery other) {
        var both = new LinkedHashMap<>(expand);
        other.expand.forEach((name, query) -> both.merge(name, query, SensorThingsQuery::merged));
        return new SensorThingsQuery(top.or(() -> other.top), skip, count || other.count, select, both,
            orderBy.isEmpty() ? other.orderBy : orderBy, filter.or(() -> other.filter), raw);
    }

    /// Splits at a character outside of parentheses and quotes.
    private static List<String> split(String text, char at) {
        var parts = new ArrayList<String>();
        int depth = 0;
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? at : text.charAt(i);
            quoted ^= c == '\'' && i < text.length();
            depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            if (i == text.length() || c == at && depth == 0 && !quoted) {
                var part = text.substring(start, i).strip();
                if (!part.isEmpty()) {
                    parts.add(part);
                }
                start = i + 1;
            }
        }
        return List.copyOf(parts);
    }
}
