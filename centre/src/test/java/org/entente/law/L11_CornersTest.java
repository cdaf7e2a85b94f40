package org.entente.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.law.LawScenario.LAW;
import static org.entente.law.LawScenario.file;
import static org.entente.law.LawScenario.said;
import static org.entente.law.LawScenario.table;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Files that a lawyer wrote against the law: facts under their other names, several questions at once, periods that stand still.
class L11_CornersTest {

    @TestFactory
    Stream<DynamicTest> a_file_that_is_not_the_usual_one_is_answered_as_the_texts_say() {
        return table("corners.txt").stream()
            .map(row -> DynamicTest.dynamicTest(row.get(0) + ": " + row.get(5) + " is " + row.get(6),
                () -> assertThat(said(file(row.get(1), row.get(2), row.get(3), row.get(4)), row.get(5))).as(row.get(4))
                    .isEqualTo(row.get(6))));
    }

    @TestFactory
    Stream<DynamicTest> a_limit_shows_what_became_of_it() {
        return table("states.txt").stream()
            .map(row -> DynamicTest.dynamicTest(row.get(0) + ": " + row.get(4),
                () -> assertThat(LAW.limits(file(row.get(1), row.get(2), "", row.get(3))).stream()
                    .map(limit -> limit.rule().id() + " " + limit.last() + " " + limit.state()).toList())
                    .isEqualTo(List.of(row.get(4).split(", ")))));
    }

    @TestFactory
    Stream<DynamicTest> a_french_citation_is_written_as_in_france() {
        return Stream.of(List.of(DublinRules.D02, "règlement (UE) n° 604/2013 art. 21, § 1, premier alinéa"),
            List.of(DublinRules.D14, "règlement (UE) n° 604/2013 art. 26, § 1 à 3"),
            List.of(DublinRules.D16, "règlement (UE) n° 604/2013 art. 28, § 2 ; 2, point n) ; C-528/15"),
            List.of(ImplementingRules.I03, "règlement (CE) n° 1560/2003 modifié par 118/2014 art. 9, § 1 ; 9, § 1 bis"),
            List.of(ProtectionRules.U01, "code de l’action sociale et des familles (CASF), R.221-11"))
            .map(row -> DynamicTest.dynamicTest(row.get(1).toString(),
                () -> assertThat(((Rule) row.get(0)).citation().french()).isEqualTo(row.get(1))));
    }

    @TestFactory
    Stream<DynamicTest> no_reason_cites_a_text_that_does_not_govern_the_file() {
        return table("corners.txt").stream().filter(row -> row.get(1).equals("AMMR"))
            .map(row -> DynamicTest.dynamicTest(row.get(0),
                () -> assertThat(LAW.answer(file(row.get(1), row.get(2), row.get(3), row.get(4))).why())
                    .allSatisfy(reason -> assertThat(reason.rule().map(Rule::instrument))
                        .isNotIn(Optional.of(Instrument.DUBLIN_III), Optional.of(Instrument.IMPLEMENTING)))));
    }

    @TestFactory
    Stream<DynamicTest> what_moves_no_limit_is_named_and_moves_none() {
        var dublin = "\"requestingState\": \"FR\", \"requestedState\": \"IT\", \"requestReceived\": \"2015-06-01\"";
        var successor = dublin.replace("2015-06-01", "2026-09-01");
        return Stream.of(named(ImplementingRules.I06, "DUBLIN3", dublin, "\"outageFrom\": \"2015-06-20\""),
            named(ImplementingRules.I08, "DUBLIN3", dublin, "\"guardianshipPending\": true"),
            named(MigrationRules.M23, "AMMR", successor, "\"outageFrom\": \"2026-09-10\""));
    }

    private static DynamicTest named(Rule rule, String regime, String facts, String more) {
        return DynamicTest.dynamicTest(rule.id(), () -> {
            var plain = LAW.answer(file(regime, "TC", "REPLY_DEADLINE", "{" + facts + "}"));
            var told = LAW.answer(file(regime, "TC", "REPLY_DEADLINE", "{" + facts + ", " + more + "}"));
            assertThat(told.answer()).isEqualTo(plain.answer()).containsKey("deadline");
            assertThat(told.why()).extracting(Reason::rule).contains(Optional.of(rule));
            assertThat(plain.why()).extracting(Reason::rule).doesNotContain(Optional.of(rule));
        });
    }
}
