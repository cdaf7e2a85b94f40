package org.entente.protection;

import java.time.Instant;

/// One row of the record, as it lies in the table.
///
/// @param officer of the safeguarding desk; `-` for the raising, which keeps only the desk and keeps it sealed
/// @param sealed empty when the entry is in the clear
/// @param clear empty when the entry is sealed
record StoredEntry(long position, String receipt, long version, String type, int typeVersion, Instant at,
    String officer,
    String desk, byte[] sealed, String clear) {}
