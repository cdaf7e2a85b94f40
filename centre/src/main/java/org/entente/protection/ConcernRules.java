package org.entente.protection;

import java.time.Instant;
import org.entente.kernel.Text;
import org.entente.protection.Concern.Ended;
import org.entente.protection.Concern.Event;
import org.entente.protection.Concern.Gone;
import org.entente.protection.Concern.None;
import org.entente.protection.Concern.Waiting;
import org.entente.protection.Concern.WithService;

/// What a safeguarding desk may do with a concern: state and wish in, one event or one refusal out.
final class ConcernRules {

    sealed interface Ruling {
        record Admit(Event event) implements Ruling {}
        record Refuse(Text reason) implements Ruling {}
    }

    private static final Ruling UNKNOWN = refuse("Unknown concern", "Signalement inconnu");
    private static final Ruling ENDED = refuse("The concern is closed", "Le signalement est clos");
    private static final Ruling GONE = refuse("The concern was erased", "Le signalement a été effacé");
    private static final Ruling NOT_YET = refuse("Accept the concern first", "Acceptez d'abord le signalement");

    private ConcernRules() {}

    static Ruling accept(Concern now, Instant at) {
        return switch (now) {
            case Waiting(_, var accepted) when !accepted -> admit(new Event.Accepted(at));
            case Waiting _,WithService _ -> refuse("Already accepted", "Déjà accepté");
            case Ended _ -> ENDED;
            case Gone _ -> GONE;
            case None _ -> UNKNOWN;
        };
    }

    static Ruling refer(Concern now, Service service, Instant at) {
        return switch (now) {
            case Waiting(_, var accepted) when !accepted -> NOT_YET;
            case WithService(_, var same) when same == service ->
                refuse("Already referred to this service", "Déjà orienté vers ce service");
            case Waiting _,WithService _ -> admit(new Event.Referred(service, at));
            case Ended _ -> ENDED;
            case Gone _ -> GONE;
            case None _ -> UNKNOWN;
        };
    }

    static Ruling close(Concern now, Result result, Instant at) {
        return switch (now) {
            case Waiting(_, var accepted) when !accepted -> NOT_YET;
            case Waiting _,WithService _ -> admit(new Event.Closed(result, at));
            case Ended _ -> ENDED;
            case Gone _ -> GONE;
            case None _ -> UNKNOWN;
        };
    }

    static Ruling erase(Concern now, ErasureReason reason, Instant at) {
        return switch (now) {
            case Waiting _,WithService _,Ended _ -> admit(new Event.Erased(reason, at));
            case Gone _ -> GONE;
            case None _ -> UNKNOWN;
        };
    }

    private static Ruling admit(Event event) {
        return new Ruling.Admit(event);
    }

    private static Ruling refuse(String english, String french) {
        return new Ruling.Refuse(new Text(english, french));
    }
}
