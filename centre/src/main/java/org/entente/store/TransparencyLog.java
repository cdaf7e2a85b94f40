package org.entente.store;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.entente.journal.Checkpoint;
import org.entente.journal.EvidenceBundle;
import org.entente.journal.Hash;
import org.entente.journal.MerkleLog;
import org.entente.journal.NoteKey;
import org.entente.journal.NoteSigner;
import org.entente.journal.SignedNote;
import org.entente.journal.Tile;

/// What the journal says of itself to the outside: checkpoints, tiles and proofs. Any thread.
///
/// A checkpoint is signed at most every second, when the log grew. The key is made at the first start and kept in
/// `log.key` (mode 0600). Source: RFC 9162 §2.1; C2SP tlog-checkpoint, signed-note and tlog-tiles; docs/formats/log.md.
public final class TransparencyLog implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(TransparencyLog.class.getName());

    private final DataSource source;
    private final NoteSigner signer;
    private final InstantSource clock;
    private final Path mark;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
        Thread.ofPlatform().daemon().name("log-checkpoint").factory());
    private volatile SignedNote newest;
    private volatile long size;

    /// Opens the log of a migrated database, checks the newest part of its history, signs a first checkpoint and goes
    /// on signing.
    ///
    /// @param origin name of the log, for example `entente.example/calais`: no blanks and no plus; for ever
    /// @param clock when a checkpoint was signed; kept beside it, not signed
    /// @throws org.entente.journal.JournalCorrupt the log and the entries contradict each other, or the log was cut back
    public TransparencyLog(Database database, String origin, InstantSource clock) {
        this.source = database.app();
        this.clock = clock;
        this.signer = signer(database.dataDir().resolve("log.key"), origin);
        this.mark = database.dataDir().resolve("log.checkpoint");
        LogAudit.recent(source, signer.key(), mark);
        sign();
        timer.scheduleWithFixedDelay(this::signQuietly, 1, 1, TimeUnit.SECONDS);
    }

    /// The newest checkpoint, a signed note.
    public byte[] checkpoint() {
        return newest.bytes();
    }

    /// Leaves of the newest checkpoint.
    public long size() {
        return size;
    }

    /// The key that verifies every checkpoint.
    public NoteKey key() {
        return signer.key();
    }

    /// The bytes of a tile, `tile/<L>/<N>[.p/<W>]` or `tile/entries/<N>[.p/<W>]`, once a checkpoint covers it.
    public Optional<byte[]> tile(String path) {
        return Tile.parse(path)
            .filter(tile -> tile.from() + tile.width() <= size >> Math.max(0, tile.level()) * Tile.HEIGHT)
            .map(this::bytes);
    }

    /// Proof that the entry at `position` (from 1) is in the log of the first `size` entries.
    public List<Hash> inclusion(long position, long size) {
        return reading(connection -> new MerkleLog(LogHead.hashes(connection)).inclusion(position - 1, size));
    }

    /// Proof that the log of the first `older` entries is the beginning of that of the first `newer`.
    public List<Hash> consistency(long older, long newer) {
        return reading(connection -> new MerkleLog(LogHead.hashes(connection)).consistency(older, newer));
    }

    /// The entries at these positions with their proofs, as of a checkpoint that covers them: signed now if need be.
    ///
    /// @throws IllegalArgumentException none, too many, twice the same, or a position that is not in the log
    public EvidenceBundle evidence(List<Long> positions) {
        var note = sign();
        long leaves = Checkpoint.parse(note.text()).size();
        return reading(connection -> {
            var rows = EntryTable.at(connection, positions);
            if (rows.isEmpty() || rows.size() != positions.size() || rows.getLast().entry().position() > leaves) {
                throw new IllegalArgumentException("not all of " + positions.size() + " positions are in the log");
            }
            var log = new MerkleLog(LogHead.hashes(connection));
            return new EvidenceBundle(note, signer.key(), rows.stream().map(row -> proof(row, log, leaves)).toList());
        });
    }

    /// Signs a checkpoint now if the log grew; returns the newest.
    public synchronized SignedNote sign() {
        return reading(connection -> {
            var head = LogHead.read(connection);
            if (newest == null || head.size() > size) {
                var note = signer.sign(Checkpoint.of(signer.key().name(), head.size(), head.root()).text());
                keep(connection, head.size(), note);
                newest = note;
                size = head.size();
            }
            return newest;
        });
    }

    /// Reads every entry and every hash there is and compares them with the log and all its checkpoints.
    ///
    /// @return entries read
    /// @throws org.entente.journal.JournalCorrupt with the first contradiction
    public long check() {
        return reading(connection -> LogAudit.whole(connection, signer.key()));
    }

    @Override
    public void close() {
        timer.shutdownNow();
        try {
            timer.awaitTermination(5, TimeUnit.SECONDS);
            sign();
        } catch (StoreAway away) {
            LOG.log(System.Logger.Level.WARNING, "no last checkpoint", away);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T with(Connection connection) throws SQLException;
    }

    private <T> T reading(Reading<T> reading) {
        try (var connection = source.getConnection()) {
            return reading.with(connection);
        } catch (SQLException fault) {
            throw new StoreAway("the log", fault);
        }
    }

    private static EvidenceBundle.Proof proof(EntryTable.Row row, MerkleLog log, long leaves) {
        long position = row.entry().position();
        return new EvidenceBundle.Proof(position, new String(row.canonical(), StandardCharsets.UTF_8),
            Base64.getEncoder().encodeToString(row.salt()), log.inclusion(position - 1, leaves));
    }

    private void signQuietly() {
        try {
            sign();
        } catch (StoreAway away) {
            LOG.log(System.Logger.Level.WARNING, "no checkpoint now: " + away.getMessage());
        } catch (RuntimeException fault) { // the edge: an exception here would end the timer without a word
            LOG.log(System.Logger.Level.ERROR, "no checkpoint", fault);
        }
    }

    private void keep(Connection connection, long size, SignedNote note) throws SQLException {
        try (var insert = connection.prepareStatement(
            "insert into log_checkpoint (size, note, signed_at) values (?, ?, ?) on conflict do nothing")) {
            insert.setLong(1, size);
            insert.setString(2, new String(note.bytes(), StandardCharsets.UTF_8));
            insert.setObject(3, Instant.ofEpochMilli(clock.millis()).atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
        LogAudit.mark(mark, note);
    }

    private byte[] bytes(Tile tile) {
        return reading(connection -> {
            var out = new ByteArrayOutputStream(tile.width() * (Hash.LENGTH + 2));
            if (tile.level() == Tile.ENTRIES) {
                for (var digest : LogHead.digests(connection, tile.from(), tile.width())) {
                    out.writeBytes(ByteBuffer.allocate(2).putShort((short) digest.length).array());
                    out.writeBytes(digest);
                }
            } else {
                LogHead.hashes(connection).read(tile.level(), tile.from(), tile.width())
                    .forEach(hash -> out.writeBytes(hash.bytes()));
            }
            return out.toByteArray();
        });
    }

    private static NoteSigner signer(Path file, String origin) {
        var text = Secrets.readOrCreate(file,
            () -> (new NoteSigner(origin, Secrets.random(32)).secretText() + "\n").getBytes(StandardCharsets.US_ASCII));
        var signer = NoteSigner.parse(new String(text, StandardCharsets.US_ASCII));
        if (!signer.key().name().equals(origin)) {
            throw new IllegalArgumentException(
                file + " is the key of the log " + signer.key().name() + ", not of " + origin);
        }
        return signer;
    }
}
