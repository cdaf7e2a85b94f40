package org.entente.store;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.entente.kernel.SensorId;

/// Which sensor and property a Datastream speaks for. Only Things of the reference deployment stand for a sensor; any other
/// Datastream is named `ds:<id>`. Any thread.
final class ObservationNames {

    /// The picture's words for a Datastream.
    record Name(SensorId sensor, String property) {}

    private static final String NAME = """
        select t.sensor, p.name from sta.datastream d join sta.thing t on t.id = d.thing
        join sta.observed_property p on p.id = d.observed_property where d.id = ?""";

    private final DataSource source;
    private final Map<Long, Name> known = new ConcurrentHashMap<>();

    ObservationNames(DataSource source) {
        this.source = source;
    }

    Name of(long datastream) {
        var name = known.get(datastream);
        return name != null ? name : known.computeIfAbsent(datastream, this::ask);
    }

    private Name ask(long datastream) {
        try (var connection = source.getConnection(); var statement = connection.prepareStatement(NAME)) {
            statement.setLong(1, datastream);
            try (var row = statement.executeQuery()) {
                if (!row.next()) {
                    return new Name(new SensorId("ds:" + datastream), "unknown");
                }
                var sensor = row.getString(1) == null ? "ds:" + datastream : row.getString(1);
                return new Name(new SensorId(sensor), row.getString(2));
            }
        } catch (SQLException fault) {
            throw new StoreAway("the name of Datastream " + datastream + " cannot be read", fault);
        }
    }
}
