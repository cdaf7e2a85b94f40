package org.entente.rights;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.entente.access.AccessTable.Door;
import org.entente.access.Role;
import org.entente.access.Session;
import org.entente.kernel.OfficerId;
import org.entente.server.RunningCentre;

/// Every door of the centre, to knock at; and everybody who may knock.
final class Knock {

    /// Somebody logged in, and what the table thinks of them.
    record Seated(Session session, RunningCentre.Visitor visitor) {}

    private Knock() {}

    /// The path of a door with its placeholders filled in; `query` appended.
    static String path(Door door, Map<String, String> names) {
        var path = door.pattern().replace("/sensorthings/**", "/sensorthings/v1.1/Things")
            .replace("/log/**", "/log/checkpoint").replace("**", "nothing.js");
        for (var name : names.entrySet()) {
            path = path.replace("{" + name.getKey() + "}", name.getValue());
        }
        return path + (door.query().isEmpty() ? "" : "?" + door.query() + "=2026-11-23T00:00:00Z");
    }

    /// One desk of every kind there is (role, state and purpose), logged in.
    static List<Seated> everybody(RunningCentre running) throws Exception {
        var seated = new LinkedHashMap<String, Seated>();
        for (var account : running.centre().demoAccounts()) {
            for (var purpose : account.desk().purposes()) {
                var kind = account.desk().role() + " " + account.desk().state() + " " + purpose;
                if (!seated.containsKey(kind)) {
                    var session = Session.at(account.desk(), new OfficerId(account.officer().text()), purpose);
                    seated.put(kind, new Seated(session, running.sitDown(account, purpose)));
                }
            }
        }
        return new ArrayList<>(seated.values());
    }

    /// Everybody but the protection of the vulnerable.
    static List<Seated> enforcement(RunningCentre running) throws Exception {
        return everybody(running).stream().filter(seated -> seated.session().role() != Role.SAFEGUARDING).toList();
    }
}
