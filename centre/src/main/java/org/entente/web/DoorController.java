package org.entente.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.entente.access.Accounts.LogIn;
import org.entente.access.Session;
import org.entente.kernel.Purpose;
import org.entente.kernel.Text;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// Log-in, log-out, and what may be known before either.
@RestController
final class DoorController {

    private final Rooms rooms;
    private final SecurityContextRepository contexts;

    DoorController(Rooms rooms, SecurityContextRepository contexts) {
        this.rooms = rooms;
        this.contexts = contexts;
    }

    @GetMapping("/health")
    ResponseEntity<byte[]> health() {
        return Wire.json(Shapes.object().put("status", "UP"));
    }

    @GetMapping("/api/clock")
    ResponseEntity<byte[]> clock() {
        return Wire.json(clockNode());
    }

    private ObjectNode clockNode() {
        return Shapes.object().put("now", Times.rfc3339(rooms.clock().instant()))
            .put("start", Times.rfc3339(rooms.exercise().start()))
            .put("speed", rooms.exercise().speed()).put("exercise", rooms.exercise().exercise())
            .put("running", rooms.exercise().running().getAsBoolean());
    }

    @PostMapping("/api/exercise/start")
    ResponseEntity<byte[]> startExercise() {
        return rooms.exercise().begin().getAsBoolean()
            ? Wire.json(clockNode())
            : Wire.refused(409, new Text("No exercise is waiting to start", "Aucun exercice n'attend de démarrer"));
    }

    @GetMapping("/api/door")
    ResponseEntity<byte[]> door() {
        var node = Shapes.object();
        node.set("centre", rooms.reference().centre().get("name"));
        node.put("demo", rooms.exercise().demo());
        node.set("clock", clockNode());
        var desks = node.putArray("desks");
        rooms.accounts().desks().forEach(desk -> {
            var one = desks.addObject().put("id", desk.id().text());
            one.set("name", Shapes.text(desk.name()));
            one.put("agency", desk.agency().text());
            one.set("agencyName", Shapes.text(rooms.reference().agencyName(desk.agency().text())));
            one.put("state", desk.state());
            var purposes = one.putArray("purposes");
            desk.purposes().forEach(purpose -> purposes.add(purpose.name()));
        });
        var purposes = node.putArray("purposes");
        Arrays.stream(Purpose.values()).filter(purpose -> purpose != Purpose.FEED && purpose != Purpose.SYSTEM)
            .forEach(purpose -> {
                var one = purposes.addObject().put("id", purpose.name());
                one.set("name", Shapes.text(purpose.text()));
            });
        return Wire.json(node);
    }

    @PostMapping("/api/login")
    ResponseEntity<byte[]> login(@RequestBody(required = false) byte[] body, HttpServletRequest request,
        HttpServletResponse response) {
        var wish = Wish.of(body);
        var purpose = purpose(wish.text("purpose"));
        var answer = rooms.accounts().logIn(wish.text("officer"), wish.text("password"), wish.text("desk"), purpose,
            request.getRemoteAddr(), java.time.Instant.now());
        return switch (answer) {
            case LogIn.Granted(var session, _) -> {
                if (request.getSession(false) != null) {
                    request.getSession().invalidate();
                }
                request.getSession(true).setMaxInactiveInterval(12 * 3600);
                var context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(new DeskAuthentication(session));
                SecurityContextHolder.setContext(context);
                contexts.saveContext(context, request, response);
                yield Wire.json(sessionNode(session));
            }
            case LogIn.Wrong(var reason) -> Wire.refused(401, reason);
            case LogIn.NotYours(var reason) -> Wire.refused(403, reason);
            case LogIn.TooMany(var reason, var wait) ->
                ResponseEntity.status(429).header("Retry-After", String.valueOf(Math.max(1, wait.toSeconds())))
                    .contentType(org.springframework.http.MediaType.APPLICATION_JSON)
                    .body(Wire.bytes(Wire.refusal(reason)));
        };
    }

    @GetMapping("/api/session")
    ResponseEntity<byte[]> session() {
        return Wire.json(sessionNode(Doors.session().orElseThrow()));
    }

    @PostMapping("/api/logout")
    ResponseEntity<Void> logout(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        request.getSession().invalidate();
        return ResponseEntity.noContent().build();
    }

    private static Purpose purpose(String name) {
        try {
            return Purpose.valueOf(name);
        } catch (IllegalArgumentException unknown) {
            throw new Wish.Malformed("Unknown purpose " + name, "Finalité inconnue " + name);
        }
    }

    private ObjectNode sessionNode(Session session) {
        var node = Shapes.object().put("officer", session.officer().text()).put("desk", session.desk().text());
        node.set("deskName", Shapes.text(rooms.reference().deskName(session.desk().text())));
        node.put("agency", session.agency().text());
        node.set("agencyName", Shapes.text(rooms.reference().agencyName(session.agency().text())));
        node.put("state", session.state()).put("role", session.role().name()).put("purpose", session.purpose().name());
        node.set("purposeName", Shapes.text(session.purpose().text()));
        var may = node.putArray("may");
        rooms.table().may(session).forEach(action -> may.add(action.name()));
        return node;
    }
}
