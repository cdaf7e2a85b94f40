package org.entente.field;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The reference night as data: planned events in order of time, and what is expected of each.
///
/// @param from when it begins, local time `HH:mm`
/// @param until when it ends, local time of the next morning
record Night(LocalTime from, LocalTime until, ZoneId timeZone, List<Event> events) {

    private static final int NOON = 12;
    private static final Duration BEFORE = Duration.ofSeconds(90);
    private static final Duration AFTER = Duration.ofSeconds(30);
    private static final double APART_M = 60;

    /// Something a sensor says, `after` seconds from the event's beginning.
    record Signal(double after, String sensor, String property, JsonNode result) {}

    /// For some time the sensor's routine reports say this instead; seconds from the event's beginning.
    record Hold(String sensor, String property, JsonNode result, long from, long to) {}

    /// For some time the sensor says nothing; seconds from the event's beginning.
    record Silence(String sensor, long from, long to) {}

    /// The alarm that the centre is expected to raise.
    record Alarm(String kind, String place) {}

    /// An incident that a desk reports by voice.
    record Voice(String desk, String kind, String place, String text) {}

    /// A task a desk proposes; operational command declines it when `decline` is not blank.
    record Task(String desk, String unit, String instruction, String note, String decline) {}

    /// A concern for somebody vulnerable.
    record Concern(String desk, String category, List<String> needs, String text) {}

    /// A wish that the centre must refuse: `approve`, `propose` or `dismiss`.
    record Refused(String desk, String wish) {}

    /// Gold sets the parameters.
    record Gold(String desk, String posture, String objectives) {}

    /// One sentence in both languages.
    record Title(String en, String fr) {}

    /// One planned event.
    ///
    /// @param quiet places where nothing may be raised within ten minutes
    /// @param dismiss why the alarm is dismissed; empty when it is taken in hand
    record Event(String id, LocalTime at, Title title, String site, List<Signal> signals, List<Hold> holds,
        List<Silence> silent, List<String> quiet, Optional<Alarm> alarm, Optional<Voice> voice, Optional<String> desk,
        Optional<String> dismiss, List<String> log, List<Task> tasks, Optional<Refused> refused,
        Optional<Concern> concern, Optional<Gold> gold, Optional<String> outcome) {

        /// Whether officers have something to do.
        boolean hasWork() {
            return alarm.isPresent() || voice.isPresent() || gold.isPresent();
        }
    }

    /// The night that ships with the program.
    static Night load() {
        try (var in = Night.class.getResourceAsStream("/night.json")) {
            return JsonMapper.shared().readValue(in, Night.class);
        } catch (IOException e) {
            throw new UncheckedIOException("night.json cannot be read", e);
        }
    }

    /// Whether somebody of the script is by a place then, from a minute and a half before the first word of it to half a minute
    /// after the last: the script means that none of our own is there.
    boolean walked(Instant begins, Instant now, Geo.Point place) {
        return events.stream().filter(event -> event.alarm().isPresent()).anyMatch(event -> {
            var at = at(begins, event.at());
            return now.isAfter(at.minus(BEFORE)) && event.signals().stream().anyMatch(signal -> {
                var seen = signal.result().has("scan") ? signal.result().path("scan").path(0) : signal.result();
                return seen.has("lat") && now.isBefore(at.plusSeconds((long) signal.after()).plus(AFTER))
                    && Geo.distance(place,
                        new Geo.Point(seen.path("lat").asDouble(), seen.path("lon").asDouble())) < APART_M;
            });
        });
    }

    /// When the night begins for a centre whose clock started at `start`: that evening, or the evening before a start after midnight.
    Instant begins(Instant start) {
        ZonedDateTime local = start.atZone(timeZone);
        var evening = local.getHour() >= NOON ? local.toLocalDate() : local.toLocalDate().minusDays(1);
        return evening.atTime(from).atZone(timeZone).toInstant();
    }

    /// A local time of the night as an instant.
    Instant at(Instant begins, LocalTime time) {
        var evening = begins.atZone(timeZone).toLocalDate();
        var day = time.isBefore(from) ? evening.plusDays(1) : evening;
        return day.atTime(time).atZone(timeZone).toInstant();
    }

    /// How long it is.
    Duration length(Instant begins) {
        return Duration.between(begins, at(begins, until));
    }
}
