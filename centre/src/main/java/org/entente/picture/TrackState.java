package org.entente.picture;

import java.time.Instant;
import java.util.Optional;
import org.entente.kernel.Position;

/// One object that is followed: where it is believed to be, how surely, and what kind of object it is. Never who.
///
/// @param id `<site>-<number>`, never given twice in a run of the site
/// @param course degrees true; empty when it stands
/// @param speed metres a second
/// @param major semi-major axis of its 1-sigma ellipse, metres; `minor` likewise
/// @param bearing of the major axis, degrees true, 0 to 180
/// @param exists probability that it is there, 0 to 1
/// @param unit our own unit that it is
/// @param since when it was first seen
/// @param lastSeen when it was last seen
public record TrackState(String id, String site, Position where, Optional<Double> course, double speed, double major,
    double minor, double bearing, double exists, double person, double vehicle, double animal, Optional<String> unit,
    Instant since, Instant lastSeen) {}
