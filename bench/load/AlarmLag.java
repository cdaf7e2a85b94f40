import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// How long an intrusion takes from the detection that completes it, at the socket, to the alarm in a console's event stream.
///
/// People come to the fence before cameras of the reference deployment and go over it, each in a section of its own; then the
/// section's fibre speaks. The time runs from the sending of the fibre's word to the crossing's alarm in the frame. A section
/// is used again after `cycle` seconds, when its last alarm has returned, at another place of it. Run it while `SapientLoad` brings
/// ten thousand detections a second. Prints one JSON line: of `walks`, those `timed`, those whose alarm came `early` (before the
/// fibre spoke: nothing to time) and those that `never` had one. The slow and the missing are told on the error stream, with what
/// they were raised on or nearly were.
///
/// `java AlarmLag.java url=http://127.0.0.1:8080 data=var/demo [secs=300] [cycle=63]`
final class AlarmLag {

    private static final double NORTH = 111_195;
    private static final double STEP_S = 0.5;
    /// Of a fence's sections this many apart are used one after the other: a fibre may speak for its neighbours too.
    private static final int STRIDE = 5;
    /// Places along a section, its middle first, never a corner.
    private static final double[] SHARES = {0.49, 0.37, 0.61, 0.25, 0.73, 0.13, 0.85};

    /// Where somebody goes over.
    private record Spot(String zone, String camera, double[] middle, double[] outward) {

        double[] at(double metresOutside) {
            return new double[]{middle[0] + outward[1] * metresOutside / NORTH,
                    middle[1] + outward[0] * metresOutside / (NORTH * Math.cos(Math.toRadians(middle[0])))};
        }
    }

    /// One who goes over; times of the machine, 0: not yet.
    private static final class Walk {
        final Spot spot;
        volatile long sent;
        volatile long alarmed;
        volatile String alarm = "";
        /// The centre's time of the fibre's word.
        volatile Instant word = Instant.MIN;

        Walk(Spot spot) {
            this.spot = spot;
        }

        boolean early() {
            return alarmed != 0 && (sent == 0 || alarmed < sent);
        }

        boolean slow() {
            return alarmed - sent > 100_000_000L;
        }

        boolean timed() {
            return alarmed != 0 && !early();
        }
    }

    private final String url;
    private final Path data;
    private final int secs;
    private final int cycle;
    private final Map<String, Long> datastreams = new HashMap<>();
    private final Map<String, Walk> walking = new ConcurrentHashMap<>();
    private final Set<String> alarms = ConcurrentHashMap.newKeySet();
    private Duration ahead = Duration.ZERO;

    private AlarmLag(Map<String, String> options) {
        url = options.get("url");
        data = Path.of(options.get("data"));
        secs = Integer.parseInt(options.getOrDefault("secs", "300"));
        cycle = Integer.parseInt(options.getOrDefault("cycle", "63"));
    }

    public static void main(String[] arguments) throws Exception {
        var options = new HashMap<String, String>();
        for (var argument : arguments) {
            options.put(argument.substring(0, argument.indexOf('=')), argument.substring(argument.indexOf('=') + 1));
        }
        new AlarmLag(options).run();
        System.exit(0);
    }

