package org.entente.fusion;

import java.util.Arrays;

/// Which track may have made which detection, how likely, and the probabilities that follow: association by loopy belief
/// propagation (Williams and Lau 2014, "Approximate evaluation of marginal association probabilities with belief
/// propagation"). It converges; the iterations are bounded all the same.
final class Edges {

    private static final int MOST_TURNS = 40;
    private static final double SETTLED = 1e-4;

    int count;
    int[] plot = new int[256];
    double[] weight = new double[256];
    double[] byModel = new double[3 * 256];
    double[] belief = new double[256];
    private double[] toPlot = new double[256];
    private double[] toTrack = new double[256];

    int tracks;
    int[] begins = new int[257];
    double[] missed = new double[256];
    double[] unseen = new double[256];

    int plots;
    final double[] sharps = new double[3];
    int[] claims = new int[64];
    double[] fresh = new double[64];
    private double[] sums = new double[64];

    void clear(int plots) {
        count = 0;
        tracks = 0;
        this.plots = plots;
        begins[0] = 0;
        if (fresh.length < plots) {
            fresh = new double[2 * plots];
            sums = new double[2 * plots];
            claims = new int[2 * plots];
        }
        Arrays.fill(claims, 0, plots, 0);
    }

    /// Adds an edge of the track that is being gathered.
    ///
    int add(int toPlotNumber) {
        if (count == plot.length) {
            int room = 2 * count;
            plot = Arrays.copyOf(plot, room);
            weight = Arrays.copyOf(weight, room);
            byModel = Arrays.copyOf(byModel, 3 * room);
            belief = new double[room];
            toPlot = new double[room];
            toTrack = new double[room];
        }
        plot[count] = toPlotNumber;
        return count++;
    }

    /// Whether the track that is being gathered may have made any detection.
    boolean reached() {
        return count > begins[tracks];
    }

    /// Ends the track that was gathered.
    ///
    /// @param none weight of "made none of the detections"
    void end(double none) {
        if (tracks + 1 == begins.length) {
            begins = Arrays.copyOf(begins, 2 * begins.length);
            missed = Arrays.copyOf(missed, begins.length);
            unseen = new double[begins.length];
        }
        missed[tracks] = none;
        begins[++tracks] = count;
    }

    /// Works out [#belief] of every edge, [#unseen] of every track and [#fresh] of every detection (nobody's so far).
    void settle() {
        Arrays.fill(toTrack, 0, count, 1);
        double moved = 1;
        for (int turn = 0; turn < MOST_TURNS && moved > SETTLED; turn++) {
            Arrays.fill(sums, 0, plots, 0);
            send();
            moved = answer();
        }
        for (int j = 0; j < plots; j++) {
            fresh[j] = 1 / (1 + sums[j]);
        }
        for (int i = 0; i < tracks; i++) {
            double total = missed[i];
            for (int e = begins[i]; e < begins[i + 1]; e++) {
                total += weight[e] * toTrack[e];
            }
            for (int e = begins[i]; e < begins[i + 1]; e++) {
                belief[e] = weight[e] * toTrack[e] / total;
            }
            unseen[i] = missed[i] / total;
        }
    }

    private void send() {
        for (int i = 0; i < tracks; i++) {
            double total = missed[i];
            for (int e = begins[i]; e < begins[i + 1]; e++) {
                total += weight[e] * toTrack[e];
            }
            for (int e = begins[i]; e < begins[i + 1]; e++) {
                toPlot[e] = weight[e] / Math.max(total - weight[e] * toTrack[e], 1e-300);
                sums[plot[e]] += toPlot[e];
            }
        }
    }

    private double answer() {
        double moved = 0;
        for (int e = 0; e < count; e++) {
            double now = 1 / (1 + Math.max(0, sums[plot[e]] - toPlot[e]));
            moved = Math.max(moved, Math.abs(now - toTrack[e]));
            toTrack[e] = now;
        }
        return moved;
    }
}
