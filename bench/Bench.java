import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Measures a centre over its public protocols and its command line, and prints one table. It knows no class of the centre.
///
/// Read [#measure()] for what is measured and in which order. The load programs share the processors with the centre.
final class Bench {

    /// Sensors of the reference deployment; each has a Datastream for what it observes and one for its health.
    private static final int SENSORS = 500;
    private static final Path REFERENCE = Path.of("centre/src/main/resources/reference/sensors.json");

    private final Path work;
    private final Path log;
    private final boolean quick;
    private final Figures figures = new Figures();

    private Bench(Path work, boolean quick) {
        this.work = work;
        this.log = work.resolve("centre.log");
        this.quick = quick;
    }

    /// @param arguments a folder to work in, then `alarms` for an alarm's way alone, `--quick` (a minute instead of five) and `--json FILE`
    public static void main(String[] arguments) throws Exception {
        var options = List.of(arguments).subList(1, arguments.length);
        var bench = new Bench(Path.of(arguments[0]), options.contains("--quick"));
        System.out.println(Machine.describe(bench.work));
        if (options.contains("alarms")) {
            bench.measureAlarms();
        } else {
            bench.measure();
        }
        System.out.println(bench.figures.table());
        if (options.contains("--json")) {
            Files.writeString(Path.of(options.get(options.indexOf("--json") + 1)), bench.figures.json());
        }
        System.exit(bench.figures.complete() ? 0 : 1);
    }

    private void measure() throws Exception {
        attempt("journal appends", this::journal);
        var data = work.resolve("data");
        attempt("first start", () -> {
            try (var first = RunningCentre.start(data, log)) {
                started(first, "start on an empty folder");
            }
        });
        try (var centre = RunningCentre.start(data, log)) {
            started(centre, "start again on the same data");
            attempt("memory after the start", () -> memory(centre, "after the start"));
            attempt("SensorThings", () -> sensorThings(centre));
            attempt("CoT, one to fifty", () -> cot(centre, 50, 1000, secs(15)));
            attempt("CoT, twenty a second", () -> cot(centre, 3, 20, secs(15)));
            attempt("observation to console", () -> console(centre));
            attempt("memory after the load", () -> memory(centre, "after all of this"));
        } catch (IllegalStateException notStarted) {
            figures.failed("centre", notStarted);
            System.err.println(Files.readString(log));
        }
    }

    private void measureAlarms() throws Exception {
        try (var centre = RunningCentre.start(work.resolve("data"), log)) {
            attempt("an alarm's way", () -> alarms(centre));
            attempt("memory after the load", () -> memory(centre, "after all of this"));
        } catch (IllegalStateException notStarted) {
            figures.failed("centre", notStarted);
            System.err.println(Files.readString(log));
        }
    }

    private interface Step {
        void run() throws Exception;
    }

    /// One step; when it fails the table says so and the others go on.
    private void attempt(String name, Step step) {
        System.err.println("measuring: " + name);
        try {
            step.run();
        } catch (Exception fault) { // the edge of a step
            figures.failed(name, fault);
        }
    }

    private int secs(int full) {
        return quick ? Math.min(4, full) : full;
    }

    private void journal() throws Exception {
        var words = RunningCentre.java();
        words.addAll(List.of("measure-journal", "" + secs(10), "" + secs(10)));
        var run = run(words, 0);
        var line = run.json();
        double all = Json.number(line, "all");
        figures.add("journal appends, 16 callers, each durable", "%,.0f /s; p50 %.1f, p99 %.1f ms".formatted(Json.number(line, "appends_s"), Json.number(line, "p50_ms"),
            Json.number(line, "p99_ms")), "", "", "~%.2f cores".formatted(run.used().others()));
        if (all < 1) {
            throw new IOException("nothing was appended");
        }
    }

