package org.entente.store;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// The PostgreSQL of the centre: two databases behind one wall, one pool of connections per role. Any thread.
///
/// | role | database | may |
/// |---|---|---|
/// | `entente_owner` | `entente` | migrate; used only by [#migrate()] |
/// | `entente_app` | `entente` | read and write; journal tables: SELECT and INSERT only |
/// | `entente_reader` | `entente` | SELECT what a migration grants, under row-level security |
/// | `entente_protection_owner` | `entente_protection` | migrate |
/// | `entente_protection` | `entente_protection` | what its migrations grant |
///
/// No role can connect to the other database. Passwords are random per data directory, kept in `database.properties`
/// (mode 0600) under the role's name; on an external server an administrator may write that file first.
public final class Database implements AutoCloseable {

    private static final String SUPERUSER = "postgres";

    private final Path dataDir;
    private final Optional<EmbeddedServer> server;
    private final String url;
    private final Properties passwords;
    private final HikariDataSource app;
    private final HikariDataSource reader;
    private final HikariDataSource protection;

    private Database(Path dataDir, Optional<EmbeddedServer> server, String url, Properties passwords) {
        this.dataDir = dataDir;
        this.server = server;
        this.url = url;
        this.passwords = passwords;
        this.app = pool(8, Roles.CENTRE, Roles.APP);
        this.reader = pool(6, Roles.CENTRE, Roles.READER);
        this.protection = pool(3, Roles.PROTECTION, Roles.PROTECTION_APP);
        server.ifPresent(own -> own.whenRestarted(this::dropDeadConnections));
    }

    /// Starts an own PostgreSQL 18 on the loopback; its data stay in `dataDir/postgres`. A postmaster that a killed centre
    /// left on this folder is stopped first; one that dies meanwhile is started again on the same port.
    ///
    /// @param port 0 for any free one
    /// @throws StoreAway another centre runs on this folder, or the server does not start durably
    public static Database embedded(Path dataDir, int port) {
        var passwords = passwords(dataDir);
        var server = new EmbeddedServer(dataDir, port, passwords.getProperty(SUPERUSER));
        try {
            Roles.prepare(server.superuser("postgres"), passwords);
            return new Database(dataDir, Optional.of(server), server.url("{database}"), passwords);
        } catch (SQLException | RuntimeException fault) {
            server.close();
            throw new StoreAway("PostgreSQL in " + dataDir + " cannot be prepared", fault);
        }
    }

    /// Uses a server that is there. An account that may create roles and databases makes them; any other finds them made.
    ///
    /// @param url `jdbc:postgresql://host:port/database?options`: the database the account connects to first
    /// @param dataDir where passwords and keys of this centre are kept
    /// @throws StoreAway the server does not answer, refuses, or runs without fsync
    public static Database external(String url, String user, String password, Path dataDir) {
        var passwords = passwords(dataDir);
        try {
            Roles.refuseWithoutFsync(Pools.plain(url, user, password));
            Roles.prepare(Pools.plain(url, user, password), passwords);
        } catch (SQLException fault) {
            throw new StoreAway("PostgreSQL at " + url.replaceFirst("\\?.*", "") + " cannot be prepared", fault);
        }
        return new Database(dataDir, Optional.empty(), url.replaceFirst("/[^/?]*(\\?|$)", "/{database}$1"), passwords);
    }

    /// Brings both databases to the newest schema: `db/centre` and `db/protection` on the class path. Idempotent.
    public void migrate() {
        migrate(Roles.CENTRE, Roles.OWNER, "classpath:db/centre");
        migrate(Roles.PROTECTION, Roles.PROTECTION_OWNER, "classpath:db/protection");
    }

    /// Connections of the application, at most 8.
    public DataSource app() {
        return app;
    }

    /// Connections for reading on behalf of a desk, at most 6; row-level security applies.
    public DataSource reader() {
        return reader;
    }

    /// Connections to the protected store, at most 3.
    public DataSource protection() {
        return protection;
    }

    /// Where this centre keeps its data, passwords and keys.
    public Path dataDir() {
        return dataDir;
    }

    /// Process id of the own postmaster now, 0 when the server is external.
    public long postmasterPid() {
        return server.map(EmbeddedServer::pid).orElse(0L);
    }

    /// Connections that belong to no pool, for one long task of the application; an answer is awaited half a minute.
    DataSource appUnpooled() {
        var source = Pools.plain(url(Roles.CENTRE), Roles.APP, passwords.getProperty(Roles.APP));
        source.setSocketTimeout(30);
        return source;
    }

    @Override
    public void close() {
        app.close();
        reader.close();
        protection.close();
        server.ifPresent(EmbeddedServer::close);
    }

    private void dropDeadConnections() {
        for (var pool : List.of(app, reader, protection)) {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
    }

    private void migrate(String database, String owner, String location) {
        // modules number their migrations in ranges of their own, so a lower number may arrive later
        Flyway.configure().dataSource(Pools.plain(url(database), owner, passwords.getProperty(owner)))
            .locations(location).outOfOrder(true).load().migrate();
    }

    private HikariDataSource pool(int size, String database, String role) {
        return Pools.pool(role, size, url(database), role, passwords.getProperty(role));
    }

    private String url(String database) {
        return url.replace("{database}", database);
    }

    private static Properties passwords(Path dataDir) {
        List<String> names = new ArrayList<>(Roles.ALL);
        names.add(SUPERUSER);
        return Secrets.passwords(dataDir.resolve("database.properties"), names);
    }
}
