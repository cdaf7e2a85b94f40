package org.entente.field;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// HTTP to the centre, with patience: while the centre is away or overloaded, it is asked again. Safe from any thread.
final class Link implements AutoCloseable {

    private static final Duration ONE_ANSWER = Duration.ofSeconds(30);
    private static final long FIRST_PAUSE_MS = 100;
    private static final long LONGEST_PAUSE_MS = 3_000;

    /// What the centre answered.
    record Reply(int status, JsonNode body, String text, java.net.http.HttpHeaders headers) {
        boolean fine() {
            return status >= 200 && status < 300;
        }

        /// Whether to ask again later.
        boolean later() {
            return status == 429 || status == 502 || status == 503;
        }
    }

    private final URI base;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(5)).executor(Executors.newVirtualThreadPerTaskExecutor()).build();

    Link(URI base) {
        this.base = base;
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(ONE_ANSWER).header("Accept", "application/json");
    }

    static HttpRequest.BodyPublisher json(JsonNode body) {
        return BodyPublishers.ofByteArray(JsonMapper.shared().writeValueAsBytes(body));
    }

    /// Asks once.
    ///
    /// @throws IOException the centre is away
    Reply once(HttpRequest request) throws IOException, InterruptedException {
        var response = client.send(request, BodyHandlers.ofByteArray());
        return new Reply(response.statusCode(), tree(response.body()),
            new String(response.body(), java.nio.charset.StandardCharsets.UTF_8), response.headers());
    }

    /// Asks until there is an answer that is not "later". The request must be one that may be repeated.
    Reply patiently(HttpRequest request) throws InterruptedException {
        for (long pause = FIRST_PAUSE_MS;; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
            try {
                var reply = once(request);
                if (!reply.later()) {
                    return reply;
                }
                pause = Math.max(pause, retryAfter(reply));
            } catch (IOException away) {
                pause = Math.max(pause, FIRST_PAUSE_MS);
            }
            Thread.sleep(pause);
        }
    }

    /// Asks once for a file, whatever it holds.
    ///
    /// @throws IOException the centre is away, or has no such file
    byte[] file(HttpRequest request) throws IOException, InterruptedException {
        var response = client.send(request, BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException(request.uri() + ": " + response.statusCode());
        }
        return response.body();
    }

    /// A stream of lines, as server-sent events are.
    HttpResponse<java.io.InputStream> stream(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, BodyHandlers.ofInputStream());
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private static long retryAfter(Reply reply) {
        return reply.headers().firstValue("Retry-After").flatMap(Link::number).orElse(0L) * 1_000;
    }

    private static Optional<Long> number(String text) {
        return text.matches("\\d{1,3}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private static JsonNode tree(byte[] body) {
        if (body.length == 0) {
            return MissingNode.getInstance();
        }
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException notJson) {
            return MissingNode.getInstance();
        }
    }
}
