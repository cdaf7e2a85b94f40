package org.entente.picture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Sensors or units by name, in the order of their first word; and which of them changed since somebody last asked.
final class Cells<I, C> {

    private final List<C> inOrder = new ArrayList<>();
    private final Map<I, C> byId = new HashMap<>();
    private final Set<I> changed = new LinkedHashSet<>();

    C add(I id, C cell) {
        inOrder.add(cell);
        byId.put(id, cell);
        return cell;
    }

    Optional<C> find(I id) {
        return Optional.ofNullable(byId.get(id));
    }

    List<C> all() {
        return inOrder;
    }

    void changed(I id) {
        changed.add(id);
    }

    /// What changed since the last call, for showing only.
    List<I> drain() {
        var drained = List.copyOf(changed);
        changed.clear();
        return drained;
    }
}
