package org.entente.access;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/// Reads as a viewer: every query inside sees only rows the viewer may see, whatever it asks (`V310__visibility.sql`).
/// Safe from any thread.
public final class ViewerStore {

    /// A reading.
    public interface Reading<T> {
        /// Reads; must not keep the connection.
        T read(Connection connection) throws SQLException;
    }

    private final DataSource reader;

    /// @param reader the pool of the reader role on the database of the centre
    public ViewerStore(DataSource reader) {
        this.reader = reader;
    }

    /// Runs a reading in one read-only transaction that knows the viewer.
    public <T> T as(Viewer viewer, Reading<T> reading) {
        return AccessFault.over(() -> {
            try (var connection = reader.getConnection()) {
                connection.setAutoCommit(false);
                try {
                    enter(connection, viewer);
                    return reading.read(connection);
                } finally {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
            }
        });
    }

    private static void enter(Connection connection, Viewer viewer) throws SQLException {
        try (var set = connection.prepareStatement(
            """
                select set_config('entente.viewer_agency', ?, true), set_config('entente.viewer_state', ?, true),
                    set_config('entente.viewer_purpose', ?, true), set_config('entente.viewer_clearance', ?, true),
                    set_config('entente.viewer_compartments', ?, true), set_config('transaction_read_only', 'on', true)""")) {
            set.setString(1, viewer.agency().text());
            set.setString(2, viewer.state());
            set.setString(3, viewer.purpose().name());
            set.setString(4, String.valueOf(viewer.clearance().ordinal()));
            set.setString(5, String.join(",", viewer.compartments()));
            set.execute();
        }
    }
}
