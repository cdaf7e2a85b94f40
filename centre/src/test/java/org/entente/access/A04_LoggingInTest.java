package org.entente.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.AccessScenario.BORDER_FORCE;
import static org.entente.access.AccessScenario.NIGHT;
import static org.entente.access.AccessScenario.PAF;
import static org.entente.access.AccessScenario.QUICK;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGeneratorFactory;
import org.entente.access.Accounts.LogIn;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Purpose;
import org.entente.store.Database;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Coming in: an officer, a desk and a purpose.
class A04_LoggingInTest {

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

    private final Accounts accounts = accounts(QUICK);

    @Test
    void an_officer_sits_down_at_their_desk_for_its_purpose() {
        known("paf.9");
        assertThat(logIn("paf.9", "right", "DESK-PAF-1", Purpose.OPERATIONS)).isInstanceOfSatisfying(
            LogIn.Granted.class,
            granted -> assertThat(granted.session())
                .isEqualTo(Session.at(PAF, new OfficerId("paf.9"), Purpose.OPERATIONS)));
    }

    @Test
    void another_desk_or_another_purpose_is_refused() {
        known("paf.8");
        assertThat(logIn("paf.8", "right", "DESK-BORDER-FORCE-1", Purpose.OPERATIONS))
            .isInstanceOf(LogIn.NotYours.class);
        assertThat(logIn("paf.8", "right", "DESK-PAF-1", Purpose.AUDIT)).isInstanceOf(LogIn.NotYours.class);
        assertThat(logIn("paf.8", "right", "", Purpose.AUDIT)).isInstanceOf(LogIn.NotYours.class);
    }

    @Test
    void an_unknown_account_a_disabled_one_and_a_wrong_password_get_one_answer_after_the_same_work() {
        known("paf.7");
        var store = new AccountStore(database.app());
        store.put(new Account(new OfficerId("gone.1"), QUICK.hash("right"), List.of(PAF.id()), true, false, NIGHT));
        var work = new AtomicInteger();
        var counted = accounts(new PasswordHash() {
            @Override
            public String hash(String password) {
                return QUICK.hash(password);
            }

            @Override
            public boolean matches(String password, String hash) {
                work.incrementAndGet();
                return QUICK.matches(password, hash);
            }
        });
        for (var attempt : List.of("paf.7 wrong", "gone.1 right", "nobody.1 right", "' or 1=1",
            "nobody.1 nobody's password")) {
            var words = attempt.split(" ", 2);
            work.set(0);
            var answer = counted.logIn(words[0], words[1], "DESK-PAF-1", Purpose.OPERATIONS, "10.0.0.1", NIGHT);
            assertThat(answer).isInstanceOfSatisfying(LogIn.Wrong.class,
                wrong -> assertThat(wrong.reason().english()).isEqualTo("Account or password not recognised"));
            assertThat(work).hasValue(1);
        }
    }

    @Test
    void guessing_is_slowed_per_account_and_the_officer_can_come_in_later() {
        known("paf.6");
        for (int i = 0; i < 10; i++) {
            assertThat(logIn("paf.6", "guess", "DESK-PAF-1", Purpose.OPERATIONS)).isInstanceOf(LogIn.Wrong.class);
        }
        assertThat(logIn("paf.6", "right", "DESK-PAF-1", Purpose.OPERATIONS)).isInstanceOfSatisfying(
            LogIn.TooMany.class,
            many -> assertThat(many.retryAfter()).isEqualTo(Duration.ofSeconds(30)));
        assertThat(
            accounts.logIn("paf.6", "right", "DESK-PAF-1", Purpose.OPERATIONS, "10.0.0.1", NIGHT.plusSeconds(31)))
            .isInstanceOf(LogIn.Granted.class);
    }

    @Test
    void an_officer_who_is_right_every_time_is_never_slowed() {
        known("paf.5");
        for (int i = 0; i < 200; i++) {
            assertThat(logIn("paf.5", "right", "DESK-PAF-1", Purpose.OPERATIONS)).isInstanceOf(LogIn.Granted.class);
        }
    }

    @Test
    void the_demo_gives_one_account_to_each_desk_and_the_same_after_a_restart(@TempDir Path folder) throws Exception {
        var first = demo(1, folder, NIGHT);
        assertThat(first).extracting(demo -> demo.officer().text()).containsExactly("paf.1", "border-force.1");
        var file = folder.resolve("accounts.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(demo(2, folder, NIGHT.plusSeconds(60))).isEqualTo(first);
        assertThat(first)
            .allSatisfy(demo -> assertThat(logIn(demo.officer().text(), demo.password(), demo.desk().id().text(),
                Purpose.OPERATIONS)).isInstanceOf(LogIn.Granted.class));
        Files.delete(file);
        var again = demo(3, folder, NIGHT);
        assertThat(again.getFirst().password()).isNotEqualTo(first.getFirst().password());
        assertThat(logIn("paf.1", again.getFirst().password(), "DESK-PAF-1", Purpose.OPERATIONS))
            .isInstanceOf(LogIn.Granted.class);
        assertThat(logIn("paf.1", first.getFirst().password(), "DESK-PAF-1", Purpose.OPERATIONS))
            .isInstanceOf(LogIn.Wrong.class);
    }

    private List<DemoAccounts.Demo> demo(long seed, Path folder, Instant now) {
        return new DemoAccounts(accounts, RandomGeneratorFactory.of("L64X128MixRandom").create(seed)).prepare(folder,
            now);
    }

    private LogIn logIn(String officer, String password, String desk, Purpose purpose) {
        return accounts.logIn(officer, password, desk, purpose, "10.0.0.1", NIGHT);
    }

    private void known(String officer) {
        accounts.put(new OfficerId(officer), "right", List.of(PAF.id()), false, NIGHT);
    }

    private static Accounts accounts(PasswordHash hash) {
        return new Accounts(List.of(PAF, BORDER_FORCE), new AccountStore(database.app()), hash);
    }
}
