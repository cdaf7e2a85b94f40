package org.entente.field;

import java.util.Map;
import java.util.TreeMap;

/// Which SensorThings Datastream is which sensor's: read once, by name.
final class Streams {

    private static final String ROOT = "/sensorthings/v1.1";

    private final Map<String, Long> ids = new TreeMap<>();

    private Streams() {}

    /// Reads all of them from the centre, page by page.
    static Streams read(Link link, String token) throws InterruptedException {
        var streams = new Streams();
        var next = ROOT + "/Datastreams?$select=id,name&$top=1000";
        while (!next.isEmpty()) {
            var page = link.patiently(link.to(next).header("Authorization", "Bearer " + token).GET().build());
            if (!page.fine()) {
                throw new IllegalStateException("the Datastreams cannot be read: " + page.status() + " " + page.body());
            }
            page.body().path("value")
                .forEach(row -> streams.ids.put(row.path("name").asString(), row.path("@iot.id").asLong()));
            next = next(page.body().path("@iot.nextLink").asString(""));
        }
        return streams;
    }

    /// The path and query of a link, whatever host the server believes to be.
    static String next(String link) {
        int root = link.indexOf(ROOT);
        return root < 0 ? "" : link.substring(root).replace(" ", "%20");
    }

    boolean known(String name) {
        return ids.containsKey(name);
    }

    /// @throws IllegalArgumentException the centre has no such Datastream
    long id(String name) {
        var id = ids.get(name);
        if (id == null) {
            throw new IllegalArgumentException("the centre has no Datastream " + name);
        }
        return id;
    }

    int size() {
        return ids.size();
    }
}
