package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.entente.journal.Draft;
import org.entente.journal.Entry;
import org.entente.journal.Journal;
import org.entente.journal.JournalContract;
import org.entente.journal.Projection;
import org.entente.kernel.Actor;
import org.entente.kernel.AgencyId;
import org.entente.kernel.Marking;
import org.entente.kernel.StreamId;
import org.entente.kernel.SubjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The journal on disk keeps the journal's promises, and its own.
class PostgresJournalTest extends JournalContract {

    private static final Actor ACTOR = Actor.centre("test");
    private static final Instant AT = Instant.parse("2026-11-23T04:05:06.789Z");
    private static final Marking OPEN = Marking.wholeCentre(new AgencyId("PAF"));
    private static final Projection REFUSES = (entry, transaction) -> {
        if (entry.type().equals("refused")) {
            throw new SQLException("this projection refuses");
        }
        try (var insert = transaction.prepareStatement("insert into seen_by_projection values (?)")) {
            insert.setLong(1, entry.position());
            insert.executeUpdate();
        }
    };

    @TempDir
    static Path dir;
    private static Database database;
    private static PostgresJournal journal;

    @BeforeAll
    static void open() throws SQLException {
        database = Database.embedded(dir, 0);
        database.migrate();
        Sql.asOwner(dir, database, "create table seen_by_projection (position bigint primary key)",
            "grant select, insert on seen_by_projection to entente_app");
        journal = new PostgresJournal(database, List.of(REFUSES));
    }

    @AfterAll
    static void close() {
        journal.close();
        database.close();
    }

    @Override
    protected Journal journal() {
        return journal;
    }

    @Test
    void a_rehearsed_append_goes_all_the_way_and_leaves_nothing() throws Exception {
        long before = journal.head();
        var told = new CompletableFuture<Entry>();
        journal.follow(told::complete);
        var stream = new StreamId("rehearsal/1");
        var rehearsal = journal.rehearsal();
        for (int time = 0; time < 2; time++) {
            var entry = rehearsal.append(stream, 0, ACTOR, AT, List.of(Draft.of("played", 1, "{}", OPEN))).getFirst();
            assertThat(entry.position()).isEqualTo(before + 1);
        }
        assertThatThrownBy(() -> rehearsal.append(stream, 0, ACTOR, AT, List.of(Draft.of("refused", 1, "{}", OPEN))))
            .isInstanceOf(StoreAway.class);
        assertThat(journal.stream(stream)).isEmpty();
        var real = journal.append(stream, 0, ACTOR, AT, List.of(Draft.of("meant", 1, "{}", OPEN)));
        assertThat(real.getFirst().position()).isEqualTo(before + 1);
        assertThat(journal.after(before, 10)).extracting(Entry::type).containsExactly("meant");
        assertThat(told.get(5, TimeUnit.SECONDS)).isEqualTo(real.getFirst());
    }

