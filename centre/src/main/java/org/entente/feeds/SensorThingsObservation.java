package org.entente.feeds;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.entente.feeds.ObservationIntake.Details;
import org.entente.picture.Intake.Reading;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/// One Observation while it is read from a stream. Not for sharing between threads.
final class SensorThingsObservation {

    /// A time or an interval, ISO 8601.
    record Phenomenon(Instant from, Optional<Instant> until) {

        static Phenomenon parse(String text) {
            int slash = text.indexOf('/');
            if (slash < 0) {
                return new Phenomenon(time(text), Optional.empty());
            }
            var period = new Phenomenon(time(text.substring(0, slash)), Optional.of(time(text.substring(slash + 1))));
            if (period.until.orElseThrow().isBefore(period.from)) {
                throw SensorThingsRefused.bad("time", "An interval ends before it begins: " + text,
                    "Un intervalle finit avant de commencer : " + text);
            }
            return period;
        }

        private static Instant time(String text) {
            try {
                return Instant.parse(text);
            } catch (DateTimeException _) {
                throw SensorThingsRefused.bad("time", "Not a time (ISO 8601 with zone): " + text,
                    "Ce n’est pas une date (ISO 8601 avec fuseau) : " + text);
            }
        }
    }

    private final SensorThingsMetrics metrics;
    private Optional<Phenomenon> phenomenon = Optional.empty();
    private Optional<Instant> resultTime = Optional.empty();
    private Optional<String> result = Optional.empty();
    private Optional<String> featureJson = Optional.empty();
    private final StringBuilder more = new StringBuilder();
    private double value = Double.NaN;
    private long datastream;
    private long feature;

    SensorThingsObservation(SensorThingsMetrics metrics) {
        this.metrics = metrics;
    }

    long datastream() {
        return datastream;
    }

    /// A FeatureOfInterest to be made with it.
    Optional<String> featureJson() {
        return featureJson;
    }

    Optional<Phenomenon> phenomenon() {
        return phenomenon;
    }

    /// Reads the object the parser stands on.
    void readObject(JsonParser in) {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw SensorThingsRefused.bad("json", "An Observation is a JSON object",
                "Une Observation est un objet JSON");
        }
        for (var name = in.nextName(); name != null; name = in.nextName()) {
            in.nextToken();
            read(name, in);
        }
    }

    /// Reads one member or component; the parser stands on its value.
    void read(String name, JsonParser in) {
        switch (name) {
            case "phenomenonTime" -> phenomenon = text(in).map(Phenomenon::parse);
            case "resultTime" -> resultTime = text(in).map(text -> Phenomenon.parse(text).from());
            case "result" -> readResult(in);
            case "Datastream" -> datastream = link(in).orElseThrow(() -> SensorThingsRefused.bad("datastream",
                "A Datastream is named by its @iot.id", "Un Datastream est désigné par son @iot.id"));
            case "FeatureOfInterest" -> readFeature(in);
            case "FeatureOfInterest/id", "FeatureOfInterest/@iot.id" -> feature = number(in);
            case "resultQuality", "validTime", "parameters" -> {
                more.append(more.isEmpty() ? "{\"" : ",\"").append(name).append("\":");
                SensorThingsJson.copy(in, more, metrics);
            }
            default -> in.skipChildren();
        }
    }

    private void readResult(JsonParser in) {
        var out = new StringBuilder();
        switch (in.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> value = in.getDoubleValue();
            case VALUE_TRUE -> value = 1;
            case VALUE_FALSE -> value = 0;
            default -> value = Double.NaN;
        }
        SensorThingsJson.copy(in, out, metrics);
        result = Optional.of(out.toString());
    }

    private void readFeature(JsonParser in) {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw SensorThingsRefused.bad("feature", "A FeatureOfInterest is an object",
                "Un FeatureOfInterest est un objet");
        }
        var copy = new StringBuilder();
        SensorThingsJson.copy(in, copy, metrics);
        try (var again = SensorThingsJson.FACTORY.createParser(ObjectReadContext.empty(), copy.toString())) {
            again.nextToken();
            var id = link(again);
            feature = id.orElse(0);
            featureJson = id.isPresent() ? Optional.empty() : Optional.of(copy.toString());
        }
    }

    /// The `@iot.id` of the object the parser stands on.
    static OptionalLong link(JsonParser in) {
        var id = OptionalLong.empty();
        if (in.currentToken() != JsonToken.START_OBJECT) {
            return id;
        }
        for (var name = in.nextName(); name != null; name = in.nextName()) {
            in.nextToken();
            if (name.equals("@iot.id")) {
                id = OptionalLong.of(number(in));
            }
            in.skipChildren();
        }
        return id;
    }

    private static long number(JsonParser in) {
        if (in.currentToken() != JsonToken.VALUE_NUMBER_INT
            || in.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            throw SensorThingsRefused.unknown("@iot.id " + in.getString());
        }
        return in.getLongValue();
    }

    private static Optional<String> text(JsonParser in) {
        return switch (in.currentToken()) {
            case VALUE_NULL -> Optional.empty();
            case VALUE_STRING -> Optional.of(in.getString());
            default -> throw SensorThingsRefused.bad("time", "A time is a text", "Une date est un texte");
        };
    }

    /// The reading, checked. `now` is the centre's clock.
    Reading reading(long datastream, Instant now, SensorThings.Limits limits) {
        var said = result.orElseThrow(() -> SensorThingsRefused.bad("result", "An Observation needs a result",
            "Une Observation exige un résultat (result)"));
        if (said.length() > SensorThingsJson.RESULT_BYTES || bytes(said) > SensorThingsJson.RESULT_BYTES
            || bytes(more) > SensorThingsJson.RESULT_BYTES) {
            throw SensorThingsRefused.tooLarge("A result has at most 4 KiB, and so have the other members together",
                "Un résultat a 4 Kio au plus, et de même les autres membres ensemble");
        }
        var from = phenomenon.map(Phenomenon::from).orElse(now);
        if (from.isAfter(now.plus(limits.ahead()))) {
            throw SensorThingsRefused.bad("too-far-future",
                "The phenomenonTime is more than " + limits.ahead().toMinutes()
                    + " minutes ahead of the centre's clock: " + from,
                "Le phenomenonTime est en avance de plus de " + limits.ahead().toMinutes()
                    + " minutes sur l’horloge du centre : " + from);
        }
        if (from.isBefore(now.minus(limits.late()))) {
            throw SensorThingsRefused.bad("too-late",
                "The phenomenonTime is more than " + limits.late().toDays() + " days ago: " + from,
                "Le phenomenonTime remonte à plus de " + limits.late().toDays() + " jours : " + from);
        }
        return new Reading(datastream, from, said, value);
    }

    /// The rest; `usualFeature` when it names none (0: none known).
    Details details(long usualFeature) {
        long which = feature == 0 ? usualFeature : feature;
        return new Details(phenomenon.flatMap(Phenomenon::until), resultTime,
            which == 0 ? OptionalLong.empty() : OptionalLong.of(which),
            more.isEmpty() ? "" : more + "}");
    }

    /// The feature it names by id, 0 when none.
    long feature() {
        return feature;
    }

    private static int bytes(CharSequence text) {
        return text.length() * 3 <= SensorThingsJson.RESULT_BYTES
            ? 0
            : text.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
