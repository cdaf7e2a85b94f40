package org.entente.field;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.entente.field.Link.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An officer at a permanent desk, logged in over the console's API. One act at a time; logs in again when the centre has forgotten.
final class Desk {

    private static final long PAUSE_MS = 500;
    private static final int UNAUTHORISED = 401;
    private static final int TOO_MANY = 429;

    /// How to log in.
    record Account(String officer, String password, String desk, String purpose, String role) {}

    private final Link link;
    private final Account account;
    private final Map<String, String> cookies = new TreeMap<>();
    private boolean in;

    Desk(Link link, Account account) {
        this.link = link;
        this.account = account;
    }

    String id() {
        return account.desk();
    }

    /// Reads.
    Reply get(String path) throws InterruptedException {
        return act(() -> request(path).GET().build(), Optional::empty);
    }

    /// Does something; a repeated wish is answered by the centre with 409, which is a good answer.
    Reply post(String path, ObjectNode body) throws InterruptedException {
        return post(path, body, Optional::empty);
    }

    /// Does something that must not happen twice: after a cut line first asks `already` whether it has happened.
    Reply post(String path, ObjectNode body, Supplier<Optional<Reply>> already) throws InterruptedException {
        return act(() -> request(path).header("Content-Type", "application/json").POST(Link.json(body)).build(),
            already);
    }

    /// A request with this desk's session, for reading a stream.
    HttpRequest streaming(String path) throws InterruptedException, IOException {
        ensureIn();
        return request(path).build();
    }

    /// The session is no longer good.
    synchronized void forget() {
        in = false;
    }

    private synchronized Reply act(Supplier<HttpRequest> request, Supplier<Optional<Reply>> already)
        throws InterruptedException {
        boolean cut = false;
        while (true) {
            try {
                ensureIn();
                if (cut) {
                    Thread.sleep(PAUSE_MS);
                    var done = already.get();
                    if (done.isPresent()) {
                        return done.get();
                    }
                }
                var reply = keep(link.once(request.get()));
                if (reply.status() == UNAUTHORISED) {
                    in = false;
                } else if (!reply.later()) {
                    return reply;
                }
            } catch (IOException away) {
                cut = true;
            }
            Thread.sleep(PAUSE_MS);
        }
    }

    private synchronized void ensureIn() throws IOException, InterruptedException {
        while (!in) {
            cookies.clear();
            keep(link.once(request("/api/door").GET().build()));
            var wish = JsonMapper.shared().createObjectNode().put("officer", account.officer())
                .put("password", account.password()).put("desk", account.desk()).put("purpose", account.purpose());
            var reply = keep(link
                .once(request("/api/login").header("Content-Type", "application/json").POST(Link.json(wish)).build()));
            if (reply.fine()) {
                keep(link.once(request("/api/session").GET().build()));
                in = true;
            } else if (reply.later() || reply.status() >= 500 || reply.status() == TOO_MANY) {
                Thread.sleep(PAUSE_MS * 2);
            } else {
                throw new IllegalStateException(
                    "the desk " + account.desk() + " cannot log in: " + reply.status() + " " + said(reply.body()));
            }
        }
    }

    private HttpRequest.Builder request(String path) {
        var builder = link.to(path);
        if (!cookies.isEmpty()) {
            builder.header("Cookie", cookies.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("; ")));
        }
        Optional.ofNullable(cookies.get("XSRF-TOKEN")).ifPresent(token -> builder.header("X-XSRF-TOKEN", token));
        return builder;
    }

    private Reply keep(Reply reply) {
        for (var line : reply.headers().allValues("Set-Cookie")) {
            var pair = line.split(";", 2)[0].split("=", 2);
            if (pair.length == 2 && !pair[1].isEmpty()) {
                cookies.put(pair[0].strip(), pair[1]);
            } else {
                cookies.remove(pair[0].strip());
            }
        }
        return reply;
    }

    static String said(JsonNode body) {
        return body.path("refused").path("en").asString("");
    }
}
