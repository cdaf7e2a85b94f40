package org.entente.operations;

import static java.util.Objects.requireNonNull;
import static org.entente.operations.OperationsCodec.CODEC;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.entente.journal.Entry;
import org.entente.journal.Journal;
import org.entente.journal.StreamMoved;
import org.entente.kernel.Actor;
import org.entente.kernel.Answer;
import org.entente.kernel.Marking;
import org.entente.kernel.Position;
import org.entente.kernel.StreamId;
import org.entente.kernel.Text;
import org.entente.picture.Grounds;
import org.entente.operations.OperationsEvent.OfAlarm;
import org.entente.operations.OperationsEvent.OfIncident;
import org.entente.operations.OperationsEvent.OfSuppression;
import org.entente.operations.OperationsEvent.OfTask;

/// Alarms, incidents, tasks and command: the one door of this module.
///
/// Source: JD2015 §12(iii), §15(i), §15(iv). Threads: any; one wish at a time. Every wish that is allowed is one entry
/// of the journal and durable before the answer; one that is not allowed writes nothing.
public final class Operations {

    private static final Actor CENTRE = Actor.centre("operations");

    private final Journal journal;
    private final InstantSource clock;
    private final Procedures procedures;
    private final Dispatch dispatch;
    private final Board board = new Board();
    private final java.util.Map<StreamId, Long> versions = new java.util.HashMap<>();
    private final List<Consumer<Board.Changed>> watchers = new ArrayList<>();
    private boolean doubtful;

    /// Opens the module on its journal, rebuilds the board from it, and ends what a stop cut in two.
    public Operations(Journal journal, InstantSource clock, Procedures procedures, Dispatch dispatch) {
        this.journal = requireNonNull(journal, "journal");
        this.clock = requireNonNull(clock, "clock");
        this.procedures = requireNonNull(procedures, "procedures");
        this.dispatch = requireNonNull(dispatch, "dispatch");
        journal.replay(this::on);
        reopenWhatWasCut();
        board.tasks().stream().filter(task -> task.state().underWay())
            .forEach(task -> dispatch.send(task, board.incident(task.incident()).orElseThrow()));
    }

    /// Calls `watcher` after every change of the board, with the board locked: be quick.
    public synchronized void watch(Consumer<Board.Changed> watcher) {
        watchers.add(watcher);
    }

    /// Reads the board while nobody changes it.
    public synchronized <T> T read(Function<Board, T> question) {
        return question.apply(board);
    }

    /// Settles what a failed append left open; called every second. Does nothing when nothing is open.
    public synchronized void settle() {
        if (doubtful) {
            catchUp();
        }
    }

    /// Lets time pass for what was set aside: shelves and suppressions whose time is over end, as facts of the journal, so that
    /// a replay needs no clock. Called every second.
    public synchronized void passTo(Instant now) {
        for (var suppression : board.suppressions()) {
            if (suppression.stands() && !now.isBefore(suppression.until())) {
                write(suppression(suppression.id()), CENTRE, new OfSuppression.Ended(), suppression.marking(),
                    suppression.id());
            }
        }
        for (var alarm : board.setAside()) {
            if (alarm.handling().shelf().filter(shelf -> !now.isBefore(shelf.until())).isPresent()) {
                write(alarm(alarm.id()), CENTRE, new OfAlarm.Unshelved(), alarm.marking(), alarm.id());
            }
        }
        release();
    }

    /// Alarms still standing whose suppression is over come back to the queue.
    private void release() {
        for (var alarm : board.setAside()) {
            var under = board.suppression(alarm.handling().suppression()).filter(one -> !one.stands());
            if (alarm.state() == Alarm.State.SUPPRESSED && under.isPresent()) {
                write(alarm(alarm.id()), CENTRE, new OfAlarm.Released(), alarm.marking(), alarm.id());
            }
        }
    }

    /// Writes an alarm that the picture raised, under the suppression by design that covers it, if one does. The same id a
    /// second time changes nothing and gives the first position.
    public synchronized Answer raise(OfAlarm.Raised raised, Marking marking) {
        return raise(raised, Optional.empty(), marking);
    }

    /// The same with the sum of reasons that stands behind it, as a second entry of the same transaction.
    public synchronized Answer raise(OfAlarm.Raised raised, Optional<Grounds> grounds, Marking marking) {
        if (board.alarm(raised.id()).isPresent()) {
            return new Answer.Done(board.position(), raised.id());
        }
        var now = now();
        var under = board.suppressions().stream().filter(one -> one.covers(raised, now)).findFirst();
        var events = new ArrayList<OperationsEvent>();
        events.add(raised.under(under.map(Suppression::id).orElse("")));
        grounds.map(OfAlarm.Weighed::new).ifPresent(events::add);
        return write(alarm(raised.id()), Actor.centre("picture"), events, marking, raised.id());
    }

