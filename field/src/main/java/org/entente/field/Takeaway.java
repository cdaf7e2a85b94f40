package org.entente.field;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entente.field.Check.Found;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What is carried home from a night: the summary, the joint report in both languages, and the evidence of one incident.
///
/// Everything is fetched over the public API: the programme desk reads the report, the auditor takes the evidence, anybody
/// reads the checkpoint.
final class Takeaway {

    private final Link link;
    private final Desks desks;
    private final Path folder;

    Takeaway(Link link, Desks desks, Path folder) {
        this.link = link;
        this.desks = desks;
        this.folder = folder;
    }

    void write(Found found, Journalled record) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var summary = found.counts().deepCopy();
        record.outcomes(summary.putObject("outcomes"));
        var programme = desks.with("PROGRAMME");
        var months = programme.get("/api/reports").body();
        for (var month : months) {
            report(programme, month.path("month").asString(), summary);
        }
        evidence(record, summary);
        var checkpoint = link.patiently(link.to("/log/checkpoint").GET().build());
        summary.put("checkpoint", checkpoint.text());
        summary.put("complete", found.missing().isEmpty());
        Files.writeString(folder.resolve("summary.json"),
            JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(summary) + "\n");
    }

    private void report(Desk programme, String month, ObjectNode summary) throws IOException, InterruptedException {
        for (var edition : new String[]{"en.html", "fr.html", "en.pdf", "fr.pdf"}) {
            fetch(programme, "/api/reports/" + month + "/" + edition,
                folder.resolve("joint-report-" + month + "-" + edition));
        }
        var figures = programme.get("/api/reports/" + month).body();
        summary.put("month", month);
        summary.set("figures", figures.path("total"));
        for (var guarded : figures.path("protection")) {
            if (guarded.path("key").asString("").equals("protection.referrals")) {
                summary.put("referrals", guarded.path("count").isNumber() ? guarded.path("count").asString() : "<5");
            }
        }
    }

    /// The incident with the most tasks tells the most.
    private void evidence(Journalled record, ObjectNode summary) throws IOException, InterruptedException {
        var incident = record.busiest();
        if (incident.isPresent()) {
            var name = "evidence-" + incident.get() + ".zip";
            fetch(desks.with("AUDITOR"), "/api/incidents/" + incident.get() + "/evidence", folder.resolve(name));
            summary.put("evidence", name);
        }
    }

    private void fetch(Desk desk, String path, Path file) throws IOException, InterruptedException {
        desk.get(path); // logs in, and says no before anything is written
        Files.write(file, link.file(desk.streaming(path)));
    }
}
