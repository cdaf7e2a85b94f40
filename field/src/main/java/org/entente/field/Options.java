package org.entente.field;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The command line.
///
/// @param check whether to compare instead of to play
/// @param secrets folder with `feed.token`, `accounts.json` and `tak/`
/// @param mqtt empty when every sensor speaks over HTTP
/// @param out folder for the summary, the reports and the evidence that a check fetches
/// @param until local time at which to stop; empty for the end of the night
record Options(boolean check, URI centre, Optional<HostPort> mqtt, HostPort cot, Path secrets, Optional<String> until,
    Path ledger,
    Optional<Path> out, long seed) {

    static final String USAGE = """
        field [play|check] [--centre http://127.0.0.1:8080] [--mqtt 127.0.0.1:1883|off] [--cot 127.0.0.1:8089]
              [--secrets var/demo] [--until end|HH:mm] [--ledger field-ledger.jsonl] [--out DIR] [--seed N]""";

    private static final Map<String, String> DEFAULTS = Map.of("centre", "http://127.0.0.1:8080", "mqtt",
        "127.0.0.1:1883",
        "cot", "127.0.0.1:8089", "secrets", "var/demo", "until", "end", "ledger", "field-ledger.jsonl", "out", "",
        "seed", "20150820");

    /// A host and a port, written `host:port`.
    record HostPort(String host, int port) {
        static HostPort of(String text) {
            int colon = text.lastIndexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException("not host:port: " + text);
            }
            return new HostPort(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
        }
    }

    /// Reads the arguments.
    ///
    /// @throws IllegalArgumentException an option is unknown or has no value
    static Options of(String... arguments) {
        var values = new TreeMap<>(DEFAULTS);
        boolean check = false;
        for (int i = 0; i < arguments.length; i++) {
            var word = arguments[i];
            if (i == 0 && !word.startsWith("--")) {
                check = switch (word) {
                    case "play" -> false;
                    case "check" -> true;
                    default -> throw new IllegalArgumentException("unknown command " + word + "\n" + USAGE);
                };
            } else {
                i = option(values, arguments, i);
            }
        }
        return new Options(check, URI.create(values.get("centre")),
            Optional.of(values.get("mqtt")).filter(text -> !text.equals("off")).map(HostPort::of),
            HostPort.of(values.get("cot")),
            Path.of(values.get("secrets")), Optional.of(values.get("until")).filter(text -> !text.equals("end")),
            Path.of(values.get("ledger")), Optional.of(values.get("out")).filter(text -> !text.isEmpty()).map(Path::of),
            Long.parseLong(values.get("seed")));
    }

    private static int option(Map<String, String> values, String[] arguments, int at) {
        var word = arguments[at];
        int equals = word.indexOf('=');
        var name = word.substring(Math.min(2, word.length()), equals < 0 ? word.length() : equals);
        if (!word.startsWith("--") || !values.containsKey(name) || equals < 0 && at + 1 >= arguments.length) {
            throw new IllegalArgumentException("not understood: " + word + "\n" + USAGE);
        }
        values.put(name, equals < 0 ? arguments[at + 1] : word.substring(equals + 1));
        return equals < 0 ? at + 1 : at;
    }
}
