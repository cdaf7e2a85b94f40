package org.entente.fusion;

/// One message of one sensor: everything it saw in one look. An empty one matters: it looked and saw nothing.
///
/// `a` and `b` by the sensor's kind: POSITION and GPS x, y (m); RADAR range (m), bearing (rad); BEARING bearing, 0; LINE
/// place along the fence (m), 0. Bearings are counter-clockwise from east. The arrays are the scan's own: do not change them.
public final class Scan {

    final long number;
    final double arrived;
    final double at;
    final int sensor;
    final long[] ids;
    final double[] a;
    final double[] b;
    final double[] scores;
    final String[] units;
    final boolean partial;

    /// @param number its place in the order of arrival
    /// @param arrived when it came, seconds
    /// @param at when it was measured, seconds
    /// @param sensor index in [FusionSetup#sensors]
    /// @param ids names of the detections, unique in the run
    /// @param scores three for each detection: likelihood of person, vehicle, animal; or empty
    /// @param units for GPS: whose place each is; else empty
    public Scan(long number, double arrived, double at, int sensor, long[] ids, double[] a, double[] b, double[] scores,
        String[] units) {
        this(number, arrived, at, sensor, ids, a, b, scores, units, false);
    }

    /// @param partial one detection told alone and not a whole look: what is not in it was not missed
    public Scan(long number, double arrived, double at, int sensor, long[] ids, double[] a, double[] b, double[] scores,
        String[] units, boolean partial) {
        this.partial = partial;
        if (ids.length != a.length || a.length != b.length || scores.length != 0 && scores.length != 3 * a.length
            || units.length != 0 && units.length != a.length) {
            throw new IllegalArgumentException("the arrays of scan " + number + " do not match");
        }
        this.number = number;
        this.arrived = arrived;
        this.at = at;
        this.sensor = sensor;
        this.ids = ids;
        this.a = a;
        this.b = b;
        this.scores = scores;
        this.units = units;
    }

    /// How many detections it holds.
    public int size() {
        return ids.length;
    }

    /// When it came, seconds.
    public double arrived() {
        return arrived;
    }

    /// Order of measurement: time, sensor, number. Independent of the order in which equals arrived.
    int compareInTime(Scan other) {
        int byTime = Double.compare(at, other.at);
        int bySensor = byTime != 0 ? byTime : Integer.compare(sensor, other.sensor);
        return bySensor != 0 ? bySensor : Long.compare(number, other.number);
    }

    /// The same message told twice, whatever its number.
    boolean repeats(Scan other) {
        return at == other.at && sensor == other.sensor && java.util.Arrays.equals(ids, other.ids)
            && java.util.Arrays.equals(a, other.a) && java.util.Arrays.equals(b, other.b);
    }
}