    /// Writes that an alarm's condition went away by itself. Refused: unknown, or known to be away.
    public synchronized Answer returned(String alarm) {
        return decide(alarm(alarm), Actor.centre("picture"), OperationsRules.returned(board.alarm(alarm)),
            marking(board.alarm(alarm).map(Alarm::marking)), alarm);
    }

    /// Takes an alarm in hand: it becomes an incident that the desk leads. Refused: unknown, taken, dismissed, gold.
    public synchronized Answer take(By by, String alarm) {
        var now = board.alarm(alarm);
        var incident = nextIncident();
        var answer = decide(alarm(alarm), by.actor(), OperationsRules.take(now, by, incident),
            marking(now.map(Alarm::marking)), incident);
        return answer instanceof Answer.Done ? open(by.actor(), board.alarm(alarm).orElseThrow()) : answer;
    }

    /// Dismisses an alarm with a reason and a verdict. Refused: a life at risk, dealt with already, no reason, gold.
    public synchronized Answer dismiss(By by, String alarm, String reason, Verdict.Finding verdict) {
        return decideAlarm(alarm, by, now -> OperationsRules.dismiss(now, by, reason, verdict));
    }

    /// Says that an officer has seen it. Refused: unknown, acknowledged, set aside or dealt with already, gold.
    public synchronized Answer acknowledge(By by, String alarm) {
        return decideAlarm(alarm, by, now -> ShelvingRules.acknowledge(now, by));
    }

    /// Sets an alarm aside until a time. Refused: a life at risk, not waiting, over 8 hours, no reason, gold.
    public synchronized Answer shelve(By by, String alarm, String reason, Instant until) {
        return decideAlarm(alarm, by, now -> ShelvingRules.shelve(now, by, reason, until, now()));
    }

    /// Brings a shelved alarm back before its time. Refused: not shelved, gold.
    public synchronized Answer unshelve(By by, String alarm) {
        return decideAlarm(alarm, by, now -> ShelvingRules.unshelve(now, by));
    }

    /// Enters a suppression by design. Refused: not operational command, unknown place or sensor, over 7 days, no reason.
    ///
    /// @param place a place of the site plan, blank for a sensor
    /// @param sensor a sensor, blank for a place
    public synchronized Answer suppress(By by, String place, String sensor, String reason, Instant from,
        Instant until) {
        boolean known = sensor.isBlank()
            ? procedures.places().stream().anyMatch(one -> one.id().equals(place))
            : place.isBlank() && procedures.sensors().contains(sensor);
        var id = "S-%04d".formatted(board.suppressions().size() + 1);
        var entered = new OfSuppression.Entered(id, place, sensor, reason, from, until);
        return decide(suppression(id), by.actor(), ShelvingRules.suppress(by, entered, known, now()),
            Marking.wholeCentre(by.actor().agency()), id);
    }

    /// Lifts a suppression: what still stands comes back to the queue. Refused: not operational command, over already.
    public synchronized Answer lift(By by, String suppression) {
        var now = board.suppression(suppression);
        var answer = decide(suppression(suppression), by.actor(), ShelvingRules.lift(by, now),
            marking(now.map(Suppression::marking)), suppression);
        if (answer instanceof Answer.Done) {
            release();
        }
        return answer;
    }

    /// Opens an incident reported by voice. Refused: unknown kind or place, nothing said, gold.
    ///
    /// @param place a place of the site plan; where it is unknown, `where` must be given
    public synchronized Answer report(By by, String kind, Optional<String> place, Optional<Position> where,
        String text) {
        var known = procedures.kinds().stream().filter(one -> one.id().equals(kind)).findFirst();
        var site = place.flatMap(id -> procedures.places().stream().filter(one -> one.id().equals(id)).findFirst());
        if (known.isEmpty()) {
            return refused("Unknown kind of incident", "Nature d'incident inconnue");
        }
        if (site.isEmpty() && (place.isPresent() || where.isEmpty())) {
            return refused("Say where: a place of the site plan or a position",
                "Indiquez où : un lieu du plan ou une position");
        }
        var spot = where.orElseGet(() -> new Position(site.orElseThrow().lat(), site.orElseThrow().lon()));
        var id = nextIncident();
        var opened = new OfIncident.Opened(id, kind, known.get().lifeAtRisk(),
            site.map(Procedures.Place::id).orElse(""),
            site.map(Procedures.Place::name).orElse(new Text("Position given", "Position indiquée")),
            site.map(Procedures.Place::site).orElse(""),
            spot.lat(), spot.lon(), "", by.desk(), text);
        return decide(incident(id), by.actor(), OperationsRules.report(by, opened),
            Marking.wholeCentre(by.actor().agency()), id);
    }

