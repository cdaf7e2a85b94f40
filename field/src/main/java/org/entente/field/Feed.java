package org.entente.field;

import java.util.List;

/// A way for readings to reach the centre. What was given is sent until the centre acknowledges it; then it stands in the ledger.
interface Feed extends AutoCloseable {

    /// Takes readings to send; returns at once. Safe from any thread.
    void send(List<Reading> readings);

    /// How many are not acknowledged yet.
    int waiting();

    /// How many the centre refused for good.
    long refused();

    @Override
    void close();
}
