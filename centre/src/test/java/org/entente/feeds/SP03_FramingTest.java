package org.entente.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.entente.feeds.SapientFramer.Next;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Messages are told apart by their length, however the bytes come.
class SP03_FramingTest {

    private static final int MOST = 100_000;

    @Test
    void the_length_is_four_bytes_little_endian() {
        assertThat(SapientFramer.frame(new byte[]{7, 8})).containsExactly(2, 0, 0, 0, 7, 8);
        assertThat(SapientFramer.frame(new byte[0x010203])).startsWith(3, 2, 1, 0);
    }

    @Test
    void an_empty_message_is_a_message() throws IOException {
        assertThat(read(new ByteArrayInputStream(new byte[8]))).hasSize(2).allMatch(message -> message.length == 0);
    }

    @Test
    void the_longest_message_is_read_and_a_longer_one_breaks_the_stream() throws IOException {
        assertThat(read(new ByteArrayInputStream(SapientFramer.frame(new byte[MOST]))).getFirst()).hasSize(MOST);
        for (var length : List.of(MOST + 1, Integer.MAX_VALUE, -1, Integer.MIN_VALUE)) {
            var framer = new SapientFramer(MOST);
            framer.fill(new ByteArrayInputStream(new byte[]{(byte) (int) length, (byte) (length >>> 8),
                    (byte) (length >>> 16), (byte) (length >>> 24)}));
            assertThat(framer.next()).as("%d", length).isEqualTo(Next.BROKEN);
            assertThat(framer.rest()).hasSize(4);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_same_messages_come_out_however_the_stream_is_split(long seed) throws IOException {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var sent = new ArrayList<byte[]>();
        var stream = new ByteArrayOutputStream();
        for (int i = 0; i < 200; i++) {
            var message = new byte[random.nextInt(10) == 0 ? random.nextInt(MOST) : random.nextInt(300)];
            random.nextBytes(message);
            sent.add(message);
            stream.writeBytes(SapientFramer.frame(message));
        }
        assertThat(read(new Split(stream.toByteArray(), random))).containsExactlyElementsOf(sent);
    }

    private static List<byte[]> read(InputStream in) throws IOException {
        var framer = new SapientFramer(MOST);
        var read = new ArrayList<byte[]>();
        while (true) {
            switch (framer.next()) {
                case MESSAGE -> read.add(framer.message());
                case NOTHING -> {
                    if (!framer.fill(in)) {
                        return read;
                    }
                }
                case BROKEN -> throw new IOException("broken");
            }
        }
    }

    /// Gives a few bytes at a time, or many.
    private static final class Split extends ByteArrayInputStream {
        private final RandomGenerator random;

        Split(byte[] bytes, RandomGenerator random) {
            super(bytes);
            this.random = random;
        }

        @Override
        public synchronized int read(byte[] into, int from, int length) {
            int most = random.nextBoolean() ? 1 + random.nextInt(6) : 1 + random.nextInt(20_000);
            return super.read(into, from, Math.min(length, most));
        }
    }
}
