package org.entente.journal;

import java.util.Optional;
import java.util.regex.Pattern;

/// The name of one published piece of the log: 256 neighbouring hashes of a level, or 256 leaves' data.
///
/// Source: C2SP tlog-tiles v1: `tile/<L>/<N>[.p/<W>]` and `tile/entries/<N>[.p/<W>]`; N in groups of three digits, all
/// but the last with an `x` before it.
///
/// @param level 0 to 7, or [#ENTRIES] for leaves' data
/// @param index place on its level, from 0
/// @param width 1 to 256 hashes; under 256 only at the growing edge
public record Tile(int level, long index, int width) {

    /// Hashes in a full tile.
    public static final int WIDTH = 256;
    /// Levels of the tree that one tile spans.
    public static final int HEIGHT = 8;
    /// In place of a level: the data of the leaves.
    public static final int ENTRIES = -1;

    private static final Pattern PATH = Pattern
        .compile("tile/(entries|[0-7])/((?:x[0-9]{3}/){0,4}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public Tile {
        if (level < ENTRIES || level > 7 || index < 0 || width < 1 || width > WIDTH) {
            throw new IllegalArgumentException("no tile has level " + level + ", index " + index + ", width " + width);
        }
    }

    /// The tile a path names; empty when the path is not the one spelling of a tile.
    public static Optional<Tile> parse(String path) {
        var found = PATH.matcher(path);
        if (path.length() > 64 || !found.matches()) {
            return Optional.empty();
        }
        int level = found.group(1).equals("entries") ? ENTRIES : Integer.parseInt(found.group(1));
        long index = Long.parseLong(found.group(2).replaceAll("[x/]", ""));
        int width = found.group(3) == null ? WIDTH : Integer.parseInt(found.group(3));
        return Optional.of(path).filter(_ -> width <= WIDTH).map(_ -> new Tile(level, index, width))
            .filter(tile -> tile.path().equals(path));
    }

    /// Number of the first hash on its level.
    public long from() {
        return index * WIDTH;
    }

    /// The path under which it is published.
    public String path() {
        var number = new StringBuilder("%03d".formatted(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            number.insert(0, "x%03d/".formatted(rest % 1000));
        }
        var path = "tile/" + (level == ENTRIES ? "entries" : level) + "/" + number;
        return width == WIDTH ? path : path + ".p/" + width;
    }
}
