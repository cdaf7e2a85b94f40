package org.entente.field;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What the centre has acknowledged and what was played, one JSON object a line. Safe from any thread; appends to what there is.
final class Ledger implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final BufferedWriter out;
    private long observations;

    Ledger(Path file) {
        try {
            if (file.toAbsolutePath().getParent() != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
            out = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger cannot be written: " + file, e);
        }
    }

    /// The centre said that it has kept these.
    synchronized void acknowledged(List<Reading> readings) {
        for (var reading : readings) {
            line(JSON.createObjectNode().put("row", "observation").put("datastream", reading.datastream())
                .put("phenomenonTime", reading.at().toString()).set("result", reading.result()));
        }
        observations += readings.size();
        flush();
    }

    /// Anything else worth knowing, for example a planned event and what became of it.
    synchronized void note(String row, ObjectNode what) {
        var node = JSON.createObjectNode().put("row", row);
        node.setAll(what);
        line(node);
        flush();
    }

    synchronized long observations() {
        return observations;
    }

    /// The planned events that an earlier run has played to their end.
    static Set<String> played(Path file) {
        var found = new TreeSet<String>();
        if (Files.exists(file)) {
            read(file, row -> {
                if (row.path("row").asString("").equals("event")) {
                    found.add(row.path("event").asString(""));
                }
            });
        }
        return found;
    }

    /// Hands every whole line over; the last one may have been cut by a crash and is left out then.
    static void read(Path file, java.util.function.Consumer<JsonNode> reader) {
        try (var lines = Files.lines(file)) {
            lines.filter(line -> line.endsWith("}")).forEach(line -> reader.accept(JSON.readTree(line)));
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger cannot be read: " + file, e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(JsonNode node) {
        try {
            out.write(JSON.writeValueAsString(node));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger cannot be written", e);
        }
    }

    private void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the ledger cannot be written", e);
        }
    }
}
