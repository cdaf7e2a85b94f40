package org.entente.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Purpose;
import tools.jackson.databind.json.JsonMapper;

/// One account for each desk of a demonstration, written where the person who started it can read them, and nobody else.
///
/// The same accounts come back after a restart: passwords are taken from the file when it is there and still right.
public final class DemoAccounts {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// An account as it is printed.
    public record Demo(OfficerId officer, String password, Desk desk) {}

    private final Accounts accounts;
    private final RandomGenerator chance;

    /// @param chance a source nobody can guess, for example `SecureRandom`
    public DemoAccounts(Accounts accounts, RandomGenerator chance) {
        this.accounts = accounts;
        this.chance = chance;
    }

    /// Makes what is missing and writes `accounts.json` (mode 0600) into the folder, which is made if needed.
    public List<Demo> prepare(Path folder, Instant now) {
        var file = folder.resolve("accounts.json");
        try {
            Files.createDirectories(folder);
            var known = read(file);
            boolean trusted = known.entrySet().stream().findFirst()
                .map(first -> accounts.stands(new OfficerId(first.getKey()), first.getValue())).orElse(false);
            var made = accounts.desks().stream().filter(desk -> desk.role() != Role.FEED)
                .map(desk -> demo(desk, known)).toList();
            made.stream()
                .filter(
                    demo -> !trusted || !known.containsKey(demo.officer().text()) || !accounts.exists(demo.officer()))
                .toList()
                .parallelStream()
                .forEach(demo -> accounts.put(demo.officer(), demo.password(), List.of(demo.desk().id()), false, now));
            write(file, made);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException("the accounts of the demonstration cannot be written to " + file, e);
        }
    }

    /// `DESK-BORDER-FORCE-1` is officer `border-force.1`.
    static OfficerId officerAt(Desk desk) {
        var name = desk.id().text().replaceFirst("^DESK-", "").toLowerCase(Locale.ROOT);
        return new OfficerId(name.replaceFirst("-(\\d+)$", ".$1"));
    }

    private Demo demo(Desk desk, Map<String, String> known) {
        var officer = officerAt(desk);
        var before = known.get(officer.text());
        return new Demo(officer, before == null ? password() : before, desk);
    }

    private String password() {
        var text = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            text.append(i > 0 && i % 4 == 0 ? "-" : "").append(LETTERS.charAt(chance.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private static Map<String, String> read(Path file) throws IOException {
        var known = new LinkedHashMap<String, String>();
        if (Files.exists(file)) {
            JSON.readTree(Files.readString(file))
                .forEach(row -> known.put(row.get("officer").asString(), row.get("password").asString()));
        }
        return known;
    }

    private static void write(Path file, List<Demo> made) throws IOException {
        var rows = JSON.createArrayNode();
        for (var demo : made) {
            var desk = demo.desk();
            var row = rows.addObject().put("officer", demo.officer().text()).put("password", demo.password())
                .put("desk", desk.id().text());
            row.putObject("deskName").put("en", desk.name().english()).put("fr", desk.name().french());
            Purpose first = desk.purposes().getFirst();
            row.put("role", desk.role().name()).put("purpose", first.name());
        }
        var beside = file.resolveSibling("accounts.json.new");
        Files.deleteIfExists(beside);
        Files.createFile(beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(beside, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(rows));
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
