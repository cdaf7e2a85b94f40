/// From detections to tracks to alarms that can be believed: the fusion core (JD2015 §12(iii)).
///
/// Knows nothing but the JDK: no module, no library, no clock, no thread, no I/O. The same scans give the same tracks and
/// alarms to the bit, on any machine, with or without a compiler at run time (only `StrictMath` beyond `+ - * / sqrt`).
///
/// ## The plane
/// One site, a flat plane: x east, y north, metres; angles in radians counter-clockwise from east; seconds from any
/// beginning. Whoever calls brings geography to it.
///
/// ## Reading order
/// [Fusion] the face: scans in, tracks and alarms out, late data replayed exactly. [FusionSetup], [SensorModel], [Fov],
/// [Fence] what the site is. [Scan] what a sensor says. [World] the filter: a track-oriented Poisson/multi-Bernoulli
/// filter (Williams 2015), `Look` with `Places` and `Bearings` how a look becomes tracks, `OwnUnits` their fixes,
/// `Motion` the three models (Blom and Bar-Shalom 1988), `Edges` association by loopy belief
/// propagation (Williams and Lau 2014), `Background` and `ClutterMap` what is of no track. `FenceWatch` weighs `CrossingTerms` for each
/// crossing and gives a [FusedAlarm] with every [Term]. `Trust` and [SensorStanding] say which sensor is not believed.
///
/// ## What it never holds
/// Classes of objects (person, vehicle, animal), never anything about who: a track has a place, a speed and a class.
package org.entente.fusion;
