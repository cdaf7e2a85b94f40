package org.entente.server;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entente.fusion.Fence;
import org.entente.fusion.Fov;
import org.entente.fusion.FusedAlarm;
import org.entente.fusion.Fusion;
import org.entente.fusion.FusionSetup;
import org.entente.fusion.Parameters;
import org.entente.fusion.Scan;
import org.entente.fusion.SensorModel;
import org.entente.fusion.SensorModel.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `track IN.det.jsonl OUT.tracks.jsonl`: the shipped tracker over a recorded file (docs/formats/tracker.md).
///
/// The same core with the same numbers as in the running centre; alarms are judged every half second.
final class TrackCommand {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final double JUDGED_EVERY = 0.5;
    private static final double LONGEST = 1e6;

    /// A file read whole: the site, its scans in order of arrival, and how long it lasts.
    record Recording(FusionSetup setup, List<Scan> scans, double end, double step, long detections) {}

    /// What is wrong with a file, and in which line.
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unreadable(int line, String what) {
            super("line " + line + ": " + what);
        }
    }

    private TrackCommand() {}

    /// Runs the command; gives the exit code.
    static int run(List<String> arguments) {
        if (arguments.size() != 2) {
            System.err.println("track IN.det.jsonl OUT.tracks.jsonl");
            return 2;
        }
        try {
            var recording = read(Path.of(arguments.getFirst()));
            try (var out = Files.newBufferedWriter(Path.of(arguments.getLast()))) {
                write(recording, Parameters.defaults(), out);
            }
            return 0;
        } catch (NoSuchFileException missing) {
            System.err.println("track: " + missing.getFile() + ": no such file or folder");
            return 1;
        } catch (Unreadable | IOException | UncheckedIOException wrong) {
            System.err.println("track: " + arguments.getFirst() + ": " + wrong.getMessage());
            return 1;
        }
    }

    /// Reads a recording.
    ///
    /// @throws Unreadable a line that is not of the format
    static Recording read(Path file) throws IOException {
        try (var lines = Files.newBufferedReader(file)) {
            return read(lines);
        }
    }

    static Recording read(BufferedReader lines) throws IOException {
        var header = node(lines.readLine(), 1);
        if (!header.path("k").asString("").equals("header") || !header.path("sensors").isArray()) {
            throw new Unreadable(1, "a header with \"k\":\"header\" and \"sensors\" is expected");
        }
        var setup = setup(header);
        var index = new HashMap<String, Integer>();
        for (var sensor : setup.sensors()) {
            index.put(sensor.id(), index.size());
        }
        var scans = new ArrayList<Scan>();
        long detections = 0;
        int number = 1;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                var node = node(line, number);
                scans.add(scan(node, index, setup, number));
                detections += scans.getLast().size();
            }
        }
        return new Recording(setup, scans, within(header, "t_end", 0, LONGEST),
            header.has("dt_out") ? within(header, "dt_out", JUDGED_EVERY, LONGEST) : 1, detections);
    }

    private static JsonNode node(String line, int number) {
        try {
            if (line == null) {
                throw new Unreadable(number, "the file is empty");
            }
            return JSON.readTree(line);
        } catch (JacksonException malformed) {
            throw new Unreadable(number, "not JSON: " + malformed.getOriginalMessage());
        }
    }

    private static double number(JsonNode node, String name, int line) {
        if (!node.path(name).isNumber()) {
            throw new Unreadable(line, "\"" + name + "\" must be a number");
        }
        return node.get(name).asDouble();
    }

    private static double within(JsonNode header, String name, double least, double most) {
        double value = number(header, name, 1);
        if (!(value >= least && value <= most)) {
            throw new Unreadable(1, "\"" + name + "\" must be from " + least + " to " + most + " seconds");
        }
        return value;
    }

    private static FusionSetup setup(JsonNode header) {
        var bounds = header.path("bounds");
        var all = new Fov.Everywhere(bounds.path(0).asDouble(0), bounds.path(1).asDouble(0),
            bounds.path(2).asDouble(1_000), bounds.path(3).asDouble(1_000));
        var sensors = new ArrayList<SensorModel>();
        header.get("sensors").forEach(node -> sensors.add(sensor(node, all)));
        var corners = header.path("fence");
        var line = new double[2 * corners.size()];
        for (int i = 0; i < corners.size(); i++) {
            if (!corners.get(i).path(0).isNumber() || !corners.get(i).path(1).isNumber()) {
                throw new Unreadable(1, "each corner of \"fence\" must be two numbers");
            }
            line[2 * i] = corners.get(i).get(0).asDouble();
            line[2 * i + 1] = corners.get(i).get(1).asDouble();
        }
        return new FusionSetup(sensors, line.length < 4 ? Fence.none() : new Fence(line));
    }

    private static SensorModel sensor(JsonNode node, Fov all) {
        var kind = switch (node.path("type").asString("")) {
            case "pos" -> Kind.POSITION;
            case "rb" -> Kind.RADAR;
            case "brg" -> Kind.BEARING;
            case "line" -> Kind.LINE;
            case "gps" -> Kind.GPS;
            default -> throw new Unreadable(1, "unknown type of sensor " + node.path("type"));
        };
        boolean line = kind == Kind.LINE;
        return new SensorModel(node.path("id").asString(""), kind, of(node, "x"), of(node, "y"),
            of(node, line ? "sig_s" : "sig"), of(node, "sig_r"), of(node, "sig_b"), of(node, "period"), of(node, "pd"),
            of(node, "pd_animal"), of(node, line ? "nuisance_rate" : "clutter_density"), of(node, "min_speed"),
            fov(node, all));
    }

    private static double of(JsonNode node, String name) {
        return node.path(name).asDouble(0);
    }

    private static Fov fov(JsonNode node, Fov all) {
        var fov = node.path("fov");
        return switch (fov.path("kind").asString("")) {
            case "rect" -> new Fov.Rect(of(fov, "x0"), of(fov, "y0"), of(fov, "x1"), of(fov, "y1"));
            case "sector" -> new Fov.Sector(of(node, "x"), of(node, "y"), of(fov, "az"), of(fov, "half"),
                of(fov, "rmin"), of(fov, "rmax"));
            default -> all;
        };
    }

    private static Scan scan(JsonNode node, Map<String, Integer> index, FusionSetup setup, int line) {
        var sensor = index.get(node.path("s").asString(""));
        if (sensor == null || !node.path("d").isArray()) {
            throw new Unreadable(line, "a scan names a sensor of the header in \"s\" and its detections in \"d\"");
        }
        var seen = node.get("d");
        int size = seen.size();
        var ids = new long[size];
        var a = new double[size];
        var b = new double[size];
        var kind = setup.sensors().get(sensor).kind();
        int scored = kind == Kind.POSITION ? 3 : kind == Kind.BEARING ? 2 : Integer.MAX_VALUE;
        boolean scores = size > 0 && seen.get(0).size() > scored;
        var likelihoods = new double[scores ? 3 * size : 0];
        var units = new String[kind == Kind.GPS ? size : 0];
        for (int i = 0; i < size; i++) {
            var one = seen.get(i);
            ids[i] = one.path(0).asLong(-1);
            a[i] = one.path(kind == Kind.LINE ? 2 : 1).asDouble(Double.NaN);
            b[i] = kind == Kind.LINE || kind == Kind.BEARING ? 0 : one.path(2).asDouble(Double.NaN);
            for (int k = 0; scores && k < 3; k++) {
                likelihoods[3 * i + k] = one.path(scored).path(k).asDouble(Double.NaN);
            }
            if (kind == Kind.GPS) {
                units[i] = one.path(3).asString("");
            }
        }
        return new Scan(node.path("n").asLong(line), number(node, "ta", line), number(node, "t", line), sensor, ids, a,
            b, likelihoods, units);
    }

    /// Plays a recording through the tracker and writes what it saw.
    static void write(Recording recording, Parameters parameters, BufferedWriter out) throws IOException {
        out.write("{\"k\":\"header\",\"v\":1,\"tracker\":\"entente\",\"lag\":0.0}\n");
        var fusion = new Fusion(recording.setup(), parameters);
        long began = System.nanoTime();
        long spent = 0;
        int next = 0;
        var text = new StringBuilder();
        for (int tick = 0; tick * JUDGED_EVERY <= recording.end(); tick++) {
            double now = tick * JUDGED_EVERY;
            long before = processor();
            while (next < recording.scans().size() && recording.scans().get(next).arrived() <= now) {
                fusion.on(recording.scans().get(next++));
            }
            var alarms = recording.setup().fence().exists() ? fusion.judge(now) : List.<FusedAlarm>of();
            boolean shown = Math.abs(now / recording.step() - Math.rint(now / recording.step())) < 1e-9;
            var tracks = shown ? fusion.tracksAt(now) : List.<Fusion.Shown>of();
            spent += processor() - before;
            text.setLength(0);
            if (shown) {
                tracks(now, tracks, text);
            }
            alarms.stream().filter(FusedAlarm::raised).forEach(alarm -> alarm(alarm, text));
            out.append(text);
        }
        out.write(
            String.format(Locale.ROOT, "{\"k\":\"end\",\"wall_s\":%.3f,\"cpu_s\":%.4f,\"dets\":%d,\"scans\":%d}\n",
                (System.nanoTime() - began) * 1e-9, Math.max(spent * 1e-9, 1e-4), recording.detections(),
                recording.scans().size()));
    }

    /// Processor time of this thread: the core alone, reading and writing apart.
    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void tracks(double now, List<Fusion.Shown> tracks, StringBuilder text) {
        text.append("{\"t\":").append(now).append(",\"tr\":[");
        for (var track : tracks) {
            text.append(text.charAt(text.length() - 1) == '[' ? "[" : ",[").append(track.id());
            for (double value : new double[]{track.x(), track.y(), track.vx(), track.vy(), track.sxx(), track.sxy(),
                    track.syy()}) {
                text.append(',').append(Math.rint(value * 1e4) / 1e4);
            }
            text.append(']');
        }
        text.append("]}\n");
    }

    private static void alarm(FusedAlarm alarm, StringBuilder text) {
        text.append("{\"k\":\"alarm\",\"t\":").append(alarm.at()).append(",\"x\":")
            .append(Math.rint(alarm.x() * 100) / 100)
            .append(",\"y\":").append(Math.rint(alarm.y() * 100) / 100).append(",\"id\":").append(alarm.track())
            .append(",\"why\":[");
        for (var used : alarm.used()) {
            text.append(text.charAt(text.length() - 1) == '[' ? "" : ",").append(used.detection());
        }
        text.append("]}\n");
    }
}
