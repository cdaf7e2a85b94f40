package org.entente.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.entente.journal.Entry;
import org.entente.journal.Journal;
import org.entente.journal.MemoryJournal;
import org.entente.kernel.Actor;
import org.entente.kernel.AgencyId;
import org.entente.kernel.Answer;
import org.entente.kernel.DeskId;
import org.entente.kernel.Marking;
import org.entente.kernel.OfficerId;
import org.entente.kernel.Purpose;
import org.entente.kernel.Text;
import org.entente.operations.By.Capacity;
import org.entente.operations.OperationsEvent.OfAlarm;

/// The language the tests of this module speak: given wishes that were granted, when a wish, then facts or a refusal.
final class OperationsScenario {

    static final By PAF = by("paf.1", "DESK-PAF-1", "PAF", "FR", Capacity.DESK);
    static final By BORDER_FORCE = by("bf.1", "DESK-BF-1", "BORDER_FORCE", "GB", Capacity.DESK);
    static final By COMMAND = by("command.1", "DESK-COMMAND-1", "PAF", "FR", Capacity.OPERATIONAL_COMMAND);
    static final By GOLD = by("gold.gb", "DESK-GOLD-GB", "BORDER_FORCE", "GB", Capacity.GOLD);
    static final String FENCE_ALARM = "INTRUSION:CAL-F-012:7";
    static final String WATER_ALARM = "PERSON_IN_WATER:CAL-W-1:9";

    static final Procedures PROCEDURES = new Procedures() {
        @Override
        public List<Kind> kinds() {
            return List.of(new Kind("INTRUSION", new Text("Intrusion", "Intrusion (fr)"), false, 2),
                new Kind("CHILD_ALONE", new Text("Child alone", "Enfant seul"), true, 1));
        }

        @Override
        public List<String> steps(String kind) {
            return List.of("s1", "s2");
        }

        @Override
        public List<Unit> units() {
            return List.of(new Unit("CRS-3", "CRS 3"), new Unit("BF-1", "Bravo 1"));
        }

        @Override
        public List<Place> places() {
            return List.of(new Place("CAL-F-012", new Text("Section 12", "Section n° 12"), "CALAIS_PORT", 50.97, 1.87));
        }

        @Override
        public List<String> sensors() {
            return List.of("CAL-FIB-012");
        }

        @Override
        public List<String> outcomes() {
            return List.of("PREVENTED", "RESCUED", "NO_TRACE");
        }

        @Override
        public List<String> instructions() {
            return List.of("INTERCEPT", "RESCUE");
        }
    };

    static final Instant SIX = Instant.parse("2016-03-03T06:00:00Z");

    Instant now = SIX;
    final MemoryJournal journal = new MemoryJournal();
    final List<String> sent = new ArrayList<>();
    final Operations operations;
    private long before;
    private Answer answer;

    private OperationsScenario() {
        operations = open(journal, sent, () -> now);
    }

    static Operations open(MemoryJournal journal, List<String> sent) {
        return open(journal, sent, () -> SIX);
    }

    static Operations open(Journal journal, List<String> sent, InstantSource clock) {
        return new Operations(journal, clock, PROCEDURES, new Dispatch() {
            @Override
            public void send(Task task, Incident incident) {
                sent.add(task.id());
            }

            @Override
            public void recall(Task task) {
                sent.add("recall " + task.id());
            }
        });
    }

    @SafeVarargs
    static OperationsScenario given(Function<Operations, Answer>... wishes) {
        var scenario = new OperationsScenario();
        for (var wish : wishes) {
            assertThat(wish.apply(scenario.operations)).isInstanceOf(Answer.Done.class);
        }
        scenario.before = scenario.journal.head();
        return scenario;
    }

    OperationsScenario when(Function<Operations, Answer> wish) {
        before = journal.head();
        answer = wish.apply(operations);
        return this;
    }

    /// Lets the centre's clock run on and the centre do what is due.
    OperationsScenario after(Duration time) {
        before = journal.head();
        now = now.plus(time);
        operations.passTo(now);
        return this;
    }

    /// What the centre wrote by itself.
    OperationsScenario thenTheCentreWrites(String... types) {
        assertThat(journal.after(before, 100)).extracting(Entry::type).containsExactly(types);
        assertThat(journal.after(before, 100)).allMatch(entry -> entry.actor().state().equals("XX"));
        return this;
    }

    Alarm alarm(String id) {
        return operations.read(board -> board.alarm(id)).orElseThrow();
    }

    OperationsScenario then(String... types) {
        assertThat(answer).isInstanceOf(Answer.Done.class);
        assertThat(journal.after(before, 100)).extracting(Entry::type).containsExactly(types);
        return this;
    }

    void thenRefused(String english) {
        assertThat(answer).isInstanceOfSatisfying(Answer.Refused.class,
            refused -> assertThat(refused.reason().english()).isEqualTo(english));
        assertThat(journal.head()).as("a refused wish writes nothing").isEqualTo(before);
    }

    static Answer raised(Operations operations) {
        return raise(operations, FENCE_ALARM, "INTRUSION", false);
    }

    static Answer waterRaised(Operations operations) {
        return raise(operations, WATER_ALARM, "PERSON_IN_WATER", true);
    }

    static Answer raise(Operations operations, String id, String kind, boolean life) {
        return operations.raise(raising(id, kind, life), Marking.wholeCentre(new AgencyId("CENTRE")));
    }

    static OfAlarm.Raised raising(String id, String kind, boolean life) {
        return new OfAlarm.Raised(id, "fence-vibration", kind, life, life ? 1 : 2, "CAL-F-012",
            new Text("Section 12", "Section n° 12"), "CALAIS_PORT",
            50.97, 1.87, Instant.parse("2016-03-03T05:59:00Z"), new Text("because", "parce que"), List.of(6L, 7L))
            .by(List.of("CAL-FIB-012"));
    }

    static By by(String officer, String desk, String agency, String state, Capacity capacity) {
        return new By(
            new Actor(new OfficerId(officer), new DeskId(desk), new AgencyId(agency), state, Purpose.OPERATIONS),
            capacity);
    }
}
