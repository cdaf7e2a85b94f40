package org.entente.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.entente.journal.Checkpoint;
import org.entente.journal.Draft;
import org.entente.journal.EvidenceVerifier;
import org.entente.journal.Frontier;
import org.entente.journal.Hash;
import org.entente.journal.JournalCorrupt;
import org.entente.journal.MerkleLog;
import org.entente.journal.SignedNote;
import org.entente.kernel.Actor;
import org.entente.kernel.AgencyId;
import org.entente.kernel.Marking;
import org.entente.kernel.StreamId;
import org.entente.kernel.SubjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the log says to the outside, and that it notices when somebody changes what lies under it.
class TransparencyLogTest {

    private static final String ORIGIN = "entente.example/test";
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-23T04:00:00Z"));
    private static final int ENTRIES = 70_000; // two full levels of tiles and a part of each

    @TempDir
    static Path dir;
    private static Database database;
    private static PostgresJournal journal;

    @BeforeAll
    static void open() {
        database = Database.embedded(dir, 0);
        database.migrate();
        journal = new PostgresJournal(database, List.of());
        var drafts = IntStream.range(0, 1_000)
            .mapToObj(i -> Draft.of("x", 1, "{}", Marking.wholeCentre(new AgencyId("PAF")))).toList();
        for (int i = 0; i < ENTRIES / 1_000; i++) {
            journal.append(new StreamId("bulk/" + i), 0, Actor.centre("test"), CLOCK.instant(), drafts);
        }
    }

    @AfterAll
    static void close() {
        journal.close();
        database.close();
    }

    @Test
    void tiles_recombine_to_the_root_of_the_checkpoint() {
        try (var log = open(ORIGIN)) {
            var note = SignedNote.parse(log.checkpoint());
            var checkpoint = Checkpoint.parse(note.text());
            assertThat(note.signedBy(log.key())).isTrue();
            assertThat(checkpoint.origin()).isEqualTo(ORIGIN);
            assertThat(checkpoint.size()).isGreaterThanOrEqualTo(ENTRIES);
            var client = new MerkleLog((level, from, count) -> fetched(log, level, from, count, checkpoint.size()));
            assertThat(client.root(checkpoint.size())).isEqualTo(checkpoint.root());
            assertThat(fromEntryBundles(log, checkpoint.size())).isEqualTo(checkpoint.root());
            assertThat(log.tile("tile/1/000")).isPresent();
            assertThat(log.tile("tile/1/001")).as("not complete yet").isEmpty();
            assertThat(log.tile("tile/1/001.p/17")).isPresent();
            assertThat(log.tile("tile/0/x001/000")).isEmpty();
            assertThat(log.tile("tile/2/000")).isEmpty();
            assertThat(log.tile("tile/2/000.p/1")).isPresent();
            assertThat(log.tile("../log.key")).isEmpty();
        }
    }

    @Test
    void a_checkpoint_is_signed_only_when_the_log_grew_and_proofs_lead_from_one_to_the_next() {
        try (var log = open(ORIGIN)) {
            var first = Checkpoint.parse(log.sign().text());
            assertThat(log.sign()).isSameAs(log.sign());
            var entry = journal.append(new StreamId("proof/" + first.size()), 0, Actor.centre("test"), CLOCK.instant(),
                List.of(Draft.of("x", 1, "{}", Marking.wholeCentre(new AgencyId("PAF"))))).getFirst();
            var second = Checkpoint.parse(log.sign().text());
            assertThat(second.size()).isEqualTo(entry.position());
            assertThat(MerkleLog.consistent(first.size(), first.root(), second.size(), second.root(),
                log.consistency(first.size(), second.size()))).isTrue();
            var digest = Arrays.copyOfRange(log.tile("tile/entries/000.p/2").orElseThrow(), 2, 34);
            assertThat(
                MerkleLog.includes(Hash.leaf(digest), 0, second.size(), log.inclusion(1, second.size()), second.root()))
                .isTrue();
        }
    }

    @Test
    void a_bundle_of_the_log_verifies_and_still_does_after_an_erasure() throws Exception {
        var person = new SubjectId("s/" + System.nanoTime());
        var entry = journal.append(new StreamId("person/" + person), 0, Actor.centre("test"), CLOCK.instant(),
            List.of(
                new Draft("note.taken", 1, "{\"n\":1}", Marking.wholeCentre(new AgencyId("PAF")), Optional.of(person))))
            .getFirst();
        try (var log = open(ORIGIN)) {
            for (int round = 0; round < 2; round++) {
                var file = Files.write(dir.resolve("evidence.zip"),
                    log.evidence(List.of(1L, 35_000L, entry.position())).bytes());
                var report = EvidenceVerifier.verify(file, Optional.of(log.key().toString()));
                assertThat(report.ok()).as(report.print()).isTrue();
                journal.eraseSubject(person);
            }
            assertThatThrownBy(() -> log.evidence(List.of(1L, Long.MAX_VALUE)))
                .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> log.evidence(List.of())).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void the_key_stays_and_is_nobody_elses_to_read() throws Exception {
        String key;
        try (var log = open(ORIGIN)) {
            key = log.key().toString();
        }
        try (var log = open(ORIGIN)) {
            assertThat(log.key()).hasToString(key);
            assertThat(log.check()).isGreaterThanOrEqualTo(ENTRIES);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(dir.resolve("log.key"))))
            .isEqualTo("rw-------");
        assertThatThrownBy(() -> open("another/log")).hasMessageContaining("not of another/log");
    }

