package org.entente.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/// How this centre is run: one properties file, overruled by the environment (`ENTENTE_HTTP_PORT` for `http.port`),
/// overruled by the command line (`--http.port=8080`). An unknown key stops the start.
public final class Settings {

    /// Every key there is, with its default; blank means none.
    static final Map<String, String> DEFAULTS = new TreeMap<>(Map.ofEntries(
        Map.entry("bind", "127.0.0.1"), Map.entry("http.port", "8080"), Map.entry("https.port", ""),
        Map.entry("https.certificate", ""), Map.entry("https.key", ""), Map.entry("https.clients", ""),
        Map.entry("mqtt.port", "1883"), Map.entry("cot.port", "8087"), Map.entry("cot.tls.port", "8089"),
        Map.entry("sapient.port", "5020"),
        Map.entry("data", "var/centre"), Map.entry("database.url", ""), Map.entry("database.user", ""),
        Map.entry("database.password", ""), Map.entry("database.port", "0"), Map.entry("reference", ""),
        Map.entry("demo", "false"), Map.entry("exercise.start", ""), Map.entry("exercise.speed", "1"),
        Map.entry("exercise.hold", "false"),
        Map.entry("late.days", "90"), Map.entry("observations.days", "30"), Map.entry("tak.host", "localhost")));

    private final Map<String, String> values;

    private Settings(Map<String, String> values) {
        this.values = values;
    }

    /// Reads the file (if any), the environment and the arguments.
    ///
    /// @throws IllegalArgumentException an unknown key, or an argument that is not `--key=value`
    public static Settings read(Optional<Path> file, Map<String, String> environment, String... arguments)
        throws IOException {
        var values = new TreeMap<>(DEFAULTS);
        if (file.isPresent()) {
            var read = new Properties();
            try (var in = Files.newBufferedReader(file.get())) {
                read.load(in);
            }
            read.stringPropertyNames().forEach(key -> put(values, key, read.getProperty(key), "in " + file.get()));
        }
        for (var key : DEFAULTS.keySet()) {
            var value = environment.get("ENTENTE_" + key.toUpperCase(Locale.ROOT).replace('.', '_'));
            if (value != null) {
                values.put(key, value);
            }
        }
        for (var argument : arguments) {
            int equals = argument.indexOf('=');
            if (!argument.startsWith("--") || equals < 0) {
                throw new IllegalArgumentException("not --key=value: " + argument);
            }
            put(values, argument.substring(2, equals), argument.substring(equals + 1), "on the command line");
        }
        return new Settings(values);
    }

    private static void put(Map<String, String> values, String key, String value, String where) {
        if (!DEFAULTS.containsKey(key)) {
            throw new IllegalArgumentException(
                "unknown setting " + key + " " + where + "; known: " + String.join(", ", DEFAULTS.keySet()));
        }
        values.put(key, value.strip());
    }

    String text(String key) {
        return values.get(key);
    }

    Optional<String> find(String key) {
        return Optional.of(values.get(key)).filter(value -> !value.isBlank());
    }

    int number(String key) {
        try {
            return Integer.parseInt(values.get(key));
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(key + " must be a whole number, not \"" + values.get(key) + "\"",
                notANumber);
        }
    }

    boolean yes(String key) {
        return Boolean.parseBoolean(values.get(key));
    }

    Path path(String key) {
        return Path.of(values.get(key)).toAbsolutePath();
    }
}
