package org.entente.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.entente.journal.Frontier;
import org.entente.journal.Hash;
import org.entente.journal.JournalCorrupt;
import org.entente.journal.MerkleLog;
import org.entente.journal.Tile;

/// The one row at the growing edge of the log, and the hashes below it.
final class LogHead {

    /// Root of a complete tile: one hash of the level above it.
    private record Node(int level, long index, Hash hash) {}

    private LogHead() {}

    /// The newest committed state, without a lock.
    static Frontier read(Connection connection) throws SQLException {
        return read(connection, "");
    }

    /// The state, locked until the transaction ends: whoever else writes waits, also in another process.
    static Frontier lock(Connection connection) throws SQLException {
        return read(connection, " for update");
    }

    /// Adds the digests as leaves and moves the head. Within the transaction that locked it.
    static void grow(Connection connection, Frontier head, List<byte[]> digests) throws SQLException {
        var nodes = new ArrayList<Node>();
        var grown = head;
        for (var digest : digests) {
            grown = grown.add(Hash.leaf(digest), (level, index, hash) -> {
                if (level > 0 && level % Tile.HEIGHT == 0) {
                    nodes.add(new Node(level / Tile.HEIGHT, index, hash));
                }
            });
        }
        try (var insert = connection.prepareStatement("insert into log_node (level, index, hash) values (?, ?, ?)");
            var move = connection.prepareStatement("update log_head set size = ?, peaks = ?")) {
            for (var node : nodes) {
                insert.setInt(1, node.level());
                insert.setLong(2, node.index());
                insert.setBytes(3, node.hash().bytes());
                insert.executeUpdate();
            }
            move.setLong(1, grown.size());
            move.setBytes(2, grown.bytes());
            move.executeUpdate();
        }
    }

    /// Reads the stored hashes of the log through one connection.
    static MerkleLog.Hashes hashes(Connection connection) {
        return (level, from, count) -> {
            try {
                var found = level == 0
                    ? column(connection,
                        "select digest from entry where position > ? and position <= ? order by position", from, count)
                        .stream().map(Hash::leaf).toList()
                    : column(connection,
                        "select hash from log_node where index >= ? and index < ? and level = " + level
                            + " order by index",
                        from, count).stream().map(Hash::of).toList();
                if (found.size() != count) {
                    throw new JournalCorrupt("of " + count + " hashes from " + from + " on level " + level + " only "
                        + found.size() + " are there");
                }
                return found;
            } catch (SQLException fault) {
                throw new StoreAway("hashes of the log", fault);
            }
        };
    }

    /// Digests of the entries that are leaves `from` to `from + count - 1`.
    static List<byte[]> digests(Connection connection, long from, int count) throws SQLException {
        return column(connection, "select digest from entry where position > ? and position <= ? order by position",
            from, count);
    }

    private static List<byte[]> column(Connection connection, String sql, long from, int count) throws SQLException {
        try (var select = connection.prepareStatement(sql)) {
            select.setLong(1, from);
            select.setLong(2, from + count);
            var found = new ArrayList<byte[]>(count);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getBytes(1));
                }
            }
            return found;
        }
    }

    private static Frontier read(Connection connection, String lock) throws SQLException {
        try (var statement = connection.createStatement();
            var row = statement.executeQuery("select size, peaks from log_head" + lock)) {
            if (!row.next()) {
                throw new JournalCorrupt("the log has no head");
            }
            return Frontier.of(row.getLong(1), row.getBytes(2));
        }
    }
}
