package org.entente.server;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/// The table of `./entente bench fusion`: what the core takes of a processor, by the processor's own time, then what single steps take.
///
/// Only the core is counted: files are read, and every detection parsed, before the measurement begins.
public final class FusionFigures {

    private static final int WARM = 20;
    private static final int RUNS = 15;

    private FusionFigures() {}

    /// `FusionFigures [FOLDER] [--quick]`.
    public static void main(String[] arguments) throws Exception {
        var given = Arrays.stream(arguments).filter(argument -> !argument.startsWith("--")).toList();
        boolean quick = List.of(arguments).contains("--quick");
        var folder = given.isEmpty() ? "" : given.getFirst();
        System.out.println((folder.isEmpty() ? "nights made up" : "recorded nights") + ", one thread, "
            + Runtime.getRuntime().availableProcessors() + " cores, JDK " + Runtime.version());
        var c = Nights.night(folder, "c");
        var c10 = Nights.night(folder, "c10");
        double forC = median(c, quick);
        double forC10 = median(c10, quick);
        long tracks = FusionBench.play(c10).size();
        double perSecond = c.detections() / forC;
        double share = 100 * forC10 / c10.detections() * 10_000;
        System.out.printf(Locale.ROOT, "| %-66s | %16s | %14s |%n", "figure", "measured", "to reach");
        System.out.printf(Locale.ROOT, "| %-66s | %,16.0f | %14s |%n",
            "c: detections a second of processor (" + c.detections() + ")", perSecond, ">= 100,000");
        System.out.printf(Locale.ROOT, "| %-66s | %14.1f %% | %14s |%n", "c10: share of a core for 10,000 detections/s ("
            + tracks + " tracks)", share, "<= 8 %");
        steps(folder, quick);
    }

    /// Seconds of processor that a night takes, the median of several times, once it is warm.
    private static double median(TrackCommand.Recording night, boolean quick) {
        for (int i = 0; i < (quick ? 5 : WARM); i++) {
            FusionBench.play(night);
        }
        var times = new double[quick ? 5 : RUNS];
        var threads = ManagementFactory.getThreadMXBean();
        for (int i = 0; i < times.length; i++) {
            long before = threads.getCurrentThreadCpuTime();
            FusionBench.play(night);
            times[i] = (threads.getCurrentThreadCpuTime() - before) * 1e-9;
        }
        Arrays.sort(times);
        return times[times.length / 2];
    }

    private static void steps(String folder, boolean quick) throws Exception {
        var options = new OptionsBuilder().include("FusionBench").jvmArgsAppend("-Dentente.nights=" + folder, "-Xmx1g");
        if (quick) {
            options.warmupIterations(1).measurementIterations(1).measurementTime(TimeValue.milliseconds(300));
        }
        for (var result : new Runner(options.verbosity(org.openjdk.jmh.runner.options.VerboseMode.SILENT).build())
            .run()) {
            var score = result.getPrimaryResult();
            System.out.printf(Locale.ROOT, "| %-66s | %13.2f ms | %14s |%n",
                score.getLabel() + " (wall)", score.getScore(),
                Double.isNaN(score.getScoreError()) ? "" : String.format(Locale.ROOT, "± %.2f ms",
                    score.getScoreError()));
        }
    }
}
