package org.entente.feeds;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.entente.feeds.SensorThingsModel.Kind;
import org.entente.feeds.SensorThingsModel.Link;
import org.entente.feeds.SensorThingsModel.Property;
import org.entente.feeds.SensorThingsSql.Piece;

/// Reads entities with what hangs on them: one statement for the page and one for each link that is expanded.
final class SensorThingsReader {

    /// One entity as read. `values` are in the order of the query's columns.
    record Node(long id, List<Object> values, Map<String, Children> children) {}

    /// @param more there are further ones behind the page
    record Children(List<Node> nodes, boolean more, OptionalLong count) {
        static final Children EMPTY = new Children(List.of(), false, OptionalLong.empty());
    }

    /// What is read of each entity, as SQL values.
    record Columns(List<Property> properties, boolean wholeMore) {

        static Columns of(SensorThingsModel entity, SensorThingsQuery query) {
            for (var name : query.select()) {
                if (entity.property(name.split("/")[0]).isEmpty() && entity.link(name).isEmpty()) {
                    throw SensorThingsRefused.bad("query", "No property " + name + " of " + entity.one,
                        "Pas de propriété " + name + " de " + entity.one);
                }
            }
            boolean all = query.select().isEmpty();
            boolean whole = all && entity == SensorThingsModel.OBSERVATION;
            return new Columns(entity.properties().stream().filter(
                property -> all ? !whole || !property.sql().contains("more") : query.select().contains(property.name()))
                .toList(), whole);
        }

        String sql(SensorThingsModel entity, String alias) {
            var sql = new StringBuilder(alias).append('.').append(entity.id).append(" as node");
            properties.forEach(property -> {
                sql.append(", ").append(property.sql()).append(property.kind() == Kind.JSON ? "::text" : "");
                sql.append(property.kind() == Kind.PERIOD ? ", " + property.until() : "");
            });
            sql.append(wholeMore ? ", {c}.more" : "");
            return sql.toString().replace("{c}", alias);
        }
    }

    private static final List<SensorThingsQuery.Order> BY_TIME = List
        .of(new SensorThingsQuery.Order(new SensorThingsExpression.Path(List.of("phenomenonTime")), false));
    private static final int USUAL = 100;
    private static final int MOST_EXPANDED = 100_000;
    private static final int SECONDS = 10;

    private final Connection connection;
    private final SensorThingsSql sql;

    SensorThingsReader(Connection connection, Instant now) {
        this.connection = connection;
        this.sql = new SensorThingsSql(now);
    }

    static int top(SensorThingsQuery query) {
        return query.top().orElse(USUAL);
    }

    /// One page of a collection; `where` says which rows `a` belong to it.
    Children page(SensorThingsModel entity, SensorThingsQuery query, Piece where) throws SQLException {
        var frame = new Frame(entity, query, where, "a");
        var count = query.count() ? OptionalLong.of(count(frame)) : OptionalLong.empty();
        if (top(query) == 0) {
            return new Children(List.of(), false, count);
        }
        var order = frame.order();
        var piece = Piece.format("select " + frame.columns.sql(entity, "a").replace("%", "%%") + " from " + frame.table
            + " a where %s order by %s limit "
            + (top(query) + 1) + " offset " + query.skip(), frame.condition(), order);
        var nodes = new ArrayList<Node>();
        try (var statement = prepare(piece); var row = statement.executeQuery()) {
            while (row.next()) {
                nodes.add(node(row, 1, frame.columns));
            }
        }
        boolean more = nodes.size() > top(query)
            || frame.newestOnly && !nodes.isEmpty() && hasOlder(nodes.getFirst().id());
        var page = more && nodes.size() > top(query) ? new ArrayList<>(nodes.subList(0, top(query))) : nodes;
        expand(entity, page, query);
        return new Children(page, more, count);
    }

