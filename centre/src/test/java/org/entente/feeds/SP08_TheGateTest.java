package org.entente.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.feeds.SapientHost.radar;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.IntStream;
import org.entente.kernel.UnitId;
import org.entente.picture.Intake;
import org.entente.picture.PictureInput;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/// A gate that is shut makes nodes wait and loses nothing; one that breaks is counted, and the log hears of nobody.
class SP08_TheGateTest {

    private static final Instant NOW = Instant.parse("2026-03-14T22:00:00Z");

    @TempDir
    static Path dir;
    private static SapientHost host;

    @BeforeAll
    static void open() throws Exception {
        host = new SapientHost(dir, SapientHost.settings(), () -> NOW);
    }

    @AfterAll
    static void close() {
        host.close();
    }

    @Test
    void a_node_waits_while_the_intake_is_full_and_everything_comes_in_its_order() throws Exception {
        var gate = Gate.shutFor(3);
        try (var server = host.open(SapientHost.settings(), () -> NOW, gate);
            var node = new SapientNode(server.port())) {
            node.register(NOW, radar(1));
            for (int i = 0; i < 200; i++) {
                node.send(node.say(NOW.plusMillis(i), SapientNode.detection(1.88, 50.97)));
            }
            await(() -> host.told(radar(1), "detection").size() == 200);
            assertThat(host.told(radar(1), "detection")).extracting(PictureInput.Observed::phenomenonTime)
                .containsExactlyElementsOf(IntStream.range(0, 200).mapToObj(NOW::plusMillis).toList());
            await(() -> server.figures().kept() == 200);
            assertThat(server.figures().pauses()).isEqualTo(3);
            assertThat(server.figures().refused()).containsEntry("lost", 0L);
        }
    }

    @Test
    void what_the_centre_fails_on_is_counted_as_lost_and_nobodys_attributes_are_in_the_log() throws Exception {
        try (var log = new Log();
            var server = host.open(SapientHost.settings(), () -> NOW, Gate.broken());
            var node = new SapientNode(server.port())) {
            node.register(NOW, radar(2));
            node.send(node.say(NOW, SapientNode.detection(SapientNode.ulid(), 1.88, 50.97, """
                ,"classification":[{"type":"Human","subClass":[{"type":"XYZZY","level":1}]}],"colour":"XYZZY",
                "objectInfo":[{"type":"XYZZY","value":"XYZZY"}],"behaviour":[{"type":"XYZZY"}],"id":"XYZZY\"""")));
            node.send(node.say(NOW, SapientNode.detection("XYZZY", 1.88, 50.97, "")));
            node.error();
            await(() -> server.figures().refused().get("lost") == 1);
            await(() -> log.text().contains("IllegalStateException"));
            assertThat(log.text()).contains("the centre failed on readings of a SAPIENT node").doesNotContain("XYZZY")
                .doesNotContain("person");
            node.send(node.say(NOW, SapientNode.alert("ALERT_TYPE_FATAL", "")));
            assertThat(node.answer("alert_ack").text("alert_ack_status")).isEqualTo("ALERT_ACK_STATUS_REJECTED");
        }
    }

    private interface Condition {
        boolean holds();
    }

    private static void await(Condition condition) throws InterruptedException {
        long until = System.nanoTime() + 20_000_000_000L;
        while (!condition.holds() && System.nanoTime() < until) {
            Thread.sleep(10);
        }
        assertThat(condition.holds()).isTrue();
    }

    /// Is shut for its first calls; then keeps in the store, or breaks with all it was given in its words.
    private record Gate(AtomicInteger shut, boolean breaks) implements Intake {

        static Gate shutFor(int calls) {
            return new Gate(new AtomicInteger(calls), false);
        }

        static Gate broken() {
            return new Gate(new AtomicInteger(), true);
        }

        @Override
        public CompletableFuture<List<Kept>> keep(List<Reading> readings) {
            if (shut.getAndDecrement() > 0) {
                return CompletableFuture.failedFuture(new Overloaded(1));
            }
            return breaks
                ? CompletableFuture.failedFuture(new IllegalStateException("cannot keep " + readings))
                : host.store.keep(readings);
        }

        @Override
        public boolean sighted(Sighting sighting) {
            return host.store.sighted(sighting);
        }

        @Override
        public void gone(UnitId unit) {
            host.store.gone(unit);
        }
    }

    /// Every line of every logger, while it is open.
    private static final class Log extends Handler implements AutoCloseable {
        final List<String> lines = Collections.synchronizedList(new ArrayList<>());
        private final java.util.logging.Logger root = java.util.logging.Logger.getLogger("");
        private final java.util.logging.Logger ours = java.util.logging.Logger.getLogger("entente");
        private final Logger spring = (Logger) LoggerFactory.getLogger("ROOT");
        private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

        Log() {
            ours.setLevel(Level.ALL);
            root.addHandler(this);
            appender.start();
            spring.addAppender(appender);
        }

        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage() + " " + line.getThrown());
        }

        String text() {
            var all = new StringBuilder();
            List.copyOf(lines).forEach(line -> all.append(line).append('\n'));
            List.copyOf(appender.list).forEach(event -> all.append(event.getFormattedMessage()).append(' ')
                .append(event.getThrowableProxy() == null ? "" : event.getThrowableProxy().getMessage()));
            return all.toString();
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            root.removeHandler(this);
            spring.detachAppender(appender);
        }
    }
}
