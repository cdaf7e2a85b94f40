package org.entente.web;

import java.util.concurrent.Semaphore;
import org.entente.access.PasswordHash;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/// Argon2id with 19 MiB, two passes, one lane (the smaller of RFC 9106's family that OWASP recommends). At most four at once, so that a
/// flood of log-ins cannot take the memory of the centre. Safe from any thread.
public final class Argon2 implements PasswordHash {

    private static final int AT_ONCE = 4;

    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    @Override
    public String hash(String password) {
        places.acquireUninterruptibly();
        try {
            return encoder.encode(password);
        } finally {
            places.release();
        }
    }

    @Override
    public boolean matches(String password, String hash) {
        places.acquireUninterruptibly();
        try {
            return encoder.matches(password, hash);
        } finally {
            places.release();
        }
    }
}
