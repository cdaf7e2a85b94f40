package org.entente.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.entente.journal.Checkpoint;
import org.entente.journal.Frontier;
import org.entente.journal.Hash;
import org.entente.journal.JournalCorrupt;
import org.entente.journal.MerkleLog;
import org.entente.journal.NoteKey;
import org.entente.journal.SignedNote;
import org.entente.journal.Tile;
import org.entente.kernel.StreamId;

/// Compares what lies in the tables with what the log has said of them.
final class LogAudit {

    private static final int PAGE = 1_024;
    private static final int RECENT = 2 * Tile.WIDTH;

    private LogAudit() {}

    /// What is quick enough for every start: head against tiles, the newest two tiles' entries, the newest checkpoint in
    /// the database and the one beside it (which notices a database that was set back).
    static void recent(DataSource source, NoteKey key, Path mark) {
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false); // one snapshot: another process may be writing
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            var head = LogHead.read(connection);
            var log = new MerkleLog(LogHead.hashes(connection));
            refuse(!log.frontier(head.size()).equals(head),
                "the log's head is not what its tiles give at size " + head.size());
            entries(connection, Math.max(0, head.size() - RECENT), head.size(), Optional.empty());
            for (var note : notes(connection, "order by size desc limit 1")) {
                agree(note, key, head, log);
            }
            if (Files.exists(mark)) {
                agree(SignedNote.parse(Files.readAllBytes(mark)), key, head, log);
            }
            connection.rollback();
        } catch (SQLException fault) {
            throw new StoreAway("the log cannot be checked", fault);
        } catch (IOException fault) {
            throw new UncheckedIOException("checkpoint beside the database", fault);
        }
    }

    /// Everything: each entry, each tile, each checkpoint.
    static long whole(Connection connection, NoteKey key) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try {
            var head = LogHead.read(connection);
            var grown = entries(connection, 0, head.size(), Optional.of(LogHead.hashes(connection)));
            refuse(!grown.equals(head), "the log's head is not what the entries give at size " + head.size());
            var log = new MerkleLog(LogHead.hashes(connection));
            for (var note : notes(connection, "order by size")) {
                agree(note, key, head, log);
            }
            return head.size();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }
    }

    /// Keeps the newest checkpoint outside the database too.
    static void mark(Path file, SignedNote note) {
        try {
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.write(fresh, note.bytes());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException fault) {
            throw new UncheckedIOException("checkpoint " + file, fault);
        }
    }

    /// Entries `from + 1` to `to`: each there, each as its digest says, streams without gaps, and tiles as the digests say.
    private static Frontier entries(Connection connection, long from, long to, Optional<MerkleLog.Hashes> tiles)
        throws SQLException {
        var versions = new HashMap<StreamId, Long>();
        var frontier = Frontier.EMPTY;
        for (long done = from; done < to;) {
            List<EntryTable.Row> page;
            try {
                page = EntryTable.after(connection, done, (int) Math.min(PAGE, to - done));
            } catch (IllegalArgumentException | NullPointerException fault) {
                throw new JournalCorrupt("an entry after " + done + " cannot be read: " + fault.getMessage());
            }
            refuse(page.isEmpty(), "entry " + (done + 1) + " is missing");
            for (var row : page) {
                var entry = row.entry();
                refuse(entry.position() != ++done, "entry " + done + " is missing");
                refuse(!row.stands(), "entry " + done + " is not what the log holds of it");
                if (tiles.isPresent()) {
                    long before = Optional.ofNullable(versions.put(entry.stream(), entry.streamVersion())).orElse(0L);
                    refuse(entry.streamVersion() != before + 1,
                        "entry " + done + " is out of order in " + entry.stream());
                    frontier = frontier.add(Hash.leaf(row.digest()),
                        (level, index, hash) -> tile(tiles.get(), level, index, hash));
                }
            }
        }
        return frontier;
    }

    private static void tile(MerkleLog.Hashes tiles, int level, long index, Hash hash) {
        if (level > 0 && level % Tile.HEIGHT == 0) {
            var stored = tiles.read(level / Tile.HEIGHT, index, 1).getFirst();
            refuse(!stored.equals(hash),
                "tile hash " + index + " on level " + level / Tile.HEIGHT + " is not what the entries give");
        }
    }

    private static void agree(SignedNote note, NoteKey key, Frontier head, MerkleLog log) {
        refuse(!note.signedBy(key), "a checkpoint is not signed by the log's key " + key);
        var checkpoint = Checkpoint.parse(note.text());
        refuse(!checkpoint.origin().equals(key.name()), "a checkpoint is of another log: " + checkpoint.origin());
        refuse(checkpoint.size() > head.size(),
            "a checkpoint of " + checkpoint.size() + " entries was signed, only " + head.size() + " are there");
        refuse(!log.root(checkpoint.size()).equals(checkpoint.root()),
            "the checkpoint at " + checkpoint.size() + " has another root than the entries");
    }

    private static List<SignedNote> notes(Connection connection, String order) throws SQLException {
        var notes = new java.util.ArrayList<SignedNote>();
        try (var statement = connection.createStatement();
            var rows = statement.executeQuery("select note from log_checkpoint " + order)) {
            while (rows.next()) {
                notes.add(SignedNote.parse(rows.getString(1).getBytes(StandardCharsets.UTF_8)));
            }
        }
        return notes;
    }

    private static void refuse(boolean wrong, String what) {
        if (wrong) {
            throw new JournalCorrupt(what);
        }
    }
}
