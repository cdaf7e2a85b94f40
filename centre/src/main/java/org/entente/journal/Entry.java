package org.entente.journal;

import java.time.Instant;
import java.util.Optional;
import org.entente.kernel.Actor;
import org.entente.kernel.Marking;
import org.entente.kernel.StreamId;
import org.entente.kernel.SubjectId;

/// One fact of the record, immutable.
///
/// @param position place in the whole journal, from 1, without gaps; leaf index of the Merkle log is `position - 1`
/// @param streamVersion place in its own stream, from 1, without gaps
/// @param at the centre's clock when it was written, millisecond precision
/// @param body UTF-8 JSON in the clear; empty when the subject's key was destroyed
public record Entry(long position, StreamId stream, long streamVersion, String type, int version, Instant at,
    Actor actor, Marking marking, Optional<SubjectId> subject, Optional<String> body) {}