    @Test
    void a_changed_entry_is_noticed() throws Exception {
        tampering("update entry set body = '{\"changed\":true}' where position = 69999",
            "update entry set body = '{}' where position = 69999", () -> {
                assertThatThrownBy(() -> open(ORIGIN)).isInstanceOf(JournalCorrupt.class)
                    .hasMessageContaining("entry 69999 is not what");
            });
    }

    @Test
    void an_old_changed_entry_is_noticed_by_the_whole_check() throws Exception {
        tampering("update entry set officer = 'somebody-else' where position = 5",
            "update entry set officer = 'system:test' where position = 5", () -> {
                try (var log = open(ORIGIN)) {
                    assertThatThrownBy(log::check).isInstanceOf(JournalCorrupt.class)
                        .hasMessageContaining("entry 5 is not what");
                }
            });
    }

    @Test
    void a_missing_entry_is_noticed() throws Exception {
        tampering("update entry set position = -1 where position = 69990",
            "update entry set position = 69990 where position = -1", () -> {
                assertThatThrownBy(() -> open(ORIGIN)).isInstanceOf(JournalCorrupt.class);
            });
    }

    @Test
    void a_changed_tile_is_noticed() throws Exception {
        tampering("update log_node set hash = sha256('x') where level = 1 and index = 100 returning 1",
            "update log_node set hash = (select hash from kept_node) where level = 1 and index = 100", () -> {
                try (var log = open(ORIGIN)) {
                    assertThatThrownBy(log::check).isInstanceOf(JournalCorrupt.class).hasMessageContaining("level 1");
                }
            });
    }

    @Test
    void a_database_that_was_set_back_is_noticed() throws Exception {
        try (var log = open(ORIGIN)) {
            assertThat(log.size()).isPositive();
        }
        var mark = dir.resolve("log.checkpoint");
        var honest = Files.readAllBytes(mark);
        var signer = org.entente.journal.NoteSigner.parse(Files.readString(dir.resolve("log.key")));
        Files.write(mark, signer.sign(Checkpoint.of(ORIGIN, 1_000_000, Hash.EMPTY).text()).bytes());
        assertThatThrownBy(() -> open(ORIGIN)).isInstanceOf(JournalCorrupt.class)
            .hasMessageContaining("1000000 entries was signed");
        Files.write(mark, honest);
        assertThatCode(() -> open(ORIGIN).close()).doesNotThrowAnyException();
    }

    private static TransparencyLog open(String origin) {
        return new TransparencyLog(database, origin, CLOCK);
    }

    /// Somebody with the rights of the database's administrator, all triggers off.
    private static void tampering(String change, String back, Runnable then) throws SQLException {
        var off = "set session_replication_role = replica";
        var admin = Pools.plain(Sql.url(database, "entente"), "postgres", Sql.password(dir, "postgres"));
        Sql.execute(admin, off,
            "create table if not exists kept_node as select hash from log_node where level = 1 and index = 100",
            change);
        try {
            then.run();
        } finally {
            Sql.execute(admin, off, back);
        }
    }

    private static List<Hash> fetched(TransparencyLog log, int level, long from, int count, long size) {
        long last = size >> 8 * level;
        long tile = from / 256;
        int width = (int) Math.min(256, last - tile * 256);
        var bytes = log.tile(new org.entente.journal.Tile(level, tile, width).path()).orElseThrow();
        assertThat(bytes).hasSize(width * 32);
        var hashes = new ArrayList<Hash>();
        for (int i = (int) (from % 256); i < from % 256 + count; i++) {
            hashes.add(Hash.of(Arrays.copyOfRange(bytes, i * 32, i * 32 + 32)));
        }
        return hashes;
    }

    private static Hash fromEntryBundles(TransparencyLog log, long size) {
        var frontier = Frontier.EMPTY;
        for (long tile = 0; tile * 256 < size; tile++) {
            int width = (int) Math.min(256, size - tile * 256);
            var bytes = log.tile(new org.entente.journal.Tile(-1, tile, width).path()).orElseThrow();
            for (int i = 0; i < width; i++) {
                assertThat(bytes[i * 34 + 1]).isEqualTo((byte) 32);
                frontier = frontier.add(Hash.leaf(Arrays.copyOfRange(bytes, i * 34 + 2, i * 34 + 34)), (_, _, _) -> {
                });
            }
        }
        return frontier.root();
    }
}
