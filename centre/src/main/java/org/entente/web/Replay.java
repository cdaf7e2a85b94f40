package org.entente.web;

import java.time.Instant;
import java.util.Map;
import org.entente.access.Viewer;
import tools.jackson.databind.node.ObjectNode;

/// Any past moment, from the journal and the kept observations.
public final class Replay {

    /// Where past pictures come from.
    public interface Past {

        /// The picture at a time: every input that had arrived, and quiet time passed up to it.
        org.entente.picture.Picture pictureAt(Instant at);

        /// The board at a time: every entry written up to it.
        org.entente.operations.Board boardAt(Instant at);

        /// The first moment that can be replayed.
        Instant from();
    }

    private final Past past;
    private final Snapshots snapshots;

    /// @param reference names of what is shown
    public Replay(Past past, Reference reference) {
        this.past = past;
        this.snapshots = new Snapshots(new Shapes(reference));
    }

    org.entente.picture.Picture picture(Instant at) {
        return past.pictureAt(at);
    }

    ObjectNode at(Instant at, Viewer viewer) {
        var board = past.boardAt(at);
        var node = snapshots.of(board, past.pictureAt(at), viewer);
        node.set("alarmRate", AlarmShapes.rate(board.load().at(at, Map.of())));
        node.put("at", Times.rfc3339(at)).put("position", board.position()).put("live", false);
        return node;
    }

    Instant from() {
        return past.from();
    }
}