    private void run() throws Exception {
        var client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        ConsoleLag.logIn(client, url, data);
        ahead = Duration.between(Instant.now(), Instant.parse((String) Json.object(get(client, "/api/clock")).get("now")));
        var sections = apart(sections(Json.object(get(client, "/api/reference"))));
        datastreams();
        var stream = client.send(HttpRequest.newBuilder(URI.create(url + "/api/events")).build(), HttpResponse.BodyHandlers.ofInputStream());
        Thread.ofPlatform().daemon().start(() -> watch(new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8), 1 << 17)));
        var walks = new ArrayList<Walk>();
        var threads = new ArrayList<Thread>();
        var token = Files.readString(data.resolve("feed.token")).strip();
        long gap = cycle * 1_000_000_000L / sections.size();
        long begun = System.nanoTime();
        for (int i = 0; i * gap < secs * 1_000_000_000L; i++) {
            Thread.sleep(Duration.ofNanos(Math.max(0, begun + i * gap - System.nanoTime())));
            var spots = sections.get(i % sections.size());
            var walk = new Walk(spots.get(i / sections.size() % spots.size()));
            walks.add(walk);
            threads.add(Thread.ofPlatform().start(() -> walk(walk, token)));
        }
        for (var thread : threads) {
            thread.join();
        }
        Thread.sleep(5_000);
        report(sections.size(), walks);
        for (var walk : walks) {
            if (walk.alarmed == 0 || walk.timed() && walk.slow()) {
                System.err.println(told(client, walk, begun));
            }
        }
    }

    /// When it walked and how long its alarm took, with what the alarm was raised on.
    @SuppressWarnings("unchecked")
    private String told(HttpClient client, Walk walk, long begun) throws IOException, InterruptedException {
        var text = new StringBuilder("%s after %.1f s: %s".formatted(walk.spot.zone(), (walk.sent - begun) / 1e9,
            walk.alarmed == 0 ? "never" : "%.0f ms".formatted((walk.alarmed - walk.sent) / 1e6)));
        if (walk.alarmed == 0) {
            ((List<Object>) Json.object(get(client, "/api/near-misses")).get("nearMisses")).stream().map(one -> (Map<String, Object>) one)
                .filter(one -> walk.spot.zone().equals(one.get("place"))).forEach(one -> text.append("; nearly at ").append(one.get("at")).append(weighed(one)));
        } else {
            var alarm = Json.object(get(client, "/api/alarms/" + walk.alarm));
            text.append("; raised %d ms from the word".formatted(Duration.between(walk.word, Instant.parse((String) alarm.get("raisedAt"))).toMillis())).append(weighed(alarm));
        }
        return text.toString();
    }

    /// The terms of what was weighed; nothing for an alarm of a plain rule.
    @SuppressWarnings("unchecked")
    private static String weighed(Map<String, Object> one) {
        var text = new StringBuilder();
        if (one.get("grounds") instanceof Map<?, ?> grounds) {
            ((List<Map<String, Object>>) grounds.get("terms")).forEach(term -> text.append(" %s %.2f".formatted(term.get("code"), (Number) term.get("value"))));
        }
        return text.toString();
    }

    /// In an order that keeps neighbours apart in time.
    private static List<List<Spot>> apart(List<List<Spot>> sections) {
        var order = new ArrayList<List<Spot>>();
        for (int first = 0; first < STRIDE; first++) {
            for (int i = first; i < sections.size(); i += STRIDE) {
                order.add(sections.get(i));
            }
        }
        return order;
    }

    private static void report(int sections, List<Walk> walks) {
        var sorted = walks.stream().filter(Walk::timed).mapToLong(walk -> walk.alarmed - walk.sent).sorted().toArray();
        System.out.printf(Locale.ROOT,
            "{\"mode\":\"alarm-lag\",\"sections\":%d,\"walks\":%d,\"timed\":%d,\"early\":%d,\"never\":%d,\"p50_ms\":%.1f,\"p90_ms\":%.1f,\"p99_ms\":%.1f,\"max_ms\":%.1f,\"over_100_ms\":%d}%n",
            sections, walks.size(), sorted.length, walks.stream().filter(Walk::early).count(), walks.stream().filter(walk -> walk.alarmed == 0).count(), at(sorted, 0.5),
            at(sorted, 0.9), at(sorted, 0.99), at(sorted, 1), walks.stream().filter(Walk::timed).filter(Walk::slow).count());
    }

    /// The smallest time that at least this share of the walks did not exceed.
    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.max(0, Math.ceil(sorted.length * share) - 1)] / 1e6;
    }

    /// Twelve metres outside to one inside, half a second a step; then the fibre.
    private void walk(Walk walk, String token) {
        var spot = walk.spot;
        try (var http = new Post(URI.create(url), "/sensorthings/v1.1/Observations", token)) {
            walking.put(spot.zone(), walk);
            for (double left = 12; left > -1.2; left -= 1.5 * STEP_S) {
                var place = spot.at(left);
                observe(http, spot.camera() + "/detection", String.format(Locale.ROOT, "{\"lat\":%.7f,\"lon\":%.7f,\"confidence\":0.5}", place[0], place[1]));
                Thread.sleep((long) (1_000 * STEP_S));
            }
            walk.word = Instant.now().plus(ahead);
            walk.sent = System.nanoTime();
            observe(http, spot.zone().replace("-F-", "-FIB-") + "/vibration", "2.5");
        } catch (IOException | InterruptedException fault) {
            System.err.println(spot.zone() + ": " + fault);
        }
    }

    private void observe(Post http, String datastream, String result) throws IOException {
        int status = http.send("{\"phenomenonTime\":\"%s\",\"result\":%s,\"Datastream\":{\"@iot.id\":%d}}".formatted(Instant.now().plus(ahead), result, datastreams.get(datastream)));
        if (status != 201) {
            throw new IOException("refused: " + status);
        }
    }

    @SuppressWarnings("unchecked")
    private void watch(BufferedReader events) {
        try {
            for (var line = events.readLine(); line != null; line = events.readLine()) {
                long now = System.nanoTime();
                if (line.startsWith("data:") && line.contains("INTRUSION")) {
                    for (var alarm : (List<Object>) Json.object(line.substring(5)).getOrDefault("alarms", List.of())) {
                        alarmed((Map<String, Object>) alarm, now);
                    }
                }
            }
        } catch (IOException ended) {
            System.err.println("the event stream ended: " + ended);
        }
    }

    /// An alarm is told again when anything of it changes; only its first word counts.
    private void alarmed(Map<String, Object> alarm, long now) {
        var walk = walking.get((String) alarm.get("place"));
        if (alarms.add((String) alarm.get("id")) && walk != null && walk.alarmed == 0) {
            walk.alarm = (String) alarm.get("id");
            walk.alarmed = now;
        }
    }

    /// Of each fence section that has a fibre of its own name: where it lies well within the view of a camera and out of the
    /// radars' reach, nearest to its middle first.
    @SuppressWarnings("unchecked")
    private static List<List<Spot>> sections(Map<String, Object> reference) {
        var fibres = new ArrayList<String>();
        ((List<Object>) reference.get("sensors")).forEach(one -> fibres.add((String) ((Map<String, Object>) one).get("id")));
        var sections = new ArrayList<List<Spot>>();
        for (var each : (List<Object>) reference.get("zones")) {
            var zone = (Map<String, Object>) each;
            if ("FENCE".equals(zone.get("kind")) && fibres.contains(((String) zone.get("id")).replace("-F-", "-FIB-"))) {
                var spots = java.util.Arrays.stream(SHARES).mapToObj(share -> spot(reference, zone, share)).flatMap(Optional::stream).toList();
                if (!spots.isEmpty()) {
                    sections.add(spots);
                }
            }
        }
        return sections;
    }

    /// @param share of the way along the section
    @SuppressWarnings("unchecked")
    private static Optional<Spot> spot(Map<String, Object> reference, Map<String, Object> zone, double share) {
        var corners = (List<List<Object>>) ((Map<String, Object>) zone.get("geometry")).get("coordinates");
        double way = share * (corners.size() - 1);
        var line = corners.subList((int) way, (int) way + 2);
        var spot = new Spot((String) zone.get("id"), "", along(line, way - (int) way), outward(line, "LEFT".equals(zone.get("outside"))));
        if (((List<Object>) reference.get("sensors")).stream().anyMatch(one -> overlooks((Map<String, Object>) one, spot.middle()))) {
            return Optional.empty(); // a radar that is busy with the load would swear that nobody walks here
        }
        return ((List<Object>) reference.get("cameras")).stream().map(one -> (Map<String, Object>) one).filter(camera -> views(camera, spot.at(12)) && views(camera, spot.at(-1.5)))
            .findFirst().map(camera -> new Spot(spot.zone(), (String) camera.get("id"), spot.middle(), spot.outward()));
    }

    private static double[] along(List<List<Object>> line, double share) {
        return new double[]{number(line.getFirst(), 1) + share * (number(line.getLast(), 1) - number(line.getFirst(), 1)),
                number(line.getFirst(), 0) + share * (number(line.getLast(), 0) - number(line.getFirst(), 0))};
    }

    private static double[] outward(List<List<Object>> line, boolean left) {
        double north = (number(line.getLast(), 1) - number(line.getFirst(), 1)) * NORTH;
        double east = (number(line.getLast(), 0) - number(line.getFirst(), 0)) * NORTH * Math.cos(Math.toRadians(number(line.getFirst(), 1)));
        double size = Math.hypot(east, north) * (left ? 1 : -1);
        return new double[]{-north / size, east / size};
    }

    @SuppressWarnings("unchecked")
    private static boolean overlooks(Map<String, Object> sensor, double[] place) {
        var position = (List<Object>) sensor.get("position");
        double north = (place[0] - number(position, 1)) * NORTH;
        double east = (place[1] - number(position, 0)) * NORTH * Math.cos(Math.toRadians(place[0]));
        return "RADAR".equals(sensor.get("kind")) && Math.hypot(east, north) < 950;
    }

    @SuppressWarnings("unchecked")
    private static boolean views(Map<String, Object> camera, double[] place) {
        var position = (List<Object>) camera.get("position");
        double north = (place[0] - number(position, 1)) * NORTH;
        double east = (place[1] - number(position, 0)) * NORTH * Math.cos(Math.toRadians(place[0]));
        double off = Math.IEEEremainder(Math.toDegrees(Math.atan2(east, north)) - ((Number) camera.get("bearing")).doubleValue(), 360);
        double range = Math.hypot(east, north);
        return Math.abs(off) < ((Number) camera.get("fov")).doubleValue() / 2 - 3 && range > 15 && range < ((Number) camera.get("rangeM")).doubleValue() - 10;
    }

    private static double number(List<Object> pair, int at) {
        return ((Number) pair.get(at)).doubleValue();
    }

    @SuppressWarnings("unchecked")
    private void datastreams() throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(url + "/sensorthings/v1.1/Datastreams?$select=id,name&$top=10000"))
                .header("Authorization", "Bearer " + Files.readString(data.resolve("feed.token")).strip()).build();
            for (var one : (List<Object>) Json.object(client.send(request, HttpResponse.BodyHandlers.ofString()).body()).get("value")) {
                datastreams.put(((Map<String, Object>) one).get("name").toString(), (long) Json.number((Map<String, Object>) one, "@iot.id"));
            }
        }
    }

    private String get(HttpClient client, String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(url + path)).build(), HttpResponse.BodyHandlers.ofString()).body();
    }
}
