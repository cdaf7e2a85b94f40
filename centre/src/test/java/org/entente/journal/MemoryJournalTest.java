package org.entente.journal;

/// The twin in memory keeps the journal's promises.
class MemoryJournalTest extends JournalContract {

    private final Journal journal = new MemoryJournal();

    @Override
    protected Journal journal() {
        return journal;
    }
}
