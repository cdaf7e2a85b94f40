package org.entente.server;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.entente.access.AccessTable;
import org.entente.access.AccountStore;
import org.entente.access.Accounts;
import org.entente.access.Audit;
import org.entente.access.DemoAccounts;
import org.entente.access.ViewerStore;
import org.entente.feeds.CotServer;
import org.entente.feeds.CotSettings;
import org.entente.feeds.GroupPolicy;
import org.entente.feeds.MqttBroker;
import org.entente.feeds.ReferenceThings;
import org.entente.feeds.SapientServer;
import org.entente.feeds.SapientSettings;
import org.entente.feeds.SensorThings;
import org.entente.feeds.SensorThingsServlet;
import org.entente.feeds.TakCertificates;
import org.entente.handover.PictureRaisesAlarms;
import org.entente.handover.ConcernCrossesTheWall;
import org.entente.handover.VerdictsTeachThePicture;
import org.entente.operations.Operations;
import org.entente.operations.OperationsStore;
import org.entente.picture.Picture;
import org.entente.picture.PictureInput;
import org.entente.picture.SensorFigures;
import org.entente.protection.Protection;
import org.entente.reports.Reports;
import org.entente.store.Database;
import org.entente.store.ObservationStore;
import org.entente.store.PostgresJournal;
import org.entente.store.TransparencyLog;
import org.entente.web.Argon2;
import org.entente.web.Feeds;
import org.entente.web.Live;
import org.entente.web.Reference;
import org.entente.web.Replay;
import org.entente.web.Rooms;
import org.entente.web.WebEdge;

/// The running centre, wired by hand: read from top to bottom and you have met everybody.
///
/// Closing goes the other way round: first the doors, then the loops, then the record.
public final class Centre implements AutoCloseable {

    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final WebEdge web;
    private final CotServer cot;
    private final SapientServer sapient;
    private final int mqttPort;
    private final List<DemoAccounts.Demo> demoAccounts;
    private final Settings settings;
    private final Database database;

