package org.entente.fusion;

import java.util.ArrayList;
import java.util.Arrays;

/// A fence as a polyline; walking along it, outside is on the left. A site may have several pieces, or none.
///
/// Places along it are metres from its beginning, piece after piece.
public final class Fence {

    /// The nearest place of the fence: signed distance (positive outside), place along it, and the point.
    ///
    /// @param distance metres, positive on the left; positive infinity where there is no fence
    /// @param beyond the point lies past an open end: there is no fence between its two sides
    public record Nearest(double distance, double along, double x, double y, boolean beyond) {}

    private static final double JOINT = 0.5;

    private final double[][] pieces;
    private final int[] starts;
    private final double[] along;

    /// @param lines each `{x0, y0, x1, y1, …}`, at least two points
    public Fence(double[]... lines) {
        var found = new ArrayList<double[]>();
        starts = new int[lines.length];
        for (int one = 0; one < lines.length; one++) {
            starts[one] = found.size();
            for (int point = 0; point + 3 < lines[one].length; point += 2) {
                var piece = Arrays.copyOfRange(lines[one], point, point + 4);
                if (length(piece) > 0) {
                    found.add(piece);
                }
            }
        }
        pieces = found.toArray(double[][]::new);
        along = new double[pieces.length + 1];
        for (int at = 0; at < pieces.length; at++) {
            along[at + 1] = along[at] + length(pieces[at]);
        }
    }

    /// A site without a fence.
    public static Fence none() {
        return new Fence();
    }

    /// Metres of fence in all.
    public double length() {
        return along[pieces.length];
    }

    /// Whether there is any fence.
    public boolean exists() {
        return pieces.length > 0;
    }

    /// The point at a place along the fence; a place beyond the ends is taken as the end.
    public double[] at(double place) {
        int piece = Math.max(0, Math.min(pieces.length - 1, find(place)));
        var line = pieces[piece];
        double part = Math.max(0, Math.min(1, (place - along[piece]) / length(line)));
        return new double[]{line[0] + part * (line[2] - line[0]), line[1] + part * (line[3] - line[1])};
    }

    /// Where along the fence line number `line` of the constructor begins.
    public double begins(int line) {
        return along[starts[line]];
    }

    /// The nearest place of the fence to a point.
    public Nearest nearest(double x, double y) {
        double best = Double.POSITIVE_INFINITY;
        double clearest = 0;
        int found = -1;
        for (int piece = 0; piece < pieces.length; piece++) {
            var line = pieces[piece];
            double part = Math.max(0, Math.min(1, share(line, x, y)));
            double qx = line[0] + part * (line[2] - line[0]);
            double qy = line[1] + part * (line[3] - line[1]);
            double gap = Math.sqrt((x - qx) * (x - qx) + (y - qy) * (y - qy));
            // a corner is as near by both its pieces: the one that the point is further beside knows the side
            boolean corner = Math.abs(gap - best) < 1e-9 && Math.abs(side(line, x, y)) > clearest;
            if (gap < best - 1e-9 || corner) {
                best = gap;
                clearest = Math.abs(side(line, x, y));
                found = piece;
            }
        }
        return found < 0 ? new Nearest(best, 0, x, y, false) : nearest(found, best, x, y);
    }

    private Nearest nearest(int piece, double gap, double x, double y) {
        var line = pieces[piece];
        double whole = share(line, x, y);
        double part = Math.max(0, Math.min(1, whole));
        double sign = side(line, x, y) > 0 ? 1 : -1;
        boolean beyond = whole * length(line) < -1 && !joined(line[0], line[1], piece)
            || (whole - 1) * length(line) > 1 && !joined(line[2], line[3], piece);
        return new Nearest(sign * gap, along[piece] + part * (along[piece + 1] - along[piece]),
            line[0] + part * (line[2] - line[0]), line[1] + part * (line[3] - line[1]), beyond);
    }

    /// How far along a piece the foot of a point lies, 0 to 1 within it.
    private static double share(double[] line, double x, double y) {
        double dx = line[2] - line[0];
        double dy = line[3] - line[1];
        return ((x - line[0]) * dx + (y - line[1]) * dy) / (dx * dx + dy * dy);
    }

    /// Metres that a point lies beside the line of a piece, outside above 0.
    private static double side(double[] line, double x, double y) {
        return ((line[2] - line[0]) * (y - line[1]) - (line[3] - line[1]) * (x - line[0])) / length(line);
    }

    /// Whether another piece of the fence begins or ends at this end of a piece.
    private boolean joined(double x, double y, int piece) {
        for (int other = 0; other < pieces.length; other++) {
            var line = pieces[other];
            boolean meets = Math.abs(line[0] - x) + Math.abs(line[1] - y) < JOINT
                || Math.abs(line[2] - x) + Math.abs(line[3] - y) < JOINT;
            if (other != piece && meets) {
                return true;
            }
        }
        return false;
    }

    private int find(double place) {
        int found = Arrays.binarySearch(along, place);
        return found >= 0 ? found : -found - 2;
    }

    private static double length(double[] line) {
        double dx = line[2] - line[0];
        double dy = line[3] - line[1];
        return Math.sqrt(dx * dx + dy * dy);
    }
}
