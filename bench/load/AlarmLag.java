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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How long an intrusion takes from the detection that completes it, at the socket, to the alarm in a console's event stream.
///
/// Walkers come to the fence before cameras of the reference deployment and go over it, each in a section of its own; then the
/// section's fibre speaks. The time runs from the sending of the fibre's word to the crossing's alarm in the frame. Run it
/// while `SapientLoad` brings ten thousand detections a second. Prints one JSON line.
///
/// `java AlarmLag.java url=http://127.0.0.1:8080 data=var/demo [walkers=60] [apart=700]` (milliseconds between two who start)
final class AlarmLag {

    private static final double NORTH = 111_195;
    private static final double STEP_S = 0.5;

    private record Walker(String zone, String camera, double[] middle, double[] outward) {

        double[] at(double metresOutside) {
            return new double[]{middle[0] + outward[1] * metresOutside / NORTH,
                    middle[1] + outward[0] * metresOutside / (NORTH * Math.cos(Math.toRadians(middle[0])))};
        }
    }

    private final String url;
    private final Path data;
    private final int apart;
    private final Map<String, Long> datastreams = new HashMap<>();
    private final Map<String, Long> sent = new ConcurrentHashMap<>();
    private final Map<String, Long> lags = new ConcurrentHashMap<>();
    private Duration ahead = Duration.ZERO;

    private AlarmLag(Map<String, String> options) {
        url = options.get("url");
        data = Path.of(options.get("data"));
        apart = Integer.parseInt(options.getOrDefault("apart", "700"));
    }

    public static void main(String[] arguments) throws Exception {
        var options = new HashMap<String, String>();
        for (var argument : arguments) {
            options.put(argument.substring(0, argument.indexOf('=')), argument.substring(argument.indexOf('=') + 1));
        }
        new AlarmLag(options).run(Integer.parseInt(options.getOrDefault("walkers", "60")));
        System.exit(0);
    }

    private void run(int most) throws Exception {
        var client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        ConsoleLag.logIn(client, url, data);
        ahead = Duration.between(Instant.now(), Instant.parse((String) Json.object(get(client, "/api/clock")).get("now")));
        var walkers = walkers(Json.object(get(client, "/api/reference")));
        walkers = walkers.subList(0, Math.min(most, walkers.size()));
        datastreams();
        var stream = client.send(HttpRequest.newBuilder(URI.create(url + "/api/events")).build(), HttpResponse.BodyHandlers.ofInputStream());
        Thread.ofPlatform().daemon().start(() -> watch(new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8), 1 << 17)));
        var threads = new ArrayList<Thread>();
        var token = Files.readString(data.resolve("feed.token")).strip();
        for (var walker : walkers) {
            threads.add(Thread.ofPlatform().start(() -> walk(walker, token)));
            Thread.sleep(apart);
        }
        for (var thread : threads) {
            thread.join();
        }
        Thread.sleep(3_000);
        report(walkers.size());
    }

    private void report(int walkers) {
        var sorted = lags.values().stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(Locale.ROOT, "{\"mode\":\"alarm-lag\",\"walkers\":%d,\"raised\":%d,\"p50_ms\":%.1f,\"p90_ms\":%.1f,\"p99_ms\":%.1f,\"max_ms\":%.1f}%n", walkers,
            sorted.length, at(sorted, 0.5), at(sorted, 0.9), at(sorted, 0.99), at(sorted, 1));
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))] / 1e6;
    }

    /// Twelve metres outside to one inside, half a second a step; then the fibre.
    private void walk(Walker walker, String token) {
        try (var http = new Post(URI.create(url), "/sensorthings/v1.1/Observations", token)) {
            for (double left = 12; left > -1.2; left -= 1.5 * STEP_S) {
                var place = walker.at(left);
                observe(http, walker.camera() + "/detection", String.format(Locale.ROOT, "{\"lat\":%.7f,\"lon\":%.7f,\"confidence\":0.5}", place[0], place[1]));
                Thread.sleep((long) (1_000 * STEP_S));
            }
            sent.put(walker.zone(), System.nanoTime());
            observe(http, walker.zone().replace("-F-", "-FIB-") + "/vibration", "2.5");
        } catch (IOException | InterruptedException fault) {
            System.err.println(walker.zone() + ": " + fault);
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
                        var place = (String) ((Map<String, Object>) alarm).get("place");
                        var begun = sent.remove(place);
                        if (begun != null) {
                            lags.putIfAbsent(place, now - begun);
                        }
                    }
                }
            }
        } catch (IOException ended) {
            System.err.println("the event stream ended: " + ended);
        }
    }

    /// One walker for each fence section that has a fibre of its own name and lies well within the view of a camera.
    @SuppressWarnings("unchecked")
    private static List<Walker> walkers(Map<String, Object> reference) {
        var fibres = new ArrayList<String>();
        ((List<Object>) reference.get("sensors")).forEach(one -> fibres.add((String) ((Map<String, Object>) one).get("id")));
        var walkers = new ArrayList<Walker>();
        for (var each : (List<Object>) reference.get("zones")) {
            var zone = (Map<String, Object>) each;
            var id = (String) zone.get("id");
            if (!"FENCE".equals(zone.get("kind")) || !fibres.contains(id.replace("-F-", "-FIB-"))) {
                continue;
            }
            var line = (List<List<Object>>) ((Map<String, Object>) zone.get("geometry")).get("coordinates");
            var walker = new Walker(id, "", middle(line), outward(line, "LEFT".equals(zone.get("outside"))));
            if (((List<Object>) reference.get("sensors")).stream().anyMatch(one -> overlooks((Map<String, Object>) one, walker.middle()))) {
                continue; // a radar that is busy with the load would swear that nobody walks here
            }
            for (var one : (List<Object>) reference.get("cameras")) {
                var camera = (Map<String, Object>) one;
                if (views(camera, walker.at(12)) && views(camera, walker.at(-1.5))) {
                    walkers.add(new Walker(id, (String) camera.get("id"), walker.middle(), walker.outward()));
                    break;
                }
            }
        }
        return walkers;
    }

    private static double[] middle(List<List<Object>> line) {
        return new double[]{(number(line.getFirst(), 1) + number(line.getLast(), 1)) / 2, (number(line.getFirst(), 0) + number(line.getLast(), 0)) / 2};
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
