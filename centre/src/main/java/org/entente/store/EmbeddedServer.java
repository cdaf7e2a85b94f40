package org.entente.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/// A PostgreSQL of our own on the loopback, its data in one folder, watched and started again when it dies.
///
/// One process at a time owns the folder (`centre.lock`). A postmaster that an ended process left behind is stopped
/// first. Durable: the server is refused unless it says `fsync` is on. Decision 0013 says why it is our own child.
final class EmbeddedServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(EmbeddedServer.class.getName());
    private static final int START_SECONDS = 60;
    private static final int STOP_SECONDS = 20;
    private static final List<String> SETTINGS = List.of("fsync=on", "synchronous_commit=on", "full_page_writes=on",
        "listen_addresses=localhost", "unix_socket_directories=", "shared_buffers=128MB", "max_connections=60",
        "max_wal_size=2GB",
        "checkpoint_timeout=15min", "wal_compression=on", "jit=off", "timezone=UTC", "log_timezone=UTC",
        "log_min_messages=error");

    private final Path folder;
    private final int port;
    private final String password;
    private final FileChannel lock;
    private final PostgresBinaries binaries;
    private final Thread watch;
    private volatile Runnable restarted = () -> {
    };
    private volatile Process postmaster;
    private volatile boolean closing;

    EmbeddedServer(Path dataDir, int port, String password) {
        this.folder = dataDir.toAbsolutePath().normalize().resolve("postgres");
        this.password = password;
        this.lock = lock(dataDir.resolve("centre.lock"));
        try {
            this.port = port == 0 ? freePort() : port;
            this.binaries = PostgresBinaries.unpacked();
            initialise();
            stopOrphan();
            start();
        } catch (IOException fault) {
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
        return postmaster.pid();
    }

    /// Calls `then` each time the server was started again.
    void whenRestarted(Runnable then) {
        restarted = then;
    }

    @Override
    public void close() {
        closing = true;
        watch.interrupt();
        try {
            watch.join();
            interrupt(postmaster.pid());
            if (!postmaster.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING,
                    "PostgreSQL in " + folder + " did not stop in time; it will recover at the next start");
                postmaster.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException fault) {
            LOG.log(System.Logger.Level.WARNING, "PostgreSQL in " + folder + " did not stop cleanly", fault);
        } finally {
            release();
        }
    }

    /// Makes the data folder beside its place and moves it there whole, so that a half-made one is never taken for one.
    private void initialise() throws IOException {
        if (Files.exists(folder.resolve("PG_VERSION"))) {
            return;
        }
        var fresh = folder.resolveSibling("postgres.new");
        var word = folder.resolveSibling("postgres.word");
        PostgresBinaries.delete(fresh);
        Secrets.write(word, password.getBytes(StandardCharsets.US_ASCII));
        try {
            var process = binaries
                .command("initdb", "-D", fresh.toString(), "-U", "postgres", "-E", "UTF8", "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8", "--locale=C", "--auth=scram-sha-256", "--pwfile=" + word,
                    "--no-instructions")
                .redirectErrorStream(true).redirectOutput(log()).start();
            if (process.waitFor() != 0) {
                throw new IOException("initdb failed, see " + log().file());
            }
            Files.move(fresh, folder);
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        } finally {
            Files.deleteIfExists(word);
        }
    }

    private void start() throws IOException {
        var words = new ArrayList<>(List.of("-D", folder.toString(), "-p", Integer.toString(port)));
        SETTINGS.forEach(setting -> words.addAll(List.of("-c", setting)));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        try {
            do { // again, because a dead postmaster that nobody has reaped yet counts as a running one
                postmaster = binaries.command("postgres", words.toArray(String[]::new)).redirectErrorStream(true)
                    .redirectOutput(log()).start();
                while (postmaster.isAlive() && System.nanoTime() < end) {
                    if (answers()) {
                        return;
                    }
                    Thread.sleep(20);
                }
                Thread.sleep(200);
            } while (System.nanoTime() < end);
        } catch (InterruptedException interrupted) {
            postmaster.destroyForcibly();
            throw interrupted(interrupted);
        }
        postmaster.destroyForcibly();
        throw new IOException("PostgreSQL does not answer, see " + log().file());
    }

    private boolean answers() throws IOException {
        try {
            Roles.refuseWithoutFsync(superuser("postgres"));
            return true;
        } catch (StoreAway careless) {
            postmaster.destroyForcibly();
            throw new IOException(careless);
        } catch (SQLException notYet) {
            LOG.log(System.Logger.Level.TRACE, "PostgreSQL does not answer yet", notYet);
            return false;
        }
    }

    private void watch() {
        while (!closing) {
            try {
                if (postmaster.waitFor(10, TimeUnit.SECONDS) && !closing) {
                    LOG.log(System.Logger.Level.ERROR,
                        "PostgreSQL (pid " + postmaster.pid() + ") is gone; starting it again");
                    start();
                    restarted.run();
                }
            } catch (InterruptedException closed) {
                return;
            } catch (IOException fault) {
                LOG.log(System.Logger.Level.ERROR, "PostgreSQL does not come back; trying again", fault);
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
        interrupt(orphan.get());
        try {
            for (int wait = 0; running(orphan.get()); wait++) { // not onExit: a zombie nobody reaps would never end
                if (wait == STOP_SECONDS * 20) {
                    throw new IOException("PostgreSQL " + orphan.get() + " left in " + folder + " does not stop");
                }
                Thread.sleep(50);
            }
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
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

    /// A fast shutdown in PostgreSQL's words: ends sessions, keeps everything committed. (TERM would wait for them.)
    private static void interrupt(long process) throws IOException {
        new ProcessBuilder("kill", "-INT", Long.toString(process)).redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    private ProcessBuilder.Redirect log() {
        return ProcessBuilder.Redirect.appendTo(folder.resolveSibling("postgres.log").toFile());
    }

    private static IOException interrupted(InterruptedException why) {
        Thread.currentThread().interrupt();
        return new IOException("interrupted", why);
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
