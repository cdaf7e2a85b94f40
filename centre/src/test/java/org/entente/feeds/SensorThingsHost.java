package org.entente.feeds;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.AbstractProtocol;
import org.entente.picture.PictureInput;
import org.entente.store.Database;
import org.entente.store.ObservationStore;

/// SensorThings in a servlet container over a real database, as the centre has it but alone.
///
/// Run by hand for a load program: `SensorThingsHost DATADIR PORT`; it prints its URL and process ids.
public final class SensorThingsHost implements AutoCloseable {

    final Database database;
    final ObservationStore store;
    final SensorThings things;
    private final Tomcat tomcat = new Tomcat();

    SensorThingsHost(Path dir, int port, InstantSource clock, Consumer<List<PictureInput>> listener) throws Exception {
        database = Database.embedded(dir.resolve("data"), 0);
        database.migrate();
        store = new ObservationStore(database.app(), clock, ObservationStore.Settings.USUAL, listener);
        things = new SensorThings(database.app(), store, clock, SensorThings.Limits.USUAL);
        tomcat.setBaseDir(Files.createDirectories(dir.resolve("tomcat")).toString());
        tomcat.setPort(port);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        tomcat.getConnector().setProperty("maxKeepAliveRequests", "-1");
        ((AbstractProtocol<?>) tomcat.getConnector().getProtocolHandler())
            .setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        var context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "sensorthings", new SensorThingsServlet(things));
        context.addServletMappingDecoded("/sensorthings/v1.1/*", "sensorthings");
        tomcat.start();
    }

    String url() {
        return "http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/sensorthings/v1.1";
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
        store.close();
        database.close();
    }

    public static void main(String... arguments) throws Exception {
        try (var host = new SensorThingsHost(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Clock.systemUTC(),
            _ -> {
            })) {
            IO.println(host.url() + " pids=" + ProcessHandle.current().pid() + "," + host.database.postmasterPid());
            while (System.in.read() >= 0) {
                IO.println(host.store.load() + " " + host.things.metrics().snapshot());
            }
        }
    }
}
