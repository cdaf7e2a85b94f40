package org.entente.server;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.entente.fusion.Fence;
import org.entente.fusion.FusedAlarm;
import org.entente.fusion.Fusion;
import org.entente.fusion.FusionSetup;
import org.entente.fusion.Parameters;
import org.entente.fusion.Scan;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What single steps of the fusion core cost once a thousand tracks are there.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class FusionBench {

    private static final double HALF = 30;

    private TrackCommand.Recording c;
    private TrackCommand.Recording c10;
    private byte[] full;
    private Fusion running;

    /// Reads or makes the nights and plays the first half of one, so that all tracks are there.
    @Setup
    public void prepare() throws IOException {
        var folder = System.getProperty("entente.nights", "");
        c = Nights.night(folder, "c");
        c10 = Nights.night(folder, "c10");
        full = bytes(played(c.setup(), c, HALF));
        var fenced = new FusionSetup(c.setup().sensors(), new Fence(new double[]{0, 2_500, 1_000, 2_400, 2_000, 2_500,
                3_000, 2_600, 4_000, 2_500, 5_000, 2_500}));
        running = Fusion.read(fenced, Parameters.defaults(), in(bytes(played(fenced, c, HALF))));
    }

    private static Fusion played(FusionSetup setup, TrackCommand.Recording night, double until) {
        var fusion = new Fusion(setup, Parameters.defaults());
        night.scans().stream().filter(scan -> scan.arrived() <= until).forEach(scan -> {
            fusion.on(scan);
            fusion.tracksAt(scan.arrived());
        });
        return fusion;
    }

    /// Plays a night from beginning to end, tracks asked for twice a second; gives the last ones.
    static List<Fusion.Shown> play(TrackCommand.Recording night) {
        var fusion = new Fusion(night.setup(), Parameters.defaults());
        var shown = List.<Fusion.Shown>of();
        int next = 0;
        for (double now = 0; now <= night.end(); now += 0.5) {
            while (next < night.scans().size() && night.scans().get(next).arrived() <= now) {
                fusion.on(night.scans().get(next++));
            }
            shown = fusion.tracksAt(now);
        }
        return shown;
    }

    private static byte[] bytes(Fusion fusion) throws IOException {
        var bytes = new ByteArrayOutputStream();
        fusion.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static DataInputStream in(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }

    /// The whole of night c, tracks asked for twice a second.
    @Benchmark
    public List<Fusion.Shown> wholeNightC() {
        return play(c);
    }

    /// The whole of night c10.
    @Benchmark
    public List<Fusion.Shown> wholeNightC10() {
        return play(c10);
    }

    /// A snapshot is written.
    @Benchmark
    public byte[] snapshotWrite() throws IOException {
        return bytes(running);
    }

    /// A snapshot is read.
    @Benchmark
    public Fusion snapshotRead() throws IOException {
        return Fusion.read(c.setup(), Parameters.defaults(), in(full));
    }

    /// A thousand tracks are judged against a fence of five pieces.
    @Benchmark
    public List<FusedAlarm> fenceJudging() {
        return running.judge(HALF);
    }

    /// A tracker that has heard the first half of night c, and the look that comes next; made anew for each measurement.
    @State(Scope.Thread)
    public static class Next {

        private Fusion fusion;
        private Scan scan;

        /// Restores the tracker.
        @Setup(Level.Invocation)
        public void restore(FusionBench bench) throws IOException {
            fusion = Fusion.read(bench.c.setup(), Parameters.defaults(), in(bench.full));
            scan = bench.c.scans().stream().filter(one -> one.arrived() > HALF).findFirst().orElseThrow();
            fusion.tracksAt(HALF);
        }
    }

    /// One more look of about 1,400 detections: taken, worked out, shown.
    @Benchmark
    public List<Fusion.Shown> oneScan(Next next) {
        next.fusion.on(next.scan);
        return next.fusion.tracksAt(next.scan.arrived());
    }
}
