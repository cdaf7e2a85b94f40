package org.entente.fusion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;

/// What tracks and alarms are worth against the truth, by the definitions of docs/formats/tracker.md: GOSPA (c 20 m, p 2, alpha 2),
/// honest covariance (ANEES), changes of number, and alarms that hit a crossing.
public final class Score {

    /// Where one object is.
    public record Place(long id, double x, double y) {}

    /// Where one track is, and how well that is said to be known.
    public record Said(long id, double x, double y, double sxx, double sxy, double syy) {}

    /// Somebody crosses the fence.
    public record Crossing(double at, String being, double x, double y, boolean inward) {}

    /// An alarm.
    public record Alarm(double at, double x, double y) {}

    /// Figures of one second: GOSPA, and which object (index) was matched with which track (index).
    public record Second(double gospa, Map<Integer, Integer> matched) {}

    /// Figures of a file of tracks.
    public record Tracks(double gospa, double anees, int changesOfNumber) {}

    /// Figures of its alarms.
    public record Alarms(int intrusions, int detected, int hits, int repeats, int unwanted) {

        /// Share of the intrusions that were raised.
        public double pd() {
            return detected / (double) Math.max(1, intrusions);
        }
    }

    private static final double C = 20;
    private static final double FAR = 1e6;

    private Score() {}

    /// One second.
    public static Second second(List<Place> truth, List<Said> said) {
        var cost = new double[truth.size()][said.size()];
        for (int i = 0; i < truth.size(); i++) {
            for (int j = 0; j < said.size(); j++) {
                double gap = gap(truth.get(i), said.get(j));
                cost[i][j] = Math.min(gap, C) * Math.min(gap, C);
            }
        }
        var matched = new LinkedHashMap<Integer, Integer>();
        double sum = 0;
        for (var pair : cheapest(cost).entrySet()) {
            double square = cost[pair.getKey()][pair.getValue()];
            if (square < C * C) {
                sum += square;
                matched.put(pair.getKey(), pair.getValue());
            }
        }
        double left = truth.size() + said.size() - 2.0 * matched.size();
        return new Second(Math.sqrt(sum + C * C / 2 * left), matched);
    }