    /// Ticks or unticks a step of the procedure. Refused: unknown or closed incident, unknown step, gold.
    public synchronized Answer tick(By by, String incident, String step, boolean done) {
        var now = board.incident(incident);
        var steps = now.map(known -> procedures.steps(known.kind())).orElse(List.of());
        return decide(incident, by, OperationsRules.tick(now, by, step, done, steps));
    }

    /// Writes a line of the log (main courante). Refused: unknown or closed incident, nothing written, gold.
    public synchronized Answer note(By by, String incident, String text) {
        return decide(incident, by, OperationsRules.note(board.incident(incident), by, text));
    }

    /// Closes an incident with its outcome. Refused: tasks still open, not the lead, unknown outcome, gold.
    public synchronized Answer close(By by, String incident, String outcome, String note) {
        if (!procedures.outcomes().contains(outcome)) {
            return refused("Unknown outcome", "Issue inconnue");
        }
        return decide(incident, by, OperationsRules.close(board.incident(incident), by, outcome, note, board.tasks()));
    }

    /// Proposes a task for a unit. Refused: unknown unit or instruction, closed incident, gold.
    public synchronized Answer propose(By by, String incident, String unit, String instruction, String note) {
        var known = procedures.units().stream().filter(one -> one.id().equals(unit)).findFirst();
        if (known.isEmpty() || !procedures.instructions().contains(instruction)) {
            return refused("Unknown unit or instruction", "Unité ou instruction inconnue");
        }
        var task = incident + "-T" + (board.incident(incident).map(now -> now.tasks().size()).orElse(0) + 1);
        var proposed = new OfTask.Proposed(task, incident, unit, known.get().callsign(), instruction, note);
        var answer = decide(incident, by, OperationsRules.propose(board.incident(incident), by, proposed));
        return answer instanceof Answer.Done(var position, _) ? new Answer.Done(position, task) : answer;
    }

    /// Approves a proposed task and sends it to its unit. Refused: not operational command, unit busy, not proposed.
    public synchronized Answer approve(By by, String task) {
        var answer = decideTask(task, by.actor(), OperationsRules.approve(board.task(task), by, board.tasks()));
        if (answer instanceof Answer.Done) {
            var approved = board.task(task).orElseThrow();
            dispatch.send(approved, board.incident(approved.incident()).orElseThrow());
        }
        return answer;
    }

    /// Declines a proposed task with a reason. Refused: not operational command, not proposed, no reason.
    public synchronized Answer decline(By by, String task, String reason) {
        return decideTask(task, by.actor(), OperationsRules.decline(board.task(task), by, reason));
    }

    /// Cancels a task with a reason and tells the unit. Refused: not operational command, ended already, no reason.
    public synchronized Answer cancel(By by, String task, String reason) {
        var answer = decideTask(task, by.actor(), OperationsRules.cancel(board.task(task), by, reason));
        if (answer instanceof Answer.Done) {
            dispatch.recall(board.task(task).orElseThrow());
        }
        return answer;
    }

    /// Writes what a unit answered. Refused: another unit's task, or nothing to answer any more.
    public synchronized Answer replied(Actor unit, String unitId, String task, UnitReply reply, String reason) {
        return decideTask(task, unit, OperationsRules.replied(board.task(task), unitId, reply, reason));
    }

    /// Sets the posture and objectives of the centre. Refused: not gold, unknown posture, too long.
    public synchronized Answer setParameters(By by, String posture, String objectives) {
        return decide(new StreamId("command/parameters"), by.actor(),
            OperationsRules.setParameters(by, posture, objectives),
            Marking.wholeCentre(by.actor().agency()), "parameters");
    }

    private Answer open(Actor lead, Alarm alarm) {
        var opened = new OfIncident.Opened(alarm.incident(), alarm.kind(), alarm.lifeAtRisk(), alarm.place(),
            alarm.placeName(),
            alarm.site(), alarm.lat(), alarm.lon(), alarm.id(), lead.desk().text(), "");
        return write(incident(alarm.incident()), lead, opened, alarm.marking(), alarm.incident());
    }

