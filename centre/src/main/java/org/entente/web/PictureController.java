package org.entente.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.entente.access.Action;
import org.entente.access.Look;
import org.entente.access.Session;
import org.entente.kernel.LedVerb;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/// The picture: whole, moving (SSE), and at any past moment. Every look is written down.
@RestController
final class PictureController {

    private static final long PING_MS = 15_000;

    private final Rooms rooms;
    private final String tag;

    PictureController(Rooms rooms) {
        this.rooms = rooms;
        this.tag = "\"" + Integer.toHexString(java.util.Arrays.hashCode(rooms.reference().bytes())) + "\"";
    }

    @GetMapping("/api/reference")
    ResponseEntity<byte[]> reference(WebRequest request) {
        if (request.checkNotModified(tag)) {
            return ResponseEntity.status(304).build();
        }
        return ResponseEntity.ok().eTag(tag).cacheControl(CacheControl.noCache())
            .contentType(MediaType.APPLICATION_JSON).body(rooms.reference().bytes());
    }

    @GetMapping("/api/picture")
    ResponseEntity<byte[]> picture(@RequestParam Optional<String> at) {
        var session = Doors.session().orElseThrow();
        if (at.isEmpty()) {
            look(session, "picture/live");
            return Wire.json(rooms.live().snapshot(session.viewer()));
        }
        var moment = moment(at.get());
        look(session, "picture/" + Times.rfc3339(moment));
        return Wire.json(rooms.replay().at(moment, session.viewer()));
    }

    private Instant moment(String text) {
        try {
            var moment = Instant.parse(text);
            var now = rooms.clock().instant();
            return moment.isAfter(now) ? now : moment;
        } catch (DateTimeParseException notATime) {
            throw new Wish.Malformed("\"at\" must be a time such as 2026-03-03T23:15:00Z",
                "« at » doit être une heure telle que 2026-03-03T23:15:00Z");
        }
    }

    @GetMapping("/api/replay/span")
    ResponseEntity<byte[]> span() {
        return Wire.json(Shapes.object().put("from", Times.rfc3339(rooms.replay().from())).put("to",
            Times.rfc3339(rooms.clock().instant())));
    }

    /// One thread a console, virtual: it waits for the next frames and writes them until the console goes away.
    @GetMapping("/api/events")
    void events(@RequestHeader(name = "Last-Event-ID") Optional<String> lastEventId, HttpServletRequest request,
        HttpServletResponse response) throws IOException {
        var session = Doors.session().orElseThrow();
        look(session, "picture/live");
        var httpSession = request.getSession(false);
        response.setContentType("text/event-stream;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        var out = response.getOutputStream();
        try (var _ = seat(session)) {
            var frames = rooms.live().since(session.viewer(), lastEventId);
            var last = frames.isEmpty() ? lastEventId.orElseThrow() : frames.getLast().id();
            out.write("retry: 1000\n\n".getBytes(StandardCharsets.US_ASCII));
            write(out, frames);
            while (alive(httpSession)) {
                frames = rooms.live().next(session.viewer(), last, PING_MS);
                if (frames.isEmpty()) {
                    out.write(": ping\n\n".getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                } else {
                    last = frames.getLast().id();
                    write(out, frames);
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (IOException consoleWentAway) {
            System.getLogger("entente.web").log(System.Logger.Level.DEBUG,
                "a console went away: " + consoleWentAway.getMessage());
        }
    }

    /// A desk that may take alarms is one of those that share the load.
    private Staffing.Seat seat(Session session) {
        return rooms.table().may(session).contains(Action.TAKE_ALARM)
            ? rooms.live().open(session.desk().text())
            : () -> {
            };
    }

    /// A log-out ends the stream too.
    private static boolean alive(jakarta.servlet.http.HttpSession session) {
        try {
            return session != null && session.getCreationTime() > 0;
        } catch (IllegalStateException loggedOut) {
            return false;
        }
    }

    private static void write(java.io.OutputStream out, List<Live.Frame> frames) throws IOException {
        for (var frame : frames) {
            out.write(
                ("id: " + frame.id() + "\nevent: " + frame.event() + "\ndata: ").getBytes(StandardCharsets.US_ASCII));
            out.write(frame.data());
            out.write('\n');
            out.write('\n');
        }
        out.flush();
    }

    private void look(Session session, String what) {
        rooms.audit().record(
            new Look(rooms.clock().instant(), session.actor(), LedVerb.CONSULT, what, session.purpose().name()));
    }
}
