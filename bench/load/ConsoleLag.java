import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// How long an observation takes from the sensor to an officer's screen, while all sensors together say 2,000 things a second.
///
/// Logs in at a desk, opens the event stream, and posts one observation after the other (SensorThings, single POSTs, open
/// loop) to the numeric Datastreams of the reference deployment, each with a value of its own. The time runs from the moment
/// an observation was meant to be sent to the moment its value is read in a delta. A value that a newer one of its sensor
/// overtook counts until that newer one arrives. Prints one JSON line.
///
/// `java ConsoleLag.java url=http://127.0.0.1:8080 data=var/demo [rate=2000] [conns=16] [warm=10] [secs=20]`
final class ConsoleLag {

    /// A value below every threshold of the picture's rules: this many steps of a millionth.
    private static final int MOST = 450_000;
    private static final List<String> QUIET = List.of("vibration", "presence", "heartbeat", "co2");

    /// Where an observation goes. @param base what its values count up from
    private record Target(String sensor, long datastream, double base) {}

    private final Map<String, String> options = new HashMap<>();
    private final String url;
    private final Path data;
    private final int rate;
    private final int warm;
    private final int secs;
    private final List<Target> targets;
    private final Map<String, Integer> places = new HashMap<>();
    private final long[] lastSeen;
    private final long[] lags;
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private volatile int measured;
    private Instant clock = Instant.EPOCH;
    private long begun;

    private ConsoleLag(String[] arguments) throws IOException, InterruptedException {
        for (var argument : arguments) {
            options.put(argument.substring(0, argument.indexOf('=')), argument.substring(argument.indexOf('=') + 1));
        }
        url = options.get("url");
        data = Path.of(options.get("data"));
        rate = Integer.parseInt(options.getOrDefault("rate", "2000"));
        warm = Integer.parseInt(options.getOrDefault("warm", "10"));
        secs = Integer.parseInt(options.getOrDefault("secs", "20"));
        targets = targets();
        for (int place = 0; place < targets.size(); place++) {
            places.put(targets.get(place).sensor(), place);
        }
        lastSeen = new long[targets.size()];
        Arrays.fill(lastSeen, -1);
        lags = new long[rate * secs];
        if ((long) rate * (warm + secs) > MOST) {
            throw new IllegalArgumentException("too many values: at most " + MOST);
        }
    }

    public static void main(String[] arguments) throws Exception {
        new ConsoleLag(arguments).run();
        System.exit(0);
    }

