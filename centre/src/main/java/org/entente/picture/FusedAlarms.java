package org.entente.picture;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.entente.fusion.FusedAlarm;
import org.entente.fusion.Term;
import org.entente.kernel.AlarmId;
import org.entente.kernel.Position;
import org.entente.kernel.UnitId;

/// Alarms that are weighed: the plain rules, each intrusion put against what speaks for and against it, and the crossings
/// of what the fusion follows. Keeps what is followed and what was nearly raised.
final class FusedAlarms implements AlarmSource {

    static final long JUDGED_EVERY = 25;
    private static final long HEARD_EVERY = 5;
    private static final double THRESHOLD = 2;
    private static final double FENCE_STIRS = 2;
    private static final double UNIT_NEAR = 20;
    private static final long UNIT_AGE = 8_000;
    private static final long FORGOTTEN = 600_000;
    private static final int NEAR_MISSES = 200;
    private static final double FARTHEST = 5_000;

    private record Fix(Position where, long at) {}

    private final AlarmRules rules;
    private final Map<String, SiteFusion> sites = new LinkedHashMap<>();
    private final Map<UnitId, Fix> fixes = new LinkedHashMap<>();
    private final Deque<NearMiss> nearMisses = new ArrayDeque<>();
    private final Map<String, TrackState> tracks = new LinkedHashMap<>();
    private final Map<String, AlarmId> alarmOfTrack = new LinkedHashMap<>();
    private final TreeSet<String> changed = new TreeSet<>();

    FusedAlarms(PictureSetup setup, AlarmParameters parameters) {
        rules = new AlarmRules(setup, parameters, this::weigh);
        for (var sensor : setup.sensors()) {
            sites.computeIfAbsent(sensor.site(), site -> new SiteFusion(site, setup));
        }
    }

    @Override
    public boolean observed(Reading reading, Consumer<Fact> facts) {
        var kind = reading.sensor().kind();
        boolean stirs = kind == SensorKind.FENCE_FIBRE && reading.value() >= FENCE_STIRS
            || kind == SensorKind.BEAM && reading.value() == 1;
        if (stirs) {
            sites.get(reading.sensor().site()).fence(reading.seq(), reading.where(), reading.at(), reading.received());
        }
        return rules.observed(reading, facts);
    }

    /// A look of a radar or camera. `at` as the sensor says.
    void scanned(long seq, PictureSetup.Sensor sensor, long at, long received, boolean alone,
        List<Detections.One> seen) {
        sites.get(sensor.site()).scanned(seq, sensor.id(), at, received, alone, seen);
    }

    /// A fibre is well from now on, or is not.
    void hears(PictureSetup.Sensor sensor, boolean well) {
        if (sensor.kind() == SensorKind.FENCE_FIBRE) {
            sites.get(sensor.site()).hears(sensor.zone(), well);
        }
    }

    /// What officers found an alarm at this sensor to be: the nuisance of its place is learnt.
    void verdict(long now, PictureSetup.Sensor sensor, boolean nuisance) {
        sites.get(sensor.site()).verdict(now, sensor.zone(), nuisance);
    }

    /// One of our units says where it is.
    void moved(long seq, UnitId unit, Position where, long at, long received) {
        fixes.values().removeIf(fix -> fix.at() < received - FORGOTTEN);
        fixes.put(unit, new Fix(where, at));
        SiteFusion nearest = null;
        for (var site : sites.values()) {
            nearest = nearest == null || site.distance(where) < nearest.distance(where) ? site : nearest;
        }
        if (nearest != null && nearest.distance(where) < FARTHEST) {
            nearest.unit(seq, unit.text(), where, at, received);
        }
    }

    /// Judges the sites to which something came, at most every 25 ms of the centre's clock; every 5 ms when the
    /// fence spoke.
    void settle(long now, Consumer<Fact> facts) {
        for (var site : sites.values()) {
            if (site.waits(now, JUDGED_EVERY, HEARD_EVERY)) {
                judge(site, now, facts);
            }
        }
    }

    @Override
    public void tick(long second, Consumer<Fact> facts) {
        for (var site : sites.values()) {
            if (site.lives()) {
                judge(site, second, facts);
                follow(site, second);
            }
        }
        rules.tick(second, facts);
    }

    @Override
    public long due() {
        return rules.due();
    }

    /// Whether the next whole second may change something of itself.
    boolean lives() {
        return sites.values().stream().anyMatch(SiteFusion::lives);
    }

    @Override
    public List<AlarmId> active() {
        return rules.active();
    }

    private void judge(SiteFusion site, long now, Consumer<Fact> facts) {
        for (var alarm : site.judge(now)) {
            var zone = site.zone(alarm.along());
            var grounds = site.grounds(alarm);
            if (alarm.raised()) {
                raise(site, alarm, zone, grounds, now, facts);
            } else {
                missed(zone, now, site.position(alarm), site.name(alarm.track()), grounds);
            }
        }
    }

    private void raise(SiteFusion site, FusedAlarm alarm, PictureSetup.Zone zone, Grounds grounds, long now,
        Consumer<Fact> facts) {
        var observations = grounds.seen().stream().map(Grounds.Seen::observation).distinct().limit(100).sorted()
            .toList();
        var id = rules.crossed(zone, observations.isEmpty() ? now : observations.getLast(), now, site.position(alarm),
            Reasons.crossing(zone, grounds), observations, grounds, facts);
        alarmOfTrack.put(site.name(alarm.track()), id);
    }

