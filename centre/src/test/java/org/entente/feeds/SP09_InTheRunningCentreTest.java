package org.entente.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.entente.access.Role;
import org.entente.server.RunningCentre;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The whole centre: what an edge node says is what a desk sees.
class SP09_InTheRunningCentreTest {

    private static final Instant NOW = Instant.parse("2026-03-03T22:00:05Z");

    @Test
    void a_radar_that_registers_is_healthy_in_the_picture_and_a_bad_message_is_on_the_board(@TempDir Path dir)
        throws Exception {
        try (var running = RunningCentre.on(dir); var node = new SapientNode(running.centre().sapientPort())) {
            node.register(NOW, "CAL-RAD-001");
            node.send(node.say(NOW, SapientNode.status("SYSTEM_OK")));
            node.send(node.say(NOW, SapientNode.detection(1.8890, 50.9765)));
            node.send(node.say(NOW, SapientNode.detection("no-ulid", 1.8890, 50.9765, "")));
            assertThat(node.error()).hasSize(1);
            var desk = running.sitDown(Role.OFFICER);
            var picture = picture(desk);
            for (int i = 0; i < 100 && !complete(picture); i++) {
                Thread.sleep(100);
                picture = picture(desk);
            }
            assertThat(picture.at("/sensors/CAL-RAD-001/health").asString()).isEqualTo("OK");
            assertThat(picture.at("/sensors/CAL-RAD-002/health").asString()).isEqualTo("UNKNOWN");
            assertThat(picture.at("/load/malformed").asInt()).isEqualTo(1);
            var observations = running.visitor().get("/sensorthings/v1.1/Datastreams?$filter=name%20eq%20'CAL-RAD-001"
                + "/detection'&$expand=Observations", "Authorization", "Bearer " + token(dir)).json();
            assertThat(observations.at("/value/0/Observations/0/result/scan/0/lat").asDouble()).isEqualTo(50.9765);
        }
    }

    private static boolean complete(JsonNode picture) {
        return picture.at("/sensors/CAL-RAD-001/health").asString("").equals("OK")
            && picture.at("/load/malformed").asInt(0) == 1;
    }

    private static JsonNode picture(RunningCentre.Visitor desk) throws Exception {
        return desk.get("/api/picture").json();
    }

    private static String token(Path dir) throws Exception {
        return Files.readString(dir.resolve("feed.token")).strip();
    }
}
