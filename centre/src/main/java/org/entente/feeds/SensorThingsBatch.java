package org.entente.feeds;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.entente.feeds.SensorThings.Reply;
import org.entente.feeds.SensorThings.Request;
import tools.jackson.databind.JsonNode;

/// `$batch` in JSON (18-088 clause 11.3): several requests in one. Observations of a run are kept in one commit.
final class SensorThingsBatch {

    private static final int MOST = 1_000;

    private final SensorThings things;

    SensorThingsBatch(SensorThings things) {
        this.things = things;
    }

    Reply answer(Request request) {
        var requests = things.tree(request).path("requests");
        if (!requests.isArray() || requests.size() > MOST) {
            throw SensorThingsRefused.bad("batch", "A batch is {\"requests\":[…]} with at most " + MOST,
                "Un lot est {\"requests\":[…]} de " + MOST + " au plus");
        }
        var waiting = new ArrayList<Supplier<Reply>>();
        var replies = new ArrayList<Reply>();
        for (var one : requests) {
            var inner = inner(one, request.base());
            if (!inner.path().equals("Observations") || !inner.method().equals("POST")) {
                waiting.forEach(reply -> replies.add(reply.get()));
                waiting.clear();
            }
            waiting.add(things.start(inner));
        }
        waiting.forEach(reply -> replies.add(reply.get()));
        var responses = new ArrayList<String>();
        for (int i = 0; i < replies.size(); i++) {
            responses.add(response(requests.get(i).path("id"), replies.get(i)));
        }
        return new Reply(200, java.util.Map.of(),
            responses.stream().collect(Collectors.joining(",", "{\"responses\":[", "]}")));
    }

    private static Request inner(JsonNode one, String base) {
        var url = one.path("url").asString("");
        int question = url.indexOf('?');
        var path = (question < 0 ? url : url.substring(0, question)).replaceFirst("^.*/v1\\.1/", "");
        if (path.equals("$batch") || path.equals("CreateObservations")) {
            throw SensorThingsRefused.bad("batch", "Not inside a batch: " + path,
                "Pas à l’intérieur d’un lot : " + path);
        }
        var body = one.path("body").isMissingNode() ? "" : one.path("body").toString();
        return new Request(one.path("method").asString("GET").toUpperCase(Locale.ROOT), path,
            question < 0 ? "" : url.substring(question + 1), base, body.getBytes(StandardCharsets.UTF_8));
    }

    private static String response(JsonNode id, Reply reply) {
        var parts = new ArrayList<>(List.of("\"id\":" + id, "\"status\":" + reply.status()));
        if (reply.headers().containsKey("Location")) {
            parts.add("\"location\":" + SensorThingsJson.quoted(reply.headers().get("Location")));
        }
        if (!reply.body().isEmpty()) {
            parts.add("\"body\":"
                + (reply.headers().containsKey("Content-Type") ? SensorThingsJson.quoted(reply.body()) : reply.body()));
        }
        return "{" + String.join(",", parts) + "}";
    }
}
