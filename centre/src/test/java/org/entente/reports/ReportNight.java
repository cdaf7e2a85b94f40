package org.entente.reports;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.entente.journal.Draft;
import org.entente.journal.Journal;
import org.entente.journal.MemoryJournal;
import org.entente.kernel.Actor;
import org.entente.kernel.AgencyId;
import org.entente.kernel.DeskId;
import org.entente.kernel.Figure;
import org.entente.kernel.FigureSource;
import org.entente.kernel.Marking;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Purpose;
import org.entente.kernel.StreamId;
import org.entente.kernel.Text;

/// The language the tests of the reports speak: a night in the journal, written act by act.
final class ReportNight {

    static final YearMonth MARCH = YearMonth.of(2016, 3);
    static final String NOTE = "entente.example/calais\n1234\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— entente.example/calais AAAA\n";
    static final Setting SETTING = new Setting(
        new Text("Joint command and control centre, Calais", "Centre conjoint de commandement et de contrôle, Calais"),
        ZoneId.of("Europe/Paris"),
        List.of(site("CALAIS", "Port of Calais", "Port de Calais"),
            site("COQUELLES", "Coquelles railhead", "Terminal de Coquelles"),
            site("FRETHUN", "Fréthun station", "Gare de Fréthun"), site("LOON", "Loon-Plage", "Loon-Plage")));
    static final Actor PICTURE = Actor.centre("picture");
    static final Actor PAF = officer("paf.1", "DESK-PAF-1", "PAF", "FR");
    static final Actor BORDER_FORCE = officer("bf.1", "DESK-BF-1", "BORDER_FORCE", "GB");
    static final Actor COMMAND = officer("cmd.1", "DESK-CMD-1", "PAF", "FR");

    final MemoryJournal journal = new MemoryJournal();

    /// A whole night of the reference deployment, made by a seed.
    static ReportNight night(long seed) {
        var night = new ReportNight();
        var chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var kinds = List.of("INTRUSION", "INTRUSION", "INTRUSION", "INTRUSION", "PERSON_IN_LORRY", "PERSON_ON_TRACK",
            "PERSON_IN_WATER", "FIRE", "POWER_LOSS");
        var outcomes = List.of("PREVENTED", "PREVENTED", "PREVENTED", "FOUND", "RESCUED", "REFERRED", "NO_TRACE",
            "FALSE_ALARM");
        var start = Instant.parse("2016-03-03T17:02:00Z");
        for (int i = 1; i <= 140; i++) {
            var at = start.plusSeconds(Math.round(39_600 * Math.clamp(0.5 + chance.nextGaussian() * 0.22, 0, 1)));
            var kind = kinds.get(chance.nextInt(kinds.size()));
            var site = SETTING.sites().get(Math.min(chance.nextInt(7), 3)).id();
            night.raised("A" + i, kind, site, at);
            var desk = chance.nextInt(3) == 0 ? BORDER_FORCE : PAF;
            if (chance.nextInt(5) == 0) {
                night.dismissed("A" + i, desk, at.plusSeconds(chance.nextInt(20, 200)));
            } else if (chance.nextInt(12) != 0) {
                var opened = at.plusSeconds(chance.nextInt(15, 150));
                night.handled(
                    new Handled("2016-%04d".formatted(i), "A" + i, kind, site, desk,
                        outcomes.get(chance.nextInt(outcomes.size()))),
                    opened,
                    chance.nextInt(20, 300));
            }
        }
        night.entry("observations/2016-03-03", "observations.sealed", PICTURE, start, "{\"count\":12000}");
        night.entry("freight/1", "freight.searched", PAF, start, "{\"new\":\"type\"}");
        return night;
    }

    record Handled(String id, String alarm, String kind, String site, Actor desk, String outcome) {}

