package org.entente.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.feeds.SensorThingsExpression.Call;
import org.entente.feeds.SensorThingsExpression.Operation;
import org.entente.feeds.SensorThingsExpression.Path;
import org.entente.feeds.SensorThingsModel.Kind;
import org.entente.feeds.SensorThingsModel.Link;

/// Compiles `$filter` and `$orderby` to SQL. What a client wrote only ever travels as a bind variable.
final class SensorThingsSql {

    /// A piece of SQL with the values of its `?`, in order.
    record Piece(String sql, List<Object> binds) {

        static Piece of(String sql, Object... binds) {
            return new Piece(sql, List.of(binds));
        }

        /// Replaces each `%s` by a piece, binds in the same order.
        static Piece format(String frame, Piece... parts) {
            var binds = new ArrayList<>();
            var texts = new Object[parts.length];
            for (int i = 0; i < parts.length; i++) {
                texts[i] = parts[i].sql;
                binds.addAll(parts[i].binds);
            }
            return new Piece(frame.formatted(texts), binds);
        }
    }

    /// What can be compared with what.
    private enum Sort { NUMBER, TEXT, TIME, TRUTH, JSON, RESULT, PERIOD, ID }

    /// @param other RESULT: the number of it; PERIOD: its end
    private record Value(Sort sort, Piece piece, Optional<Piece> other) {
        Value(Sort sort, Piece piece) {
            this(sort, piece, Optional.empty());
        }
    }

    private final AtomicInteger aliases = new AtomicInteger();
    private final String now;

    /// @param now the centre's clock, for `now()`
    SensorThingsSql(java.time.Instant now) {
        this.now = now.toString();
    }

    /// The condition a row `alias` of the entity must meet.
    Piece condition(SensorThingsExpression expression, SensorThingsModel entity, String alias) {
        if (expression instanceof Operation(var word, var on)) {
            switch (word) {
                case "and", "or" -> {
                    return Piece.format("(%s " + word + " %s)", condition(on.getFirst(), entity, alias),
                        condition(on.getLast(), entity, alias));
                }
                case "not" -> {
                    return Piece.format("(not coalesce(%s, false))", condition(on.getFirst(), entity, alias));
                }
                default -> {
                } // a comparison
            }
        }
        var far = link(expression, entity);
        if (far.isPresent()) {
            var next = "f" + aliases.incrementAndGet();
            var on = on(far.get(), next, alias + "." + entity.id);
            return Piece.format(
                "exists (select 1 from " + far.get().target().table + " " + next + " where " + on.replace("%", "%%")
                    + " and %s)",
                condition(withoutFirst(expression), far.get().target(), next));
        }
        var value = value(expression, entity, alias);
        if (value.sort() != Sort.TRUTH) {
            throw wrong("not a condition");
        }
        return value.piece();
    }

    /// The order, with the id last so that pages never overlap.
    Piece order(List<SensorThingsQuery.Order> orders, SensorThingsModel entity, String alias) {
        var binds = new ArrayList<>();
        var sql = new StringBuilder();
        boolean descending = false;
        for (var order : orders) {
            var piece = orderValue(order.path(), entity, alias);
            descending = order.descending();
            sql.append(piece.sql().replace("{direction}", descending ? " desc" : ""))
                .append(descending ? " desc, " : ", ");
            binds.addAll(piece.binds());
        }
        return new Piece(sql + alias + "." + entity.id + (descending ? " desc" : ""), binds);
    }

    private Piece orderValue(Path path, SensorThingsModel entity, String alias) {
        var link = link(path, entity);
        if (link.isPresent()) {
            if (link.get().many()) {
                throw wrong("$orderby " + String.join("/", path.names()));
            }
            var next = "s" + aliases.incrementAndGet();
            return Piece.format("(select %s from " + link.get().target().table + " " + next + " where "
                + on(link.get(), next, alias + "." + entity.id) + ")",
                orderValue((Path) withoutFirst(path), link.get().target(), next));
        }
        var value = path(path, entity, alias);
        return switch (value.sort()) {
            case RESULT -> Piece.format("%s{direction}, %s", value.other().orElseThrow(), value.piece());
            case JSON -> Piece.format("(%s)::text", value.piece());
            case NUMBER, TEXT, TIME, TRUTH, PERIOD, ID -> value.piece();
        };
    }

