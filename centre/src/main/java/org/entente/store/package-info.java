/// PostgreSQL: the servers, the roles, the migrations, the journal on disk and the log that is published over it.
///
/// [Database] opens the server and gives one pool per role; [PostgresJournal] is the journal that survives;
/// [TransparencyLog] signs and publishes it. Only this package and the `...Store` files of the modules speak SQL.
/// Called by `server` (wiring) and `web` (what is published). Decisions 0010 to 0013.
package org.entente.store;