    /// Taken, tasked and closed; each step takes `pace` seconds or a part of it.
    ReportNight handled(Handled incident, Instant at, int pace) {
        taken(incident.alarm(), incident.id(), incident.desk(), at);
        opened(incident.id(), incident.kind(), incident.site(), incident.desk(), at);
        var task = incident.id() + "-T1";
        task(incident.id(), task, "proposed", incident.desk(), at.plusSeconds(pace / 4));
        task(incident.id(), task, "approved", COMMAND, at.plusSeconds(pace / 3));
        task(incident.id(), task, "received", PICTURE, at.plusSeconds(pace / 3 + 2));
        task(incident.id(), task, "accepted", PICTURE, at.plusSeconds(pace));
        task(incident.id(), task, "done", PICTURE, at.plusSeconds(pace * 7L));
        return closed(incident.id(), incident.outcome(), incident.desk(), at.plusSeconds(pace * 8L));
    }

    ReportNight raised(String id, String kind, String site, Instant at) {
        return entry("alarm/" + id, "alarm.raised", PICTURE, at,
            """
                {"id":"%s","rule":"fence","kind":"%s","lifeAtRisk":%b,"priority":2,"place":"X-1","placeName":{"english":"Section 1","french":"Section 1"},
                 "site":"%s","lat":50.9,"lon":1.8,"at":"%s","why":{"english":"w","french":"p"},"observations":[1,2]}"""
                .formatted(id, kind, life(kind), site, at));
    }

    /// Raised where operational command has said beforehand that alarms need nobody.
    ReportNight suppressed(String id, String kind, String site, Instant at) {
        return entry("alarm/" + id, "alarm.raised", PICTURE, at,
            "{\"id\":\"%s\",\"kind\":\"%s\",\"site\":\"%s\",\"suppression\":\"S-0001\"}".formatted(id, kind, site));
    }

    ReportNight released(String alarm, Instant at) {
        return entry("alarm/" + alarm, "alarm.released", PICTURE, at, "{}");
    }

    ReportNight taken(String alarm, String incident, Actor desk, Instant at) {
        return entry("alarm/" + alarm, "alarm.taken", desk, at, "{\"incident\":\"%s\"}".formatted(incident));
    }

    ReportNight dismissed(String alarm, Actor desk, Instant at) {
        return entry("alarm/" + alarm, "alarm.dismissed", desk, at, "{\"reason\":\"wind\"}");
    }

    ReportNight opened(String id, String kind, String site, Actor desk, Instant at) {
        return entry("incident/" + id, "incident.opened", desk, at,
            """
                {"id":"%s","kind":"%s","lifeAtRisk":%b,"place":"X-1","placeName":{"english":"Section 1","french":"Section 1"},"site":"%s",
                 "lat":50.9,"lon":1.8,"alarm":"","lead":"DESK","text":""}"""
                .formatted(id, kind, life(kind), site));
    }

    ReportNight task(String incident, String task, String step, Actor actor, Instant at) {
        return entry("incident/" + incident, "task." + step, actor, at,
            "{\"task\":\"%s\",\"incident\":\"%s\"}".formatted(task, incident));
    }

    ReportNight closed(String id, String outcome, Actor desk, Instant at) {
        return entry("incident/" + id, "incident.closed", desk, at,
            "{\"outcome\":\"%s\",\"note\":\"\"}".formatted(outcome));
    }

    ReportNight entry(String stream, String type, Actor actor, Instant at, String body) {
        var id = new StreamId(stream);
        journal.append(id, journal.stream(id).size(), actor, at,
            List.of(Draft.of(type, 1, body, Marking.wholeCentre(actor.agency()))));
        return this;
    }

    Reports reports(FigureSource... sources) {
        return reports(journal, sources);
    }

    static Reports reports(Journal journal, FigureSource... sources) {
        return new Reports(journal, List.of(sources), SETTING, () -> NOTE);
    }

    static FigureSource counted(String key, long... values) {
        var figures = new ArrayList<Figure>();
        for (int i = 0; i < values.length; i++) {
            figures.add(new Figure(key + "." + i,
                new Text("Concerns raised, way " + (i + 1), "Signalements, voie " + (i + 1)), values[i]));
        }
        return (from, to) -> figures;
    }

    private static boolean life(String kind) {
        return kind.startsWith("PERSON") || kind.equals("FIRE");
    }

    private static Actor officer(String officer, String desk, String agency, String state) {
        return new Actor(new OfficerId(officer), new DeskId(desk), new AgencyId(agency), state, Purpose.OPERATIONS);
    }

    private static Setting.Site site(String id, String english, String french) {
        return new Setting.Site(id, new Text(english, french));
    }
}
