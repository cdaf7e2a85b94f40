package org.entente.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.entente.store.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every store names its purpose, its legal basis, whom it is about and how long it is kept; the build fails for one that does not.
class R01_EveryStoreSaysWhyTest {

    private static final List<String> TEXTS = List.of("purpose", "legalBasis", "subjects", "retention");

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

    @Test
    void no_table_of_either_database_is_missing_and_none_is_invented() throws Exception {
        for (var side : List.of("entente entente_owner", "entente_protection entente_protection_owner")) {
            var names = side.split(" ");
            try (var connection = Stores.connect(database, names[0], names[1])) {
                assertThat(registered(names[0]))
                    .as("tables of %s: add a new one to centre/src/main/resources/rights/stores.json with its "
                        + "purpose, legal basis, subjects and retention, and take out one that is gone", names[0])
                    .containsExactlyInAnyOrderElementsOf(Stores.tables(connection));
            }
        }
    }

    @Test
    void every_row_is_complete_in_both_languages_and_ends_some_day() throws IOException {
        assertThat(register()).isNotEmpty().allSatisfy(row -> {
            for (var text : TEXTS) {
                assertThat(row.path(text).path("en").asString("")).as("%s of %s", text, row.path("tables"))
                    .isNotBlank();
                assertThat(row.path(text).path("fr").asString("")).as("%s of %s", text, row.path("tables"))
                    .isNotBlank();
            }
            assertThat(row.path("retentionDays").asInt(0)).as("retentionDays of %s", row.path("tables")).isBetween(1,
                3650);
        });
    }

    /// No column of any store holds what a person is; the words for it are in no table.
    @Test
    void no_column_is_an_attribute_of_a_person() throws Exception {
        for (var side : List.of("entente entente_owner", "entente_protection entente_protection_owner")) {
            var names = side.split(" ");
            try (var connection = Stores.connect(database, names[0], names[1])) {
                assertThat(Stores.words(connection,
                    """
                        select table_name || '.' || column_name from information_schema.columns
                        where table_schema not in ('pg_catalog', 'information_schema')
                          and column_name ~* '(national|ethnic|origin$|religio|language|race|gender|birth|surname|firstname|passport|biometr|face|fingerprint)'
                          and column_name <> 'marking_originator'"""))
                    .isEmpty();
            }
        }
    }

    private static List<String> registered(String database) throws IOException {
        var tables = new ArrayList<String>();
        for (var row : register()) {
            if (row.get("database").asString().equals(database)) {
                row.get("tables").forEach(table -> tables.add(table.asString()));
            }
        }
        return tables;
    }

    private static List<JsonNode> register() throws IOException {
        try (var in = R01_EveryStoreSaysWhyTest.class.getResourceAsStream("/rights/stores.json")) {
            var rows = new ArrayList<JsonNode>();
            JsonMapper.shared().readTree(in).forEach(rows::add);
            return rows;
        }
    }
}
