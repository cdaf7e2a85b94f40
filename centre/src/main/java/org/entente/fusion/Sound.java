package org.entente.fusion;

/// Keeps out what no such sensor can mean: numbers that are none, places off the earth, ranges below zero.
final class Sound {

    private static final double FARTHEST = 1e6;

    private Sound() {}

    /// The scan without what is absurd; the same scan when nothing is.
    static Scan scan(Scan told, SensorModel sensor) {
        int good = 0;
        for (int i = 0; i < told.size(); i++) {
            good += sound(told, i, sensor) ? 1 : 0;
        }
        if (good == told.size()) {
            return told;
        }
        var ids = new long[good];
        var a = new double[good];
        var b = new double[good];
        var scores = new double[told.scores.length == 0 ? 0 : 3 * good];
        var units = new String[told.units.length == 0 ? 0 : good];
        int at = 0;
        for (int i = 0; i < told.size(); i++) {
            if (sound(told, i, sensor)) {
                ids[at] = told.ids[i];
                a[at] = told.a[i];
                b[at] = told.b[i];
                for (int k = 0; scores.length > 0 && k < 3; k++) {
                    scores[3 * at + k] = told.scores[3 * i + k];
                }
                if (units.length > 0) {
                    units[at] = told.units[i];
                }
                at++;
            }
        }
        return new Scan(told.number, told.arrived, told.at, told.sensor, ids, a, b, scores, units, told.partial);
    }

    private static boolean sound(Scan scan, int i, SensorModel sensor) {
        boolean scored = true;
        for (int k = 0; scan.scores.length > 0 && k < 3; k++) {
            double score = scan.scores[3 * i + k];
            scored &= score >= 0 && score <= 1;
        }
        boolean near = Math.abs(scan.a[i]) <= FARTHEST && Math.abs(scan.b[i]) <= FARTHEST;
        return scored && near && switch (sensor.kind()) {
            case POSITION -> true;
            case RADAR -> scan.a[i] >= 0 && Math.abs(scan.b[i]) <= 7;
            case BEARING -> Math.abs(scan.a[i]) <= 7;
            case LINE -> scan.a[i] >= 0;
            case GPS -> scan.units.length > i && scan.units[i] != null && !scan.units[i].isBlank();
        };
    }
}
