package org.entente.operations;

import java.time.Instant;
import java.util.List;
import org.entente.kernel.Text;
import org.entente.picture.Grounds;

/// What has happened, in the past tense; once journalled, never renamed. Who and when stand in the entry itself.
public sealed interface OperationsEvent {

    /// What befalls an alarm; stream `alarm/<id>`.
    sealed interface OfAlarm extends OperationsEvent {
        /// @param sensors that made the observations, in order of name; empty when not told
        /// @param suppression the suppression by design it was raised under, blank for none
        record Raised(String id, String rule, String kind, boolean lifeAtRisk, int priority, String place,
            Text placeName, String site, double lat, double lon, Instant at, Text why,
            List<Long> observations, List<String> sensors, String suppression) implements OfAlarm {
            public Raised {
                observations = List.copyOf(observations);
                sensors = List.copyOf(sensors);
            }

            /// An alarm that nothing suppresses and whose sensors are not told.
            public Raised(String id, String rule, String kind, boolean lifeAtRisk, int priority, String place,
                Text placeName, String site, double lat, double lon, Instant at, Text why, List<Long> observations) {
                this(id, rule, kind, lifeAtRisk, priority, place, placeName, site, lat, lon, at, why, observations,
                    List.of(), "");
            }

            /// The same alarm with the sensors that made its observations.
            public Raised by(List<String> sensors) {
                return new Raised(id, rule, kind, lifeAtRisk, priority, place, placeName, site, lat, lon, at, why,
                    observations, sensors, suppression);
            }

            Raised under(String suppression) {
                return new Raised(id, rule, kind, lifeAtRisk, priority, place, placeName, site, lat, lon, at, why,
                    observations, sensors, suppression);
            }
        }
        /// The sum of reasons behind it; follows Raised in the same transaction.
        record Weighed(Grounds grounds) implements OfAlarm {}
        record Acknowledged() implements OfAlarm {}
        record Taken(String incident) implements OfAlarm {}
        record Dismissed(String reason, Verdict.Finding verdict) implements OfAlarm {}
        record Returned() implements OfAlarm {}
        record Shelved(String reason, Instant until) implements OfAlarm {}
        /// Back from the shelf: by an officer, or by the centre when its time was over.
        record Unshelved() implements OfAlarm {}
        /// Back from a suppression that was lifted or is over, its cause still standing.
        record Released() implements OfAlarm {}
    }

    /// What befalls a suppression by design; stream `suppression/<id>`.
    sealed interface OfSuppression extends OperationsEvent {
        /// @param place blank when it is for a sensor
        /// @param sensor blank when it is for a place
        record Entered(String id, String place, String sensor, String reason, Instant from,
            Instant until) implements OfSuppression {}
        record Lifted() implements OfSuppression {}
        /// Its time was over; written by the centre.
        record Ended() implements OfSuppression {}
    }

    /// What befalls an incident; stream `incident/<id>`.
    sealed interface OfIncident extends OperationsEvent {
        /// @param alarm the alarm it grew from, blank when it was reported by voice
        /// @param text what was reported, blank when it grew from an alarm
        record Opened(String id, String kind, boolean lifeAtRisk, String place, Text placeName, String site, double lat,
            double lon, String alarm, String lead, String text) implements OfIncident {}
        record Step(String step, boolean done) implements OfIncident {}
        record Note(String text) implements OfIncident {}
        record Closed(String outcome, String note) implements OfIncident {}
    }

    /// What befalls a task; it stands in the stream of its incident.
    sealed interface OfTask extends OperationsEvent {
        String task();
        String incident();

        record Proposed(String task, String incident, String unit, String callsign, String instruction,
            String note) implements OfTask {}
        record Approved(String task, String incident) implements OfTask {}
        record Declined(String task, String incident, String reason) implements OfTask {}
        record Received(String task, String incident) implements OfTask {}
        record Accepted(String task, String incident) implements OfTask {}
        record Unable(String task, String incident, String reason) implements OfTask {}
        record Done(String task, String incident) implements OfTask {}
        record Cancelled(String task, String incident, String reason) implements OfTask {}
    }

    /// Gold set the parameters of the centre; stream `command/parameters`.
    record ParametersSet(String posture, String objectives) implements OperationsEvent {}
}