    /// The condition of a link between a row of its target and an id.
    static String on(Link link, String alias, String parent) {
        return link.on().replace("{c}", alias).replace("{p}", parent);
    }

    /// The first link on the way to what the expression speaks of; all its paths must take the same.
    private static Optional<Link> link(SensorThingsExpression expression, SensorThingsModel entity) {
        var firsts = new ArrayList<Optional<Link>>();
        paths(expression).forEach(
            path -> firsts.add(path.names().size() > 1 ? entity.link(path.names().getFirst()) : Optional.empty()));
        if (firsts.stream().distinct().count() > 1) {
            throw wrong("properties of different entities in one comparison");
        }
        return firsts.isEmpty() ? Optional.empty() : firsts.getFirst();
    }

    private static List<Path> paths(SensorThingsExpression expression) {
        return switch (expression) {
            case Path path -> List.of(path);
            case Operation(_, var on) -> on.stream().flatMap(one -> paths(one).stream()).toList();
            case Call(_, var on) -> on.stream().flatMap(one -> paths(one).stream()).toList();
            case SensorThingsExpression.Text _,SensorThingsExpression.Number _,SensorThingsExpression.Truth _,SensorThingsExpression.Time _ ->
                List.of();
        };
    }

    private static SensorThingsExpression withoutFirst(SensorThingsExpression expression) {
        return switch (expression) {
            case Path(var names) -> new Path(names.subList(1, names.size()));
            case Operation(var word, var on) ->
                new Operation(word, on.stream().map(SensorThingsSql::withoutFirst).toList());
            case Call(var function, var on) ->
                new Call(function, on.stream().map(SensorThingsSql::withoutFirst).toList());
            case SensorThingsExpression.Text _,SensorThingsExpression.Number _,SensorThingsExpression.Truth _,SensorThingsExpression.Time _ ->
                expression;
        };
    }

    private Value value(SensorThingsExpression expression, SensorThingsModel entity, String alias) {
        return switch (expression) {
            case Path path -> path(path, entity, alias);
            case SensorThingsExpression.Text(var text) -> new Value(Sort.TEXT, Piece.of("?::text", text));
            case SensorThingsExpression.Number(var number) -> new Value(Sort.NUMBER, Piece.of("?::float8", number));
            case SensorThingsExpression.Truth(var truth) -> new Value(Sort.TRUTH, Piece.of(truth ? "true" : "false"));
            case SensorThingsExpression.Time(var time) -> new Value(Sort.TIME, Piece.of("?::timestamptz", time));
            case Operation(var word, var on) -> switch (word) {
                case "and", "or", "not" -> new Value(Sort.TRUTH, condition(expression, entity, alias));
                case "add", "sub", "mul", "div", "mod" ->
                    arithmetic(word, value(on.getFirst(), entity, alias), value(on.getLast(), entity, alias));
                default -> new Value(Sort.TRUTH,
                    compare(word, value(on.getFirst(), entity, alias), value(on.getLast(), entity, alias)));
            };
            case Call(var function, var on) ->
                call(function, on.stream().map(one -> value(one, entity, alias)).toList());
        };
    }