    @Test
    void a_projection_stands_in_the_same_transaction_and_its_refusal_fails_only_its_own_append() throws Exception {
        long before = journal.head();
        var appends = new ArrayList<CompletableFuture<List<Entry>>>();
        for (int i = 0; i < 40; i++) {
            var type = i % 10 == 3 ? "refused" : "kept";
            appends.add(CompletableFuture
                .supplyAsync(() -> journal.append(fresh(), 0, ACTOR, AT, List.of(draft("kept"), draft(type)))));
        }
        int refused = 0;
        for (var append : appends) {
            try {
                append.get(10, TimeUnit.SECONDS);
            } catch (java.util.concurrent.ExecutionException failed) {
                assertThat(failed).rootCause().hasMessage("this projection refuses");
                refused++;
            }
        }
        assertThat(refused).isEqualTo(4);
        assertThat(journal.head()).isEqualTo(before + 72);
        assertThat(Sql.text(database.app(), "select count(*) from seen_by_projection where position > " + before))
            .isEqualTo("72");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update entry set body = ''", "delete from entry", "truncate entry",
            "update log_node set index = 1", "delete from log_node",
            "update log_checkpoint set size = 1", "delete from log_checkpoint", "delete from subject_key",
            "truncate log_head", "delete from log_head",
            "update subject_key set subject = 'other'", "drop table entry", "alter table entry disable trigger all"})
    void no_role_of_the_application_can_change_the_record(String sql) {
        for (var source : List.of(database.app(), database.reader())) {
            assertThatThrownBy(() -> Sql.execute(source, sql)).isInstanceOf(SQLException.class)
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"update entry set body = ''", "delete from entry", "truncate entry",
            "update log_head set size = 0"})
    void even_the_owner_of_the_tables_is_stopped(String sql) {
        journal.append(fresh(), 0, ACTOR, AT, List.of(draft("x")));
        assertThatThrownBy(() -> Sql.asOwner(dir, database, sql)).isInstanceOf(SQLException.class)
            .hasMessageMatching("(?s).*(record is never changed|log only grows).*");
    }

    @Test
    void the_reader_role_sees_nothing_of_the_record() {
        assertThatThrownBy(() -> Sql.execute(database.reader(), "select * from entry"))
            .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> Sql.execute(database.reader(), "select * from subject_key"))
            .hasMessageContaining("permission denied");
    }

    @Test
    void readers_never_skip_an_entry_of_a_slower_transaction() throws Exception {
        long before = journal.head();
        try (var slow = database.app().getConnection()) { // another process, in the middle of its append
            slow.setAutoCommit(false);
            var head = LogHead.lock(slow);
            EntryTable.insert(slow, List.of(row(head.size() + 1)));
            var behind = CompletableFuture
                .supplyAsync(() -> journal.append(fresh(), 0, ACTOR, AT, List.of(draft("quick"))));
            assertThatThrownBy(() -> behind.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            assertThat(journal.after(before, 10)).isEmpty();
            LogHead.grow(slow, head, List.of(row(head.size() + 1).digest()));
            slow.commit();
            assertThat(behind.get(5, TimeUnit.SECONDS).getFirst().position()).isEqualTo(before + 2);
        }
        assertThat(journal.after(before, 10)).extracting(Entry::type).containsExactly("slow", "quick");
    }

    @Test
    void two_journals_on_one_database_share_one_order_and_each_follower_hears_both() throws Exception {
        long before = journal.head();
        var heard = java.util.Collections.synchronizedList(new ArrayList<Long>());
        try (var other = new PostgresJournal(database, List.of())) {
            journal.follow(before, entry -> heard.add(entry.position()));
            for (int i = 0; i < 20; i++) {
                (i % 2 == 0 ? journal : other).append(fresh(), 0, ACTOR, AT, List.of(draft("shared")));
            }
            for (int wait = 0; heard.size() < 20 && wait < 500; wait++) {
                Thread.sleep(10);
            }
        }
        assertThat(List.copyOf(heard))
            .isEqualTo(java.util.stream.LongStream.rangeClosed(before + 1, before + 20).boxed().toList());
    }

    @Test
    void a_body_about_a_person_is_sealed_on_disk_and_empty_once_the_person_is_erased() throws Exception {
        var person = new SubjectId("subject/" + System.nanoTime());
        var stream = fresh();
        var fact = new Draft("note.taken", 1, "{\"note\":\"asks for a doctor\"}", OPEN, Optional.of(person));
        var written = journal.append(stream, 0, ACTOR, AT, List.of(fact)).getFirst();
        assertThat(written.body()).contains(fact.body());
        assertThat(journal.stream(stream).getFirst().body()).contains(fact.body());
        assertThat(Sql.text(database.app(), "select body from entry where position = " + written.position()))
            .doesNotContain("doctor");
        journal.eraseSubject(person);
        journal.eraseSubject(person);
        assertThat(journal.stream(stream).getFirst().body()).isEmpty();
        assertThat(stands(written.position())).isTrue();
        assertThatThrownBy(() -> journal.append(stream, 1, ACTOR, AT, List.of(fact)))
            .hasMessageContaining("was erased");
        assertThatThrownBy(() -> Sql.execute(database.app(),
            "update subject_key set sealed = '\\x00' where subject = '" + person + "'"))
            .hasMessageContaining("never comes back");
    }

    @Test
    void a_new_master_key_opens_what_lives_and_the_old_one_opens_nothing_more() throws Exception {
        var living = new SubjectId("subject/living" + System.nanoTime());
        var stream = fresh();
        var fact = new Draft("note.taken", 1, "{\"note\":\"here\"}", OPEN, Optional.of(living));
        journal.append(stream, 0, ACTOR, AT, List.of(fact));
        var file = dir.resolve("master.key");
        var old = Files.readAllBytes(file);
        journal.replaceMasterKey();
        assertThat(Files.readAllBytes(file)).isNotEqualTo(old);
        assertThat(journal.stream(stream).getFirst().body()).contains(fact.body());
        Files.copy(file, dir.resolve("master.key.next")); // cut short after the commit: the new key was not yet in its place
        var fresh = Files.readAllBytes(file);
        Files.write(file, old);
        try (var after = new PostgresJournal(database, List.of())) {
            assertThat(after.stream(stream).getFirst().body()).contains(fact.body());
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(fresh);
        Files.write(dir.resolve("master.key.next"), old); // cut short before the commit: the new key counts for nothing
        try (var after = new PostgresJournal(database, List.of())) {
            assertThat(after.stream(stream).getFirst().body()).contains(fact.body());
        }
        assertThat(dir.resolve("master.key.next")).doesNotExist();
    }

    @Test
    void a_body_the_database_cannot_hold_fails_alone() {
        assertThatThrownBy(() -> journal.append(fresh(), 0, ACTOR, AT, List.of(Draft.of("nul", 1, "\u0000", OPEN))))
            .isInstanceOf(IllegalStateException.class);
        assertThat(journal.append(fresh(), 0, ACTOR, AT, List.of(draft("after")))).hasSize(1);
    }

    @Test
    void a_journal_that_was_closed_says_so() {
        var closed = new PostgresJournal(database, List.of());
        closed.close();
        assertThatThrownBy(() -> closed.append(fresh(), 0, ACTOR, AT, List.of(draft("late"))))
            .isInstanceOf(StoreAway.class)
            .hasMessage("the journal is closed");
    }

    private static boolean stands(long position) throws SQLException {
        try (var connection = database.app().getConnection()) {
            return EntryTable.at(connection, List.of(position)).getFirst().stands();
        }
    }

    private static EntryTable.Row row(long position) {
        var entry = new Entry(position, new org.entente.kernel.StreamId("slow/" + position), 1, "slow", 1, AT, ACTOR,
            OPEN, Optional.empty(), Optional.of("{}"));
        var salt = new byte[16];
        return new EntryTable.Row(entry, Optional.empty(), salt,
            org.entente.journal.CanonicalEntry.digest(salt,
                org.entente.journal.CanonicalEntry.bytes(entry, Optional.empty())));
    }
}
