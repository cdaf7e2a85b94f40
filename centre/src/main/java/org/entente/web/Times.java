package org.entente.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// RFC 3339 in UTC with milliseconds, the one form of a time in the API.
final class Times {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
        .withZone(ZoneOffset.UTC);

    private Times() {}

    static String rfc3339(Instant at) {
        return FORM.format(at);
    }
}