    /// The one entity with this id.
    Optional<Node> one(SensorThingsModel entity, SensorThingsQuery query, long id) throws SQLException {
        var one = new SensorThingsQuery(Optional.of(1), 0, false, query.select(), query.expand(), List.of(),
            Optional.empty(), Map.of());
        return page(entity, one, Piece.of("a." + entity.id + " = ?", id)).nodes().stream().findFirst();
    }

    /// The id of the one entity behind a link, or of the entity of a collection that has this id.
    OptionalLong step(Link link, long parent, OptionalLong id) throws SQLException {
        var target = link.target();
        var piece = new Piece(
            "select a." + target.id + " from " + target.table + " a where " + SensorThingsSql.on(link, "a", "?")
                + (id.isPresent() ? " and a." + target.id + " = ?" : ""),
            id.isPresent() ? List.of(parent, id.getAsLong()) : List.of(parent));
        try (var statement = prepare(piece); var row = statement.executeQuery()) {
            return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
        }
    }

    boolean exists(SensorThingsModel entity, long id) throws SQLException {
        try (
            var statement = prepare(Piece.of(
                "select 1 from " + entity.table + " a where a." + entity.id + " = ? and " + visible(entity, "a"), id));
            var row = statement.executeQuery()) {
            return row.next();
        }
    }

    /// Observations of a Datastream that was deleted are kept until their retention ends, and not shown.
    private static String visible(SensorThingsModel entity, String alias) {
        return entity == SensorThingsModel.OBSERVATION
            ? alias + ".datastream in (select id from sta.datastream)"
            : "true";
    }

