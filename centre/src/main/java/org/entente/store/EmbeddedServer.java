package org.entente.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/// A PostgreSQL of our own on the loopback, its data in one folder, watched and started again when it dies.
///
/// One process at a time owns the folder (`centre.lock`). A postmaster that an ended process left behind is stopped
/// first. Durable: the server is refused unless it says `fsync` is on.
final class EmbeddedServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(EmbeddedServer.class.getName());
    private static final String HARDENED = "# entente: passwords only\n"
        + "host all all 127.0.0.1/32 scram-sha-256\nhost all all ::1/128 scram-sha-256\n";

    private final Path folder;
    private final int port;
    private final String password;
    private final FileChannel lock;
    private final Thread watch;
    private volatile EmbeddedPostgres postgres;
    private volatile long pid;
    private volatile boolean closing;

    EmbeddedServer(Path dataDir, int port, String password) {
        this.folder = dataDir.toAbsolutePath().normalize().resolve("postgres");
        this.password = password;
        this.lock = lock(dataDir.resolve("centre.lock"));
        try {
            this.port = port == 0 ? freePort() : port;
            stopOrphan();
            start();
        } catch (IOException | SQLException fault) {
            release();
            throw new StoreAway("PostgreSQL does not start in " + folder, fault);
        }
        this.watch = Thread.ofPlatform().daemon().name("postgres-watch").start(this::watch);
    }

    /// Connections of the superuser to one database of this server.
    DataSource superuser(String database) {
        return Pools.plain(url(database), "postgres", password);
    }

    String url(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    /// Process id of the running postmaster.
    long pid() {
        return pid;
    }

    @Override public void close() {
        closing = true;
        watch.interrupt();
        try {
            watch.join();
            postgres.close();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException fault) {
            LOG.log(System.Logger.Level.WARNING, "PostgreSQL in " + folder + " did not stop cleanly", fault);
        } finally {
            release();
        }
    }

    private void start() throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder().setPort(port).setDataDirectory(folder.toFile()).setCleanDataDirectory(false)
            .setRegisterShutdownHook(false).setOverrideWorkingDirectory(binaries().toFile()).setPGStartupWait(Duration.ofSeconds(30))
            .setConnectConfig("password", password)
            .setLocaleConfig("locale-provider", "builtin").setLocaleConfig("builtin-locale", "C.UTF-8").setLocaleConfig("locale", "C")
            .setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on").setServerConfig("full_page_writes", "on")
            .setServerConfig("listen_addresses", "localhost").setServerConfig("unix_socket_directories", "")
            .setServerConfig("shared_buffers", "128MB").setServerConfig("max_connections", "60")
            .setServerConfig("max_wal_size", "2GB").setServerConfig("checkpoint_timeout", "15min")
            .setServerConfig("wal_compression", "on").setServerConfig("jit", "off").setServerConfig("timezone", "UTC")
            .setServerConfig("log_min_messages", "error").start();
        pid = readPid().orElseThrow(() -> new IOException("no postmaster.pid in " + folder));
        harden();
    }

    private void harden() throws IOException, SQLException {
        try (var connection = superuser("postgres").getConnection(); var statement = connection.createStatement()) {
            try (var answer = statement.executeQuery("show fsync")) {
                answer.next();
                if (!answer.getString(1).equals("on")) {
                    throw new IOException("PostgreSQL runs without fsync: what it acknowledges could be lost");
                }
            }
            var rules = folder.resolve("pg_hba.conf");
            if (!Files.readString(rules).equals(HARDENED)) {
                statement.execute("alter role postgres password '" + password + "'");
                Files.writeString(rules, HARDENED);
                statement.execute("select pg_reload_conf()");
            }
        }
    }

    private void watch() {
        while (!closing) {
            try {
                Thread.sleep(250);
                if (!running(pid) && !closing) {
                    LOG.log(System.Logger.Level.ERROR, "PostgreSQL (pid " + pid + ") is gone; starting it again");
                    postgres.close();
                    start();
                }
            } catch (InterruptedException closed) {
                return;
            } catch (IOException | SQLException | RuntimeException fault) {
                LOG.log(System.Logger.Level.WARNING, "PostgreSQL does not come back yet", fault);
            }
        }
    }

    /// Stops the postmaster that a killed centre left running on this very folder; never any other process.
    private void stopOrphan() throws IOException {
        var orphan = readPid().filter(this::running);
        if (orphan.isEmpty()) {
            return;
        }
        LOG.log(System.Logger.Level.INFO, "stopping PostgreSQL " + orphan.get() + " left behind in " + folder);
        new ProcessBuilder("kill", "-INT", Long.toString(orphan.get())).start();
        try {
            for (int wait = 0; running(orphan.get()); wait++) { // not onExit: a zombie nobody reaps would never end
                if (wait == 400) {
                    throw new IOException("PostgreSQL " + orphan.get() + " left in " + folder + " does not stop");
                }
                Thread.sleep(50);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    /// Is this process a living postmaster of our folder? The kernel's word counts more than the file's.
    private boolean running(long process) {
        var handle = ProcessHandle.of(process).filter(ProcessHandle::isAlive);
        var command = handle.flatMap(found -> found.info().command()).orElse("");
        if (!Path.of(command).endsWith("postgres")) {
            return false;
        }
        var cwd = Path.of("/proc", Long.toString(process), "cwd");
        try {
            return !Files.exists(cwd) || Files.isSameFile(cwd, folder);
        } catch (IOException gone) {
            return false;
        }
    }

    private Optional<Long> readPid() throws IOException {
        var file = folder.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(file);
        return lines.isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(lines.getFirst().strip()));
    }

    private static Path binaries() throws IOException {
        var cache = System.getenv("XDG_CACHE_HOME");
        var home = cache == null || cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return Files.createDirectories(home.resolve("entente").resolve("postgres"));
    }

    private static FileChannel lock(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw new StoreAway("another centre runs on " + file.getParent());
            }
            return channel;
        } catch (OverlappingFileLockException same) {
            throw new StoreAway("this centre already runs on " + file.getParent(), same);
        } catch (IOException fault) {
            throw new UncheckedIOException("lock " + file, fault);
        }
    }

    private void release() {
        try {
            lock.close();
        } catch (IOException fault) {
            LOG.log(System.Logger.Level.WARNING, "lock of " + folder, fault);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
