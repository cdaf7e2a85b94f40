package org.entente.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.kernel.AgencyId;
import org.entente.kernel.Classification;
import org.entente.kernel.DeskId;
import org.entente.kernel.Marking;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Purpose;
import org.entente.kernel.Text;

/// The desks and words the tests of this module speak about.
final class AccessScenario {

    static final Instant NIGHT = Instant.parse("2026-11-23T01:00:00Z");
    static final AccessTable TABLE = new AccessTable("FR");

    private AccessScenario() {}

    static Desk desk(String id, String agency, String state, Role role, Purpose... purposes) {
        return new Desk(new DeskId(id), new Text("Desk " + id, "Poste " + id), new AgencyId(agency), state, role,
            List.of(purposes),
            Classification.SENSITIVE, List.of());
    }

    static final Desk PAF = desk("DESK-PAF-1", "PAF", "FR", Role.OFFICER, Purpose.OPERATIONS);
    static final Desk BORDER_FORCE = desk("DESK-BORDER-FORCE-1", "BORDER_FORCE", "GB", Role.OFFICER,
        Purpose.OPERATIONS);
    static final Desk COMMAND_FR = desk("DESK-CMD-1", "PREFECTURE", "FR", Role.COMMANDER, Purpose.COMMAND);
    static final Desk COMMAND_GB = desk("DESK-CMD-2", "BORDER_FORCE", "GB", Role.COMMANDER, Purpose.COMMAND);
    static final Desk GOLD = desk("DESK-GOLD-1", "PREFECTURE", "FR", Role.GOLD, Purpose.COMMAND);
    static final Desk AUDIT = desk("DESK-AUDIT-1", "CENTRE", "FR", Role.AUDITOR, Purpose.AUDIT);

    static Session at(Desk desk) {
        return Session.at(desk, new OfficerId("somebody"), desk.purposes().getFirst());
    }

    static Marking marked(String originator, Classification classification, List<String> releasable,
        String compartment) {
        return new Marking(new AgencyId(originator), classification, releasable,
            compartment.isEmpty() ? Optional.empty() : Optional.of(compartment), 30);
    }

    /// A hash that is quick and plainly not one: for tests only.
    static final PasswordHash QUICK = new PasswordHash() {
        @Override
        public String hash(String password) {
            return "quick:" + password;
        }

        @Override
        public boolean matches(String password, String hash) {
            return hash.equals("quick:" + password);
        }
    };
}
