package org.entente.access;

/// Whether a path fits a pattern of [AccessTable]: `{x}` is one segment that is not empty, a last `**` any number of them.
final class Paths {

    private Paths() {}

    static boolean fits(String pattern, String path) {
        var wanted = pattern.split("/", -1);
        var asked = path.split("/", -1);
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].equals("**")) {
                return asked.length > i;
            }
            if (i >= asked.length || !segmentFits(wanted[i], asked[i])) {
                return false;
            }
        }
        return asked.length == wanted.length;
    }

    private static boolean segmentFits(String wanted, String asked) {
        return wanted.startsWith("{") ? !asked.isEmpty() : wanted.equals(asked);
    }
}
