/// The append-only record: entries, the Merkle log under them, checkpoints, replay and verification.
///
/// Every change of state of the centre is one [Entry]: who, at which desk, for which purpose, when, what, marked how.
/// Pure: the bytes on disk are the business of `store`, which implements [Journal].
package org.entente.journal;
