package org.entente.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.picture.PictureScenario.at;

import org.entente.picture.UnitState.Status;
import org.junit.jupiter.api.Test;

/// Where a unit is, until when that can be relied on, and whether it is on the air.
class P03_UnitsTest {

    private final PictureScenario night = new PictureScenario();

    @Test
    void a_position_is_held_until_it_is_stale() {
        night.patrol(1, 1, 60).passes(60);
        assertThat(night.patrol().status()).isEqualTo(Status.ON_AIR);
        night.passes(61);
        assertThat(night.patrol().status()).isEqualTo(Status.STALE);
        night.patrol(62, 62, 60);
        assertThat(night.patrol().status()).isEqualTo(Status.ON_AIR);
    }

    @Test
    void a_late_position_does_not_move_a_unit_back() {
        night.patrol(10, 10, 60).patrol(5, 11, 60);
        assertThat(night.patrol().time()).isEqualTo(at(10));
        assertThat(night.picture.counts().late()).isEqualTo(1);
    }

    @Test
    void a_unit_that_leaves_is_off_the_air_and_not_stale_later() {
        night.patrol(1, 1, 60).patrolLeaves(2).passes(600);
        assertThat(night.patrol().status()).isEqualTo(Status.OFF_AIR);
    }

    @Test
    void a_position_stale_on_arrival_is_stale_at_the_next_second() {
        night.patrol(1, 100.5, 10).passes(100.9);
        assertThat(night.patrol().status()).isEqualTo(Status.ON_AIR);
        night.passes(101);
        assertThat(night.patrol().status()).isEqualTo(Status.STALE);
    }
}
