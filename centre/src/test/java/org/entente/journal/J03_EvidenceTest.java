package org.entente.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.entente.kernel.Actor;
import org.entente.kernel.AgencyId;
import org.entente.kernel.Marking;
import org.entente.kernel.StreamId;
import org.entente.kernel.SubjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A bundle proves itself, and not one byte of it can be changed.
class J03_EvidenceTest {

    private static final NoteSigner SIGNER = new NoteSigner("entente.example/calais", new byte[32]);

    @TempDir
    Path dir;

    @Test
    void a_bundle_verifies_with_its_own_key_and_with_the_published_one() throws IOException {
        var file = write(bundle(300, 3, 17, 299).bytes());
        assertThat(EvidenceVerifier.verify(file).ok()).isTrue();
        var report = EvidenceVerifier.verify(file, Optional.of(SIGNER.key().toString()));
        assertThat(report.ok()).isTrue();
        assertThat(report.print()).contains("ok   the key is the one you gave",
            "entry 17 (thing.seen, 2026-11-23T04:05:06.007Z) is in the log", "VÉRIFIÉ");
    }

    @Test
    void the_same_content_under_another_key_is_not_believed() throws IOException {
        var file = write(bundle(300, 3).bytes());
        var other = new NoteSigner("entente.example/calais",
            new byte[]{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16,
                    17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32});
        assertThat(EvidenceVerifier.verify(file, Optional.of(other.key().toString())).ok()).isFalse();
        assertThat(EvidenceVerifier.verify(file, Optional.of("no key")).ok()).isFalse();
    }

    @Test
    void any_changed_byte_is_noticed() throws IOException {
        var honest = bundle(40, 3).bytes();
        var random = new SplittableRandom(42);
        var file = dir.resolve("tampered.zip");
        for (int at = 0; at < honest.length; at++) {
            var changed = honest.clone();
            changed[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, changed);
            assertThat(EvidenceVerifier.verify(file).ok()).as("byte " + at + " of " + honest.length).isFalse();
        }
        for (int length : new int[]{0, 1, 30, honest.length / 2, honest.length - 1}) {
            Files.write(file, java.util.Arrays.copyOf(honest, length));
            assertThat(EvidenceVerifier.verify(file).ok()).as("cut at " + length).isFalse();
        }
        Files.write(file, java.util.Arrays.copyOf(honest, honest.length + 1));
        assertThat(EvidenceVerifier.verify(file).ok()).as("one more byte").isFalse();
    }

    @Test
    void a_bundle_is_the_same_bytes_wherever_it_is_written() {
        var here = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            var there = bundle(40, 3).bytes();
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            assertThat(bundle(40, 3).bytes()).isEqualTo(there);
            assertThat(there[28] + there[29]).as("length of the first extra field").isZero();
        } finally {
            TimeZone.setDefault(here);
        }
    }

    @Test
    void a_proof_of_another_entry_does_not_carry_over() throws IOException {
        var honest = bundle(300, 3, 17);
        var three = honest.proofs().getFirst();
        var seventeen = honest.proofs().getLast();
        var swapped = new EvidenceBundle(honest.checkpoint(), honest.key(),
            List.of(new EvidenceBundle.Proof(3, seventeen.entry(), seventeen.salt(), three.path())));
        assertThat(EvidenceVerifier.verify(write(swapped.bytes())).ok()).isFalse();
        var renamed = new EvidenceBundle(honest.checkpoint(), honest.key(),
            List.of(new EvidenceBundle.Proof(18, seventeen.entry(), seventeen.salt(), seventeen.path())));
        assertThat(EvidenceVerifier.verify(write(renamed.bytes())).ok()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "/entries/000000000001.json", "entries/../key", "entries/1.json",
            "extra", "KEY"})
    void a_file_of_another_name_is_refused_and_nothing_is_written_anywhere(String name) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(1);
        }
        assertThat(EvidenceVerifier.verify(write(out.toByteArray())).print())
            .contains("NO   this is not a readable evidence bundle", "NON VÉRIFIÉ");
        try (var files = Files.list(dir)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void a_file_that_swells_when_unpacked_is_refused() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("SUMMARY.txt"));
            zip.write(new byte[5 << 20]);
        }
        assertThat(EvidenceVerifier.verify(write(out.toByteArray())).ok()).isFalse();
        assertThat(EvidenceVerifier.verify(dir.resolve("not-there.zip")).ok()).isFalse();
    }

    @Test
    void a_sealed_entry_is_proven_without_being_opened() throws IOException {
        var file = write(bundle(40, 40).bytes());
        var summary = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        assertThat(EvidenceVerifier.verify(file).ok()).isTrue();
        assertThat(summary).contains("scellé").doesNotContain("in the clear");
    }

    /// A log of `size` entries; every fortieth is about a person.
    private static EvidenceBundle bundle(int size, int... positions) {
        var levels = new J01_MerkleLogTest.Levels();
        var frontier = Frontier.EMPTY;
        var entries = new ArrayList<String>();
        for (int position = 1; position <= size; position++) {
            var bytes = canonical(position);
            entries.add(new String(bytes, StandardCharsets.UTF_8));
            frontier = frontier.add(Hash.leaf(CanonicalEntry.digest(salt(position), bytes)), levels);
        }
        var proofs = new ArrayList<EvidenceBundle.Proof>();
        for (int position : positions) {
            proofs.add(new EvidenceBundle.Proof(position, entries.get(position - 1),
                Base64.getEncoder().encodeToString(salt(position)),
                new MerkleLog(levels).inclusion(position - 1, size)));
        }
        return new EvidenceBundle(SIGNER.sign(Checkpoint.of("entente.example/calais", size, frontier.root()).text()),
            SIGNER.key(), proofs);
    }

    private static byte[] canonical(int position) {
        var personal = position % 40 == 0;
        var at = Instant.parse("2026-11-23T04:05:06.007Z");
        var entry = new Entry(position, new StreamId("thing/" + position), 1, "thing.seen", 1, at, Actor.centre("test"),
            Marking.wholeCentre(new AgencyId("PAF")),
            personal ? Optional.of(new SubjectId("s-1")) : Optional.empty(),
            Optional.of("{\"text\":\"in the clear, à Fréthun\\n\"}"));
        return CanonicalEntry.bytes(entry, personal ? Optional.of("c2VhbGVk") : Optional.empty());
    }

    private static byte[] salt(int position) {
        return java.nio.ByteBuffer.allocate(16).putInt(position).array();
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(dir.resolve("bundle.zip"), bytes);
    }
}
