package org.entente.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The picture at T is the same however it was reached.
class P06_LiveAndReplayTest {

    private record Run(Picture picture, List<Fact> facts) {}

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20_150_820, 20_160_303})
    void a_live_picture_with_any_ticks_between_equals_the_replay_at_any_moment(long seed) {
        var inputs = new PictureNight(seed, false).inputs(3_000);
        var chance = PictureNight.chance(seed + 1);
        var live = new Run(new Picture(PictureScenario.setup()), new ArrayList<>());
        for (int i = 0; i < inputs.size(); i++) {
            live.facts().addAll(live.picture().on(inputs.get(i)));
            var until = i + 1 < inputs.size()
                ? inputs.get(i + 1).receivedAt()
                : inputs.get(i).receivedAt().plusSeconds(3_600);
            var now = inputs.get(i).receivedAt();
            while (chance.nextInt(3) != 0 && now.isBefore(until)) {
                now = now.plusMillis(chance.nextLong(until.toEpochMilli() - now.toEpochMilli() + 1));
                live.facts().addAll(live.picture().tickTo(now));
            }
            if (chance.nextInt(300) == 0) {
                live.facts().addAll(live.picture().tickTo(until));
                same(live, replay(inputs, until, i + 1));
            }
        }
        assertThat(live.facts()).hasSizeGreaterThan(50);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_picture_restored_in_mid_run_goes_on_as_if_nothing_had_been(long seed) {
        var inputs = new PictureNight(seed, seed > 3).inputs(3_000);
        var chance = PictureNight.chance(seed + 1);
        var whole = new Picture(PictureScenario.setup());
        var broken = new Picture(PictureScenario.setup());
        var facts = new ArrayList<Fact>();
        var factsOfBroken = new ArrayList<Fact>();
        for (var input : inputs) {
            facts.addAll(whole.on(input));
            factsOfBroken.addAll(broken.on(input));
            if (chance.nextInt(40) == 0) {
                broken = Picture.restore(PictureScenario.setup(), broken.snapshot());
            }
        }
        assertThat(broken.snapshot()).isEqualTo(whole.snapshot());
        assertThat(factsOfBroken).isEqualTo(facts);
        assertThat(broken.sensors()).isEqualTo(whole.sensors());
        assertThat(broken.units()).isEqualTo(whole.units());
    }

    @Test
    void time_that_was_let_pass_within_a_second_leaves_no_trace() {
        var lived = new PictureScenario().says(1, PictureScenario.FIBRE, 0.1).passes(5.9)
            .says(5.1, PictureScenario.FIBRE, 0.2).passes(6);
        var replayed = new PictureScenario().says(1, PictureScenario.FIBRE, 0.1).says(5.1, PictureScenario.FIBRE, 0.2)
            .passes(6);
        assertThat(lived.picture.snapshot()).isEqualTo(replayed.picture.snapshot());
    }

    @Test
    void an_input_that_time_was_let_pass_over_is_told_to_whoever_watches_the_loop() {
        var night = new PictureScenario().says(1, PictureScenario.FIBRE, 0.1).passes(5.2).says(5.1,
            PictureScenario.FIBRE, 0.2);
        assertThat(night.picture.overtaken()).isZero();
        night.says(4.9, PictureScenario.FIBRE, 0.3);
        assertThat(night.picture.overtaken()).isEqualTo(1);
    }

    @Test
    void what_is_no_snapshot_is_refused() {
        var good = new Picture(PictureScenario.setup()).snapshot();
        good[7]++;
        assertThatIllegalArgumentException().isThrownBy(() -> Picture.restore(PictureScenario.setup(), good));
        assertThatIllegalArgumentException().isThrownBy(() -> Picture.restore(PictureScenario.setup(), new byte[3]));
    }

    private static void same(Run live, Run replay) {
        assertThat(live.facts()).isEqualTo(replay.facts());
        assertThat(live.picture().snapshot()).isEqualTo(replay.picture().snapshot());
    }

    /// All inputs received up to a moment (those folded so far: several may share the millisecond), then time up to it.
    private static Run replay(List<PictureInput> inputs, Instant until, int folded) {
        var run = new Run(new Picture(PictureScenario.setup()), new ArrayList<>());
        inputs.subList(0, folded).forEach(input -> run.facts().addAll(run.picture().on(input)));
        run.facts().addAll(run.picture().tickTo(until));
        return run;
    }
}
