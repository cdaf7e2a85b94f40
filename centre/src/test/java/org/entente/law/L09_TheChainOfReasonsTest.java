package org.entente.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.law.LawScenario.LAW;
import static org.entente.law.LawScenario.dublin;
import static org.entente.law.LawScenario.said;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.entente.kernel.Text;
import org.junit.jupiter.api.Test;

/// One file read from the application to the end: the chain of reasons that the README prints, in both languages.
class L09_TheChainOfReasonsTest {

    private static final Path README = Path.of(System.getProperty("entente.root", ".."), "README.md");
    private static final String BEGIN = "<!-- the chain of reasons: written by L09_TheChainOfReasonsTest -->\n";
    private static final String END = "<!-- end of the chain -->";

    private static final CaseFile FILE = dublin("TC",
        "CRITERION REQUEST_DEADLINE REPLY_DEADLINE TRANSFER_DEADLINE OUTCOME",
        """
            {"determiningState": "FR", "requestingState": "FR", "requestedState": "GB", "lodged": "2015-04-10",
             "family": [{"relation": "SPOUSE", "state": "GB", "status": "BENEFICIARY", "legallyPresent": true}], "writtenDesire": true,
             "requestSent": "2015-05-20", "requestReceived": "2015-05-20", "urgencyGround": "ARREST_UNLAWFUL_STAY",
             "urgentReplyAskedBy": "2015-06-05", "postponementNotified": null, "reply": null,
             "appealFiled": "2015-07-01", "appealSuspensive": true, "appealFinal": "2015-09-07",
             "abscondNotified": "2015-11-02", "transferred": null, "asOf": "2015-12-01"}""");

    @Test
    void the_file_is_answered_from_the_criterion_to_the_extended_transfer() {
        var opinion = LAW.answer(FILE);
        assertThat(said(opinion, "criterion")).isEqualTo("9");
        assertThat(said(opinion, "responsible")).isEqualTo("GB");
        assertThat(said(opinion, "replyDeadlineAnyOf")).isEqualTo("2015-06-05 2015-06-20");
        assertThat(said(opinion, "transferDeadline")).isEqualTo("2017-03-07");
        assertThat(said(opinion, "outcome")).isEqualTo("EXTENSION_VALID");
    }

    @Test
    void the_readme_prints_its_chain_in_both_languages() throws IOException {
        var chain = chain(Text::english) + "\n\n" + chain(Text::french) + "\n";
        var readme = Files.readString(README);
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        int end = readme.indexOf(END);
        if ("write".equals(System.getProperty("entente.golden"))) {
            Files.writeString(README, readme.substring(0, begin) + chain + readme.substring(end));
        } else {
            assertThat(readme.substring(begin, end)).isEqualTo(chain);
        }
    }

    @Test
    void no_english_word_stays_in_a_french_citation() {
        assertThat(RuleBook.rules()).allSatisfy(rule -> assertThat(rule.citation().french()).as(rule.id())
            .doesNotContain("subparagraph", "sentence", " Art ", " part ", " to ", " and ", "Reg.", "decision",
                "period", "now ", "the "));
    }

    private static String chain(Function<Text, String> in) {
        var lines = new StringBuilder();
        int number = 0;
        for (var reason : LAW.answer(FILE).why()) {
            lines.append(lines.isEmpty() ? "" : "\n").append(++number).append(". ").append(in.apply(reason.sentence()))
                .append(reason.rule().map(rule -> " *(" + in.apply(rule.citation()) + ")*").orElse(""));
        }
        return lines.toString();
    }
}
