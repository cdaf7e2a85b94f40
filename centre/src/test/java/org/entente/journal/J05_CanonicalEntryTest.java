package org.entente.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.entente.kernel.Actor;
import org.entente.kernel.AgencyId;
import org.entente.kernel.Classification;
import org.entente.kernel.Marking;
import org.entente.kernel.StreamId;
import org.entente.kernel.SubjectId;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The one spelling of an entry, compared with an implementation of RFC 8785 that is not ours.
class J05_CanonicalEntryTest {

    @Test
    void the_example_of_the_format_document_is_spelled_as_printed_there() {
        var marking = new Marking(new AgencyId("PAF"), Classification.OFFICIAL, List.of("GB"), Optional.empty(), 365);
        var entry = new Entry(12, new StreamId("alarm/A-1"), 2, "alarm.taken", 1,
            Instant.parse("2026-11-23T02:15:09.5Z"), Actor.centre("example"), marking,
            Optional.empty(), Optional.of("{\"incident\":\"2026-0001\"}"));
        var bytes = CanonicalEntry.bytes(entry, Optional.empty());
        assertThat(new String(bytes, StandardCharsets.UTF_8))
            .isEqualTo("{\"actor\":{\"agency\":\"CENTRE\",\"desk\":\"CENTRE\",\"officer\":\"system:example\","
                + "\"purpose\":\"SYSTEM\",\"state\":\"XX\"},\"at\":\"2026-11-23T02:15:09.500Z\",\"body\":\"{\\\"incident\\\":\\\"2026-0001\\\"}\",\"format\":1,"
                + "\"marking\":{\"classification\":\"OFFICIAL\",\"originator\":\"PAF\",\"releasableTo\":[\"GB\"],\"retentionDays\":365},\"position\":12,"
                + "\"stream\":\"alarm/A-1\",\"streamVersion\":2,\"type\":\"alarm.taken\",\"version\":1}");
        var digest = CanonicalEntry.digest(HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f"), bytes);
        assertThat(HexFormat.of().formatHex(digest))
            .isEqualTo("9ad0a49f56421d5aec7fd83b6024e61348104a4bc65214bdb10f275941bd017c");
        assertThat(Hash.leaf(digest).base64()).isEqualTo("OUkOAdYPNNDmAbc4yg417JIvSOKoRp4foDF/L1bQ3X8=");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void any_entry_is_canonical_json(long seed) throws IOException {
        var random = new SplittableRandom(seed);
        for (int round = 0; round < 200; round++) {
            var personal = random.nextBoolean();
            var marking = new Marking(new AgencyId("NCA"), Classification.values()[random.nextInt(3)],
                random.nextBoolean() ? List.of() : List.of(text(random), "FR"),
                random.nextBoolean() ? Optional.empty() : Optional.of(text(random)), 1 + random.nextInt(999));
            var entry = new Entry(random.nextLong(1, 1L << 53), new StreamId("thing/" + random.nextInt(9)),
                1 + random.nextInt(9), "thing.seen", 1,
                Instant.ofEpochMilli(random.nextLong(0, 4_000_000_000_000L)), Actor.centre("test"), marking,
                personal ? Optional.of(new SubjectId("s-1")) : Optional.empty(), Optional.of(text(random)));
            var bytes = CanonicalEntry.bytes(entry, personal ? Optional.of("c2VhbGVk") : Optional.empty());
            assertThat(new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo(new JsonCanonicalizer(bytes).getEncodedString());
        }
    }

    @Test
    void an_entry_about_a_person_is_never_spelled_in_the_clear() {
        var entry = new Entry(1, new StreamId("a/1"), 1, "a", 1, Instant.EPOCH, Actor.centre("test"),
            Marking.wholeCentre(new AgencyId("PAF")),
            Optional.of(new SubjectId("s-1")), Optional.of("{}"));
        assertThatThrownBy(() -> CanonicalEntry.bytes(entry, Optional.empty())).isInstanceOf(JournalCorrupt.class);
    }

    private static String text(SplittableRandom random) {
        var alphabet = "aé€\"\\/\b\f\n\r\t\u0001\u001f\u007f\u2028\uFFFD<>&{}[]:, ".codePoints().toArray();
        var out = new StringBuilder();
        for (int i = random.nextInt(1, 30); i > 0; i--) {
            out.appendCodePoint(random.nextInt(20) == 0 ? 0x1F6A2 : alphabet[random.nextInt(alphabet.length)]);
        }
        return out.toString();
    }
}
