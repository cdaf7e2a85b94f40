package org.entente.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.entente.access.Look;
import org.entente.access.Role;
import org.entente.access.Session;
import org.entente.access.Visibility;
import org.entente.journal.Entry;
import org.entente.journal.EvidenceBundle;
import org.entente.kernel.LedVerb;
import org.entente.kernel.Position;
import org.entente.kernel.StreamId;
import org.entente.operations.By;
import org.entente.operations.By.Capacity;
import org.entente.operations.Incident;
import org.entente.operations.OperationsStore;
import org.entente.operations.Verdict;
import org.entente.picture.AlarmParameters;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// Alarms, incidents, tasks, command: every act is a wish to `Operations`, every detail read is made as the viewer.
@RestController
final class OperationsController {

    private final Rooms rooms;
    private final Shapes shapes;
    private final LogLines lines;

    OperationsController(Rooms rooms) {
        this.rooms = rooms;
        this.shapes = new Shapes(rooms.reference());
        this.lines = new LogLines(rooms.reference());
    }

    static By by() {
        var session = Doors.session().orElseThrow();
        return new By(session.actor(), switch (session.role()) {
            case GOLD -> Capacity.GOLD;
            case COMMANDER -> Capacity.OPERATIONAL_COMMAND;
            case OFFICER, FREIGHT, ANALYST, SAFEGUARDING, PROGRAMME, AUDITOR, ADMINISTRATOR, FEED -> Capacity.DESK;
        });
    }

    @PostMapping("/api/alarms/{id}/take")
    ResponseEntity<byte[]> take(@PathVariable String id) {
        return Wire.answer(rooms.operations().take(by(), id));
    }

    @PostMapping("/api/alarms/{id}/dismiss")
    ResponseEntity<byte[]> dismiss(@PathVariable String id, @RequestBody(required = false) byte[] body) {
        var wish = Wish.of(body);
        return Wire.answer(rooms.operations().dismiss(by(), id, wish.text("reason", ""),
            wish.word("verdict", Verdict.Finding.OTHER)));
    }

    @PostMapping("/api/incidents")
    ResponseEntity<byte[]> report(@RequestBody(required = false) byte[] body) {
        var wish = Wish.of(body);
        var lat = wish.number("lat");
        var lon = wish.number("lon");
        var where = lat.isPresent() && lon.isPresent()
            ? Optional.of(position(lat.get(), lon.get()))
            : Optional.<Position>empty();
        return Wire.answer(rooms.operations().report(by(), wish.text("kind"),
            Optional.of(wish.text("place", "")).filter(place -> !place.isBlank()), where, wish.text("text", "")));
    }

    private static Position position(double lat, double lon) {
        try {
            return new Position(lat, lon);
        } catch (IllegalArgumentException notOnEarth) {
            throw new Wish.Malformed("Not a position on the earth", "Ce n'est pas une position terrestre");
        }
    }

    @PostMapping("/api/incidents/{id}/steps/{step}")
    ResponseEntity<byte[]> step(@PathVariable String id, @PathVariable String step,
        @RequestBody(required = false) byte[] body) {
        return Wire.answer(rooms.operations().tick(by(), id, step, Wish.of(body).yes("done")));
    }

    @PostMapping("/api/incidents/{id}/log")
    ResponseEntity<byte[]> note(@PathVariable String id, @RequestBody(required = false) byte[] body) {
        return Wire.answer(rooms.operations().note(by(), id, Wish.of(body).text("text", "")));
    }

    @PostMapping("/api/incidents/{id}/tasks")
    ResponseEntity<byte[]> propose(@PathVariable String id, @RequestBody(required = false) byte[] body) {
        var wish = Wish.of(body);
        return Wire.answer(
            rooms.operations().propose(by(), id, wish.text("unit"), wish.text("instruction"), wish.text("note", "")));
    }

    @PostMapping("/api/tasks/{id}/approve")
    ResponseEntity<byte[]> approve(@PathVariable String id) {
        return Wire.answer(rooms.operations().approve(by(), id));
    }

    @PostMapping("/api/tasks/{id}/decline")
    ResponseEntity<byte[]> decline(@PathVariable String id, @RequestBody(required = false) byte[] body) {
        return Wire.answer(rooms.operations().decline(by(), id, Wish.of(body).text("reason", "")));
    }

    @PostMapping("/api/tasks/{id}/cancel")
    ResponseEntity<byte[]> cancel(@PathVariable String id, @RequestBody(required = false) byte[] body) {
        return Wire.answer(rooms.operations().cancel(by(), id, Wish.of(body).text("reason", "")));
    }

    @PostMapping("/api/incidents/{id}/close")
    ResponseEntity<byte[]> close(@PathVariable String id, @RequestBody(required = false) byte[] body) {
        var wish = Wish.of(body);
        return Wire.answer(rooms.operations().close(by(), id, wish.text("outcome"), wish.text("note", "")));
    }

    @PostMapping("/api/command/parameters")
    ResponseEntity<byte[]> parameters(@RequestBody(required = false) byte[] body) {
        var wish = Wish.of(body);
        return Wire.answer(rooms.operations().setParameters(by(), wish.text("posture"), wish.text("objectives", "")));
    }

