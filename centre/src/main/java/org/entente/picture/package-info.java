/// What is where, now: sites, sensors and their health, unit positions, and the alarms that follow from them.
///
/// A pure fold of [PictureInput]s in order of their sequence number. No clock, thread or I/O: the same inputs make the
/// same picture and the same alarms, live and in replay (JD2015 §12(iii): a comprehensive and integrated picture).
///
/// ## What "the picture at T" is
/// All inputs with `receivedAt` not after T, in order of `seq`, each preceded by every whole second up to its arrival; then
/// every whole second up to T. That is: fold the inputs with [Picture#on], then [Picture#tickTo] T. Only whole seconds of
/// the centre's clock have effects of their own: a sensor becomes silent, a position stale, an alarm returns. So it does not
/// matter how often or seldom the live loop calls `tickTo` in between: live and replay make the same picture.
/// The one promise the caller makes: after `tickTo(t)` no input follows that arrived before the last whole second of t, which
/// holds when one thread (or lock) stamps arrivals and lets time pass. An arrival that breaks it is taken at that second,
/// and [Picture#overtaken] counts it.
/// Deadlines are kept, not seconds counted: a clock that jumps a year costs no more than one that passes a minute.
///
/// ## What is believed
/// A time of observation after its arrival counts as the arrival. What is older than the word held is recorded but does not
/// replace it. A value no such sensor can mean is counted and shown nowhere; a sensor that calls itself at fault raises
/// nothing. A report told twice counts once, also when the second telling comes long after.
///
/// ## Where alarms come from
/// `AlarmSource` is the seam: the fold gives it believed readings and whole seconds, it gives facts. `AlarmRules` is the first
/// one, a table of plain rules (`AlarmParameters`); the fusion core replaces it and will be given the units' own positions
/// too, so that a patrol does not set off its own fence. Nothing else of the picture has to move for that.
///
/// ## Who calls it
/// The intake's loop in `server` feeds it and writes the facts to the journal; a restart restores the newest snapshot, folds
/// the kept inputs after it, and meets facts it wrote before: their ids are the same, so it writes none twice. Consoles read
/// [Picture#drainChanges] and the states. Replay folds the kept inputs up to the moment asked for.
package org.entente.picture;
