package org.entente.feeds;

import java.time.Instant;
import org.entente.kernel.Position;
import org.entente.kernel.TaskId;
import org.entente.kernel.UnitId;

/// What the units say to the centre over CoT. Called on the thread of the unit's connection, which waits for it; a failure is counted
/// and ends nothing.
public interface CotReplies {

    /// How a unit answers a task.
    enum Reply {
        RECEIVED, ACCEPTED, UNABLE, DONE
    }

    /// A unit answered its task; each answer of a task arrives once, and only forward.
    ///
    /// @param at the centre's clock at arrival
    /// @param words what the unit added, empty when nothing
    void replied(TaskId task, UnitId unit, Reply reply, Instant at, String words);

    /// A unit calls for help (911). May arrive again and again until the unit cancels.
    void emergency(UnitId unit, Position where, Instant at, String words);
}
