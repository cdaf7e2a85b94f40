package org.entente.operations;

import java.time.Instant;
import java.util.List;
import org.entente.kernel.Text;

/// What an alarm turned out to be, as the officer who settled it said. About places and sensors, never about a person.
///
/// @param kind of the alarm
/// @param position of the entry that says so: verdicts are in its order
public record Verdict(String alarm, String place, List<String> sensors, String kind, Finding verdict, Instant at,
    long position) {

    /// What it was. CONFIRMED: there was something to do; all others are nuisance.
    public enum Finding {
        ANIMAL("Animal", "Animal"),
        WIND("Wind or weather", "Vent ou intempéries"),
        OWN_FORCES("Own forces or staff", "Forces ou agents du centre"),
        EQUIPMENT("Fault of equipment", "Défaut de matériel"),
        LAWFUL_ACTIVITY("Lawful activity", "Activité licite"),
        NOTHING_FOUND("Nothing found", "Rien trouvé"),
        OTHER("Other", "Autre"),
        CONFIRMED("Confirmed", "Confirmée");

        private final Text name;

        Finding(String english, String french) {
            name = new Text(english, french);
        }

        /// How it is called on the screen.
        public Text text() {
            return name;
        }

        /// Whether the alarm was for nothing.
        public boolean nuisance() {
            return this != CONFIRMED;
        }

        /// What the outcome of an incident says of the alarm it grew from.
        static Finding ofOutcome(String outcome) {
            return switch (outcome) {
                case "FALSE_ALARM" -> OTHER;
                case "NO_TRACE" -> NOTHING_FOUND;
                default -> CONFIRMED;
            };
        }
    }

    public Verdict {
        sensors = List.copyOf(sensors);
    }

    static Verdict of(Alarm alarm, Finding verdict, Stamp stamp) {
        return new Verdict(alarm.id(), alarm.place(), alarm.sensors(), alarm.kind(), verdict, stamp.at(),
            stamp.position());
    }
}
