package org.entente.picture;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.kernel.PlaceId;
import org.entente.kernel.Position;
import org.entente.kernel.Text;

/// Near misses and tracks as bytes of a snapshot.
final class FusedBytes {

    private FusedBytes() {}

    static void write(DataOutput out, List<NearMiss> misses) throws IOException {
        out.writeInt(misses.size());
        for (var miss : misses) {
            out.writeUTF(miss.id());
            out.writeLong(miss.at().toEpochMilli());
            out.writeUTF(miss.place().text());
            write(out, miss.placeName());
            out.writeUTF(miss.site());
            write(out, miss.where());
            write(out, miss.reason());
            write(out, miss.grounds());
        }
    }

    static List<NearMiss> nearMisses(DataInput in) throws IOException {
        var misses = new ArrayList<NearMiss>();
        for (int left = in.readInt(); left > 0; left--) {
            misses.add(new NearMiss(in.readUTF(), Instant.ofEpochMilli(in.readLong()), new PlaceId(in.readUTF()),
                text(in), in.readUTF(), position(in), text(in), grounds(in)));
        }
        return misses;
    }

    private static void write(DataOutput out, Grounds grounds) throws IOException {
        out.writeDouble(grounds.logOdds());
        out.writeDouble(grounds.threshold());
        out.writeUTF(grounds.grade().name());
        out.writeUTF(grounds.track().orElse(""));
        out.writeInt(grounds.terms().size());
        for (var term : grounds.terms()) {
            out.writeUTF(term.code());
            write(out, term.name());
            out.writeDouble(term.value());
            write(out, term.text());
        }
        out.writeInt(grounds.seen().size());
        for (var seen : grounds.seen()) {
            out.writeLong(seen.observation());
            out.writeUTF(seen.sensor());
            out.writeLong(seen.at().toEpochMilli());
            write(out, seen.where());
            out.writeDouble(seen.weight());
        }
        out.writeInt(grounds.witnesses().size());
        for (var witness : grounds.witnesses()) {
            out.writeUTF(witness.sensor());
            write(out, witness.reason());
        }
    }

    private static Grounds grounds(DataInput in) throws IOException {
        double logOdds = in.readDouble();
        double threshold = in.readDouble();
        var grade = Grounds.Grade.valueOf(in.readUTF());
        var track = Optional.of(in.readUTF()).filter(name -> !name.isEmpty());
        var terms = new ArrayList<Grounds.Reason>();
        for (int left = in.readInt(); left > 0; left--) {
            terms.add(new Grounds.Reason(in.readUTF(), text(in), in.readDouble(), text(in)));
        }
        var seen = new ArrayList<Grounds.Seen>();
        for (int left = in.readInt(); left > 0; left--) {
            seen.add(new Grounds.Seen(in.readLong(), in.readUTF(), Instant.ofEpochMilli(in.readLong()),
                position(in), in.readDouble()));
        }
        var witnesses = new ArrayList<Grounds.Witness>();
        for (int left = in.readInt(); left > 0; left--) {
            witnesses.add(new Grounds.Witness(in.readUTF(), text(in)));
        }
        return new Grounds(logOdds, threshold, grade, track, terms, seen, witnesses, GroundsText.suppressors());
    }

    static void writeTracks(DataOutput out, List<TrackState> tracks) throws IOException {
        out.writeInt(tracks.size());
        for (var track : tracks) {
            out.writeUTF(track.id());
            out.writeUTF(track.site());
            write(out, track.where());
            out.writeDouble(track.course().orElse(Double.NaN));
            for (double value : new double[]{track.speed(), track.major(), track.minor(), track.bearing(),
                    track.exists(), track.person(), track.vehicle(), track.animal()}) {
                out.writeDouble(value);
            }
            out.writeUTF(track.unit().orElse(""));
            out.writeLong(track.since().toEpochMilli());
            out.writeLong(track.lastSeen().toEpochMilli());
        }
    }

    static List<TrackState> tracks(DataInput in) throws IOException {
        var tracks = new ArrayList<TrackState>();
        for (int left = in.readInt(); left > 0; left--) {
            tracks.add(new TrackState(in.readUTF(), in.readUTF(), position(in),
                Optional.of(in.readDouble()).filter(course -> !course.isNaN()), in.readDouble(), in.readDouble(),
                in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble(),
                Optional.of(in.readUTF()).filter(unit -> !unit.isEmpty()), Instant.ofEpochMilli(in.readLong()),
                Instant.ofEpochMilli(in.readLong())));
        }
        return tracks;
    }

    private static void write(DataOutput out, Text text) throws IOException {
        out.writeUTF(text.english());
        out.writeUTF(text.french());
    }

    private static Text text(DataInput in) throws IOException {
        return new Text(in.readUTF(), in.readUTF());
    }

    private static void write(DataOutput out, Position where) throws IOException {
        out.writeDouble(where.lat());
        out.writeDouble(where.lon());
    }

    private static Position position(DataInput in) throws IOException {
        return new Position(in.readDouble(), in.readDouble());
    }
}
