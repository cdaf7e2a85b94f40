package org.entente.feeds;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.entente.kernel.Text;
import org.entente.picture.Intake.Kept;
import org.entente.picture.Intake.Overloaded;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// OGC SensorThings API 1.1, part 1: Sensing (18-088): requests in, replies out, without knowing HTTP's machinery.
///
/// Any thread; a request that keeps something blocks until it is durable. Observations are append-only. What is refused is
/// counted and answered with `{"code","type":"error","message"}` in both languages. Decision 0031.
public final class SensorThings {

    /// @param bodyBytes largest request
    /// @param rows most rows of one CreateObservations
    /// @param ahead how far a phenomenonTime may be in the future of the centre's clock
    /// @param late how long ago it may be
    /// @param patience how long a request waits for its commit
    public record Limits(int bodyBytes, int rows, Duration ahead, Duration late, Duration patience) {
        public static final Limits USUAL = new Limits(4 << 20, 10_000, Duration.ofHours(1), Duration.ofDays(90),
            Duration.ofSeconds(15));
    }

    /// @param path below the service root, decoded, for example `Datastreams(1)/Observations`
    /// @param query as in the URL, percent-encoded, empty without
    /// @param base URL of the service root without a slash at the end
    public record Request(String method, String path, String query, String base, byte[] body) {}

    /// @param body JSON unless `headers` says otherwise; empty: none
    public record Reply(int status, Map<String, String> headers, String body) {}

    private final DataSource source;
    private final InstantSource clock;
    private final Limits limits;
    private final SensorThingsMetrics metrics = new SensorThingsMetrics();
    private final SensorThingsIngest ingest;

    /// @param source connections of the application's role
    public SensorThings(DataSource source, ObservationIntake intake, InstantSource clock, Limits limits) {
        this.source = source;
        this.clock = clock;
        this.limits = limits;
        this.ingest = new SensorThingsIngest(source, intake, clock, limits, metrics);
    }

    /// Counts of this feed, HTTP and MQTT together.
    public SensorThingsMetrics metrics() {
        return metrics;
    }

    /// The limits in force.
    public Limits limits() {
        return limits;
    }

    /// Answers a request; never throws for what a client sent.
    public Reply answer(Request request) {
        return start(request).get();
    }

    /// Takes an Observation published over MQTT; the future completes when it is durable.
    ///
    /// @param datastream 0: the Observation names it
    /// @throws SensorThingsRefused it is not sound
    CompletableFuture<Kept> publish(long datastream, byte[] payload) {
        return ingest.one(payload, datastream == 0 ? OptionalLong.empty() : OptionalLong.of(datastream));
    }

    /// Begins a request; what is returned waits for its end. A single Observation is already on its way.
    Supplier<Reply> start(Request request) {
        try {
            if (request.body().length > limits.bodyBytes()) {
                throw SensorThingsRefused.tooLarge("A request has at most " + limits.bodyBytes() + " bytes",
                    "Une requête a " + limits.bodyBytes() + " octets au plus");
            }
            boolean post = request.method().equals("POST");
            if (post && request.path().equals("Observations")) {
                return created(request.base(), ingest.one(request.body(), OptionalLong.empty()));
            }
            var reply = post && request.path().equals("CreateObservations")
                ? createMany(request)
                : post && request.path().equals("$batch")
                    ? new SensorThingsBatch(this).answer(request)
                    : routed(request);
            return () -> reply;
        } catch (SensorThingsRefused refused) {
            var reply = reply(refused);
            return () -> reply;
        }
    }

    private Supplier<Reply> created(String base, CompletableFuture<Kept> future) {
        return () -> {
            try {
                var kept = wait(future);
                return new Reply(kept.duplicate() ? 200 : 201,
                    Map.of("Location", base + "/Observations(" + kept.id() + ")"), "");
            } catch (SensorThingsRefused refused) {
                return reply(refused);
            }
        };
    }

