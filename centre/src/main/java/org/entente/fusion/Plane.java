package org.entente.fusion;

/// Small geometry of the site's plane; deterministic to the bit.
final class Plane {

    private Plane() {}

    /// An angle between -π and π.
    static double wrap(double angle) {
        double turn = 2 * StrictMath.PI;
        double wrapped = angle - turn * Math.floor((angle + StrictMath.PI) / turn);
        return wrapped >= StrictMath.PI ? wrapped - turn : wrapped;
    }

    /// The standard normal distribution function, to 1e-7 (Abramowitz and Stegun 26.2.17).
    static double phi(double z) {
        if (z < 0) {
            return 1 - phi(-z);
        }
        double k = 1 / (1 + 0.2316419 * z);
        double tail = k * (0.319381530 + k * (-0.356563782 + k * (1.781477937 + k * (-1.821255978 + k * 1.330274429))));
        return 1 - 0.3989422804014327 * StrictMath.exp(-0.5 * z * z) * tail;
    }
}
