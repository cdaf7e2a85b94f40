package org.entente.operations;

import static org.entente.operations.OperationsRules.UNKNOWN_ALARM;
import static org.entente.operations.OperationsRules.unlessGold;
import static org.entente.operations.OperationsRules.withText;
import static org.entente.operations.Ruling.admit;
import static org.entente.operations.Ruling.refuse;

import java.time.Instant;
import java.util.Optional;
import org.entente.operations.By.Capacity;
import org.entente.operations.OperationsEvent.OfAlarm;
import org.entente.operations.OperationsEvent.OfSuppression;

/// What may be set aside, by whom and for how long (ISA-18.2, IEC 62682). Pure.
final class ShelvingRules {

    private static final AlarmPhilosophy PHILOSOPHY = AlarmPhilosophy.STANDARD;

    private ShelvingRules() {}

    static Ruling acknowledge(Optional<Alarm> now, By by) {
        return unlessGold(by, () -> now.map(alarm -> switch (alarm.state()) {
            case RAISED, RETURNED -> admit(new OfAlarm.Acknowledged());
            case ACKNOWLEDGED -> refuse("Already acknowledged by " + seenBy(alarm),
                "Déjà acquittée par " + seenBy(alarm));
            case SHELVED, SUPPRESSED -> SET_ASIDE;
            case TAKEN, DISMISSED -> dealtWith(alarm);
        }).orElse(UNKNOWN_ALARM));
    }

    static Ruling shelve(Optional<Alarm> known, By by, String reason, Instant until, Instant now) {
        return unlessGold(by, () -> known.map(alarm -> {
            if (alarm.lifeAtRisk()) {
                return refuse("A life may be at risk: such an alarm is never shelved",
                    "Une vie est peut-être en danger : une telle alarme n'est jamais mise de côté");
            }
            return switch (alarm.state()) {
                case RAISED, ACKNOWLEDGED, RETURNED -> onTheShelf(reason, until, now);
                case SHELVED, SUPPRESSED -> SET_ASIDE;
                case TAKEN, DISMISSED -> dealtWith(alarm);
            };
        }).orElse(UNKNOWN_ALARM));
    }

    private static Ruling onTheShelf(String reason, Instant until, Instant now) {
        if (!until.isAfter(now) || until.isAfter(now.plus(PHILOSOPHY.longestShelf()))) {
            return refuse("Say until when: at most 8 hours from now",
                "Indiquez jusqu'à quand : 8 heures au plus à partir de maintenant");
        }
        return withText(reason, "Say why the alarm is shelved", "Indiquez pourquoi l'alarme est mise de côté",
            new OfAlarm.Shelved(reason, until));
    }

    static Ruling unshelve(Optional<Alarm> known, By by) {
        return unlessGold(by, () -> known.map(alarm -> alarm.state() == Alarm.State.SHELVED
            ? admit(new OfAlarm.Unshelved())
            : refuse("The alarm is not shelved", "L'alarme n'est pas de côté")).orElse(UNKNOWN_ALARM));
    }

    static Ruling suppress(By by, OfSuppression.Entered entered, boolean known, Instant now) {
        return authority(by, () -> {
            if (!known) {
                return refuse("Say where: one place of the site plan, or one sensor",
                    "Indiquez où : un lieu du plan, ou un capteur");
            }
            if (!entered.until().isAfter(now) || !entered.until().isAfter(entered.from())
                || entered.until().isAfter(entered.from().plus(PHILOSOPHY.longestSuppression()))) {
                return refuse("Say from when until when: at most 7 days, not over already",
                    "Indiquez de quand à quand : 7 jours au plus, pas déjà écoulés");
            }
            return withText(entered.reason(), "Say why alarms are suppressed there",
                "Indiquez pourquoi les alarmes y sont inhibées", entered);
        });
    }

    static Ruling lift(By by, Optional<Suppression> now) {
        return authority(by, () -> now.map(one -> one.stands()
            ? admit(new OfSuppression.Lifted())
            : refuse("The suppression is over already", "L'inhibition est déjà terminée"))
            .orElse(refuse("Unknown suppression", "Inhibition inconnue")));
    }

    private static Ruling authority(By by, OperationsRules.Next next) {
        return unlessGold(by, () -> by.capacity() == Capacity.OPERATIONAL_COMMAND
            ? next.rule()
            : refuse("Suppression by design is decided by operational command",
                "L'inhibition par conception est décidée par le commandement opérationnel"));
    }

    private static Ruling dealtWith(Alarm alarm) {
        return refuse("Already dealt with by " + alarm.takenBy(), "Déjà traitée par " + alarm.takenBy());
    }

    private static String seenBy(Alarm alarm) {
        return alarm.handling().acknowledged().map(Handling.Seen::desk).orElse("");
    }

    private static final Ruling SET_ASIDE = refuse(
        "The alarm is shelved or suppressed: take it, dismiss it, or bring it back first",
        "L'alarme est de côté ou inhibée : prenez-la, écartez-la ou rappelez-la d'abord");
}
