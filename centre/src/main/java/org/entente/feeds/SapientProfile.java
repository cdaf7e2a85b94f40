package org.entente.feeds;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// What a registration says that matters to how the node is understood.
///
/// @param utmZone of its detections, when it registered one
/// @param errorsInMetres its errors of latitude and longitude are metres
/// @param reidentifies in some mode it knows an object again by its features after the track was broken
record SapientProfile(Optional<String> utmZone, boolean errorsInMetres, boolean reidentifies,
    Duration statusInterval) {

    private static final double LONGEST_SECONDS = 86_400;

    static SapientProfile of(SapientFields registration) {
        var modes = registration.parts("mode_definition");
        var definitions = modes.stream().flatMap(mode -> mode.parts("detection_definition").stream()).toList();
        return new SapientProfile(
            definitions.stream().flatMap(one -> one.part("location_type").stream()).map(type -> type.text("zone"))
                .filter(zone -> !zone.isBlank()).findFirst(),
            definitions.stream().flatMap(one -> one.part("geometric_error").stream())
                .anyMatch(error -> error.text("units").toLowerCase(Locale.ROOT).startsWith("met")),
            modes.stream().anyMatch(mode -> mode.text("tracking_type").equals("TRACKING_TYPE_TRACK_WITH_RE_ID")),
            duration(registration.part("status_definition").flatMap(one -> one.part("status_interval")).orElseThrow()));
    }

    private static Duration duration(SapientFields said) {
        double seconds = said.number("value").orElseThrow() * switch (said.text("units")) {
            case "TIME_UNITS_NANOSECONDS" -> 1e-9;
            case "TIME_UNITS_MICROSECONDS" -> 1e-6;
            case "TIME_UNITS_MILLISECONDS" -> 1e-3;
            case "TIME_UNITS_MINUTES" -> 60;
            case "TIME_UNITS_HOURS" -> 3_600;
            case "TIME_UNITS_DAYS" -> 86_400;
            default -> 1;
        };
        return Duration.ofMillis((long) (Math.clamp(seconds, 0, LONGEST_SECONDS) * 1_000));
    }
}
