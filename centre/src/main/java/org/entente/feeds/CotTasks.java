package org.entente.feeds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.feeds.CotReplies.Reply;
import org.entente.kernel.TaskId;
import org.entente.kernel.Text;
import org.entente.kernel.UnitId;

/// The tasks the units have, what they said to them, and what still has to be sent. One thread at a time.
final class CotTasks {

    /// Finished tasks are forgotten when there are so many, open ones never.
    private static final int MOST = 10_000;
    private static final long LASTS = 24L * 3600 * 1000;

    /// What an answer is worth.
    sealed interface Verdict {

        /// It moves the task on.
        record Moves(TaskId task, Reply reply, String words) implements Verdict {}

        /// Said before.
        record Again() implements Verdict {}

        /// Not a task of this unit, or no task at all.
        record NotYours() implements Verdict {}

        /// No effect on a task, though it is one of ours.
        record Status() implements Verdict {}
    }

    private record Given(CotTask task, CotMessage message, Optional<Reply> said, boolean cancelled) {}

    private final Map<String, Given> given = new LinkedHashMap<>();

    /// Takes a task in; empty when the unit has it already.
    Optional<CotMessage> give(CotTask task, long now) {
        if (given.containsKey(task.task().text())) {
            return Optional.empty();
        }
        if (given.size() >= MOST) {
            given.values().removeIf(
                one -> one.said.isPresent() && one.said.get() != Reply.RECEIVED && one.said.get() != Reply.ACCEPTED);
        }
        CotMessage message = message(task, now);
        given.put(task.task().text(), new Given(task, message, Optional.empty(), false));
        return Optional.of(message);
    }

    /// Takes a task back; empty when it is unknown. The cancelling waits in [#cancelled].
    Optional<UnitId> cancel(TaskId id, long now) {
        Given old = given.get(id.text());
        if (old == null || old.cancelled) {
            return Optional.empty();
        }
        given.put(id.text(), new Given(old.task, cancelling(old.task, now), old.said, true));
        return Optional.of(old.task.unit());
    }

    /// The cancellings a unit has not been told, oldest first; each is given once and then forgotten with its task.
    List<CotMessage> cancelled(UnitId unit) {
        List<CotMessage> told = new ArrayList<>();
        given.values().removeIf(one -> one.cancelled && one.task.unit().equals(unit) && told.add(one.message));
        return told;
    }

    /// The tasks that still want an answer from the unit, oldest first.
    List<CotMessage> open(UnitId unit) {
        return given.values().stream().filter(one -> one.task.unit().equals(unit) && !one.cancelled)
            .filter(one -> one.said.isEmpty() || one.said.get() == Reply.RECEIVED).map(Given::message).toList();
    }

    /// Weighs an event of type `y-…` from a unit.
    Verdict answer(CotEvent event, Optional<UnitId> from) {
        String named = event.detail().more().stream()
            .filter(link -> link.name().equals("link") && link.attribute("relation").equals("p-t"))
            .map(link -> link.attribute("uid")).findFirst().orElse(event.uid());
        Given one = given.get(named);
        if (one == null || one.cancelled || from.isEmpty() || !from.get().equals(one.task.unit())) {
            return new Verdict.NotYours();
        }
        Optional<Reply> reply = reply(event.type());
        if (reply.isEmpty()) {
            return new Verdict.Status();
        }
        if (one.said.isPresent() && !follows(one.said.get(), reply.get())) {
            return new Verdict.Again();
        }
        given.put(named, new Given(one.task, one.message, reply, false));
        String words = event.detail().find("remarks").map(remarks -> remarks.text().strip()).orElse("");
        return new Verdict.Moves(one.task.task(), reply.get(),
            words.length() <= 1000 ? words : words.substring(0, 1000));
    }

    private static Optional<Reply> reply(String type) {
        return type.startsWith("y-a-r")
            ? Optional.of(Reply.RECEIVED)
            : type.startsWith("y-a-w")
                ? Optional.of(Reply.ACCEPTED)
                : type.startsWith("y-c-f")
                    ? Optional.of(Reply.UNABLE)
                    : type.startsWith("y-c-s") ? Optional.of(Reply.DONE) : Optional.empty();
    }

    private static boolean follows(Reply said, Reply now) {
        return switch (said) {
            case RECEIVED -> now != Reply.RECEIVED;
            case ACCEPTED -> now == Reply.UNABLE || now == Reply.DONE;
            case UNABLE, DONE -> false;
        };
    }

    private static CotMessage message(CotTask task, long now) {
        Text words = task.words();
        return own("t-r", task, now,
            "<link uid=\"" + task.unit() + "\" relation=\"t-s\" type=\"a-f-G\"/><link uid=\"" + task.incident()
                + "\" relation=\"t-p-r\" type=\"b-r\"/><remarks>EN: " + CotText.escape(words.english()) + "&#10;FR : "
                + CotText.escape(words.french())
                + "</remarks>" + structured(task));
    }

    private static CotMessage cancelling(CotTask task, long now) {
        return own("t-z", task, now,
            "<link uid=\"" + task.task() + "\" relation=\"p-t\" type=\"t-r\"/>" + structured(task));
    }

    private static String structured(CotTask task) {
        String note = task.note().isBlank() ? "" : "<note>" + CotText.escape(task.note()) + "</note>";
        return "<__task id=\"" + task.task() + "\" unit=\"" + task.unit() + "\" incident=\"" + task.incident()
            + "\" instruction=\""
            + CotText.escape(task.instruction()) + "\"><text lang=\"en\">" + CotText.escape(task.words().english())
            + "</text><text lang=\"fr\">"
            + CotText.escape(task.words().french()) + "</text>" + note + "</__task>";
    }

    private static CotMessage own(String type, CotTask task, long now, String detail) {
        return CotMessage.of(CotEvent.at(task.task().text(), type, "h-g-i-g-o", now, LASTS, task.where().lat(),
            task.where().lon(), detail));
    }
}
