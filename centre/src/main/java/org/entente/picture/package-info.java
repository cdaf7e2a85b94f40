/// What is where, now: sites, sensors and their health, unit positions, and the alarms that follow from them.
///
/// A pure fold of [PictureInput]s in order of their sequence number. No clock, thread or I/O: the same inputs make the
/// same picture and the same alarms, live and in replay (JD2015 §12(iii): a comprehensive and integrated picture).
package org.entente.picture;
