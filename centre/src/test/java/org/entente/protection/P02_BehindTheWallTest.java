package org.entente.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.protection.ProtectionScenario.CARE;
import static org.entente.protection.ProtectionScenario.NIGHT;
import static org.entente.protection.ProtectionScenario.POLICE;
import static org.entente.protection.ProtectionScenario.raised;
import static org.entente.protection.ProtectionScenario.refused;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.entente.journal.JournalCorrupt;
import org.entente.kernel.Answer;
import org.entente.kernel.Figure;
import org.entente.protection.Concern.State;
import org.entente.protection.Protection.Raising;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The protected store: what goes in, who opens it, how it is erased.
class P02_BehindTheWallTest {

    @TempDir
    static Path dir;
    private static ProtectionScenario scenario;

    @BeforeAll
    static void open() {
        scenario = new ProtectionScenario(dir);
    }

    @AfterAll
    static void close() {
        scenario.close();
    }

    private final Protection protection = scenario.open();

    @Test
    void a_safeguarding_desk_takes_a_concern_from_raising_to_closing() {
        var receipt = raised(protection, "a boy of about twelve, cold");
        assertThat(protection.accept(CARE, receipt.text())).isInstanceOf(Answer.Done.class);
        assertThat(protection.refer(CARE, receipt.text().toLowerCase(java.util.Locale.ROOT), Service.CHILD_PROTECTION))
            .isInstanceOf(Answer.Done.class);
        assertThat(protection.close(CARE, receipt.text(), Result.IN_CARE)).isInstanceOf(Answer.Done.class);
        assertThat(refused(protection.close(CARE, receipt.text(), Result.SAFE))).isEqualTo("The concern is closed");
        var opened = scenario.open().concern(CARE, receipt.text()).orElseThrow();
        assertThat(opened.line().state()).isEqualTo(State.CLOSED);
        assertThat(opened.told()).get().satisfies(told -> {
            assertThat(told.text()).isEqualTo("a boy of about twelve, cold");
            assertThat(told.needs()).containsExactly(Need.PLACE_OF_SAFETY, Need.INTERPRETER);
            assertThat(told.desk()).isEqualTo(ProtectionScenario.PAF);
        });
        assertThat(opened.steps()).extracting(done -> done.what().french())
            .containsExactly("Signalé", "Accepté", "Orienté : Aide sociale à l'enfance (ASE)", "Clos : Pris en charge");
    }

    @Test
    void any_other_purpose_sees_nothing_and_moves_nothing() {
        var receipt = raised(protection, "not for them");
        assertThat(protection.concerns(POLICE)).isEmpty();
        assertThat(protection.concern(POLICE, receipt.text())).isEmpty();
        assertThat(refused(protection.accept(POLICE, receipt.text()))).isEqualTo("Only for protection");
        assertThat(refused(protection.erase(POLICE, receipt.text(), ErasureReason.ORDERED)))
            .isEqualTo("Only for protection");
        assertThat(protection.concern(CARE, receipt.text()).orElseThrow().line().state()).isEqualTo(State.RAISED);
    }

    @Test
    void every_reading_is_recorded_on_this_side_before_it_answers() throws SQLException {
        var receipt = raised(protection, "looked at");
        long before = count("select count(*) from concern_look");
        protection.concern(CARE, receipt.text());
        protection.concern(CARE, "0000-0000-0000");
        protection.concerns(CARE);
        assertThat(count("select count(*) from concern_look")).isEqualTo(before + 3);
    }

