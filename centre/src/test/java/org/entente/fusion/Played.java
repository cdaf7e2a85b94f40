package org.entente.fusion;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.entente.fusion.Fusion.Shown;

/// A night played through the tracker as a desk looks at it: tracks each second, alarms each half second, every word of both kept.
final class Played {

    final Fusion fusion;
    final NavigableMap<Double, List<Shown>> tracks = new TreeMap<>();
    final List<FusedAlarm> judged = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();

    private Played(Fusion fusion) {
        this.fusion = fusion;
    }

    static Played of(FusionScenario night) {
        return of(night.setup(), night.scans(), night.end());
    }

    static Played of(FusionSetup setup, List<Scan> scans, double end) {
        return new Played(new Fusion(setup, Parameters.defaults())).on(scans, 0, end);
    }

    /// Goes on with a tracker that has heard everything that arrived before `from`.
    static Played goingOn(Fusion fusion, List<Scan> scans, double from, double end) {
        return new Played(fusion).on(scans, from, end);
    }

    private Played on(List<Scan> scans, double from, double end) {
        int next = 0;
        while (from > 0 && next < scans.size() && scans.get(next).arrived() <= from - 0.5) {
            next++;
        }
        for (double now = from; now <= end; now += 0.5) {
            while (next < scans.size() && scans.get(next).arrived() <= now) {
                fusion.on(scans.get(next++));
            }
            for (var alarm : fusion.judge(now)) {
                judged.add(alarm);
                words.append(said(alarm)).append('\n');
            }
            if (now == Math.rint(now)) {
                tracks.put(now, fusion.tracksAt(now));
                tracks.get(now).forEach(track -> words.append(track).append('\n'));
                fusion.standings(now).forEach(standing -> words.append(standing).append('\n'));
            }
        }
        return this;
    }

    /// An alarm as one line that holds every figure of it.
    static String said(FusedAlarm alarm) {
        var line = new StringBuilder().append(alarm.track()).append(' ').append(alarm.at()).append(' ')
            .append(alarm.x()).append(' ').append(alarm.y()).append(' ').append(alarm.along()).append(' ')
            .append(alarm.raised()).append(' ').append(alarm.grade());
        for (var term : alarm.terms()) {
            line.append(' ').append(term.code()).append('=').append(term.value());
            for (double figure : term.figures()) {
                line.append(',').append(figure);
            }
        }
        return line.append(alarm.used()).append(alarm.sensors()).toString();
    }

    List<FusedAlarm> raised() {
        return judged.stream().filter(FusedAlarm::raised).toList();
    }

    List<FusedAlarm> nearMisses() {
        return judged.stream().filter(alarm -> !alarm.raised()).toList();
    }

    List<Shown> at(double second) {
        return tracks.get(second);
    }

    /// The track nearest to a walker at a second, no further than 15 m.
    java.util.Optional<Shown> of(FusionScenario.Walker walker, double second) {
        return at(second).stream().filter(track -> off(track, walker, second) < 15)
            .min(java.util.Comparator.comparingDouble(track -> off(track, walker, second)));
    }

    static double off(Shown track, FusionScenario.Walker walker, double second) {
        return StrictMath.hypot(track.x() - walker.x(second), track.y() - walker.y(second));
    }

    /// Normalised error squared of a track, over its two dimensions: 1 on average where the covariance is honest.
    static double honesty(Shown track, FusionScenario.Walker walker, double second) {
        double dx = track.x() - walker.x(second);
        double dy = track.y() - walker.y(second);
        double det = track.sxx() * track.syy() - track.sxy() * track.sxy();
        return (dx * dx * track.syy() - 2 * dx * dy * track.sxy() + dy * dy * track.sxx()) / det / 2;
    }

    String words() {
        return words.toString();
    }

    /// SHA-256 of everything it said.
    String hash() {
        return hash(words());
    }

    static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
