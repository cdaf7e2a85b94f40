package org.entente.operations;

import static org.entente.operations.Ruling.admit;
import static org.entente.operations.Ruling.refuse;

import java.util.List;
import java.util.Optional;
import org.entente.operations.By.Capacity;
import org.entente.operations.OperationsEvent.OfAlarm;
import org.entente.operations.OperationsEvent.OfIncident;
import org.entente.operations.OperationsEvent.OfTask;
import org.entente.operations.OperationsEvent.ParametersSet;

/// What the standing procedure allows: the board and a wish in, one event or one refusal out. Pure.
final class OperationsRules {

    private static final int LONGEST_TEXT = 2_000;

    private OperationsRules() {}

    static Ruling take(Optional<Alarm> now, By by, String incident) {
        return unlessGold(by, () -> now.map(alarm -> switch (alarm.state()) {
            case RAISED, ACKNOWLEDGED, RETURNED, SHELVED, SUPPRESSED -> admit(new OfAlarm.Taken(incident));
            case TAKEN -> refuse("Already taken by " + alarm.takenBy() + ", incident " + alarm.incident(),
                "Déjà prise en compte par " + alarm.takenBy() + ", incident " + alarm.incident());
            case DISMISSED -> refuse("Already dismissed by " + alarm.takenBy(), "Déjà écartée par " + alarm.takenBy());
        }).orElse(UNKNOWN_ALARM));
    }

    static Ruling dismiss(Optional<Alarm> now, By by, String reason, Verdict.Finding verdict) {
        return unlessGold(by, () -> now.map(alarm -> {
            if (alarm.lifeAtRisk()) {
                return refuse("A life may be at risk: take the alarm, and close its incident with what was found",
                    "Une vie est peut-être en danger : prenez l'alarme et clôturez l'incident avec ce qui a été constaté");
            }
            if (alarm.settled()) {
                return refuse("Already dealt with by " + alarm.takenBy(), "Déjà traitée par " + alarm.takenBy());
            }
            if (verdict == Verdict.Finding.CONFIRMED) {
                return refuse("A confirmed alarm is taken, not dismissed",
                    "Une alarme confirmée se prend en compte, elle ne s'écarte pas");
            }
            return withText(reason, "Say why the alarm is dismissed", "Indiquez pourquoi l'alarme est écartée",
                new OfAlarm.Dismissed(reason, verdict));
        }).orElse(UNKNOWN_ALARM));
    }

    static Ruling returned(Optional<Alarm> now) {
        return now.filter(alarm -> !alarm.returned()).map(_ -> admit(new OfAlarm.Returned())).orElse(UNKNOWN_ALARM);
    }

    static Ruling report(By by, OfIncident.Opened opened) {
        return unlessGold(by,
            () -> withText(opened.text(), "Say what was reported", "Indiquez ce qui a été signalé", opened));
    }

    static Ruling tick(Optional<Incident> now, By by, String step, boolean done, List<String> procedure) {
        return open(now, by, _ -> procedure.contains(step)
            ? admit(new OfIncident.Step(step, done))
            : refuse("The procedure has no step " + step, "La procédure n'a pas d'étape " + step));
    }

    static Ruling note(Optional<Incident> now, By by, String text) {
        return open(now, by,
            _ -> withText(text, "Write something first", "Écrivez d'abord quelque chose", new OfIncident.Note(text)));
    }

    static Ruling close(Optional<Incident> now, By by, String outcome, String note, List<Task> tasks) {
        return open(now, by, incident -> {
            var open = tasks.stream().filter(task -> task.incident().equals(incident.id()) && !task.state().ended())
                .map(Task::id).toList();
            if (!open.isEmpty()) {
                return refuse("Tasks are still open: " + String.join(", ", open),
                    "Des missions sont encore en cours : " + String.join(", ", open));
            }
            if (!incident.lead().equals(by.desk()) && by.capacity() != Capacity.OPERATIONAL_COMMAND) {
                return refuse("Only the lead, " + incident.lead() + ", or operational command closes it",
                    "Seul le pupitre responsable, " + incident.lead()
                        + ", ou le commandement opérationnel peut clôturer");
            }
            return note.length() > LONGEST_TEXT ? TOO_LONG : admit(new OfIncident.Closed(outcome, note));
        });
    }

    static Ruling propose(Optional<Incident> now, By by, OfTask.Proposed proposed) {
        return open(now, by, _ -> proposed.note().length() > LONGEST_TEXT ? TOO_LONG : admit(proposed));
    }

