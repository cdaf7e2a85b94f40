package org.entente.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.law.LawScenario.LAW;
import static org.entente.law.LawScenario.dublin;
import static org.entente.law.LawScenario.file;
import static org.entente.law.LawScenario.said;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// Where two readings are defensible both are shown, and the earlier one is the day by which to act.
class L07_DefensibleReadingsTest {

    @Test
    void silence_accepts_on_the_last_day_or_on_the_next_and_the_transfer_counts_from_either() {
        var silent = dublin("TRANSFER", "TRANSFER_DEADLINE",
            "{\"requestReceived\":\"2015-05-20\",\"reply\":null,\"appealSuspensive\":false,\"asOf\":\"2015-08-01\"}");
        assertThat(said(silent, "transferDeadline")).isEqualTo("2016-01-20");
        assertThat(said(silent, "transferDeadlineAnyOf")).isEqualTo("2016-01-20 2016-01-21");
        assertThat(LAW.answer(silent).limits().getLast().actBy()).isEqualTo(LocalDate.of(2016, 1, 20));
    }

    @Test
    void an_urgent_request_without_notice_of_postponement_shows_the_day_asked_for_and_the_month() {
        var urgent = dublin("TC", "REPLY_DEADLINE",
            "{\"requestReceived\":\"2015-05-20\",\"urgentReplyAskedBy\":\"2015-05-29\"}");
        assertThat(said(urgent, "deadline")).isEqualTo("2015-05-29");
        assertThat(said(urgent, "deadlineAnyOf")).isEqualTo("2015-05-29 2015-06-20");
        assertThat(said(dublin("TC", "REPLY_DEADLINE",
            "{\"requestReceived\":\"2015-05-20\",\"urgentReplyAskedBy\":\"2015-05-29\",\"postponementNotified\":\"2015-05-30\"}"),
            "deadlineAnyOf"))
            .as("a postponement told too late changes nothing").isEqualTo("2015-05-29 2015-06-20");
    }

    @Test
    void exactly_six_months_after_the_expiry_of_a_visa_lies_on_the_boundary_and_a_person_decides() {
        var facts = "{\"determiningState\":\"FR\",\"lodged\":\"%s\",\"leftTerritory\":false,"
            + "\"visa\":{\"state\":\"GB\",\"from\":\"2014-10-01\",\"to\":\"2015-04-01\",\"enabledEntry\":true}}";
        var boundary = dublin("CRITERIA", "CRITERION RESPONSIBLE", facts.formatted("2015-10-01"));
        assertThat(said(boundary, "criterion")).isEqualTo("12(4)");
        assertThat(said(boundary, "responsibleAnyOf")).isEqualTo("GB FR");
        assertThat(said(boundary, "review")).isEqualTo("BOUNDARY");
        assertThat(said(dublin("CRITERIA", "RESPONSIBLE", facts.formatted("2015-09-30")), "responsible"))
            .isEqualTo("GB");
        assertThat(said(dublin("CRITERIA", "RESPONSIBLE", facts.formatted("2015-10-02")), "responsible"))
            .isEqualTo("FR");
    }

    @Test
    void between_the_printed_day_of_the_successor_and_the_day_used_both_regimes_are_shown() {
        var between = file("AMMR", "APPLICABILITY", "REGIME",
            "{\"requestingState\":\"FR\",\"requestedState\":\"DE\",\"registered\":\"2026-06-20\"}");
        assertThat(said(between, "criteriaRegime")).isEqualTo("AMMR");
        assertThat(said(between, "criteriaRegimeAnyOf")).isEqualTo("AMMR DUBLIN3");
        var other = new Law(Holidays.computed(),
            new Law.Succession(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 1), Law.Succession.usual().evidence()));
        assertThat(said(other.answer(between), "criteriaRegime")).as("the day is a setting, not a constant")
            .isEqualTo("DUBLIN3");
    }

    @Test
    void the_bar_to_removal_and_the_dublin_clock_run_apart() {
        var facts = "{\"requestingState\":\"FR\",\"requestedState\":\"DE\",\"accepted\":\"2015-06-18\",\"appealSuspensive\":false,"
            + "\"traffickingPermitRefused\":\"2015-09-01\",\"reviewOfPermitRefusal\":{\"filed\":\"2015-09-10\",\"suspensiveUnderNationalLaw\":true,\"decided\":null},"
            + "\"informedAndChosen\":\"2015-11-25\",\"asOf\":\"2015-12-10\"}";
        var opinion = LAW.answer(dublin("TRANSFER", "TRANSFER_DEADLINE REMOVAL_ALLOWED", facts));
        assertThat(said(opinion, "transferDeadline")).isEqualTo("2015-12-18");
        assertThat(said(opinion, "removalAllowed")).isEqualTo("false");
        assertThat(opinion.why())
            .anySatisfy(reason -> assertThat(reason.sentence().english()).contains("C-338/21", "another clock"));
    }
}
