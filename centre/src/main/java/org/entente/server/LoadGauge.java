package org.entente.server;

import java.util.ArrayList;
import java.util.List;
import org.entente.feeds.CotServer;
import org.entente.feeds.SapientServer;
import org.entente.feeds.SensorThings;
import org.entente.handover.PictureRaisesAlarms;
import org.entente.kernel.Text;
import org.entente.picture.Picture;
import org.entente.store.ObservationStore;
import org.entente.web.Live;
import tools.jackson.databind.node.ObjectNode;

/// Reads the counters of the feeds once a second for the board: how much comes in, what was shed or refused, what is degraded.
final class LoadGauge {

    private final ObservationStore observations;
    private final SensorThings things;
    private final CotServer cot;
    private final SapientServer sapient;
    private final PictureRaisesAlarms loop;
    private long keptBefore;
    private long at = System.nanoTime();

    LoadGauge(ObservationStore observations, SensorThings things, CotServer cot, SapientServer sapient,
        PictureRaisesAlarms loop) {
        this.observations = observations;
        this.things = things;
        this.cot = cot;
        this.sapient = sapient;
        this.loop = loop;
    }

    ObjectNode read() {
        var load = observations.load();
        long now = System.nanoTime();
        double perSecond = (load.kept() - keptBefore) / Math.max(0.001, (now - at) / 1e9);
        keptBefore = load.kept();
        at = now;
        long malformed = things.metrics().snapshot().malformed().values().stream().mapToLong(Long::longValue).sum()
            + cot.figures().refused().getOrDefault("malformed", 0L)
            + cot.figures().refused().getOrDefault("oversized", 0L)
            + sapient.figures().malformed().values().stream().mapToLong(Long::longValue).sum();
        return Live.load(perSecond, load.queue(), load.shedPositions(), load.refusedReadings(), malformed,
            degraded(load));
    }

    private List<Text> degraded(ObservationStore.Load load) {
        var degraded = new ArrayList<Text>();
        if (load.away()) {
            degraded.add(new Text("The record does not answer: readings are refused until it is back",
                "Le registre ne répond pas : les mesures sont refusées jusqu'à son retour"));
        }
        if (loop.waiting() > 100) {
            degraded
                .add(new Text("The picture is behind what arrives", "La situation est en retard sur ce qui arrive"));
        }
        loop.read(Picture::trusts).forEach(trust -> trust.disbelief()
            .ifPresent(why -> degraded.add(new Text(trust.sensor() + " is not believed. " + why.english(),
                trust.sensor() + " n'est pas cru. " + why.french()))));
        return degraded;
    }
}
