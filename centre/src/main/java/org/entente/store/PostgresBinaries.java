package org.entente.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.entente.journal.Hash;
import org.tukaani.xz.XZInputStream;

/// The programs of PostgreSQL, unpacked once per version from the archive on the class path into the account's cache
/// (`$XDG_CACHE_HOME/entente/postgres`, else `~/.cache`).
///
/// @param folder with `bin`, `lib`, `share`
record PostgresBinaries(Path folder) {

    /// Unpacks them if that was not done before. Several processes may do so at once.
    static PostgresBinaries unpacked() throws IOException {
        var archive = archive();
        var home = cache().resolve(HexFormat.of().formatHex(Hash.sha256(archive), 0, 8));
        if (!Files.exists(home)) {
            var fresh = Files.createTempDirectory(cache(), "unpacking");
            unpack(archive, fresh);
            try {
                Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException another) {
                delete(fresh);
            }
        }
        return new PostgresBinaries(home);
    }

    /// One of the programs with its arguments, in a session of its own (a Ctrl-C meant for the centre must not stop the
    /// database before it), and without root's identity, which PostgreSQL refuses.
    ProcessBuilder command(String program, String... arguments) throws IOException {
        var words = new ArrayList<String>();
        if (Files.exists(Path.of("/usr/bin/setsid"))) {
            words.add("/usr/bin/setsid");
        }
        var self = Path.of("/proc/self");
        if (Files.exists(self) && Files.getAttribute(self, "unix:uid").equals(0)) {
            words.addAll(List.of("unshare", "-U"));
        }
        words.add(folder.resolve("bin").resolve(program).toString());
        words.addAll(List.of(arguments));
        return new ProcessBuilder(words);
    }

    static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (var files = Files.walk(tree)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static byte[] archive() throws IOException {
        var machine = System.getProperty("os.arch").equals("amd64")
            ? "x86_64"
            : System.getProperty("os.arch").replace("aarch64", "arm_64");
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        var name = "/postgres-" + system + "-" + machine + ".txz";
        try (InputStream in = PostgresBinaries.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("no PostgreSQL for this machine on the class path: " + name);
            }
            return in.readAllBytes();
        }
    }

    private static Path cache() throws IOException {
        var cache = System.getenv("XDG_CACHE_HOME");
        var home = cache == null || cache.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(cache);
        return Files.createDirectories(home.resolve("entente").resolve("postgres"));
    }

    private static void unpack(byte[] archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("archive leads outside: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(tar, file);
                    if ((entry.getMode() & 0100) != 0 && !file.toFile().setExecutable(true)) {
                        throw new IOException("cannot make executable: " + file);
                    }
                }
            }
        }
    }
}
