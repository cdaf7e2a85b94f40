package org.entente.picture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.kernel.AlarmId;
import org.entente.kernel.Position;
import org.entente.kernel.SensorId;
import org.entente.kernel.UnitId;
import org.entente.picture.Fact.SensorHealthChanged;
import org.entente.picture.PictureInput.Observed;
import org.entente.picture.PictureInput.UnitGone;
import org.entente.picture.PictureInput.UnitMoved;

/// The operational picture: the fold of everything the centre was told, in order of arrival (JD2015 §12(iii)).
///
/// One thread at a time; who shares it brings a lock. See the package for what the picture at a moment is.
public final class Picture {

    /// A sensor without any word for so long is silent.
    public static final Duration SILENCE = Duration.ofMinutes(3);

    /// The property under which officers' verdicts on a sensor's alarms come back through the one gate: 1 nuisance, 0 true.
    public static final String VERDICT = "verdict";

    private static final long NOTHING_COUNTS = 3_000;
    private static final int MAGIC = 0x454E5450;
    private static final int VERSION = 6;
    private static final int MOST_UNITS = 10_000;
    private static final int MOST_UNKNOWN_SENSORS = 20_000;

    private final FusedAlarms alarms;
    private final int known;
    private final int deployment;
    private final Cells<SensorId, SensorCell> sensors = new Cells<>();
    private final Cells<UnitId, UnitCell> units = new Cells<>();
    private final Tally tally = new Tally();
    private final List<Fact> facts = new ArrayList<>();
    private long clock;
    private long latest;
    private long seq;
    private long due = Seconds.NEVER;
    private long ticked;
    private long overtaken;

    /// An empty picture of a deployment, with the rules' usual numbers.
    public Picture(PictureSetup setup) {
        this(setup, AlarmParameters.defaults());
    }

    /// An empty picture of a deployment.
    ///
    /// @throws IllegalArgumentException a rule raises a kind the deployment does not know
    public Picture(PictureSetup setup, AlarmParameters parameters) {
        alarms = new FusedAlarms(setup, parameters);
        known = setup.sensors().size();
        deployment = setup.toString().hashCode(); // records and lists of text: the same on every machine
        setup.sensors().forEach(sensor -> sensors.add(sensor.id(), new SensorCell(sensor.id(), Optional.of(sensor))));
    }

    /// Folds one input, after every whole second up to its arrival; gives what follows from both, in order.
    ///
    /// An input whose number is not above the last one folded changes nothing. Never throws for what the input says.
    public List<Fact> on(PictureInput input) {
        if (input.seq() <= seq) {
            tally.repeated++;
            return List.of();
        }
        seq = input.seq();
        long arrived = Seconds.millis(input.receivedAt());
        overtaken += arrived < Seconds.floor(ticked) ? 1 : 0;
        long now = Math.max(latest, arrived);
        advance(now);
        latest = now;
        switch (input) {
            case Observed observed -> observed(observed, now);
            case UnitMoved moved -> moved(moved, now);
            case UnitGone gone ->
                units.find(gone.unit()).filter(UnitCell::gone).ifPresent(unit -> units.changed(unit.id));
        }
        alarms.settle(now, facts::add);
        awake();
        return drainFacts();
    }

    /// What is followed moves on every whole second.
    private void awake() {
        if (alarms.lives()) {
            due = Math.min(due, Seconds.floor(latest) + 1_000);
        }
    }

    /// Lets time pass up to `now`; gives what follows. Promises that no input that arrived before `now` comes after.
    public List<Fact> tickTo(Instant now) {
        ticked = Math.max(ticked, Seconds.millis(now));
        advance(ticked);
        return drainFacts();
    }

    /// All sensors: those of the deployment in its order, then others in order of their first word.
    public List<SensorState> sensors() {
        return sensors.all().stream().map(SensorCell::state).toList();
    }

    /// The sensors of the deployment, in its order; of the cameras those that were ever heard.
    public List<SensorState> plannedSensors() {
        return sensors.all().subList(0, known).stream()
            .filter(cell -> cell.known.orElseThrow().kind() != SensorKind.CAMERA || cell.health() != Health.UNKNOWN)
            .map(SensorCell::state).toList();
    }

    /// One sensor, if it is known or was ever heard.
    public Optional<SensorState> sensor(SensorId id) {
        return sensors.find(id).map(SensorCell::state);
    }

    /// All units ever seen, in order of their first position.
    public List<UnitState> units() {
        return units.all().stream().map(UnitCell::state).toList();
    }

    /// One unit, if it was ever seen.
    public Optional<UnitState> unit(UnitId id) {
        return units.find(id).map(UnitCell::state);
    }

    /// Alarms whose cause has not been quiet yet, oldest first.
    public List<AlarmId> activeAlarms() {
        return alarms.active();
    }

    /// What is followed, in order of first sight in each site.
    public List<TrackState> tracks() {
        return alarms.tracks();
    }

