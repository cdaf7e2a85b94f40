package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server, its roles and the wall between its two databases.
class DatabaseTest {

    @TempDir
    static Path shared;
    private static Database standing;

    @TempDir
    Path dir;

    @BeforeAll
    static void open() {
        standing = Database.embedded(shared, 0);
    }

    @AfterAll
    static void close() {
        standing.close();
    }

    @Test
    void what_was_written_survives_a_restart_and_a_killed_centre_whose_postmaster_is_stopped_first() throws Exception {
        long first;
        try (var database = Database.embedded(dir, 0)) {
            first = database.postmasterPid();
            assertThat(command(first)).endsWith("postgres");
            Sql.asOwner(dir, database, "create table kept (n int)", "grant select, insert on kept to entente_app");
            Sql.execute(database.app(), "insert into kept values (7)");
            assertThat(Sql.text(database.app(), "select setting from pg_settings where name = 'fsync'"))
                .isEqualTo("on");
        }
        assertThat(command(first)).isEmpty();
        var killed = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-cp",
            System.getProperty("java.class.path"),
            Abandoned.class.getName(), dir.toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        long orphan;
        try (var words = killed.inputReader()) {
            orphan = words.lines().filter(line -> line.startsWith("pid ")).findFirst()
                .map(line -> Long.parseLong(line.substring(4))).orElseThrow();
            killed.destroyForcibly().waitFor();
        }
        assertThat(command(orphan)).endsWith("postgres");
        try (var database = Database.embedded(dir, 0)) {
            assertThat(database.postmasterPid()).isNotEqualTo(orphan);
            assertThat(command(orphan)).isEmpty();
            assertThat(Sql.text(database.app(), "select n from kept")).isEqualTo("7");
        }
    }

    /// A centre that starts, says its postmaster's number, and waits to be killed.
    static final class Abandoned {
        public static void main(String... arguments) throws InterruptedException {
            IO.println("pid " + Database.embedded(Path.of(arguments[0]), 0).postmasterPid());
            Thread.sleep(60_000);
        }
    }

    @Test
    void a_postmaster_that_dies_is_started_again_on_the_same_port() throws Exception {
        long first = standing.postmasterPid();
        ProcessHandle.of(first).orElseThrow().destroyForcibly();
        for (int wait = 0; standing.postmasterPid() == first && wait < 1_000; wait++) {
            Thread.sleep(10);
        }
        assertThat(standing.postmasterPid()).isNotEqualTo(first);
        assertThat(eventually(standing.app(), "select 'up'")).isEqualTo("up");
    }

    @Test
    void each_role_stays_on_its_side_of_the_wall() throws Exception {
        standing.migrate();
        standing.migrate();
        assertThat(Sql.text(standing.app(), "select current_user || '@' || current_database()"))
            .isEqualTo("entente_app@entente");
        assertThat(Sql.text(standing.reader(), "select current_user || '@' || current_database()"))
            .isEqualTo("entente_reader@entente");
        assertThat(Sql.text(standing.protection(), "select current_user || '@' || current_database()"))
            .isEqualTo("entente_protection@entente_protection");
        for (var role : new String[]{"entente_app", "entente_reader", "entente_owner"}) {
            assertThatThrownBy(() -> connect(standing, "entente_protection", role)).isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied for database");
        }
        for (var role : new String[]{"entente_protection", "entente_protection_owner"}) {
            assertThatThrownBy(() -> connect(standing, "entente", role)).isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied for database");
        }
        assertThatThrownBy(() -> Sql.execute(standing.app(), "create table mine (n int)"))
            .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> DriverManager.getConnection(Sql.url(standing, "entente"), "postgres", "guess").close())
            .isInstanceOf(SQLException.class).hasMessageContaining("password authentication failed");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(shared.resolve("database.properties"))))
            .isEqualTo("rw-------");
    }

    @Test
    void a_second_centre_on_the_same_folder_is_refused() {
        assertThatThrownBy(() -> Database.embedded(shared, 0)).isInstanceOf(StoreAway.class)
            .hasMessageContaining("already runs");
        assertThat(standing.postmasterPid()).isPositive();
    }

    @Test
    void an_external_server_is_prepared_by_an_account_that_may_create_roles(@TempDir Path elsewhere) throws Exception {
        try (var server = Database.embedded(dir, 0)) {
            var url = Sql.url(server, "postgres");
            Sql.asSuperuser(dir, server, "drop database entente with (force)",
                "drop database entente_protection with (force)",
                "drop role entente_owner, entente_app, entente_reader, entente_protection, entente_protection_owner",
                "create role manager login createrole createdb password 'm'");
            try (var external = Database.external(url, "manager", "m", elsewhere)) {
                external.migrate();
                assertThat(Sql.text(external.app(), "select current_database()")).isEqualTo("entente");
                assertThat(external.postmasterPid()).isZero();
            }
        }
    }

    /// What runs under this number; empty when nothing does, also for a dead process that nobody has reaped.
    private static String command(long process) {
        return ProcessHandle.of(process).flatMap(handle -> handle.info().command()).orElse("");
    }

    /// The answer once the pool has noticed that its connections were dead.
    private static String eventually(DataSource source, String sql) throws Exception {
        for (int attempt = 0;; attempt++) {
            try {
                return Sql.text(source, sql);
            } catch (SQLException away) {
                if (attempt == 100) {
                    throw away;
                }
                Thread.sleep(50);
            }
        }
    }

    private void connect(Database database, String name, String role) throws SQLException {
        DriverManager.getConnection(Sql.url(database, name), role, Sql.password(shared, role)).close();
    }
}
