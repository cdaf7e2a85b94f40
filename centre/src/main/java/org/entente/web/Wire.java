package org.entente.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.entente.kernel.Answer;
import org.entente.kernel.Text;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The two shapes of every answer: what was done, or `{"refused": {en, fr}}`.
final class Wire {

    static final Text NOT_FOUND = new Text("Unknown, or not visible from this desk",
        "Inconnu, ou non visible depuis ce pupitre");

    private Wire() {}

    static ResponseEntity<byte[]> json(ObjectNode node) {
        return json(200, node);
    }

    static ResponseEntity<byte[]> json(int status, ObjectNode node) {
        return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(bytes(node));
    }

    static ResponseEntity<byte[]> answer(Answer answer) {
        return switch (answer) {
            case Answer.Done(var position, var id) -> json(Shapes.object().put("position", position).put("id", id));
            case Answer.Refused(var reason) -> refused(409, reason);
        };
    }

    static ResponseEntity<byte[]> refused(int status, Text reason) {
        return json(status, refusal(reason));
    }

    static void refuse(HttpServletResponse response, int status, Text reason) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.setStatus(status);
        response.setContentType("application/json;charset=utf-8");
        response.getOutputStream().write(bytes(refusal(reason)));
    }

    static ObjectNode refusal(Text reason) {
        var node = Shapes.object();
        node.set("refused", Shapes.text(reason));
        return node;
    }

    static byte[] bytes(ObjectNode node) {
        return JsonMapper.shared().writeValueAsString(node).getBytes(StandardCharsets.UTF_8);
    }
}
