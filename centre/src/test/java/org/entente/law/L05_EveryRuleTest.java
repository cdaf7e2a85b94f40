package org.entente.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.law.LawScenario.LAW;
import static org.entente.law.LawScenario.file;
import static org.entente.law.LawScenario.said;
import static org.entente.law.LawScenario.table;
import static org.entente.law.LawScenario.with;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every row of the rules table, on its last day and on the day after; rows without a period on both sides of what they turn on.
class L05_EveryRuleTest {

    @TestFactory
    Stream<DynamicTest> every_limit_is_met_on_its_last_day_and_missed_on_the_day_after() {
        return table("limits.txt").stream().flatMap(row -> {
            var file = file(row.get(1), row.get(2), row.get(3), row.get(4));
            boolean wait = row.get(5).startsWith("!");
            var act = row.get(5).replace("!", "");
            var last = LocalDate.parse(row.get(6));
            return Stream.of(dynamicTest(row.get(0) + (wait ? " ends on " : " is met on its last day, ") + last, () -> {
                var limit = limit(with(file, act, last), row.get(0));
                assertThat(limit.last()).isEqualTo(last);
                assertThat(limit.state()).isEqualTo(wait ? Limit.State.MISSED : Limit.State.MET);
            }), dynamicTest(row.get(0) + (wait ? " is met" : " is missed") + " on the day after, " + last.plusDays(1),
                () -> assertThat(limit(with(file, act, last.plusDays(1)), row.get(0)).state())
                    .isEqualTo(wait ? Limit.State.MET : Limit.State.MISSED)));
        });
    }

    private static Limit limit(CaseFile file, String rule) {
        var found = Stream.concat(LAW.answer(file).limits().stream(), LAW.limits(file).stream())
            .filter(limit -> limit.rule().id().equals(rule))
            .toList();
        assertThat(found).as("limits of " + rule + " in " + LAW.answer(file) + LAW.limits(file)).isNotEmpty();
        return found.getFirst();
    }

    @TestFactory
    Stream<DynamicTest> every_rule_without_a_running_limit_is_tried_on_both_sides() {
        var rows = table("answers.txt");
        return IntStream.range(0, rows.size()).mapToObj(i -> {
            var row = rows.get(i);
            return dynamicTest(
                row.get(0) + (i % 2 == 0 ? " holds: " : " and on the other side: ") + row.get(5) + " is " + row.get(6),
                () -> assertThat(said(file(row.get(1), row.get(2), row.get(3), row.get(4)), row.get(5))).as(row.get(4))
                    .isEqualTo(row.get(6)));
        });
    }

    @Test
    void no_rule_of_the_book_is_without_a_test() {
        var tried = new TreeSet<String>();
        Stream.of("limits.txt", "answers.txt").flatMap(name -> table(name).stream())
            .forEach(row -> tried.add(row.get(0).substring(0, 3)));
        tried.addAll(List.of("C00", "V06", "V07", "V08"));
        assertThat(RuleBook.rules()).allSatisfy(rule -> assertThat(tried).as(rule.id()).contains(rule.row()));
    }

    @Test
    void the_book_holds_every_row_of_the_rules_table() {
        var rows = new TreeSet<String>();
        RuleBook.rules().forEach(rule -> rows.add(rule.row()));
        var wanted = Stream.of("D 37", "I 8", "M 23", "P 6", "R 2", "V 8").flatMap(range -> {
            var letter = range.substring(0, 1);
            return IntStream.rangeClosed(1, Integer.parseInt(range.substring(2)))
                .mapToObj(number -> letter + (number < 10 ? "0" : "") + number);
        }).toList();
        assertThat(rows).containsAll(wanted);
    }
}
