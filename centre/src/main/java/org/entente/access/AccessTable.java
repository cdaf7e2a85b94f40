package org.entente.access;

import static java.util.Objects.requireNonNull;
import static org.entente.access.Action.*;
import static org.entente.access.Role.*;
import static org.entente.kernel.Purpose.AUDIT;
import static org.entente.kernel.Purpose.COMMAND;
import static org.entente.kernel.Purpose.INTELLIGENCE;
import static org.entente.kernel.Purpose.OPERATIONS;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entente.kernel.Purpose;
import org.entente.kernel.Text;

/// The one table of who may do what. `web` enforces it, the console shows by it, and a generated test asks every door as every
/// role and compares. A door that is not in it does not open.
///
/// Beyond the table one rule of the agreement: tasks are approved, declined and cancelled, and alarms suppressed, only by a command desk of the state
/// that holds operational command (French at Calais, JD2015 §15). Gold sets parameters and cannot task.
public final class AccessTable {

    /// One door: what has to be allowed to go through it.
    ///
    /// @param method of HTTP; `*` for every method
    /// @param pattern of the path; `{x}` is one segment, a last `**` any number of them
    /// @param query a query parameter that must be there for the row to apply; empty for none
    /// @param action empty when the door is open to anyone
    public record Door(String method, String pattern, String query, Optional<Action> action) {

        boolean fits(String asked, String path, Set<String> parameters) {
            return (method.equals("*") || method.equals(asked.equals("HEAD") ? "GET" : asked))
                && (query.isEmpty() || parameters.contains(query)) && Paths.fits(pattern, path);
        }
    }

    private record Grant(Set<Role> roles, Set<Purpose> purposes) {}

    private static final Set<Purpose> ANY_PURPOSE = EnumSet.allOf(Purpose.class);
    private static final Set<Role> ANYBODY = EnumSet.complementOf(EnumSet.of(FEED));
    private static final Set<Role> IN_OPERATIONS = EnumSet.of(OFFICER, FREIGHT, COMMANDER);
    private static final Set<Role> WHO_WATCH = EnumSet.of(OFFICER, FREIGHT, ANALYST, COMMANDER, GOLD);
    private static final Set<Action> OF_OPERATIONAL_COMMAND = EnumSet.of(APPROVE_TASK, DECLINE_TASK, CANCEL_TASK,
        SUPPRESS_ALARMS);

    private static final Map<Action, Grant> GRANTS = grants();
    private static final List<Door> DOORS = doors();

    private final String operationalCommand;

    /// @param operationalCommand the state that holds operational command, ISO 3166-1 alpha-2
    public AccessTable(String operationalCommand) {
        this.operationalCommand = requireNonNull(operationalCommand, "operationalCommand");
    }

    /// Every door, the more particular before the more general.
    public List<Door> doorsOfTheCentre() {
        return DOORS;
    }

    /// The door a request stands before; empty if there is none, and then nobody goes through.
    ///
    /// @param parameters names of the query parameters
    public Optional<Door> door(String method, String path, Set<String> parameters) {
        return DOORS.stream().filter(door -> door.fits(method, path, parameters)).findFirst();
    }

    /// Whether a role may do it for a purpose at a desk of a state.
    public boolean allows(Action action, Role role, Purpose purpose, String state) {
        var grant = GRANTS.get(action);
        return grant.roles().contains(role) && grant.purposes().contains(purpose)
            && (!OF_OPERATIONAL_COMMAND.contains(action) || state.equals(operationalCommand));
    }

    /// Why this session may not do it; empty if it may.
    public Optional<Text> refusal(Session session, Action action) {
        if (allows(action, session.role(), session.purpose(), session.state())) {
            return Optional.empty();
        }
        var what = action.text();
        if (OF_OPERATIONAL_COMMAND.contains(action) && session.role() == COMMANDER) {
            return Optional.of(new Text(what.english() + ": only the state that holds operational command",
                what.french() + " : réservé à l'État qui exerce le commandement opérationnel"));
        }
        return Optional.of(new Text(what.english() + ": not for this role or purpose",
            what.french() + " : non autorisé pour ce rôle ou cette finalité"));
    }

    /// The actions open to a session, in order of declaration.
    public List<Action> may(Session session) {
        return List.of(Action.values()).stream().filter(action -> refusal(session, action).isEmpty()).toList();
    }

    private static Map<Action, Grant> grants() {
        var table = new EnumMap<Action, Grant>(Action.class);
        grant(table, ANYBODY, ANY_PURPOSE, USE_SESSION, SEE_REFERENCE);
        grant(table, WHO_WATCH, EnumSet.of(OPERATIONS, COMMAND, INTELLIGENCE), SEE_PICTURE);
        grant(table, with(WHO_WATCH, AUDITOR), EnumSet.of(OPERATIONS, COMMAND, INTELLIGENCE, AUDIT), REPLAY,
            SEE_INCIDENT);
        grant(table, IN_OPERATIONS, EnumSet.of(OPERATIONS, COMMAND), TAKE_ALARM, DISMISS_ALARM,
            ACKNOWLEDGE_ALARM, SHELVE_ALARM, REPORT_INCIDENT, TICK_STEP, NOTE,
            PROPOSE_TASK, CLOSE_INCIDENT, RAISE_CONCERN);
        grant(table, EnumSet.of(COMMANDER), EnumSet.of(OPERATIONS, COMMAND), APPROVE_TASK, DECLINE_TASK, CANCEL_TASK,
            SUPPRESS_ALARMS);
        grant(table, EnumSet.of(GOLD), EnumSet.of(COMMAND), SET_PARAMETERS);
        grant(table, EnumSet.of(ADMINISTRATOR), ANY_PURPOSE, START_EXERCISE);
        grant(table, EnumSet.of(COMMANDER, AUDITOR), EnumSet.of(OPERATIONS, COMMAND, AUDIT), EXPORT_EVIDENCE);
        grant(table, EnumSet.of(SAFEGUARDING), EnumSet.of(Purpose.SAFEGUARDING), WORK_CONCERNS, ERASE_SUBJECT);
        grant(table, EnumSet.of(COMMANDER, GOLD, PROGRAMME, AUDITOR),
            EnumSet.of(OPERATIONS, COMMAND, Purpose.PROGRAMME, AUDIT), READ_REPORTS);
        grant(table, EnumSet.of(COMMANDER, GOLD, PROGRAMME, AUDITOR, ADMINISTRATOR),
            EnumSet.of(OPERATIONS, COMMAND, Purpose.PROGRAMME, AUDIT), READ_ALARM_PERFORMANCE);
        grant(table, EnumSet.of(AUDITOR), EnumSet.of(AUDIT), READ_AUDIT, READ_JOURNAL);
        grant(table, EnumSet.of(FEED), EnumSet.of(Purpose.FEED), POST_OBSERVATIONS);
        grant(table, with(WHO_WATCH, FEED), EnumSet.of(OPERATIONS, COMMAND, INTELLIGENCE, Purpose.FEED),
            READ_OBSERVATIONS);
        return table;
    }

