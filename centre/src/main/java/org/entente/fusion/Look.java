package org.entente.fusion;

import static org.entente.fusion.Track.CLASSES;
import static org.entente.fusion.Track.MODELS;
import static org.entente.fusion.Track.STANDING;

import java.util.Arrays;
import java.util.List;

/// One look of one sensor, from detections to tracks: who may have made which, how likely each is, and what each track is
/// then. How likely one detection is of one track, and what it corrects, is the measurement's own matter.
///
/// Scratch memory that all copies of a world share, for one step at a time.
abstract sealed class Look permits Places, Bearings {

    private static final double CERTAIN = 1 - 1e-9;
    private static final double OUTDONE = 0.5;

    /// How much of a look a message is: all of it; some detections of it, told by themselves; the rest of one that was begun.
    enum Told {
        WHOLE, PART, REST
    }

    final Parameters with;
    final Edges edges;
    final double[] chance = new double[MODELS];
    Scan scan;
    SensorModel sensor;
    double now;
    Track[] gathered = new Track[256];
    int count;
    /// How far a track was missed that made none of the detections: 1 in a whole look, 0 in a part of one.
    private double misses = 1;
    /// The same for a track that might have made one of them: in a part, too, its silence says something, or each word
    /// about one walker would feed all tracks near it.
    private double outdone = 1;

    Look(Parameters with, Edges edges) {
        this.with = with;
        this.edges = edges;
    }

    /// Adds an edge by [#consider] to each detection that the track may have made.
    abstract void reach(Track track);

    /// Density of a detection, were it of this track and model, times the probability of both.
    abstract double like(Track track, int model, int detection);

    /// Density of what else a detection may be.
    abstract double otherwise(int detection);

    /// Before the models of a track are corrected by edges `from` to `to`; gives its probability of existence.
    abstract double begin(Track track, double exists, int from, int to);

    /// Corrects one model by the weighted detections: `sum` of the weights, of which `none` is "not seen".
    abstract void correct(Track track, int model, int from, int to, double sum, double none);

    /// Where a detection lies that a track was seen by.
    abstract double x(Track track, int detection);

    abstract double y(Track track, int detection);

    /// Takes the look; the tracks that may have been seen stand in [#gathered] afterwards, in order.
    void take(Scan scan, SensorModel sensor, double now, Told told, List<Track> tracks) {
        this.scan = scan;
        this.sensor = sensor;
        this.now = now;
        misses = told == Told.WHOLE ? 1 : 0;
        outdone = told == Told.PART ? OUTDONE : misses;
        edges.clear(scan.size());
        count = 0;
        for (var track : tracks) {
            if (gather(track)) {
                keep(track);
            }
        }
        edges.settle();
        for (int i = 0; i < count; i++) {
            update(gathered[i], i);
        }
    }

    private boolean gather(Track track) {
        double seen = sensor.fov().inside(track.x, track.y, track.blur());
        if (seen < 0.01) {
            return false;
        }
        double mean = chances(track, seen);
        reach(track);
        edges.end(1 - track.exists * mean * silence(edges.reached()));
        return true;
    }

    private void keep(Track track) {
        if (count == gathered.length) {
            gathered = Arrays.copyOf(gathered, 2 * count);
        }
        gathered[count++] = track;
    }

    final void consider(Track track, int detection) {
        int e = edges.add(detection);
        edges.claims[detection] += track.exists > 0.5 ? 1 : 0;
        double sum = 0;
        for (int m = 0; m < MODELS; m++) {
            double like = like(track, m, detection);
            edges.byModel[3 * e + m] = like;
            sum += like;
        }
        edges.weight[e] = track.exists * sum * resemblance(track, detection) / otherwise(detection);
    }

    /// Probability of detection by model into [#chance]; gives their mean.
    private double chances(Track track, double seen) {
        double mean = 0;
        for (int m = 0; m < MODELS; m++) {
            double one = seen * sensor.detects();
            if (sensor.blindBelow() > 0) {
                one *= m == STANDING ? 0.02 : moving(track, m, sensor.blindBelow());
            }
            chance[m] = one;
            mean += track.model[m] * one;
        }
        return mean;
    }

    private static double moving(Track track, int m, double blindBelow) {
        double vx = track.state[4 * m + 2];
        double vy = track.state[4 * m + 3];
        double spread = Math.sqrt(0.5 * (track.spread[10 * m + 7] + track.spread[10 * m + 9]));
        double speed = Math.sqrt(vx * vx + vy * vy + spread * spread);
        double z = (speed - blindBelow) / Math.max(spread, 0.05);
        return z > 4 ? 1 : Plane.phi(z);
    }