    /// One track, if it is followed now.
    public Optional<TrackState> track(String id) {
        return alarms.track(id);
    }

    /// The alarm that a track gave rise to.
    public Optional<AlarmId> alarmOf(String track) {
        return alarms.alarmOf(track);
    }

    /// What was weighed and not raised, newest first, at most 200.
    public List<NearMiss> nearMisses() {
        return alarms.nearMisses();
    }

    /// What the fusion makes of each radar and camera that was ever heard.
    public List<SensorTrust> trusts() {
        return alarms.trusts(clock);
    }

    /// What the picture was told, and what was kept out.
    public PictureCounts counts() {
        return tally.counts();
    }

    /// Inputs that arrived before a second that [#tickTo] had already let pass: the caller broke its promise, and a replay may
    /// differ from what was lived. Must be 0; of this run only, in no snapshot.
    public long overtaken() {
        return overtaken;
    }

    /// The number of the last input folded, 0 before the first.
    public long lastSeq() {
        return seq;
    }

    /// Up to when time has passed.
    public Instant clock() {
        return Instant.ofEpochMilli(clock);
    }

    /// What changed since the last call; for showing only, not part of the picture and in no snapshot.
    public Changes drainChanges() {
        return new Changes(sensors.drain(), units.drain(), alarms.drainChanged());
    }

