package org.entente.protection;

import java.sql.SQLException;

/// The protected store did not answer. Says nothing of what was asked. Caught once, at the edge.
public final class ProtectionFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    ProtectionFault(SQLException cause) {
        super("the protected store did not answer (SQL state " + cause.getSQLState() + ")");
    }
}
