package org.entente.feeds;

import static java.util.Objects.requireNonNull;

import org.entente.kernel.IncidentId;
import org.entente.kernel.Position;
import org.entente.kernel.TaskId;
import org.entente.kernel.Text;
import org.entente.kernel.UnitId;

/// One task for one unit's TAK client (docs/formats/cot-tasking.md).
///
/// @param instruction the code of the instruction, for example `INTERCEPT`
/// @param words the whole order as the unit reads it
/// @param note the officer's free text, empty when there is none
public record CotTask(TaskId task, UnitId unit, IncidentId incident, String instruction, Text words, String note,
    Position where) {

    public CotTask {
        requireNonNull(task, "task");
        requireNonNull(unit, "unit");
        requireNonNull(incident, "incident");
        requireNonNull(instruction, "instruction");
        requireNonNull(words, "words");
        requireNonNull(note, "note");
        requireNonNull(where, "where");
    }
}
