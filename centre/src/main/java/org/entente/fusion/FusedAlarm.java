package org.entente.fusion;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// An intrusion that is to be believed, or one that nearly was: who, where, when, and every reason.
///
/// @param track number of the track
/// @param at when it was decided, seconds
/// @param x place on the fence, metres
/// @param along place along the fence, metres
/// @param raised false for a near miss: what was seen was not enough, or something spoke against it
/// @param threshold the sum from which it is raised
/// @param used detections that made the track, newest first, and fence reports
/// @param sensors what each sensor of the site had to say about the place
public record FusedAlarm(long track, double at, double x, double y, double along, boolean raised, double threshold,
    Grade grade, List<Term> terms, List<Used> used, List<Witness> sensors) {

    /// How good the evidence is. A needs an operator's own look and is given later, by a person.
    public enum Grade { A, B, C, D }

    /// A detection that counted.
    public record Used(long detection, int sensor, double at, double x, double y, double weight) {}

    /// A sensor and why it did or did not see the object.
    public record Witness(int sensor, Word word) {}

    /// What a sensor had to say.
    public enum Word { SAW_IT, SHOULD_HAVE_SEEN_IT, TOO_SLOW_FOR_IT, OUT_OF_FIELD, SILENT, NOT_BELIEVED }

    public FusedAlarm {
        terms = List.copyOf(terms);
        used = List.copyOf(used);
        sensors = List.copyOf(sensors);
    }

    /// Sum of the terms.
    public double logOdds() {
        return terms.stream().mapToDouble(Term::value).sum();
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(track);
        out.writeDouble(at);
        out.writeDouble(x);
        out.writeDouble(y);
        out.writeDouble(along);
        out.writeBoolean(raised);
        out.writeDouble(threshold);
        out.writeByte(grade.ordinal());
        out.writeInt(terms.size());
        for (var term : terms) {
            out.writeByte(term.code().ordinal());
            out.writeDouble(term.value());
            Bytes.write(out, term.figures());
        }
        out.writeInt(used.size());
        for (var one : used) {
            out.writeLong(one.detection());
            out.writeInt(one.sensor());
            out.writeDouble(one.at());
            out.writeDouble(one.x());
            out.writeDouble(one.y());
            out.writeDouble(one.weight());
        }
        out.writeInt(sensors.size());
        for (var witness : sensors) {
            out.writeInt(witness.sensor());
            out.writeByte(witness.word().ordinal());
        }
    }

    static FusedAlarm read(DataInput in) throws IOException {
        long track = in.readLong();
        double at = in.readDouble();
        double x = in.readDouble();
        double y = in.readDouble();
        double along = in.readDouble();
        boolean raised = in.readBoolean();
        double threshold = in.readDouble();
        var grade = Grade.values()[in.readByte()];
        var terms = new ArrayList<Term>();
        for (int left = Bytes.count(in); left > 0; left--) {
            terms.add(new Term(Term.Code.values()[in.readByte()], in.readDouble(), Bytes.doubles(in)));
        }
        var used = new ArrayList<Used>();
        for (int left = Bytes.count(in); left > 0; left--) {
            used.add(new Used(in.readLong(), in.readInt(), in.readDouble(), in.readDouble(), in.readDouble(),
                in.readDouble()));
        }
        var sensors = new ArrayList<Witness>();
        for (int left = Bytes.count(in); left > 0; left--) {
            sensors.add(new Witness(in.readInt(), Word.values()[in.readByte()]));
        }
        return new FusedAlarm(track, at, x, y, along, raised, threshold, grade, terms, used, sensors);
    }
}
