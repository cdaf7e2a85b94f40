package org.entente.feeds;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.entente.feeds.ObservationIntake.Details;
import org.entente.kernel.Text;
import org.entente.picture.Intake.Kept;
import org.entente.picture.Intake.Reading;
import org.entente.picture.Picture;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/// The way of an Observation from bytes to the intake: streamed, checked against what is known, one call for a request.
final class SensorThingsIngest {

    private static final String KNOWN = """
        select coalesce((select f.id from sta.feature f join sta.thing_location l on l.location = f.location where l.thing = d.thing limit 1), 0),
        t.sensor is not null and p.name = '%s'
        from sta.datastream d join sta.thing t on t.id = d.thing join sta.observed_property p on p.id = d.observed_property
        where d.id = ?"""
        .formatted(Picture.VERDICT);
    private static final String MAKE_FEATURE = """
        insert into sta.feature (name, description, encoding, feature, location)
        select l.name, l.description, l.encoding, l.location, l.id from sta.location l
        join sta.thing_location at on at.location = l.id join sta.datastream d on d.thing = at.thing
        where d.id = ? order by l.id limit 1 on conflict (location) do nothing""";

    /// One row of a dataArray: its place among the readings that were sound, or empty.
    private record Row(Optional<Integer> reading) {}

    private final DataSource source;
    private final ObservationIntake intake;
    private final InstantSource clock;
    private final SensorThings.Limits limits;
    private final SensorThingsMetrics metrics;
    private final Map<Long, Long> usualFeatures = new ConcurrentHashMap<>();

    SensorThingsIngest(DataSource source, ObservationIntake intake, InstantSource clock, SensorThings.Limits limits,
        SensorThingsMetrics metrics) {
        this.source = source;
        this.intake = intake;
        this.clock = clock;
        this.limits = limits;
        this.metrics = metrics;
    }

    /// Entities were changed: what is known of Datastreams is asked again.
    void forget() {
        usualFeatures.clear();
    }

    /// Reads one Observation and hands it to the intake.
    ///
    /// @param datastream by where it was sent; empty: it names its own
    CompletableFuture<Kept> one(byte[] body, OptionalLong datastream) {
        var draft = draft(body);
        long which = datastream.orElse(draft.datastream());
        var now = clock.instant();
        var reading = draft.reading(which, now, limits);
        var details = draft.details(feature(draft, which));
        return keep(List.of(reading), List.of(details)).thenApply(List::getFirst);
    }

    private SensorThingsObservation draft(byte[] body) {
        var draft = new SensorThingsObservation(metrics);
        try (var in = SensorThingsJson.FACTORY.createParser(ObjectReadContext.empty(), body)) {
            in.nextToken();
            draft.readObject(in);
            if (in.nextToken() != null) {
                throw notJson();
            }
            return draft;
        } catch (JacksonException _) {
            throw notJson();
        }
    }

    /// Hands what was checked to the intake and counts what comes back.
    private CompletableFuture<List<Kept>> keep(List<Reading> readings, List<Details> details) {
        return intake.keep(readings, details).whenComplete((kept, fault) -> {
            if (fault == null) {
                long repeated = kept.size() == 1
                    ? kept.getFirst().duplicate() ? 1 : 0
                    : kept.stream().filter(Kept::duplicate).count();
                metrics.duplicates(repeated);
                metrics.accepted(kept.size() - repeated);
            } else {
                metrics.refused(readings.size());
            }
        });
    }

    /// Reads `CreateObservations`; the answers are in the order of the rows, empty for a row that was not sound.
    CompletableFuture<List<Optional<Kept>>> many(byte[] body) {
        var batch = new Batch();
        try (var in = SensorThingsJson.FACTORY.createParser(ObjectReadContext.empty(), body)) {
            if (in.nextToken() != JsonToken.START_ARRAY) {
                throw notJson();
            }
            while (in.nextToken() != JsonToken.END_ARRAY) {
                batch.group(in);
            }
            if (in.nextToken() != null) {
                throw notJson();
            }
        } catch (JacksonException _) {
            throw notJson();
        }
        return batch.keep();
    }

    private static SensorThingsRefused notJson() {
        return SensorThingsRefused.bad("json", "The body is not the JSON that belongs here",
            "Le corps n’est pas le JSON attendu ici");
    }

    private long feature(SensorThingsObservation draft, long datastream) {
        if (datastream == 0) {
            throw SensorThingsRefused.bad("datastream", "An Observation needs a Datastream",
                "Une Observation exige un Datastream");
        }
        long usual = known(datastream);
        if (draft.featureJson().isEmpty() && draft.feature() == 0) {
            if (usual == 0) {
                throw placeless();
            }
            return usual;
        }
        return write(connection -> {
            if (draft.featureJson().isPresent()) {
                return new SensorThingsEntities(connection, clock.instant()).create(SensorThingsModel.FEATURE,
                    SensorThingsJson.MAPPER.readTree(draft.featureJson().get()), Map.of());
            }
            if (!new SensorThingsReader(connection, clock.instant()).exists(SensorThingsModel.FEATURE,
                draft.feature())) {
                throw SensorThingsRefused.bad("unknown", "There is no FeatureOfInterest " + draft.feature(),
                    "Introuvable : FeatureOfInterest " + draft.feature());
            }
            return draft.feature();
        });
    }

    /// Refuses an Observation that stands inside a Datastream which is being made; the same checks as later, before the commit.
    void check(Connection connection, SensorThingsEntities.Inside inside) throws SQLException {
        var draft = draft(SensorThingsJson.MAPPER.writeValueAsBytes(inside.observation()));
        draft.reading(inside.datastream(), clock.instant(), limits);
        if (draft.featureJson().isEmpty() && draft.feature() == 0) {
            try (var statement = connection.prepareStatement(
                "select 1 from sta.datastream d join sta.thing_location l on l.thing = d.thing where d.id = ?")) {
                statement.setLong(1, inside.datastream());
                if (!statement.executeQuery().next()) {
                    throw placeless();
                }
            }
        }
    }

