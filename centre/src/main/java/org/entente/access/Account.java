package org.entente.access;

import java.time.Instant;
import java.util.List;
import org.entente.kernel.DeskId;
import org.entente.kernel.OfficerId;

/// A seat somebody may take: an officer's account, the hash of its password, and the desks it is for.
public record Account(OfficerId officer, String hash, List<DeskId> desks, boolean disabled, boolean mustChange,
    Instant createdAt) {

    public Account {
        desks = List.copyOf(desks);
    }
}
