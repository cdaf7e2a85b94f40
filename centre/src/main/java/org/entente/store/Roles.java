package org.entente.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.sql.DataSource;

/// The roles and the two databases, made once by an administrator's connection. Decision 0012 has the table.
final class Roles {

    static final String CENTRE = "entente";
    static final String PROTECTION = "entente_protection";
    static final String OWNER = "entente_owner";
    static final String APP = "entente_app";
    static final String READER = "entente_reader";
    static final String PROTECTION_OWNER = "entente_protection_owner";
    static final String PROTECTION_APP = "entente_protection";
    static final List<String> ALL = List.of(OWNER, APP, READER, PROTECTION_OWNER, PROTECTION_APP);

    private Roles() {}

    /// Makes what is missing and sets who may connect where. An account that may not create roles changes nothing: then
    /// a database administrator has made them beforehand.
    static void prepare(DataSource admin, Properties passwords) throws SQLException {
        try (var connection = admin.getConnection()) {
            if (!mayCreateRoles(connection)) {
                return;
            }
            for (var role : ALL) {
                var word = exists(connection, "select 1 from pg_roles where rolname = ?", role) ? "alter" : "create";
                run(connection, word + " role " + role + " login password '"
                    + passwords.getProperty(role).replace("'", "''") + "'");
            }
            databases().forEach((database, connectors) -> {
                try {
                    database(connection, database, connectors);
                } catch (SQLException fault) {
                    throw new StoreAway("database " + database + " cannot be made", fault);
                }
            });
        }
    }

    /// A server that does not flush would make every acknowledgement of the centre a lie.
    static void refuseWithoutFsync(DataSource source) throws SQLException {
        try (var connection = source.getConnection();
            var statement = connection.createStatement();
            var answer = statement.executeQuery("show fsync")) {
            answer.next();
            if (!answer.getString(1).equals("on")) {
                throw new StoreAway("PostgreSQL runs without fsync: what it acknowledges could be lost");
            }
        }
    }

    /// Each database, its owner first, then who else may connect.
    private static Map<String, List<String>> databases() {
        var rows = new LinkedHashMap<String, List<String>>();
        rows.put(CENTRE, List.of(OWNER, APP, READER));
        rows.put(PROTECTION, List.of(PROTECTION_OWNER, PROTECTION_APP));
        return rows;
    }

    private static void database(Connection connection, String name, List<String> connectors) throws SQLException {
        if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
            run(connection, "grant " + connectors.getFirst() + " to current_user");
            run(connection,
                "create database " + name + " owner " + connectors.getFirst() + " template template0 encoding 'UTF8'");
        }
        run(connection, "revoke all on database " + name + " from public");
        for (var role : connectors) {
            run(connection, "grant connect on database " + name + " to " + role);
        }
    }

    private static boolean mayCreateRoles(Connection connection) throws SQLException {
        return exists(connection,
            "select 1 from pg_roles where rolname = ?::text and (rolsuper or rolcreaterole and rolcreatedb)",
            connection.getMetaData().getUserName());
    }

    private static boolean exists(Connection connection, String question, String name) throws SQLException {
        try (var statement = connection.prepareStatement(question)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
