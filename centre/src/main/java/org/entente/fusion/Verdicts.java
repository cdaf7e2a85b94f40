package org.entente.fusion;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.entente.fusion.Term.Code;

/// What officers found along the fence before, in cells of 50 m. It fades: counts are halved every thirty days, and whenever
/// they are many, so that a fence that was mended is not held to have erred for ever.
final class Verdicts {

    static final double HALVED_EVERY = 30 * 86_400.0;
    private static final double CELL = 50;
    private static final int MOST = 20;

    private record Found(int nuisance, int real, double since) {

        Found faded(double now) {
            double periods = Math.floor((now - since) / HALVED_EVERY);
            if (!(periods >= 1)) {
                return this;
            }
            int halvings = (int) Math.min(periods, 31);
            return new Found(nuisance >> halvings, real >> halvings, since + periods * HALVED_EVERY);
        }

        Found and(boolean nuisanceToo) {
            var more = new Found(nuisance + (nuisanceToo ? 1 : 0), real + (nuisanceToo ? 0 : 1), since);
            return more.count() <= MOST ? more : new Found(more.nuisance / 2, more.real / 2, since);
        }

        int count() {
            return nuisance + real;
        }
    }

    private final Map<Long, Found> cells = new LinkedHashMap<>();

    /// Of the cells that a stretch of the fence touches.
    static long cell(double along) {
        return (long) Math.floor(along / CELL);
    }

    void add(double now, double from, double to, boolean nuisance) {
        for (long cell = cell(from); cell <= cell(to); cell++) {
            cells.put(cell, cells.getOrDefault(cell, new Found(0, 0, now)).faded(now).and(nuisance));
        }
    }

    /// As often nuisance as not says nothing; empty where nothing was judged, or long ago only.
    Optional<Term> at(double now, double along) {
        var found = cells.getOrDefault(cell(along), new Found(0, 0, now)).faded(now);
        if (found.count() == 0) {
            return Optional.empty();
        }
        double value = StrictMath.log((1.0 + found.real) / (1.0 + found.nuisance));
        return Optional.of(
            new Term(Code.VERDICTS, Math.max(-1.5, Math.min(0.5, value)), found.nuisance, found.count()));
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(cells.size());
        for (var one : cells.entrySet()) {
            out.writeLong(one.getKey());
            out.writeInt(one.getValue().nuisance);
            out.writeInt(one.getValue().real);
            out.writeDouble(one.getValue().since);
        }
    }

    void read(DataInput in) throws IOException {
        for (int left = Bytes.count(in); left > 0; left--) {
            cells.put(in.readLong(), new Found(in.readInt(), in.readInt(), in.readDouble()));
        }
    }
}
