package org.entente.law;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.entente.kernel.Text;
import org.entente.law.Indicator.Dimension;
import org.entente.law.Indicator.Strength;
import org.entente.law.Indicators.Observation;
import org.entente.law.Indicators.Screening;

/// A small language to say what was seen.
final class IndicatorScenario {

    private IndicatorScenario() {}

    /// A screening that saw these indicators and asked about no other.
    static Screening seen(IndicatorSet list, List<Indicator> indicators) {
        var observations = new LinkedHashMap<String, Observation>();
        indicators.forEach(one -> observations.put(one.id(), Observation.OBSERVED));
        return new Screening(list, observations, false);
    }

    static Screening seen(IndicatorSet list, String... ids) {
        return seen(list, Stream.of(ids).map(id -> indicator(list, id)).toList());
    }

    /// So many strong, medium and weak indicators of one dimension, the first of each in the list.
    static Screening seen(IndicatorSet list, Dimension dimension, int strong, int medium, int weak) {
        var some = new ArrayList<Indicator>();
        some.addAll(first(list, dimension, Strength.STRONG, strong));
        some.addAll(first(list, dimension, Strength.MEDIUM, medium));
        some.addAll(first(list, dimension, Strength.WEAK, weak));
        return seen(list, some);
    }

    static Indicator indicator(IndicatorSet list, String id) {
        return list.indicators().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    static List<String> english(List<Text> lines) {
        return lines.stream().map(Text::english).toList();
    }

    private static List<Indicator> first(IndicatorSet list, Dimension dimension, Strength strength, int count) {
        var some = list.indicators().stream()
            .filter(one -> one.dimension() == dimension && one.strength() == strength).limit(count).toList();
        if (some.size() < count) {
            throw new IllegalArgumentException("the list has not so many: " + some);
        }
        return some;
    }
}
