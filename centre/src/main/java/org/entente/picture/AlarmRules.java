package org.entente.picture;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.entente.kernel.AlarmId;
import org.entente.kernel.Position;
import org.entente.kernel.SensorId;
import org.entente.kernel.Text;
import org.entente.picture.AlarmGroup.Active;
import org.entente.picture.AlarmParameters.Rule;
import org.entente.picture.AlarmParameters.Scope;
import org.entente.picture.Fact.AlarmRaised;
import org.entente.picture.Fact.AlarmReturned;

/// The first alarms: a few reports that agree, near in time, in one place. The numbers stand in [AlarmParameters].
///
/// One kind of alarm is active at most once in a place. While it is, further reports prolong it; when its cause has been
/// quiet it returns, and only what happens after that can raise the next.
final class AlarmRules implements AlarmSource {

    private static final String INTRUSION = "INTRUSION";

    /// How one sensor's readings are judged: its rule, where its reports gather, and where its weaker indications go.
    private record Course(Rule rule, AlarmGroup group, Optional<AlarmGroup> hints) {}

    /// Whether what a rule met is to be raised: the grounds, or nothing when more speaks against it.
    interface Weighing {

        /// @param met the reports that met the rule, in order of time
        Weighed weigh(String rule, PictureSetup.Kind kind, PictureSetup.Zone zone, List<Evidence> met, Reading last);
    }

    /// What came of weighing.
    record Weighed(boolean raise, Optional<Grounds> grounds) {
        static final Weighed PLAINLY = new Weighed(true, Optional.empty());
    }

    private final AlarmParameters parameters;
    private final Weighing weighing;
    private final PictureSetup.Kind intrusion;
    private final Map<SensorId, Course> courses = new HashMap<>();
    private final Map<String, AlarmGroup> groups = new LinkedHashMap<>();
    private final List<AlarmGroup> raised = new ArrayList<>();
    private long due = Seconds.NEVER;

    AlarmRules(PictureSetup setup, AlarmParameters parameters, Weighing weighing) {
        this.parameters = parameters;
        this.weighing = weighing;
        var zones = setup.zonesById();
        var kinds = new HashMap<String, PictureSetup.Kind>();
        setup.kinds().forEach(kind -> kinds.put(kind.id(), kind));
        this.intrusion = kind(kinds, INTRUSION);
        var rules = new EnumMap<SensorKind, Rule>(SensorKind.class);
        parameters.rules().forEach(rule -> rules.put(rule.sensor(), rule));
        setup.zones().stream().filter(zone -> !zone.fence().isEmpty())
            .forEach(zone -> group(intrusion, zone, zone.id().text()));
        for (var sensor : setup.sensors()) {
            var zone = zones.get(sensor.zone());
            var rule = rules.get(judgedAs(sensor.kind(), zone.kind()));
            if (rule != null) {
                var hints = Optional.of(sensor.kind()).filter(AlarmRules::perimeter)
                    .map(_ -> group(kind(kinds, INTRUSION), zone, zone.id().text()));
                var place = rule.scope() == Scope.ZONE ? zone.id().text() : sensor.id().text();
                courses.put(sensor.id(), new Course(rule, group(kind(kinds, rule.kind()), zone, place), hints));
            }
        }
    }

    @Override
    public boolean observed(Reading reading, Consumer<Fact> facts) {
        var course = courses.get(reading.sensor().id());
        if (course == null) {
            return true;
        }
        var limit = course.group().kind.lifeAtRisk() ? parameters.tooOldForLife() : parameters.tooOld();
        if (reading.received() - reading.at() > limit.toMillis()) {
            return false;
        }
        double level = reading.sensor().kind() == SensorKind.POWER ? 1 - reading.value() : reading.value();
        if (level <= course.rule().clearAt()) {
            contrary(course, reading);
        }
        if (level >= course.rule().alarm()) {
            report(course, reading, facts);
        }
        if (level >= course.rule().hint() && course.hints().isPresent()) {
            hint(course.hints().get(), level >= course.rule().alarm(), reading, facts);
        }
        return true;
    }

