package org.entente.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/// The secret key of a log. Any thread.
///
/// Source: C2SP signed-note; the text form `PRIVATE+KEY+<name>+<id>+<base64>` is that of Go's sumdb/note.
public final class NoteSigner {

    private static final String PREFIX = "PRIVATE+KEY+";

    private final Ed25519PrivateKeyParameters secret;
    private final byte[] seed;
    private final NoteKey key;

    /// A signer of this name from 32 secret bytes.
    public NoteSigner(String name, byte[] seed) {
        if (seed.length != 32) {
            throw new IllegalArgumentException("a secret key has 32 bytes, not " + seed.length);
        }
        this.seed = seed.clone();
        this.secret = new Ed25519PrivateKeyParameters(seed);
        this.key = new NoteKey(name, secret.generatePublicKey().getEncoded());
    }

    /// Reads the text form.
    public static NoteSigner parse(String text) {
        var parts = text.strip().split("\\+", 5);
        if (!text.startsWith(PREFIX) || parts.length != 5) {
            throw new IllegalArgumentException("not a secret key of a log");
        }
        var bytes = Base64.getDecoder().decode(parts[4]);
        if (bytes.length != 33 || bytes[0] != NoteKey.ED25519) {
            throw new IllegalArgumentException("not an Ed25519 secret key");
        }
        var signer = new NoteSigner(parts[2], Arrays.copyOfRange(bytes, 1, 33));
        if (!signer.key.hexId().equals(parts[3])) {
            throw new IllegalArgumentException("the key's id is " + signer.key.hexId() + ", not " + parts[3]);
        }
        return signer;
    }

    /// The public half.
    public NoteKey key() {
        return key;
    }

    /// The text with this key's signature. The text ends with a newline.
    public SignedNote sign(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var signer = new Ed25519Signer();
        signer.init(true, secret);
        signer.update(bytes, 0, bytes.length);
        var line = Base64.getEncoder()
            .encodeToString(ByteBuffer.allocate(68).putInt(key.id()).put(signer.generateSignature()).array());
        return new SignedNote(text, List.of(new SignedNote.Signature(key.name(), line)));
    }

    /// The text form, secret.
    public String secretText() {
        return PREFIX + key.name() + "+" + key.hexId() + "+" + NoteKey.base64(seed);
    }
}