    private Reply reply(SensorThingsRefused refused) {
        if (refused.retryAfterSeconds == 0) {
            metrics.malformed(refused.reason);
        }
        var headers = refused.retryAfterSeconds == 0
            ? Map.<String, String>of()
            : Map.of("Retry-After", "" + refused.retryAfterSeconds);
        return new Reply(refused.status, headers, refused.json());
    }

    private Reply createMany(Request request) {
        var answers = wait(ingest.many(request.body()));
        var body = answers.stream().map(
            kept -> kept.map(one -> "\"" + request.base() + "/Observations(" + one.id() + ")\"").orElse("\"error\""))
            .collect(Collectors.joining(",", "[", "]"));
        return new Reply(201, Map.of(), body);
    }

    private <T> T wait(Future<T> future) {
        try {
            return future.get(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException fault) {
            throw fault.getCause() instanceof Overloaded overloaded
                ? overloaded(overloaded.retryAfterSeconds)
                : SensorThingsRefused.bad("store",
                    "The database refuses this Observation", "La base de données refuse cette Observation");
        } catch (TimeoutException _) {
            throw overloaded(10);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw overloaded(10);
        }
    }

    /// 429 when it is only too much at once, 503 when the database is away. Sending again is safe: nothing is kept twice.
    static SensorThingsRefused overloaded(int seconds) {
        return seconds < 5
            ? new SensorThingsRefused(429, "overloaded",
                new Text("Too much at once; send it again later", "Trop à la fois ; renvoyer plus tard"), seconds)
            : new SensorThingsRefused(503, "away", new Text(
                "The centre cannot keep anything now; send it again later, nothing is kept twice",
                "Le centre ne peut rien enregistrer pour l’instant ; renvoyer plus tard, rien n’est enregistré deux fois"),
                seconds);
    }

    private Reply routed(Request request) {
        try (var connection = source.getConnection()) {
            return switch (request.method()) {
                case "GET" -> get(connection, request);
                case "POST", "PATCH", "PUT", "DELETE" -> write(connection, request);
                default -> throw notAllowed("GET, POST, PATCH, DELETE");
            };
        } catch (SQLException fault) {
            throw refusal(fault);
        }
    }

    private static SensorThingsRefused notAllowed(String instead) {
        return new SensorThingsRefused(405, "method",
            new Text("Not allowed here; allowed: " + instead, "Non autorisé ici ; autorisé : " + instead), 0);
    }

    /// What a fault of the database means to the client.
    static SensorThingsRefused refusal(SQLException fault) {
        var state = fault.getSQLState() == null ? "" : fault.getSQLState();
        if (state.equals("57014")) {
            return new SensorThingsRefused(503, "too-costly",
                new Text("The query takes too long; ask for less", "La requête est trop longue ; demander moins"), 30);
        }
        if (state.startsWith("22") || state.startsWith("23")) {
            return SensorThingsRefused.bad("value",
                "A value does not fit: " + fault.getMessage().lines().findFirst().orElse(""),
                "Une valeur ne convient pas : " + fault.getMessage().lines().findFirst().orElse(""));
        }
        return overloaded(10);
    }

    private Reply get(Connection connection, Request request) throws SQLException {
        if (request.path().isEmpty()) {
            return json(SensorThingsPath.root(request.base()));
        }
        var reader = new SensorThingsReader(connection, clock.instant());
        var path = SensorThingsPath.resolve(request.path(), reader);
        var query = SensorThingsQuery.ofUrl(request.query());
        var entity = path.entity();
        if (path.id().isEmpty()) {
            var page = reader.page(entity, query, path.where());
            return json(path.reference()
                ? new SensorThingsPages(request.base()).references(entity, page.nodes())
                : new SensorThingsPages(request.base()).collection(entity, query, page, path.text()));
        }
        long id = path.id().getAsLong();
        if (path.property().isPresent()) {
            return property(reader, path, id);
        }
        var node = reader.one(entity, query, id).orElseThrow(() -> SensorThingsRefused.unknown(request.path()));
        var pages = new SensorThingsPages(request.base());
        return json(path.reference() ? pages.reference(entity, node) : pages.one(entity, query, node));
    }

    private static Reply property(SensorThingsReader reader, SensorThingsPath path, long id) throws SQLException {
        var name = path.property().orElseThrow();
        var select = SensorThingsQuery.ofUrl("$select=" + name);
        var node = reader.one(path.entity(), select, id).orElseThrow(() -> SensorThingsRefused.unknown(path.text()));
        var text = new SensorThingsPages("").one(path.entity(), select, node);
        var value = SensorThingsJson.MAPPER.readTree(text).path(name.equals("id") ? "@iot.id" : name);
        if (value.isMissingNode() || value.isNull()) {
            return new Reply(204, Map.of(), "");
        }
        var json = text.substring(text.indexOf(",\"" + name + "\":") + 1, text.length() - 1); // as kept, digit by digit
        return !path.value()
            ? json("{" + (name.equals("id") ? "\"id\":" + value : json) + "}")
            : new Reply(200, Map.of("Content-Type", "text/plain;charset=UTF-8"),
                value.isString()
                    ? value.stringValue()
                    : name.equals("id") ? "" + value : json.substring(name.length() + 3));
    }

    private static Reply json(String body) {
        return new Reply(200, Map.of(), body);
    }

    private Reply write(Connection connection, Request request) throws SQLException {
        connection.setAutoCommit(false);
        try {
            var reader = new SensorThingsReader(connection, clock.instant());
            var path = SensorThingsPath.resolve(request.path(), reader);
            if (path.property().isPresent() || path.reference()
                || request.method().equals("POST") != path.id().isEmpty()) {
                throw notAllowed(path.id().isEmpty() ? "GET, POST" : "GET, PATCH, DELETE");
            }
            if (path.entity() == SensorThingsModel.OBSERVATION) {
                return observation(connection, request, path);
            }
            var entities = new SensorThingsEntities(connection, clock.instant());
            var reply = change(entities, request, path);
            for (var inside : entities.observations()) {
                ingest.check(connection, inside);
            }
            connection.commit();
            ingest.forget();
            for (var inside : entities.observations()) {
                wait(ingest.one(SensorThingsJson.MAPPER.writeValueAsBytes(inside.observation()),
                    OptionalLong.of(inside.datastream())));
            }
            return reply;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /// Observations are made and never changed: the record stays what it was.
    private Reply observation(Connection connection, Request request, SensorThingsPath path) throws SQLException {
        if (!request.method().equals("POST")) {
            throw new SensorThingsRefused(405, "append-only",
                new Text("Observations are never changed or deleted; allowed: GET",
                    "Les Observations ne sont jamais modifiées ni supprimées ; autorisé : GET"),
                0);
        }
        connection.commit(); // the intake has connections of its own
        return created(request.base(), ingest.one(request.body(), path.parent(SensorThingsModel.DATASTREAM))).get();
    }

    private Reply change(SensorThingsEntities entities, Request request, SensorThingsPath path) throws SQLException {
        switch (request.method()) {
            case "POST" -> {
                long id = entities.create(path.entity(), tree(request), path.given());
                return new Reply(201, Map.of("Location", request.base() + "/" + path.entity().set + "(" + id + ")"),
                    "");
            }
            case "DELETE" -> entities.delete(path.entity(), path.id().getAsLong());
            default -> entities.update(path.entity(), path.id().getAsLong(), tree(request));
        }
        return new Reply(200, Map.of(), "");
    }

    /// The body as a tree, without what describes a person.
    JsonNode tree(Request request) {
        try {
            var tree = Optional.ofNullable(SensorThingsJson.MAPPER.readTree(request.body()))
                .orElseThrow(() -> SensorThingsRefused.bad("json", "The body is empty", "Le corps est vide"));
            SensorThingsJson.clean(tree, metrics);
            return tree;
        } catch (JacksonException _) {
            throw SensorThingsRefused.bad("json", "The body is not JSON", "Le corps n’est pas du JSON");
        }
    }
}