    private static void grant(Map<Action, Grant> table, Set<Role> roles, Set<Purpose> purposes, Action... actions) {
        for (var action : actions) {
            table.put(action, new Grant(roles, purposes));
        }
    }

    private static Set<Role> with(Set<Role> roles, Role one) {
        var more = EnumSet.copyOf(roles);
        more.add(one);
        return more;
    }

    private static List<Door> doors() {
        var doors = new ArrayList<Door>();
        open(doors, "GET", "/", "/index.html", "/favicon.svg", "/assets/**", "/basemap/**", "/health", "/api/door",
            "/api/clock", "/log/**");
        open(doors, "POST", "/api/login");
        doors.add(new Door("GET", "/api/picture", "at", Optional.of(REPLAY)));
        door(doors, SEE_PICTURE, "GET /api/picture", "GET /api/events");
        door(doors, REPLAY, "GET /api/replay/span");
        door(doors, USE_SESSION, "GET /api/session", "POST /api/logout");
        door(doors, SEE_REFERENCE, "GET /api/reference");
        door(doors, TAKE_ALARM, "POST /api/alarms/{id}/take");
        door(doors, DISMISS_ALARM, "POST /api/alarms/{id}/dismiss");
        door(doors, ACKNOWLEDGE_ALARM, "POST /api/alarms/{id}/acknowledge");
        door(doors, SHELVE_ALARM, "POST /api/alarms/{id}/shelve", "POST /api/alarms/{id}/unshelve");
        door(doors, SUPPRESS_ALARMS, "POST /api/suppressions", "POST /api/suppressions/{id}/lift");
        door(doors, SEE_PICTURE, "GET /api/suppressions", "GET /api/near-misses", "GET /api/sensors/health");
        doors.add(new Door("GET", "/api/coverage", "at", Optional.of(REPLAY)));
        door(doors, SEE_PICTURE, "GET /api/coverage");
        door(doors, READ_ALARM_PERFORMANCE, "GET /api/alarms/nuisance");
        door(doors, SEE_INCIDENT, "GET /api/alarms/{id}", "GET /api/incidents/{id}");
        door(doors, REPORT_INCIDENT, "POST /api/incidents");
        door(doors, TICK_STEP, "POST /api/incidents/{id}/steps/{step}");
        door(doors, NOTE, "POST /api/incidents/{id}/log");
        door(doors, PROPOSE_TASK, "POST /api/incidents/{id}/tasks");
        door(doors, APPROVE_TASK, "POST /api/tasks/{id}/approve");
        door(doors, DECLINE_TASK, "POST /api/tasks/{id}/decline");
        door(doors, CANCEL_TASK, "POST /api/tasks/{id}/cancel");
        door(doors, CLOSE_INCIDENT, "POST /api/incidents/{id}/close");
        door(doors, RAISE_CONCERN, "POST /api/incidents/{id}/concern");
        door(doors, SET_PARAMETERS, "POST /api/command/parameters");
        door(doors, START_EXERCISE, "POST /api/exercise/start");
        door(doors, EXPORT_EVIDENCE, "GET /api/incidents/{id}/evidence");
        door(doors, ERASE_SUBJECT, "POST /api/protection/concerns/{receipt}/erase");
        door(doors, WORK_CONCERNS, "GET /api/protection/concerns", "GET /api/protection/concerns/{receipt}",
            "POST /api/protection/concerns/{receipt}/accept", "POST /api/protection/concerns/{receipt}/refer",
            "POST /api/protection/concerns/{receipt}/close");
        door(doors, READ_REPORTS, "GET /api/reports", "GET /api/reports/{month}", "GET /api/reports/{month}/{file}");
        door(doors, READ_AUDIT, "GET /api/audit");
        door(doors, READ_JOURNAL, "GET /api/journal");
        door(doors, READ_OBSERVATIONS, "GET /sensorthings/**");
        door(doors, POST_OBSERVATIONS, "* /sensorthings/**");
        return List.copyOf(doors);
    }

    private static void open(List<Door> doors, String method, String... patterns) {
        for (var pattern : patterns) {
            doors.add(new Door(method, pattern, "", Optional.empty()));
        }
    }

    private static void door(List<Door> doors, Action action, String... methodsAndPatterns) {
        for (var both : methodsAndPatterns) {
            var parts = both.split(" ");
            doors.add(new Door(parts[0], parts[1], "", Optional.of(action)));
        }
    }
}
