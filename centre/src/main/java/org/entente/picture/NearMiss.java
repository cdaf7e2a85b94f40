package org.entente.picture;

import java.time.Instant;
import org.entente.kernel.PlaceId;
import org.entente.kernel.Position;
import org.entente.kernel.Text;

/// What was weighed as an alarm and not raised: the answer to "Why not?".
///
/// @param id `<place>:<milliseconds>:<track or rule>`, unique in the picture
/// @param reason the term that spoke against it most, as a sentence
public record NearMiss(String id, Instant at, PlaceId place, Text placeName, String site, Position where, Text reason,
    Grounds grounds) {}
