package org.entente.journal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/// A SHA-256 hash of the Merkle log, 32 bytes, immutable.
///
/// Source: RFC 9162 §2.1.1 (leaf and node prefixes 0x00 and 0x01).
public final class Hash {

    /// Length in bytes.
    public static final int LENGTH = 32;
    /// Root of the log without entries: the hash of nothing.
    public static final Hash EMPTY = new Hash(sha256());

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /// These 32 bytes as a hash; a copy.
    public static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /// The hash whose base64 this is.
    public static Hash ofBase64(String text) {
        return of(Base64.getDecoder().decode(text));
    }

    /// Hash of a leaf whose data is `data`.
    public static Hash leaf(byte[] data) {
        return new Hash(sha256(new byte[]{0}, data));
    }

    /// Hash of an inner node.
    public static Hash node(Hash left, Hash right) {
        return new Hash(sha256(new byte[]{1}, left.bytes, right.bytes));
    }

    /// SHA-256 over the parts, one after the other.
    public static byte[] sha256(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /// The 32 bytes; a copy.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// As in checkpoints: standard base64 with padding.
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && MessageDigest.isEqual(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return base64();
    }
}
