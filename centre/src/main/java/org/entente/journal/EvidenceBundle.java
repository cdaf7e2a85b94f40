package org.entente.journal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Entries of the record that prove themselves, without Entente and without a connection: docs/formats/evidence-bundle.md.
///
/// Every byte of the bundle follows from its checkpoint, its key and its proofs; so a verifier that writes it again
/// notices any byte that was changed.
///
/// @param checkpoint signed by `key`
/// @param proofs at least one, in order of position
public record EvidenceBundle(SignedNote checkpoint, NoteKey key, List<Proof> proofs) {

    /// Entries in one bundle at most.
    public static final int MOST = 5_000;

    /// The same for every bundle. Not the first day of 1980: java.util.zip would add a field that depends on the time zone.
    private static final LocalDateTime NO_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    /// One entry and its place in the log.
    ///
    /// @param position of the entry, from 1
    /// @param entry canonical JSON, as the log commits to it
    /// @param salt 16 bytes, base64
    /// @param path inclusion proof from the leaf up
    public record Proof(long position, String entry, String salt, List<Hash> path) {

        public Proof {
            path = List.copyOf(path);
            if (position < 1) {
                throw new IllegalArgumentException("no entry has position " + position);
            }
        }
    }

    public EvidenceBundle {
        proofs = proofs.stream().sorted(Comparator.comparingLong(Proof::position)).toList();
        if (proofs.isEmpty() || proofs.size() > MOST
            || proofs.stream().map(Proof::position).distinct().count() != proofs.size()) {
            throw new IllegalArgumentException(
                "a bundle has 1 to " + MOST + " different entries, not " + proofs.size());
        }
    }

    /// The zip file.
    public byte[] bytes() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("SUMMARY.txt", utf8(EvidenceSummary.text(this)));
        files.put("checkpoint", checkpoint.bytes());
        files.put("key", utf8(key + "\n"));
        for (var proof : proofs) {
            files.put(name("entries", proof.position()), utf8(proof.entry()));
            files.put(name("proofs", proof.position()), utf8(proofText(proof)));
        }
        files.put("manifest.json", utf8(manifest(files)));
        return zip(files);
    }

    static String name(String folder, long position) {
        return folder + "/" + "%012d".formatted(position) + ".json";
    }

    private String proofText(Proof proof) {
        var path = String.join(",", proof.path().stream().map(hash -> "\"" + hash.base64() + "\"").toList());
        return "{\"leafIndex\":" + (proof.position() - 1) + ",\"path\":[" + path + "],\"salt\":"
            + CanonicalEntry.quoted(proof.salt())
            + ",\"treeSize\":" + Checkpoint.parse(checkpoint.text()).size() + "}";
    }

    private static String manifest(Map<String, byte[]> files) {
        var rows = files.entrySet().stream().map(file -> CanonicalEntry.quoted(file.getKey()) + ":\""
            + HexFormat.of().formatHex(Hash.sha256(file.getValue())) + "\"").sorted().toList();
        return "{\"files\":{" + String.join(",", rows) + "},\"format\":\"entente-evidence-1\"}";
    }

    private static byte[] zip(Map<String, byte[]> files) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (var file : files.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                var crc = new CRC32();
                crc.update(file.getValue());
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(file.getValue().length);
                entry.setCrc(crc.getValue());
                entry.setTimeLocal(NO_TIME);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
