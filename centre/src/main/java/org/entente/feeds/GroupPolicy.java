package org.entente.feeds;

import java.util.List;
import java.util.Optional;
import org.entente.kernel.UnitId;

/// Who hears whom among the TAK clients: the administrator's word, never the client's. Called from many threads, must not block.
@FunctionalInterface
public interface GroupPolicy {

    /// The groups of a client; two clients hear each other when they share one. None: the client is turned away.
    ///
    /// @param certificate the common name of its certificate, empty on the plain port
    List<String> groups(Optional<String> certificate);

    /// Whether this client may report positions of that unit into the picture, besides its own. By default a plain client may,
    /// and one with a certificate only reports itself.
    default boolean mayReport(Optional<String> certificate, UnitId unit) {
        return certificate.isEmpty() || certificate.get().equals(unit.text());
    }

    /// Everybody hears everybody.
    static GroupPolicy oneGroup() {
        return _ -> List.of("centre");
    }
}
