package org.entente.picture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.entente.kernel.Position;
import org.entente.kernel.SensorId;
import org.entente.kernel.UnitId;
import org.entente.picture.PictureInput.Observed;
import org.entente.picture.PictureInput.UnitGone;
import org.entente.picture.PictureInput.UnitMoved;

/// A night made by a seed: sensors that are late, doubled, absurd, at fault or dead, and clocks that jump.
final class PictureNight {

    private static final String[] NONSENSE = {"", "null", "{", "\"OK", "[[[[", "{\"lat\":1e999}", "\u0000", "true",
            "\"\ud83d", "9".repeat(4000)};

    private final RandomGenerator chance;
    private final List<PictureSetup.Sensor> sensors = PictureScenario.setup().sensors();
    private final boolean hostile;
    private Instant now = PictureScenario.NIGHT;
    private long seq;

    PictureNight(long seed, boolean hostile) {
        chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.hostile = hostile;
    }

    static RandomGenerator chance(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    List<PictureInput> inputs(int count) {
        var inputs = new ArrayList<PictureInput>();
        for (int i = 0; i < count; i++) {
            boolean again = hostile && chance.nextInt(20) == 0 && !inputs.isEmpty();
            inputs.add(again ? inputs.get(chance.nextInt(inputs.size())) : next());
        }
        return inputs;
    }

    private PictureInput next() {
        now = now.plusMillis(chance.nextInt(10) == 0 ? chance.nextInt(90_000) : chance.nextInt(900));
        if (hostile && chance.nextInt(200) == 0) {
            now = now.plusSeconds(chance.nextInt(-4_000, 40_000_000));
        }
        seq += hostile ? chance.nextInt(3) : 1;
        return switch (chance.nextInt(12)) {
            case 0, 1 -> moved();
            case 2 -> new UnitGone(seq, now, unit());
            case 3 -> health();
            default -> observed();
        };
    }

    private PictureInput observed() {
        var sensor = sensors.get(chance.nextInt(sensors.size()));
        double value = switch (sensor.kind()) {
            case FENCE_FIBRE -> chance.nextDouble(5);
            case CO2 -> chance.nextDouble(300, 1200);
            case BEAM, SMOKE, POWER -> chance.nextInt(2);
            case INFRARED, RADAR, CAMERA, TUNNEL, HEARTBEAT, WATER -> chance.nextDouble();
        };
        var result = switch (sensor.kind()) {
            case RADAR -> radar(value);
            case CAMERA -> "{\"scan\":[{\"bearing\":" + (40 * value - 20 + 360) % 360
                + ",\"class\":{\"person\":" + value + ",\"animal\":" + (1 - value) + "}}]}";
            case FENCE_FIBRE, INFRARED, BEAM, TUNNEL, CO2, HEARTBEAT, WATER, SMOKE, POWER -> Double.toString(value);
        };
        if (hostile && chance.nextInt(10) == 0) {
            value = new double[]{Double.NaN, -1, 1e300, Double.NEGATIVE_INFINITY, 0.5}[chance.nextInt(5)];
            result = NONSENSE[chance.nextInt(NONSENSE.length)];
        }
        var id = hostile && chance.nextInt(30) == 0 ? new SensorId("ds:" + chance.nextInt(50)) : sensor.id();
        var property = hostile && chance.nextInt(30) == 0 ? "weather" : sensor.kind().property();
        return new Observed(seq, now, 1, id, property, when(), result, value);
    }

    /// One detection somewhere, or a look at two who walk towards the fence and away from it.
    private String radar(double value) {
        double second = now.toEpochMilli() / 1e3 % 120;
        return chance.nextInt(4) == 0
            ? "{\"lat\":50.9,\"lon\":1.8,\"confidence\":" + value + "}"
            : "{\"scan\":[{\"lat\":" + (50.9655 - 1e-5 * second) + ",\"lon\":1.86},{\"lat\":50.9652,\"lon\":"
                + (1.8598 + 1e-5 * second) + ",\"class\":{\"person\":" + value + "}}]}";
    }

    private PictureInput health() {
        var word = chance.nextInt(3) == 0 ? "\"FAULT\"" : hostile && chance.nextInt(4) == 0 ? "OK" : "\"OK\"";
        return new Observed(seq, now, 1, sensors.get(chance.nextInt(sensors.size())).id(), "health", when(), word,
            Double.NaN);
    }

    private PictureInput moved() {
        return new UnitMoved(seq, now, unit(), "C", "a-f-G", near(), Double.NaN,
            chance.nextDouble(9), when(),
            when().plusSeconds(chance.nextInt(120)));
    }

    private Position near() {
        return chance.nextBoolean()
            ? new Position(50 + chance.nextDouble(), 1)
            : new Position(50.965 + 0.001 * chance.nextDouble(), 1.86);
    }

    private UnitId unit() {
        return new UnitId("U-" + chance.nextInt(8));
    }

    private Instant when() {
        if (hostile && chance.nextInt(15) == 0) {
            return new Instant[]{Instant.MIN.plusSeconds(200), Instant.MAX.minusSeconds(200), Instant.EPOCH,
                    now.minusSeconds(86_400), now.plusSeconds(86_400)}[chance.nextInt(5)];
        }
        return now.minusMillis(chance.nextInt(5) == 0 ? chance.nextInt(30_000) : 0);
    }
}
