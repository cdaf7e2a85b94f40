package org.entente.picture;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.entente.kernel.Text;

/// The numbers of the first alarm rules, in one place. A deployment may bring its own.
///
/// Why so: never rely on one report of one sensor, and never on one sensor without need (US border ground sensors: over
/// nine in ten alerts were false, DHS OIG-06-15); hysteresis, one alarm once, and a quiet time that does not swallow a real
/// second event (what users of open systems ask for most). Fresh air has about 400 ppm CO2, one person in an empty container
/// about 500, organic loads raise it; a probe needs two to three minutes. Wind makes heartbeat detectors report nobody.
///
/// @param together how near in time two weaker indications of different kinds in one zone must be
/// @param clear how long the contrary must last before an alarm returns
/// @param tooOld a reading that arrives later than this after it happened raises no alarm
/// @param tooOldForLife the same for a life at risk
public record AlarmParameters(List<Rule> rules, Duration together, Duration clear, Duration tooOld,
    Duration tooOldForLife) {

    /// Where reports must coincide: anywhere in one zone, or at one sensor (one lorry).
    public enum Scope { ZONE, SENSOR }

    /// One rule: `times` reports of at least `alarm` within `within` raise `kind`.
    ///
    /// @param hint at least this much is a weaker indication; equal to `alarm` where there is none
    /// @param clearAt at most this much is the contrary: the alarm returns after [#clear]; negative: nothing is the contrary
    /// @param quiet how long without a report of at least `alarm` before the alarm returns; zero: only the contrary returns it
    public record Rule(String id, SensorKind sensor, double alarm, double hint, double clearAt, int times,
        Duration within,
        Scope scope, String kind, Duration quiet) {

        public Rule {
            if (times < 1 || times > Window.HELD || !(hint <= alarm)) {
                throw new IllegalArgumentException("the rule makes no sense: " + id);
            }
        }
    }

    /// Two weaker indications of different kinds; a rule of its own in every zone.
    public static final String TOGETHER = "together";

    /// Somebody was followed over the fence: weighed by the fusion, not counted.
    public static final String CROSSING = "crossing";

    private static final int NONE = -1;

    public AlarmParameters {
        rules = List.copyOf(rules);
    }

    /// What the reference deployment uses.
    public static AlarmParameters defaults() {
        var minute = Duration.ofMinutes(1);
        var lorry = Duration.ofMinutes(3);
        return new AlarmParameters(List.of(
            rule("fence", SensorKind.FENCE_FIBRE, 3.0, 2.0, NONE, 2, 10, Scope.ZONE, "INTRUSION", minute),
            rule("infrared", SensorKind.INFRARED, 0.8, 0.6, NONE, 2, 20, Scope.ZONE, "INTRUSION", minute),
            rule("radar", SensorKind.RADAR, 0.8, 0.6, NONE, 3, 30, Scope.ZONE, "INTRUSION", minute),
            rule("beam", SensorKind.BEAM, 1, 1, NONE, 2, 20, Scope.ZONE, "INTRUSION", minute),
            rule("track", SensorKind.TUNNEL, 0.8, 0.6, NONE, 2, 10, Scope.ZONE, "PERSON_ON_TRACK", minute),
            rule("water", SensorKind.WATER, 0.8, 0.8, NONE, 2, 20, Scope.ZONE, "PERSON_IN_WATER", minute),
            rule("co2", SensorKind.CO2, 800, 800, 600, 2, 180, Scope.SENSOR, "PERSON_IN_LORRY", lorry),
            rule("heartbeat", SensorKind.HEARTBEAT, 0.8, 0.8, 0.5, 1, 1, Scope.SENSOR, "PERSON_IN_LORRY", lorry),
            rule("smoke", SensorKind.SMOKE, 1, 1, 0, 1, 1, Scope.ZONE, "FIRE", Duration.ZERO),
            rule("power", SensorKind.POWER, 1, 1, 0, 1, 1, Scope.ZONE, "POWER_LOSS", Duration.ZERO)),
            Duration.ofSeconds(30), minute, Duration.ofMinutes(10), Duration.ofHours(1));
    }

    /// A rule in one sentence, for whoever asks why; empty for a rule that is not here.
    public Optional<Text> describe(String rule) {
        if (rule.equals(TOGETHER)) {
            return Optional.of(Reasons.together(this));
        }
        if (rule.equals(CROSSING)) {
            return Optional.of(Reasons.CROSSING);
        }
        return rules.stream().filter(one -> one.id().equals(rule)).findFirst().map(Reasons::rule);
    }

    private static Rule rule(String id, SensorKind sensor, double alarm, double hint, double clearAt, int times,
        long seconds,
        Scope scope, String kind, Duration quiet) {
        return new Rule(id, sensor, alarm, hint, clearAt, times, Duration.ofSeconds(seconds), scope, kind, quiet);
    }
}
