package org.entente.feeds;

import java.time.Instant;
import java.util.Optional;

/// Gathers the detections of one node that carry the same time into one result of at most 4 KiB. For one thread.
final class SapientScan {

    /// @param result `{"scan":[…]}`, or one detection alone
    record Scan(Instant at, String result, int detections) {}

    private static final String HEAD = "{\"scan\":[";
    private static final String TAIL = "]}";

    private final StringBuilder json = new StringBuilder(HEAD);
    private Optional<Instant> at = Optional.empty();
    private int detections;

    /// Adds a detection; gives back the scan that was before it when the two do not belong together or have no room
    /// together.
    Optional<Scan> add(Instant time, String detection) {
        boolean another = at.isPresent() && !at.get().equals(time);
        boolean full = json.length() + 1 + detection.length() + TAIL.length() > SensorThingsJson.RESULT_BYTES;
        var before = another || full ? end() : Optional.<Scan>empty();
        at = Optional.of(time);
        json.append(detections == 0 ? "" : ",").append(detection);
        detections++;
        return before;
    }

    /// Ends what was gathered; empty when nothing was.
    Optional<Scan> end() {
        var scan = at.map(time -> new Scan(time, json + TAIL, detections));
        at = Optional.empty();
        detections = 0;
        json.setLength(HEAD.length());
        return scan;
    }
}