    private void sensorThings(RunningCentre centre) throws Exception {
        var sensors = Files.write(work.resolve("all.txt"), datastreams(centre));
        attempt("one word of every sensor", () -> oneWordEach(centre, sensors));
        var twenty = Files.write(work.resolve("twenty.txt"), Files.readAllLines(sensors).subList(0, 20));
        var each = Files.write(work.resolve("each.txt"), Files.readAllLines(sensors).stream().limit(SENSORS).toList());
        attempt("last values, before", () -> {
            latest(centre, twenty, "before the load");
            latest(centre, each, "before the load");
            latest(centre, sensors, "before the load");
        });
        attempt("single POST", () -> observations(centre, "post", "single POST, 8 connections, each durable", "3,500 /s; p99 <= 15 ms", "conns=8", "warm=" + secs(20), "secs=" + secs(15)));
        attempt("dataArray", () -> observations(centre, "array", "dataArray of 1000, 4 connections, durable", "20,000 /s", "conns=4", "n=1000", "warm=" + secs(10), "secs=" + secs(15)));
        attempt("last values, after", () -> {
            latest(centre, twenty, "after the load");
            latest(centre, each, "after the load");
            latest(centre, sensors, "after the load");
        });
        attempt("newest thousand", () -> {
            var read = load(centre, work.resolve("array.txt"), "read", "conns=4", "top=1000", "warm=" + secs(4), "secs=" + secs(8));
            figures.add("newest 1000 observations of a sensor, 4 connections", rate(read.json()), "", "%.1f ms per read".formatted(read.cpuSeconds() * 1e3 / Json.number(read.json(), "requests")), read.others());
        });
    }

    private void observations(RunningCentre centre, String mode, String name, String target, String... options) throws Exception {
        var streams = work.resolve(mode + ".txt");
        load(centre, streams, "setup", "streams=20");
        var run = load(centre, streams, mode, options);
        var line = run.json();
        figures.add(name, "%,.0f observations/s; p50 %.1f, p99 %.1f ms%s".formatted(Json.number(line, "obs_s"), Json.number(line, "p50_ms"), Json.number(line, "p99_ms"), refusals(line)),
            target, "%.0f us per observation".formatted(run.cpuSeconds() * 1e6 / (Json.number(line, "obs_s") * Json.number(line, "secs"))), run.others());
    }

    private void latest(RunningCentre centre, Path sensors, String when) throws Exception {
        var run = load(centre, sensors, "readlatest", "conns=1", "warm=" + secs(4), "secs=" + secs(6));
        figures.add("last value of each of %d Datastreams, %s".formatted(Files.readAllLines(sensors).size(), when), rate(run.json()), "< 10 ms, flat",
            "%.1f ms per read".formatted(run.cpuSeconds() * 1e3 / Json.number(run.json(), "requests")), run.others());
    }

    private static String rate(Map<String, Object> line) {
        return "p50 %.1f, p99 %.1f ms; %,.0f /s%s".formatted(Json.number(line, "p50_ms"), Json.number(line, "p99_ms"), Json.number(line, "req_s"), refusals(line));
    }

    /// What was not answered with success; nothing when all was.
    @SuppressWarnings("unchecked")
    private static String refusals(Map<String, Object> line) {
        var status = (Map<String, Object>) line.get("status");
        boolean good = status.keySet().stream().allMatch(code -> code.startsWith("2")) && Json.number(line, "io_errors") == 0;
        return good ? "" : "; statuses " + status + ", connection errors " + line.get("io_errors");
    }

    private Run load(RunningCentre centre, Path streams, String mode, String... options) throws Exception {
        var postgres = Files.readAllLines(centre.data.resolve("database/postgres/postmaster.pid")).getFirst().strip();
        var words = program("StaLoad", mode, "url=" + centre.url() + "/sensorthings/v1.1", "dsfile=" + streams, "auth=Bearer " + centre.token(), "pids=" + centre.pid() + "," + postgres);
        words.addAll(List.of(options));
        return run(words, centre.pid());
    }

    private void cot(RunningCentre centre, int consumers, int rate, int secs) throws Exception {
        var words = program("CotBench", "proto=pb", "port=" + centre.cotTls, "ks=" + clientCertificate(centre), "pw=atakatak", "n=" + consumers, "p=1", "rate=" + rate,
            "warm=" + secs(8), "secs=" + secs, "drain=2", "pid=" + centre.pid());
        var run = run(words, centre.pid());
        var line = run.text();
        double delivered = figure(line, "delivered=([\\d.]+)%");
        figures.add("CoT, protobuf over TLS, 1 to %d at %,d /s".formatted(consumers, rate), "%,.0f routed/s; p50 %.2f, p99 %.2f ms; delivered %.2f %%, out of order %.2f %%".formatted(
            figure(line, "out=(\\d+)") * (secs + 2) / secs, figure(line, "p50=(\\d+)") / 1e3, figure(line, "p99=(\\d+)") / 1e3, delivered, figure(line, "ooo=([\\d.]+)%")),
            rate == 20 ? "p50 < 1 ms" : "all, in order, p99 < 10 ms, <= 0.8 core", "%.2f cores (centre)".formatted(figure(line, "srv_cpu=(\\d+)%") / 100 * (secs + 2) / secs),
            "~%.2f cores".formatted(run.used().others()));
    }

