package org.entente.journal;

import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a person reads first in an evidence bundle, in both languages. Follows from the proven content alone.
final class EvidenceSummary {

    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private EvidenceSummary() {}

    static String text(EvidenceBundle bundle) {
        var checkpoint = Checkpoint.parse(bundle.checkpoint().text());
        var out = new StringBuilder();
        out.append("EVIDENCE BUNDLE / DOSSIER DE PREUVE\n\n");
        out.append("EN  ").append(bundle.proofs().size()).append(" entries of the record \"")
            .append(clean(checkpoint.origin()))
            .append(
                "\", exactly as they were written. The file \"checkpoint\" is signed by the log; each proof shows that its entry\n")
            .append("    is one of the ").append(checkpoint.size())
            .append(" entries the signature covers. Check it without the centre: ./entente verify FILE --key KEY\n");
        out.append("FR  ").append(bundle.proofs().size()).append(" écritures du registre « ")
            .append(clean(checkpoint.origin()))
            .append(
                " », telles qu’elles ont été enregistrées. Le fichier « checkpoint » est signé par le registre ; chaque preuve montre que\n")
            .append("    son écriture est l’une des ").append(checkpoint.size())
            .append(" que couvre la signature. À vérifier sans le centre : ./entente verify FICHIER --key CLÉ\n\n");
        out.append("root / racine: ").append(checkpoint.root()).append('\n');
        out.append("key / clé: ").append(bundle.key()).append('\n');
        bundle.proofs().forEach(proof -> entry(out, read(proof.entry())));
        return out.toString();
    }

    /// The JSON of an entry; throws what Jackson throws if it is none.
    static JsonNode read(String json) {
        return JSON.readTree(json);
    }

    private static void entry(StringBuilder out, JsonNode entry) {
        out.append('\n').append("#").append(field(entry, "position")).append("  ").append(field(entry, "at"))
            .append("  ").append(field(entry, "type"))
            .append("  ").append(field(entry, "stream")).append(" (").append(field(entry, "streamVersion"))
            .append(")\n");
        var actor = entry.path("actor");
        out.append("    desk / poste: ").append(field(actor, "desk")).append(", ").append(field(actor, "agency"))
            .append(", ").append(field(actor, "state"))
            .append("   officer / agent: ").append(field(actor, "officer")).append("   purpose / finalité: ")
            .append(field(actor, "purpose")).append('\n');
        var marking = entry.path("marking");
        out.append("    marking / marquage: ").append(field(marking, "classification")).append(", ")
            .append(field(marking, "originator"))
            .append(", releasable to / communicable à: ").append(clean(marking.path("releasableTo").toString()))
            .append('\n');
        if (entry.has("sealed")) {
            out.append(
                "    sealed: content about a person, under a key of its own / scellé : contenu relatif à une personne, sous sa propre clé\n");
        } else {
            out.append("    ").append(field(entry, "body")).append('\n');
        }
    }

    private static String field(JsonNode node, String name) {
        var value = node.path(name);
        return clean(value.isString() ? value.stringValue() : value.toString());
    }

    /// No control or direction characters: what is read is what is there.
    private static String clean(String text) {
        return text.replaceAll("[\\p{Cntrl}\\x{80}-\\x{9f}\\x{200e}\\x{200f}\\x{2028}-\\x{202e}\\x{2066}-\\x{2069}]",
            "\uFFFD");
    }
}
