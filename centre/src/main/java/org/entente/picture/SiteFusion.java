package org.entente.picture;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.fusion.Fence;
import org.entente.fusion.Fov;
import org.entente.fusion.FusedAlarm;
import org.entente.fusion.Fusion;
import org.entente.fusion.FusionSetup;
import org.entente.fusion.Parameters;
import org.entente.fusion.Scan;
import org.entente.fusion.SensorModel;
import org.entente.fusion.SensorStanding;
import org.entente.kernel.Position;
import org.entente.kernel.SensorId;

/// One site's fusion: turns what its sensors and units say on the globe into scans on its plane, and back.
///
/// The pieces of one look (several observations of one sensor and time) become one scan: they wait until the sensor speaks
/// of another time or the site is judged. A detection's number is its observation's number and its place in it.
final class SiteFusion {

    static final int PER_OBSERVATION = 256;
    /// False detections to be expected in one look at the whole view: one, as of the thermal imager of the scenarios; more
    /// would drown who walks before a camera that sees only ninety metres.
    private static final double CAMERA_FALSE = 1;
    private static final double RADAR_FALSE = 4;
    private static final double NEUTRAL = 0.4641588833612779; // says nothing for or against a class: 10 p³ = 1

    private record Eye(int place, int bearing) {}

    private record Piece(long seq, long at, long received, boolean alone, List<Detections.One> seen) {

        void write(DataOutput out) throws IOException {
            out.writeLong(seq);
            out.writeLong(at);
            out.writeLong(received);
            out.writeBoolean(alone);
            out.writeInt(seen.size());
            for (var one : seen) {
                for (double value : new double[]{one.lat(), one.lon(), one.bearing(), one.range(), one.confidence(),
                        one.person(), one.vehicle(), one.animal()}) {
                    out.writeDouble(value);
                }
            }
        }

        static Piece read(DataInput in) throws IOException {
            long seq = in.readLong();
            long at = in.readLong();
            long received = in.readLong();
            boolean alone = in.readBoolean();
            var seen = new ArrayList<Detections.One>();
            for (int left = in.readInt(); left > 0; left--) {
                seen.add(new Detections.One(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble(),
                    in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble()));
            }
            return new Piece(seq, at, received, alone, seen);
        }
    }

    final String site;
    private final LocalPlane plane;
    private final List<PictureSetup.Zone> fences;
    private final Fence fence;
    private final FusionSetup setup;
    private final Parameters parameters;
    private final List<SensorId> names;
    private final Map<SensorId, Eye> eyes;
    private final Map<SensorId, PictureSetup.Sensor> sensors;
    private final int line;
    private final int units;
    private final Map<SensorId, List<Piece>> pending = new LinkedHashMap<>();
    private Fusion fusion;
    private boolean dirty;
    private boolean spoke;
    private int followed;
    private long judged = Long.MIN_VALUE;

    SiteFusion(String site, PictureSetup setup) {
        this.site = site;
        this.fences = setup.zones().stream().filter(zone -> zone.site().equals(site) && zone.fence().size() > 1)
            .toList();
        var sensors = setup.sensors().stream().filter(sensor -> sensor.site().equals(site)).toList();
        this.plane = new LocalPlane(
            sensors.stream().mapToDouble(sensor -> sensor.position().lat()).average().orElse(0),
            sensors.stream().mapToDouble(sensor -> sensor.position().lon()).average().orElse(0));
        this.fence = new Fence(fences.stream().map(this::corners).toArray(double[][]::new));
        this.sensors = new HashMap<>();
        this.eyes = new LinkedHashMap<>();
        this.names = new ArrayList<>();
        var models = new ArrayList<SensorModel>();
        for (var sensor : sensors) {
            this.sensors.put(sensor.id(), sensor);
            if (sensor.kind() == SensorKind.RADAR || sensor.kind() == SensorKind.CAMERA) {
                eyes.put(sensor.id(), eye(sensor, models));
            }
        }
        this.line = models.size();
        models.add(new SensorModel("fence", SensorModel.Kind.LINE, 0, 0, 60, 0, 0, 0, 0.9, 0.5,
            Math.max(1, fence.length()) / 1_200 / 60, 0, everywhere(1)));
        this.units = models.size();
        models.add(new SensorModel("units", SensorModel.Kind.GPS, 0, 0, 5, 0, 0, 0, 0.97, 0, 0, 0, everywhere(1)));
        names.add(new SensorId("fence"));
        names.add(new SensorId("units"));
        this.setup = new FusionSetup(models, fence);
        this.parameters = Parameters.defaults().within(setup.patience());
        this.fusion = new Fusion(this.setup, parameters);
        fences.forEach(zone -> hears(zone.id(), false)); // until its fibre says that it is well
    }

