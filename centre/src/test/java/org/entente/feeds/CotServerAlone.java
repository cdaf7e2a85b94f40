package org.entente.feeds;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.entente.kernel.Position;
import org.entente.kernel.TaskId;
import org.entente.kernel.UnitId;
import org.entente.picture.Intake;

/// The CoT server without the rest of the centre, for load programs: `CotServerAlone FOLDER PLAIN_PORT TLS_PORT`; certificates of client `BENCH` go
/// into FOLDER. Prints its figures every five seconds until it is killed.
final class CotServerAlone {

    private CotServerAlone() {}

    public static void main(String[] arguments) throws Exception {
        TakCertificates tls = new TakCertificates(Path.of(arguments[0]), Instant.now(),
            List.of("localhost", "127.0.0.1"));
        tls.client("BENCH");
        GroupPolicy gateway = new GroupPolicy() {
            @Override
            public List<String> groups(Optional<String> certificate) {
                return List.of("bench");
            }

            @Override
            public boolean mayReport(Optional<String> certificate, UnitId unit) {
                return true;
            }
        };
        Sink sink = new Sink();
        CotSettings settings = CotSettings.at(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]));
        try (CotServer server = new CotServer(settings, Optional.of(tls.server()), gateway, InstantSource.system(),
            sink, sink)) {
            System.out.println(
                "pid " + ProcessHandle.current().pid() + " plain " + server.plainPort() + " tls " + server.tlsPort());
            while (true) {
                Thread.sleep(5000);
                System.out.println(server.figures());
            }
        }
    }

    private static final class Sink implements Intake, CotReplies {

        @Override
        public CompletableFuture<List<Kept>> keep(List<Reading> readings) {
            return CompletableFuture.completedFuture(List.of());
        }

        @Override
        public boolean sighted(Sighting sighting) {
            return true;
        }

        @Override
        public void gone(UnitId unit) {}

        @Override
        public void replied(TaskId task, UnitId unit, Reply reply, Instant at, String words) {}

        @Override
        public void emergency(UnitId unit, Position where, Instant at, String words) {}
    }
}
