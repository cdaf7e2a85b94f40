package org.entente.feeds;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entente.feeds.ReferenceThings.Described;
import org.entente.feeds.ReferenceThings.Measures;
import org.entente.kernel.Position;
import org.entente.kernel.SensorId;
import org.entente.picture.Intake;
import org.entente.picture.PictureInput;
import org.entente.store.Database;
import org.entente.store.ObservationStore;

/// The SAPIENT server over a real database, as the centre has it but alone: sixty-four radars near Calais and one
/// fence without detections.
///
/// Run by hand for a load program: `SapientHost DATADIR PORT`; it prints its counts for every line it reads.
final class SapientHost implements AutoCloseable {

    static final Position CALAIS = new Position(50.9762, 1.8888);
    static final String FENCE = "CAL-FIB-001";

    final Database database;
    final ObservationStore store;
    final SapientServer server;
    private final List<PictureInput> told = Collections.synchronizedList(new ArrayList<>());

    SapientHost(Path dir, SapientSettings settings, InstantSource clock) throws Exception {
        database = Database.embedded(dir.resolve("data"), 0);
        database.migrate();
        store = new ObservationStore(database.app(), clock, ObservationStore.Settings.USUAL, told::addAll);
        ReferenceThings.seed(database.app(), clock, sensors());
        server = open(settings, clock, store);
    }

    /// Another server over the same store.
    SapientServer open(SapientSettings settings, InstantSource clock, Intake intake) throws Exception {
        return new SapientServer(settings, "test", database.app(), sensors(), intake, clock);
    }

    static String radar(int number) {
        return "CAL-RAD-%03d".formatted(number);
    }

    private static List<Described> sensors() {
        var radars = IntStream.rangeClosed(1, 64).mapToObj(number -> new Described(new SensorId(radar(number)),
            "radar " + number, "RADAR", CALAIS, List.of(new Measures("detection", ""))));
        var fence = new Described(new SensorId(FENCE), "fence", "FENCE_FIBRE", CALAIS,
            List.of(new Measures("vibration", "g")));
        return Stream.concat(radars, Stream.of(fence)).toList();
    }

    static SapientSettings settings() {
        return SapientSettings.at(InetAddress.getLoopbackAddress(), 0);
    }

    /// What the picture was told of a sensor's property, in order.
    List<PictureInput.Observed> told(String sensor, String property) {
        synchronized (told) {
            return told.stream().filter(PictureInput.Observed.class::isInstance).map(PictureInput.Observed.class::cast)
                .filter(one -> one.sensor().text().equals(sensor)
                    && one.property().equals(property))
                .toList();
        }
    }

    @Override
    public void close() {
        server.close();
        store.close();
        database.close();
    }

    public static void main(String... arguments) throws Exception {
        var settings = SapientSettings.at(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[1]));
        try (var host = new SapientHost(Path.of(arguments[0]), settings, Clock.systemUTC())) {
            IO.println(host.server.port() + " pids=" + ProcessHandle.current().pid() + ","
                + host.database.postmasterPid() + " " + Instant.now());
            while (System.in.read() >= 0) {
                IO.println(host.store.load() + " " + host.server.figures());
            }
        }
    }
}
