package org.entente.protection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.entente.journal.JournalCorrupt;

/// Seals and opens: AES-256-GCM, a key per subject, each wrapped by the key file of the store. Safe from any thread.
///
/// A sealed thing is 12 bytes of random nonce, the ciphertext and 16 bytes of tag; it is bound to its place by the context, so that one
/// cannot be put where another stood. A copy of the database without the key file opens nothing.
final class Vault {

    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final byte[] master;
    private final SecureRandom random = new SecureRandom();

    private Vault(byte[] master) {
        this.master = master;
    }

    /// The vault of a key file (mode 0600), which is made at the first start.
    static Vault of(Path keyFile) {
        try {
            if (!Files.exists(keyFile)) {
                create(keyFile);
            }
            var key = Files.readAllBytes(keyFile);
            if (key.length != KEY) {
                throw new JournalCorrupt(
                    "the key file of the protected store has " + key.length + " bytes, not " + KEY);
            }
            return new Vault(key);
        } catch (IOException e) {
            throw new UncheckedIOException("the key file of the protected store cannot be read: " + keyFile, e);
        }
    }

    /// A new key of a subject, wrapped.
    byte[] newKey(String subject) {
        var key = new byte[KEY];
        random.nextBytes(key);
        return cipher(Cipher.ENCRYPT_MODE, master, key, "key|" + subject);
    }

    byte[] seal(byte[] wrapped, String subject, String context, String text) {
        return cipher(Cipher.ENCRYPT_MODE, unwrap(wrapped, subject), text.getBytes(StandardCharsets.UTF_8), context);
    }

    /// @throws JournalCorrupt it was sealed under another key, for another place, or changed since
    String open(byte[] wrapped, String subject, String context, byte[] sealed) {
        return new String(cipher(Cipher.DECRYPT_MODE, unwrap(wrapped, subject), sealed, context),
            StandardCharsets.UTF_8);
    }

    private byte[] unwrap(byte[] wrapped, String subject) {
        return cipher(Cipher.DECRYPT_MODE, master, wrapped, "key|" + subject);
    }

    private byte[] cipher(int mode, byte[] key, byte[] data, String context) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            var nonce = new byte[NONCE];
            boolean sealing = mode == Cipher.ENCRYPT_MODE;
            if (sealing) {
                random.nextBytes(nonce);
            } else {
                ByteBuffer.wrap(data).get(nonce);
            }
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
            if (!sealing) {
                return cipher.doFinal(data, NONCE, data.length - NONCE);
            }
            var out = cipher.doFinal(data);
            return ByteBuffer.allocate(NONCE + out.length).put(nonce).put(out).array();
        } catch (GeneralSecurityException e) {
            throw new JournalCorrupt("a sealed entry of the protected store does not open: " + e.getMessage());
        }
    }

    private static void create(Path keyFile) throws IOException {
        Files.createDirectories(keyFile.toAbsolutePath().getParent());
        var key = new byte[KEY];
        new SecureRandom().nextBytes(key);
        var fresh = keyFile.resolveSibling(keyFile.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(fresh, key, StandardOpenOption.SYNC);
        Files.move(fresh, keyFile, StandardCopyOption.ATOMIC_MOVE);
    }
}
