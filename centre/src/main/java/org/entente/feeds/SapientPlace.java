package org.entente.feeds;

import java.util.OptionalDouble;

/// Where a node saw something, in the units of the picture: degrees and metres.
sealed interface SapientPlace {

    /// A point on the ground, WGS 84.
    ///
    /// @param sigma one standard deviation, metres
    record Point(double lat, double lon, OptionalDouble sigma) implements SapientPlace {}

    /// A direction from the sensor, clockwise from true north, and how far along the ground when that is known.
    ///
    /// @param sigmaBearing one standard deviation, degrees
    /// @param sigmaRange one standard deviation, metres
    record Ray(double bearing, OptionalDouble range, OptionalDouble sigmaBearing, OptionalDouble sigmaRange)
        implements
            SapientPlace {}
}
