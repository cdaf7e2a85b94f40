package org.entente.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.entente.kernel.AlarmId;
import org.entente.kernel.Position;
import org.entente.picture.Grounds;
import org.entente.picture.NearMiss;
import org.entente.picture.SensorState;
import org.entente.picture.SensorTrust;
import org.entente.picture.TrackState;
import tools.jackson.databind.node.ObjectNode;

/// The JSON of docs/api.md for what is followed, why an alarm was raised, and how the sensors stand.
final class FusedShapes {

    private FusedShapes() {}

    static ObjectNode track(TrackState track, Optional<AlarmId> alarm) {
        var node = place(Shapes.object().put("site", track.site()), track.where());
        node.put("course", track.course().map(course -> rounded(course, 1)).orElse(null)).put("speed",
            rounded(track.speed(), 2));
        node.putArray("sigma").add(rounded(track.major(), 1)).add(rounded(track.minor(), 1))
            .add(rounded(track.bearing(), 0));
        node.put("existence", rounded(track.exists(), 3));
        node.putObject("class").put("person", rounded(track.person(), 2)).put("vehicle", rounded(track.vehicle(), 2))
            .put("animal", rounded(track.animal(), 2));
        return node.put("own", track.unit().orElse(null)).put("since", Shapes.time(track.since()))
            .put("lastAt", Shapes.time(track.lastSeen()))
            .put("alarm", alarm.map(AlarmId::text).orElse(null));
    }

    static ObjectNode grounds(Grounds grounds) {
        var node = Shapes.object().put("logOdds", rounded(grounds.logOdds(), 2))
            .put("threshold", rounded(grounds.threshold(), 2)).put("grade", grounds.grade().name())
            .put("track", grounds.track().orElse(null));
        var terms = node.putArray("terms");
        for (var term : grounds.terms()) {
            var one = terms.addObject().put("code", term.code()).put("value", rounded(term.value(), 2));
            one.set("name", Shapes.text(term.name()));
            one.set("text", Shapes.text(term.text()));
        }
        var seen = node.putArray("detections");
        for (var one : grounds.seen()) {
            place(seen.addObject().put("observation", Long.toString(one.observation())).put("sensor",
                one.sensor()), one.where()).put("at", Shapes.time(one.at()))
                .put("weight", rounded(one.weight(), 2));
        }
        var unseen = node.putArray("unseen");
        grounds.witnesses().forEach(witness -> unseen.addObject().put("sensor", witness.sensor()).set("reason",
            Shapes.text(witness.reason())));
        var suppressors = node.putArray("suppressors");
        grounds.suppressors().forEach(text -> suppressors.add(Shapes.text(text)));
        return node;
    }

    static ObjectNode nearMisses(List<NearMiss> misses) {
        var node = Shapes.object();
        var list = node.putArray("nearMisses");
        for (var miss : misses) {
            var one = place(list.addObject().put("id", miss.id()).put("at", Shapes.time(miss.at()))
                .put("site", miss.site()).put("place", miss.place().text()), miss.where());
            one.set("placeName", Shapes.text(miss.placeName()));
            one.set("reason", Shapes.text(miss.reason()));
            one.set("grounds", grounds(miss.grounds()));
        }
        return node;
    }

    /// @param trust what the fusion makes of it, for a radar or camera that was heard
    static ObjectNode health(SensorState sensor, Optional<SensorTrust> trust) {
        var node = Shapes.object().put("sensor", sensor.sensor().text()).put("health", sensor.health().name())
            .put("lastAt", Shapes.time(sensor.heardAt()))
            .put("heartbeatSeconds", sensor.beat().map(Duration::toSeconds).orElse(null));
        var disbelief = trust.flatMap(SensorTrust::disbelief);
        node.put("believed", disbelief.isEmpty());
        node.set("disbelief", disbelief.map(Shapes::text).orElse(null));
        node.set("drift", trust.filter(one -> one.samples() > 0).map(FusedShapes::drift).orElse(null));
        return node.put("detectionsPerMinute", trust.map(one -> rounded(60 * one.perScan(), 1)).orElse(null)).put(
            "clutterPerScan", trust.map(one -> rounded(one.clutterPerScan(), 1)).orElse(null))
            .put("late", trust.map(SensorTrust::late).orElse(null))
            .put("doubled", trust.map(SensorTrust::doubled).orElse(null))
            .put("absurd", trust.map(SensorTrust::absurd).orElse(null));
    }

    private static ObjectNode drift(SensorTrust trust) {
        return Shapes.object().put("azimuthDegrees", rounded(trust.azimuthDegrees(), 2))
            .put("eastMetres", rounded(trust.eastMetres(), 1)).put("northMetres", rounded(trust.northMetres(), 1))
            .put("samples", trust.samples()).put("misaligned", trust.misaligned());
    }

    private static ObjectNode place(ObjectNode node, Position where) {
        return node.put("lat", rounded(where.lat(), 7)).put("lon", rounded(where.lon(), 7));
    }

    static double rounded(double value, int decimals) {
        double scale = Math.pow(10, decimals);
        return Math.rint(value * scale) / scale;
    }
}
