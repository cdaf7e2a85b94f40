package org.entente.feeds;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.entente.feeds.SapientFault.Refused;
import org.entente.feeds.SapientNodes.Admission;
import org.entente.feeds.SapientNodes.Node;
import org.entente.kernel.Text;
import org.entente.picture.Intake.Reading;

/// What is said on one connection: a registration first, then health, detections and alerts.
///
/// For one thread, but for [#unregisteredFor(long)].
final class SapientConversation {

    /// So many messages in a row that are no protobuf end the connection.
    static final int UNREADABLE_IN_A_ROW = 8;

    private static final SapientFault UNREADABLE = new SapientFault("message", "protobuf",
        new Text("is not a SapientMessage", "n’est pas un SapientMessage"));
    private static final Text NOTHING_TO_KEEP = new Text(
        "not kept: the centre keeps alerts that name a fault of the node or the place of a warning",
        "non conservée : le centre conserve les alertes d’une panne du nœud et celles qui situent une menace");
    private static final Text NOT_KEPT = new Text("not kept: the centre failed; say it again",
        "non conservée : défaillance du centre ; la répéter");
    private static final Logger LOG = System.getLogger("entente.sapient");

    /// A node that may speak.
    private record Registered(Node node, String nodeId, SapientPlaces places, boolean reidentifies) {}

    private final SapientParts parts;
    private final SapientConnection connection;
    private final SapientKeeper keeper;
    private final SapientScan scan = new SapientScan();
    private volatile Optional<Registered> registered = Optional.empty();
    private volatile long unregisteredSince = System.nanoTime();
    private int unreadableInARow;
    private long lostBefore;

    SapientConversation(SapientParts parts, SapientConnection connection) {
        this.parts = parts;
        this.connection = connection;
        this.keeper = new SapientKeeper(parts.intake(), parts.counters());
    }

    /// How many nanoseconds it has been without an accepted registration, 0 with one. From any thread.
    long unregisteredFor(long nanoTime) {
        return registered.isPresent() ? 0 : nanoTime - unregisteredSince;
    }

    /// Takes one message. False: nobody knows any more where messages begin.
    boolean message(byte[] bytes) throws IOException, InterruptedException {
        parts.counters().messages.increment();
        try {
            var message = parts.icd().parse(bytes);
            unreadableInARow = 0;
            var faults = parts.rules().check(message);
            if (!faults.isEmpty()) {
                refuse(bytes, faults);
                return true;
            }
            sound(new SapientFields(message));
        } catch (InvalidProtocolBufferException notReadable) {
            refuse(bytes, List.of(UNREADABLE));
            return ++unreadableInARow < UNREADABLE_IN_A_ROW;
        } catch (Refused refused) {
            refuse(bytes, List.of(refused.fault()));
        } catch (RuntimeException fault) { // the edge: one message may not end a feed
            parts.counters().faults.increment();
            LOG.log(Level.WARNING, "the centre failed on a SAPIENT message: " + fault.getClass().getName());
        }
        return true;
    }

    private void refuse(byte[] bytes, List<SapientFault> faults) throws IOException {
        parts.counters().malformed(faults.getFirst().rule());
        connection.send(parts.replies().error(registered.map(Registered::nodeId).orElse(""), bytes, faults));
    }

    private void sound(SapientFields fields) throws Refused, IOException, InterruptedException {
        var nodeId = fields.text("node_id");
        var at = fields.time("timestamp");
        onTime(at);
        var content = fields.chosen("content");
        var said = fields.part(content).orElseThrow();
        switch (content) {
            case "registration" -> register(said, nodeId);
            case "status_report" -> status(said, at, speaker(nodeId));
            case "detection_report" -> detection(said, at, speaker(nodeId));
            case "alert" -> alert(said, at, speaker(nodeId));
            case "task_ack", "alert_ack", "error" -> speaker(nodeId); // an answer that nobody waits for
            default -> throw new Refused(content, "direction", "is what a fusion node says to an edge node",
                "est ce qu’un nœud de fusion dit à un nœud capteur");
        }
    }

    private void onTime(Instant at) throws Refused {
        var now = parts.clock().instant();
        if (at.isAfter(now.plus(parts.settings().ahead())) || at.isBefore(now.minus(parts.settings().late()))) {
            throw new Refused("timestamp", "clock", "is too far from the clock of the centre, which says " + now,
                "est trop loin de l’horloge du centre, qui indique " + now);
        }
    }

    private Registered speaker(String nodeId) throws Refused {
        var speaker = registered.orElseThrow(() -> new Refused("message", "unregistered",
            "must come after a Registration that was accepted", "doit suivre un enregistrement accepté"));
        if (!speaker.nodeId().equalsIgnoreCase(nodeId)) {
            throw new Refused("node_id", "node", "must be the one of the Registration on this connection",
                "doit être celui de l’enregistrement de cette connexion");
        }
        return speaker;
    }

    private void register(SapientFields said, String nodeId) throws IOException, InterruptedException {
        var profile = SapientProfile.of(said);
        end();
        switch (parts.nodes().register(said.text("name"), said.text("short_name"), nodeId, connection)) {
            case Admission.Refused(Text why) -> {
                parts.counters().notAccepted.increment();
                connection.send(parts.replies().notRegistered(nodeId, why));
            }
            case Admission.Admitted(Node node) -> {
                registered = Optional.of(new Registered(node, nodeId,
                    new SapientPlaces(node.where(), profile.utmZone(), profile.errorsInMetres()),
                    profile.reidentifies()));
                connection.hush(longer(parts.settings().silence(), profile.statusInterval().multipliedBy(3)));
                connection.send(parts.replies().registered(nodeId));
            }
        }
    }

