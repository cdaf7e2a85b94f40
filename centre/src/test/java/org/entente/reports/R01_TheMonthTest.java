package org.entente.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.reports.ReportNight.BORDER_FORCE;
import static org.entente.reports.ReportNight.MARCH;
import static org.entente.reports.ReportNight.PAF;
import static org.entente.reports.ReportNight.PICTURE;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.entente.kernel.Language;
import org.entente.reports.Figures.Handling;
import org.entente.reports.Figures.Spread;
import org.entente.reports.Figures.Triple;
import org.entente.reports.ReportNight.Handled;
import org.junit.jupiter.api.Test;

/// What the figures of a month are, counted by hand.
class R01_TheMonthTest {

    private static final Instant TEN = Instant.parse("2016-03-03T21:00:00Z");

    private final ReportNight night = new ReportNight();

    @Test
    void a_month_without_entries_is_all_zero_and_can_be_printed() {
        var reports = night.reports();
        assertThat(reports.months()).isEmpty();
        assertThat(reports.figures(MARCH).total()).isEqualTo(new Triple(0, 0, 0));
        assertThat(reports.html(MARCH, Language.FR)).contains("aucune écriture ce mois-ci");
    }

    @Test
    void seen_detected_and_disrupted_are_told_by_the_state_of_the_desk_that_acted() {
        night.raised("A1", "INTRUSION", "CALAIS", TEN).raised("A2", "INTRUSION", "CALAIS", TEN)
            .raised("A3", "INTRUSION", "LOON", TEN)
            .handled(new Handled("I1", "A1", "INTRUSION", "CALAIS", PAF, "PREVENTED"), TEN.plusSeconds(60), 60)
            .handled(new Handled("I2", "A2", "INTRUSION", "CALAIS", BORDER_FORCE, "NO_TRACE"), TEN.plusSeconds(60), 60);
        var figures = night.reports().figures(MARCH);
        assertThat(figures.total()).isEqualTo(new Triple(3, 2, 1));
        assertThat(figures.sides()).extracting(Figures.Side::attempts).containsExactly(new Triple(1, 1, 1),
            new Triple(1, 1, 0), new Triple(1, 0, 0));
        assertThat(figures.sites()).extracting(Figures.Site::attempts).containsExactly(new Triple(2, 2, 1),
            new Triple(0, 0, 0), new Triple(0, 0, 0), new Triple(1, 0, 0));
    }

    @Test
    void a_fire_is_no_attempt_but_stands_among_all_events_and_lives_at_risk() {
        night.raised("A1", "FIRE", "CALAIS", TEN).handled(new Handled("I1", "A1", "FIRE", "CALAIS", PAF, "RESCUED"),
            TEN.plusSeconds(30), 100);
        var figures = night.reports().figures(MARCH);
        assertThat(figures.total()).isEqualTo(new Triple(0, 0, 0));
        assertThat(figures.kinds()).contains(new Figures.Kind("FIRE", false, new Triple(1, 1, 1)));
        assertThat(figures.life().incidents())
            .containsExactly(new Figures.Rescue("I1", "FIRE", "CALAIS", TEN.plusSeconds(30), Optional.of(25L),
                Optional.of(100L), Optional.of(800L), Optional.of("RESCUED")));
    }

    @Test
    void the_hour_is_that_of_the_wall_clock_also_in_summer() {
        var july = Instant.parse("2016-07-03T21:30:00Z");
        night.raised("A1", "INTRUSION", "CALAIS", TEN).raised("A2", "INTRUSION", "CALAIS", july);
        assertThat(night.reports().figures(MARCH).hours().get(22).seen()).isEqualTo(1);
        assertThat(night.reports().figures(YearMonth.of(2016, 7)).hours().get(23).seen()).isEqualTo(1);
    }

    @Test
    void an_incident_is_detected_in_one_month_and_disrupted_in_the_next() {
        night.opened("I1", "INTRUSION", "CALAIS", PAF, Instant.parse("2016-03-31T21:59:00Z"))
            .closed("I1", "FOUND", PAF, Instant.parse("2016-03-31T22:00:00Z"));
        assertThat(night.reports().figures(MARCH).total()).isEqualTo(new Triple(0, 1, 0));
        assertThat(night.reports().figures(MARCH.plusMonths(1)).total()).isEqualTo(new Triple(0, 0, 1));
        assertThat(night.reports().months()).extracting(Reports.Month::month).containsExactly(MARCH.plusMonths(1),
            MARCH);
    }

