package org.entente.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two clients that nobody here wrote meet over our server (src/test/tak-client).
class TakClientTest {

    private static final Path CLIENT = Path
        .of(System.getProperty("entente.root", ".."), "centre", "src", "test", "tak-client").toAbsolutePath();

    @TempDir
    private static Path folder;
    private static TakCertificates certificates;
    private CotDesk desk;

    @BeforeAll
    static void install() throws Exception {
        if (Files.notExists(CLIENT.resolve("node_modules"))) {
            assertThat(new ProcessBuilder("npm", "ci", "--ignore-scripts").directory(CLIENT.toFile())
                .redirectErrorStream(true).redirectOutput(folder.resolve("npm").toFile()).start().waitFor())
                .as(() -> "npm ci: " + read(folder.resolve("npm"))).isZero();
        }
        certificates = new TakCertificates(folder.resolve("tls"), Instant.now(),
            List.of("localhost", "127.0.0.1"));
        certificates.client("A");
        certificates.client("B");
    }

    @BeforeEach
    void open() throws Exception {
        desk = new CotDesk(CotDesk.settings(), Optional.of(certificates.server()), GroupPolicy.oneGroup(),
            InstantSource.system());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void they_talk_xml_over_tcp() throws Exception {
        meet(List.of("--url", plain()), List.of("--url", plain()));
    }

    @Test
    void one_talks_protobuf_the_other_xml() throws Exception {
        meet(List.of("--url", plain(), "--proto", "pb"), List.of("--url", plain()));
    }

    @Test
    void both_talk_protobuf_over_tls() throws Exception {
        meet(with(tls("A"), "--proto", "pb"), with(tls("B"), "--proto", "pb"));
    }

    @Test
    void node_tak_talks_xml_to_protobuf_over_tls() throws Exception {
        meet(with(tls("A"), "--lib", "tak"), with(tls("B"), "--proto", "pb"));
    }

    /// Each sends three events and must hear three of the other's.
    private static void meet(List<String> a, List<String> b) throws Exception {
        Path first = Files.createTempFile(folder, "first", ".json");
        Path second = Files.createTempFile(folder, "second", ".json");
        Process one = client(a, "A", first);
        Process two = client(b, "B", second);
        assertThat(two.waitFor(40, TimeUnit.SECONDS) && one.waitFor(40, TimeUnit.SECONDS)).isTrue();
        assertThat(one.exitValue()).as(() -> read(first)).isZero();
        assertThat(two.exitValue()).as(() -> read(second)).isZero();
        assertThat(read(first)).contains("a-f-G-U-C B-0 ").doesNotContain("\"error\"", "\"bad\"");
        assertThat(read(second)).contains("a-f-G-U-C A-0 ").doesNotContain("\"error\"", "\"bad\"");
    }

    private static Process client(List<String> arguments, String uid, Path output) throws IOException {
        List<String> command = new ArrayList<>(List.of("node", "client.mjs", "--send", "3", "--expect", "3", "--hold",
            "2", "--timeout", "25", "--uid", uid));
        command.addAll(arguments);
        return new ProcessBuilder(command).directory(CLIENT.toFile()).redirectErrorStream(true)
            .redirectOutput(output.toFile()).start();
    }

    private String plain() {
        return "tcp://127.0.0.1:" + desk.server.plainPort();
    }

    private List<String> tls(String name) {
        Path tls = folder.resolve("tls");
        return List.of("--url", "ssl://127.0.0.1:" + desk.server.tlsPort(), "--key",
            tls.resolve(name + ".key").toString(), "--cert", tls.resolve(name + ".pem").toString(),
            "--ca", tls.resolve("ca.pem").toString());
    }

    private static List<String> with(List<String> arguments, String... more) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of(more));
        return all;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
