package org.entente.picture;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.entente.fusion.Fov;
import org.entente.fusion.Scan;
import org.entente.fusion.SensorModel;
import org.entente.kernel.SensorId;

/// The radars and cameras of one site: what they are to the fusion, and how their looks become its scans.
///
/// The pieces of one look (several observations of one sensor and time) become one scan: they wait until the sensor speaks
/// of another time or the site is judged. A detection's number is its observation's number and its place in it.
final class SiteLooks {

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

    private final LocalPlane plane;
    private final List<SensorModel> models = new ArrayList<>();
    private final List<SensorId> names = new ArrayList<>();
    private final Map<SensorId, Eye> eyes = new LinkedHashMap<>();
    private final Map<SensorId, List<Piece>> pending = new LinkedHashMap<>();

    SiteLooks(LocalPlane plane, List<PictureSetup.Sensor> sensors) {
        this.plane = plane;
        for (var sensor : sensors) {
            if (sensor.kind() == SensorKind.RADAR || sensor.kind() == SensorKind.CAMERA) {
                eyes.put(sensor.id(), eye(sensor));
            }
        }
    }

    /// What they are to the fusion; a camera is two, one for places and one for bearings.
    List<SensorModel> models() {
        return models;
    }

    /// The sensor of each model.
    List<SensorId> names() {
        return names;
    }

    boolean sees(SensorId sensor) {
        return eyes.containsKey(sensor);
    }

    /// A radar gives places by range and bearing; a camera gives bearings, and places where it can.
    private Eye eye(PictureSetup.Sensor sensor) {
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
    void scanned(long seq, SensorId sensor, long at, long received, boolean alone, List<Detections.One> seen,
        Consumer<Scan> fusion) {
        var waiting = pending.computeIfAbsent(sensor, _ -> new ArrayList<>());
        if (!waiting.isEmpty() && waiting.getFirst().at() != at) {
            flush(sensor, waiting, fusion);
        }
        waiting.add(new Piece(seq, at, received, alone, seen));
    }

    /// Gives what waits: nobody waits for more of these looks.
    void flush(Consumer<Scan> fusion) {
        pending.forEach((sensor, pieces) -> flush(sensor, pieces, fusion));
    }

    private void flush(SensorId sensor, List<Piece> pieces, Consumer<Scan> fusion) {
        if (pieces.isEmpty()) {
            return;
        }
        var eye = eyes.get(sensor);
        boolean bearings = pieces.stream().flatMap(piece -> piece.seen().stream()).anyMatch(one -> !one.placed()
            && Double.isNaN(one.range()));
        boolean places = pieces.stream().flatMap(piece -> piece.seen().stream())
            .anyMatch(one -> one.placed() || !Double.isNaN(one.range()));
        if (eye.bearing() < 0 || places || !bearings) {
            fusion.accept(scan(eye.place(), pieces, true));
        }
        if (eye.bearing() >= 0 && bearings) {
            fusion.accept(scan(eye.bearing(), pieces, false));
        }
        pieces.clear();
    }

    private Scan scan(int index, List<Piece> pieces, boolean places) {
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
        var model = models.get(index);
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

    void write(DataOutput out) throws IOException {
        out.writeInt(pending.size());
        for (var waiting : pending.entrySet()) {
            out.writeUTF(waiting.getKey().text());
            out.writeInt(waiting.getValue().size());
            for (var piece : waiting.getValue()) {
                piece.write(out);
            }
        }
    }

    void read(DataInput in) throws IOException {
        for (int left = in.readInt(); left > 0; left--) {
            var pieces = pending.computeIfAbsent(new SensorId(in.readUTF()), _ -> new ArrayList<>());
            for (int count = in.readInt(); count > 0; count--) {
                pieces.add(Piece.read(in));
            }
        }
    }
}