    @Test
    void task_times_are_medians_and_nine_in_ten_of_what_was_measured() {
        for (int i = 1; i <= 10; i++) {
            night.task("I1", "T" + i, "proposed", PAF, TEN).task("I1", "T" + i, "approved", PAF,
                TEN.plusSeconds(i * 10L));
        }
        night.task("I1", "T11", "proposed", PAF, TEN);
        var tasks = night.reports().figures(MARCH).tasks();
        assertThat(tasks.proposed()).isEqualTo(11);
        assertThat(tasks.steps().getFirst()).isEqualTo(new Figures.Step("approval", new Spread(10, 50, 90)));
        assertThat(tasks.steps().getLast().time().n()).isZero();
    }

    @Test
    void a_dismissed_alarm_is_counted_as_such() {
        night.raised("A1", "INTRUSION", "CALAIS", TEN).raised("A2", "POWER_LOSS", "CALAIS", TEN).dismissed("A1", PAF,
            TEN.plusSeconds(5));
        assertThat(night.reports().figures(MARCH).handling()).isEqualTo(new Handling(2, 0, 1, 1, 0, 0));
    }

    @Test
    void what_a_suppression_by_design_kept_from_everybody_was_not_seen_and_is_counted_apart() {
        night.raised("A1", "INTRUSION", "CALAIS", TEN).suppressed("A2", "INTRUSION", "CALAIS", TEN)
            .suppressed("A3", "POWER_LOSS", "CALAIS", TEN);
        var figures = night.reports().figures(MARCH);
        assertThat(figures.total()).isEqualTo(new Triple(1, 0, 0));
        assertThat(figures.kinds()).contains(new Figures.Kind("POWER_LOSS", false, new Triple(0, 0, 0)));
        assertThat(figures.hours().stream().mapToLong(Figures.Hour::seen).sum()).isEqualTo(1);
        assertThat(figures.handling()).isEqualTo(new Handling(1, 0, 0, 1, 0, 2));
        assertThat(night.reports().html(MARCH, Language.EN)).contains("put before nobody and in no column: 2");
    }

    @Test
    void what_was_brought_back_or_acted_on_all_the_same_was_seen() {
        night.suppressed("A1", "INTRUSION", "CALAIS", TEN).released("A1", TEN.plusSeconds(600))
            .suppressed("A2", "INTRUSION", "CALAIS", TEN).dismissed("A2", PAF, TEN.plusSeconds(60))
            .suppressed("A3", "INTRUSION", "CALAIS", TEN)
            .handled(new Handled("I1", "A3", "INTRUSION", "CALAIS", PAF, "PREVENTED"), TEN.plusSeconds(60), 60);
        var figures = night.reports().figures(MARCH);
        assertThat(figures.total()).isEqualTo(new Triple(3, 1, 1));
        assertThat(figures.handling()).isEqualTo(new Handling(3, 1, 1, 1, 0, 0));
    }

    @Test
    void what_is_unknown_or_unreadable_is_counted_and_stops_nothing() {
        night.entry("x/1", "balloon.seen", PAF, TEN, "[]").entry("alarm/1", "alarm.raised", PICTURE, TEN, "not json")
            .entry("incident/1", "incident.closed", PAF, TEN, "{\"outcome\":null}")
            .entry("alarm/2", "alarm.raised", PICTURE, TEN, "{}");
        var figures = night.reports().figures(MARCH);
        assertThat(figures.record()).isEqualTo(new Figures.Record(4, 0, 0, 1,
            Optional.of(new Figures.Checkpoint("entente.example/calais", 1234,
                "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="))));
        assertThat(night.reports().pdf(MARCH, Language.EN)).isNotEmpty();
    }

    @Test
    void what_is_added_up_agrees_in_every_table_and_grows_with_the_journal() {
        for (long seed : List.of(1L, 2L, 3L, 4L, 5L)) {
            var busy = ReportNight.night(seed);
            var asked = busy.reports();
            var figures = asked.figures(MARCH);
            assertThat(sum(figures.sides().stream().map(Figures.Side::attempts).toList())).isEqualTo(figures.total());
            assertThat(sum(figures.sites().stream().map(Figures.Site::attempts).toList())).isEqualTo(figures.total());
            assertThat(sum(figures.kinds().stream().filter(Figures.Kind::attempt).map(Figures.Kind::events).toList()))
                .isEqualTo(figures.total());
            assertThat(figures.hours().stream().mapToLong(Figures.Hour::seen).sum()).isEqualTo(figures.total().seen());
            assertThat(figures.handling().raised()).isEqualTo(140);
            busy.raised("LAST", "INTRUSION", "CALAIS", TEN);
            assertThat(asked.figures(MARCH)).isEqualTo(busy.reports().figures(MARCH)).isNotEqualTo(figures);
        }
    }

    private static Triple sum(List<Triple> triples) {
        return triples.stream().reduce(new Triple(0, 0, 0),
            (a, b) -> new Triple(a.seen() + b.seen(), a.detected() + b.detected(), a.disrupted() + b.disrupted()));
    }
}
