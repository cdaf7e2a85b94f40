package org.entente.field;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/// The officers of the night, one account for each desk.
final class Desks {

    private final Map<String, Desk> byId = new TreeMap<>();
    private final Map<String, Desk> byRole = new TreeMap<>();

    /// @param accounts `accounts.json`: `[{officer,password,desk,purpose,role}]`
    Desks(Link link, Path accounts) {
        for (var row : JsonMapper.shared().readTree(accounts.toFile())) {
            var desk = new Desk(link, new Desk.Account(row.path("officer").asString(), row.path("password").asString(),
                row.path("desk").asString(), row.path("purpose").asString(), row.path("role").asString("")));
            byId.put(desk.id(), desk);
            byRole.putIfAbsent(row.path("role").asString(""), desk);
        }
    }

    Desk of(String id) {
        return found(byId, id);
    }

    /// The first desk with this role, for example the one `COMMANDER`.
    Desk with(String role) {
        return found(byRole, role);
    }

    private static Desk found(Map<String, Desk> desks, String key) {
        var desk = desks.get(key);
        if (desk == null) {
            throw new IllegalArgumentException("there is no account for " + key);
        }
        return desk;
    }
}
