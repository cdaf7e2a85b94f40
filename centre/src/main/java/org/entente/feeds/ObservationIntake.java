package org.entente.feeds;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.entente.picture.Intake;

/// The intake as SensorThings needs it: a reading may carry what the picture has no use for but a reader gets back
/// (OGC 18-088 table 14). Threads and refusals as in [Intake].
public interface ObservationIntake extends Intake {

    /// The rest of an Observation.
    ///
    /// @param until end of the phenomenon when it was an interval
    /// @param feature id of the FeatureOfInterest; empty: none known
    /// @param more JSON object of resultQuality, validTime and parameters as sent; empty text: none
    record Details(Optional<Instant> until, Optional<Instant> resultTime, OptionalLong feature, String more) {

        /// Nothing beyond the reading.
        public static final Details NONE = new Details(Optional.empty(), Optional.empty(), OptionalLong.empty(), "");
    }

    /// Keeps readings with their details, one for each, in the order given; otherwise as [Intake#keep(List)].
    CompletableFuture<List<Kept>> keep(List<Reading> readings, List<Details> details);
}
