package org.entente.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.entente.access.Audit;
import org.entente.access.Desk;
import org.entente.access.Role;
import org.entente.access.Session;
import org.entente.handover.ConcernCrossesTheWall;
import org.entente.handover.ConcernCrossesTheWall.Crossing;
import org.entente.kernel.AgencyId;
import org.entente.kernel.Classification;
import org.entente.kernel.DeskId;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Purpose;
import org.entente.kernel.Text;
import org.entente.protection.Protection;
import org.entente.store.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What enforcement tries, below the web, to look over the wall. R03 tries the rest, over HTTP.
class R02_TheWallTest {

    private static final Instant NIGHT = Instant.parse("2026-11-23T01:00:00Z");
    private static final String CANARY = "canary-ochre-scarf-4417";
    private static final String PLACE = "canary-bridge-0931";
    private static final Pattern OF_PROTECTION = Pattern.compile("org/entente/protection/");

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
    void no_role_of_enforcement_can_connect_to_the_protected_database_nor_become_one_that_can() throws SQLException {
        for (var role : List.of("entente_app", "entente_reader", "entente_owner")) {
            assertThatThrownBy(() -> Stores.connect(database, "entente_protection", role)).as(role)
                .isInstanceOf(SQLException.class).hasMessageContaining("permission denied for database");
            for (var way : List.of("set role entente_protection", "set role entente_protection_owner",
                "set session authorization entente_protection",
                "create extension dblink", "create extension postgres_fdw", "select pg_read_file('postgresql.conf')",
                "copy (select 1) to program 'cat'", "select * from pg_ls_dir('base')",
                "select lo_import('/etc/hostname')",
                "grant entente_protection to " + role)) {
                try (var connection = Stores.connect(database, "entente", role);
                    var statement = connection.createStatement()) {
                    assertThatThrownBy(() -> statement.execute(way)).as("%s as %s", way, role)
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("permission denied");
                }
            }
        }
    }

    @Test
    void after_a_concern_was_raised_enforcement_holds_neither_a_word_of_it_nor_the_receipt() throws Exception {
        var printed = new ByteArrayOutputStream();
        var out = System.out;
        var err = System.err;
        String receipt;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try (var audit = new Audit(database.app())) {
            var crossing = new ConcernCrossesTheWall(protection(), audit, () -> NIGHT);
            receipt = ((Crossing.Crossed) crossing.raise(officer(), "CHILD_ALONE", List.of("PLACE_OF_SAFETY"), CANARY,
                PLACE)).receipt();
            assertThat(crossing.raise(officer(), "CHILD_ALONE", List.of("ADDRESS"), CANARY, PLACE))
                .isInstanceOf(Crossing.Refused.class);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        try (var connection = Stores.connect(database, "entente", "entente_owner")) {
            var rows = Stores.everything(connection);
            assertThat(rows).anyMatch(row -> row.startsWith("audit_look: ") && row.contains("a concern was raised"));
            assertThat(rows).noneMatch(row -> leaks(row, receipt) || row.contains("CHILD_ALONE"));
        }
        assertThat(leaks(printed.toString(StandardCharsets.UTF_8), receipt)).isFalse();
        assertThat(officerKeeps(receipt)).isTrue();
    }

    /// The receipt is plain on the protected side, as it must be; text and place are nowhere on the disk.
    @Test
    void no_file_of_the_centre_holds_the_text_or_the_place() throws Exception {
        try (var audit = new Audit(database.app())) {
            new ConcernCrossesTheWall(protection(), audit, () -> NIGHT).raise(officer(), "MEDICAL", List.of(), CANARY,
                PLACE);
        }
        try (var files = Files.walk(dir)) {
            for (var file : files.filter(Files::isRegularFile).filter(Files::isReadable).toList()) {
                var bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(bytes.contains(CANARY) || bytes.contains(PLACE)).as("%s", file).isFalse();
            }
        }
    }

    @Test
    void a_fault_of_the_protected_store_says_nothing_of_what_was_told(@TempDir Path own) {
        var away = Database.embedded(own, 0);
        away.migrate();
        var protection = new Protection(away.protection(), own.resolve("protection.key"), () -> NIGHT);
        away.close();
        assertThatThrownBy(() -> protection.raise(
            new Protection.Wish(org.entente.protection.Category.MEDICAL, List.of(), CANARY, PLACE),
            new DeskId("DESK-PAF-1"))).satisfies(fault -> {
                var told = new StringWriter();
                fault.printStackTrace(new PrintWriter(told));
                assertThat(leaks(told.toString(), CANARY)).isFalse();
            });
    }

    /// Only one class of the business modules names the protected side, and none of the enforcement side does.
    @Test
    void one_class_crosses_the_wall() throws IOException {
        var crossing = new TreeSet<String>();
        try (var files = Files.walk(Path.of("target/classes/org/entente"))) {
            for (var file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
                var module = file.getName(4).toString();
                if (!List.of("protection", "web", "server").contains(module) && namesProtection(file)) {
                    crossing.add(module + "/" + file.getFileName().toString().replaceAll("(\\$.*)?\\.class", ""));
                }
            }
        }
        assertThat(crossing).containsExactly("handover/ConcernCrossesTheWall");
    }

    private static boolean namesProtection(Path file) throws IOException {
        for (var entry : ClassFile.of().parse(file).constantPool()) {
            if (entry instanceof Utf8Entry text && OF_PROTECTION.matcher(text.stringValue()).find()) {
                return true;
            }
        }
        return false;
    }

    private static boolean leaks(String text, String secret) {
        return text.contains(CANARY) || text.contains(PLACE) || text.contains(secret)
            || text.contains(secret.replace("-", ""));
    }

    private static boolean officerKeeps(String receipt) throws SQLException {
        try (var connection = Stores.connect(database, "entente_protection", "entente_protection")) {
            return Stores.words(connection, "select receipt from concern").contains(receipt);
        }
    }

    private static Protection protection() {
        return new Protection(database.protection(), dir.resolve("protection.key"), () -> NIGHT);
    }

    private static Session officer() {
        var desk = new Desk(new DeskId("DESK-PAF-1"), new Text("Border police", "Police aux frontières"),
            new AgencyId("PAF"), "FR", Role.OFFICER,
            List.of(Purpose.OPERATIONS), Classification.SENSITIVE, List.of());
        return Session.at(desk, new OfficerId("paf.1"), Purpose.OPERATIONS);
    }
}
