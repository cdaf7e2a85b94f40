package org.entente.server;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import org.entente.feeds.CotReplies;
import org.entente.feeds.CotServer;
import org.entente.feeds.CotTask;
import org.entente.kernel.Actor;
import org.entente.kernel.AgencyId;
import org.entente.kernel.DeskId;
import org.entente.kernel.IncidentId;
import org.entente.kernel.Marking;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Position;
import org.entente.kernel.Purpose;
import org.entente.kernel.TaskId;
import org.entente.kernel.Text;
import org.entente.kernel.UnitId;
import org.entente.operations.Dispatch;
import org.entente.operations.Incident;
import org.entente.operations.Operations;
import org.entente.operations.OperationsEvent.OfAlarm;
import org.entente.operations.Task;
import org.entente.operations.UnitReply;
import org.entente.store.StoreAway;
import org.entente.web.Reference;

/// Tasks go out to the units over CoT and their answers come back. Safe from any thread.
final class UnitsOverCot implements Dispatch, CotReplies {

    private static final int TRIES = 240;

    private final Reference reference;
    private final Queue<CotTask> early = new ArrayDeque<>();
    private Optional<CotServer> cot = Optional.empty();
    private Optional<Operations> operations = Optional.empty();

    UnitsOverCot(Reference reference) {
        this.reference = reference;
    }

    /// Joins the two ends; sends what was approved before the feed was there.
    synchronized void join(Operations business, CotServer feed) {
        operations = Optional.of(business);
        cot = Optional.of(feed);
        early.forEach(feed::task);
        early.clear();
    }

    @Override
    public synchronized void send(Task task, Incident incident) {
        var kind = reference.kindName(incident.kind());
        var instruction = reference.instructionName(task.instruction());
        var words = new Text(
            instruction.english() + ". " + kind.english() + ", " + incident.placeName().english() + "."
                + tail(task.note()),
            instruction.french() + ". " + kind.french() + ", " + incident.placeName().french() + "."
                + tail(task.note()));
        var order = new CotTask(new TaskId(task.id()), new UnitId(task.unit()), new IncidentId(incident.id()),
            task.instruction(), words, task.note(),
            new Position(incident.lat(), incident.lon()));
        cot.ifPresentOrElse(feed -> feed.task(order), () -> early.add(order));
    }

    private static String tail(String note) {
        return note.isBlank() ? "" : " " + note;
    }

    @Override
    public synchronized void recall(Task task) {
        early.removeIf(waiting -> waiting.task().text().equals(task.id()));
        cot.ifPresent(feed -> feed.cancel(new TaskId(task.id())));
    }

    @Override
    public void replied(TaskId task, UnitId unit, Reply reply, Instant at, String words) {
        untilWritten(business -> business.replied(actor(unit), unit.text(), task.text(),
            UnitReply.valueOf(reply.name()), words));
    }

    @Override
    public void emergency(UnitId unit, Position where, Instant at, String words) {
        var id = "UNIT_EMERGENCY:" + unit.text() + ":" + at.getEpochSecond() / 600;
        var name = reference.kindName("UNIT_EMERGENCY");
        var raised = new OfAlarm.Raised(id, "unit-911", "UNIT_EMERGENCY", true, 1, unit.text(),
            new Text("Unit " + unit, "Unité " + unit), "",
            where.lat(), where.lon(), at, new Text(name.english() + ": " + unit + " calls for help" + tail(words),
                name.french() + " : " + unit + " appelle à l'aide" + tail(words)),
            java.util.List.of());
        untilWritten(business -> business.raise(raised, Marking.wholeCentre(new AgencyId("CENTRE"))));
    }

    private interface Act {
        void on(Operations business);
    }

    /// A unit says a thing once: while the record is away its words wait here, on the thread of its own connection.
    private void untilWritten(Act act) {
        var business = joined();
        for (int attempt = 1;; attempt++) {
            try {
                act.on(business);
                return;
            } catch (StoreAway away) {
                if (attempt == TRIES) {
                    throw away;
                }
                pause();
            }
        }
    }

    private synchronized Operations joined() {
        return operations.orElseThrow();
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for the record", stopping);
        }
    }

    private Actor actor(UnitId unit) {
        for (var node : reference.list("units")) {
            if (node.get("id").asString().equals(unit.text())) {
                return new Actor(new OfficerId("unit:" + unit), new DeskId("FIELD"),
                    new AgencyId(node.get("agency").asString()), node.get("state").asString(), Purpose.OPERATIONS);
            }
        }
        return Actor.centre("unit");
    }
}
