package org.entente.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The one spelling of an entry that the log commits to: RFC 8785 canonical JSON, UTF-8 (docs/formats/journal-entry.md).
public final class CanonicalEntry {

    /// Bytes of salt before the spelling, so that nobody can guess a content from its published digest.
    public static final int SALT = 16;

    private static final DateTimeFormatter MILLIS = DateTimeFormatter
        .ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private CanonicalEntry() {}

    /// The bytes of an entry about no person, or with `sealed` in place of its body.
    ///
    /// @param sealed base64 of nonce, ciphertext and tag of an entry about a person
    public static byte[] bytes(Entry entry, Optional<String> sealed) {
        if (entry.subject().isPresent() != sealed.isPresent()) {
            throw new JournalCorrupt("entry " + entry.position() + " is sealed without a subject, or the reverse");
        }
        var out = new StringBuilder(256 + sealed.or(entry::body).orElseThrow().length());
        var actor = entry.actor();
        var marking = entry.marking();
        out.append("{\"actor\":{\"agency\":").append(quoted(actor.agency().text())).append(",\"desk\":")
            .append(quoted(actor.desk().text()))
            .append(",\"officer\":").append(quoted(actor.officer().text())).append(",\"purpose\":")
            .append(quoted(actor.purpose().name()))
            .append(",\"state\":").append(quoted(actor.state())).append("},\"at\":").append(quoted(time(entry.at())));
        if (sealed.isEmpty()) {
            out.append(",\"body\":").append(quoted(entry.body().orElseThrow()));
        }
        out.append(",\"format\":1,\"marking\":{\"classification\":").append(quoted(marking.classification().name()));
        marking.compartment().ifPresent(name -> out.append(",\"compartment\":").append(quoted(name)));
        out.append(",\"originator\":").append(quoted(marking.originator().text())).append(",\"releasableTo\":")
            .append(array(marking.releasableTo()))
            .append(",\"retentionDays\":").append(marking.retentionDays()).append("},\"position\":")
            .append(entry.position());
        sealed.ifPresent(text -> out.append(",\"sealed\":").append(quoted(text)));
        out.append(",\"stream\":").append(quoted(entry.stream().text())).append(",\"streamVersion\":")
            .append(entry.streamVersion());
        entry.subject().ifPresent(subject -> out.append(",\"subject\":").append(quoted(subject.text())));
        out.append(",\"type\":").append(quoted(entry.type())).append(",\"version\":").append(entry.version())
            .append('}');
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// What the log holds of an entry: SHA-256 over salt and bytes. The leaf hash is [Hash#leaf(byte[])] of this digest.
    public static byte[] digest(byte[] salt, byte[] bytes) {
        if (salt.length != SALT) {
            throw new IllegalArgumentException("a salt has 16 bytes, not " + salt.length);
        }
        return Hash.sha256(salt, bytes);
    }

    /// RFC 3339, UTC, always three decimals.
    static String time(Instant at) {
        return MILLIS.format(at);
    }

    private static String array(List<String> names) {
        return "[" + String.join(",", names.stream().map(CanonicalEntry::quoted).toList()) + "]";
    }

    /// RFC 8785 §3.2.2.2: the shortest escapes, nothing else escaped.
    static String quoted(String text) {
        var out = new StringBuilder(text.length() + 16).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u%04x".formatted((int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }
}
