package org.entente.rights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.entente.store.Database;

/// Looks at the databases from outside, with the passwords of a test's own data directory.
final class Stores {

    private Stores() {}

    /// @param dir the folder of the database, see [Database#dataDir()]
    /// @throws SQLException also when the role may not connect
    static Connection connect(Path dir, String name, String role) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://localhost:" + port(dir) + "/" + name, role,
            password(dir, role));
    }

    static Connection connect(Database database, String name, String role) throws SQLException {
        return connect(database.dataDir(), name, role);
    }

    /// The fourth line of the postmaster's own note.
    private static String port(Path dir) {
        try {
            return Files.readAllLines(dir.resolve("postgres/postmaster.pid")).get(3).strip();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /// Every table, `schema.table` outside of `public`, partitions left out (they are their parent's).
    static List<String> tables(Connection connection) throws SQLException {
        return words(connection,
            """
                select case nspname when 'public' then relname else nspname || '.' || relname end
                from pg_class join pg_namespace on pg_namespace.oid = relnamespace
                where relkind in ('r', 'p') and not relispartition and nspname not in ('pg_catalog', 'information_schema') order by 1""");
    }

    /// Every row of every table as text, and where it stood.
    static List<String> everything(Connection connection) throws SQLException {
        var rows = new ArrayList<String>();
        for (var table : tables(connection)) {
            words(connection, "select t::text from " + table + " t").forEach(row -> rows.add(table + ": " + row));
        }
        return rows;
    }

    static List<String> words(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            var words = new ArrayList<String>();
            while (rows.next()) {
                words.add(rows.getString(1));
            }
            return words;
        }
    }

    private static String password(Path dir, String role) {
        try (var in = Files.newBufferedReader(dir.resolve("database.properties"))) {
            var known = new Properties();
            known.load(in);
            return known.getProperty(role);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