    private double[] corners(PictureSetup.Zone zone) {
        var corners = new double[2 * zone.fence().size()];
        for (int i = 0; i < zone.fence().size(); i++) {
            corners[2 * i] = plane.x(zone.fence().get(i));
            corners[2 * i + 1] = plane.y(zone.fence().get(i));
        }
        return corners;
    }

    private static Fov everywhere(double half) {
        return new Fov.Everywhere(-half, -half, half, half);
    }

    /// A radar gives places by range and bearing; a camera gives bearings, and places where it can.
    private Eye eye(PictureSetup.Sensor sensor, List<SensorModel> models) {
        double x = plane.x(sensor.position());
        double y = plane.y(sensor.position());
        var sight = sensor.sight();
        var fov = new Fov.Sector(x, y, LocalPlane.angle(sight.bearing()), StrictMath.toRadians(sight.opening() / 2), 5,
            sight.range());
        names.add(sensor.id());
        boolean radar = sensor.kind() == SensorKind.RADAR;
        models.add(
            new SensorModel(sensor.id().text(), radar ? SensorModel.Kind.RADAR : SensorModel.Kind.POSITION, x, y, 8,
                3, StrictMath.toRadians(0.6), 1, radar ? 0.9 : 0.8, 0,
                (radar ? RADAR_FALSE : CAMERA_FALSE) / fov.area(), radar ? 0.3 : 0, fov));
        if (radar) {
            return new Eye(models.size() - 1, -1);
        }
        names.add(sensor.id());
        models
            .add(new SensorModel(sensor.id().text(), SensorModel.Kind.BEARING, x, y, 0, 0, StrictMath.toRadians(0.2), 1,
                0.8, 0, 0.5, 0, fov));
        return new Eye(models.size() - 2, models.size() - 1);
    }

    /// A look of a radar or camera. `at` as the sensor says, milliseconds; `received` the centre's clock.
    ///
    /// @param alone one detection told by itself, not a whole look
    void scanned(long seq, SensorId sensor, long at, long received, boolean alone, List<Detections.One> seen) {
        var waiting = pending.computeIfAbsent(sensor, _ -> new ArrayList<>());
        if (!waiting.isEmpty() && waiting.getFirst().at() != at) {
            flush(sensor, waiting);
        }
        waiting.add(new Piece(seq, at, received, alone, seen));
        dirty = true;
    }

    private void flush(SensorId sensor, List<Piece> pieces) {
        if (pieces.isEmpty()) {
            return;
        }
        var eye = eyes.get(sensor);
        boolean bearings = pieces.stream().flatMap(piece -> piece.seen().stream()).anyMatch(one -> !one.placed()
            && Double.isNaN(one.range()));
        boolean places = pieces.stream().flatMap(piece -> piece.seen().stream())
            .anyMatch(one -> one.placed() || !Double.isNaN(one.range()));
        if (eye.bearing() < 0 || places || !bearings) {
            fusion.on(scan(eye.place(), sensor, pieces, true));
        }
        if (eye.bearing() >= 0 && bearings) {
            fusion.on(scan(eye.bearing(), sensor, pieces, false));
        }
        pieces.clear();
    }

    private Scan scan(int index, SensorId sensor, List<Piece> pieces, boolean places) {
        var ids = new ArrayList<Long>();
        var kept = new ArrayList<Detections.One>();
        for (var piece : pieces) {
            for (int i = 0; i < piece.seen().size(); i++) {
                var one = piece.seen().get(i);
                if (places == (one.placed() || !Double.isNaN(one.range()))) {
                    ids.add(piece.seq() * PER_OBSERVATION + i);
                    kept.add(one);
                }
            }
        }
        var a = new double[kept.size()];
        var b = new double[kept.size()];
        boolean classed = kept.stream().anyMatch(Detections.One::classed);
        var scores = new double[classed ? 3 * kept.size() : 0];
        var model = setup.sensors().get(index);
        for (int i = 0; i < kept.size(); i++) {
            measure(kept.get(i), model, places, i, a, b);
            if (classed) {
                score(kept.get(i), i, scores);
            }
        }
        var last = pieces.getLast();
        return new Scan(pieces.getFirst().seq(), last.received() / 1e3, pieces.getFirst().at() / 1e3, index,
            ids.stream().mapToLong(Long::longValue).toArray(), a, b, scores, new String[0],
            pieces.stream().allMatch(Piece::alone));
    }

    private void measure(Detections.One one, SensorModel model, boolean places, int i, double[] a, double[] b) {
        if (!places) {
            a[i] = LocalPlane.angle(one.bearing());
            return;
        }
        double dx;
        double dy;
        if (one.placed()) {
            dx = plane.x(one.position()) - model.x();
            dy = plane.y(one.position()) - model.y();
        } else {
            dx = one.range() * StrictMath.cos(LocalPlane.angle(one.bearing()));
            dy = one.range() * StrictMath.sin(LocalPlane.angle(one.bearing()));
        }
        boolean polar = model.kind() == SensorModel.Kind.RADAR;
        a[i] = polar ? Math.sqrt(dx * dx + dy * dy) : model.x() + dx;
        b[i] = polar ? StrictMath.atan2(dy, dx) : model.y() + dy;
    }

