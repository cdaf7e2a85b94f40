package org.entente.server;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.entente.journal.Draft;
import org.entente.journal.Journal;
import org.entente.kernel.Actor;
import org.entente.kernel.Marking;
import org.entente.kernel.StreamId;
import org.entente.store.ObservationStore;
import tools.jackson.databind.json.JsonMapper;

/// Every minute of observations is sealed by an entry that holds its hash (`docs/formats/observations.md`): what was kept
/// cannot be changed later without the journal showing it.
final class Seals {

    private static final StreamId STREAM = new StreamId("observations/seals");
    private static final Actor CENTRE = Actor.centre("observations");
    private static final int TOGETHER = 500;

    private final Journal journal;
    private final ObservationStore observations;
    private final InstantSource clock;
    private long version;
    private long sealed;

    Seals(Journal journal, ObservationStore observations, InstantSource clock) {
        this.journal = journal;
        this.observations = observations;
        this.clock = clock;
        journal.stream(STREAM).forEach(entry -> {
            version = entry.streamVersion();
            entry.body().ifPresent(body -> sealed = JsonMapper.shared().readTree(body).get("lastSeq").asLong());
        });
    }

    /// Writes the seals of every minute that is over.
    void seal(Instant upTo) {
        var seals = observations.sealUpTo(sealed, upTo.truncatedTo(ChronoUnit.MINUTES));
        for (int from = 0; from < seals.size(); from += TOGETHER) {
            var some = seals.subList(from, Math.min(seals.size(), from + TOGETHER));
            var written = journal.append(STREAM, version, CENTRE, clock.instant(),
                some.stream().map(Seals::draft).toList());
            version = written.getLast().streamVersion();
            sealed = some.getLast().lastSeq();
        }
    }

    private static Draft draft(ObservationStore.Seal seal) {
        var body = JsonMapper.shared().createObjectNode().put("minute", seal.minute().toString())
            .put("firstSeq", seal.firstSeq())
            .put("lastSeq", seal.lastSeq()).put("count", seal.count()).put("sha256", seal.sha256());
        return Draft.of("observations.sealed", 1, body.toString(), Marking.wholeCentre(CENTRE.agency()));
    }

}
