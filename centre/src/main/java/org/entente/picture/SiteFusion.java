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
final class SiteFusion {

    final String site;
    private final LocalPlane plane;
    private final List<PictureSetup.Zone> fences;
    private final Fence fence;
    private final FusionSetup setup;
    private final Parameters parameters;
    private final SiteLooks looks;
    private final List<SensorId> names;
    private final Map<SensorId, PictureSetup.Sensor> sensors;
    private final int line;
    private final int units;
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
        sensors.forEach(sensor -> this.sensors.put(sensor.id(), sensor));
        this.looks = new SiteLooks(plane, sensors);
        this.names = new ArrayList<>(looks.names());
        var models = new ArrayList<>(looks.models());
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

    /// A look of a radar or camera. `at` as the sensor says, milliseconds; `received` the centre's clock.
    ///
    /// @param alone one detection told by itself, not a whole look
    void scanned(long seq, SensorId sensor, long at, long received, boolean alone, List<Detections.One> seen) {
        looks.scanned(seq, sensor, at, received, alone, seen, fusion::on);
        dirty = true;
    }

    /// The fence spoke at a sensor's place: a fibre shaken, a beam broken.
    void fence(long seq, Position where, long at, long received) {
        if (fence.exists()) {
            var nearest = fence.nearest(plane.x(where), plane.y(where));
            fusion.on(new Scan(seq, received / 1e3, at / 1e3, line, new long[]{seq * SiteLooks.PER_OBSERVATION},
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
        fusion.on(new Scan(seq, received / 1e3, at / 1e3, units, new long[]{seq * SiteLooks.PER_OBSERVATION},
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
        looks.flush(fusion::on);
        judged = now;
        dirty = false;
        spoke = false;
        return fusion.judge(now / 1e3);
    }

    /// What is followed at a whole second.
    List<TrackState> tracks(long now) {
        looks.flush(fusion::on);
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
        var seen = alarm.used().stream().map(one -> new Grounds.Seen(one.detection() / SiteLooks.PER_OBSERVATION,
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
            if (looks.sees(name) && heard && !doubted) {
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
        looks.write(out);
        out.writeBoolean(dirty);
        out.writeBoolean(spoke);
        out.writeLong(judged);
        out.writeInt(followed);
    }

    void read(DataInput in) throws IOException {
        fusion = Fusion.read(setup, parameters, in);
        looks.read(in);
        dirty = in.readBoolean();
        spoke = in.readBoolean();
        judged = in.readLong();
        followed = in.readInt();
    }
}
