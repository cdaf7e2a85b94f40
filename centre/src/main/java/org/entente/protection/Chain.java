package org.entente.protection;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Each entry carries SHA-256 over the digest before it and its own fields, each with its length before it: no entry can be changed,
/// taken out or put in between without breaking every digest after it. An erased subject leaves the digests as they were.
final class Chain {

    static final byte[] START = new byte[32];

    private Chain() {}

    static byte[] next(byte[] before, StoredEntry entry) {
        try {
            var bytes = new ByteArrayOutputStream();
            var out = new DataOutputStream(bytes);
            field(out, before);
            out.writeLong(entry.position());
            field(out, entry.receipt());
            out.writeLong(entry.version());
            field(out, entry.type());
            out.writeInt(entry.typeVersion());
            out.writeLong(entry.at().toEpochMilli());
            field(out, entry.officer());
            field(out, entry.desk());
            out.writeBoolean(entry.sealed().length > 0);
            field(out, entry.sealed().length > 0 ? entry.sealed() : entry.clear().getBytes(StandardCharsets.UTF_8));
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static void field(DataOutputStream out, String text) throws IOException {
        field(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void field(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
