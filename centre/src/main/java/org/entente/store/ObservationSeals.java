package org.entente.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.entente.picture.Intake.Sighting;
import org.entente.store.Arrival.Gone;
import org.entente.store.Arrival.Moved;
import org.entente.store.Arrival.Observation;
import org.entente.store.ObservationStore.Seal;

/// Makes the seals of whole minutes from rows in their order. The bytes are those of `docs/formats/observations.md`.
final class ObservationSeals {

    private final Instant before;
    private final List<Seal> done = new ArrayList<>();
    private final MessageDigest digest = sha256();
    private Instant minute = Instant.EPOCH;
    private long first;
    private long last;
    private int count;

    /// @param before a whole minute: rows from there on are not sealed yet
    ObservationSeals(Instant before) {
        this.before = before;
    }

    /// False when the rows reached a minute that is not over.
    boolean add(List<Arrival> rows) {
        for (var row : rows) {
            if (!row.receivedAt().isBefore(before)) {
                return false;
            }
            var now = row.receivedAt().truncatedTo(ChronoUnit.MINUTES);
            if (!now.equals(minute)) {
                finish();
                minute = now;
                first = row.seq();
            }
            digest.update(line(row).getBytes(StandardCharsets.UTF_8));
            last = row.seq();
            count++;
        }
        return true;
    }

    /// The seals of all minutes added.
    List<Seal> done() {
        finish();
        return List.copyOf(done);
    }

    private void finish() {
        if (count > 0) {
            done.add(new Seal(minute, first, last, count, HexFormat.of().formatHex(digest.digest())));
            count = 0;
        }
    }

    /// One row in canonical form: fields between tabs, a line feed at the end.
    static String line(Arrival row) {
        return switch (row) {
            case Observation o -> String.join("\t", "O", "" + o.seq(), "" + o.receivedAt().toEpochMilli(),
                "" + o.datastream(),
                "" + o.phenomenon(), time(o.until()), time(o.resultTime()), o.feature() == 0 ? "-" : "" + o.feature(),
                o.late() ? "1" : "0", text(o.result()), o.more().isEmpty() ? "-" : text(o.more())) + "\n";
            case Moved(var seq, var at, Sighting s) ->
                String.join("\t", "M", "" + seq, "" + at.toEpochMilli(), s.unit().text(),
                    text(s.callsign()), text(s.type()), bits(s.where().lat()), bits(s.where().lon()), bits(s.course()),
                    bits(s.speed()),
                    "" + Micros.of(s.time()), "" + Micros.of(s.stale())) + "\n";
            case Gone(var seq, var at, var unit) ->
                String.join("\t", "G", "" + seq, "" + at.toEpochMilli(), unit) + "\n";
        };
    }

    private static String time(long micros) {
        return micros == Micros.NONE ? "-" : "" + micros;
    }

    private static String bits(double value) {
        return HexFormat.of().toHexDigits(Double.doubleToLongBits(value));
    }

    private static String text(String text) {
        return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new AssertionError("every JDK has SHA-256", missing);
        }
    }
}