    private Value path(Path path, SensorThingsModel entity, String alias) {
        var names = path.names();
        var property = entity.property(names.getFirst())
            .orElseThrow(() -> wrong("no property " + names.getFirst() + " of " + entity.one));
        var own = Piece.of(property.sql().replace("{c}", alias));
        boolean deep = names.size() > 1;
        if (deep && property.kind() != Kind.JSON && property.kind() != Kind.RESULT) {
            throw wrong("no property " + String.join("/", names));
        }
        if (deep) {
            var keys = names.subList(1, names.size());
            var binds = new ArrayList<Object>(keys);
            return new Value(Sort.JSON,
                new Piece("((" + own.sql() + ")::jsonb" + " -> ?::text".repeat(keys.size()) + ")", binds));
        }
        return switch (property.kind()) {
            case ID -> new Value(Sort.ID, own);
            case TEXT -> new Value(Sort.TEXT, own);
            case JSON -> new Value(Sort.JSON, own);
            case TIME -> new Value(Sort.TIME, own);
            case PERIOD -> new Value(Sort.PERIOD, own, Optional.of(Piece.of(property.until().replace("{c}", alias))));
            case RESULT -> new Value(Sort.RESULT, own, Optional.of(Piece.of("nullif(" + alias + ".value, 'NaN')")));
        };
    }

    private static Piece compare(String word, Value left, Value right) {
        var sign = switch (word) {
            case "eq" -> "=";
            case "ne" -> "<>";
            case "gt" -> ">";
            case "ge" -> ">=";
            case "lt" -> "<";
            case "le" -> "<=";
            default -> throw wrong(word);
        };
        var frame = "(%s " + sign + " %s)";
        if (left.sort() == Sort.ID || right.sort() == Sort.ID) {
            return Piece.format(frame, whole(left), whole(right));
        }
        if (left.sort() == Sort.PERIOD || right.sort() == Sort.PERIOD) {
            boolean before = word.startsWith("l") == (left.sort() == Sort.PERIOD) && !word.equals("eq")
                && !word.equals("ne");
            return Piece.format(frame, moment(left, before), moment(right, before));
        }
        if (left.sort() == Sort.TIME || right.sort() == Sort.TIME) {
            return Piece.format(frame, moment(left, false), moment(right, false));
        }
        if (left.sort() == Sort.NUMBER || right.sort() == Sort.NUMBER) {
            return Piece.format(frame, number(left), number(right));
        }
        return Piece.format(frame, text(left), text(right));
    }

    private static Piece whole(Value value) {
        return switch (value.sort()) {
            case ID -> value.piece();
            case NUMBER, TEXT -> Piece.format("(%s)::numeric", value.piece());
            case TIME, TRUTH, JSON, RESULT, PERIOD -> throw wrong("an id is a number");
        };
    }

    private static Piece moment(Value value, boolean end) {
        return switch (value.sort()) {
            case TIME -> value.piece();
            case PERIOD ->
                end ? Piece.format("coalesce(%s, %s)", value.other().orElseThrow(), value.piece()) : value.piece();
            case TEXT, JSON -> Piece.format("(%s)::timestamptz", text(value));
            case NUMBER, TRUTH, RESULT, ID -> throw wrong("a time is compared with a time");
        };
    }

    private static Piece number(Value value) {
        return switch (value.sort()) {
            case NUMBER, ID -> value.piece();
            case RESULT -> value.other().orElseThrow();
            case JSON -> Piece.format("(case when jsonb_typeof(%s) = 'number' then (%s)::float8 end)", value.piece(),
                value.piece());
            case TEXT -> Piece.format("(%s)::float8", value.piece());
            case TIME, TRUTH, PERIOD -> throw wrong("a number is compared with a number");
        };
    }

    private static Piece text(Value value) {
        return switch (value.sort()) {
            case TEXT -> value.piece();
            case JSON -> Piece.format("(%s #>> '{}')", value.piece());
            case RESULT -> Piece.format("((%s)::jsonb #>> '{}')", value.piece());
            case TRUTH, NUMBER, ID, TIME -> Piece.format("(%s)::text", value.piece());
            case PERIOD -> throw wrong("an interval is not a text");
        };
    }

    private static Value arithmetic(String word, Value left, Value right) {
        var sign = switch (word) {
            case "add" -> "+";
            case "sub" -> "-";
            case "mul" -> "*";
            default -> "/";
        };
        return word.equals("mod")
            ? new Value(Sort.NUMBER,
                Piece.format("mod((%s)::numeric, (%s)::numeric)::float8", number(left), number(right)))
            : new Value(Sort.NUMBER, Piece.format("(%s " + sign + " %s)", number(left), number(right)));
    }

