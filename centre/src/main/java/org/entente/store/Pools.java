package org.entente.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// Connections, pooled for the centre's daily work, plain for what happens once.
final class Pools {

    private Pools() {}

    /// A pool of at most `size` connections of one role. A connection that is not had within three seconds is an error.
    static HikariDataSource pool(String name, int size, String url, String user, String password) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(plain(url, user, password));
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(3_000);
        config.setValidationTimeout(1_000);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    static PGSimpleDataSource plain(String url, String user, String password) {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName("entente");
        source.setReWriteBatchedInserts(true);
        source.setOptions("-c synchronous_commit=on"); // whatever the server's default: acknowledged means durable
        source.setConnectTimeout(3);
        source.setTcpKeepAlive(true);
        return source;
    }
}
