package org.entente.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.access.AccessScenario.marked;
import static org.entente.kernel.Classification.OFFICIAL;
import static org.entente.kernel.Classification.SECRET;
import static org.entente.kernel.Classification.SENSITIVE;

import java.util.List;
import org.entente.access.Visibility.Sight;
import org.entente.kernel.AgencyId;
import org.entente.kernel.Purpose;
import org.junit.jupiter.api.Test;

/// One rule decides who may see a marked thing.
class A02_WhoMaySeeTest {

    private final Viewer paf = new Viewer(new AgencyId("PAF"), "FR", Purpose.OPERATIONS, SENSITIVE, List.of("LIAISON"));

    @Test
    void what_is_released_to_nobody_in_particular_is_for_the_whole_centre() {
        assertThat(Visibility.maySee(paf, marked("NCA", OFFICIAL, List.of(), ""))).isTrue();
    }

    @Test
    void what_is_released_to_another_state_is_not_seen() {
        assertThat(Visibility.maySee(paf, marked("NCA", OFFICIAL, List.of("GB"), ""))).isFalse();
        assertThat(Visibility.maySee(paf, marked("NCA", OFFICIAL, List.of("GB", "FR"), ""))).isTrue();
        assertThat(Visibility.maySee(paf, marked("NCA", OFFICIAL, List.of("PAF"), ""))).isTrue();
    }

    @Test
    void an_agency_always_sees_its_own_as_far_as_it_is_cleared() {
        assertThat(Visibility.maySee(paf, marked("PAF", SENSITIVE, List.of("GB"), ""))).isTrue();
        assertThat(Visibility.maySee(paf, marked("PAF", SECRET, List.of("GB"), ""))).isFalse();
    }

    @Test
    void a_compartment_admits_only_its_own() {
        assertThat(Visibility.maySee(paf, marked("NCA", OFFICIAL, List.of(), "LIAISON"))).isTrue();
        assertThat(Visibility.maySee(paf, marked("PAF", OFFICIAL, List.of(), "SOURCES"))).isFalse();
    }

    @Test
    void a_life_at_risk_always_shows_its_place_and_need_and_no_more() {
        var secret = marked("NCA", SECRET, List.of("GB"), "SOURCES");
        assertThat(Visibility.of(paf, secret, true)).isEqualTo(Sight.RESTRICTED);
        assertThat(Visibility.of(paf, secret, false)).isEqualTo(Sight.NONE);
        assertThat(Visibility.of(paf, marked("NCA", OFFICIAL, List.of(), ""), true)).isEqualTo(Sight.FULL);
    }
}
