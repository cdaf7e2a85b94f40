package org.entente.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.entente.kernel.AgencyId;
import org.entente.kernel.Classification;
import org.entente.kernel.Marking;
import org.entente.kernel.Purpose;
import org.entente.store.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// PostgreSQL says the same as the code about every viewer and every marking, whatever the query forgot to ask.
class A03_TheRuleUnderneathTest {

    private static final List<String> AGENCIES = List.of("PAF", "CRS", "NCA", "BORDER_FORCE", "CENTRE");
    private static final List<String> RELEASES = List.of("PAF", "NCA", "FR", "GB");
    private static final List<String> COMPARTMENTS = List.of("LIAISON", "SOURCES", "A-B");
    private static final List<String> BOARDS = List.of("alarm_board", "incident_board", "task_board");

    private record Thing(String id, Marking marking, boolean lifeAtRisk) {}

    @TempDir
    static Path dir;
    private static Database database;

    @BeforeAll
    static void open() {
        database = Database.embedded(dir, 0);
        database.migrate();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20_150_820, 20_160_303})
    void any_viewer_sees_the_same_rows_in_java_and_in_sql(long seed) throws SQLException {
        var chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var things = new ArrayList<Thing>();
        for (int i = 0; i < 200; i++) {
            things.add(new Thing("S" + seed + "-" + i, marking(chance), chance.nextInt(10) == 0));
        }
        var board = BOARDS.get(chance.nextInt(BOARDS.size()));
        write(board, things);
        var reader = new ViewerStore(database.reader());
        for (int i = 0; i < 40; i++) {
            var viewer = viewer(chance);
            var expected = things.stream()
                .filter(thing -> Visibility.of(viewer, thing.marking(), thing.lifeAtRisk()) != Visibility.Sight.NONE)
                .map(Thing::id).toList();
            var seen = reader.as(viewer, connection -> ids(connection, board, "S" + seed + "-"));
            assertThat(seen).as("%s", viewer).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void a_query_that_names_no_viewer_sees_nothing_not_even_a_life_at_risk() throws SQLException {
        write("alarm_board", List.of(new Thing("open", Marking.wholeCentre(new AgencyId("PAF")), true)));
        new ViewerStore(database.reader()).as(viewer(RandomGenerator.of("L64X128MixRandom")),
            connection -> ids(connection, "alarm_board", ""));
        try (var connection = database.reader().getConnection()) {
            assertThat(ids(connection, "alarm_board", "")).isEmpty();
        }
    }

    @Test
    void a_reader_writes_nothing_and_reads_neither_accounts_nor_audit() throws SQLException {
        for (var sql : List.of("delete from alarm_board", "update incident_board set place = 'x'",
            "select * from account",
            "select * from audit_look", "insert into task_board values ('x')", "set role entente_app")) {
            try (var connection = database.reader().getConnection(); var statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute(sql)).as(sql).hasMessageContaining("permission denied");
            }
        }
    }

    private static void write(String board, List<Thing> things) throws SQLException {
        try (var connection = database.app().getConnection();
            var insert = connection.prepareStatement("insert into " + board
                + " (id, marking_originator, marking_classification, marking_releasable, marking_compartment, life_at_risk, body, position)"
                + " values (?, ?, ?, ?, ?, ?, '{}', 1)")) {
            for (var thing : things) {
                var marking = thing.marking();
                insert.setString(1, thing.id());
                insert.setString(2, marking.originator().text());
                insert.setInt(3, marking.classification().ordinal());
                insert.setArray(4, connection.createArrayOf("text", marking.releasableTo().toArray()));
                insert.setString(5, marking.compartment().orElse(null));
                insert.setBoolean(6, thing.lifeAtRisk());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static List<String> ids(Connection connection, String board, String prefix) throws SQLException {
        var ids = new ArrayList<String>();
        try (var ask = connection.prepareStatement("select id from " + board + " where starts_with(id, ?)")) {
            ask.setString(1, prefix);
            var rows = ask.executeQuery();
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    private static Marking marking(RandomGenerator chance) {
        var compartment = chance.nextInt(4) == 0 ? one(COMPARTMENTS, chance) : "";
        return AccessScenario.marked(one(AGENCIES, chance), classification(chance), some(RELEASES, chance),
            compartment);
    }

    private static Viewer viewer(RandomGenerator chance) {
        return new Viewer(new AgencyId(one(AGENCIES, chance)), chance.nextBoolean() ? "FR" : "GB",
            Purpose.values()[chance.nextInt(Purpose.values().length)], classification(chance),
            some(COMPARTMENTS, chance));
    }

    private static Classification classification(RandomGenerator chance) {
        return Classification.values()[chance.nextInt(3)];
    }

    private static String one(List<String> words, RandomGenerator chance) {
        return words.get(chance.nextInt(words.size()));
    }

    private static List<String> some(List<String> words, RandomGenerator chance) {
        return words.stream().filter(_ -> chance.nextInt(3) == 0).toList();
    }
}
