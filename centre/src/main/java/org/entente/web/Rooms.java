package org.entente.web;

import jakarta.servlet.http.HttpServlet;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.entente.access.AccessTable;
import org.entente.access.Accounts;
import org.entente.access.Audit;
import org.entente.access.ViewerStore;
import org.entente.handover.ConcernCrossesTheWall;
import org.entente.journal.Journal;
import org.entente.operations.Operations;
import org.entente.protection.Protection;
import org.entente.reports.Reports;

/// Everything the web edge stands on, wired by `server`.
public record Rooms(AccessTable table, Accounts accounts, Audit audit, ViewerStore viewers, Feeds feeds,
    Reference reference,
    Operations operations, Live live, Replay replay, Journal journal, Record record,
    Reports reports, Protection protection, ConcernCrossesTheWall concerns, Observations observations,
    HttpServlet sensorThings,
    InstantSource clock, Exercise exercise) {

    /// What the console is told of the clock.
    ///
    /// @param begin sets a standing exercise going; false when it runs already or this is the real time
    public record Exercise(java.time.Instant start, double speed, boolean exercise, boolean demo,
        BooleanSupplier running, BooleanSupplier begin) {}

    /// The transparency log as it is served, and the evidence of an incident.
    public interface Record {

        /// The signed checkpoint (C2SP signed note).
        byte[] checkpoint();

        /// A tile by its path after `/log/`, for example `tile/0/000`.
        java.util.Optional<byte[]> tile(String path);

        /// The evidence bundle of these entries: a zip that verifies offline.
        byte[] evidence(java.util.List<Long> positions);
    }

    /// Kept observations by their number, for the why of an alarm.
    public interface Observations {
        java.util.List<org.entente.picture.PictureInput.Observed> byNumber(java.util.List<Long> numbers);
    }
}