    /// Starts the centre; returns when every door is open.
    public Centre(Settings settings) throws IOException {
        this.settings = settings;
        try {
            var data = settings.path("data");
            Files.createDirectories(data);
            var clock = clock(settings, data);
            var reference = new Reference(settings.find("reference").map(Path::of));
            var deployment = new Deployment(reference, clock.speed());

            // the record
            this.database = closing(database(settings, data));
            database.migrate();
            var journal = closing(new PostgresJournal(database, List.of(new OperationsStore())));
            var log = closing(
                new TransparencyLog(database, "entente/" + reference.centre().get("id").asString(), clock));

            // who may come in, and who looked
            var accounts = new Accounts(deployment.desks(), new AccountStore(database.app()), new Argon2());
            this.demoAccounts = settings.yes("demo")
                ? new DemoAccounts(accounts, new SecureRandom()).prepare(data, Instant.now())
                : List.of();
            var audit = closing(new Audit(database.app()));
            var feeds = new Feeds(feedToken(data));

            // what happens: picture, operations, and the loop between them
            var units = new UnitsOverCot(reference);
            var operations = new Operations(journal, clock, reference, units);
            var setup = deployment.picture();
            var picture = PastPictures.latest(database.app(), setup);
            var listeners = new Listeners();
            var observations = new ObservationStore(database.app(), clock, ObservationStore.Settings.USUAL, listeners);
            var loop = closing(
                new PictureRaisesAlarms(picture, operations, numbers -> sensors(observations, numbers)));
            closing(observations); // opened before the loop, that alarms name their sensors; closed before it all the same
            listeners.add(loop::arrived);
            observations.inputsBetween(loop.seq() + 1, Instant.parse("9999-01-01T00:00:00Z"), loop::catchUp);
            new Rehearsal(setup, journal.rehearsal(), clock, reference, units,
                numbers -> sensors(observations, numbers)).play();
            loop.start(observations::settled);

            ReferenceThings.seed(database.app(), clock, deployment.things());
            var things = new SensorThings(database.app(), observations, clock, sensorThingsLimits(settings, clock));

            var broker = closing(new MqttBroker(
                new MqttBroker.Settings(settings.text("bind"), settings.number("mqtt.port"), data.resolve("mqtt"),
                    2_000),
                (_, token) -> feeds.byToken(token).isPresent(), things));
            this.mqttPort = broker.port();
            listeners.add(broker::observed);

            // what is seen: live and past
            var load = new AtomicReference<>(Live.load(0, 0, 0, 0, 0, List.of()));
            var live = new Live(operations, loop, reference, clock, run(), load::get);
            live.start();
            var past = new PastPictures(database.app(), observations, journal, setup);

            // the units' door: tasks go out, positions and answers come in
            this.cot = closing(
                new CotServer(cotSettings(settings, clock), Optional.of(takContext(settings, deployment, data)),
                    GroupPolicy.oneGroup(), clock, observations, units));
            units.join(operations, cot);

            // the sensors' own door: edge nodes register and report to this fusion node
            this.sapient = closing(new SapientServer(sapientSettings(settings, clock),
                reference.centre().get("id").asString(), database.app(), deployment.things(), observations, clock));

            // protection, behind its wall: its own database, role and keys; the only thing that comes out are counts
            var protection = new Protection(database.protection(), data.resolve("protection.key"), clock);
            var concerns = new ConcernCrossesTheWall(protection, audit, clock);
            var reports = new Reports(journal, List.of(protection, (from, to) -> loop.read(SensorFigures::of)),
                deployment.reports(), () -> new String(log.checkpoint(), StandardCharsets.UTF_8));

            var housekeeping = closing(new Housekeeping());
            var seals = new Seals(journal, observations, clock);
            var gauge = new LoadGauge(observations, things, cot, sapient, loop);
            housekeeping.everySecond("the load", () -> load.set(gauge.read()));
            housekeeping.everySecond("settling the board", operations::settle);
            var verdicts = new VerdictsTeachThePicture(operations, observations, place -> deployment.fibre(place)
                .flatMap(fibre -> ReferenceThings.datastream(database.app(), fibre, Picture.VERDICT)));
            housekeeping.everySecond("verdicts for the picture", () -> verdicts.tell(operations));
            housekeeping.everySecond("shelves and suppressions", () -> operations.passTo(clock.instant()));
            housekeeping.everySecond("sealing the observations", () -> seals.seal(clock.instant()));
            housekeeping.everySecond("the end of retention",
                new Retention(observations, settings.number("observations.days"), clock));
            housekeeping.everySecond("a snapshot of the picture", () -> past.snapshot(loop, clock.instant()));

            // the doors
            var rooms = new Rooms(new AccessTable(reference.operationalCommand()), accounts, audit,
                new ViewerStore(database.reader()), feeds, reference,
                operations, live, new Replay(past, reference), journal, record(log), reports, protection, concerns,
                numbers -> kept(observations, numbers), new SensorThingsServlet(things), clock,
                exercise(clock, settings.yes("demo")));
            this.web = closing(WebEdge.start(rooms, listening(settings, data)));
        } catch (IOException | RuntimeException notStarted) {
            close();
            throw notStarted;
        }
    }

    private static ExerciseClock clock(Settings settings, Path data) throws IOException {
        if (settings.find("exercise.start").isEmpty()) {
            return ExerciseClock.real();
        }
        var clock = ExerciseClock.exercise(Instant.parse(settings.text("exercise.start")),
            Double.parseDouble(settings.text("exercise.speed")), data.resolve("clock"));
        if (!settings.yes("exercise.hold")) {
            clock.begin();
        }
        return clock;
    }

    private static Rooms.Exercise exercise(ExerciseClock clock, boolean demo) {
        return new Rooms.Exercise(clock.start(), clock.speed(), clock.exercise(), demo, clock::running, clock::begin);
    }

    /// In an exercise the clocks of TAK clients that know nothing of it may be days away from the centre's.
    private static CotSettings cotSettings(Settings settings, ExerciseClock clock) throws IOException {
        var usual = CotSettings.at(InetAddress.getByName(settings.text("bind")), settings.number("cot.port"),
            settings.number("cot.tls.port"));
        return clock.exercise()
            ? new CotSettings(usual.bind(), usual.plainPort(), usual.tlsPort(), usual.maxClients(),
                usual.maxEventBytes(),
                usual.maxQueued(), usual.maxQueuedBytes(), Duration.ofDays(3))
            : usual;
    }