    private static void score(Detections.One one, int i, double[] scores) {
        scores[3 * i] = one.classed() ? or0(one.person()) : NEUTRAL;
        scores[3 * i + 1] = one.classed() ? or0(one.vehicle()) : NEUTRAL;
        scores[3 * i + 2] = one.classed() ? or0(one.animal()) : NEUTRAL;
    }

    private static double or0(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    /// The fence spoke at a sensor's place: a fibre shaken, a beam broken.
    void fence(long seq, Position where, long at, long received) {
        if (fence.exists()) {
            var nearest = fence.nearest(plane.x(where), plane.y(where));
            fusion.on(new Scan(seq, received / 1e3, at / 1e3, line, new long[]{seq * PER_OBSERVATION},
                new double[]{nearest.along()}, new double[1], new double[0], new String[0]));
            dirty = true;
            spoke = true;
        }
    }

    /// Whether the fibre of a fence section is well: a silent or faulty one is not held against anybody.
    void hears(org.entente.kernel.PlaceId zone, boolean well) {
        for (int i = 0; i < fences.size(); i++) {
            if (fences.get(i).id().equals(zone)) {
                double end = i + 1 < fences.size() ? fence.begins(i + 1) : fence.length();
                fusion.hears(fence.begins(i), Math.max(fence.begins(i), end - 1), well);
            }
        }
    }

    /// What officers found an alarm of a fence section to be.
    void verdict(long now, org.entente.kernel.PlaceId zone, boolean nuisance) {
        for (int i = 0; i < fences.size(); i++) {
            if (fences.get(i).id().equals(zone)) {
                double end = i + 1 < fences.size() ? fence.begins(i + 1) : fence.length();
                fusion.verdict(now / 1e3, fence.begins(i), Math.max(fence.begins(i), end - 1), nuisance);
            }
        }
    }

    /// How far a place is from the middle of this site's sensors, metres.
    double distance(Position where) {
        double x = plane.x(where);
        double y = plane.y(where);
        return Math.sqrt(x * x + y * y);
    }

    /// One of our units says where it is.
    void unit(long seq, String unit, Position where, long at, long received) {
        fusion.on(new Scan(seq, received / 1e3, at / 1e3, units, new long[]{seq * PER_OBSERVATION},
            new double[]{plane.x(where)}, new double[]{plane.y(where)}, new double[0], new String[]{unit}));
        dirty = true;
    }

    /// Whether something came since it was last judged at least `every` milliseconds ago, or `spoken` when the fence spoke:
    /// its word is what completes a crossing.
    boolean waits(long now, long every, long spoken) {
        return dirty && now - judged >= (spoke ? spoken : every);
    }

    /// Whether time alone may change something: what is followed may cross, and what is lost must end.
    boolean lives() {
        return dirty || followed > 0;
    }

    /// What is raised, and what nearly was.
    List<FusedAlarm> judge(long now) {
        flushAll();
        judged = now;
        dirty = false;
        spoke = false;
        return fusion.judge(now / 1e3);
    }

    private void flushAll() {
        pending.forEach(this::flush);
    }

    /// What is followed at a whole second.
    List<TrackState> tracks(long now) {
        flushAll();
        var states = new ArrayList<TrackState>();
        for (var shown : fusion.tracksAt(now / 1e3)) {
            if (shown.sensed()) {
                states.add(state(shown));
            }
        }
        followed = states.size();
        return states;
    }

    private TrackState state(Fusion.Shown shown) {
        double speed = Math.sqrt(shown.vx() * shown.vx() + shown.vy() * shown.vy());
        double mean = (shown.sxx() + shown.syy()) / 2;
        double half = (shown.sxx() - shown.syy()) / 2;
        double root = Math.sqrt(half * half + shown.sxy() * shown.sxy());
        double axis = LocalPlane.degrees(0.5 * StrictMath.atan2(2 * shown.sxy(), shown.sxx() - shown.syy()));
        return new TrackState(name(shown.id()), site, plane.position(shown.x(), shown.y()),
            speed < 0.3 ? Optional.empty() : Optional.of(LocalPlane.degrees(StrictMath.atan2(shown.vy(), shown.vx()))),
            speed, Math.sqrt(Math.max(0, mean + root)), Math.sqrt(Math.max(0, mean - root)), axis % 180, shown.exists(),
            shown.person(), shown.vehicle(), shown.animal(),
            shown.unit().isEmpty() ? Optional.empty() : Optional.of(shown.unit()), moment(shown.since()),
            moment(shown.lastSeen()));
    }

    String name(long track) {
        return site + "-" + track;
    }

    private static Instant moment(double seconds) {
        return Instant.ofEpochMilli(Math.round(seconds * 1e3));
    }

    /// The fence section at a place along the fence.
    PictureSetup.Zone zone(double along) {
        int found = 0;
        for (int i = 0; i < fences.size() && fence.begins(i) <= along; i++) {
            found = i;
        }
        return fences.get(found);
    }

    /// The fibre of a fence section, by name.
    private String fibre(PictureSetup.Zone zone) {
        return sensors.values().stream().filter(sensor -> sensor.kind() == SensorKind.FENCE_FIBRE)
            .filter(sensor -> sensor.zone().equals(zone.id())).map(sensor -> sensor.id().text()).min(String::compareTo)
            .orElse("fence");
    }

    Position position(FusedAlarm alarm) {
        return plane.position(alarm.x(), alarm.y());
    }

    Grounds grounds(FusedAlarm alarm) {
        var seen = alarm.used().stream().map(one -> new Grounds.Seen(one.detection() / PER_OBSERVATION,
            one.sensor() == line ? fibre(zone(alarm.along())) : names.get(one.sensor()).text(), moment(one.at()),
            plane.position(one.x(), one.y()), one.weight())).toList();
        var witnesses = new LinkedHashMap<SensorId, FusedAlarm.Word>();
        for (var witness : alarm.sensors()) {
            witnesses.merge(names.get(witness.sensor()), witness.word(), SiteFusion::stronger);
        }
        var unseen = witnesses.entrySet().stream().filter(one -> one.getValue() != FusedAlarm.Word.SAW_IT)
            .filter(one -> one.getValue() != FusedAlarm.Word.OUT_OF_FIELD || near(one.getKey(), alarm))
            .map(one -> new Grounds.Witness(one.getKey().text(), GroundsText.witness(one.getValue()))).toList();
        return new Grounds(alarm.logOdds(), alarm.threshold(), Grounds.Grade.valueOf(alarm.grade().name()),
            Optional.of(name(alarm.track())), alarm.terms().stream().map(GroundsText::reason).toList(), seen, unseen,
            GroundsText.suppressors());
    }

    /// A camera is two models: what either of them says for it counts.
    private static FusedAlarm.Word stronger(FusedAlarm.Word one, FusedAlarm.Word other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    /// Whether a sensor stands so near that one asks why it did not see it.
    private boolean near(SensorId sensor, FusedAlarm alarm) {
        var known = sensors.get(sensor);
        double dx = plane.x(known.position()) - alarm.x();
        double dy = plane.y(known.position()) - alarm.y();
        return dx * dx + dy * dy < 400 * 400;
    }

    /// How its radars and cameras stand.
    List<SensorTrust> trusts(long now) {
        var trusts = new LinkedHashMap<SensorId, SensorTrust>();
        for (var standing : fusion.standings(now / 1e3)) {
            var name = names.get(standing.sensor());
            boolean heard = Double.isFinite(standing.lastAt()) || standing.late() + standing.absurd() > 0;
            boolean doubted = trusts.containsKey(name) && trusts.get(name).disbelief().isPresent();
            if (eyes.containsKey(name) && heard && !doubted) {
                trusts.put(name, new SensorTrust(name,
                    standing.believed() ? Optional.empty() : Optional.of(GroundsText.doubt(standing.doubt())),
                    standing.doubt() == SensorStanding.Doubt.MISALIGNED,
                    -StrictMath.toDegrees(standing.turn()), standing.east(), standing.north(), standing.samples(),
                    standing.perScan(), standing.nobodysPerScan(), standing.late(), standing.doubled(),
                    standing.absurd()));
            }
        }
        return List.copyOf(trusts.values());
    }

    void write(DataOutput out) throws IOException {
        fusion.write(out);
        out.writeInt(pending.size());
        for (var waiting : pending.entrySet()) {
            out.writeUTF(waiting.getKey().text());
            out.writeInt(waiting.getValue().size());
            for (var piece : waiting.getValue()) {
                piece.write(out);
            }
        }
        out.writeBoolean(dirty);
        out.writeBoolean(spoke);
        out.writeLong(judged);
        out.writeInt(followed);
    }

    void read(DataInput in) throws IOException {
        fusion = Fusion.read(setup, parameters, in);
        for (int left = in.readInt(); left > 0; left--) {
            var pieces = pending.computeIfAbsent(new SensorId(in.readUTF()), _ -> new ArrayList<>());
            for (int count = in.readInt(); count > 0; count--) {
                pieces.add(Piece.read(in));
            }
        }
        dirty = in.readBoolean();
        spoke = in.readBoolean();
        judged = in.readLong();
        followed = in.readInt();
    }
}
