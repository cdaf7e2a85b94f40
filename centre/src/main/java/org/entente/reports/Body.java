package org.entente.reports;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The body of an entry, read with patience: what is not there is blank, false or empty.
final class Body {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode node;

    private Body(JsonNode node) {
        this.node = node;
    }

    /// Empty when it is no JSON object.
    static Optional<Body> read(String text) {
        try {
            var node = JSON.readTree(text);
            return node.isObject() ? Optional.of(new Body(node)) : Optional.empty();
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    String text(String name) {
        return node.path(name).asString("");
    }

    boolean flag(String name) {
        return node.path(name).asBoolean(false);
    }
}
