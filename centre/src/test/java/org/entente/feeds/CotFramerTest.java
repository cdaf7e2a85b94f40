package org.entente.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.entente.feeds.CotFramer.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Parting a stream gives the same whatever the reads are.
class CotFramerTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_size_of_the_reads_changes_nothing(long seed) {
        Random random = new Random(seed);
        StringBuilder stream = new StringBuilder();
        for (String sample : CotFixtures.corpus().values()) {
            stream.append(List.of("", "\n", "<?xml version='1.0'?>", "junk", "\u0000\u0000", "<event uid='<'")
                .get(random.nextInt(6)));
            stream.append(random.nextInt(4) == 0 ? CotCorpusTest.mutate(sample, random) : sample);
        }
        byte[] bytes = stream.toString().getBytes(UTF_8);
        List<String> whole = part(bytes, bytes.length, random);
        assertThat(whole).hasSizeGreaterThan(CotFixtures.corpus().size() / 2);
        assertThat(part(bytes, 1, random)).isEqualTo(whole);
        assertThat(part(bytes, 200, random)).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void nothing_it_gives_and_nothing_it_keeps_is_beyond_the_limit(long seed) {
        Random random = new Random(seed);
        for (boolean protobuf : new boolean[]{false, true}) {
            CotFramer framer = new CotFramer(1000);
            if (protobuf) {
                framer.protobuf();
            }
            for (int i = 0; i < 5000; i++) {
                byte[] room = framer.room();
                assertThat(room.length).isBetween(framer.end() + 1, 1000 + 8192);
                int count = 1 + random.nextInt(room.length - framer.end());
                byte[] letters = "<event >/'![]-?\u00bf\u0005".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
                for (int j = 0; j < count; j++) {
                    room[framer.end() + j] = random.nextInt(3) == 0
                        ? (byte) random.nextInt()
                        : letters[random.nextInt(letters.length)];
                }
                framer.filled(count);
                for (Found found = framer.next(); found != Found.NOTHING
                    && !(protobuf && found == Found.OVERSIZED); found = framer.next()) {
                    assertThat(framer.length()).isLessThanOrEqualTo(found == Found.FRAME ? 1000 : Integer.MAX_VALUE);
                }
                if (protobuf && framer.next() == Found.OVERSIZED) {
                    framer = new CotFramer(1000);
                    framer.protobuf();
                }
            }
        }
    }

    @Test
    void endless_rubbish_is_told_again_and_again() {
        CotFramer framer = new CotFramer(65536);
        int told = 0;
        for (int i = 0; i < 100; i++) {
            byte[] room = framer.room();
            int count = room.length - framer.end();
            java.util.Arrays.fill(room, framer.end(), room.length, (byte) 'x');
            framer.filled(count);
            while (framer.next() == Found.RUBBISH) {
                told++;
            }
        }
        assertThat(told).isGreaterThanOrEqualTo(CotClient.MALFORMED_IN_A_ROW);
    }

    /// Feeds the bytes in reads of up to `most` and writes down what comes out.
    private static List<String> part(byte[] bytes, int most, Random random) {
        CotFramer framer = new CotFramer(65536);
        List<String> out = new ArrayList<>();
        for (int at = 0; at < bytes.length;) {
            byte[] room = framer.room();
            int count = Math.min(Math.min(1 + random.nextInt(most), room.length - framer.end()), bytes.length - at);
            System.arraycopy(bytes, at, room, framer.end(), count);
            framer.filled(count);
            at += count;
            for (Found found = framer.next(); found != Found.NOTHING; found = framer.next()) {
                ByteArrayOutputStream frame = new ByteArrayOutputStream();
                frame.write(framer.bytes(), framer.from(), found == Found.FRAME ? framer.length() : 0);
                out.add(found + frame.toString(UTF_8));
            }
        }
        return out;
    }
}