    @Test
    void the_store_holds_no_word_of_it_in_the_clear_and_the_key_file_is_for_nobody_else() throws Exception {
        var canary = "Zaventem-grey-scarf-canary";
        raised(protection, canary);
        assertThat(count("select count(*) from concern_entry where sealed is not null and position(convert_to('"
            + canary + "', 'UTF8') in sealed) > 0"
            + " or clear like '%canary%'")).isZero();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve("protection.key"))))
            .isEqualTo("rw-------");
    }

    @Test
    void erasing_destroys_the_key_and_leaves_the_chain_and_the_count_standing() throws SQLException {
        var start = scenario.now = NIGHT.plus(Duration.ofDays(40));
        var receipt = raised(protection, "to be forgotten");
        protection.accept(CARE, receipt.text());
        protection.refer(CARE, receipt.text(), Service.MEDICAL);
        assertThat(protection.erase(CARE, receipt.text(), ErasureReason.ASKED_BY_THE_PERSON))
            .isInstanceOf(Answer.Done.class);
        assertThat(count("select count(*) from concern_key where receipt = '" + receipt + "'")).isZero();
        var opened = protection.concern(CARE, receipt.text()).orElseThrow();
        assertThat(opened.told()).isEmpty();
        assertThat(opened.line().service()).isEmpty();
        assertThat(opened.steps()).extracting(done -> done.what().english())
            .containsExactly("Erased: Asked by the person");
        assertThat(refused(protection.erase(CARE, receipt.text(), ErasureReason.ORDERED)))
            .isEqualTo("The concern was erased");
        protection.verify();
        assertThat(protection.figures(start, start.plusSeconds(1))).filteredOn(figure -> figure.value() > 0)
            .extracting(Figure::key)
            .containsExactly("protection.concerns", "protection.referrals", "protection.referrals.CHILD_ALONE");
        scenario.now = NIGHT;
    }

    @Test
    void figures_always_have_the_same_keys_and_a_month_of_its_own() {
        var start = scenario.now = NIGHT.plus(Duration.ofDays(80));
        for (int i = 0; i < 3; i++) {
            var receipt = raised(protection, Category.MEDICAL, "");
            protection.accept(CARE, receipt.text());
            protection.refer(CARE, receipt.text(), Service.MEDICAL);
            protection.refer(CARE, receipt.text(), Service.DAY_CENTRE);
        }
        raised(protection, Category.MEDICAL, "");
        assertThat(protection.figures(start, start.plusSeconds(1))).extracting(Figure::value).containsExactly(4L, 3L,
            0L, 0L, 3L, 0L, 0L);
        assertThat(protection.figures(start.plusSeconds(1), start.plusSeconds(2))).extracting(Figure::value)
            .containsExactly(0L, 0L, 0L, 0L, 0L, 0L, 0L);
        scenario.now = NIGHT;
    }

    @Test
    void what_is_too_long_is_refused_and_leaves_nothing() throws SQLException {
        long before = count("select count(*) from concern_entry");
        var wish = new Protection.Wish(Category.MEDICAL, List.of(), "x".repeat(4_001), "");
        assertThat(protection.raise(wish, ProtectionScenario.PAF)).isInstanceOf(Raising.Refused.class);
        assertThat(count("select count(*) from concern_entry")).isEqualTo(before);
    }

    @Test
    void the_role_of_the_store_can_neither_change_nor_remove_an_entry() throws SQLException {
        raised(protection, "stays");
        for (var sql : List.of("update concern_entry set officer = 'x'", "delete from concern_entry",
            "truncate concern_entry",
            "delete from concern_look", "update concern_key set wrapped = 'x'", "delete from concern")) {
            try (var connection = scenario.database.protection().getConnection();
                var statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.execute(sql)).as(sql).hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void an_entry_nobody_sealed_here_breaks_the_chain(@TempDir Path own) throws SQLException {
        try (var other = new ProtectionScenario(own)) {
            raised(other.open(), "first");
            try (var connection = other.database.protection().getConnection();
                var statement = connection.createStatement()) {
                statement.execute(
                    "insert into concern_entry select position + 1, '0000-0000-0000', version, type, type_version, at, officer, desk,"
                        + " sealed, clear, chain from concern_entry");
            }
            assertThatThrownBy(other::open).isInstanceOf(JournalCorrupt.class).hasMessageContaining("position 2");
        }
    }

    private static long count(String sql) throws SQLException {
        try (var connection = scenario.database.protection().getConnection();
            var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
