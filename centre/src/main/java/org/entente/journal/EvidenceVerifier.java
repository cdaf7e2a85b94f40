package org.entente.journal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.entente.journal.EvidenceReport.Line;
import org.entente.journal.EvidenceReport.Mark;
import org.entente.kernel.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Checks an evidence bundle offline: no database, no network, nothing written to disk.
///
/// Strict and bounded: a bundle of at most 64 MiB, known names only, and every byte as the format says.
public final class EvidenceVerifier {

    private static final long LARGEST = 64L << 20;
    private static final int LARGEST_FILE = 4 << 20;
    private static final Pattern NAME = Pattern
        .compile("SUMMARY\\.txt|checkpoint|key|manifest\\.json|(entries|proofs)/[0-9]{12}\\.json");

    private EvidenceVerifier() {}

    /// Verifies a bundle by the key it brings along, or by a key known from elsewhere.
    ///
    /// @param key the log's public key as its centre publishes it, `<name>+<id>+<base64>`; without it the report says
    ///     that the bundle agrees with itself, not whose it is
    public static EvidenceReport verify(Path bundle, Optional<String> key) {
        var lines = new ArrayList<Line>();
        try {
            var bytes = read(bundle);
            var found = parse(files(bytes));
            var trusted = key.map(NoteKey::parse).orElse(found.key());
            lines.add(keyLine(found.key(), trusted, key.isPresent()));
            var checkpoint = Checkpoint.parse(found.checkpoint().text());
            boolean signed = found.checkpoint().signedBy(trusted) && checkpoint.origin().equals(trusted.name());
            lines.add(signed
                ? proven(
                    "the checkpoint is signed by " + trusted.name() + ": " + checkpoint.size() + " entries, root "
                        + checkpoint.root(),
                    "le point de contrôle est signé par " + trusted.name() + " : " + checkpoint.size()
                        + " écritures, racine " + checkpoint.root())
                : refused("the checkpoint is not signed by " + trusted,
                    "le point de contrôle n’est pas signé par " + trusted));
            found.proofs().forEach(proof -> lines.add(included(proof, checkpoint)));
            lines.add(Arrays.equals(bytes, found.bytes())
                ? proven("every other byte of the bundle is as the format requires",
                    "tous les autres octets du dossier sont conformes au format")
                : refused("the bundle was changed outside its proven content (summary, manifest or container)",
                    "le dossier a été modifié en dehors de son contenu prouvé (résumé, manifeste ou conteneur)"));
        } catch (IOException | IllegalArgumentException | JacksonException fault) {
            lines.add(refused("this is not a readable evidence bundle: " + fault.getMessage(),
                "ce n’est pas un dossier de preuve lisible : " + fault.getMessage()));
        }
        return report(lines);
    }

    /// Verifies a bundle by the key it brings along.
    public static EvidenceReport verify(Path bundle) {
        return verify(bundle, Optional.empty());
    }

    private static EvidenceReport report(List<Line> lines) {
        boolean ok = lines.stream().noneMatch(line -> line.mark() == Mark.REFUSED);
        lines.add(ok ? proven("VERIFIED", "VÉRIFIÉ") : refused("NOT VERIFIED", "NON VÉRIFIÉ"));
        return new EvidenceReport(ok, lines);
    }

    private static Line keyLine(NoteKey own, NoteKey trusted, boolean given) {
        if (!given) {
            return new Line(Mark.NOTE,
                new Text("checked with the bundle's own key; compare it with the one the centre publishes: " + own,
                    "vérifié avec la clé jointe au dossier ; comparez-la à celle que publie le centre : " + own));
        }
        return own.equals(trusted)
            ? proven("the key is the one you gave", "la clé est celle que vous avez fournie")
            : refused("the bundle's key is not the one you gave: " + own,
                "la clé du dossier n’est pas celle que vous avez fournie : " + own);
    }

    private static Line included(EvidenceBundle.Proof proof, Checkpoint checkpoint) {
        var entry = EvidenceSummary.read(proof.entry());
        var digest = CanonicalEntry.digest(Base64.getDecoder().decode(proof.salt()),
            proof.entry().getBytes(StandardCharsets.UTF_8));
        boolean holds = entry.path("position").asLong(-1) == proof.position()
            && MerkleLog.includes(Hash.leaf(digest), proof.position() - 1, checkpoint.size(), proof.path(),
                checkpoint.root());
        var what = proof.position() + " (" + entry.path("type").asString("") + ", " + entry.path("at").asString("")
            + ")";
        return holds
            ? proven("entry " + what + " is in the log", "l’écriture " + what + " figure dans le registre")
            : refused("entry " + what + " is not what the log holds there",
                "l’écriture " + what + " n’est pas celle que contient le registre");
    }

    private static byte[] read(Path bundle) throws IOException {
        try (var in = Files.newInputStream(bundle)) {
            var bytes = in.readNBytes((int) LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new IOException("larger than 64 MiB");
            }
            return bytes;
        }
    }

    private static Map<String, byte[]> files(byte[] bytes) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        long total = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var content = zip.readNBytes(LARGEST_FILE + 1);
                total += content.length;
                if (!NAME.matcher(entry.getName()).matches() || content.length > LARGEST_FILE || total > LARGEST
                    || files.size() > 2 * EvidenceBundle.MOST + 4 || files.put(entry.getName(), content) != null) {
                    throw new IOException("a file in it has an unknown name, comes twice, or is too large");
                }
            }
        }
        return files;
    }

    private static EvidenceBundle parse(Map<String, byte[]> files) throws IOException {
        var proofs = new ArrayList<EvidenceBundle.Proof>();
        for (var name : files.keySet()) {
            if (name.startsWith("entries/")) {
                long position = Long.parseLong(name.substring(8, 20));
                proofs.add(proof(position, text(files, name),
                    EvidenceSummary.read(text(files, EvidenceBundle.name("proofs", position)))));
            }
        }
        return new EvidenceBundle(SignedNote.parse(file(files, "checkpoint")), NoteKey.parse(text(files, "key")),
            proofs);
    }

    private static EvidenceBundle.Proof proof(long position, String entry, JsonNode proof) throws IOException {
        var path = new ArrayList<Hash>();
        for (var hash : proof.path("path")) {
            if (path.size() == 64) {
                throw new IOException("a proof with more than 64 steps");
            }
            path.add(Hash.ofBase64(hash.asString("")));
        }
        return new EvidenceBundle.Proof(position, entry, proof.path("salt").asString(""), path);
    }

    private static String text(Map<String, byte[]> files, String name) throws IOException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file(files, name))).toString();
        } catch (CharacterCodingException fault) {
            throw new IOException(name + " is not UTF-8", fault);
        }
    }

    private static byte[] file(Map<String, byte[]> files, String name) throws IOException {
        var bytes = files.get(name);
        if (bytes == null) {
            throw new IOException(name + " is missing");
        }
        return bytes;
    }

    private static Line proven(String english, String french) {
        return new Line(Mark.PROVEN, new Text(english, french));
    }

    private static Line refused(String english, String french) {
        return new Line(Mark.REFUSED, new Text(english, french));
    }
}