    private static Duration longer(Duration usual, Duration wished) {
        var most = wished.compareTo(Duration.ofHours(1)) > 0 ? Duration.ofHours(1) : wished;
        return most.compareTo(usual) > 0 ? most : usual;
    }

    private void status(SapientFields said, Instant at, Registered by) throws InterruptedException {
        boolean fault = said.text("system").equals("SYSTEM_ERROR") || said.text("system").equals("SYSTEM_GOODBYE")
            || said.parts("status").stream()
                .anyMatch(one -> one.text("status_level").equals("STATUS_LEVEL_ERROR_STATUS")
                    || one.text("status_type").equals("STATUS_TYPE_NOT_DETECTING"));
        health(at, by, fault);
    }

    private void health(Instant at, Registered by, boolean fault) throws InterruptedException {
        endScan(by);
        keeper.add(new Reading(by.node().health(), at, fault ? "\"FAULT\"" : "\"OK\"", Double.NaN), 0);
    }

    private void detection(SapientFields said, Instant at, Registered by) throws Refused, InterruptedException {
        parts.counters().personal.add(SapientDetection.personalAttributes(said, by.reidentifies()));
        var detection = SapientDetection.of(said, by.places(), by.reidentifies());
        if (!by.node().memory().isNew(said.text("report_id"))) {
            parts.counters().duplicates.increment();
        } else if (said.text("state").toLowerCase(Locale.ROOT).contains("lost")) {
            parts.counters().gone.increment(); // where it was, not where it is
        } else {
            detected(detection, at, by);
        }
    }

    private void detected(SapientDetection detection, Instant at, Registered by) throws InterruptedException {
        parts.counters().detections.increment();
        var before = scan.add(at, detection.json());
        if (before.isPresent()) {
            add(before.get(), by);
        }
    }

    /// An alert is acknowledged when it is in the record, and only if something of it is there to be kept.
    private void alert(SapientFields said, Instant at, Registered by)
        throws Refused, IOException, InterruptedException {
        parts.counters().personal
            .add(said.count("associated_file") + (said.text("description").isEmpty() ? 0 : 1));
        long lost = keeper.lost();
        boolean worthy = worthKeeping(said, at, by);
        pause();
        var refusal = !worthy
            ? Optional.of(NOTHING_TO_KEEP)
            : keeper.lost() > lost ? Optional.of(NOT_KEPT) : Optional.<Text>empty();
        connection.send(parts.replies().alertAnswered(by.nodeId(), said.text("alert_id"), refusal));
    }

    private boolean worthKeeping(SapientFields said, Instant at, Registered by) throws Refused, InterruptedException {
        boolean over = said.text("status").equals("ALERT_STATUS_CLEAR")
            || said.text("status").equals("ALERT_STATUS_REJECT") || said.text("status").equals("ALERT_STATUS_IGNORE");
        return switch (said.text("alert_type")) {
            case "ALERT_TYPE_ERROR", "ALERT_TYPE_FATAL" -> {
                health(at, by, !over);
                yield true;
            }
            case "ALERT_TYPE_WARNING", "ALERT_TYPE_CRITICAL" -> {
                boolean placed = !over && !said.chosen("location_oneof").isEmpty();
                if (placed) {
                    warned(said, at, by);
                }
                yield placed;
            }
            default -> false;
        };
    }

    /// One place told by itself: no look of the sensor, so nobody else was missed.
    private void warned(SapientFields said, Instant at, Registered by) throws Refused, InterruptedException {
        var where = new SapientDetection(Optional.empty(), by.places().place(said, "alert"), said.number("confidence"),
            Map.of());
        if (by.node().memory().isNew(said.text("alert_id"))) {
            parts.counters().detections.increment();
            endScan(by);
            add(new SapientScan.Scan(at, where.json(), 1), by);
        } else {
            parts.counters().duplicates.increment();
        }
    }

    /// Nothing more is there to be read for now: what was gathered goes into the record.
    void pause() throws InterruptedException {
        if (registered.isPresent()) {
            endScan(registered.get());
            keeper.keep();
            if (keeper.lost() > lostBefore) {
                lostBefore = keeper.lost();
                registered.get().node().memory().forgetReports(); // what was lost may be said again
            }
        }
    }

    /// The node has left, or registers anew.
    void end() throws InterruptedException {
        pause();
        registered.ifPresent(by -> parts.nodes().leave(by.node().sensor(), connection));
        unregisteredSince = System.nanoTime();
        registered = Optional.empty();
    }

    private void endScan(Registered by) throws InterruptedException {
        var gathered = scan.end();
        if (gathered.isPresent()) {
            add(gathered.get(), by);
        }
    }

    private void add(SapientScan.Scan gathered, Registered by) throws InterruptedException {
        keeper.add(new Reading(by.node().detection(), by.node().memory().free(gathered.at()), gathered.result(),
            gathered.detections()), gathered.detections());
    }
}