    private static Path clientCertificate(RunningCentre centre) throws IOException {
        try (var files = Files.list(centre.data.resolve("tak"))) {
            return files.filter(file -> file.toString().endsWith(".p12") && !file.getFileName().toString().matches("(ca|server|truststore)\\.p12")).sorted().findFirst().orElseThrow();
        }
    }

    private static double figure(String line, String pattern) throws IOException {
        Matcher found = Pattern.compile(pattern).matcher(line);
        if (!found.find()) {
            throw new IOException("the load program said: " + line);
        }
        return Double.parseDouble(found.group(1));
    }

    private void console(RunningCentre centre) throws Exception {
        var run = run(program("ConsoleLag", "url=" + centre.url(), "data=" + centre.data, "rate=2000", "warm=" + secs(10), "secs=" + secs(20)), centre.pid());
        var line = run.json();
        double accepted = Json.number(line, "accepted");
        figures.add("observation to console at 2,000 observations/s", "p50 %.0f, p99 %.0f ms; accepted %,.0f /s, refused %.0f, missing %.0f".formatted(Json.number(line, "p50_ms"),
            Json.number(line, "p99_ms"), Json.number(line, "accepted_s"), Json.number(line, "refused"), Json.number(line, "missing")), "",
            "%.0f us per observation".formatted((run.used().program() + run.used().children()) * 1e6 / accepted), "~%.2f cores".formatted(run.used().others()));
    }

