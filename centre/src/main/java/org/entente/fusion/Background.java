package org.entente.fusion;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/// What the sensors report that is of no track: clutter as each one's map knows it by place, and objects not seen so far.
///
/// Copies share their clutter maps until one of them learns.
final class Background {

    private final FusionSetup setup;
    private final Parameters with;
    private final double[] unseen;
    private final double[] excess;
    private final ClutterMap[] clutter;
    private final boolean[] own;

    Background(FusionSetup setup, Parameters with) {
        this.setup = setup;
        this.with = with;
        int sensors = setup.sensors().size();
        unseen = new double[sensors];
        excess = new double[sensors];
        Arrays.fill(excess, Double.NaN);
        clutter = new ClutterMap[sensors];
        own = new boolean[sensors];
    }

    Background copy() {
        var copy = new Background(setup, with);
        System.arraycopy(unseen, 0, copy.unseen, 0, unseen.length);
        System.arraycopy(excess, 0, copy.excess, 0, excess.length);
        System.arraycopy(clutter, 0, copy.clutter, 0, clutter.length);
        Arrays.fill(own, false);
        return copy;
    }

    /// Density of objects that a sensor may see and has not so far, as of its last look; 1/m².
    double unseen(int s) {
        return unseen[s];
    }

    /// What else each plot may be: clutter as the map knows it here, or an object not seen so far.
    void expect(Scan scan, Plots plots, List<Track> tracks) {
        var sensor = setup.sensors().get(scan.sensor);
        mine(scan.sensor);
        unseen[scan.sensor] = unseenDensity(scan, sensor, tracks);
        for (int j = 0; j < plots.size; j++) {
            plots.clutter[j] = sensor.clutter() * clutter[scan.sensor].times(plots.x[j], plots.y[j]);
            plots.density[j] = plots.clutter[j] + unseen[scan.sensor];
        }
    }

    private void mine(int s) {
        if (clutter[s] == null) {
            clutter[s] = new ClutterMap(setup.sensors().get(s), with.memory(), with.most());
        } else if (!own[s]) {
            clutter[s] = clutter[s].copy();
        }
        own[s] = true;
    }

    /// What came beyond clutter lately, and never less than a share of the clutter.
    private double unseenDensity(Scan scan, SensorModel sensor, List<Track> tracks) {
        if (Double.isNaN(excess[scan.sensor])) {
            double area = sensor.fov().area();
            double claimed = 0;
            for (var track : tracks) {
                claimed += track.exists * sensor.detects() * sensor.fov().inside(track.x, track.y, track.blur());
            }
            excess[scan.sensor] = Math.max(0, scan.size() - sensor.clutter() * area - claimed) / area;
        }
        return Math.max(with.unseen() * sensor.clutter(), excess[scan.sensor]);
    }

    /// Learns from a look that was taken; gives how many of its detections were nobody's.
    double learn(Places look, Plots plots) {
        int s = look.scan.sensor;
        var sensor = look.sensor;
        var edges = look.edges;
        int size = look.scan.size();
        double area = sensor.fov().area();
        double nobodys = 0;
        for (int j = 0; j < size; j++) {
            nobodys += edges.fresh[j] * sensor.clutter() / plots.clutter[j];
            plots.believed[j] = 0;
        }
        double beyond = Math.max(0, nobodys - sensor.clutter() * area) / area;
        double keep = StrictMath.exp(-sensor.period() / 3.0);
        excess[s] = keep * excess[s] + (1 - keep) * beyond;
        for (int i = 0; i < look.count; i++) {
            if (credible(look.gathered[i])) {
                for (int e = edges.begins[i]; e < edges.begins[i + 1]; e++) {
                    plots.believed[edges.plot[e]] += edges.belief[e];
                }
            }
        }
        clutter[s].look();
        for (int j = 0; j < size; j++) {
            clutter[s].nobodys(plots.x[j], plots.y[j], Math.max(0, 1 - plots.believed[j]));
        }
        return nobodys;
    }

    /// An object and not clutter: it has come a way, two sensors saw it, or it is a unit of our own.
    private boolean credible(Track track) {
        double dx = track.x - track.bornX;
        double dy = track.y - track.bornY;
        return !track.unit.isEmpty() || track.several
            || dx * dx + dy * dy > with.travelled() * with.travelled();
    }

    void write(DataOutput out) throws IOException {
        Bytes.write(out, excess);
        for (var map : clutter) {
            out.writeBoolean(map != null);
            if (map != null) {
                map.write(out);
            }
        }
    }

    void read(DataInput in) throws IOException {
        Bytes.fill(in, excess);
        for (int s = 0; s < clutter.length; s++) {
            if (in.readBoolean()) {
                mine(s);
                clutter[s].read(in);
            }
        }
    }
}
