package org.entente.web;

import java.util.Arrays;
import java.util.function.Function;
import org.entente.handover.ConcernCrossesTheWall.Crossing;
import org.entente.kernel.Text;
import org.entente.protection.ErasureReason;
import org.entente.protection.Protection;
import org.entente.protection.Result;
import org.entente.protection.Service;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Both sides of the wall's one hatch: officers put a concern in and get a receipt; the safeguarding desk works on them.
/// Nothing of an answer may be kept by a browser or a proxy.
@RestController
final class ProtectionController {

    private final Rooms rooms;

    ProtectionController(Rooms rooms) {
        this.rooms = rooms;
    }

    /// The incident's id in the path only keeps the officer's place on the screen: it is neither read nor written here.
    @PostMapping("/api/incidents/{id}/concern")
    ResponseEntity<byte[]> raise(@PathVariable String id, @RequestBody(required = false) byte[] body) {
        var wish = Wish.of(body);
        var crossing = rooms.concerns().raise(Doors.session().orElseThrow(), wish.text("category"), wish.texts("needs"),
            wish.text("text", ""), wish.text("place", ""));
        return switch (crossing) {
            case Crossing.Crossed(var receipt) -> Wire.json(Shapes.object().put("receipt", receipt));
            case Crossing.Refused(var reason) -> Wire.refused(409, reason);
        };
    }

    @GetMapping("/api/protection/concerns")
    ResponseEntity<byte[]> concerns() {
        var node = Shapes.object();
        var concerns = node.putArray("concerns");
        rooms.protection().concerns(Doors.session().orElseThrow().actor()).forEach(line -> concerns.add(line(line)));
        words(node.putArray("services"), Service.values(), Service::text);
        words(node.putArray("results"), Result.values(), Result::text);
        words(node.putArray("reasons"), ErasureReason.values(), ErasureReason::text);
        return Wire.json(node);
    }

    @GetMapping("/api/protection/concerns/{receipt}")
    ResponseEntity<byte[]> concern(@PathVariable String receipt) {
        var found = rooms.protection().concern(Doors.session().orElseThrow().actor(), receipt);
        if (found.isEmpty()) {
            return Wire.refused(404, Wire.NOT_FOUND);
        }
        var node = line(found.get().line());
        found.get().told().ifPresent(told -> {
            node.put("text", told.text()).put("place", told.place()).put("desk", told.desk().text());
            words(node.putArray("needs"), told.needs().toArray(new org.entente.protection.Need[0]),
                org.entente.protection.Need::text);
        });
        var steps = node.putArray("steps");
        found.get().steps().forEach(step -> {
            var one = steps.addObject().put("at", Shapes.time(step.at())).put("officer", step.officer()).put("desk",
                step.desk());
            one.set("text", Shapes.text(step.what()));
        });
        return Wire.json(node);
    }

    @PostMapping("/api/protection/concerns/{receipt}/accept")
    ResponseEntity<byte[]> accept(@PathVariable String receipt) {
        return Wire.answer(rooms.protection().accept(Doors.session().orElseThrow().actor(), receipt));
    }

    @PostMapping("/api/protection/concerns/{receipt}/refer")
    ResponseEntity<byte[]> refer(@PathVariable String receipt, @RequestBody(required = false) byte[] body) {
        var service = word(Service.values(), Wish.of(body).text("service"));
        return Wire.answer(rooms.protection().refer(Doors.session().orElseThrow().actor(), receipt, service));
    }

    @PostMapping("/api/protection/concerns/{receipt}/close")
    ResponseEntity<byte[]> close(@PathVariable String receipt, @RequestBody(required = false) byte[] body) {
        var result = word(Result.values(), Wish.of(body).text("result"));
        return Wire.answer(rooms.protection().close(Doors.session().orElseThrow().actor(), receipt, result));
    }

    @PostMapping("/api/protection/concerns/{receipt}/erase")
    ResponseEntity<byte[]> erase(@PathVariable String receipt, @RequestBody(required = false) byte[] body) {
        var reason = word(ErasureReason.values(), Wish.of(body).text("reason"));
        return Wire.answer(rooms.protection().erase(Doors.session().orElseThrow().actor(), receipt, reason));
    }

    private static ObjectNode line(Protection.Line line) {
        var node = Shapes.object().put("receipt", line.receipt().text()).put("category", line.category().name());
        node.set("categoryName", Shapes.text(line.category().text()));
        node.put("state", line.state().name()).put("service", line.service().map(Enum::name).orElse(null));
        node.set("serviceName", line.service().map(service -> Shapes.text(service.text())).orElse(null));
        return node.put("raisedAt", Shapes.time(line.raisedAt())).put("changedAt", Shapes.time(line.changedAt()));
    }

    private static <E extends Enum<E>> E word(E[] words, String name) {
        return Arrays.stream(words).filter(word -> word.name().equals(name)).findFirst()
            .orElseThrow(() -> new Wish.Malformed("Unknown word " + name, "Mot inconnu " + name));
    }

    private static <E extends Enum<E>> void words(ArrayNode list, E[] words, Function<E, Text> name) {
        for (var word : words) {
            var node = list.addObject().put("id", word.name());
            node.set("name", Shapes.text(name.apply(word)));
        }
    }
}
