package org.entente.web;

import java.time.Duration;
import java.util.Optional;
import org.entente.access.Look;
import org.entente.access.Visibility;
import org.entente.kernel.LedVerb;
import org.entente.operations.AlarmPerformance;
import org.entente.operations.Board;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What may be done about an alarm besides taking or dismissing it, suppressions by design, and the alarm performance.
@RestController
final class AlarmsController {

    private static final Duration LONGEST = Duration.ofDays(400);

    private final Rooms rooms;

    AlarmsController(Rooms rooms) {
        this.rooms = rooms;
    }

    @PostMapping("/api/alarms/{id}/acknowledge")
    ResponseEntity<byte[]> acknowledge(@PathVariable String id) {
        return Wire.answer(rooms.operations().acknowledge(OperationsController.by(), id));
    }

    @PostMapping("/api/alarms/{id}/shelve")
    ResponseEntity<byte[]> shelve(@PathVariable String id, @RequestBody(required = false) byte[] body) {
        var wish = Wish.of(body);
        return Wire.answer(rooms.operations().shelve(OperationsController.by(), id, wish.text("reason", ""),
            wish.time("until")));
    }

    @PostMapping("/api/alarms/{id}/unshelve")
    ResponseEntity<byte[]> unshelve(@PathVariable String id) {
        return Wire.answer(rooms.operations().unshelve(OperationsController.by(), id));
    }

    @PostMapping("/api/suppressions")
    ResponseEntity<byte[]> suppress(@RequestBody(required = false) byte[] body) {
        var wish = Wish.of(body);
        return Wire.answer(rooms.operations().suppress(OperationsController.by(), wish.text("place", ""),
            wish.text("sensor", ""), wish.text("reason", ""), wish.time("from"), wish.time("until")));
    }

    @PostMapping("/api/suppressions/{id}/lift")
    ResponseEntity<byte[]> lift(@PathVariable String id) {
        return Wire.answer(rooms.operations().lift(OperationsController.by(), id));
    }

    @GetMapping("/api/suppressions")
    ResponseEntity<byte[]> suppressions() {
        var viewer = Doors.session().orElseThrow().viewer();
        var seen = rooms.operations().read(Board::suppressions).reversed().stream()
            .filter(one -> Visibility.maySee(viewer, one.marking())).toList();
        var node = Shapes.object();
        node.set("suppressions", AlarmShapes.suppressions(seen));
        return Wire.json(node);
    }

    @GetMapping("/api/alarms/nuisance")
    ResponseEntity<byte[]> nuisance(@RequestParam Optional<String> from, @RequestParam Optional<String> to) {
        var now = rooms.clock().instant();
        var end = to.map(Wish::moment).filter(now::isAfter).orElse(now);
        var begin = from.map(Wish::moment).orElse(end.minus(Duration.ofDays(7)));
        if (!begin.isBefore(end) || begin.isBefore(end.minus(LONGEST))) {
            throw new Wish.Malformed("\"from\" must lie before \"to\", by 400 days at most",
                "« from » doit précéder « to », de 400 jours au plus");
        }
        var session = Doors.session().orElseThrow();
        rooms.audit().record(new Look(now, session.actor(), LedVerb.CONSULT, "alarms/performance",
            session.purpose().name()));
        return Wire.json(AlarmShapes
            .performance(rooms.operations().read(board -> AlarmPerformance.of(board, begin, end))));
    }
}
