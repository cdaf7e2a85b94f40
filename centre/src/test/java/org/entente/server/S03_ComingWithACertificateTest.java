package org.entente.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.entente.feeds.TakCertificates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A feed may show a client certificate instead of a token; over TLS the other doors are the same.
class S03_ComingWithACertificateTest {

    @TempDir
    private Path data;

    @Test
    void a_certificate_of_the_centres_authority_opens_sensorthings_and_nothing_else() throws Exception {
        int port = freePort();
        try (var running = RunningCentre.on(data, "--https.port=" + port)) {
            var certificates = new TakCertificates(data.resolve("tak"), Instant.now(),
                List.of("localhost", "127.0.0.1"));
            certificates.client("fence-vendor");
            var vendor = HttpClient.newBuilder().sslContext(certificates.clientContext("fence-vendor")).build();
            assertThat(get(vendor, port, "/sensorthings/v1.1/Things?$top=1")).isEqualTo(200);
            assertThat(get(vendor, port, "/api/picture")).isEqualTo(401);
            var stranger = HttpClient.newBuilder()
                .sslContext(new TakCertificates(data.resolve("others"), Instant.now(), List.of("localhost")).server())
                .build();
            assertThat(running.visitor().get("/health").status()).isEqualTo(200);
            assertThat(answers(stranger, port)).as("a certificate of another authority gets no answer").isFalse();
        }
    }

    private static int get(HttpClient client, int port, String path) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create("https://localhost:" + port + path)).build(),
            BodyHandlers.ofString()).statusCode();
    }

    private static boolean answers(HttpClient client, int port) throws InterruptedException {
        try {
            client.send(HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/health")).build(),
                BodyHandlers.ofString());
            return true;
        } catch (java.io.IOException refused) {
            return false;
        }
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
