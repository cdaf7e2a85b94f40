package org.entente.fusion;

/// What the tracker is told of a sensor: how it measures, where it can see, how often it errs. Metres, radians, seconds.
///
/// @param id its name, unique in the site
/// @param x east of the site's origin, where it stands; unused for POSITION, LINE and GPS
/// @param sigma one standard deviation of a position, each axis (POSITION, GPS), or along the fence (LINE)
/// @param sigmaRange of a range (RADAR)
/// @param sigmaBearing of a bearing (RADAR, BEARING)
/// @param period between two looks; 0 for a sensor that only speaks when something happens
/// @param detects probability that it reports what it can see, 0 to 1
/// @param detectsAnimal the same for an animal crossing a LINE
/// @param clutter false reports a look: each m² (POSITION, RADAR), each radian (BEARING), each second of the whole line (LINE)
/// @param blindBelow speed under which it sees nothing (MTI radar), 0 where that is not so
/// @param fov where it can see
public record SensorModel(String id, Kind kind, double x, double y, double sigma, double sigmaRange,
    double sigmaBearing, double period, double detects, double detectsAnimal, double clutter, double blindBelow,
    Fov fov) {

    /// No sensor is never wrong: a certainty would leave nothing to weigh when it is.
    private static final double SURELY = 0.999;
    private static final double LEAST_CLUTTER = 1e-12;

    /// A detection probability above 0.999 is taken as that, and no clutter as very little.
    public SensorModel {
        detects = Math.max(0, Math.min(SURELY, detects));
        clutter = Math.max(LEAST_CLUTTER, clutter);
    }

    /// What a detection of the sensor says: a place, range and bearing, a bearing, a place along the fence, or its own unit's place.
    public enum Kind { POSITION, RADAR, BEARING, LINE, GPS }
}