    private static SapientSettings sapientSettings(Settings settings, ExerciseClock clock) throws IOException {
        var usual = SapientSettings.at(InetAddress.getByName(settings.text("bind")), settings.number("sapient.port"));
        return usual.within(clock.exercise() ? Duration.ofDays(3) : usual.ahead(),
            Duration.ofDays(settings.number("late.days")));
    }

    private static SensorThings.Limits sensorThingsLimits(Settings settings, ExerciseClock clock) {
        var usual = SensorThings.Limits.USUAL;
        return new SensorThings.Limits(usual.bodyBytes(), usual.rows(),
            clock.exercise() ? Duration.ofDays(3) : usual.ahead(),
            Duration.ofDays(settings.number("late.days")), usual.patience());
    }

    private static SSLContext takContext(Settings settings, Deployment deployment, Path data) throws IOException {
        var certificates = new TakCertificates(data.resolve("tak"), Instant.now(),
            List.of(settings.text("tak.host"), "localhost", "127.0.0.1"));
        if (settings.yes("demo")) {
            for (var unit : deployment.units()) {
                certificates.client(unit);
            }
        }
        return certificates.server();
    }

    static Database database(Settings settings, Path data) {
        var folder = data.resolve("database");
        return settings.find("database.url")
            .map(url -> Database.external(url, settings.text("database.user"), settings.text("database.password"),
                folder))
            .orElseGet(() -> Database.embedded(folder, settings.number("database.port")));
    }

    private static String feedToken(Path data) throws IOException {
        var file = data.resolve("feed.token");
        if (!Files.exists(file)) {
            var bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            var fresh = data.resolve("feed.token.new"); // the whole file or none, whenever the centre is killed
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, HexFormat.of().formatHex(bytes), StandardOpenOption.SYNC);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    private static String run() {
        var bytes = new byte[6];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static List<PictureInput.Observed> kept(ObservationStore observations, List<Long> numbers) {
        return observations.observations(numbers.stream().limit(100).toList());
    }

    private static List<String> sensors(ObservationStore observations, List<Long> numbers) {
        return kept(observations, numbers).stream().map(one -> one.sensor().text()).distinct().sorted().toList();
    }

    private static Rooms.Record record(TransparencyLog log) {
        return new Rooms.Record() {
            @Override
            public byte[] checkpoint() {
                return log.checkpoint();
            }

            @Override
            public Optional<byte[]> tile(String path) {
                return log.tile(path);
            }

            @Override
            public byte[] evidence(List<Long> positions) {
                return log.evidence(positions).bytes();
            }
        };
    }

    /// The demonstration's TLS door stands on the certificates it made for the units; a real centre brings its own.
    private static WebEdge.Listening listening(Settings settings, Path data) {
        boolean made = settings.yes("demo") && settings.find("https.certificate").isEmpty();
        var tak = data.resolve("tak");
        return new WebEdge.Listening(settings.text("bind"), settings.number("http.port"),
            settings.find("https.port").map(Integer::parseInt).orElse(0),
            made ? tak.resolve("server.pem").toString() : settings.text("https.certificate"),
            made ? tak.resolve("server.key").toString() : settings.text("https.key"),
            made ? tak.resolve("ca.pem").toString() : settings.text("https.clients"));
    }

    private <T extends AutoCloseable> T closing(T part) {
        open.push(part);
        return part;
    }

    /// The port HTTP listens on.
    public int httpPort() {
        return web.port();
    }

    /// The port MQTT listens on.
    public int mqttPort() {
        return mqttPort;
    }

    /// The port of the plain CoT door.
    public int cotPort() {
        return cot.plainPort();
    }

    /// The port of the TLS CoT door.
    public int cotTlsPort() {
        return cot.tlsPort();
    }

    /// The port of the SAPIENT door.
    public int sapientPort() {
        return sapient.port();
    }

    /// The accounts of the demonstration; empty for a real centre.
    public List<DemoAccounts.Demo> demoAccounts() {
        return demoAccounts;
    }

    /// How it is run.
    public Settings settings() {
        return settings;
    }

    /// Process id of the embedded PostgreSQL, for tests that kill it.
    public long postmasterPid() {
        return database.postmasterPid();
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            var part = open.pop();
            try {
                part.close();
            } catch (Exception fault) { // the edge: the next part must be closed too
                System.getLogger("entente.server").log(System.Logger.Level.WARNING,
                    "closing " + part.getClass().getSimpleName() + ": " + fault.getMessage());
            }
        }
    }
}
