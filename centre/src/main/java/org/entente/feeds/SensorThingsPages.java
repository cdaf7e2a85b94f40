package org.entente.feeds;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.feeds.SensorThingsModel.Kind;
import org.entente.feeds.SensorThingsReader.Children;
import org.entente.feeds.SensorThingsReader.Columns;
import org.entente.feeds.SensorThingsReader.Node;

/// Writes what was read as the JSON of SensorThings (18-088 clause 8.2, 9.2).
final class SensorThingsPages {

    private final String base;
    private final StringBuilder out = new StringBuilder(1 << 12);

    /// @param base URL of the service root, without a slash at the end
    SensorThingsPages(String base) {
        this.base = base;
    }

    /// `path` is the collection's own URL below the root.
    String collection(SensorThingsModel entity, SensorThingsQuery query, Children page, String path) {
        out.append('{');
        page.count().ifPresent(count -> out.append("\"@iot.count\":").append(count).append(','));
        if (page.more()) {
            out.append("\"@iot.nextLink\":");
            SensorThingsJson.quote(out, next(path, query));
            out.append(',');
        }
        out.append("\"value\":");
        nodes(entity, query, page.nodes());
        return out.append('}').toString();
    }

    String one(SensorThingsModel entity, SensorThingsQuery query, Node node) {
        node(entity, query, Columns.of(entity, query), node);
        return out.toString();
    }

    /// Only the addresses (`$ref`).
    String references(SensorThingsModel entity, List<Node> nodes) {
        return nodes.stream().map(node -> reference(entity, node))
            .collect(Collectors.joining(",", "{\"value\":[", "]}"));
    }

    String reference(SensorThingsModel entity, Node node) {
        return "{\"@iot.selfLink\":" + SensorThingsJson.quoted(self(entity, node.id())) + "}";
    }

    private String self(SensorThingsModel entity, long id) {
        return base + '/' + entity.set + '(' + id + ')';
    }

    private String next(String path, SensorThingsQuery query) {
        var options = query.raw().entrySet().stream()
            .filter(option -> !option.getKey().equals("$top") && !option.getKey().equals("$skip"))
            .map(option -> "&" + option.getKey() + "=" + encoded(option.getValue())).collect(Collectors.joining());
        int top = SensorThingsReader.top(query);
        return base + '/' + path + "?$top=" + top + "&$skip=" + (query.skip() + top) + options;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private void nodes(SensorThingsModel entity, SensorThingsQuery query, List<Node> nodes) {
        var columns = Columns.of(entity, query);
        out.append('[');
        for (int i = 0; i < nodes.size(); i++) {
            out.append(i == 0 ? "" : ",");
            node(entity, query, columns, nodes.get(i));
        }
        out.append(']');
    }

    private void node(SensorThingsModel entity, SensorThingsQuery query, Columns columns, Node node) {
        out.append("{\"@iot.id\":").append(node.id()).append(",\"@iot.selfLink\":\"").append(base).append('/')
            .append(entity.set)
            .append('(').append(node.id()).append(")\"");
        int at = 0;
        for (var property : columns.properties()) {
            property(property, (String) node.values().get(at++));
        }
        if (columns.wholeMore()) {
            var more = (String) node.values().get(at);
            out.append(more.isEmpty() ? "" : ",").append(more, more.isEmpty() ? 0 : 1, Math.max(0, more.length() - 1));
        }
        links(entity, query, node);
        out.append('}');
    }

    private void property(SensorThingsModel.Property property, String value) {
        boolean always = property.name().equals("resultTime");
        if (value.isEmpty() && property.kind() != Kind.TEXT) {
            out.append(always ? ",\"resultTime\":null" : "");
            return;
        }
        out.append(",\"").append(property.name()).append("\":");
        if (property.kind() == Kind.JSON || property.kind() == Kind.RESULT) {
            out.append(value);
        } else {
            SensorThingsJson.quote(out, value);
        }
    }

    private void links(SensorThingsModel entity, SensorThingsQuery query, Node node) {
        for (var link : entity.links()) {
            var expanded = node.children().get(link.name());
            if (expanded != null) {
                expansion(entity, link, query.expand(), node.id(), expanded);
            } else if (query.select().isEmpty() || query.select().contains(link.name())) {
                out.append(",\"").append(link.name()).append("@iot.navigationLink\":\"").append(base).append('/')
                    .append(entity.set)
                    .append('(').append(node.id()).append(")/").append(link.name()).append('"');
            }
        }
    }

    private void expansion(SensorThingsModel entity, SensorThingsModel.Link link, Map<String, SensorThingsQuery> expand,
        long id, Children children) {
        var query = expand.get(link.name());
        children.count()
            .ifPresent(count -> out.append(",\"").append(link.name()).append("@iot.count\":").append(count));
        if (link.many() && children.more()) {
            out.append(",\"").append(link.name()).append("@iot.nextLink\":");
            SensorThingsJson.quote(out, next(entity.set + '(' + id + ")/" + link.name(), query));
        }
        out.append(",\"").append(link.name()).append("\":");
        if (link.many()) {
            nodes(link.target(), query, children.nodes());
        } else if (children.nodes().isEmpty()) {
            out.append("null");
        } else {
            node(link.target(), query, Columns.of(link.target(), query), children.nodes().getFirst());
        }
    }
}
