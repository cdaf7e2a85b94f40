package org.entente.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.entente.journal.Entry;
import org.entente.kernel.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One line of an incident's log (main courante) for each entry, in both languages. What an officer wrote stays in the
/// officer's own words in both.
final class LogLines {

    private final Reference reference;
    private final Map<String, Text> names = new LinkedHashMap<>();

    LogLines(Reference reference) {
        this.reference = reference;
        for (var list : new String[]{"outcomes", "instructions"}) {
            reference.list(list)
                .forEach(node -> names.put(node.get("id").asString(), Reference.text(node.get("name"))));
        }
        reference.list("procedures").forEach(procedure -> procedure.get("steps")
            .forEach(step -> names.put(procedure.get("kind").asString() + "/" + step.get("id").asString(),
                Reference.text(step.get("text")))));
    }

    /// @param kind the incident's kind: steps have their ids within its procedure
    Text line(Entry entry, String kind) {
        if (entry.body().isEmpty()) {
            return new Text("Erased", "Effacé");
        }
        var body = JsonMapper.shared().readTree(entry.body().get());
        return switch (entry.type()) {
            case "incident.opened" -> opened(body);
            case "incident.step" -> step(body, kind);
            case "incident.note" -> both("", body.get("text").asString(), "");
            case "incident.closed" -> {
                var outcome = name(body.get("outcome").asString());
                var note = body.get("note").asString();
                yield new Text("Closed: " + outcome.english() + (note.isBlank() ? "" : ". " + note),
                    "Clôturé : " + outcome.french() + (note.isBlank() ? "" : ". " + note));
            }
            case "task.proposed" -> proposed(body);
            case "task.approved" -> task(body, "approved and sent", "approuvée et transmise");
            case "task.declined" -> task(body, "declined: " + reason(body), "refusée : " + reason(body));
            case "task.received" -> task(body, "received by the unit", "reçue par l'unité");
            case "task.accepted" -> task(body, "accepted by the unit", "acceptée par l'unité");
            case "task.unable" -> task(body, "the unit is unable" + colon(reason(body), ": "),
                "l'unité est dans l'impossibilité" + colon(reason(body), " : "));
            case "task.done" -> task(body, "done", "accomplie");
            case "task.cancelled" -> task(body, "cancelled: " + reason(body), "annulée : " + reason(body));
            default -> new Text(entry.type(), entry.type());
        };
    }

    private Text opened(JsonNode body) {
        var kind = reference.kindName(body.get("kind").asString());
        var place = body.get("placeName");
        var text = body.get("text").asString();
        return new Text(
            "Opened: " + kind.english() + ", " + place.get("english").asString() + colon(text, ". Reported: "),
            "Ouvert : " + kind.french() + ", " + place.get("french").asString() + colon(text, ". Signalement : "));
    }

    private Text step(JsonNode body, String kind) {
        var text = name(kind + "/" + body.get("step").asString());
        return body.get("done").asBoolean()
            ? new Text("Done: " + text.english(), "Fait : " + text.french())
            : new Text("Not done after all: " + text.english(), "Finalement non fait : " + text.french());
    }

    private Text proposed(JsonNode body) {
        var instruction = name(body.get("instruction").asString());
        var callsign = body.get("callsign").asString();
        var note = body.get("note").asString();
        return task(body, "proposed: " + instruction.english() + ", " + callsign + colon(note, ". "),
            "proposée : " + instruction.french() + ", " + callsign + colon(note, ". "));
    }

    private static Text task(JsonNode body, String english, String french) {
        var task = body.get("task").asString();
        return new Text("Task " + task + " " + english, "Mission " + task + " " + french);
    }

    private Text name(String id) {
        return names.getOrDefault(id, new Text(id, id));
    }

    private static String reason(JsonNode body) {
        return body.get("reason").asString();
    }

    private static String colon(String text, String before) {
        return text.isBlank() ? "" : before + text;
    }

    private static Text both(String before, String text, String after) {
        return new Text(before + text + after, before + text + after);
    }
}