    private void update(Track track, int i) {
        int from = edges.begins[i];
        int to = edges.begins[i + 1];
        double seen = sensor.fov().inside(track.x, track.y, track.blur());
        double mean = chances(track, seen);
        double silence = silence(to > from);
        double stillThere = edges.unseen[i] * track.exists * (1 - mean * silence)
            / (1 - track.exists * mean * silence);
        if (from == to) {
            missed(track, mean, silence, stillThere);
            return;
        }
        double exists = stillThere;
        for (int e = from; e < to; e++) {
            exists += edges.belief[e];
        }
        exists = begin(track, exists, from, to);
        believe(from, to);
        double total = 0;
        for (int m = 0; m < MODELS; m++) {
            double none = stillThere * track.model[m] * (1 - chance[m] * silence)
                / Math.max(1 - mean * silence, 1e-12);
            double sum = none;
            for (int e = from; e < to; e++) {
                sum += edges.byModel[3 * e + m];
            }
            if (sum > 1e-12) {
                correct(track, m, from, to, sum, none);
            }
            track.model[m] = sum;
            total += sum;
        }
        finish(track, exists, total, from, to);
    }

    /// From how likely each model is to what is believed: that the detection is the track's, and made by this model.
    private void believe(int from, int to) {
        for (int e = from; e < to; e++) {
            double all = edges.byModel[3 * e] + edges.byModel[3 * e + 1] + edges.byModel[3 * e + 2];
            for (int m = 0; m < MODELS; m++) {
                edges.byModel[3 * e + m] = all <= 0 ? 0 : edges.belief[e] * edges.byModel[3 * e + m] / all;
            }
        }
    }

    /// How far it says something that a track made none of the detections.
    private double silence(boolean reached) {
        return reached ? outdone : misses;
    }

    private void missed(Track track, double mean, double silence, double stillThere) {
        for (int m = 0; m < MODELS; m++) {
            track.model[m] *= (1 - chance[m] * silence) / (1 - mean * silence);
        }
        track.exists = stillThere;
        Motion.blend(track);
    }

    private void finish(Track track, double exists, double total, int from, int to) {
        for (int m = 0; m < MODELS; m++) {
            track.model[m] = total > 1e-200 ? track.model[m] / total : 1.0 / MODELS;
        }
        track.exists = Math.min(exists, CERTAIN);
        Motion.blend(track);
        int best = from;
        double seen = 0;
        for (int e = from; e < to; e++) {
            seen += edges.belief[e];
            best = edges.belief[e] > edges.belief[best] ? e : best;
        }
        if (scan.scores.length > 0) {
            classify(track, from, to, seen);
        }
        if (seen > 0.3 * track.exists) {
            track.looks++;
            track.lastSeen = now;
            track.saw(scan.sensor, sensor.kind());
            int j = edges.plot[best];
            track.contributions = Contribution.after(track.contributions, scan.ids[j], scan.sensor, now, x(track, j),
                y(track, j), edges.belief[best]);
        }
    }

    private void classify(Track track, int from, int to, double seen) {
        double total = 0;
        for (int k = 0; k < CLASSES; k++) {
            double gain = 1 - seen;
            for (int e = from; e < to; e++) {
                gain += edges.belief[e] * sharp(scan.scores[3 * edges.plot[e] + k])
                    / resemblance(track, edges.plot[e]);
            }
            edges.sharps[k] = track.kind[k] * gain;
            total += edges.sharps[k];
        }
        for (int k = 0; k < CLASSES; k++) {
            track.kind[k] = Math.max(edges.sharps[k] / total, 1e-4);
        }
    }

    /// How much better the scores of a detection fit the track's class than clutter: Dirichlet(4,1,1) against (1,1,1).
    private double resemblance(Track track, int j) {
        if (scan.scores.length == 0) {
            return 1;
        }
        double fit = 0;
        for (int k = 0; k < CLASSES; k++) {
            fit += track.kind[k] * sharp(scan.scores[3 * j + k]);
        }
        return fit;
    }

    final double sharp(double score) {
        double p = Math.max(score, 0.02);
        return switch (with.sharpness()) {
            case 2 -> 6 * p * p;
            case 3 -> 10 * p * p * p;
            default -> 1;
        };
    }
}
