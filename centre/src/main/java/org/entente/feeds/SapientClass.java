package org.entente.feeds;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What kind of thing was detected: as much as the centre keeps of a classification, and no more.
enum SapientClass {
    PERSON("person", List.of("human", "person", "people", "pedestrian")),
    VEHICLE("vehicle", List.of("vehicle", "car", "lorry", "truck", "van", "bus", "motorcycle", "bicycle")),
    ANIMAL("animal", List.of("animal", "dog", "bird")),
    OTHER("other", List.of());

    private static final Pattern WITHIN = Pattern.compile("(?<=[a-z])(?=[A-Z])");
    private static final Pattern BETWEEN = Pattern.compile("[^a-z]+");

    final String key;
    private final List<String> words;

    SapientClass(String key, List<String> words) {
        this.key = key;
        this.words = words;
    }

    /// The kind a word of a taxonomy means.
    ///
    /// `Air Vehicle` and `Sea Vehicle` are other: what the centre calls a vehicle drives on land.
    static SapientClass of(String type) {
        var plain = type.toLowerCase(Locale.ROOT);
        for (var kind : values()) { // one word and nothing else, as most say it
            if (kind.words.contains(plain)) {
                return kind;
            }
        }
        var said = List.of(BETWEEN.split(WITHIN.matcher(type).replaceAll(" ").toLowerCase(Locale.ROOT)));
        boolean elsewhere = said.contains("air") || said.contains("sea") || said.contains("space")
            || said.contains("subsurface");
        for (var kind : elsewhere ? List.<SapientClass>of() : List.of(values())) {
            if (kind.words.stream().anyMatch(said::contains)) {
                return kind;
            }
        }
        return OTHER;
    }
}