    private void missed(PictureSetup.Zone zone, long now, Position where, String about, Grounds grounds) {
        var against = grounds.terms().stream().filter(term -> term.value() < 0 && !term.code().equals("PRIOR"))
            .min(java.util.Comparator.comparingDouble(Grounds.Reason::value)).map(Grounds.Reason::text);
        nearMisses.addFirst(new NearMiss(zone.id().text() + ":" + now + ":" + about, Instant.ofEpochMilli(now),
            zone.id(), zone.name(), zone.site(), where, against.orElse(GroundsText.NOT_ENOUGH), grounds));
        if (nearMisses.size() > NEAR_MISSES) {
            nearMisses.removeLast();
        }
    }

    /// Only an intrusion is weighed: a life at risk is never kept back by anything.
    private AlarmRules.Weighed weigh(String rule, PictureSetup.Kind kind, PictureSetup.Zone zone, List<Evidence> met,
        AlarmSource.Reading last) {
        if (kind.lifeAtRisk() || !kind.id().equals("INTRUSION")) {
            return AlarmRules.Weighed.PLAINLY;
        }
        var terms = new ArrayList<Grounds.Reason>();
        terms.add(GroundsText.reason(new Term(Term.Code.PRIOR, -3.5)));
        terms.add(Reasons.met(rule, met));
        ownUnit(last).ifPresent(terms::add);
        double sum = terms.stream().mapToDouble(Grounds.Reason::value).sum();
        var seen = met.reversed().stream().map(one -> new Grounds.Seen(one.seq(), one.sensor().text(),
            Instant.ofEpochMilli(one.at()), one.where(), 1)).toList();
        var grounds = new Grounds(sum, THRESHOLD, Grounds.Grade.D, Optional.empty(), terms, seen, List.of(),
            GroundsText.suppressors());
        if (sum >= THRESHOLD) {
            return new AlarmRules.Weighed(true, Optional.of(grounds));
        }
        missed(zone, last.received(), last.where(), rule, grounds);
        return new AlarmRules.Weighed(false, Optional.of(grounds));
    }

    private Optional<Grounds.Reason> ownUnit(AlarmSource.Reading last) {
        var plane = new LocalPlane(last.where().lat(), last.where().lon());
        for (var fix : fixes.values()) {
            double x = plane.x(fix.where());
            double y = plane.y(fix.where());
            double far = Math.sqrt(x * x + y * y);
            long age = Math.abs(last.at() - fix.at());
            if (far < UNIT_NEAR && age < UNIT_AGE) {
                return Optional.of(GroundsText.reason(new Term(Term.Code.OWN_UNIT, -12, far, age / 1e3)));
            }
        }
        return Optional.empty();
    }

    // ---- what is followed ----

    private void follow(SiteFusion site, long second) {
        var gone = new TreeSet<String>();
        tracks.values().stream().filter(track -> track.site().equals(site.site)).forEach(track -> gone.add(track.id()));
        for (var track : site.tracks(second)) {
            tracks.put(track.id(), track);
            gone.remove(track.id());
            changed.add(track.id());
        }
        for (var id : gone) {
            tracks.remove(id);
            changed.add(id);
        }
        alarmOfTrack.keySet().removeIf(id -> id.startsWith(site.site + "-") && !tracks.containsKey(id));
    }

    List<TrackState> tracks() {
        return List.copyOf(tracks.values());
    }

    Optional<TrackState> track(String id) {
        return Optional.ofNullable(tracks.get(id));
    }

    Optional<AlarmId> alarmOf(String track) {
        return Optional.ofNullable(alarmOfTrack.get(track));
    }

    List<NearMiss> nearMisses() {
        return List.copyOf(nearMisses);
    }

    List<SensorTrust> trusts(long now) {
        return sites.values().stream().flatMap(site -> site.trusts(now).stream()).toList();
    }

    List<String> drainChanged() {
        var drained = List.copyOf(changed);
        changed.clear();
        return drained;
    }

    // ---- snapshot ----

    @Override
    public void write(DataOutput out) throws IOException {
        rules.write(out);
        for (var site : sites.values()) {
            site.write(out);
        }
        out.writeInt(fixes.size());
        for (var fix : fixes.entrySet()) {
            out.writeUTF(fix.getKey().text());
            out.writeDouble(fix.getValue().where().lat());
            out.writeDouble(fix.getValue().where().lon());
            out.writeLong(fix.getValue().at());
        }
        out.writeInt(alarmOfTrack.size());
        for (var one : alarmOfTrack.entrySet()) {
            out.writeUTF(one.getKey());
            out.writeUTF(one.getValue().text());
        }
        FusedBytes.write(out, List.copyOf(nearMisses));
        FusedBytes.writeTracks(out, List.copyOf(tracks.values()));
    }

    @Override
    public void read(DataInput in) throws IOException {
        rules.read(in);
        for (var site : sites.values()) {
            site.read(in);
        }
        for (int left = in.readInt(); left > 0; left--) {
            fixes.put(new UnitId(in.readUTF()), new Fix(new Position(in.readDouble(), in.readDouble()), in.readLong()));
        }
        for (int left = in.readInt(); left > 0; left--) {
            alarmOfTrack.put(in.readUTF(), new AlarmId(in.readUTF()));
        }
        nearMisses.addAll(FusedBytes.nearMisses(in));
        FusedBytes.tracks(in).forEach(track -> tracks.put(track.id(), track));
    }
}
