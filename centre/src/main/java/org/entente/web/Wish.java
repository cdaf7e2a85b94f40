package org.entente.web;

import org.entente.kernel.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The body of a wish: a small JSON object whose fields are asked for by name. What is missing or of another kind is a
/// [Malformed] with the field's name, never a null.
final class Wish {

    /// The body is not what the door expects; answered with 400 and the reason.
    static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1;
        final transient Text reason;

        Malformed(String english, String french) {
            super(english);
            reason = new Text(english, french);
        }
    }

    private final JsonNode node;

    private Wish(JsonNode node) {
        this.node = node;
    }

    static Wish of(byte[] body) {
        if (body == null || body.length == 0) {
            return new Wish(JsonMapper.shared().createObjectNode());
        }
        try {
            var node = JsonMapper.shared().readTree(body);
            if (node.isObject()) {
                return new Wish(node);
            }
        } catch (JacksonException notJson) {
            throw new Malformed("The body is not JSON: " + notJson.getOriginalMessage(),
                "Le corps n'est pas du JSON : " + notJson.getOriginalMessage());
        }
        throw new Malformed("The body must be a JSON object", "Le corps doit être un objet JSON");
    }

    String text(String field) {
        var value = node.get(field);
        if (value == null || !value.isString() || value.asString().length() > 10_000) {
            throw new Malformed("\"" + field + "\" must be a text of at most 10,000 characters",
                "« " + field + " » doit être un texte d'au plus 10 000 caractères");
        }
        return value.asString().strip();
    }

    String text(String field, String otherwise) {
        var value = node.get(field);
        return value == null || value.isNull() ? otherwise : text(field);
    }

    /// One of the words of an enumeration, or another way where nothing is said.
    <E extends Enum<E>> E word(String field, E otherwise) {
        var said = text(field, otherwise.name());
        try {
            return Enum.valueOf(otherwise.getDeclaringClass(), said);
        } catch (IllegalArgumentException unknown) {
            throw new Malformed("Unknown " + field + " " + said, "« " + field + " » inconnu : " + said);
        }
    }

    /// A time in a query.
    static java.time.Instant moment(String text) {
        try {
            return java.time.Instant.parse(text);
        } catch (java.time.format.DateTimeParseException notATime) {
            throw new Malformed("\"" + text + "\" is not a time such as 2026-03-03T23:15:00Z",
                "« " + text + " » n'est pas une heure telle que 2026-03-03T23:15:00Z");
        }
    }

    java.time.Instant time(String field) {
        try {
            return java.time.Instant.parse(text(field));
        } catch (java.time.format.DateTimeParseException notATime) {
            throw new Malformed("\"" + field + "\" must be a time such as 2026-03-03T23:15:00Z",
                "« " + field + " » doit être une heure telle que 2026-03-03T23:15:00Z");
        }
    }

    boolean yes(String field) {
        var value = node.get(field);
        if (value == null || !value.isBoolean()) {
            throw new Malformed("\"" + field + "\" must be true or false", "« " + field + " » doit être vrai ou faux");
        }
        return value.asBoolean();
    }

    java.util.Optional<Double> number(String field) {
        var value = node.get(field);
        if (value == null || value.isNull()) {
            return java.util.Optional.empty();
        }
        if (!value.isNumber()) {
            throw new Malformed("\"" + field + "\" must be a number", "« " + field + " » doit être un nombre");
        }
        return java.util.Optional.of(value.asDouble());
    }

    java.util.List<String> texts(String field) {
        var value = node.get(field);
        if (value == null || value.isNull()) {
            return java.util.List.of();
        }
        if (!value.isArray() || value.size() > 20
            || !value.valueStream().allMatch(one -> one.isString() && one.asString().length() <= 200)) {
            throw new Malformed("\"" + field + "\" must be a list of at most 20 short texts",
                "« " + field + " » doit être une liste d'au plus 20 textes courts");
        }
        return value.valueStream().map(JsonNode::asString).toList();
    }
}
