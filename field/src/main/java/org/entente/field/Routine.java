package org.entente.field;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.entente.field.Reference.Sensor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/// What every sensor says once a minute when nothing happens: its property, a little noise below every threshold, and its health.
///
/// The same seed, sensor and minute always give the same words. While a planned event holds a property, that is said instead;
/// while it silences a sensor, nothing is.
final class Routine {

    private static final RandomGeneratorFactory<RandomGenerator> CHANCE = RandomGeneratorFactory.of("L64X128MixRandom");
    private static final int MINUTE = 60;

    /// A planned event's word over one sensor and property, `[from, to)`; without a result the sensor is silent.
    private record Spell(String property, Instant from, Instant to, Optional<JsonNode> result) {
        boolean at(Instant now) {
            return !now.isBefore(from) && now.isBefore(to);
        }
    }

    private final long seed;
    private final List<Sensor> sensors;
    private final Map<String, List<Spell>> spells = new TreeMap<>();

    Routine(long seed, List<Sensor> sensors) {
        this.seed = seed;
        this.sensors = sensors;
    }

    /// A planned event begins: from now on its holds and silences apply.
    synchronized void begin(Night.Event event, Instant at) {
        for (var hold : event.holds()) {
            add(hold.sensor(), new Spell(hold.property(), at.plusSeconds(hold.from()), at.plusSeconds(hold.to()),
                Optional.of(hold.result())));
        }
        for (var silence : event.silent()) {
            add(silence.sensor(),
                new Spell("", at.plusSeconds(silence.from()), at.plusSeconds(silence.to()), Optional.empty()));
        }
    }

    /// What is said in this second of the night; each sensor has its own second of every minute.
    synchronized List<Reading> at(Instant second) {
        var said = new ArrayList<Reading>();
        int now = (int) Math.floorMod(second.getEpochSecond(), (long) MINUTE);
        for (int i = 0; i < sensors.size(); i++) {
            if (i * MINUTE / sensors.size() == now) {
                say(i, second, said);
            }
        }
        return said;
    }

    private void say(int index, Instant at, List<Reading> said) {
        var sensor = sensors.get(index);
        var now = spells.getOrDefault(sensor.id(), List.of()).stream().filter(spell -> spell.at(at)).toList();
        if (now.stream().anyMatch(spell -> spell.result().isEmpty())) {
            return;
        }
        var chance = CHANCE.create(seed * 1_000_003 + index * 7_919L + at.getEpochSecond() / MINUTE);
        said.add(new Reading(sensor.id() + "/" + sensor.property(), at,
            held(now, sensor.property()).orElseGet(() -> calm(sensor, chance))));
        said.add(new Reading(sensor.id() + "/health", at, held(now, "health").orElse(StringNode.valueOf("OK"))));
    }

    private void add(String sensor, Spell spell) {
        spells.computeIfAbsent(sensor, _ -> new ArrayList<>()).add(spell);
    }

    private static Optional<JsonNode> held(List<Spell> now, String property) {
        return now.stream().filter(spell -> spell.property().equals(property)).findFirst().flatMap(Spell::result);
    }

    private static JsonNode calm(Sensor sensor, RandomGenerator chance) {
        return switch (sensor.kind()) {
            case "FENCE_FIBRE" -> number(chance.nextDouble() * (chance.nextInt(12) == 0 ? 1.5 : 0.6));
            case "INFRARED", "TUNNEL", "WATER" -> number(chance.nextDouble() * (chance.nextInt(20) == 0 ? 0.5 : 0.2));
            case "CO2" -> number(405 + chance.nextInt(110));
            case "HEARTBEAT" -> number(chance.nextDouble() * 0.35);
            case "BEAM", "SMOKE" -> BooleanNode.FALSE;
            case "POWER" -> BooleanNode.TRUE;
            case "RADAR" -> chance.nextInt(8) == 0 ? clutter(sensor, chance) : NullNode.getInstance();
            default -> throw new IllegalArgumentException("no such kind of sensor: " + sensor.kind());
        };
    }

    private static JsonNode clutter(Sensor radar, RandomGenerator chance) {
        return JsonNodeFactory.instance.objectNode()
            .put("lat", hundredth(radar.where().lat() * 1e4 + chance.nextInt(20)) / 1e4)
            .put("lon", hundredth(radar.where().lon() * 1e4 + chance.nextInt(20)) / 1e4)
            .put("confidence", hundredth(0.1 + chance.nextDouble() * 0.4));
    }

    private static JsonNode number(double value) {
        return DoubleNode.valueOf(hundredth(value));
    }

    private static double hundredth(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
