package org.entente.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.law.LawScenario.LAW;
import static org.entente.law.LawScenario.dublin;
import static org.entente.law.LawScenario.file;
import static org.entente.law.LawScenario.said;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What is not known is missing, what cannot be true together is a contradiction, what cannot be read is an error with its path.
class L06_UnknownAndContradictoryFactsTest {

    @Test
    void a_limit_whose_start_is_unknown_is_missing_and_no_date_is_given() {
        var opinion = LAW
            .answer(dublin("TC", "REQUEST_DEADLINE", "{\"requestingState\":\"FR\",\"requestedState\":\"GB\"}"));
        assertThat(said(opinion, "missing")).isEqualTo("lodged");
        assertThat(opinion.answer()).doesNotContainKeys("deadline", "requestDeadline");
        assertThat(opinion.why().getLast().sentence().french()).isEqualTo(
            "Manque : l’introduction de la demande. La réponse en dépend.");
    }

    @Test
    void null_is_not_unknown_it_says_that_a_thing_did_not_happen() {
        assertThat(
            said(dublin("TC", "OUTCOME", "{\"requestReceived\":\"2015-05-20\",\"reply\":null,\"asOf\":\"2015-07-20\"}"),
                "outcome"))
            .isEqualTo("REPLY_PENDING");
        assertThat(
            said(dublin("TC", "OUTCOME", "{\"requestReceived\":\"2015-05-20\",\"reply\":null,\"asOf\":\"2015-07-21\"}"),
                "outcome"))
            .isEqualTo("DEEMED_ACCEPTED");
    }

    @Test
    void best_interests_not_assessed_stop_the_criteria() {
        var facts = "{\"determiningState\":\"FR\",\"dateOfBirth\":\"2003-01-01\",\"lodged\":\"2016-01-20\",\"unaccompanied\":true,"
            + "\"family\":[{\"relation\":\"MOTHER\",\"state\":\"GB\",\"legallyPresent\":true}],\"bestInterests\":null}";
        var opinion = LAW.answer(dublin("CRITERIA", "CRITERION MISSING", facts));
        assertThat(said(opinion, "missing")).isEqualTo("bestInterests");
        assertThat(opinion.answer()).doesNotContainKeys("criterion", "responsible");
    }

    @Test
    void a_suspensive_appeal_that_nobody_decided_suspends_the_limit() {
        var open = dublin("TRANSFER", "TRANSFER_DEADLINE",
            "{\"accepted\":\"2015-06-18\",\"appealFiled\":\"2015-07-01\",\"appealSuspensive\":true,\"appealFinal\":null}");
        assertThat(said(open, "suspended")).isEqualTo("true");
        assertThat(said(open, "missing")).isEqualTo("appealFinal");
        assertThat(LAW.limits(open)).anySatisfy(limit -> assertThat(limit.state()).isEqualTo(Limit.State.SUSPENDED));
    }

    @Test
    void a_transfer_before_its_acceptance_is_a_contradiction_that_names_both_facts() {
        var opinion = LAW
            .answer(dublin("TRANSFER", "OUTCOME", "{\"accepted\":\"2015-06-18\",\"transferred\":\"2015-06-17\"}"));
        assertThat(said(opinion, "contradiction")).isEqualTo("inputs.accepted / inputs.transferred");
        assertThat(opinion.answer()).hasSize(1);
        assertThat(opinion.troubles().getFirst().text().english())
            .isEqualTo("the transfer cannot come before the acceptance");
        assertThat(opinion.troubles().getFirst().text().french())
            .isEqualTo("le transfert ne peut précéder l’acceptation");
    }

    @Test
    void what_was_accepted_and_rejected_is_a_contradiction() {
        assertThat(said(dublin("TC", "OUTCOME",
            "{\"requestReceived\":\"2015-05-20\",\"accepted\":\"2015-06-01\",\"rejectionReceived\":\"2015-06-10\"}"),
            "contradiction")).isEqualTo("inputs.accepted / inputs.rejectionReceived");
    }

    @Test
    void an_error_says_where_it_is() {
        error("{\"lodged\":\"soon\"}", "inputs.lodged");
        error("{\"lodged\":\"1815-06-18\"}", "inputs.lodged");
        error("{\"lodged\":20150410}", "inputs.lodged");
        error("{\"requestedState\":\"UK\"}", "inputs.requestedState");
        error("{\"requestedState\":\"France\"}", "inputs.requestedState");
        error("{\"visa\":[{\"state\":\"GB\",\"from\":\"2015-10-01\",\"to\":\"2015-04-01\"}]}", "inputs.visa[0].to");
        error("{\"visa\":\"yes\"}", "inputs.visa");
        error("{\"family\":[{\"relation\":\"MOTHER\",\"state\":\"XX\"}]}", "inputs.family[0].state");
        error("{\"appealSuspensive\":\"perhaps\"}", "inputs.appealSuspensive");
        error("{\"nationalCapMonths\":-1}", "inputs.nationalCapMonths");
    }

    private static void error(String facts, String path) {
        var opinion = LAW.answer(dublin("TC", "REQUEST_DEADLINE", facts));
        assertThat(said(opinion, "error")).as(facts).isEqualTo(path);
        assertThat(opinion.answer()).as(facts).hasSize(1);
        assertThat(opinion.why().getFirst().sentence().french()).startsWith(path);
    }

    @Test
    void a_case_that_is_no_case_is_told_what_is_wrong_with_it() {
        var read = CaseFiles
            .read(new Fact.Group(Map.of("id", new Fact.Word("X1"), "regime", new Fact.Word("DUBLIN2"), "procedure",
                new Fact.Word("TC"), "ask", Fact.Series.words(java.util.List.of("OUTCOME", "GUESS")), "inputs",
                Fact.Group.EMPTY)));
        assertThat(read.file()).isEmpty();
        assertThat(read.id()).isEqualTo("X1");
        assertThat(read.troubles()).extracting(Opinion.Trouble::path).containsExactly("regime", "ask[1]");
        assertThat(CaseFiles.read(new Fact.Never()).troubles()).isNotEmpty();
    }

    @Test
    void more_than_a_thousand_facts_are_refused() {
        Map<String, Fact> facts = new LinkedHashMap<>();
        for (int i = 0; i < 1_001; i++) {
            facts.put("fact" + i, new Fact.Flag(true));
        }
        assertThat(said(dublin("TC", "OUTCOME", "{}").with(new Fact.Group(facts)), "error")).isEqualTo("inputs");
    }

    @Test
    void the_united_kingdom_is_bound_until_the_end_of_2020_and_by_nothing_later() {
        var late = dublin("TC", "REPLY_DEADLINE",
            "{\"requestingState\":\"FR\",\"requestedState\":\"GB\",\"requestReceived\":\"2021-01-01\"}");
        assertThat(said(late, "applies")).isEqualTo("false");
        assertThat(said(late, "reason")).isEqualTo("UK_NOT_PARTICIPATING");
        assertThat(said(late, "deadline")).isEqualTo("-");
        assertThat(LAW.limits(late)).isNotEmpty()
            .allSatisfy(limit -> assertThat(limit.state()).isEqualTo(Limit.State.NOT_APPLICABLE));
        var successor = file("AMMR", "TC", "REQUEST_DEADLINE",
            "{\"requestingState\":\"FR\",\"requestedState\":\"GB\",\"registered\":\"2026-07-02\"}");
        assertThat(said(successor, "reason")).isEqualTo("UK_NOT_PARTICIPATING");
    }
}
