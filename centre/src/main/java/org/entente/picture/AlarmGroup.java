package org.entente.picture;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entente.kernel.AlarmId;
import org.entente.kernel.SensorId;

/// What one kind of alarm knows of one place: reports gathered, and the alarm that is active there, at most one.
final class AlarmGroup {

    /// An alarm raised and not yet returned.
    static final class Active {
        final AlarmId id;
        final boolean byHints;
        long newest;
        long due;
        final TreeSet<SensorId> holding = new TreeSet<>();

        Active(AlarmId id, boolean byHints, long newest, long due) {
            this.id = id;
            this.byHints = byHints;
            this.newest = newest;
            this.due = due;
        }
    }

    final PictureSetup.Kind kind;
    final PictureSetup.Zone zone;
    private final Map<String, Window> windows = new LinkedHashMap<>();
    private final Map<SensorKind, Evidence> hints = new TreeMap<>();
    private Optional<Active> active = Optional.empty();
    private long spent = -1;

    AlarmGroup(PictureSetup.Kind kind, PictureSetup.Zone zone) {
        this.kind = kind;
        this.zone = zone;
    }

    Window window(String rule) {
        return windows.computeIfAbsent(rule, _ -> new Window());
    }

    Optional<Active> active() {
        return active;
    }

    /// Whether a report of that time may still raise an alarm: what was before the end of the last one is spent.
    boolean unspent(long at) {
        return at > spent;
    }

    /// Keeps a weaker indication; gives one of another kind that is near enough in time.
    Optional<Evidence> hint(Evidence one, long span) {
        var held = hints.get(one.kind());
        if (held == null || held.at() < one.at()) {
            hints.put(one.kind(), one);
        }
        return hints.entrySet().stream().filter(other -> other.getKey() != one.kind()).map(Map.Entry::getValue)
            .filter(other -> Math.abs(other.at() - one.at()) <= span).findFirst();
    }

    void raise(Active raised) {
        active = Optional.of(raised);
        forget();
    }

    /// What was gathered does not count any more.
    void forget() {
        windows.values().forEach(Window::clear);
        hints.clear();
    }

    void end() {
        active.ifPresent(ended -> spent = Math.max(spent, ended.newest));
        active = Optional.empty();
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(spent);
        out.writeInt(windows.size());
        for (var window : windows.entrySet()) {
            out.writeUTF(window.getKey());
            out.writeInt(window.getValue().held().size());
            for (var one : window.getValue().held()) {
                one.write(out);
            }
        }
        out.writeInt(hints.size());
        for (var hint : hints.values()) {
            hint.write(out);
        }
        out.writeBoolean(active.isPresent());
        if (active.isPresent()) {
            write(active.get(), out);
        }
    }

    void read(DataInput in) throws IOException {
        spent = in.readLong();
        for (int count = in.readInt(); count > 0; count--) {
            var window = window(in.readUTF());
            for (int held = in.readInt(); held > 0; held--) {
                window.add(Evidence.read(in));
            }
        }
        for (int count = in.readInt(); count > 0; count--) {
            var hint = Evidence.read(in);
            hints.put(hint.kind(), hint);
        }
        active = in.readBoolean() ? Optional.of(readActive(in)) : Optional.empty();
    }

    private static void write(Active alarm, DataOutput out) throws IOException {
        out.writeUTF(alarm.id.text());
        out.writeBoolean(alarm.byHints);
        out.writeLong(alarm.newest);
        out.writeLong(alarm.due);
        out.writeInt(alarm.holding.size());
        for (var sensor : alarm.holding) {
            out.writeUTF(sensor.text());
        }
    }

    private static Active readActive(DataInput in) throws IOException {
        var alarm = new Active(new AlarmId(in.readUTF()), in.readBoolean(), in.readLong(), in.readLong());
        for (int count = in.readInt(); count > 0; count--) {
            alarm.holding.add(new SensorId(in.readUTF()));
        }
        return alarm;
    }
}
