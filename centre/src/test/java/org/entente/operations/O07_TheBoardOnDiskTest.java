package org.entente.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.operations.OperationsScenario.COMMAND;
import static org.entente.operations.OperationsScenario.FENCE_ALARM;
import static org.entente.operations.OperationsScenario.PAF;
import static org.entente.operations.OperationsScenario.SIX;
import static org.entente.operations.OperationsScenario.WATER_ALARM;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.entente.store.Database;
import org.entente.store.PostgresJournal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The board in PostgreSQL says what the board in memory says, through a whole life of an alarm; and a row of the time before
/// alarms had such a life is read.
class O07_TheBoardOnDiskTest {

    @TempDir
    private static Path dir;

    @Test
    void the_rows_follow_the_board_and_a_row_of_an_earlier_version_is_read() throws SQLException {
        try (var database = Database.embedded(dir, 0)) {
            database.migrate();
            try (var journal = new PostgresJournal(database, List.of(new OperationsStore()))) {
                var now = new AtomicReference<Instant>(SIX);
                var operations = OperationsScenario.open(journal, new ArrayList<>(), now::get);
                OperationsScenario.raised(operations);
                OperationsScenario.waterRaised(operations);
                operations.acknowledge(PAF, FENCE_ALARM);
                same(database, operations);
                operations.shelve(PAF, FENCE_ALARM, "works", SIX.plusSeconds(60));
                operations.returned(FENCE_ALARM);
                same(database, operations);
                now.set(SIX.plusSeconds(60));
                operations.passTo(now.get());
                operations.take(PAF, WATER_ALARM);
                operations.close(PAF, "2016-0001", "NO_TRACE", "");
                operations.suppress(COMMAND, "CAL-F-012", "", "works", SIX.minusSeconds(600), SIX.plusSeconds(600));
                OperationsScenario.raise(operations, "INTRUSION:CAL-F-012:8", "INTRUSION", false);
                same(database, operations);
                now.set(SIX.plus(Duration.ofHours(1)));
                operations.passTo(now.get());
                same(database, operations);
                ofAnEarlierVersion(database, operations);
            }
        }
    }

    private static void same(Database database, Operations operations) throws SQLException {
        try (var connection = database.app().getConnection()) {
            for (var alarm : operations.read(Board::alarms)) {
                assertThat(OperationsStore.alarm(connection, alarm.id())).contains(alarm);
            }
        }
    }

    private static void ofAnEarlierVersion(Database database, Operations operations) throws SQLException {
        try (var connection = database.app().getConnection(); var rows = connection.createStatement()) {
            rows.executeUpdate("update alarm_board set body = body - 'sensors' - 'handling'");
            var alarm = OperationsStore.alarm(connection, FENCE_ALARM).orElseThrow();
            assertThat(alarm.sensors()).isEmpty();
            assertThat(alarm.handling()).isEqualTo(Handling.under(""));
        }
        operations.dismiss(PAF, FENCE_ALARM, "a fox", Verdict.Finding.ANIMAL);
        try (var connection = database.app().getConnection()) {
            assertThat(OperationsStore.alarm(connection, FENCE_ALARM).orElseThrow().handling().verdict())
                .contains(Verdict.Finding.ANIMAL);
        }
    }
}
