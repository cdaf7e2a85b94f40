package org.entente.protection;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.entente.kernel.Actor;
import org.entente.kernel.AgencyId;
import org.entente.kernel.Answer;
import org.entente.kernel.DeskId;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Purpose;
import org.entente.store.Database;

/// The people and words the tests of this module speak about, and a real store under them.
final class ProtectionScenario implements AutoCloseable {

    static final Instant NIGHT = Instant.parse("2026-11-23T01:00:00Z");
    static final DeskId PAF = new DeskId("DESK-PAF-1");
    static final Actor CARE = actor("care.1", "DESK-CARE-1", Purpose.SAFEGUARDING);
    static final Actor POLICE = actor("paf.1", "DESK-PAF-1", Purpose.OPERATIONS);

    final Path dir;
    final Database database;
    Instant now = NIGHT;

    ProtectionScenario(Path dir) {
        this.dir = dir;
        database = Database.embedded(dir, 0);
        database.migrate();
    }

    Protection open() {
        return new Protection(database.protection(), dir.resolve("protection.key"), () -> now);
    }

    static Receipt raised(Protection protection, String text) {
        return raised(protection, Category.CHILD_ALONE, text);
    }

    static Receipt raised(Protection protection, Category category, String text) {
        var wish = new Protection.Wish(category, List.of(Need.PLACE_OF_SAFETY, Need.INTERPRETER), text, "Gate 4");
        return ((Protection.Raising.Taken) protection.raise(wish, PAF)).receipt();
    }

    static String refused(Answer answer) {
        return ((Answer.Refused) answer).reason().english();
    }

    private static Actor actor(String officer, String desk, Purpose purpose) {
        return new Actor(new OfficerId(officer), new DeskId(desk), new AgencyId("CENTRE"), "FR", purpose);
    }

    @Override
    public void close() {
        database.close();
    }
}
