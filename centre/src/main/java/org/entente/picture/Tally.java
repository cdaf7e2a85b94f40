package org.entente.picture;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/// The running numbers behind [PictureCounts].
final class Tally {

    long observed;
    long moved;
    long repeated;
    long late;
    long absurd;
    long faulty;
    long history;
    long refused;

    PictureCounts counts() {
        return new PictureCounts(observed, moved, repeated, late, absurd, faulty, history, refused);
    }

    void write(DataOutput out) throws IOException {
        for (long number : new long[]{observed, moved, repeated, late, absurd, faulty, history, refused}) {
            out.writeLong(number);
        }
    }

    void read(DataInput in) throws IOException {
        observed = in.readLong();
        moved = in.readLong();
        repeated = in.readLong();
        late = in.readLong();
        absurd = in.readLong();
        faulty = in.readLong();
        history = in.readLong();
        refused = in.readLong();
    }
}