    /// People go over the fence while twelve radars bring ten thousand detections a second.
    private void alarms(RunningCentre centre) throws Exception {
        int warm = secs(60);
        int secs = quick ? 30 : 300;
        var words = program("SapientLoad", "port=" + centre.sapient, "nodes=12", "rate=10000", "scan=84", "secs=" + (warm + secs + 25), "sensors=" + REFERENCE, "kind=RADAR",
            "start=" + centre.clock());
        var load = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.appendTo(work.resolve("load.log").toFile())).start();
        try {
            Thread.sleep(1_000L * warm);
            var run = run(program("AlarmLag", "url=" + centre.url(), "data=" + centre.data, "secs=" + secs), centre.pid());
            var sent = Json.object(new String(load.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            alarms(centre, run, sent);
        } finally {
            load.destroy();
        }
    }

    @SuppressWarnings("unchecked")
    private void alarms(RunningCentre centre, Run run, Map<String, Object> sent) throws Exception {
        System.err.print(Files.readString(work.resolve("load.log"))); // which were slow, and when
        var line = run.json();
        var answers = (Map<String, Object>) sent.get("answers");
        figures.add("detections over SAPIENT, 12 nodes", "%,.0f /s; the socket %.0f ms behind at worst; observations lost %,.0f, refused %.0f".formatted(Json.number(sent, "detections_s"),
            Json.number(sent, "behind_ms"), lost(centre, Json.number(sent, "scans")), Json.number(answers, "refused") + Json.number(answers, "errors") + Json.number(sent, "broken")),
            "10,000 /s; none lost", "%.2f cores (centre and PostgreSQL)".formatted((run.used().program() + run.used().children()) / (run.used().nanos() / 1e9)),
            "~%.2f cores with the load program".formatted(run.used().others()));
        figures.add("alarm on the console, from the socket", "p50 %.0f, p90 %.0f, p99 %.0f, worst %.0f ms of %.0f; over 100 ms %.0f".formatted(Json.number(line, "p50_ms"),
            Json.number(line, "p90_ms"), Json.number(line, "p99_ms"), Json.number(line, "max_ms"), Json.number(line, "timed"), Json.number(line, "over_100_ms")), "p99 < 100 ms", "", "");
        figures.add("people over the fence, in %.0f sections".formatted(Json.number(line, "sections")), "%.0f; alarm before the fibre spoke %.0f, never %.0f".formatted(
            Json.number(line, "walks"), Json.number(line, "early"), Json.number(line, "never")), "", "", "");
    }

    /// Observations of the twelve radars that are not in the record: it keeps each scan in the same number of pieces.
    @SuppressWarnings("unchecked")
    private static double lost(RunningCentre centre, double scans) throws Exception {
        double kept = 0;
        var streams = Json.object(Get.text(centre.url() + "/sensorthings/v1.1/Datastreams?$select=id,name&$top=10000", centre.token())).get("value");
        for (var one : (List<Map<String, Object>>) streams) {
            if (one.get("name").toString().matches("\\w+-RAD-\\d+/detection")) {
                kept += Json.number(Json.object(Get.text("%s/sensorthings/v1.1/Datastreams(%.0f)/Observations?$top=0&$count=true".formatted(centre.url(), Json.number(one, "@iot.id")),
                    centre.token())), "@iot.count");
            }
        }
        return scans * Math.ceil(kept / scans) - kept;
    }

    private void started(RunningCentre centre, String name) {
        var used = centre.used;
        figures.add(name, "%.1f s".formatted(used.nanos() / 1e9), "< 15 s", "%.1f s of processor".formatted(used.program() + used.children()), "~%.2f cores".formatted(used.others()));
    }

    private void memory(RunningCentre centre, String when) throws IOException {
        figures.add("resident memory " + when, "centre %d MB, PostgreSQL %d MB".formatted(Meter.resident(centre.pid()), Meter.residentChildren(centre.pid())), "< 1 GB", "", "");
    }

    /// The ids of every Datastream of the reference deployment.
    @SuppressWarnings("unchecked")
    private static List<String> datastreams(RunningCentre centre) throws Exception {
        var ids = new ArrayList<String>();
        for (var one : (List<Object>) Json.object(Get.text(centre.url() + "/sensorthings/v1.1/Datastreams?$select=id&$top=10000", centre.token())).get("value")) {
            ids.add(String.format(Locale.ROOT, "%.0f", Json.number((Map<String, Object>) one, "@iot.id")));
        }
        if (ids.isEmpty()) {
            throw new IOException("the centre has no Datastreams");
        }
        return ids;
    }

    /// Lets every Datastream have a last value.
    private static void oneWordEach(RunningCentre centre, Path sensors) throws Exception {
        try (var post = new Post(java.net.URI.create(centre.url()), "/sensorthings/v1.1/Observations", centre.token())) {
            for (var id : Files.readAllLines(sensors)) {
                int status = post.send("{\"phenomenonTime\":\"2026-09-21T14:18:00.000Z\",\"result\":null,\"Datastream\":{\"@iot.id\":" + id + "}}");
                if (status != 201) {
                    throw new IOException("an observation for Datastream " + id + " was answered with " + status);
                }
            }
        }
    }

    private ArrayList<String> program(String name, String... arguments) {
        var words = new ArrayList<>(List.of(System.getenv("JAVA_HOME") + "/bin/java", "-Xmx256m", "-cp", work.resolve("classes").toString(), name));
        words.addAll(List.of(arguments));
        return words;
    }

    /// What a load program printed, and what the machine did meanwhile.
    private record Run(String text, Meter used) {

        Map<String, Object> json() throws IOException {
            if (!text.contains("{")) {
                throw new IOException("the load program said: " + text);
            }
            return Json.object(text.substring(text.indexOf('{')));
        }

        /// Seconds of processor of centre and PostgreSQL in the measured time, as StaLoad counted them.
        @SuppressWarnings("unchecked")
        double cpuSeconds() throws IOException {
            return ((List<Object>) json().get("server_cpu_s")).stream().mapToDouble(seconds -> (Double) seconds).sum();
        }

        String others() throws IOException {
            return "%.2f cores".formatted(Json.number(json(), "other_cpu_s") / Json.number(json(), "secs"));
        }
    }

    private Run run(List<String> words, long centre) throws IOException, InterruptedException {
        var before = Meter.read(centre);
        var process = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.appendTo(work.resolve("load.log").toFile())).start();
        var text = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("a load program failed: " + tail(work.resolve("load.log")));
        }
        return new Run(text.strip(), Meter.read(centre).since(before));
    }

    private static String tail(Path file) throws IOException {
        var lines = Files.readAllLines(file);
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
    }
}
