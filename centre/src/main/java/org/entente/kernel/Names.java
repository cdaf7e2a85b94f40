package org.entente.kernel;

import java.util.regex.Pattern;

/// What an identifier may look like: 1 to 120 of letters, digits, dot, dash, underscore, colon, slash, at.
final class Names {

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._:/@-]{1,120}");

    private Names() {}

    static void check(String what, String text) {
        if (text == null || !ALLOWED.matcher(text).matches()) {
            throw new IllegalArgumentException(what + " is not a name: " + text);
        }
    }
}
