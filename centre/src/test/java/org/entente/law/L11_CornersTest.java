package org.entente.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.law.LawScenario.LAW;
import static org.entente.law.LawScenario.file;
import static org.entente.law.LawScenario.said;
import static org.entente.law.LawScenario.table;

import java.util.List;
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
}
