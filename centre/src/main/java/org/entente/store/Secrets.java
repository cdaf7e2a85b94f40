package org.entente.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.function.Supplier;

/// Small secret files of the data directory, readable by the centre's own account only (mode 0600).
///
/// A file is written whole under another name, forced to disk and moved into place: after a crash it is there or not,
/// never half.
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /// The bytes of the file, made by `first` when there is no such file yet.
    static byte[] readOrCreate(Path file, Supplier<byte[]> first) {
        try {
            if (!Files.exists(file)) {
                write(file, first.get());
            }
            return Files.readAllBytes(file);
        } catch (IOException fault) {
            throw new UncheckedIOException("secret file " + file, fault);
        }
    }

    /// Replaces the file by these bytes, durably.
    static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(fresh, bytes, java.nio.file.StandardOpenOption.SYNC);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// The named passwords of a properties file; the missing ones are drawn at random and kept.
    static Properties passwords(Path file, Iterable<String> names) {
        try {
            var known = new Properties();
            if (Files.exists(file)) {
                try (var in = Files.newBufferedReader(file)) {
                    known.load(in);
                }
            }
            boolean grown = false;
            for (var name : names) {
                grown |= known.putIfAbsent(name,
                    Base64.getUrlEncoder().withoutPadding().encodeToString(random(24))) == null;
            }
            if (grown) {
                var text = new StringBuilder();
                known.stringPropertyNames().stream().sorted()
                    .forEach(name -> text.append(name).append('=').append(known.getProperty(name)).append('\n'));
                write(file, text.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
            return known;
        } catch (IOException fault) {
            throw new UncheckedIOException("passwords of " + file, fault);
        }
    }

    static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
