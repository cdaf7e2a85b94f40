package org.entente.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPInputStream;
import org.entente.fusion.Fence;
import org.entente.fusion.Fov;
import org.entente.fusion.FusionSetup;
import org.entente.fusion.Scan;
import org.entente.fusion.SensorModel;

/// The nights that are measured: a recorded one where a folder holds it, else one made up of the same size and density.
final class Nights {

    private static final double SIDE = 5_000;
    private static final int OBJECTS = 1_000;
    private static final int CLUTTER = 500;

    private Nights() {}

    /// `c` has one position sensor, `c10` ten that look one after the other; a thousand objects on 25 km² each.
    static TrackCommand.Recording night(String folder, String family) throws IOException {
        for (var ending : List.of("-1.det.jsonl", "-1.det.jsonl.gz")) {
            var file = Path.of(folder, family + ending);
            if (!folder.isEmpty() && Files.exists(file)) {
                var in = Files.newInputStream(file);
                var plain = ending.endsWith("gz") ? new GZIPInputStream(in) : in;
                try (var lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
                    return TrackCommand.read(lines);
                }
            }
        }
        return family.equals("c") ? madeUp(1, 60) : madeUp(10, 30);
    }

    private static TrackCommand.Recording madeUp(int sensors, double end) {
        var chance = new SplittableRandom(1);
        var all = new Fov.Everywhere(0, 0, SIDE, SIDE);
        var models = new ArrayList<SensorModel>();
        for (int s = 0; s < sensors; s++) {
            models.add(new SensorModel("P" + s, SensorModel.Kind.POSITION, 0, 0, 5, 0, 0, 1, 0.9, 0,
                CLUTTER / all.area(), 0, all));
        }
        var walks = new double[OBJECTS][];
        for (int i = 0; i < OBJECTS; i++) {
            double heading = chance.nextDouble(2 * Math.PI);
            double speed = chance.nextDouble(0.5, 2);
            walks[i] = new double[]{chance.nextDouble(SIDE), chance.nextDouble(SIDE), speed * Math.cos(heading),
                    speed * Math.sin(heading)};
        }
        var scans = new ArrayList<Scan>();
        long detections = 0;
        for (int s = 0; s < sensors; s++) {
            for (double at = s / (double) sensors; at <= end; at++) {
                scans.add(look(chance, s, at, walks, detections));
                detections += scans.getLast().size();
            }
        }
        scans.sort(Comparator.comparingDouble(Scan::arrived));
        return new TrackCommand.Recording(new FusionSetup(models, Fence.none()), scans, end, 1, detections);
    }

    private static Scan look(SplittableRandom chance, int sensor, double at, double[][] walks, long ids) {
        var seen = new ArrayList<double[]>();
        for (var walk : walks) {
            if (chance.nextDouble() < 0.9) {
                seen.add(new double[]{walk[0] + walk[2] * at + chance.nextGaussian(0, 5),
                        walk[1] + walk[3] * at + chance.nextGaussian(0, 5)});
            }
        }
        for (int i = 0; i < CLUTTER; i++) {
            seen.add(new double[]{chance.nextDouble(SIDE), chance.nextDouble(SIDE)});
        }
        var names = new long[seen.size()];
        java.util.Arrays.setAll(names, i -> ids + i);
        return new Scan(ids, at + 0.1, at, sensor, names, seen.stream().mapToDouble(one -> one[0]).toArray(),
            seen.stream().mapToDouble(one -> one[1]).toArray(), new double[0], new String[0]);
    }
}
