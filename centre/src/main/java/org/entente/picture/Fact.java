package org.entente.picture;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.kernel.AlarmId;
import org.entente.kernel.PlaceId;
import org.entente.kernel.Position;
import org.entente.kernel.SensorId;
import org.entente.kernel.Text;

/// What the picture concludes: the same inputs give the same facts, so a fact seen twice after a restart is the same one.
public sealed interface Fact {

    /// Something needs an officer.
    ///
    /// @param id `<kind>:<zone>:<sequence number of the observation that completed it>`
    /// @param rule the rule of [AlarmParameters] that was met
    /// @param priority 1 (first) to 4
    /// @param at the centre's clock when the last observation arrived
    /// @param why a full sentence with the numbers and the threshold
    /// @param observations sequence numbers of the observations that made it, in order of time
    /// @param grounds the sum behind it; empty where a plain rule is met and nothing is weighed
    record AlarmRaised(AlarmId id, String rule, String kind, boolean lifeAtRisk, int priority, PlaceId place,
        Text placeName,
        String site, Position where, Instant at, Text why, List<Long> observations,
        Optional<Grounds> grounds) implements Fact {

        public AlarmRaised {
            observations = List.copyOf(observations);
        }
    }

    /// The cause of an alarm has been quiet; the next real event raises a new one. Whoever handles the old one goes on.
    record AlarmReturned(AlarmId id, Instant at) implements Fact {}

    /// A sensor of the reference deployment is well, at fault or silent from now on.
    record SensorHealthChanged(SensorId sensor, Health before, Health now, Instant at) implements Fact {}
}
