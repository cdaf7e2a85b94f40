/// A night at the border, played against a running centre over the public protocols only: SensorThings over HTTP and MQTT for what
/// sensors say, Cursor on Target over TLS for sixty units, and the console's API for the officers at their desks.
///
/// It knows no class of the centre. The night itself is data (`night.json`): what happens, and what is expected of it. What the
/// centre acknowledged goes into a [Ledger]; [Check] compares the ledger and the plan with what the centre kept.
package org.entente.field;