    private long count(Frame frame) throws SQLException {
        try (
            var statement = prepare(
                Piece.format("select count(*) from " + frame.entity.table + " a where %s", frame.condition()));
            var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private boolean hasOlder(long observation) throws SQLException {
        try (
            var statement = prepare(
                Piece.of("select 1 from sta.last_value where seq = ? and oldest < phenomenon", observation));
            var row = statement.executeQuery()) {
            return row.next();
        }
    }

    /// Which table answers, what is read, and under which condition.
    private final class Frame {
        final SensorThingsModel entity;
        final String alias;
        final Columns columns;
        final boolean newestOnly;
        final String table;
        private final SensorThingsQuery query;
        private final Piece where;

        Frame(SensorThingsModel entity, SensorThingsQuery query, Piece where, String alias) {
            this.entity = entity;
            this.alias = alias;
            this.query = query;
            this.where = where;
            this.columns = Columns.of(entity, query);
            this.newestOnly = entity == SensorThingsModel.OBSERVATION && query.asksNewest()
                && where.sql().contains(".datastream = ");
            this.table = newestOnly ? "sta.last_value" : entity.table;
        }

        /// By id, but the Observations of one Datastream by their time: that is how the index has them.
        Piece order() {
            boolean byTime = entity == SensorThingsModel.OBSERVATION && query.orderBy().isEmpty()
                && where.sql().contains(".datastream = ");
            return sql.order(byTime ? BY_TIME : query.orderBy(), entity, alias);
        }

        Piece condition() {
            var all = entity == SensorThingsModel.OBSERVATION && !where.sql().contains(".datastream = ")
                ? Piece.format("%s and " + visible(entity, alias), where)
                : where;
            return query.filter().isEmpty()
                ? all
                : Piece.format("%s and %s", all, sql.condition(query.filter().get(), entity, alias));
        }
    }

    private void expand(SensorThingsModel entity, List<Node> nodes, SensorThingsQuery query) throws SQLException {
        for (var expansion : query.expand().entrySet()) {
            var link = entity.link(expansion.getKey()).orElseThrow(() -> SensorThingsRefused.bad("query",
                entity.one + " has no " + expansion.getKey(), entity.one + " n’a pas de " + expansion.getKey()));
            if (!nodes.isEmpty()) {
                expand(link, nodes, expansion.getValue());
            }
        }
    }

    private void expand(Link link, List<Node> parents, SensorThingsQuery query) throws SQLException {
        int top = link.many() ? top(query) : 1;
        var frame = new Frame(link.target(), query, Piece.of(SensorThingsSql.on(link, "c", "k.id")), "c");
        var ids = parents.stream().map(Node::id).distinct().toArray(Long[]::new);
        var found = new LinkedHashMap<Long, List<Node>>();
        if (top > 0) {
            var order = frame.order();
            var piece = Piece.format(
                "select k.id, x.* from unnest(?::int8[]) with ordinality k(id, n) cross join lateral (select "
                    + frame.columns.sql(link.target(), "c").replace("%", "%%")
                    + ", row_number() over (order by %s) as rn from " + frame.table + " c where %s order by %s limit "
                    + (top + 1) + " offset " + query.skip() + ") x order by k.n, x.rn limit " + (MOST_EXPANDED + 1),
                order, frame.condition(), order);
            read(piece, ids, frame.columns, found);
        }
        var counts = query.count() ? counts(frame, ids) : Map.<Long, Long>of();
        var all = new ArrayList<Node>();
        for (var parent : parents) {
            var nodes = found.getOrDefault(parent.id(), List.of());
            var page = nodes.size() > top ? nodes.subList(0, top) : nodes;
            all.addAll(page);
            boolean more = nodes.size() > top || frame.newestOnly && !page.isEmpty();
            parent.children().put(link.name(), new Children(page, more,
                counts.containsKey(parent.id()) ? OptionalLong.of(counts.get(parent.id())) : OptionalLong.empty()));
        }
        expand(link.target(), all, query);
    }

    private void read(Piece piece, Long[] ids, Columns columns, Map<Long, List<Node>> found) throws SQLException {
        int rows = 0;
        try (var statement = connection.prepareStatement(piece.sql())) {
            statement.setArray(1, connection.createArrayOf("int8", ids));
            bind(statement, 2, piece.binds());
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>()).add(node(row, 2, columns));
                    rows++;
                }
            }
        }
        if (rows > MOST_EXPANDED) {
            throw SensorThingsRefused.bad("query", "The answer is too large: ask for fewer with $top",
                "La réponse est trop grande : réduire avec $top");
        }
    }

    private Map<Long, Long> counts(Frame frame, Long[] ids) throws SQLException {
        var counts = new LinkedHashMap<Long, Long>();
        var piece = Piece.format(
            "select k.id, (select count(*) from " + frame.entity.table + " c where %s) from unnest(?::int8[]) k(id)",
            frame.condition());
        try (var statement = connection.prepareStatement(piece.sql())) {
            bind(statement, 1, piece.binds());
            statement.setArray(piece.binds().size() + 1, connection.createArrayOf("int8", ids));
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    counts.put(row.getLong(1), row.getLong(2));
                }
            }
        }
        return counts;
    }

    private static Node node(ResultSet row, int first, Columns columns) throws SQLException {
        var values = new ArrayList<>();
        int at = first + 1;
        for (var property : columns.properties()) {
            values.add(switch (property.kind()) {
                case TIME -> time(row, at).map(Instant::toString).orElse("");
                case PERIOD -> period(time(row, at), time(row, ++at));
                case ID, TEXT, JSON, RESULT -> Optional.ofNullable(row.getString(at)).orElse("");
            });
            at++;
        }
        if (columns.wholeMore()) {
            values.add(Optional.ofNullable(row.getString(at)).orElse(""));
        }
        return new Node(row.getLong(first), values, new LinkedHashMap<>());
    }

    private static String period(Optional<Instant> from, Optional<Instant> until) {
        return from.map(begin -> until.map(end -> begin + "/" + end).orElse(begin.toString())).orElse("");
    }

    private static Optional<Instant> time(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private PreparedStatement prepare(Piece piece) throws SQLException {
        var statement = connection.prepareStatement(piece.sql());
        bind(statement, 1, piece.binds());
        return statement;
    }

    private static void bind(PreparedStatement statement, int first, List<Object> binds) throws SQLException {
        statement.setQueryTimeout(SECONDS);
        for (int i = 0; i < binds.size(); i++) {
            statement.setObject(first + i, binds.get(i));
        }
    }
}
