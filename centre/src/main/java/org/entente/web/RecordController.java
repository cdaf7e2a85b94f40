package org.entente.web;

import jakarta.servlet.http.HttpServletRequest;
import org.entente.access.Look;
import org.entente.kernel.LedVerb;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// The record: the transparency log for anyone, the journal and the audit for the auditor; reading them is itself recorded.
@RestController
final class RecordController {

    private static final int PAGE = 1_000;

    private final Rooms rooms;

    RecordController(Rooms rooms) {
        this.rooms = rooms;
    }

    @GetMapping("/log/checkpoint")
    ResponseEntity<byte[]> checkpoint() {
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("text/plain;charset=utf-8"))
            .cacheControl(CacheControl.noStore()).body(rooms.record().checkpoint());
    }

    @GetMapping("/log/tile/**")
    ResponseEntity<byte[]> tile(HttpServletRequest request) {
        return rooms.record().tile(request.getRequestURI().substring("/log/".length()))
            .map(bytes -> ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM).body(bytes))
            .orElseGet(() -> Wire.refused(404, Wire.NOT_FOUND));
    }

    @GetMapping("/api/journal")
    ResponseEntity<byte[]> journal(@RequestParam(defaultValue = "0") long after,
        @RequestParam(defaultValue = "200") int limit) {
        var session = Doors.session().orElseThrow();
        rooms.audit().recordNow(
            new Look(rooms.clock().instant(), session.actor(), LedVerb.CONSULT, "journal/after-" + after, "audit"));
        var node = Shapes.object();
        var entries = node.putArray("entries");
        for (var entry : rooms.journal().after(Math.max(0, after), Math.clamp(limit, 1, PAGE))) {
            var one = entries.addObject().put("position", entry.position()).put("stream", entry.stream().text())
                .put("streamVersion", entry.streamVersion())
                .put("type", entry.type()).put("version", entry.version()).put("at", Shapes.time(entry.at()));
            one.putObject("actor").put("officer", entry.actor().officer().text())
                .put("desk", entry.actor().desk().text())
                .put("agency", entry.actor().agency().text()).put("state", entry.actor().state())
                .put("purpose", entry.actor().purpose().name());
            var marking = one.putObject("marking").put("originator", entry.marking().originator().text())
                .put("classification", entry.marking().classification().name())
                .put("retentionDays", entry.marking().retentionDays());
            var releasable = marking.putArray("releasableTo");
            entry.marking().releasableTo().forEach(releasable::add);
            one.set("body", entry.body().map(body -> JsonMapper.shared().readTree(body)).orElse(null));
        }
        return Wire.json(node.put("head", rooms.journal().head()));
    }

    @GetMapping("/api/audit")
    ResponseEntity<byte[]> audit(@RequestParam(defaultValue = "0") long after,
        @RequestParam(defaultValue = "200") int limit) {
        var session = Doors.session().orElseThrow();
        var node = Shapes.object();
        var rows = node.putArray("rows");
        rooms.audit().page(session, Math.max(0, after), Math.clamp(limit, 1, PAGE), rooms.clock().instant())
            .forEach(row -> {
                var look = row.look();
                rows.addObject().put("id", row.id()).put("at", Shapes.time(look.at()))
                    .put("officer", look.who().officer().text())
                    .put("desk", look.who().desk().text()).put("agency", look.who().agency().text())
                    .put("purpose", look.who().purpose().name())
                    .put("verb", look.verb().name()).put("what", look.what())
                    .put("justification", look.justification());
            });
        return Wire.json(node);
    }
}
