package org.entente.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.access.AccessScenario.AUDIT;
import static org.entente.access.AccessScenario.NIGHT;
import static org.entente.access.AccessScenario.PAF;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executors;
import org.entente.kernel.LedVerb;
import org.entente.store.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every look leaves a line, and a line is never changed (Directive (EU) 2016/680 Art 25).
class A06_EveryLookTest {

    @TempDir
    Path dir;
    private Database database;

    @BeforeEach
    void open() {
        database = Database.embedded(dir, 0);
        database.migrate();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_look_keeps_who_when_where_why_and_the_verb_and_nobody_can_change_it() throws SQLException {
        try (var audit = new Audit(database.app())) {
            var look = look("incident/2026-0001");
            audit.record(look);
            audit.flush();
            var rows = audit.page(AccessScenario.at(AUDIT), 0, 10, NIGHT);
            assertThat(rows).first().extracting(Audit.Row::look).isEqualTo(look);
            assertThat(rows).last().satisfies(row -> {
                assertThat(row.look().what()).isEqualTo("audit/after-0");
                assertThat(row.look().who().desk()).isEqualTo(AUDIT.id());
            });
        }
        for (var sql : List.of("delete from audit_look", "update audit_look set officer = 'x'",
            "truncate audit_look")) {
            try (var connection = database.app().getConnection(); var statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute(sql)).as(sql).hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void many_readers_at_once_lose_no_look_and_close_writes_the_rest() throws Exception {
        var audit = new Audit(database.app());
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 12_000; i++) {
                int look = i;
                readers.submit(() -> audit.record(look("alarm/" + look)));
            }
        }
        audit.close();
        try (var connection = database.app().getConnection();
            var rows = connection.createStatement()
                .executeQuery("select count(*), count(distinct what) from audit_look")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(12_000);
            assertThat(rows.getInt(2)).isEqualTo(12_000);
        }
        assertThatThrownBy(() -> audit.record(look("alarm/late"))).isInstanceOf(IllegalStateException.class);
    }

    private static Look look(String what) {
        return new Look(NIGHT, AccessScenario.at(PAF).actor(), LedVerb.CONSULT, what, "incident/2026-0001");
    }
}
