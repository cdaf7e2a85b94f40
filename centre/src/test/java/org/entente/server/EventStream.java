package org.entente.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads server-sent events as a browser does.
public final class EventStream implements AutoCloseable {

    /// One event.
    public record Event(String id, String name, JsonNode data) {}

    private final BufferedReader reader;

    EventStream(InputStream in) {
        reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /// The next event; waits for it.
    public Event next() throws IOException {
        String id = "";
        String name = "";
        var data = new StringBuilder();
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.startsWith("id: ")) {
                id = line.substring(4);
            } else if (line.startsWith("event: ")) {
                name = line.substring(7);
            } else if (line.startsWith("data: ")) {
                data.append(line, 6, line.length());
            } else if (line.isEmpty() && !data.isEmpty()) {
                return new Event(id, name, JsonMapper.shared().readTree(data.toString()));
            }
        }
        throw new IOException("the stream ended");
    }

    /// Reads on until an event fits.
    public Event until(Predicate<Event> wanted) throws IOException {
        var event = next();
        while (!wanted.test(event)) {
            event = next();
        }
        return event;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
