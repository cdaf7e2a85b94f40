package org.entente.feeds;

import java.util.List;

/// A `$filter` as it was written, before the model is known.
sealed interface SensorThingsExpression {

    record Path(List<String> names) implements SensorThingsExpression {}

    record Text(String value) implements SensorThingsExpression {}

    record Number(String value) implements SensorThingsExpression {}

    record Truth(boolean value) implements SensorThingsExpression {}

    record Time(String value) implements SensorThingsExpression {}

    /// `not`, `and`, `or`, a comparison, or arithmetic, by its word in the language.
    record Operation(String word, List<SensorThingsExpression> on) implements SensorThingsExpression {}

    record Call(String function, List<SensorThingsExpression> on) implements SensorThingsExpression {}
}