    private Value call(String function, List<Value> on) {
        int arguments = switch (function) {
            case "now", "mindatetime", "maxdatetime" -> 0;
            case "substringof", "startswith", "endswith", "indexof", "concat" -> 2;
            case "substring" -> on.size() == 3 ? 3 : 2;
            default -> 1;
        };
        if (on.size() != arguments) {
            throw wrong(function + " takes " + arguments);
        }
        return switch (function) {
            case "substringof" ->
                new Value(Sort.TRUTH, Piece.format("(position(%s in %s) > 0)", text(on.get(0)), text(on.get(1))));
            case "startswith" ->
                new Value(Sort.TRUTH, Piece.format("starts_with(%s, %s)", text(on.get(0)), text(on.get(1))));
            case "endswith" -> new Value(Sort.TRUTH,
                Piece.format("starts_with(reverse(%s), reverse(%s))", text(on.get(0)), text(on.get(1))));
            case "indexof" ->
                new Value(Sort.NUMBER, Piece.format("(strpos(%s, %s) - 1)::float8", text(on.get(0)), text(on.get(1))));
            case "concat" -> new Value(Sort.TEXT, Piece.format("(%s || %s)", text(on.get(0)), text(on.get(1))));
            case "substring" -> substring(on);
            case "length" -> new Value(Sort.NUMBER, Piece.format("length(%s)::float8", text(on.getFirst())));
            case "tolower" -> new Value(Sort.TEXT, Piece.format("lower(%s)", text(on.getFirst())));
            case "toupper" -> new Value(Sort.TEXT, Piece.format("upper(%s)", text(on.getFirst())));
            case "trim" -> new Value(Sort.TEXT, Piece.format("btrim(%s)", text(on.getFirst())));
            case "round", "floor", "ceiling" ->
                new Value(Sort.NUMBER, Piece.format(function + "((%s)::numeric)::float8", number(on.getFirst())));
            case "year", "month", "day", "hour", "minute" -> new Value(Sort.NUMBER,
                Piece.format("extract(" + function + " from %s at time zone 'UTC')::float8",
                    moment(on.getFirst(), false)));
            case "second" -> new Value(Sort.NUMBER,
                Piece.format("floor(extract(second from %s))::float8", moment(on.getFirst(), false)));
            case "fractionalseconds" -> new Value(Sort.NUMBER,
                Piece.format("mod(extract(second from %s), 1)::float8", moment(on.getFirst(), false)));
            case "date" ->
                new Value(Sort.TIME, Piece.format("date_trunc('day', %s, 'UTC')", moment(on.getFirst(), false)));
            case "time" -> new Value(Sort.TEXT,
                Piece.format("to_char(%s at time zone 'UTC', 'HH24:MI:SS')", moment(on.getFirst(), false)));
            case "totaloffsetminutes" -> new Value(Sort.NUMBER, Piece.of("0::float8"));
            case "now" -> new Value(Sort.TIME, Piece.of("?::timestamptz", now));
            case "mindatetime" -> new Value(Sort.TIME, Piece.of("'-infinity'::timestamptz"));
            case "maxdatetime" -> new Value(Sort.TIME, Piece.of("'infinity'::timestamptz"));
            default -> throw wrong("function " + function + " is not offered");
        };
    }

    private static Value substring(List<Value> on) {
        var from = Piece.format("(%s)::int + 1", number(on.get(1)));
        return new Value(Sort.TEXT, on.size() == 2
            ? Piece.format("substr(%s, %s)", text(on.get(0)), from)
            : Piece.format("substr(%s, %s, (%s)::int)", text(on.get(0)), from, number(on.get(2))));
    }

    private static SensorThingsRefused wrong(String what) {
        return SensorThingsRefused.bad("query", "The query cannot be answered: " + what,
            "La requête est sans réponse possible : " + what);
    }
}