    @Override
    public void tick(long second, Consumer<Fact> facts) {
        if (second < due) {
            return;
        }
        due = Seconds.NEVER;
        var kept = new ArrayList<AlarmGroup>();
        for (var group : raised) {
            var alarm = group.active().orElseThrow();
            if (alarm.due <= second) {
                group.end();
                facts.accept(new AlarmReturned(alarm.id, Instant.ofEpochMilli(second)));
            } else {
                due = Math.min(due, alarm.due);
                kept.add(group);
            }
        }
        raised.clear();
        raised.addAll(kept);
    }

    @Override
    public long due() {
        return due;
    }

    @Override
    public List<AlarmId> active() {
        return raised.stream().map(group -> group.active().orElseThrow().id).toList();
    }

    private void report(Course course, Reading reading, Consumer<Fact> facts) {
        var group = course.group();
        var rule = course.rule();
        if (group.active().isPresent()) {
            prolong(group.active().get(), rule, reading);
        } else if (group.unspent(reading.at()) && group.window(rule.id()).add(Evidence.of(reading))) {
            var met = group.window(rule.id()).within(rule.times(), rule.within().toMillis());
            if (!met.isEmpty()) {
                raise(group, rule.id(), false, met, reading, facts)
                    .ifPresent(alarm -> prolong(alarm, rule, reading));
            }
        }
    }

    private void hint(AlarmGroup group, boolean strong, Reading reading, Consumer<Fact> facts) {
        if (group.active().isPresent()) {
            var alarm = group.active().get();
            if (strong || alarm.byHints) {
                quietFor(alarm, reading, parameters.clear().toMillis());
            }
        } else if (group.unspent(reading.at())) {
            var one = Evidence.of(reading);
            var other = group.hint(one, parameters.together().toMillis());
            if (other.isPresent()) {
                var both = new ArrayList<>(List.of(one, other.get()));
                both.sort(Evidence.IN_TIME);
                raise(group, AlarmParameters.TOGETHER, true, both, reading, facts)
                    .ifPresent(alarm -> quietFor(alarm, reading, parameters.clear().toMillis()));
            }
        }
    }

    private Optional<Active> raise(AlarmGroup group, String rule, boolean byHints, List<Evidence> met, Reading last,
        Consumer<Fact> facts) {
        var weighed = weighing.weigh(rule, group.kind, group.zone, met, last);
        if (!weighed.raise()) {
            group.forget();
            return Optional.empty();
        }
        var id = new AlarmId(group.kind.id() + ":" + group.zone.id() + ":" + last.seq());
        var alarm = new Active(id, byHints, last.at(), Seconds.NEVER);
        group.raise(alarm);
        raised.add(group);
        facts.accept(
            new AlarmRaised(id, rule, group.kind.id(), group.kind.lifeAtRisk(), group.kind.priority(), group.zone.id(),
                group.zone.name(), group.zone.site(), last.where(), Instant.ofEpochMilli(last.received()),
                Reasons.why(rule, parameters, group.zone, met), met.stream().map(Evidence::seq).toList(),
                weighed.grounds()));
        return Optional.of(alarm);
    }

