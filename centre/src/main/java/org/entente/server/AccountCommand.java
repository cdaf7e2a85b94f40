package org.entente.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.entente.access.AccountStore;
import org.entente.access.Accounts;
import org.entente.kernel.DeskId;
import org.entente.kernel.OfficerId;
import org.entente.store.Database;
import org.entente.web.Argon2;
import org.entente.web.Reference;

/// `account OFFICER DESK [FILE] [--key=value …]`: makes or replaces an account with a new password and prints it once.
///
/// A real centre has no accounts at its first start; this is how the first officer comes in. With an embedded database the
/// centre must be down; with an external one it may run.
final class AccountCommand {

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private AccountCommand() {}

    static void run(List<String> arguments, Map<String, String> environment) throws IOException {
        var words = arguments.stream().filter(argument -> !argument.startsWith("--")).toList();
        if (words.size() < 2) {
            throw new IllegalArgumentException(
                "account needs an officer and a desk, for example: account admin.1 DESK-ADMIN-1");
        }
        var file = words.stream().skip(2).findFirst().map(Path::of);
        var settings = Settings.read(file, environment,
            arguments.stream().filter(argument -> argument.startsWith("--")).toArray(String[]::new));
        var desks = new Deployment(new Reference(settings.find("reference").map(Path::of)), 1).desks();
        var desk = new DeskId(words.get(1));
        if (desks.stream().noneMatch(known -> known.id().equals(desk))) {
            throw new IllegalArgumentException(
                "there is no desk " + desk + "; there are " + desks.stream().map(known -> known.id().text()).toList());
        }
        var password = password();
        Files.createDirectories(settings.path("data"));
        try (var database = Centre.database(settings, settings.path("data"))) {
            database.migrate();
            put(database, new OfficerId(words.getFirst()), password, desk, desks);
        }
        System.out.println(
            words.getFirst() + " at " + desk + ": " + password + "  (shown once; kept only as an Argon2 hash)");
    }

    private static void put(Database database, OfficerId officer, String password, DeskId desk,
        List<org.entente.access.Desk> desks) {
        new Accounts(desks, new AccountStore(database.app()), new Argon2()).put(officer, password, List.of(desk), false,
            Instant.now());
    }

    private static String password() {
        var chance = new SecureRandom();
        var text = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            text.append(i > 0 && i % 5 == 0 ? "-" : "").append(LETTERS.charAt(chance.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