    /// The whole picture as bytes: equal pictures give equal bytes.
    public byte[] snapshot() {
        var bytes = new ByteArrayOutputStream(64 * 1024);
        try (var out = new DataOutputStream(bytes)) {
            write(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /// The picture a snapshot was taken of, with the rules' usual numbers.
    ///
    /// @throws IllegalArgumentException not a snapshot of this version and deployment: replay from the beginning instead
    public static Picture restore(PictureSetup setup, byte[] snapshot) {
        return restore(setup, AlarmParameters.defaults(), snapshot);
    }

    /// The picture a snapshot was taken of.
    ///
    /// @throws IllegalArgumentException not a snapshot of this version and deployment: replay from the beginning instead
    public static Picture restore(PictureSetup setup, AlarmParameters parameters, byte[] snapshot) {
        var picture = new Picture(setup, parameters);
        try (var in = new DataInputStream(new ByteArrayInputStream(snapshot))) {
            picture.read(in);
        } catch (IOException | RuntimeException foreign) {
            throw new IllegalArgumentException("not a snapshot of this picture: " + foreign.getMessage(), foreign);
        }
        return picture;
    }

    private void advance(long now) {
        long last = Seconds.floor(now);
        while (due <= last) {
            tick(due);
        }
        latest = Math.max(latest, last);
        clock = Math.max(clock, now);
    }

    private void tick(long second) {
        due = Seconds.NEVER;
        for (var sensor : sensors.all()) {
            if (sensor.due(SILENCE.toMillis()) <= second) {
                judge(sensor, second);
            }
            due = Math.min(due, sensor.due(SILENCE.toMillis()));
        }
        for (var unit : units.all()) {
            if (unit.tick(second)) {
                units.changed(unit.id);
            }
            due = Math.min(due, unit.due());
        }
        alarms.tick(second, facts::add);
        due = Math.min(due, alarms.due());
        if (alarms.lives()) {
            due = Math.min(due, second + 1_000);
        }
    }

    private void observed(Observed input, long now) {
        tally.observed++;
        var cell = sensors.find(input.sensor());
        if (cell.isEmpty() && sensors.all().size() - known >= MOST_UNKNOWN_SENSORS) {
            tally.refused++;
            return;
        }
        var sensor = cell.orElseGet(() -> stranger(input.sensor()));
        long when = Math.min(Seconds.millis(input.phenomenonTime()), now);
        if (!input.property().equals(VERDICT)) {
            sensor.heard(now);
        }
        if (input.property().equals(VERDICT)) {
            sensor.known.ifPresent(known -> alarms.verdict(now, known, input.value() == 1));
        } else if (input.property().equals("health")) {
            health(sensor, input.result(), when);
        } else if (sensor.known.isPresent() && sensor.known.get().kind().property().equals(input.property())) {
            reading(sensor, sensor.known.get(), input, when, now);
        } else {
            word(sensor, input, when, now);
        }
        judge(sensor, now);
        sensors.changed(sensor.id);
        due = Math.min(due, sensor.due(SILENCE.toMillis()));
    }

    private void health(SensorCell sensor, String result, long when) {
        var word = result.strip();
        if (!word.equals("\"OK\"") && !word.equals("\"FAULT\"")) {
            tally.absurd++;
        } else if (!sensor.says(word.equals("\"OK\""), when)) {
            tally.late++;
        }
    }

    private void reading(SensorCell sensor, PictureSetup.Sensor known, Observed input, long when, long now) {
        if (known.kind() == SensorKind.RADAR || known.kind() == SensorKind.CAMERA) {
            looked(sensor, known, input, when, now);
        } else if (!known.kind().believes(input.value())) {
            tally.absurd++;
        } else {
            word(sensor, input, when, now);
            judged(sensor, known, input, when, now, input.value(), known.position());
        }
    }

    /// A radar or camera looked: what it saw goes to the fusion; one detection alone counts for the plain rules too.
    private void looked(SensorCell sensor, PictureSetup.Sensor known, Observed input, long when, long now) {
        long said = Seconds.millis(input.phenomenonTime());
        if (Detections.nothing(input.result())) {
            word(sensor, input, when, now);
            if (now - said < NOTHING_COUNTS) {
                alarms.scanned(input.seq(), known, said, now, false, List.of());
            }
            return;
        }
        var look = Detections.read(input.result());
        boolean believed = look.isPresent() && (!look.get().alone()
            || Double.isNaN(look.get().seen().getFirst().confidence())
            || known.kind().believes(look.get().seen().getFirst().confidence()));
        if (!believed) {
            tally.absurd++;
            return;
        }
        word(sensor, input, when, now);
        if (sensor.atFault()) {
            tally.faulty++;
            return;
        }
        alarms.scanned(input.seq(), known, said, now, look.get().alone(), look.get().seen());
        look.filter(Detections::alone).map(one -> one.seen().getFirst())
            .filter(one -> one.placed() && !Double.isNaN(one.confidence()))
            .ifPresent(one -> judged(sensor, known, input, when, now, one.confidence(), one.position()));
        due = Math.min(due, alarms.due());
    }

    private void judged(SensorCell sensor, PictureSetup.Sensor known, Observed input, long when, long now, double value,
        Position where) {
        if (sensor.atFault()) {
            tally.faulty++;
            return;
        }
        var reading = new AlarmSource.Reading(input.seq(), known, when, now, value, where);
        if (!alarms.observed(reading, facts::add)) {
            tally.history++;
        }
        due = Math.min(due, alarms.due());
    }

    private void word(SensorCell sensor, Observed input, long when, long now) {
        if (!sensor.says(input.property(), input.result(), when, now)) {
            tally.late++;
        }
    }

    private void judge(SensorCell sensor, long now) {
        var before = sensor.health();
        var after = sensor.judge(now, SILENCE.toMillis());
        if (before != after) {
            sensors.changed(sensor.id);
            if (sensor.known.isPresent()) {
                alarms.hears(sensor.known.get(), after == Health.OK);
                facts.add(new SensorHealthChanged(sensor.id, before, after, Instant.ofEpochMilli(now)));
            }
        }
    }

    private void moved(UnitMoved input, long now) {
        tally.moved++;
        var found = units.find(input.unit());
        if (found.isEmpty() && units.all().size() >= MOST_UNITS) {
            tally.refused++;
            return;
        }
        var unit = found.orElseGet(() -> units.add(input.unit(), new UnitCell(input.unit())));
        if (unit.moved(input, now)) {
            alarms.moved(input.seq(), input.unit(), input.where(), Math.min(Seconds.millis(input.time()), now), now);
            due = Math.min(due, unit.due());
            units.changed(unit.id);
        } else {
            tally.late++;
        }
    }

    /// A sensor that the deployment does not know.
    private SensorCell stranger(SensorId id) {
        return sensors.add(id, new SensorCell(id, Optional.empty()));
    }

    private List<Fact> drainFacts() {
        if (facts.isEmpty()) {
            return List.of();
        }
        var drained = List.copyOf(facts);
        facts.clear();
        return drained;
    }

    private void write(DataOutput out) throws IOException {
        out.writeInt(MAGIC);
        out.writeInt(VERSION);
        out.writeInt(deployment);
        out.writeLong(clock);
        out.writeLong(latest);
        out.writeLong(seq);
        tally.write(out);
        out.writeInt(sensors.all().size());
        for (var sensor : sensors.all()) {
            sensor.write(out);
        }
        out.writeInt(units.all().size());
        for (var unit : units.all()) {
            unit.write(out);
        }
        alarms.write(out);
    }

    private void read(DataInput in) throws IOException {
        if (in.readInt() != MAGIC || in.readInt() != VERSION || in.readInt() != deployment) {
            throw new IOException("another format or deployment");
        }
        clock = in.readLong();
        latest = in.readLong();
        seq = in.readLong();
        tally.read(in);
        for (int count = in.readInt(); count > 0; count--) {
            var id = new SensorId(in.readUTF());
            sensors.find(id).orElseGet(() -> stranger(id)).read(in);
        }
        for (int count = in.readInt(); count > 0; count--) {
            var id = new UnitId(in.readUTF());
            units.add(id, new UnitCell(id)).read(in);
        }
        alarms.read(in);
        sensors.all().forEach(sensor -> due = Math.min(due, sensor.due(SILENCE.toMillis())));
        units.all().forEach(unit -> due = Math.min(due, unit.due()));
        due = Math.min(due, alarms.due());
        awake();
    }
}
