package org.entente.server;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// What the centre does by itself every second: seals, snapshots, figures. One thread; a failure is written down and the
/// next second tries again.
final class Housekeeping implements AutoCloseable {

    private static final Logger LOG = System.getLogger("entente.housekeeping");

    private final ScheduledExecutorService timer = Executors
        .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("housekeeping").factory());

    void everySecond(String what, Runnable duty) {
        timer.scheduleWithFixedDelay(() -> attempt(what, duty), 1, 1, TimeUnit.SECONDS);
    }

    private static void attempt(String what, Runnable duty) {
        try {
            duty.run();
        } catch (RuntimeException fault) { // the edge: the timer would end without a word
            LOG.log(Level.WARNING, what + " must wait: " + fault.getMessage());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        try {
            timer.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
