package org.entente.journal;

import java.sql.Connection;
import java.sql.SQLException;

/// Keeps a table that is asked by many in step with the journal, inside the entry's own transaction.
@FunctionalInterface
public interface Projection {

    /// Writes what the entry changes. May be called again for the same entry after a transaction that did not stand, so
    /// it has no effect outside `transaction`, and it neither commits nor rolls back. Called by one thread at a time.
    ///
    /// @throws SQLException the append of this entry fails, others do not
    void project(Entry entry, Connection transaction) throws SQLException;
}
