package org.entente.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.law.LawScenario.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `docs/law-rules.md`: which rule stands for each row of the rules table, and which tests carry it.
class L41_RowRuleTestsTest {

    private static final Path ROOT = Path.of(System.getProperty("entente.root", ".."));
    private static final Path PAGE = ROOT.resolve("docs/law-rules.md");
    private static final Path TESTS = ROOT.resolve("centre/src/test/java/org/entente/law");
    private static final Pattern NAMED = Pattern.compile("(?:void|> ) ?(([CDIMPRTUV]\\d\\d)_\\w+)\\(");
    private static final Pattern METHOD = Pattern.compile("(?:void|Stream<DynamicTest>) (\\w+)\\(\\w* ?\\w*\\) ");

    /// Rows that a whole course tries, a method each.
    private static final Map<String, String> COURSES = Map.of("C00", "L10_");

    private static final String HEAD = """
        # The rules of the law: row, rule, tests

        Written by `L41_RowRuleTestsTest` from the rule book and the tests; a change of either changes this page (run with `-Dentente.golden=write` and review).
        The rows are those of the rules table: D Dublin III, I its implementing rules, M the successor, P procedures, R return, V victims of trafficking, U courts and children, T transition, C the order of the criteria. The plain words of every rule, in both languages: `./entente law --book DIR`.

        "Last day" is the day on which the act still meets the limit; the day after, it misses it (`limits.txt`, tried by `L05_EveryRuleTest`). "A is x, then y" is a rule tried on both sides of what it turns on (`answers.txt`, same class). Other tests stand by class and name.

        | row | rule | article | reading | tests |
        |---|---|---|---|---|
        """;

    /// Run with `-Dentente.golden=write` after a wanted change and review the difference.
    @Test
    void the_page_of_rows_rules_and_tests_is_what_the_rules_and_the_tests_say() throws IOException {
        var page = page();
        if ("write".equals(System.getProperty("entente.golden"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(page).isEqualTo(Files.readString(PAGE));
    }

    private static String page() throws IOException {
        var rows = new LinkedHashMap<String, List<Rule>>();
        RuleBook.rules().forEach(rule -> rows.computeIfAbsent(rule.row(), _ -> new ArrayList<>()).add(rule));
        var tests = tests();
        var page = new StringBuilder(HEAD);
        rows.forEach((row, rules) -> page.append("| ").append(row).append(" | ")
            .append(lines(rules.stream().map(Rule::id))).append(" | ")
            .append(lines(rules.stream().map(rule -> rule.citation().english()))).append(" | ")
            .append(lines(rules.stream().map(rule -> rule.certainty().text().english().split(":")[0]).distinct()))
            .append(" | ").append(lines(tests.getOrDefault(row, List.of()).stream())).append(" |\n"));
        return page.toString();
    }

    private static String lines(Stream<String> lines) {
        return String.join("<br>", lines.map(line -> line.replace("|", "\\|")).toList());
    }

    /// What carries a row's id, the row being the key.
    private static Map<String, List<String>> tests() throws IOException {
        var tests = new TreeMap<String, List<String>>();
        for (var row : table("limits.txt")) {
            var last = LocalDate.parse(row.getLast());
            add(tests, row.getFirst(),
                row.getFirst() + ": last day " + last + ", day after " + last.plusDays(1));
        }
        var answers = table("answers.txt");
        for (int i = 0; i + 1 < answers.size(); i += 2) {
            var one = answers.get(i);
            var other = answers.get(i + 1);
            assertThat(other.getFirst()).as("two lines a rule").isEqualTo(one.getFirst());
            add(tests, one.getFirst(), one.getFirst() + ": " + side(one) + ", then " + (one.get(5).equals(other.get(5))
                ? other.getLast()
                : side(other)));
        }
        named(tests);
        return tests;
    }

    private static String side(List<String> row) {
        return "`" + row.get(5) + "` is " + row.getLast();
    }

    private static void add(Map<String, List<String>> tests, String rule, String test) {
        tests.computeIfAbsent(rule.substring(0, 3), _ -> new ArrayList<>()).add(test);
    }

    /// Test methods whose name begins with a row, and the courses that try a row as a whole.
    private static void named(Map<String, List<String>> tests) throws IOException {
        try (var files = Files.list(TESTS)) {
            for (var file : files.filter(path -> path.toString().endsWith("Test.java")).sorted().toList()) {
                var course = file.getFileName().toString().replace("Test.java", "");
                var text = Files.readString(file);
                NAMED.matcher(text).results()
                    .forEach(name -> add(tests, name.group(2), course + ": " + name.group(1)));
                COURSES.forEach((row, prefix) -> {
                    if (course.startsWith(prefix)) {
                        METHOD.matcher(text).results()
                            .forEach(name -> add(tests, row, course + ": " + name.group(1)));
                    }
                });
            }
        }
    }
}