    /// Every second from the fifth on, averaged.
    public static Tracks tracks(NavigableMap<Double, List<Place>> truth, Map<Double, List<Said>> said) {
        double gospa = 0;
        var honesty = new ArrayList<Double>();
        var seconds = truth.tailMap(5.0, true);
        var follows = new Follower();
        for (var second : seconds.entrySet()) {
            var tracks = said.getOrDefault(second.getKey(), List.of());
            var scored = second(second.getValue(), tracks);
            gospa += scored.gospa();
            scored.matched().forEach((i, j) -> honesty.add(honesty(second.getValue().get(i), tracks.get(j))));
            follows.next(second.getValue(), tracks);
        }
        return new Tracks(gospa / seconds.size(),
            honesty.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN), follows.changes);
    }

    /// Who follows whom, as long as they stay within 20 m (CLEAR-MOT), and how often an object got another number.
    private static final class Follower {
        private Map<Long, Long> before = Map.of();
        private final Map<Long, Long> last = new HashMap<>();
        private int changes;

        void next(List<Place> truth, List<Said> said) {
            var now = new LinkedHashMap<Long, Long>();
            for (var place : truth) {
                said.stream().filter(track -> before.getOrDefault(place.id(), -1L) == track.id())
                    .filter(track -> gap(place, track) < C).forEach(track -> now.put(place.id(), track.id()));
            }
            var places = truth.stream().filter(place -> !now.containsKey(place.id())).toList();
            var tracks = said.stream().filter(track -> !now.containsValue(track.id())).toList();
            var cost = new double[places.size()][tracks.size()];
            for (int i = 0; i < places.size(); i++) {
                for (int j = 0; j < tracks.size(); j++) {
                    double gap = gap(places.get(i), tracks.get(j));
                    cost[i][j] = gap < C ? gap : FAR;
                }
            }
            cheapest(cost).forEach((i, j) -> {
                if (cost[i][j] < C) {
                    now.put(places.get(i).id(), tracks.get(j).id());
                }
            });
            now.forEach((object, track) -> {
                var earlier = last.put(object, track);
                changes += earlier != null && !earlier.equals(track) ? 1 : 0;
            });
            before = now;
        }
    }

    /// Alarms within 10 s before to 15 s after an inward crossing of a person or vehicle and 40 m hit; one may cover a group.
    public static Alarms alarms(List<Crossing> crossings, List<Alarm> alarms) {
        var intrusions = crossings.stream()
            .filter(crossing -> crossing.inward() && Set.of("person", "vehicle").contains(crossing.being())).toList();
        var hit = new HashSet<Integer>();
        int hits = 0;
        int repeats = 0;
        int unwanted = 0;
        for (var alarm : alarms.stream().sorted(java.util.Comparator.comparingDouble(Alarm::at)).toList()) {
            var near = new ArrayList<Integer>();
            for (int k = 0; k < intrusions.size(); k++) {
                if (near(alarm, intrusions.get(k))) {
                    near.add(k);
                }
            }
            boolean fresh = hit.addAll(near);
            hits += fresh ? 1 : 0;
            repeats += !fresh && !near.isEmpty() ? 1 : 0;
            unwanted += near.isEmpty() ? 1 : 0;
        }
        return new Alarms(intrusions.size(), hit.size(), hits, repeats, unwanted);
    }

    private static boolean near(Alarm alarm, Crossing crossing) {
        double late = alarm.at() - crossing.at();
        return late >= -10 && late <= 15
            && StrictMath.hypot(alarm.x() - crossing.x(), alarm.y() - crossing.y()) <= 40;
    }

    private static double gap(Place place, Said track) {
        return StrictMath.hypot(place.x() - track.x(), place.y() - track.y());
    }

    private static double honesty(Place place, Said track) {
        double dx = place.x() - track.x();
        double dy = place.y() - track.y();
        double det = track.sxx() * track.syy() - track.sxy() * track.sxy();
        return (dx * dx * track.syy() - 2 * dx * dy * track.sxy() + dy * dy * track.sxx()) / det / 2;
    }

    /// The cheapest pairing of rows with columns, as many as the fewer of them (Kuhn 1955, by shortest augmenting paths).
    static Map<Integer, Integer> cheapest(double[][] cost) {
        int rows = cost.length;
        int columns = rows == 0 ? 0 : cost[0].length;
        if (rows > columns) {
            var pairs = new LinkedHashMap<Integer, Integer>();
            cheapest(turned(cost, rows, columns)).forEach((column, row) -> pairs.put(row, column));
            return pairs;
        }
        var u = new double[rows + 1];
        var v = new double[columns + 1];
        var rowOf = new int[columns + 1];
        for (int row = 1; row <= rows; row++) {
            augment(cost, row, u, v, rowOf);
        }
        var pairs = new LinkedHashMap<Integer, Integer>();
        for (int column = 1; column <= columns; column++) {
            if (rowOf[column] > 0) {
                pairs.put(rowOf[column] - 1, column - 1);
            }
        }
        return pairs;
    }

    private static double[][] turned(double[][] cost, int rows, int columns) {
        var turned = new double[columns][rows];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                turned[j][i] = cost[i][j];
            }
        }
        return turned;
    }

    private static void augment(double[][] cost, int row, double[] u, double[] v, int[] rowOf) {
        var least = new double[v.length];
        var way = new int[v.length];
        var used = new boolean[v.length];
        java.util.Arrays.fill(least, Double.POSITIVE_INFINITY);
        rowOf[0] = row;
        int column = 0;
        while (rowOf[column] != 0) {
            used[column] = true;
            int next = 0;
            double step = Double.POSITIVE_INFINITY;
            for (int j = 1; j < v.length; j++) {
                if (!used[j]) {
                    double now = cost[rowOf[column] - 1][j - 1] - u[rowOf[column]] - v[j];
                    if (now < least[j]) {
                        least[j] = now;
                        way[j] = column;
                    }
                    if (least[j] < step) {
                        step = least[j];
                        next = j;
                    }
                }
            }
            for (int j = 0; j < v.length; j++) {
                if (used[j]) {
                    u[rowOf[j]] += step;
                    v[j] -= step;
                } else {
                    least[j] -= step;
                }
            }
            column = next;
        }
        while (column != 0) {
            rowOf[column] = rowOf[way[column]];
            column = way[column];
        }
    }
}
