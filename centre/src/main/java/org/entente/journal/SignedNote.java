package org.entente.journal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/// A text and who signed it. Source: C2SP signed-note.
///
/// Signatures of unknown keys and kinds (witnesses' cosignatures) are kept and passed on, and prove nothing here.
///
/// @param text ends with a newline
public record SignedNote(String text, List<Signature> signatures) {

    /// At most so many bytes are read as a note.
    public static final int LARGEST = 65_536;

    private static final int MOST_SIGNATURES = 100;
    private static final Pattern LINE = Pattern.compile("\u2014 ([^+\\s]{1,200}) ([A-Za-z0-9+/]{8,10000}={0,2})");

    /// One line below the text.
    ///
    /// @param base64 four bytes of key id, then the signature
    public record Signature(String name, String base64) {

        int keyId() {
            return ByteBuffer.wrap(bytes()).getInt();
        }

        byte[] bytes() {
            return Base64.getDecoder().decode(base64);
        }
    }

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("the text of a note ends with a newline");
        }
    }

    /// Reads a note.
    ///
    /// @throws IllegalArgumentException it is none
    public static SignedNote parse(byte[] bytes) {
        var note = decode(bytes);
        int split = note.lastIndexOf("\n\n");
        if (split < 0 || !note.endsWith("\n") || note.chars().anyMatch(c -> c < 0x20 && c != '\n' || c == 0x7f)) {
            throw new IllegalArgumentException("not a signed note");
        }
        var signatures = new ArrayList<Signature>();
        for (var line : note.substring(split + 2, Math.max(split + 2, note.length() - 1)).split("\n", -1)) {
            var found = LINE.matcher(line);
            if (!found.matches() || signatures.size() == MOST_SIGNATURES
                || Base64.getDecoder().decode(found.group(2)).length < 5) {
                throw new IllegalArgumentException("not a signature line");
            }
            signatures.add(new Signature(found.group(1), found.group(2)));
        }
        return new SignedNote(note.substring(0, split + 1), signatures);
    }

    /// Is there a signature of this key, and is every signature that claims to be of this key good?
    public boolean signedBy(NoteKey key) {
        var claimed = signatures.stream().filter(one -> one.name().equals(key.name()) && one.keyId() == key.id())
            .toList();
        var signed = text.getBytes(StandardCharsets.UTF_8);
        return !claimed.isEmpty() && claimed.stream()
            .allMatch(one -> key.verifies(signed, Arrays.copyOfRange(one.bytes(), 4, one.bytes().length)));
    }

    /// The bytes that are published.
    public byte[] bytes() {
        var note = new StringBuilder(text).append('\n');
        signatures
            .forEach(one -> note.append("\u2014 ").append(one.name()).append(' ').append(one.base64()).append('\n'));
        return note.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String decode(byte[] bytes) {
        try {
            if (bytes.length > LARGEST) {
                throw new IllegalArgumentException("a note of " + bytes.length + " bytes is too large");
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException fault) {
            throw new IllegalArgumentException("a note is UTF-8", fault);
        }
    }
}
