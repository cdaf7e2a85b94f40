package org.entente.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.entente.operations.AlarmLoad.Flood;
import org.entente.operations.AlarmPhilosophy.Urgency;

/// How well the alarms of a time served the people who had to answer them (ISA-18.2 "monitoring and assessment"; EEMUA 191):
/// which sensors and places raised most and for what, how fast they were answered, and how long the centre was in flood.
///
/// About places and sensors only. Alarms under a suppression by design were put before nobody: they are counted apart.
///
/// @param suppressed raised under a suppression by design and never given back, in none of the other figures
/// @param floodShare part of the time in flood, 0 to 1
/// @param meanAnswer from raised to the first act of an officer, over the alarms that had one
/// @param sensors the worst first; an alarm of two sensors counts for both, one of none for its place and rule
/// @param places the worst first
public record AlarmPerformance(Instant from, Instant to, int alarms, int suppressed, double floodShare,
    List<Flood> floods, Optional<Duration> meanAnswer, List<Priority> priorities, List<Source> sensors,
    List<Source> places) {

    private static final AlarmPhilosophy PHILOSOPHY = AlarmPhilosophy.STANDARD;

    /// Alarms of one urgency, against the share they should have.
    public record Priority(Urgency urgency, int alarms, double share) {}

    /// One sensor or place.
    ///
    /// @param id of the sensor or the place; of the place where no sensor is told
    /// @param rule that raised them, where no sensor is told; blank otherwise
    /// @param share of all alarms, 0 to 1
    /// @param verdicts what they turned out to be, as far as somebody has said
    /// @param chattering alarms that came three or more to a minute
    /// @param stale alarms that stood longer than a day
    /// @param fleeting alarms that were gone again before anybody answered
    public record Source(String id, String rule, int alarms, double share, Map<Verdict.Finding, Integer> verdicts,
        Optional<Duration> meanAnswer, int chattering, int stale, int fleeting) {

        public Source {
            verdicts = new EnumMap<>(verdicts);
        }

        @Override
        public Map<Verdict.Finding, Integer> verdicts() {
            return new EnumMap<>(verdicts);
        }
    }

    private record Key(String id, String rule) {}

    public AlarmPerformance {
        floods = List.copyOf(floods);
        priorities = List.copyOf(priorities);
        sensors = List.copyOf(sensors);
        places = List.copyOf(places);
    }

    /// The figures of the alarms raised from `from` to before `to`.
    public static AlarmPerformance of(Board board, Instant from, Instant to) {
        var all = board.alarms().stream().filter(alarm -> !alarm.at().isBefore(from) && alarm.at().isBefore(to))
            .toList();
        var shown = all.stream().filter(alarm -> alarm.handling().suppression().isBlank()).toList();
        var floods = board.load().floods(from, to);
        long flooded = floods.stream().mapToLong(one -> Duration.between(one.since(), one.until()).toMillis()).sum();
        long span = Math.max(1, Duration.between(from, to).toMillis());
        return new AlarmPerformance(from, to, shown.size(), all.size() - shown.size(), (double) flooded / span, floods,
            meanAnswer(shown), priorities(shown), sources(shown, to, AlarmPerformance::bySensor),
            sources(shown, to, alarm -> List.of(new Key(alarm.place(), ""))));
    }

    private static List<Key> bySensor(Alarm alarm) {
        return alarm.sensors().isEmpty()
            ? List.of(new Key(alarm.place(), alarm.rule()))
            : alarm.sensors().stream().map(sensor -> new Key(sensor, "")).toList();
    }

    private static List<Priority> priorities(List<Alarm> alarms) {
        var counts = new EnumMap<Urgency, Integer>(Urgency.class);
        alarms.forEach(alarm -> counts.merge(Urgency.of(alarm.priority()), 1, Integer::sum));
        return List.of(Urgency.values()).stream()
            .map(urgency -> new Priority(urgency, counts.getOrDefault(urgency, 0),
                share(counts.getOrDefault(urgency, 0), alarms.size())))
            .toList();
    }

    private static List<Source> sources(List<Alarm> alarms, Instant to, Function<Alarm, List<Key>> keys) {
        var bySource = new LinkedHashMap<Key, List<Alarm>>();
        alarms.forEach(alarm -> keys.apply(alarm)
            .forEach(key -> bySource.computeIfAbsent(key, _ -> new ArrayList<>()).add(alarm)));
        return bySource.entrySet().stream().map(one -> source(one.getKey(), one.getValue(), alarms.size(), to))
            .sorted(Comparator.comparingInt(Source::alarms).reversed().thenComparing(Source::id)
                .thenComparing(Source::rule))
            .toList();
    }

    private static Source source(Key key, List<Alarm> alarms, int ofAll, Instant to) {
        var verdicts = new EnumMap<Verdict.Finding, Integer>(Verdict.Finding.class);
        alarms.forEach(alarm -> alarm.handling().verdict().ifPresent(one -> verdicts.merge(one, 1, Integer::sum)));
        int stale = (int) alarms.stream().filter(alarm -> stale(alarm, to)).count();
        int fleeting = (int) alarms.stream().filter(AlarmPerformance::fleeting).count();
        return new Source(key.id(), key.rule(), alarms.size(), share(alarms.size(), ofAll), verdicts,
            meanAnswer(alarms), chattering(alarms), stale, fleeting);
    }

    private static boolean stale(Alarm alarm, Instant to) {
        var ended = alarm.handling().settledAt().orElse(to);
        var end = alarm.handling().returnedAt().filter(ended::isAfter).orElse(ended);
        return Duration.between(alarm.at(), end).compareTo(PHILOSOPHY.stale()) > 0;
    }

    private static boolean fleeting(Alarm alarm) {
        return alarm.handling().returnedAt()
            .filter(gone -> Duration.between(alarm.at(), gone).compareTo(PHILOSOPHY.fleeting()) <= 0)
            .filter(gone -> alarm.handling().answeredAt().filter(answer -> answer.isBefore(gone)).isEmpty())
            .isPresent();
    }

    /// Alarms that stand in a run of so many of one place within the minute.
    private static int chattering(List<Alarm> alarms) {
        var byPlace = new TreeMap<String, List<Instant>>();
        alarms.forEach(alarm -> byPlace.computeIfAbsent(alarm.place(), _ -> new ArrayList<>()).add(alarm.at()));
        return byPlace.values().stream().mapToInt(AlarmPerformance::inRuns).sum();
    }

    private static int inRuns(List<Instant> unsorted) {
        var times = unsorted.stream().sorted().toList();
        int run = PHILOSOPHY.chattering();
        int count = 0;
        int counted = 0; // index after the last alarm that was counted
        for (int last = run - 1; last < times.size(); last++) {
            int first = last - run + 1;
            if (Duration.between(times.get(first), times.get(last)).compareTo(PHILOSOPHY.chatter()) <= 0) {
                count += last + 1 - Math.max(first, counted);
                counted = last + 1;
            }
        }
        return count;
    }

    private static Optional<Duration> meanAnswer(List<Alarm> alarms) {
        var mean = alarms.stream().filter(alarm -> alarm.handling().answeredAt().isPresent())
            .mapToLong(alarm -> Duration.between(alarm.at(), alarm.handling().answeredAt().orElseThrow()).toMillis())
            .average();
        return mean.isPresent() ? Optional.of(Duration.ofMillis(Math.round(mean.getAsDouble()))) : Optional.empty();
    }

    private static double share(int part, int all) {
        return all == 0 ? 0 : (double) part / all;
    }
}
