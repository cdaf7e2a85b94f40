package org.entente.feeds;

import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.entente.feeds.CotCounters.Refusal;
import org.entente.feeds.CotTasks.Verdict;
import org.entente.kernel.Position;
import org.entente.kernel.TaskId;
import org.entente.kernel.UnitId;
import org.entente.picture.Intake;

/// Who is on the air, where everything was last, and who gets what.
///
/// One lock around every decision about routing, held for the time of putting messages into queues: what one client sends reaches
/// every other in the order sent, and a newcomer's last known positions come before anything newer. Parsing, encoding, writing and
/// the centre's listeners are outside it.
final class CotHub {

    private static final System.Logger LOG = System.getLogger(CotHub.class.getName());
    private static final int MOST_KNOWN = 4096;

    private record Known(CotMessage message, List<String> groups) {}

    private final CotSettings settings;
    private final GroupPolicy policy;
    private final InstantSource clock;
    private final Intake intake;
    private final CotReplies replies;
    private final CotCounters counters;
    private final CotTasks tasks = new CotTasks();
    private final List<CotClient> clients = new ArrayList<>();
    private final Map<UnitId, CotClient> onAir = new HashMap<>();
    private final Map<String, CotClient> certified = new HashMap<>();
    private final Map<String, Known> known = new LinkedHashMap<>();

    CotHub(CotSettings settings, GroupPolicy policy, InstantSource clock, Intake intake, CotReplies replies,
        CotCounters counters) {
        this.settings = settings;
        this.policy = policy;
        this.clock = clock;
        this.intake = intake;
        this.replies = replies;
        this.counters = counters;
    }

    /// Takes a client in and offers it protobuf.
    synchronized void join(CotClient client) {
        clients.add(client);
        client.certificate.ifPresent(name -> {
            client.unit = Optional.of(unit(name));
            onAir.put(client.unit.get(), client);
            certified.put(name, client);
        });
        client.send(control("t-x-takp-v",
            "<TakControl><TakProtocolSupport version=\"1\"/><TakServerVersionInfo serverVersion=\"entente-0.1\" apiVersion=\"3\"/></TakControl>"));
    }

    /// Lets a client go: its group and the picture learn that the unit left the air.
    void leave(CotClient client) {
        Optional<UnitId> gone;
        synchronized (this) {
            clients.remove(client);
            certified.values().removeIf(holder -> holder == client);
            gone = client.unit.filter(unit -> onAir.remove(unit, client));
            if (!client.device.isEmpty() && clients.stream().noneMatch(other -> other.device.equals(client.device))) {
                known.remove(client.device);
                CotMessage left = control("t-x-d-d", "<link uid=\"" + CotText.escape(client.device)
                    + "\" relation=\"p-p\" type=\"" + CotText.escape(client.type) + "\"/>");
                clients.stream().filter(other -> other.hears(client.groups)).forEach(other -> other.send(left));
            }
        }
        if (!client.device.isEmpty()) {
            gone.ifPresent(unit -> guarded(() -> intake.gone(unit)));
        }
    }

    /// One event from a client, on its reader's thread.
    void arrived(CotClient client, CotMessage message) {
        CotEvent event = message.event;
        if (event.isControl()) {
            control(client, event);
        } else if (event.type().startsWith("t-")) {
            counters.count(Refusal.NOT_YOURS); // tasks come from the centre alone: nobody can order a unit about in its name
        } else if (event.type().startsWith("y-")) {
            answer(client, event);
        } else {
            pass(client, message);
        }
    }

    private void control(CotClient client, CotEvent event) {
        switch (event.type()) {
            case "t-x-c-t" -> client
                .send(CotMessage.of(CotEvent.own("takPong", "t-x-c-t-r", "h-g-i-g-o", clock.millis(), 20_000, "")));
            case "t-x-takp-q" -> {
                boolean version1 = event.detail().find("TakControl").stream()
                    .flatMap(control -> control.children().stream())
                    .anyMatch(
                        request -> request.name().equals("TakRequest") && request.attribute("version").equals("1"));
                CotEvent answer = control("t-x-takp-r",
                    "<TakControl><TakResponse status=\"" + version1 + "\"/></TakControl>").event;
                if (version1) {
                    client.turnToProtobuf(CotMessage.turningToProtobuf(answer));
                } else {
                    client.send(CotMessage.of(answer));
                }
            }
            default -> {
            }
        }
    }

    private void answer(CotClient client, CotEvent event) {
        Verdict verdict;
        synchronized (this) {
            verdict = tasks.answer(event, client.unit);
        }
        switch (verdict) {
            case Verdict.Moves(var task, var reply, var words) ->
                guarded(() -> replies.replied(task, client.unit.orElseThrow(), reply, clock.instant(), words));
            case Verdict.Again() -> counters.count(Refusal.DUPLICATE);
            case Verdict.NotYours() -> counters.count(Refusal.NOT_YOURS);
            case Verdict.Status() -> {
            }
        }
    }

    private void pass(CotClient client, CotMessage message) {
        CotEvent event = message.event;
        boolean news;
        synchronized (this) {
            if (event.isAtom() && isHeldByAnother(client, event.uid())) {
                counters.count(Refusal.IMPOSTOR);
                return;
            }
            if (event.isFriend() && client.device.isEmpty()) {
                report(client, event);
            } else if (event.uid().equals(client.device)) {
                client.callsign = event.detail().value("contact", "callsign");
            }
            news = event.isAtom() && event.hasRealPoint() && remember(client, message);
            relay(client, message);
        }
        if (event.isEmergency()) {
            emergency(client, event);
        } else if (news && event.isFriend()) {
            sight(client, event);
        }
    }

