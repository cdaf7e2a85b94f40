package org.entente.picture;

import java.util.ArrayList;
import java.util.List;

/// The newest few reports of one rule in one place, in order of when they happened, each once.
final class Window {

    static final int HELD = 4;

    private final List<Evidence> held = new ArrayList<>(HELD + 1);

    /// Takes a report; false when it is there already.
    boolean add(Evidence one) {
        if (held.stream().anyMatch(one::repeats)) {
            return false;
        }
        int place = held.size();
        while (place > 0 && Evidence.IN_TIME.compare(held.get(place - 1), one) > 0) {
            place--;
        }
        held.add(place, one);
        if (held.size() > HELD) {
            held.removeFirst();
        }
        return true;
    }

    /// The first `times` reports that lie within `span` milliseconds; empty when there are none.
    List<Evidence> within(int times, long span) {
        for (int from = 0; from + times <= held.size(); from++) {
            if (held.get(from + times - 1).at() - held.get(from).at() <= span) {
                return List.copyOf(held.subList(from, from + times));
            }
        }
        return List.of();
    }

    List<Evidence> held() {
        return held;
    }

    void clear() {
        held.clear();
    }
}