    private void run() throws Exception {
        var client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        var desk = logIn(client, url, data);
        var stream = client.send(HttpRequest.newBuilder(URI.create(url + "/api/events")).build(), HttpResponse.BodyHandlers.ofInputStream());
        if (stream.statusCode() != 200) {
            throw new IOException("no event stream: " + stream.statusCode());
        }
        clock = Instant.parse((String) Json.object(get(client, "/api/clock")).get("now"));
        begun = System.nanoTime();
        Thread.ofPlatform().daemon().start(() -> watch(new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8), 1 << 17)));
        int conns = Integer.parseInt(options.getOrDefault("conns", "16"));
        var posters = new ArrayList<Thread>();
        var token = Files.readString(data.resolve("feed.token")).strip();
        for (int first = 0; first < conns; first++) {
            int own = first;
            posters.add(Thread.ofPlatform().start(() -> post(own, conns, token)));
        }
        for (var poster : posters) {
            poster.join();
        }
        double took = (System.nanoTime() - begun) / 1e9;
        for (int wait = 0; measured < lags.length && wait < 300; wait++) {
            Thread.sleep(10);
        }
        report(desk, took);
    }

    private void report(String desk, double took) {
        int seen = measured;
        var sorted = Arrays.copyOf(lags, seen);
        Arrays.sort(sorted);
        System.out.printf(Locale.ROOT, "{\"mode\":\"console-lag\",\"desk\":\"%s\",\"sensors\":%d,\"rate\":%d,\"accepted\":%d,\"refused\":%d,\"accepted_s\":%.0f,\"measured\":%d,\"missing\":%d,"
            + "\"p50_ms\":%.1f,\"p90_ms\":%.1f,\"p99_ms\":%.1f,\"max_ms\":%.1f}%n", desk, targets.size(), rate, accepted.get(), refused.get(), accepted.get() / took, seen,
            lags.length - seen, at(sorted, 0.5), at(sorted, 0.9), at(sorted, 0.99), at(sorted, 1));
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * share))] / 1e6;
    }

    private long due(long number) {
        return begun + number * 1_000_000_000L / rate;
    }

    /// One connection: its share of the observations, each at its time.
    private void post(int first, int step, String token) {
        try (var http = new Post(URI.create(url), "/sensorthings/v1.1/Observations", token)) {
            for (long number = first; number < (long) rate * (warm + secs); number += step) {
                for (long now = System.nanoTime(); now < due(number); now = System.nanoTime()) {
                    LockSupport.parkNanos(due(number) - now);
                }
                var target = targets.get((int) (number % targets.size()));
                var time = clock.plusNanos(due(number) - begun).truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
                int status = http.send(String.format(Locale.ROOT, "{\"phenomenonTime\":\"%s\",\"result\":%.6f,\"Datastream\":{\"@iot.id\":%d}}", time,
                    target.base() + number / 1e6, target.datastream()));
                (status == 201 ? accepted : refused).incrementAndGet();
            }
        } catch (IOException fault) {
            System.err.println("connection " + first + " ended: " + fault);
        }
    }

    /// The console: reads frames and looks up which observation each value was.
    private void watch(BufferedReader events) {
        try {
            for (var line = events.readLine(); line != null; line = events.readLine()) {
                if (line.startsWith("data:")) {
                    seen(Json.object(line.substring(5)), System.nanoTime());
                }
            }
        } catch (IOException ended) {
            System.err.println("the event stream ended: " + ended);
        }
    }

    @SuppressWarnings("unchecked")
    private void seen(Map<String, Object> frame, long now) {
        var sensors = (Map<String, Object>) frame.getOrDefault("sensors", Map.of());
        sensors.forEach((sensor, state) -> {
            var place = places.get(sensor);
            var value = ((Map<String, Object>) state).get("value");
            if (place != null && value instanceof String text && text.matches("\\d+\\.\\d+")) {
                seen(place, Math.round((Double.parseDouble(text) - targets.get(place).base()) * 1e6), now);
            }
        });
    }

    private void seen(int place, long number, long now) {
        if (number % targets.size() != place || number >= (long) rate * (warm + secs)) {
            return; // of an earlier run
        }
        for (long each = lastSeen[place] < 0 ? place : lastSeen[place] + targets.size(); each <= number; each += targets.size()) {
            if (each >= (long) rate * warm) {
                lags[measured] = now - due(each);
                measured++;
            }
            lastSeen[place] = each;
        }
    }

    @SuppressWarnings("unchecked")
    static String logIn(HttpClient client, String url, Path data) throws IOException, InterruptedException {
        client.send(HttpRequest.newBuilder(URI.create(url + "/api/door")).build(), HttpResponse.BodyHandlers.discarding()); // brings the cookie with the token
        var accounts = (List<Object>) Json.read(Files.readString(data.resolve("accounts.json")));
        var officer = accounts.stream().map(account -> (Map<String, Object>) account).filter(account -> "OFFICER".equals(account.get("role"))).findFirst().orElseThrow();
        var body = "{\"officer\":\"%s\",\"password\":\"%s\",\"desk\":\"%s\",\"purpose\":\"%s\"}".formatted(officer.get("officer"), officer.get("password"),
            officer.get("desk"), officer.get("purpose"));
        var cookies = ((CookieManager) client.cookieHandler().orElseThrow()).getCookieStore().getCookies();
        var token = cookies.stream().filter(cookie -> cookie.getName().equals("XSRF-TOKEN")).map(HttpCookie::getValue).findFirst().orElseThrow();
        var answer = client.send(HttpRequest.newBuilder(URI.create(url + "/api/login")).header("Content-Type", "application/json").header("X-XSRF-TOKEN", token)
            .POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("log-in refused: " + answer.body());
        }
        return (String) officer.get("desk");
    }

    /// The numeric Datastreams of the reference deployment, one of each sensor.
    @SuppressWarnings("unchecked")
    private List<Target> targets() throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(url + "/sensorthings/v1.1/Datastreams?$select=id,name&$top=10000"))
                .header("Authorization", "Bearer " + Files.readString(data.resolve("feed.token")).strip()).build();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("no Datastreams: " + answer.statusCode() + " " + answer.body());
            }
            var found = new ArrayList<Target>();
            for (var one : (List<Object>) Json.object(answer.body()).get("value")) {
                var name = ((Map<String, Object>) one).get("name").toString();
                var property = name.substring(name.indexOf('/') + 1);
                if (name.contains("/") && QUIET.contains(property)) {
                    found.add(new Target(name.substring(0, name.indexOf('/')), (long) Json.number((Map<String, Object>) one, "@iot.id"), property.equals("co2") ? 400 : 0));
                }
            }
            return List.copyOf(found);
        }
    }

    private String get(HttpClient client, String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(url + path)).build(), HttpResponse.BodyHandlers.ofString()).body();
    }
}