    private static SensorThingsRefused placeless() {
        return SensorThingsRefused.bad("feature", "An Observation needs a FeatureOfInterest, or its Thing a Location",
            "Une Observation exige un FeatureOfInterest, ou son Thing une Location");
    }

    /// The usual FeatureOfInterest of a Datastream that exists: the place of its Thing (18-088 clause 8.2.8); 0 without a place.
    private long known(long datastream) {
        var known = usualFeatures.get(datastream);
        return known != null ? known : usualFeatures.computeIfAbsent(datastream, this::ask);
    }

    private long ask(long datastream) {
        return write(connection -> {
            try (var make = connection.prepareStatement(MAKE_FEATURE); var ask = connection.prepareStatement(KNOWN)) {
                make.setLong(1, datastream);
                make.executeUpdate();
                ask.setLong(1, datastream);
                try (var row = ask.executeQuery()) {
                    if (!row.next()) {
                        throw SensorThingsRefused.bad("unknown-datastream", "There is no Datastream " + datastream,
                            "Introuvable : Datastream " + datastream);
                    }
                    if (row.getBoolean(2)) {
                        throw new SensorThingsRefused(403, "verdict", new Text(
                            "What an alarm was is said by the officer who dismisses it or closes its incident, not by a feed",
                            "La nature d’une alarme est dite par l’agent qui la classe ou clôt son incident, pas par un capteur"),
                            0);
                    }
                    return row.getLong(1);
                }
            }
        });
    }

    private interface Question {
        long ask(Connection connection) throws SQLException;
    }

    private long write(Question question) {
        try (var connection = source.getConnection()) {
            return question.ask(connection);
        } catch (SQLException fault) {
            throw SensorThings.refusal(fault);
        }
    }

    /// The readings of one `CreateObservations` request.
    private final class Batch {
        private final Instant now = clock.instant();
        private final List<Row> rows = new ArrayList<>();
        private final List<Reading> readings = new ArrayList<>();
        private final List<Details> details = new ArrayList<>();

        /// One `{Datastream, components, dataArray}`; the parser stands on it.
        void group(JsonParser in) {
            long datastream = 0;
            List<String> components = List.of();
            var deferred = Optional.<String>empty();
            for (var name = in.nextName(); name != null; name = in.nextName()) {
                in.nextToken();
                switch (name) {
                    case "Datastream" -> datastream = SensorThingsObservation.link(in).orElse(0);
                    case "components" -> components = components(in);
                    case "dataArray" -> {
                        if (datastream != 0 && !components.isEmpty()) {
                            rows(in, datastream, components);
                        } else {
                            var copy = new StringBuilder();
                            SensorThingsJson.copy(in, copy, metrics);
                            deferred = Optional.of(copy.toString());
                        }
                    }
                    default -> in.skipChildren();
                }
            }
            if (deferred.isPresent()) {
                try (var again = SensorThingsJson.FACTORY.createParser(ObjectReadContext.empty(), deferred.get())) {
                    again.nextToken();
                    rows(again, datastream, components);
                }
            }
        }

        private List<String> components(JsonParser in) {
            var names = new ArrayList<String>();
            if (in.currentToken() != JsonToken.START_ARRAY) {
                throw notJson();
            }
            while (in.nextToken() != JsonToken.END_ARRAY) {
                names.add(in.getString());
            }
            return names;
        }

        private void rows(JsonParser in, long datastream, List<String> components) {
            if (in.currentToken() != JsonToken.START_ARRAY) {
                throw notJson();
            }
            while (in.nextToken() != JsonToken.END_ARRAY) {
                if (rows.size() == limits.rows()) {
                    throw SensorThingsRefused.tooLarge("A request has at most " + limits.rows() + " rows",
                        "Une requête a " + limits.rows() + " lignes au plus");
                }
                if (in.currentToken() != JsonToken.START_ARRAY) {
                    in.skipChildren();
                    refuse("json");
                } else {
                    row(in, datastream, components);
                }
            }
        }

        /// Reads a row to its end, sound or not.
        private void row(JsonParser in, long datastream, List<String> components) {
            var draft = new SensorThingsObservation(metrics);
            var fault = Optional.<SensorThingsRefused>empty();
            for (int column = 0; in.nextToken() != JsonToken.END_ARRAY; column++) {
                try {
                    draft.read(column < components.size() ? components.get(column) : "", in);
                } catch (SensorThingsRefused refused) {
                    fault = Optional.of(refused);
                }
            }
            try {
                if (fault.isPresent()) {
                    throw fault.get();
                }
                var reading = draft.reading(datastream, now, limits);
                details.add(draft.details(feature(draft, datastream)));
                readings.add(reading);
                rows.add(new Row(Optional.of(readings.size() - 1)));
            } catch (SensorThingsRefused refused) {
                if (refused.status >= 500) {
                    throw refused;
                }
                refuse(refused.reason);
            }
        }

        private void refuse(String reason) {
            metrics.malformed(reason);
            rows.add(new Row(Optional.empty()));
        }

        CompletableFuture<List<Optional<Kept>>> keep() {
            if (readings.isEmpty()) {
                return CompletableFuture.completedFuture(rows.stream().map(_ -> Optional.<Kept>empty()).toList());
            }
            return SensorThingsIngest.this.keep(readings, details)
                .thenApply(kept -> rows.stream().map(row -> row.reading().map(kept::get)).toList());
        }
    }
}
