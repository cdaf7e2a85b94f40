package org.entente.server;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.entente.handover.PictureRaisesAlarms;
import org.entente.journal.Journal;
import org.entente.operations.Board;
import org.entente.picture.Picture;
import org.entente.picture.PictureSetup;
import org.entente.store.ObservationStore;
import org.entente.store.StoreAway;
import org.entente.web.Replay;

/// Past pictures: the nearest snapshot before the moment, and the kept inputs from there on. Also where a start goes on.
///
/// A snapshot is only a shorter way to what the inputs say: dropping all of them changes nothing but time.
final class PastPictures implements Replay.Past {

    private static final Duration SNAPSHOT_EVERY = Duration.ofMinutes(5);

    private final DataSource source;
    private final ObservationStore observations;
    private final Journal journal;
    private final PictureSetup setup;
    private Instant lastSnapshot = Instant.EPOCH;

    PastPictures(DataSource source, ObservationStore observations, Journal journal, PictureSetup setup) {
        this.source = source;
        this.observations = observations;
        this.journal = journal;
        this.setup = setup;
    }

    /// The picture as far as the kept inputs go: where a start of the centre goes on.
    static Picture latest(DataSource source, PictureSetup setup) {
        return snapshotBefore(source, setup, Instant.parse("9999-01-01T00:00:00Z"));
    }

    @Override
    public Picture pictureAt(Instant at) {
        var picture = snapshotBefore(source, setup, at);
        observations.inputsBetween(picture.lastSeq() + 1, at, picture::on);
        picture.tickTo(at);
        return picture;
    }

    @Override
    public Board boardAt(Instant at) {
        var board = new Board();
        journal.replay(entry -> {
            if (!entry.at().isAfter(at)) {
                board.apply(entry);
            }
        });
        return board;
    }

    @Override
    public Instant from() {
        return observations.read(1, 1_000).stream().findFirst().map(first -> first.receivedAt())
            .orElseGet(() -> journal.after(0, 1).stream().findFirst().map(entry -> entry.at()).orElse(Instant.EPOCH));
    }

    /// Keeps a snapshot of the live picture when the last one is old enough.
    void snapshot(PictureRaisesAlarms loop, Instant now) {
        if (Duration.between(lastSnapshot, now).compareTo(SNAPSHOT_EVERY) < 0) {
            return;
        }
        lastSnapshot = now;
        record Taken(long seq, Instant at, byte[] bytes) {}
        var taken = loop.read(picture -> new Taken(picture.lastSeq(), picture.clock(), picture.snapshot()));
        try (var connection = source.getConnection();
            var insert = connection.prepareStatement(
                "insert into picture_snapshot (at, seq, bytes) values (?, ?, ?) on conflict do nothing")) {
            insert.setTimestamp(1, Timestamp.from(taken.at()));
            insert.setLong(2, taken.seq());
            insert.setBytes(3, taken.bytes());
            insert.executeUpdate();
        } catch (SQLException fault) {
            throw new StoreAway("a snapshot of the picture could not be kept", fault);
        }
    }

    private static Picture snapshotBefore(DataSource source, PictureSetup setup, Instant at) {
        try (var connection = source.getConnection();
            var query = connection
                .prepareStatement("select bytes from picture_snapshot where at <= ? order by at desc limit 1")) {
            query.setTimestamp(1, Timestamp.from(at));
            try (var rows = query.executeQuery()) {
                return rows.next() ? restored(setup, rows.getBytes(1)) : new Picture(setup);
            }
        } catch (SQLException fault) {
            throw new StoreAway("the past of the picture cannot be read", fault);
        }
    }

    /// A snapshot of another version or of a changed deployment is of no use: the kept inputs are folded from the beginning.
    private static Picture restored(PictureSetup setup, byte[] snapshot) {
        try {
            return Picture.restore(setup, snapshot);
        } catch (IllegalArgumentException foreign) {
            System.getLogger("entente.picture").log(System.Logger.Level.INFO,
                "folding from the beginning: " + foreign.getMessage());
            return new Picture(setup);
        }
    }
}