    static Ruling approve(Optional<Task> now, By by, List<Task> all) {
        return command(now, by, task -> {
            if (task.state() != Task.State.PROPOSED) {
                return refuse("Not waiting for approval any more", "N'attend plus d'approbation");
            }
            var busy = all.stream().filter(other -> other.unit().equals(task.unit()) && other.state().underWay())
                .findFirst();
            return busy
                .map(other -> refuse(
                    task.callsign() + " is still on task " + other.id() + ": cancel that first or choose another unit",
                    task.callsign() + " est encore en mission " + other.id()
                        + " : annulez-la d'abord ou choisissez une autre unité"))
                .orElseGet(() -> admit(new OfTask.Approved(task.id(), task.incident())));
        });
    }

    static Ruling decline(Optional<Task> now, By by, String reason) {
        return command(now, by, task -> task.state() == Task.State.PROPOSED
            ? withText(reason, "Say why the task is declined", "Indiquez pourquoi la mission est refusée",
                new OfTask.Declined(task.id(), task.incident(), reason))
            : refuse("Not waiting for approval any more", "N'attend plus d'approbation"));
    }

    static Ruling cancel(Optional<Task> now, By by, String reason) {
        return command(now, by, task -> task.state().ended()
            ? refuse("The task has ended already", "La mission est déjà terminée")
            : withText(reason, "Say why the task is cancelled", "Indiquez pourquoi la mission est annulée",
                new OfTask.Cancelled(task.id(), task.incident(), reason)));
    }

    static Ruling replied(Optional<Task> now, String unit, UnitReply reply, String reason) {
        return now.filter(task -> task.unit().equals(unit)).map(task -> {
            if (!task.state().underWay() || reply == UnitReply.RECEIVED && task.state() != Task.State.APPROVED
                || reply == UnitReply.ACCEPTED && task.state() == Task.State.ACCEPTED) {
                return refuse("Nothing to answer any more", "Plus rien à répondre");
            }
            return admit(switch (reply) {
                case RECEIVED -> new OfTask.Received(task.id(), task.incident());
                case ACCEPTED -> new OfTask.Accepted(task.id(), task.incident());
                case UNABLE -> new OfTask.Unable(task.id(), task.incident(), reason);
                case DONE -> new OfTask.Done(task.id(), task.incident());
            });
        }).orElse(UNKNOWN_TASK);
    }

    static Ruling setParameters(By by, String posture, String objectives) {
        if (by.capacity() != Capacity.GOLD) {
            return refuse("Only a gold commander sets the parameters",
                "Seul un commandant « gold » fixe les paramètres");
        }
        for (var known : Parameters.Posture.values()) {
            if (known.name().equals(posture)) {
                return objectives.length() > LONGEST_TEXT ? TOO_LONG : admit(new ParametersSet(posture, objectives));
            }
        }
        return refuse("Unknown posture", "Posture inconnue");
    }

    private interface Rule<T> {
        Ruling on(T thing);
    }

    interface Next {
        Ruling rule();
    }

    private static Ruling open(Optional<Incident> now, By by, Rule<Incident> rule) {
        return unlessGold(by,
            () -> now.map(incident -> incident.state() == Incident.State.CLOSED ? CLOSED : rule.on(incident))
                .orElse(UNKNOWN_INCIDENT));
    }

    private static Ruling command(Optional<Task> now, By by, Rule<Task> rule) {
        return unlessGold(by,
            () -> by.capacity() == Capacity.OPERATIONAL_COMMAND ? now.map(rule::on).orElse(UNKNOWN_TASK) : NOT_COMMAND);
    }

    static Ruling unlessGold(By by, Next next) {
        return by.capacity() == Capacity.GOLD ? GOLD_TASKS_NOBODY : next.rule();
    }

    static Ruling withText(String text, String english, String french, OperationsEvent event) {
        return text.isBlank() ? refuse(english, french) : text.length() > LONGEST_TEXT ? TOO_LONG : admit(event);
    }

    static final Ruling UNKNOWN_ALARM = refuse("Unknown alarm", "Alarme inconnue");
    private static final Ruling UNKNOWN_INCIDENT = refuse("Unknown incident", "Incident inconnu");
    private static final Ruling UNKNOWN_TASK = refuse("Unknown task", "Mission inconnue");
    private static final Ruling CLOSED = refuse("The incident is closed", "L'incident est clos");
    private static final Ruling TOO_LONG = refuse("Too long: 2,000 characters at most",
        "Trop long : 2 000 caractères au plus");
    private static final Ruling NOT_COMMAND = refuse(
        "Tasks are decided by operational command: your proposal waits there",
        "Les missions sont décidées par le commandement opérationnel : votre proposition l'y attend");
    private static final Ruling GOLD_TASKS_NOBODY = refuse(
        "Gold sets parameters and objectives and does not direct units",
        "Le « gold » fixe les paramètres et les objectifs et ne dirige pas les unités");
}
