package org.entente.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.entente.kernel.DeskId;
import org.entente.kernel.OfficerId;

/// The table `account`. Safe from any thread.
public final class AccountStore {

    private final DataSource app;

    /// @param app the pool of the application role on the database of the centre
    public AccountStore(DataSource app) {
        this.app = app;
    }

    /// The account of an officer, if there is one.
    public Optional<Account> find(OfficerId officer) {
        return AccessFault.over(() -> {
            try (var connection = app.getConnection();
                var ask = connection.prepareStatement(
                    "select officer, hash, desks, disabled, must_change, created_at from account where officer = ?")) {
                ask.setString(1, officer.text());
                try (var row = ask.executeQuery()) {
                    return row.next() ? Optional.of(account(row)) : Optional.empty();
                }
            }
        });
    }

    /// Writes the account, over an earlier one of the same officer.
    public void put(Account account) {
        AccessFault.over(() -> {
            try (var connection = app.getConnection(); var write = connection.prepareStatement("""
                insert into account (officer, hash, desks, disabled, must_change, created_at) values (?, ?, ?, ?, ?, ?)
                on conflict (officer) do update set hash = excluded.hash, desks = excluded.desks,
                    disabled = excluded.disabled, must_change = excluded.must_change""")) {
                bind(connection, write, account);
                return write.executeUpdate();
            }
        });
    }

    private static void bind(Connection connection, PreparedStatement write, Account account) throws SQLException {
        write.setString(1, account.officer().text());
        write.setString(2, account.hash());
        write.setArray(3, connection.createArrayOf("text", account.desks().stream().map(DeskId::text).toArray()));
        write.setBoolean(4, account.disabled());
        write.setBoolean(5, account.mustChange());
        write.setObject(6, account.createdAt().atOffset(ZoneOffset.UTC));
    }

    private static Account account(ResultSet row) throws SQLException {
        var desks = Stream.of((String[]) row.getArray(3).getArray()).map(DeskId::new).toList();
        return new Account(new OfficerId(row.getString(1)), row.getString(2), desks, row.getBoolean(4),
            row.getBoolean(5),
            row.getObject(6, OffsetDateTime.class).toInstant());
    }
}
