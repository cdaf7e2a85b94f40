package org.entente.web;

import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import org.entente.access.Look;
import org.entente.kernel.LedVerb;
import org.entente.kernel.SensorId;
import org.entente.picture.Picture;
import org.entente.picture.SensorTrust;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/// Why not, and what could be seen: near misses, the health of the sensors, and their coverage at a moment.
@RestController
final class FusedController {

    private final Rooms rooms;
    private final Coverage coverage;

    FusedController(Rooms rooms) {
        this.rooms = rooms;
        this.coverage = new Coverage(rooms.reference());
    }

    @GetMapping("/api/near-misses")
    ResponseEntity<byte[]> nearMisses(@RequestParam Optional<String> from, @RequestParam Optional<String> to,
        @RequestParam Optional<String> site) {
        look("picture/near-misses");
        var since = from.map(Wish::moment).orElse(Instant.MIN);
        var until = to.map(Wish::moment).orElse(Instant.MAX);
        return Wire.json(FusedShapes.nearMisses(rooms.live().read(Picture::nearMisses).stream()
            .filter(miss -> !miss.at().isBefore(since) && !miss.at().isAfter(until))
            .filter(miss -> site.isEmpty() || site.get().equals(miss.site())).toList()));
    }

    @GetMapping("/api/sensors/health")
    ResponseEntity<byte[]> health() {
        look("picture/sensors");
        var node = Shapes.object();
        var list = node.putArray("sensors");
        rooms.live().read(picture -> {
            var trusts = new HashMap<SensorId, SensorTrust>();
            picture.trusts().forEach(trust -> trusts.put(trust.sensor(), trust));
            picture.sensors().forEach(sensor -> list.add(FusedShapes.health(sensor,
                Optional.ofNullable(trusts.get(sensor.sensor())))));
            return null;
        });
        return Wire.json(node);
    }

    @GetMapping("/api/coverage")
    ResponseEntity<byte[]> coverage(@RequestParam Optional<String> site, @RequestParam Optional<String> at) {
        return covered(site.filter(coverage::knows).orElseThrow(() -> new Wish.Malformed(
            "\"site\" must be a site of the deployment", "« site » doit être une plateforme du déploiement")), at);
    }

    private ResponseEntity<byte[]> covered(String site, Optional<String> at) {
        look("picture/coverage/" + site);
        if (at.isEmpty()) {
            return Wire.json(rooms.live().read(picture -> of(picture, site, rooms.clock().instant())));
        }
        var moment = Wish.moment(at.get());
        var now = rooms.clock().instant();
        var then = moment.isAfter(now) ? now : moment;
        return Wire.json(of(rooms.replay().picture(then), site, then));
    }

    private ObjectNode of(Picture picture, String site, Instant at) {
        return coverage.of(picture, site).put("at", Times.rfc3339(at)).put("site", site);
    }

    private void look(String what) {
        var session = Doors.session().orElseThrow();
        rooms.audit().record(
            new Look(rooms.clock().instant(), session.actor(), LedVerb.CONSULT, what, session.purpose().name()));
    }
}
