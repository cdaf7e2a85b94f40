package org.entente.picture;

/// What the picture was told since it began, and what of it was kept out and why. Part of the picture: replays the same.
///
/// @param observed observations folded
/// @param moved positions folded
/// @param repeated inputs whose sequence number was already folded
/// @param late words older than the one held: kept in the record, not shown
/// @param absurd values no such sensor can mean (not a number, out of range, no health word)
/// @param faulty readings of a sensor that calls itself at fault: never alarm
/// @param history readings too old when they arrived to raise an alarm
/// @param refused new units or unknown sensors beyond the number the picture holds
public record PictureCounts(long observed, long moved, long repeated, long late, long absurd, long faulty, long history,
    long refused) {}
