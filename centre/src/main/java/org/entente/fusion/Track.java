package org.entente.fusion;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// One object that may be there: a Bernoulli component with a three-model state. Mutable, copied with the world.
///
/// State of each model: x, y, vx, vy; covariance packed by rows: xx xy xvx xvy yy yvx yvy vxvx vxvy vyvy.
final class Track {

    static final int STEADY = 0;
    static final int MANOEUVRING = 1;
    static final int STANDING = 2;
    static final int MODELS = 3;
    static final int CLASSES = 3;

    /// Name of the detection it grew from: independent of the order of arrival.
    final long origin;
    final double since;
    double exists;
    /// Below this probability it is forgotten.
    double least;
    boolean shown;
    int looks;
    double lastSeen;
    double bornX;
    double bornY;
    double crowd;
    double fixX;
    double fixY;
    double fixVx;
    double fixVy;
    double fixEvery = 2;
    final double[] model = new double[MODELS];
    final double[] state = new double[4 * MODELS];
    final double[] spread = new double[10 * MODELS];
    final double[] kind = {1 / 3.0, 1 / 3.0, 1 / 3.0};
    String unit = "";
    double unitAt = Double.NEGATIVE_INFINITY;
    /// Whether any sensor but its own position reports saw it, whether several did, and which physics (bit 0 optical, 1 radar).
    boolean sensed;
    boolean several;
    int physics;
    int firstSensor = -1;
    Contribution contributions;

    // moment-matched state of now: written by Motion.blend
    double x;
    double y;
    double vx;
    double vy;
    double sxx;
    double sxy;
    double syy;

    Track(long origin, double since) {
        this.origin = origin;
        this.since = since;
    }

    Track copy() {
        var copy = new Track(origin, since);
        copy.exists = exists;
        copy.least = least;
        copy.shown = shown;
        copy.looks = looks;
        copy.lastSeen = lastSeen;
        copy.bornX = bornX;
        copy.bornY = bornY;
        copy.crowd = crowd;
        copy.fixX = fixX;
        copy.fixY = fixY;
        copy.fixVx = fixVx;
        copy.fixVy = fixVy;
        copy.fixEvery = fixEvery;
        System.arraycopy(model, 0, copy.model, 0, MODELS);
        System.arraycopy(state, 0, copy.state, 0, 4 * MODELS);
        System.arraycopy(spread, 0, copy.spread, 0, 10 * MODELS);
        System.arraycopy(kind, 0, copy.kind, 0, CLASSES);
        copy.unit = unit;
        copy.unitAt = unitAt;
        copy.sensed = sensed;
        copy.several = several;
        copy.physics = physics;
        copy.firstSensor = firstSensor;
        copy.contributions = contributions;
        copy.x = x;
        copy.y = y;
        copy.vx = vx;
        copy.vy = vy;
        copy.sxx = sxx;
        copy.sxy = sxy;
        copy.syy = syy;
        return copy;
    }

    /// Remembers which sensor saw it.
    void saw(int sensor, SensorModel.Kind kind) {
        several |= firstSensor >= 0 && firstSensor != sensor;
        firstSensor = firstSensor < 0 ? sensor : firstSensor;
        sensed |= kind != SensorModel.Kind.GPS;
        physics |= switch (kind) {
            case POSITION, BEARING -> 1;
            case RADAR -> 2;
            case LINE, GPS -> 0;
        };
    }

    double speed() {
        return Math.sqrt(vx * vx + vy * vy);
    }

    /// About how well its place is known, metres.
    double blur() {
        return Math.sqrt(0.5 * (sxx + syy));
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(origin);
        out.writeDouble(since);
        out.writeDouble(exists);
        out.writeDouble(least);
        out.writeBoolean(shown);
        out.writeInt(looks);
        for (double value : new double[]{lastSeen, bornX, bornY, crowd, fixX, fixY, fixVx, fixVy, fixEvery, unitAt}) {
            out.writeDouble(value);
        }
        Bytes.write(out, model);
        Bytes.write(out, state);
        Bytes.write(out, spread);
        Bytes.write(out, kind);
        out.writeUTF(unit);
        out.writeBoolean(sensed);
        out.writeBoolean(several);
        out.writeInt(physics);
        out.writeInt(firstSensor);
        Contribution.write(out, contributions);
    }

    static Track read(DataInput in) throws IOException {
        var track = new Track(in.readLong(), in.readDouble());
        track.exists = in.readDouble();
        track.least = in.readDouble();
        track.shown = in.readBoolean();
        track.looks = in.readInt();
        track.lastSeen = in.readDouble();
        track.bornX = in.readDouble();
        track.bornY = in.readDouble();
        track.crowd = in.readDouble();
        track.fixX = in.readDouble();
        track.fixY = in.readDouble();
        track.fixVx = in.readDouble();
        track.fixVy = in.readDouble();
        track.fixEvery = in.readDouble();
        track.unitAt = in.readDouble();
        Bytes.fill(in, track.model);
        Bytes.fill(in, track.state);
        Bytes.fill(in, track.spread);
        Bytes.fill(in, track.kind);
        track.unit = in.readUTF();
        track.sensed = in.readBoolean();
        track.several = in.readBoolean();
        track.physics = in.readInt();
        track.firstSensor = in.readInt();
        track.contributions = Contribution.read(in);
        Motion.blend(track);
        return track;
    }
}
