package org.entente.feeds;

import java.util.List;
import java.util.Map;

/// One XML element of an event, with its place in the text it was read from.
///
/// @param attributes in document order, entities resolved
/// @param text its own character data, entities resolved, children left out
/// @param from index of its `<` in the source
/// @param inner index behind the `>` of its start tag
/// @param end index of its end tag, equal to `inner` when nothing at all stands between them
/// @param to index behind its last `>`
record CotElement(String name, Map<String, String> attributes, List<CotElement> children, String text, int from,
    int inner, int end, int to) {

    boolean empty() {
        return inner == end;
    }

    /// The value of an attribute, empty when absent.
    String attribute(String key) {
        return attributes.getOrDefault(key, "");
    }
}
