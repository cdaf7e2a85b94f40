package org.entente.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.feeds.TakCertificates;
import org.entente.journal.EvidenceVerifier;

/// The command line of the centre: `up`, `demo`, `verify`. `./entente` is the door people use.
public final class Main {

    private static final LocalTime NIGHTFALL = LocalTime.of(23, 0);
    private static final ZoneId CALAIS = ZoneId.of("Europe/Paris");

    private Main() {}

    /// Runs one command; exits with 0, 1 (it failed) or 2 (it was asked wrongly).
    public static void main(String[] arguments) {
        var begun = Instant.now();
        var command = arguments.length == 0 ? "" : arguments[0];
        var rest = List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
        try {
            switch (command) {
                case "up" -> up(rest, begun);
                case "demo" -> demo(rest, begun);
                case "verify" -> verify(rest);
                case "measure-journal" -> MeasureJournal.run(rest);
                case "unit" -> unit(rest);
                case "track" -> System.exit(TrackCommand.run(rest));
                case "law" -> System.exit(LawCommand.run(rest));
                case "account" -> AccountCommand.run(rest, System.getenv());
                default -> wrong(
                    "commands: unit UNIT [--key=value …] | account OFFICER DESK [FILE] [--key=value …] | up [FILE] [--key=value …] | demo [--key=value …] | verify BUNDLE [--key KEY] | track IN OUT | law CASES | law --book DIR | measure-journal [WARM [SECONDS]]");
            }
        } catch (IllegalArgumentException asked) {
            wrong(asked.getMessage());
        } catch (IOException | RuntimeException fault) {
            System.err.println("entente: " + reason(fault));
            System.getLogger("entente.server").log(System.Logger.Level.DEBUG, "the centre did not start", fault);
            System.exit(1);
        }
    }

    private static String reason(Throwable fault) {
        var words = new ArrayList<String>();
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            words.add(cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage());
        }
        return String.join(": ", words);
    }

    private static void wrong(String words) {
        System.err.println("entente: " + words);
        System.exit(2);
    }

    private static void up(List<String> arguments, Instant begun) throws IOException {
        var file = arguments.stream().filter(argument -> !argument.startsWith("--")).findFirst().map(Path::of);
        if (file.isPresent() && !Files.exists(file.get())) {
            throw new IllegalArgumentException("there is no settings file " + file.get());
        }
        var options = arguments.stream().filter(argument -> argument.startsWith("--")).toArray(String[]::new);
        run(Settings.read(file, System.getenv(), options), begun);
    }

    /// The demonstration: an exercise clock that starts at nightfall, one account for each desk, everything on loopback.
    private static void demo(List<String> arguments, Instant begun) throws IOException {
        var options = new ArrayList<>(List.of("--demo=true", "--data=var/demo", "--https.port=8443",
            "--exercise.start=" + lastNightfall(), "--exercise.speed=10"));
        options.addAll(arguments);
        run(Settings.read(Optional.empty(), System.getenv(), options.toArray(String[]::new)), begun);
    }

    /// Checks an evidence bundle offline: no database, no network. Exits with 1 when anything does not hold.
    private static void verify(List<String> arguments) {
        var key = arguments.indexOf("--key");
        if (arguments.isEmpty() || arguments.getFirst().startsWith("--") || key >= 0 && key + 1 >= arguments.size()) {
            throw new IllegalArgumentException("verify needs a bundle: verify BUNDLE [--key KEY]");
        }
        var bundle = Path.of(arguments.getFirst());
        if (!Files.exists(bundle)) {
            throw new IllegalArgumentException("there is no file " + bundle);
        }
        var report = EvidenceVerifier.verify(bundle, key < 0 ? Optional.empty() : Optional.of(arguments.get(key + 1)));
        System.out.println(report.print());
        if (!report.ok()) {
            System.exit(1);
        }
    }

    /// Makes the TAK client certificate of a unit, in the folder that its device is given.
    private static void unit(List<String> arguments) throws IOException {
        if (arguments.isEmpty() || arguments.getFirst().startsWith("--")) {
            throw new IllegalArgumentException("unit needs the unit's id, for example: unit CRS-3 --data=var/centre");
        }
        var settings = Settings.read(Optional.empty(), System.getenv(),
            arguments.subList(1, arguments.size()).toArray(String[]::new));
        var folder = settings.path("data").resolve("tak");
        new TakCertificates(folder, Instant.now(), List.of(settings.text("tak.host"), "localhost", "127.0.0.1"))
            .client(arguments.getFirst());
        System.out.println(folder.resolve(arguments.getFirst() + ".p12") + "  (password " + TakCertificates.PASSWORD
            + "; give it with "
            + folder.resolve("truststore.p12") + ")");
    }

    private static Instant lastNightfall() {
        var now = ZonedDateTime.now(CALAIS);
        var today = now.with(NIGHTFALL);
        return (now.isBefore(today) ? today.minusDays(1) : today).toInstant();
    }

    private static void run(Settings settings, Instant begun) throws IOException {
        var centre = new Centre(settings);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("close").unstarted(centre::close));
        Greeting.print(centre, Duration.between(begun, Instant.now()));
        try {
            Thread.currentThread().join();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

}
