package org.entente.picture;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.entente.kernel.SensorId;

/// What the fold keeps of one sensor, changed in place.
final class SensorCell {

    private static final int SHOWN = 200;

    final SensorId id;
    final Optional<PictureSetup.Sensor> known;
    private Health health = Health.UNKNOWN;
    private boolean fault;
    private long heard = -1;
    private long healthAt = -1;
    private long beat = -1;
    private String property = "";
    private String value = "";
    private long at = -1;
    private long received = -1;

    SensorCell(SensorId id, Optional<PictureSetup.Sensor> known) {
        this.id = id;
        this.known = known;
    }

    /// Any word: it is there.
    void heard(long now) {
        heard = Math.max(heard, now);
    }

    /// Its word about itself; false when it is older than the one held.
    boolean says(boolean wellness, long when) {
        if (when < healthAt) {
            return false;
        }
        fault = !wellness;
        if (healthAt >= 0 && when > healthAt) {
            beat = beat < 0 ? when - healthAt : beat + (when - healthAt - beat) / 8;
        }
        healthAt = when;
        return true;
    }

    /// Its word about what it observes; false when it is older than the one held.
    boolean says(String what, String result, long when, long now) {
        if (when < at) {
            return false;
        }
        property = cut(what);
        value = cut(result);
        at = when;
        received = now;
        return true;
    }

    /// A text as it is shown: at most 200 characters, no half of a character at the end.
    static String cut(String text) {
        if (text.length() <= SHOWN) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN);
    }

    boolean atFault() {
        return fault;
    }

    Health health() {
        return health;
    }

    /// Its health now; sets it.
    Health judge(long now, long silence) {
        health = heard < 0 ? Health.UNKNOWN : now >= heard + silence ? Health.SILENT : fault ? Health.FAULT : Health.OK;
        return health;
    }

    /// The whole second at which it becomes silent if it says nothing more.
    long due(long silence) {
        return heard < 0 || health == Health.SILENT ? Seconds.NEVER : Seconds.due(heard, heard + silence);
    }

    SensorState state() {
        return new SensorState(id, health, heard < 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(heard)),
            beat < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(beat)),
            at < 0
                ? Optional.empty()
                : Optional.of(
                    new SensorState.Word(property, value, Instant.ofEpochMilli(at), Instant.ofEpochMilli(received))));
    }

    void write(DataOutput out) throws IOException {
        out.writeUTF(id.text());
        out.writeUTF(health.name());
        out.writeBoolean(fault);
        out.writeLong(heard);
        out.writeLong(healthAt);
        out.writeLong(beat);
        out.writeUTF(property);
        out.writeUTF(value);
        out.writeLong(at);
        out.writeLong(received);
    }

    /// Reads what [#write] wrote after the id.
    void read(DataInput in) throws IOException {
        health = Health.valueOf(in.readUTF());
        fault = in.readBoolean();
        heard = in.readLong();
        healthAt = in.readLong();
        beat = in.readLong();
        property = in.readUTF();
        value = in.readUTF();
        at = in.readLong();
        received = in.readLong();
    }
}
