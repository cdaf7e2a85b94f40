package org.entente.operations;

import java.time.Instant;
import org.entente.journal.Entry;
import org.entente.journal.JournalCorrupt;

/// Who did it and when, taken from the entry. Blank desk: the centre itself.
record Stamp(long position, Instant at, String desk, String officer) {

    static Stamp of(Entry entry) {
        return new Stamp(entry.position(), entry.at(), entry.actor().desk().text(), entry.actor().officer().text());
    }

    JournalCorrupt contradicts(String what, String id) {
        return new JournalCorrupt("entry " + position + ": " + id + " was " + what);
    }
}
