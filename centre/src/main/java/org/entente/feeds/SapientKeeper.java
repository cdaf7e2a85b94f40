package org.entente.feeds;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.entente.picture.Intake;
import org.entente.picture.Intake.Kept;
import org.entente.picture.Intake.Overloaded;
import org.entente.picture.Intake.Reading;

/// Brings the readings of one node through the gate, in their order, and waits with them when the gate is shut. For
/// one thread.
///
/// While it waits nobody reads the node's socket, so the node must wait too: SAPIENT has no acknowledgement of a
/// detection, and this
/// is what stands for it.
final class SapientKeeper {

    static final int ROOM = 64;
    private static final long LONGEST_WAIT_NANOS = 100_000_000L;
    private static final int LONGEST_PAUSE_SECONDS = 5;
    private static final Logger LOG = System.getLogger("entente.sapient");

    private final Intake intake;
    private final SapientCounters counters;
    private final List<Reading> waiting = new ArrayList<>();
    private long detections;
    private int scans;
    private long since;
    private long lost;

    SapientKeeper(Intake intake, SapientCounters counters) {
        this.intake = intake;
        this.counters = counters;
    }

    /// Puts a reading behind those that wait; keeps them when they are many or have waited for 100 ms.
    ///
    /// @param detected how many detections it holds, 0 when it is no scan
    void add(Reading reading, int detected) throws InterruptedException {
        since = waiting.isEmpty() ? System.nanoTime() : since;
        waiting.add(reading);
        detections += detected;
        scans += detected > 0 ? 1 : 0;
        if (waiting.size() >= ROOM || System.nanoTime() - since > LONGEST_WAIT_NANOS) {
            keep();
        }
    }

    /// Keeps what waits; returns after the commit, however long that takes. Readings the centre fails on are counted
    /// as lost.
    void keep() throws InterruptedException {
        if (waiting.isEmpty()) {
            return;
        }
        try {
            var readings = List.copyOf(waiting);
            var kept = kept(readings);
            counters.kept.add(detections);
            counters.scans.add(scans);
            counters.duplicates.add(kept.stream().filter(Kept::duplicate).count());
        } catch (ExecutionException | RuntimeException fault) { // the edge: what is said next must have its chance
            lost += waiting.size();
            counters.lost.add(waiting.size());
            counters.faults.increment();
            LOG.log(Level.WARNING, "the centre failed on readings of a SAPIENT node: "
                + Optional.ofNullable(fault.getCause()).orElse(fault).getClass().getName());
        } catch (InterruptedException closing) {
            counters.lost.add(waiting.size());
            throw closing;
        } finally {
            waiting.clear();
            detections = 0;
            scans = 0;
        }
    }

    /// How many readings the centre failed on.
    long lost() {
        return lost;
    }

    private List<Kept> kept(List<Reading> readings) throws InterruptedException, ExecutionException {
        while (true) {
            try {
                return intake.keep(readings).get();
            } catch (ExecutionException fault) {
                if (!(fault.getCause() instanceof Overloaded full)) {
                    throw fault;
                }
                counters.pauses.increment();
                Thread.sleep(Duration.ofSeconds(Math.clamp(full.retryAfterSeconds, 1, LONGEST_PAUSE_SECONDS)));
            }
        }
    }
}
