package org.entente.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.entente.journal.JournalCorrupt;
import org.entente.kernel.StreamId;
import org.entente.kernel.SubjectId;

/// One AES-256-GCM key per person; destroying it makes every body about them unreadable, here and in every copy.
///
/// Keys lie in the database sealed by the master key, which lies outside it (`master.key`, mode 0600) and outside its
/// backups. Nothing is cached: an erasure holds at once in every process. Any thread.
final class SubjectKeys {

    private static final int NONCE = 12;
    private static final int KEY = 32;
    private static final int TAG_BITS = 128;

    private final DataSource source;
    private final Path file;
    private final Path next;
    private volatile byte[] master;

    SubjectKeys(DataSource source, Path masterKey) {
        this.source = source;
        this.file = masterKey;
        this.next = masterKey.resolveSibling(masterKey.getFileName() + ".next");
        settle();
        this.master = Secrets.readOrCreate(masterKey, () -> Secrets.random(KEY));
        if (master.length != KEY) {
            throw new JournalCorrupt("master key " + masterKey + " has not 32 bytes");
        }
    }

    /// Seals every living key under a new master key and destroys the old one: what older backups of the database hold
    /// of erased persons opens never more. No other process may use the journal meanwhile.
    synchronized void replaceMaster() {
        var fresh = Secrets.random(KEY);
        try (var connection = source.getConnection()) {
            Secrets.write(next, fresh);
            connection.setAutoCommit(false);
            try (var update = connection.prepareStatement("update subject_key set sealed = ? where subject = ?")) {
                for (var living : living(connection, "for update").entrySet()) {
                    update.setBytes(1,
                        seal(fresh, unseal(master, living.getValue(), living.getKey()), living.getKey()));
                    update.setString(2, living.getKey());
                    update.addBatch();
                }
                update.executeBatch();
            }
            connection.commit();
            connection.setAutoCommit(true);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            master = fresh;
        } catch (SQLException fault) {
            throw new StoreAway("replacing the master key", fault);
        } catch (IOException fault) {
            throw new UncheckedIOException("replacing the master key", fault);
        }
    }

    /// A replacement that was cut short: the keys in the database say whether the new master key counts.
    private void settle() {
        if (!Files.exists(next)) {
            return;
        }
        try (var connection = source.getConnection()) {
            var one = living(connection, "limit 1").entrySet().stream().findFirst();
            var fresh = Files.readAllBytes(next);
            if (one.isEmpty() || fresh.length == KEY && opens(fresh, one.get().getValue(), one.get().getKey())) {
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.delete(next);
            }
        } catch (SQLException fault) {
            throw new StoreAway("the master key", fault);
        } catch (IOException fault) {
            throw new UncheckedIOException("the master key", fault);
        }
    }

    private static boolean opens(byte[] master, byte[] sealed, String subject) {
        try {
            return unseal(master, sealed, subject).length == KEY;
        } catch (JournalCorrupt other) {
            return false;
        }
    }

    private static Map<String, byte[]> living(Connection connection, String how) throws SQLException {
        var keys = new LinkedHashMap<String, byte[]>();
        try (var statement = connection.createStatement();
            var rows = statement.executeQuery(
                "select subject, sealed from subject_key where sealed is not null order by subject " + how)) {
            while (rows.next()) {
                keys.put(rows.getString(1), rows.getBytes(2));
            }
        }
        return keys;
    }

    /// The person's key, made now if there is none yet.
    ///
    /// @throws IllegalStateException the person was erased: nothing more may be written about them under this name
    byte[] forWriting(SubjectId subject) {
        try (var connection = source.getConnection()) {
            var known = open(connection, List.of(subject.text()));
            if (known.isEmpty()) {
                var fresh = seal(master, Secrets.random(KEY), subject.text());
                try (var insert = connection.prepareStatement(
                    "insert into subject_key (subject, sealed, made_at) values (?, ?, now()) on conflict do nothing")) {
                    insert.setString(1, subject.text());
                    insert.setBytes(2, fresh);
                    insert.executeUpdate();
                }
                known = open(connection, List.of(subject.text()));
            }
            return known.get(subject.text())
                .orElseThrow(() -> new IllegalStateException("subject " + subject + " was erased"));
        } catch (SQLException fault) {
            throw new StoreAway("the key of " + subject, fault);
        }
    }

    /// The keys of these persons; empty for an erased one.
    Map<String, Optional<byte[]>> open(Connection connection, Collection<String> subjects) throws SQLException {
        var keys = new LinkedHashMap<String, Optional<byte[]>>();
        try (var select = connection
            .prepareStatement("select subject, sealed from subject_key where subject = any (?)")) {
            select.setArray(1, connection.createArrayOf("text", subjects.toArray()));
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var subject = rows.getString(1);
                    keys.put(subject,
                        Optional.ofNullable(rows.getBytes(2)).map(sealed -> unseal(master, sealed, subject)));
                }
            }
        }
        return keys;
    }

    /// Destroys the key. What was sealed under it stays in the record as noise. Idempotent.
    void erase(SubjectId subject) {
        try (var connection = source.getConnection();
            var known = connection.prepareStatement(
                "insert into subject_key (subject, made_at, erased_at) values (?, now(), now()) on conflict do nothing");
            var erase = connection.prepareStatement(
                "update subject_key set sealed = null, erased_at = now() where subject = ? and erased_at is null")) {
            known.setString(1, subject.text());
            known.executeUpdate();
            erase.setString(1, subject.text());
            erase.executeUpdate();
        } catch (SQLException fault) {
            throw new StoreAway("erasure of " + subject, fault);
        }
    }

    /// What a body is bound to: sealed text moved to another place does not open.
    static String place(StreamId stream, long streamVersion, String type, int version) {
        return stream.text() + "\n" + streamVersion + "\n" + type + "\n" + version;
    }

    static String sealBody(byte[] key, String body, String place) {
        return Base64.getEncoder().encodeToString(seal(key, body.getBytes(StandardCharsets.UTF_8), place));
    }

    static String openBody(byte[] key, String sealed, String place) {
        return new String(unseal(key, Base64.getDecoder().decode(sealed), place), StandardCharsets.UTF_8);
    }

    private static byte[] seal(byte[] key, byte[] clear, String bound) {
        var nonce = Secrets.random(NONCE);
        var sealed = Arrays.copyOf(nonce, NONCE + clear.length + TAG_BITS / 8);
        try {
            cipher(Cipher.ENCRYPT_MODE, key, nonce, bound).doFinal(clear, 0, clear.length, sealed, NONCE);
            return sealed;
        } catch (GeneralSecurityException fault) {
            throw new AssertionError("AES-GCM", fault);
        }
    }

    private static byte[] unseal(byte[] key, byte[] sealed, String bound) {
        try {
            return cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(sealed, NONCE), bound).doFinal(sealed, NONCE,
                sealed.length - NONCE);
        } catch (GeneralSecurityException | IllegalArgumentException fault) {
            throw new JournalCorrupt("sealed content does not open: another master key, or it was changed ("
                + bound.replace('\n', ' ') + ")");
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, String bound) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
