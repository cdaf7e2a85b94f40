package org.entente.access;

/// How a password is turned into what may be stored. Slow on purpose; safe from any thread.
public interface PasswordHash {

    /// A new salted hash, with its own parameters inside.
    String hash(String password);

    /// Whether the password is the one behind the hash. False, never an exception, for a hash it cannot read.
    boolean matches(String password, String hash);
}