    @GetMapping("/api/alarms/{id}")
    ResponseEntity<byte[]> alarm(@PathVariable String id) {
        var session = Doors.session().orElseThrow();
        var found = rooms.viewers().as(session.viewer(), connection -> OperationsStore.alarm(connection, id));
        if (found.isEmpty()) {
            return Wire.refused(404, Wire.NOT_FOUND);
        }
        var alarm = found.get();
        look(session, "alarm/" + alarm.id(), alarm.incident());
        var sight = Visibility.of(session.viewer(), alarm.marking(), alarm.lifeAtRisk());
        var node = shapes.alarm(alarm, sight);
        var observations = node.putArray("observations");
        if (sight == Visibility.Sight.FULL) {
            var rule = node.putObject("rule").put("id", alarm.rule());
            rule.set("text", Shapes.text(AlarmParameters.defaults().describe(alarm.rule()).orElse(alarm.why())));
            rooms.observations().byNumber(alarm.observations())
                .forEach(kept -> observations.addObject().put("id", kept.seq())
                    .put("sensor", kept.sensor().text()).put("property", kept.property()).put("result", kept.result())
                    .put("phenomenonTime", Shapes.time(kept.phenomenonTime()))
                    .put("receivedAt", Shapes.time(kept.receivedAt())));
            node.set("grounds", rooms.operations().grounds(alarm.id()).map(FusedShapes::grounds).orElse(null));
        }
        return Wire.json(node);
    }

    @GetMapping("/api/incidents/{id}")
    ResponseEntity<byte[]> incident(@PathVariable String id) {
        var session = Doors.session().orElseThrow();
        var found = rooms.viewers().as(session.viewer(), connection -> OperationsStore.incident(connection, id));
        if (found.isEmpty()) {
            return Wire.refused(404, Wire.NOT_FOUND);
        }
        look(session, "incident/" + id, id);
        var sight = Visibility.of(session.viewer(), found.get().marking(), found.get().lifeAtRisk());
        var node = shapes.incident(found.get(), sight);
        var log = node.putArray("log");
        if (sight == Visibility.Sight.FULL) {
            rooms.journal().stream(new StreamId("incident/" + id)).stream()
                .filter(entry -> Visibility.maySee(session.viewer(), entry.marking())).forEach(entry -> {
                    var line = log.addObject().put("position", entry.position()).put("at", Shapes.time(entry.at()))
                        .put("desk", entry.actor().desk().text())
                        .put("officer", entry.actor().officer().text()).put("type", entry.type());
                    line.set("text", Shapes.text(lines.line(entry, found.get().kind())));
                });
        }
        return Wire.json(node);
    }

    @GetMapping("/api/incidents/{id}/evidence")
    ResponseEntity<byte[]> evidence(@PathVariable String id) {
        var session = Doors.session().orElseThrow();
        var found = rooms.viewers().as(session.viewer(), connection -> OperationsStore.incident(connection, id));
        boolean seen = found.isPresent() && Visibility.maySee(session.viewer(), found.get().marking())
            || session.role() == Role.AUDITOR && rooms.operations().read(board -> board.incident(id)).isPresent();
        if (!seen) {
            return Wire.refused(404, Wire.NOT_FOUND);
        }
        rooms.audit().recordNow(
            new Look(rooms.clock().instant(), session.actor(), LedVerb.DISCLOSE, "incident/" + id + "/evidence", id));
        var incident = rooms.operations().read(board -> board.incident(id)).orElseThrow();
        return ResponseEntity.ok().header("Content-Disposition", "attachment; filename=\"evidence-" + id + ".zip\"")
            .contentType(org.springframework.http.MediaType.parseMediaType("application/zip"))
            .body(rooms.record().evidence(positions(incident)));
    }

    /// The incident's own entries, those of its alarms, and the seals over the observations that raised them.
    private List<Long> positions(Incident incident) {
        var entries = new ArrayList<>(rooms.journal().stream(new StreamId("incident/" + incident.id())));
        var observations = new TreeSet<Long>();
        for (var alarm : incident.alarms()) {
            entries.addAll(rooms.journal().stream(new StreamId("alarm/" + alarm)));
            rooms.operations().read(board -> board.alarm(alarm))
                .ifPresent(known -> observations.addAll(known.observations()));
        }
        if (!observations.isEmpty()) {
            rooms.journal().stream(new StreamId("observations/seals")).stream()
                .filter(entry -> covers(entry, observations)).forEach(entries::add);
        }
        return entries.stream().map(Entry::position).sorted().limit(EvidenceBundle.MOST).toList();
    }

    private static boolean covers(Entry seal, TreeSet<Long> observations) {
        var body = JsonMapper.shared().readTree(seal.body().orElse("{}"));
        var first = observations.ceiling(body.path("firstSeq").asLong(Long.MAX_VALUE));
        return first != null && first <= body.path("lastSeq").asLong(0);
    }

    private void look(Session session, String what, String task) {
        rooms.audit().record(new Look(rooms.clock().instant(), session.actor(), LedVerb.CONSULT, what,
            task.isBlank() ? session.purpose().name() : "incident " + task));
    }
}
