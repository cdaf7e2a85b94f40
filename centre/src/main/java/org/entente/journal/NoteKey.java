package org.entente.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/// The public key of a log, as everybody who verifies it holds it: `<name>+<id>+<base64>`.
///
/// Source: C2SP signed-note, signature type 0x01 (Ed25519).
public final class NoteKey {

    static final byte ED25519 = 1;
    private static final Pattern TEXT = Pattern
        .compile("([^+\\s]{1,200})\\+([0-9a-f]{8})\\+([A-Za-z0-9+/]{43,48}={0,2})");

    private final String name;
    private final byte[] point;

    NoteKey(String name, byte[] point) {
        this.name = name;
        this.point = point.clone();
        if (!name.matches("[^+\\s]{1,200}") || point.length != 32) {
            throw new IllegalArgumentException("not the name or the 32 bytes of a key: " + name);
        }
    }

    /// Reads `<name>+<id>+<base64>`.
    ///
    /// @throws IllegalArgumentException it is not a key, or its id is not the key's
    public static NoteKey parse(String text) {
        var found = TEXT.matcher(text.strip());
        if (!found.matches()) {
            throw new IllegalArgumentException("not a verifier key: name+id+key");
        }
        var bytes = Base64.getDecoder().decode(found.group(3));
        if (bytes.length != 33 || bytes[0] != ED25519) {
            throw new IllegalArgumentException("not an Ed25519 verifier key");
        }
        var key = new NoteKey(found.group(1), Arrays.copyOfRange(bytes, 1, 33));
        if (!key.hexId().equals(found.group(2))) {
            throw new IllegalArgumentException("the key's id is " + key.hexId() + ", not " + found.group(2));
        }
        return key;
    }

    /// Whose key it is: the origin of the log.
    public String name() {
        return name;
    }

    /// First four bytes of SHA-256 over name, newline, 0x01 and the key.
    public int id() {
        return ByteBuffer.wrap(Hash.sha256((name + "\n").getBytes(StandardCharsets.UTF_8), new byte[]{ED25519}, point))
            .getInt();
    }

    /// Did this key sign the text?
    public boolean verifies(byte[] text, byte[] signature) {
        if (signature.length != 64) {
            return false;
        }
        var verifier = new Ed25519Signer();
        verifier.init(false, new Ed25519PublicKeyParameters(point));
        verifier.update(text, 0, text.length);
        return verifier.verifySignature(signature);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteKey key && name.equals(key.name) && Arrays.equals(point, key.point);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, Arrays.hashCode(point));
    }

    /// The spelling that [#parse(String)] reads.
    @Override
    public String toString() {
        return name + "+" + hexId() + "+" + base64(point);
    }

    String hexId() {
        return HexFormat.of().toHexDigits(id());
    }

    static String base64(byte[] key) {
        return Base64.getEncoder().encodeToString(ByteBuffer.allocate(33).put(ED25519).put(key).array());
    }
}
