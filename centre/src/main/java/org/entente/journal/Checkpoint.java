package org.entente.journal;

import java.util.List;
import java.util.regex.Pattern;

/// What a log says of itself at one moment: so many leaves, this root. Source: C2SP tlog-checkpoint.
///
/// @param origin the log's name, the same as its key's
/// @param extensions further lines, kept as they are; ours has none
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");

    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (origin.isEmpty() || origin.contains("\n") || size < 0) {
            throw new IllegalArgumentException("not a checkpoint of " + origin);
        }
    }

    /// A checkpoint without extensions.
    public static Checkpoint of(String origin, long size, Hash root) {
        return new Checkpoint(origin, size, root, List.of());
    }

    /// Reads the text of a note.
    ///
    /// @throws IllegalArgumentException it is not a checkpoint
    public static Checkpoint parse(String text) {
        var lines = text.split("\n", -1);
        if (lines.length < 4 || !lines[lines.length - 1].isEmpty() || !SIZE.matcher(lines[1]).matches()) {
            throw new IllegalArgumentException("not a checkpoint");
        }
        var extensions = List.of(lines).subList(3, lines.length - 1);
        if (extensions.contains("") || !Hash.ofBase64(lines[2]).base64().equals(lines[2])) {
            throw new IllegalArgumentException("not a checkpoint");
        }
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), Hash.ofBase64(lines[2]), extensions);
    }

    /// The text that is signed.
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n"
            + String.join("", extensions.stream().map(line -> line + "\n").toList());
    }
}
