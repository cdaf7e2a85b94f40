package org.entente.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;

/// Short words for talking to a database in tests.
final class Sql {

    private Sql() {}

    static void execute(DataSource source, String... sql) throws SQLException {
        try (var connection = source.getConnection(); var statement = connection.createStatement()) {
            for (var line : sql) {
                statement.execute(line);
            }
        }
    }

    static String text(DataSource source, String sql) throws SQLException {
        try (var connection = source.getConnection(); var answer = connection.createStatement().executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }

    static String password(Path dir, String role) {
        try (var in = Files.newBufferedReader(dir.resolve("database.properties"))) {
            var known = new Properties();
            known.load(in);
            return known.getProperty(role);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static String url(Database database, String name) throws SQLException {
        try (var connection = database.app().getConnection()) {
            return connection.getMetaData().getURL().replaceFirst("/[^/?]*(\\?.*|$)", "/" + name);
        }
    }

    static void asOwner(Path dir, Database database, String... sql) throws SQLException {
        execute(Pools.plain(url(database, "entente"), "entente_owner", password(dir, "entente_owner")), sql);
    }

    static void asSuperuser(Path dir, Database database, String... sql) throws SQLException {
        execute(Pools.plain(url(database, "postgres"), "postgres", password(dir, "postgres")), sql);
    }
}
