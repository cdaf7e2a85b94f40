package org.entente.protection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.journal.Codec;
import org.entente.journal.Entry;
import org.entente.journal.JournalCorrupt;
import org.entente.kernel.Actor;
import org.entente.kernel.AgencyId;
import org.entente.kernel.Classification;
import org.entente.kernel.Marking;
import org.entente.kernel.StreamId;
import org.entente.protection.Concern.Event;
import org.entente.protection.ProtectionStore.Row;

/// The record of concerns: events in, sealed entries on disk, events out.
final class ConcernRecord {

    private static final Codec<Event> CODEC = new Codec<Event>().with("concern.raised", Event.Raised.class)
        .with("concern.accepted", Event.Accepted.class).with("concern.referred", Event.Referred.class)
        .with("concern.closed", Event.Closed.class).with("concern.erased", Event.Erased.class);
    private static final Marking MARKING = new Marking(new AgencyId("PROTECTION"), Classification.SENSITIVE,
        List.of("PROTECTION"),
        Optional.of("PROTECTION"), 365);
    private static final String NOBODY = "-";

    /// Every type the record has written, with its version.
    static java.util.Map<String, Integer> versions() {
        return CODEC.versions();
    }

    /// One step of a concern, as it may be shown at a safeguarding desk.
    record Step(Event event, String officer, String desk) {}

    private final ProtectionStore store;
    private final Vault vault;

    ConcernRecord(ProtectionStore store, Vault vault) {
        this.store = store;
        this.vault = vault;
    }

    /// The steps that can still be opened, in order; of an erased concern only the erasure.
    List<Step> steps(Receipt receipt) {
        var stored = store.entries(receipt.text());
        var key = store.key(receipt.text());
        var steps = new ArrayList<Step>();
        for (var entry : stored) {
            if (entry.sealed().length == 0) {
                steps.add(step(entry, entry.clear()));
            } else if (key.isPresent()) {
                steps.add(step(entry, vault.open(key.get(), entry.receipt(), context(entry), entry.sealed())));
            }
        }
        return steps;
    }

    /// The first entry of a new concern.
    long raise(Receipt receipt, Event.Raised raised) {
        var key = vault.newKey(receipt.text());
        var told = raised.told();
        var row = new Row(receipt.text(), told.category(), Concern.State.RAISED, Optional.empty(), told.at(),
            told.at());
        return store.append(sealed(key, receipt, 1, raised, told.at(), NOBODY, NOBODY), Optional.of(key), row, false);
    }

    /// One more entry of a concern that is there.
    long add(Receipt receipt, long version, Event event, Row row, Actor who, Instant at) {
        var officer = who.officer().text();
        var desk = who.desk().text();
        if (event instanceof Event.Erased) {
            var draft = CODEC.draft(event, MARKING);
            return store.append(new StoredEntry(0, receipt.text(), version, draft.type(), draft.version(), at, officer,
                desk, new byte[0],
                draft.body()), Optional.empty(), row, true);
        }
        var key = store.key(receipt.text()).orElseThrow(() -> new JournalCorrupt("a concern has lost its key"));
        return store.append(sealed(key, receipt, version, event, at, officer, desk), Optional.empty(), row, false);
    }

    private StoredEntry sealed(byte[] key, Receipt receipt, long version, Event event, Instant at, String officer,
        String desk) {
        var draft = CODEC.draft(event, MARKING);
        var bare = new StoredEntry(0, receipt.text(), version, draft.type(), draft.version(), at, officer, desk,
            new byte[0], "");
        return new StoredEntry(0, receipt.text(), version, draft.type(), draft.version(), at, officer, desk,
            vault.seal(key, receipt.text(), context(bare), draft.body()), "");
    }

    private static String context(StoredEntry entry) {
        return entry.receipt() + "|" + entry.version() + "|" + entry.type() + "|" + entry.typeVersion();
    }

    private static Step step(StoredEntry stored, String body) {
        var entry = new Entry(stored.position(), new StreamId("concern/" + stored.receipt()), stored.version(),
            stored.type(),
            stored.typeVersion(), stored.at(), Actor.centre("protection"), MARKING, Optional.empty(),
            Optional.of(body));
        var event = CODEC.read(entry)
            .orElseThrow(() -> new JournalCorrupt("unknown type " + stored.type() + " in the record of protection"));
        return new Step(event, stored.officer(), stored.desk());
    }
}
