package org.entente.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entente.fusion.FusionScenario.Being.ANIMAL;
import static org.entente.fusion.FusionScenario.Being.PERSON;
import static org.entente.fusion.FusionScenario.camera;
import static org.entente.fusion.FusionScenario.fibre;
import static org.entente.fusion.FusionScenario.radar;
import static org.entente.fusion.FusionScenario.thermal;
import static org.entente.fusion.FusionScenario.units;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The same night gives the same tracks, alarms and standings to the bit: again, shuffled within a moment, and from a snapshot.
/// (T09 asks the same of a machine without a compiler.)
class T05_DeterminismTest {

    static List<Long> seeds() {
        return FusionScenario.seeds();
    }

    private static FusionScenario night(long seed) {
        return new FusionScenario(seed).fence(0, 200, 400, 200).with(thermal(3, 5), 0.4, 1).with(radar("R1"))
            .with(camera(), 0.5, 1.5).with(fibre(0.95)).with(units(), 0.3, 1).walks(PERSON, 150, 240, 0.2, -1.4)
            .walks(PERSON, 220, 260, -0.4, -1.2).walks(ANIMAL, 60, 250, 1.5, -3).patrols("U1", 300, 230, 0, -1.3)
            .until(60);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_same_night_twice_says_the_same(long seed) {
        var once = Played.of(night(seed));
        assertThat(once.raised()).isNotEmpty();
        assertThat(Played.of(night(seed)).hash()).isEqualTo(once.hash());
        assertThat(Played.of(night(seed + 1_000)).hash()).as("another night").isNotEqualTo(once.hash());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_arrives_in_one_moment_may_arrive_in_any_order(long seed) {
        var night = night(seed);
        var together = night.scans().stream().map(scan -> new Scan(scan.number, Math.ceil(2 * scan.arrived()) / 2,
            scan.at, scan.sensor, scan.ids, scan.a, scan.b, scan.scores, scan.units)).toList();
        var straight = Played.of(night.setup(), together, 60);
        for (long order = 1; order <= 3; order++) {
            var shuffled = new ArrayList<>(together);
            Collections.shuffle(shuffled, new Random(order));
            var played = Played.of(night.setup(), FusionScenario.arrived(shuffled), 60);
            assertThat(played.words()).isEqualTo(straight.words());
            assertThat(played.hash()).isEqualTo(straight.hash());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_snapshot_at_any_moment_goes_on_as_the_original_would(long seed) throws IOException {
        var night = night(seed);
        var scans = night.scans();
        for (double moment : new double[]{0, 0.5, 3, 17.5, 34, 36, 41.5, 59}) {
            var original = Played.of(night.setup(), scans, moment);
            var restored = Fusion.read(night.setup(), Parameters.defaults(), in(bytes(original.fusion)));
            var going = Played.goingOn(original.fusion, scans, moment + 0.5, 60);
            assertThat(going.words()).isNotEmpty();
            assertThat(Played.goingOn(restored, scans, moment + 0.5, 60).words()).as("from " + moment)
                .isEqualTo(going.words());
        }
    }

    @Test
    void a_snapshot_of_a_snapshot_is_the_same_bytes() throws IOException {
        var night = night(3);
        var bytes = bytes(Played.of(night).fusion);
        assertThat(bytes(Fusion.read(night.setup(), Parameters.defaults(), in(bytes)))).isEqualTo(bytes);
    }

    @Test
    void a_snapshot_of_another_site_or_no_snapshot_at_all_is_refused() throws IOException {
        var bytes = bytes(Played.of(night(3)).fusion);
        var other = new FusionScenario(1).with(radar("R1")).with(thermal(3, 5)).with(camera()).with(camera())
            .with(camera()).setup();
        assertThatThrownBy(() -> Fusion.read(other, Parameters.defaults(), in(bytes)))
            .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Fusion.read(night(3).setup(), Parameters.defaults(), in(new byte[40])))
            .isInstanceOf(IOException.class);
        for (int cut : new int[]{3, 100, bytes.length / 2, bytes.length - 1}) {
            assertThatThrownBy(() -> Fusion.read(night(3).setup(), Parameters.defaults(),
                in(java.util.Arrays.copyOf(bytes, cut)))).isInstanceOf(IOException.class);
        }
    }

    static byte[] bytes(Fusion fusion) throws IOException {
        var bytes = new ByteArrayOutputStream();
        fusion.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static DataInputStream in(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }
}