    /// Somebody was followed over the fence: raises the zone's intrusion, or prolongs the one that is active there.
    ///
    /// @param seq of the newest observation that counted; `received` milliseconds
    /// @return the alarm's id
    AlarmId crossed(PictureSetup.Zone zone, long seq, long received, Position where, Text why, List<Long> observations,
        Grounds grounds, Consumer<Fact> facts) {
        var group = group(intrusion, zone, zone.id().text());
        if (group.active().isEmpty()) {
            var id = new AlarmId(intrusion.id() + ":" + zone.id() + ":" + seq);
            group.raise(new Active(id, false, received, Seconds.NEVER));
            raised.add(group);
            facts.accept(new AlarmRaised(id, AlarmParameters.CROSSING, intrusion.id(), intrusion.lifeAtRisk(),
                intrusion.priority(), zone.id(), zone.name(), zone.site(), where, Instant.ofEpochMilli(received), why,
                observations, Optional.of(grounds)));
        }
        var alarm = group.active().orElseThrow();
        alarm.newest = Math.max(alarm.newest, received);
        alarm.due = Seconds.due(received, received + parameters.clear().toMillis());
        due = Math.min(due, alarm.due);
        return alarm.id;
    }

    private void prolong(Active alarm, Rule rule, Reading reading) {
        if (rule.quiet().isZero()) {
            alarm.newest = Math.max(alarm.newest, reading.at());
            alarm.holding.add(reading.sensor().id());
            alarm.due = Seconds.NEVER;
        } else {
            quietFor(alarm, reading, rule.quiet().toMillis());
        }
    }

    private void quietFor(Active alarm, Reading reading, long quiet) {
        alarm.newest = Math.max(alarm.newest, reading.at());
        alarm.due = Seconds.due(reading.received(), reading.received() + quiet);
        due = Math.min(due, alarm.due);
    }

    private void contrary(Course course, Reading reading) {
        var found = course.group().active().filter(alarm -> reading.at() >= alarm.newest);
        if (found.isEmpty()) {
            return;
        }
        var alarm = found.get();
        alarm.holding.remove(reading.sensor().id());
        if (alarm.holding.isEmpty()) {
            alarm.due = Math.min(alarm.due,
                Seconds.due(reading.received(), reading.received() + parameters.clear().toMillis()));
            due = Math.min(due, alarm.due);
        }
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeInt(groups.size());
        for (var group : groups.entrySet()) {
            out.writeUTF(group.getKey());
            group.getValue().write(out);
        }
        out.writeInt(raised.size());
        for (var alarm : active()) {
            out.writeUTF(alarm.text());
        }
    }

    @Override
    public void read(DataInput in) throws IOException {
        for (int count = in.readInt(); count > 0; count--) {
            var group = groups.get(in.readUTF());
            if (group == null) {
                throw new IOException("the deployment no longer knows a place of the snapshot");
            }
            group.read(in);
        }
        var byAlarm = new HashMap<String, AlarmGroup>();
        groups.values().forEach(group -> group.active().ifPresent(alarm -> byAlarm.put(alarm.id.text(), group)));
        for (int count = in.readInt(); count > 0; count--) {
            Optional.ofNullable(byAlarm.get(in.readUTF())).ifPresent(group -> {
                raised.add(group);
                due = Math.min(due, group.active().orElseThrow().due);
            });
        }
    }

    private AlarmGroup group(PictureSetup.Kind kind, PictureSetup.Zone zone, String place) {
        return groups.computeIfAbsent(kind.id() + " " + place, _ -> new AlarmGroup(kind, zone));
    }

    private static PictureSetup.Kind kind(Map<String, PictureSetup.Kind> kinds, String id) {
        return Optional.ofNullable(kinds.get(id))
            .orElseThrow(() -> new IllegalArgumentException("no such kind of alarm: " + id));
    }

    /// A tunnel sensor away from the track tells of somebody in a zone, as infrared does.
    private static SensorKind judgedAs(SensorKind sensor, ZoneKind zone) {
        return sensor == SensorKind.TUNNEL && zone != ZoneKind.TRACK && zone != ZoneKind.TUNNEL
            ? SensorKind.INFRARED
            : sensor;
    }

    private static boolean perimeter(SensorKind sensor) {
        return switch (sensor) {
            case FENCE_FIBRE, INFRARED, RADAR, CAMERA, BEAM, TUNNEL -> true;
            case CO2, HEARTBEAT, WATER, SMOKE, POWER -> false;
        };
    }
}
