package org.entente.server;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.access.DemoAccounts;
import org.entente.access.Role;
import org.entente.kernel.Purpose;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A whole centre for a test: real PostgreSQL, real sockets, free ports, and a way to sit down at any desk.
public final class RunningCentre implements AutoCloseable {

    private final Centre centre;
    private final Path data;

    private RunningCentre(Centre centre, Path data) {
        this.centre = centre;
        this.data = data;
    }

    /// Starts a centre on a folder; an exercise at real speed unless told otherwise.
    public static RunningCentre on(Path data, String... more) throws IOException {
        var arguments = new ArrayList<>(List.of("--demo=true", "--data=" + data, "--http.port=0", "--mqtt.port=0",
            "--cot.port=0", "--cot.tls.port=0", "--sapient.port=0",
            "--exercise.start=2026-03-03T22:00:00Z", "--exercise.speed=1"));
        arguments.addAll(List.of(more));
        return new RunningCentre(
            new Centre(Settings.read(Optional.empty(), Map.of(), arguments.toArray(String[]::new))), data);
    }

    /// The centre itself.
    public Centre centre() {
        return centre;
    }

    /// Its folder.
    public Path data() {
        return data;
    }

    /// The address of a path.
    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + centre.httpPort() + path);
    }

    /// The first desk of a role.
    public DemoAccounts.Demo account(Role role) {
        return centre.demoAccounts().stream().filter(demo -> demo.desk().role() == role).findFirst().orElseThrow();
    }

    /// The first desk of a role in a state.
    public DemoAccounts.Demo account(Role role, String state) {
        return centre.demoAccounts().stream()
            .filter(demo -> demo.desk().role() == role && demo.desk().state().equals(state)).findFirst().orElseThrow();
    }

    /// Somebody who is not logged in.
    public Visitor visitor() {
        return new Visitor(at("/"));
    }

    /// The first desk of a role, logged in for its first purpose.
    public Visitor sitDown(Role role) throws IOException, InterruptedException {
        return sitDown(account(role), account(role).desk().purposes().getFirst());
    }

    /// An account at its desk, logged in for a purpose.
    public Visitor sitDown(DemoAccounts.Demo account, Purpose purpose) throws IOException, InterruptedException {
        var visitor = visitor();
        var answer = visitor.logIn(account.officer().text(), account.password(), account.desk().id().text(),
            purpose.name());
        if (answer.status() != 200) {
            throw new IllegalStateException("log-in: " + answer);
        }
        return visitor;
    }

    @Override
    public void close() {
        centre.close();
    }

    /// An answer: its status and its body.
    public record Reply(int status, String body, byte[] bytes, Optional<String> retryAfter) {

        /// The body as JSON.
        public JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }

    /// One browser without a screen: keeps cookies and sends the CSRF token back, as the console does.
    public static final class Visitor {

        private final URI centre;
        private final CookieManager cookies = new CookieManager();
        private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(10)).build();

        /// @param centre its address
        public Visitor(URI centre) {
            this.centre = centre;
        }

        /// Logs in.
        public Reply logIn(String officer, String password, String desk, String purpose)
            throws IOException, InterruptedException {
            get("/api/door");
            return post("/api/login", JsonMapper.shared().createObjectNode().put("officer", officer)
                .put("password", password).put("desk", desk).put("purpose", purpose).toString());
        }

        /// Reads.
        public Reply get(String path, String... headers) throws IOException, InterruptedException {
            return send(request(path, headers).GET().build());
        }

        /// Wishes, with the CSRF token.
        public Reply post(String path, String body, String... headers) throws IOException, InterruptedException {
            return method("POST", path, body, headers);
        }

        /// Any method, with the CSRF token.
        public Reply method(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
            var token = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN")).map(HttpCookie::getValue).findFirst()
                .orElse("none");
            return send(request(path, headers).header("Content-Type", "application/json").header("X-XSRF-TOKEN", token)
                .method(method, HttpRequest.BodyPublishers.ofString(body)).build());
        }

        /// Wishes with the session but without the CSRF token, as another site would make this browser do.
        public Reply forged(String path) throws IOException, InterruptedException {
            return send(request(path).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}")).build());
        }

        private HttpRequest.Builder request(String path, String... headers) {
            var builder = HttpRequest.newBuilder(centre.resolve(path)).timeout(Duration.ofSeconds(30));
            return headers.length == 0 ? builder : builder.headers(headers);
        }

        private Reply send(HttpRequest request) throws IOException, InterruptedException {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Reply(answer.statusCode(), new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8),
                answer.body(), answer.headers().firstValue("Retry-After"));
        }

        /// Opens the event stream; close it when done.
        public EventStream events(Optional<String> lastEventId) throws IOException, InterruptedException {
            var builder = HttpRequest.newBuilder(centre.resolve("/api/events"));
            lastEventId.ifPresent(id -> builder.header("Last-Event-ID", id));
            return new EventStream(client.send(builder.build(), HttpResponse.BodyHandlers.ofInputStream()).body());
        }
    }
}
