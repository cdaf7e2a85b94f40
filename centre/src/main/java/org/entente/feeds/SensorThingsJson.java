package org.entente.feeds;

import java.util.Iterator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// JSON as it comes in and goes out: read as a stream, bounded, without what describes a person.
final class SensorThingsJson {

    static final int RESULT_BYTES = 4 * 1024;
    static final JsonFactory FACTORY = JsonFactory.builder().streamReadConstraints(
        StreamReadConstraints.builder().maxNestingDepth(32).maxStringLength(1 << 16).maxNumberLength(100)
            .maxNameLength(200).build())
        .build();
    static final JsonMapper MAPPER = JsonMapper.builder(FACTORY).build();
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private SensorThingsJson() {}

    static String quoted(String text) {
        var out = new StringBuilder(text.length() + 2);
        quote(out, text);
        return out.toString();
    }

    static void quote(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c >= ' ') {
                out.append(c);
            } else {
                out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
            }
        }
        out.append('"');
    }

    /// Copies the value the parser stands on as compact JSON, numbers as written, and stands on its last token.
    static void copy(JsonParser in, StringBuilder out, SensorThingsMetrics metrics) {
        switch (in.currentToken()) {
            case START_OBJECT -> copyObject(in, out, metrics);
            case START_ARRAY -> {
                out.append('[');
                for (int n = 0; in.nextToken() != JsonToken.END_ARRAY; n++) {
                    out.append(n == 0 ? "" : ",");
                    copy(in, out, metrics);
                }
                out.append(']');
            }
            case VALUE_STRING -> quote(out, in.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE, VALUE_NULL ->
                out.append(in.getString());
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new AssertionError("no value: " + in.currentToken());
        }
    }

    private static void copyObject(JsonParser in, StringBuilder out, SensorThingsMetrics metrics) {
        out.append('{');
        boolean first = true;
        for (var name = in.nextName(); name != null; name = in.nextName()) {
            in.nextToken();
            if (PersonAttributes.describes(name)) {
                metrics.personAttribute();
                in.skipChildren();
            } else {
                out.append(first ? "" : ",");
                first = false;
                quote(out, name);
                out.append(':');
                copy(in, out, metrics);
            }
        }
        out.append('}');
    }

    /// The same for a tree: removes what describes a person, in place.
    static void clean(JsonNode node, SensorThingsMetrics metrics) {
        if (node instanceof ObjectNode object) {
            for (Iterator<String> names = object.propertyNames().iterator(); names.hasNext();) {
                if (PersonAttributes.describes(names.next())) {
                    names.remove();
                    metrics.personAttribute();
                }
            }
        }
        node.forEach(child -> clean(child, metrics));
    }
}