    /// A stop between "taken" and "opened" leaves an alarm whose incident is missing: the next start opens it.
    private void reopenWhatWasCut() {
        for (var alarm : board.alarms()) {
            if (!alarm.incident().isBlank() && board.incident(alarm.incident()).isEmpty()) {
                var taken = journal.stream(alarm(alarm.id())).stream()
                    .filter(entry -> entry.type().equals("alarm.taken")).findFirst().orElseThrow();
                open(taken.actor(), alarm);
            }
        }
    }

    private Answer decide(String incident, By by, Ruling ruling) {
        return decide(incident(incident), by.actor(), ruling, marking(board.incident(incident).map(Incident::marking)),
            incident);
    }

    private Answer decideAlarm(String alarm, By by, Function<Optional<Alarm>, Ruling> rule) {
        var now = board.alarm(alarm);
        return decide(alarm(alarm), by.actor(), rule.apply(now), marking(now.map(Alarm::marking)), alarm);
    }

    private Answer decideTask(String task, Actor actor, Ruling ruling) {
        var incident = board.task(task).map(Task::incident).orElse("none");
        return decide(incident(incident), actor, ruling, marking(board.incident(incident).map(Incident::marking)),
            task);
    }

    private Answer decide(StreamId stream, Actor actor, Ruling ruling, Marking marking, String id) {
        return switch (ruling) {
            case Ruling.Refuse(var reason) -> new Answer.Refused(reason);
            case Ruling.Admit(var event) -> write(stream, actor, event, marking, id);
        };
    }

    /// The grounds on which an alarm was raised, from the record; empty for an alarm without any.
    public Optional<Grounds> grounds(String alarm) {
        return journal.stream(alarm(alarm)).stream().map(CODEC::read).flatMap(Optional::stream)
            .filter(OfAlarm.Weighed.class::isInstance).map(event -> ((OfAlarm.Weighed) event).grounds()).findFirst();
    }

    private Answer write(StreamId stream, Actor actor, OperationsEvent event, Marking marking, String id) {
        return write(stream, actor, List.of(event), marking, id);
    }

    private Answer write(StreamId stream, Actor actor, List<OperationsEvent> events, Marking marking, String id) {
        if (doubtful) {
            catchUp();
            throw new StreamMoved(stream, -1, versions.getOrDefault(stream, 0L));
        }
        try {
            var entries = journal.append(stream, versions.getOrDefault(stream, 0L), actor, now(),
                events.stream().map(event -> CODEC.draft(event, marking)).toList());
            entries.forEach(this::on); // first the record, then the memory of it
            return new Answer.Done(entries.getLast().position(), id);
        } catch (RuntimeException notKnown) {
            doubtful = true; // it may have been written: what the board says is settled before anything else is decided
            throw notKnown;
        }
    }

    private void catchUp() {
        for (var page = journal.after(board.position(), 1_000); !page.isEmpty(); page = journal.after(board.position(),
            1_000)) {
            page.forEach(this::on);
        }
        doubtful = false;
        reopenWhatWasCut();
    }

    private void on(Entry entry) {
        var changed = board.apply(entry);
        if (changed.isPresent()) {
            versions.put(entry.stream(), entry.streamVersion());
            watchers.forEach(watcher -> watcher.accept(changed.get()));
        }
    }

    private String nextIncident() {
        var year = String.valueOf(clock.instant().atZone(ZoneOffset.UTC).getYear());
        int last = board.incidents().stream().map(Incident::id).filter(id -> id.startsWith(year))
            .mapToInt(id -> Integer.parseInt(id.substring(5))).max().orElse(0);
        int taken = board.alarms().stream().map(Alarm::incident).filter(id -> id.startsWith(year))
            .mapToInt(id -> Integer.parseInt(id.substring(5))).max().orElse(0);
        return "%s-%04d".formatted(year, Math.max(last, taken) + 1);
    }

    private Instant now() {
        return clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
    }

    private static StreamId alarm(String id) {
        return new StreamId("alarm/" + id);
    }

    private static StreamId suppression(String id) {
        return new StreamId("suppression/" + id);
    }

    private static StreamId incident(String id) {
        return new StreamId("incident/" + id);
    }

    private static Marking marking(Optional<Marking> known) {
        return known.orElseGet(() -> Marking.wholeCentre(Actor.centre("operations").agency()));
    }

    private static Answer refused(String english, String french) {
        return new Answer.Refused(new Text(english, french));
    }
}
