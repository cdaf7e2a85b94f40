package org.entente.access;

import java.sql.SQLException;

/// The database of accounts and audit did not answer. Caught once, at the edge.
public final class AccessFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    interface Work<T> {
        T run() throws SQLException;
    }

    AccessFault(String what, Throwable cause) {
        super(what, cause);
    }

    static <T> T over(Work<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            throw new AccessFault("the database did not answer: " + e.getMessage(), e);
        }
    }
}
