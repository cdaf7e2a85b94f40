package org.entente.feeds;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.entente.picture.Intake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Lying, slow and broken clients against one that must not notice.
class CotRoughWeatherTest {

    private static final long NOW = CotFixtures.NOW;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void no_bytes_stop_the_server_or_another_client(long seed) throws Exception {
        Random random = new Random(seed);
        List<String> samples = List.copyOf(CotFixtures.corpus().values());
        try (CotDesk desk = CotDesk.plain();
            CotCaller from = desk.caller().onAir("FROM");
            CotCaller to = desk.caller().protobuf().onAir("TO")) {
            for (int i = 0; i < 30; i++) {
                CotCaller bad = desk.caller();
                if (random.nextBoolean()) {
                    bad.protobuf();
                }
                try {
                    for (int j = random.nextInt(20); j >= 0; j--) {
                        bad.send(nonsense(samples, random));
                    }
                } catch (IOException cut) {
                    assertThat(cut).isNotNull(); // the server may hang up on it
                }
                bad.close();
                from.send(CotFixtures.event("S" + i, "b-m-p", NOW, 50, 1, "<remarks>" + i + "</remarks>"));
                int mine = i;
                to.await(event -> event.uid().equals("S" + mine));
            }
            CotDesk.until("the bad ones are gone", () -> desk.server.figures().clients() == 2);
            assertThat(desk.refused("fault")).isZero();
            assertThat(desk.refused("malformed")).isPositive();
            assertThat(desk.sightings).noneMatch(sighting -> sighting.unit().text().startsWith("S"));
        }
    }

    private static byte[] nonsense(List<String> samples, Random random) {
        String sample = CotCorpusTest.mutate(samples.get(random.nextInt(samples.size())), random);
        switch (random.nextInt(3)) {
            case 0 -> {
                byte[] bytes = new byte[random.nextInt(3000)];
                random.nextBytes(bytes);
                return bytes;
            }
            case 1 -> {
                return sample.getBytes(UTF_8);
            }
            default -> {
                byte[] frame = CotFixtures.message(samples.get(random.nextInt(samples.size()))).protobuf().clone();
                frame[random.nextInt(frame.length)] = (byte) random.nextInt();
                return new String(frame, ISO_8859_1).repeat(2).getBytes(ISO_8859_1);
            }
        }
    }

    @Test
    void a_slow_client_loses_old_positions_but_no_task_and_holds_up_nobody() throws Exception {
        CotSettings tight = new CotSettings(InetAddress.getLoopbackAddress(), 0, -1, 10, 65536, 64, 1 << 20,
            Duration.ofMinutes(10));
        try (
            CotDesk desk = new CotDesk(tight, Optional.empty(), GroupPolicy.oneGroup(),
                InstantSource.fixed(Instant.ofEpochMilli(NOW)));
            CotCaller slow = desk.caller().onAir("SLOW");
            CotCaller from = desk.caller().onAir("FROM");
            CotCaller quick = desk.caller().onAir("QUICK")) {
            from.heard();
            int sent = 0;
            String pad = "<remarks>" + "x".repeat(20_000) + "</remarks>";
            while (desk.refused("shed") == 0 && sent < 5000) {
                from.send(CotFixtures.event("T" + sent % 10, "a-f-G", NOW + sent, 50, 1, pad));
                if (++sent % 50 == 0) {
                    from.send(CotFixtures.event("alarm" + sent, "b-l-l", NOW, 50, 1, ""));
                }
                int now = sent;
                quick.await(event -> event.time() == NOW + now - 1);
            }
            from.send(CotFixtures.event("LAST", "b-a-o-tbl", NOW, 50, 1, "")).settled();
            List<CotEvent> heard = new ArrayList<>();
            slow.await(event -> heard.add(event) && event.uid().equals("LAST"));
            assertThat(desk.refused("shed")).isPositive();
            assertThat(heard.stream().filter(event -> event.type().equals("b-l-l"))).hasSize(sent / 50);
            for (int i = 0; i < Math.min(10, sent); i++) {
                String uid = "T" + i;
                List<Long> times = heard.stream().filter(event -> event.uid().equals(uid)).map(CotEvent::time).toList();
                assertThat(times).isSorted();
                int last = (sent - 1) / 10 * 10 + i;
                assertThat(times.getLast()).as("newest of " + uid).isEqualTo(NOW + (last < sent ? last : last - 10));
            }
        }
    }

    @Test
    void a_client_that_takes_not_even_control_is_cut_off() {
        CotOutbox outbox = new CotOutbox(16, 1 << 20);
        CotMessage task = CotFixtures.message(CotFixtures.event("t", "t-r", NOW, 50, 1, ""));
        CotMessage position = CotFixtures.message(CotFixtures.event("p", "a-f-G", NOW, 50, 1, ""));
        for (int i = 0; i < 15; i++) {
            assertThat(outbox.offer(task)).isZero();
        }
        assertThat(outbox.offer(position)).isZero();
        assertThat(outbox.offer(task)).isEqualTo(1);
        assertThat(outbox.offer(task)).isEqualTo(-1);
    }

    @Test
    void a_queue_keeps_the_newest_of_each_and_counts_its_bytes() throws Exception {
        CotOutbox outbox = new CotOutbox(8, 1 << 20);
        int shed = 0;
        for (int i = 0; i < 9; i++) {
            shed += outbox.offer(CotFixtures.message(CotFixtures.event("p" + i % 3, "a-f-G", NOW + i, 50, 1, "")));
        }
        List<CotMessage> left = new ArrayList<>();
        outbox.take(left, 100);
        assertThat(shed).isEqualTo(5);
        assertThat(left).extracting(message -> message.event.time() - NOW).containsExactly(5L, 6L, 7L, 8L);
        CotOutbox heavy = new CotOutbox(1000, 50_000);
        CotMessage big = CotFixtures
            .message(CotFixtures.event("b", "u-d-f", NOW, 50, 1, "<remarks>" + "x".repeat(10_000) + "</remarks>"));
        for (int i = 0; i < 100; i++) {
            assertThat(heavy.offer(big)).isNotNegative();
        }
        left.clear();
        heavy.take(left, 1000);
        assertThat(left).hasSizeLessThan(4);
    }

    @Test
    void a_failing_picture_is_counted_and_stops_nothing() throws Exception {
        Intake broken = new Intake() {
            @Override
            public java.util.concurrent.CompletableFuture<List<Kept>> keep(List<Reading> readings) {
                throw new IllegalStateException();
            }

            @Override
            public boolean sighted(Sighting sighting) {
                throw new IllegalStateException("down");
            }

            @Override
            public void gone(org.entente.kernel.UnitId unit) {
                throw new IllegalStateException("down");
            }
        };
        try (CotDesk desk = CotDesk.plain();
            CotServer server = new CotServer(CotDesk.settings(), Optional.empty(), GroupPolicy.oneGroup(),
                InstantSource.fixed(Instant.ofEpochMilli(NOW)), broken, desk);
            CotCaller a = CotCaller.plain(server.plainPort()).onAir("A")) {
            assertThat(a.settled().heard()).isEmpty();
            assertThat(server.figures().refused()).containsEntry("fault", 1L);
        }
    }
}
