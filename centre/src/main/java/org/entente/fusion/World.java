package org.entente.fusion;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// All that the tracker believes at one time: a track-oriented Poisson multi-Bernoulli filter (Williams 2015) with
/// association by belief propagation, folded from scans in order of measurement.
///
/// Not safe for threads. [#copy] makes the past that late data are replayed from.
final class World {

    private static final double FARTHEST = 1e6;
    /// Whom nobody saw for so long, seconds, is not followed any more: who comes then is somebody else.
    static final double LOST = 30;

    private final FusionSetup setup;
    private final Parameters with;
    private final Workshop shop;
    private final Background background;
    final List<Track> tracks = new ArrayList<>();
    final Trust[] trust;
    double now = Double.NaN;

    /// What all copies of a world share: used within one step only.
    private static final class Workshop {
        final Motion motion;
        final Plots plots = new Plots();
        final Places places;
        final Bearings bearings;
        final OwnUnits units;

        Workshop(Parameters with) {
            var edges = new Edges();
            motion = new Motion(with);
            places = new Places(with, edges, plots, motion);
            bearings = new Bearings(with, edges);
            units = new OwnUnits(with, motion);
        }
    }

    World(FusionSetup setup, Parameters with) {
        this(setup, with, new Workshop(with), new Background(setup, with));
        java.util.Arrays.setAll(trust, _ -> new Trust());
    }

    private World(FusionSetup setup, Parameters with, Workshop shop, Background background) {
        this.setup = setup;
        this.with = with;
        this.shop = shop;
        this.background = background;
        this.trust = new Trust[setup.sensors().size()];
    }

    World copy() {
        var copy = new World(setup, with, shop, background.copy());
        for (var track : tracks) {
            copy.tracks.add(track.copy());
        }
        java.util.Arrays.setAll(copy.trust, s -> trust[s].copy());
        copy.now = now;
        return copy;
    }

    /// Takes one scan, measured not before the last one.
    void step(Scan scan) {
        var sensor = setup.sensors().get(scan.sensor);
        if (sensor.kind() == SensorModel.Kind.LINE) {
            return;
        }
        var told = trust[scan.sensor].lastAt == scan.at
            ? Look.Told.REST
            : scan.partial ? Look.Told.PART : Look.Told.WHOLE;
        boolean places = sensor.kind() == SensorModel.Kind.POSITION || sensor.kind() == SensorModel.Kind.RADAR;
        advance(scan.at);
        boolean believed = trust[scan.sensor].look(scan, expected(sensor), sensor.kind() != SensorModel.Kind.GPS);
        if (places) {
            shop.plots.fill(scan, sensor);
            shop.units.compare(sensor, shop.plots, now, tracks, trust[scan.sensor]);
        } else if (sensor.kind() == SensorModel.Kind.BEARING) {
            shop.units.compare(sensor, scan, now, tracks, trust[scan.sensor]);
        }
        if (!believed) {
            return;
        }
        switch (sensor.kind()) {
            case POSITION, RADAR -> places(scan, sensor, told);
            case BEARING -> shop.bearings.take(scan, sensor, now, told, tracks);
            case GPS -> shop.units.take(scan, sensor, now, tracks);
            case LINE -> {
            }
        }
        tidy();
    }

    private void places(Scan scan, SensorModel sensor, Look.Told told) {
        background.expect(scan, shop.plots, tracks);
        shop.places.take(scan, sensor, now, told, tracks);
        trust[scan.sensor].nobodys(background.learn(shop.places, shop.plots));
        shop.places.births(tracks, background.unseen(scan.sensor));
    }

    /// Detections a sensor may have: all objects there are, and its clutter.
    private double expected(SensorModel sensor) {
        return switch (sensor.kind()) {
            case POSITION, RADAR -> tracks.size() + sensor.clutter() * sensor.fov().area();
            case BEARING -> tracks.size() + 10;
            case GPS, LINE -> 1_000;
        };
    }

    private void advance(double at) {
        double dt = Double.isNaN(now) ? 0 : at - now;
        now = at;
        if (dt <= 0) {
            return;
        }
        tracks.removeIf(track -> track.unit.isEmpty() && now - track.lastSeen > LOST);
        shop.motion.step(dt);
        double lives = StrictMath.exp(-dt / with.life());
        for (var track : tracks) {
            shop.motion.move(track, dt);
            track.exists *= lives;
        }
    }

    private void tidy() {
        for (int i = 0; i < tracks.size(); i++) {
            var track = tracks.get(i);
            track.least = track.exists >= with.forget() ? with.forget() : track.least;
            int enough = with.looks() - (track.exists > with.sure() ? 1 : 0);
            if (!track.shown && track.exists > with.show() && track.looks >= enough) {
                track.shown = true;
            } else if (track.shown && track.exists < with.hide()) {
                track.shown = false;
            }
        }
        tracks.removeIf(track -> !(track.exists >= track.least && track.blur() <= 60 && Math.abs(track.x) < FARTHEST
            && Math.abs(track.y) < FARTHEST));
    }

    // ---- snapshot ----

    void write(DataOutput out) throws IOException {
        out.writeDouble(now);
        out.writeInt(tracks.size());
        for (var track : tracks) {
            track.write(out);
        }
        for (var one : trust) {
            one.write(out);
        }
        background.write(out);
    }

    void read(DataInput in) throws IOException {
        now = in.readDouble();
        for (int left = Bytes.count(in); left > 0; left--) {
            tracks.add(Track.read(in));
        }
        for (var one : trust) {
            one.read(in);
        }
        background.read(in);
    }
}