    private boolean isHeldByAnother(CotClient client, String uid) {
        CotClient holder = certified.get(uid);
        return holder != null && holder != client && !holder.certificate.equals(client.certificate);
    }

    /// The self report: who it is, then what it has missed.
    private void report(CotClient client, CotEvent event) {
        client.device = event.uid();
        client.callsign = event.detail().value("contact", "callsign");
        client.type = event.type();
        if (client.unit.isEmpty()) {
            client.unit = Optional.of(unit(event.uid()));
        } else {
            certified.put(client.device, client);
        }
        UnitId unit = client.unit.get();
        onAir.put(unit, client);
        long now = clock.millis();
        for (Known last : known.values()) {
            if (last.message.event.stale() > now && client.hears(last.groups)
                && !last.message.event.uid().equals(client.device)) {
                client.send(last.message);
            }
        }
        tasks.cancelled(unit).forEach(client::send);
        tasks.open(unit).forEach(client::send);
    }

    /// True when the position is news: in time, and later than the last.
    private boolean remember(CotClient client, CotMessage message) {
        CotEvent event = message.event;
        Known last = known.get(event.uid());
        if (Math.abs(event.time() - clock.millis()) > settings.tolerance().toMillis()
            || last != null && event.time() < last.message.event.time()) {
            counters.count(Refusal.LATE);
            return false;
        }
        if (last != null && event.time() == last.message.event.time()) {
            counters.count(Refusal.DUPLICATE);
            return false;
        }
        known.remove(event.uid());
        known.put(event.uid(), new Known(message, client.groups));
        if (known.size() > MOST_KNOWN) {
            known.remove(known.keySet().iterator().next());
        }
        return true;
    }

    private void relay(CotClient from, CotMessage message) {
        List<CotElement> addressed = message.event.detail().find("marti").map(CotElement::children).orElse(List.of())
            .stream()
            .filter(child -> child.name().equals("dest")).toList();
        for (CotClient client : clients) {
            if (client != from && client.hears(from.groups)
                && (addressed.isEmpty() || addressed.stream().anyMatch(dest -> isFor(client, dest)))) {
                client.send(message);
            }
        }
    }

    private static boolean isFor(CotClient client, CotElement dest) {
        return !client.device.isEmpty() && client.device.equals(dest.attribute("uid"))
            || !client.callsign.isEmpty() && client.callsign.equals(dest.attribute("callsign"));
    }

    private void sight(CotClient client, CotEvent event) {
        boolean own = event.uid().equals(client.device);
        UnitId unit = own ? client.unit.orElseThrow() : unit(event.uid());
        if (!own && !policy.mayReport(client.certificate, unit)) {
            return;
        }
        String callsign = event.detail().value("contact", "callsign");
        Intake.Sighting sighting = new Intake.Sighting(unit,
            callsign.isBlank() ? unit.text() : callsign.substring(0, Math.min(120, callsign.length())),
            event.type(), new Position(event.lat(), event.lon()), event.detail().number("track", "course"),
            event.detail().number("track", "speed"),
            Instant.ofEpochMilli(event.time()), Instant.ofEpochMilli(event.stale()));
        guarded(() -> {
            if (!intake.sighted(sighting)) {
                counters.count(Refusal.PICTURE_FULL);
            }
        });
    }

    private void emergency(CotClient client, CotEvent event) {
        String said = event.detail().find("emergency").map(CotElement::text).filter(text -> !text.isBlank())
            .or(() -> event.detail().find("remarks").map(CotElement::text)).orElse("").strip();
        UnitId unit = client.unit.orElseGet(() -> unit(
            event.detail().value("link", "uid").isEmpty() ? event.uid() : event.detail().value("link", "uid")));
        guarded(() -> replies.emergency(unit, where(client, event), clock.instant(),
            said.substring(0, Math.min(1000, said.length()))));
    }

    /// Where help is needed: the point of the call, or where the caller was last.
    private synchronized Position where(CotClient client, CotEvent event) {
        Known last = known.get(client.device);
        CotEvent best = event.hasRealPoint() || last == null ? event : last.message.event;
        return new Position(best.lat(), best.lon());
    }

    /// Gives a task to a unit, now or when it comes on the air. A task given before is not given again.
    synchronized void task(CotTask task) {
        tasks.give(task, clock.millis()).ifPresent(
            message -> Optional.ofNullable(onAir.get(task.unit())).ifPresent(client -> client.send(message)));
    }

    /// Takes a task back; without effect when it is unknown.
    synchronized void cancel(TaskId task) {
        tasks.cancel(task, clock.millis()).ifPresent(unit -> Optional.ofNullable(onAir.get(unit))
            .ifPresent(client -> tasks.cancelled(unit).forEach(client::send)));
    }

    synchronized int size() {
        return clients.size();
    }

    synchronized List<CotClient> all() {
        return List.copyOf(clients);
    }

    private CotMessage control(String type, String detail) {
        return CotMessage.of(CotEvent.own(UUID.randomUUID().toString(), type,
            type.equals("t-x-d-d") ? "h-g-i-g-o" : "m-g", clock.millis(), 60_000, detail));
    }

    /// A client's name as a unit's: itself where it may stand, else its digest.
    static UnitId unit(String uid) {
        try {
            return new UnitId(uid);
        } catch (IllegalArgumentException e) {
            try {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(uid.getBytes(StandardCharsets.UTF_8));
                return new UnitId("cot:" + HexFormat.of().formatHex(digest, 0, 16));
            } catch (NoSuchAlgorithmException impossible) {
                throw new AssertionError("every Java has SHA-256", impossible);
            }
        }
    }

    /// Nothing that fails inside the centre may stop a feed.
    private void guarded(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            counters.count(Refusal.FAULT);
            LOG.log(Level.WARNING, "the centre failed on a CoT event", e);
        }
    }
}
