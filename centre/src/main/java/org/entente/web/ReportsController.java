package org.entente.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.YearMonth;
import org.entente.access.Look;
import org.entente.kernel.Language;
import org.entente.kernel.LedVerb;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// The monthly joint report: its figures, and both editions on the screen and for print.
@RestController
final class ReportsController {

    private final Rooms rooms;

    ReportsController(Rooms rooms) {
        this.rooms = rooms;
    }

    @GetMapping("/api/reports")
    ResponseEntity<byte[]> months() {
        var months = JsonMapper.shared().createArrayNode();
        rooms.reports().months().forEach(month -> months.addObject().put("month", month.month().toString())
            .put("from", Shapes.time(month.from())).put("to", Shapes.time(month.to())));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON)
            .body(months.toString().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/api/reports/{month}")
    ResponseEntity<byte[]> figures(@PathVariable String month) {
        var wanted = known(month);
        look(wanted + ".json");
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(
            JsonMapper.shared().writeValueAsString(rooms.reports().figures(wanted)).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/api/reports/{month}/{file}")
    ResponseEntity<byte[]> edition(@PathVariable String month, @PathVariable String file) {
        var wanted = known(month);
        var language = file.startsWith("fr.") ? Language.FR : Language.EN;
        return switch (file) {
            case "en.html", "fr.html" -> {
                look(wanted + "/" + file);
                yield ResponseEntity.ok().contentType(MediaType.parseMediaType("text/html;charset=utf-8"))
                    .body(rooms.reports().html(wanted, language).getBytes(StandardCharsets.UTF_8));
            }
            case "en.pdf", "fr.pdf" -> {
                look(wanted + "/" + file);
                yield ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                    .header("Content-Disposition", "inline; filename=\"entente-" + wanted + "-" + file + "\"")
                    .body(rooms.reports().pdf(wanted, language));
            }
            default -> Wire.refused(404, Wire.NOT_FOUND);
        };
    }

    private void look(String what) {
        var session = Doors.session().orElseThrow();
        rooms.audit().record(new Look(rooms.clock().instant(), session.actor(), LedVerb.CONSULT, "report/" + what,
            session.purpose().name()));
    }

    private static YearMonth known(String month) {
        try {
            return YearMonth.parse(month);
        } catch (DateTimeException notAMonth) {
            throw new Wish.Malformed("\"" + month + "\" is not a month such as 2026-03",
                "« " + month + " » n'est pas un mois tel que 2026-03");
        }
    }
}
