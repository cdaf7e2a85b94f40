package org.entente.field;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/// The safeguarding lead's night: every concern is accepted and referred to the service that fits.
final class Safeguarding {

    private static final Duration ACCEPT = Duration.ofMinutes(2);
    private static final Duration REFER = Duration.ofMinutes(6);
    private static final Map<String, String> SERVICES = Map.of("CHILD_ALONE", "CHILD_PROTECTION",
        "VICTIM_OF_TRAFFICKING", "ANTI_TRAFFICKING",
        "MEDICAL", "MEDICAL", "VULNERABLE_ADULT", "DAY_CENTRE", "SEPARATED_FAMILY", "FAMILY_TRACING");

    private final Desk desk;
    private final NightClock clock;
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger referred = new AtomicInteger();

    Safeguarding(Desk desk, NightClock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /// Looks after one concern from now on.
    void follow(String receipt, String category) {
        open.incrementAndGet();
        Thread.ofVirtual().name("concern").start(() -> {
            try {
                refer("/api/protection/concerns/" + receipt, SERVICES.getOrDefault(category, "PLACE_OF_SAFETY"));
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            } finally {
                open.decrementAndGet();
            }
        });
    }

    int open() {
        return open.get();
    }

    int referred() {
        return referred.get();
    }

    private void refer(String concern, String service) throws InterruptedException {
        clock.sleep(ACCEPT);
        var accepted = desk.post(concern + "/accept", JsonMapper.shared().createObjectNode());
        clock.sleep(REFER);
        var reply = desk.post(concern + "/refer", JsonMapper.shared().createObjectNode().put("service", service));
        if (reply.fine()) {
            referred.incrementAndGet();
        } else {
            System.err.println("a concern was not referred: accept " + accepted.status() + ", refer " + reply.status()
                + " " + Desk.said(reply.body()));
        }
    }
}
