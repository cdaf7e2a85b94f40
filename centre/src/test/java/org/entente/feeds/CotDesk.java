package org.entente.feeds;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import org.entente.kernel.Position;
import org.entente.kernel.TaskId;
import org.entente.kernel.UnitId;
import org.entente.picture.Intake;

/// A CoT server on free ports, with a picture and a desk that write down what they are told.
final class CotDesk implements AutoCloseable, Intake, CotReplies {

    record Answered(TaskId task, UnitId unit, Reply reply, String words) {}

    record Called(UnitId unit, Position where, String words) {}

    final List<Sighting> sightings = new CopyOnWriteArrayList<>();
    final List<UnitId> gone = new CopyOnWriteArrayList<>();
    final List<Answered> answers = new CopyOnWriteArrayList<>();
    final List<Called> calls = new CopyOnWriteArrayList<>();
    final CotServer server;

    CotDesk(CotSettings settings, Optional<SSLContext> tls, GroupPolicy policy, InstantSource clock)
        throws IOException {
        this.server = new CotServer(settings, tls, policy, clock, this, this);
    }

    /// Plain only, everybody in one group, an exercise clock that stands still at [CotFixtures#NOW].
    static CotDesk plain() throws IOException {
        return new CotDesk(settings(), Optional.empty(), GroupPolicy.oneGroup(),
            InstantSource.fixed(Instant.ofEpochMilli(CotFixtures.NOW)));
    }

    static CotSettings settings() {
        return CotSettings.at(InetAddress.getLoopbackAddress(), 0, 0);
    }

    CotCaller caller() throws IOException {
        return CotCaller.plain(server.plainPort());
    }

    long refused(String reason) {
        return server.figures().refused().get(reason);
    }

    /// Waits until it is so; fails after ten seconds.
    static void until(String what, BooleanSupplier so) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("never happened: " + what);
            }
            Thread.onSpinWait();
            try {
                Thread.sleep(2);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Override
    public CompletableFuture<List<Kept>> keep(List<Reading> readings) {
        throw new AssertionError("CoT has no readings");
    }

    @Override
    public boolean sighted(Sighting sighting) {
        sightings.add(sighting);
        return true;
    }

    @Override
    public void gone(UnitId unit) {
        gone.add(unit);
    }

    @Override
    public void replied(TaskId task, UnitId unit, Reply reply, Instant at, String words) {
        answers.add(new Answered(task, unit, reply, words));
    }

    @Override
    public void emergency(UnitId unit, Position where, Instant at, String words) {
        calls.add(new Called(unit, where, words));
    }

    @Override
    public void close() {
        server.close();
    }
}
