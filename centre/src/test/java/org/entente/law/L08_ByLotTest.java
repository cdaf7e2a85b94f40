package org.entente.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.law.LawScenario.LAW;
import static org.entente.law.LawScenario.file;
import static org.entente.law.LawScenario.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Properties of the law, by seed. `-Dentente.seeds=N` tries more of them.
class L08_ByLotTest {

    private static final int SEEDS = Integer.getInteger("entente.seeds", 5);
    private static final Pattern ENGLISH_DATE = Pattern.compile(
        "\\b(\\d{1,2}) (January|February|March|April|May|June|July|August|September|October|November|December) (\\d{4})");
    private static final Pattern FRENCH_DATE = Pattern
        .compile(
            "\\b(\\d{1,2})(?:er)? (janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre) (\\d{4})");
    private static final List<String> ENGLISH = List.of("January", "February", "March", "April", "May", "June", "July",
        "August", "September",
        "October", "November", "December");
    private static final List<String> FRENCH = List.of("janvier", "février", "mars", "avril", "mai", "juin", "juillet",
        "août", "septembre", "octobre",
        "novembre", "décembre");

    private static Stream<DynamicTest> seeds(String name, java.util.function.Consumer<RandomGenerator> property) {
        return IntStream.range(0, SEEDS).mapToObj(seed -> DynamicTest.dynamicTest(name + ", seed " + seed,
            () -> property.accept(new java.util.SplittableRandom(seed))));
    }

    private static LocalDate day(RandomGenerator lot) {
        return LocalDate.of(2010, 1, 1).plusDays(lot.nextInt(365 * 26));
    }

    @TestFactory
    Stream<DynamicTest> months_are_counted_as_an_oracle_of_days_counts_them() {
        return seeds("months", lot -> {
            for (int i = 0; i < 2_000; i++) {
                var from = day(lot);
                int months = 1 + lot.nextInt(40);
                assertThat(Period.months(months).after(from)).as(from + " + " + months).isEqualTo(oracle(from, months));
            }
        });
    }

    /// Walks day by day to the month wanted and there to the same number, or to the last day of a shorter month.
    private static LocalDate oracle(LocalDate from, int months) {
        int passed = 0;
        var day = from;
        while (passed < months) {
            day = day.plusDays(1);
            if (day.getDayOfMonth() == 1) {
                passed++;
            }
        }
        while (day.getDayOfMonth() < from.getDayOfMonth() && day.plusDays(1).getDayOfMonth() != 1) {
            day = day.plusDays(1);
        }
        return day;
    }

    @TestFactory
    Stream<DynamicTest> a_later_event_never_changes_what_was_asked_before_it_and_is_named_where_it_would() {
        return seeds("a later event", lot -> {
            for (int i = 0; i < 300; i++) {
                var accepted = LocalDate.of(2010, 1, 1).plusDays(lot.nextInt(365 * 20));
                var asked = accepted.plusDays(lot.nextInt(400));
                var before = transfer(accepted, asked);
                var event = List.of("abscondNotified", "transferred", "imprisonmentNotified", "appealFinal")
                    .get(lot.nextInt(4));
                var opinion = LAW.answer(LawScenario.with(before, event, asked.plusDays(1 + lot.nextInt(200))));
                var answer = new LinkedHashMap<>(opinion.answer());
                var changed = answer.remove("changedBy");
                assertThat(answer).as(event).isEqualTo(LAW.answer(before).answer());
                assertThat(changed).isIn(null, Fact.Series.words(List.of(event)));
            }
        });
    }

    private static CaseFile transfer(LocalDate accepted, LocalDate asked) {
        return file("DUBLIN3", "TRANSFER", "TRANSFER_DEADLINE OUTCOME",
            ("{\"requestingState\":\"FR\",\"requestedState\":\"IT\",\"accepted\":\"%s\","
                + "\"appealSuspensive\":false,\"asOf\":\"%s\"}").formatted(accepted, asked));
    }

    @TestFactory
    Stream<DynamicTest> both_languages_carry_the_same_dates() {
        var rows = Stream.of("limits.txt", "answers.txt").flatMap(name -> table(name).stream()).toList();
        return seeds("both languages", lot -> {
            for (var row : rows) {
                var file = file(row.get(1), row.get(2), row.get(3), row.get(4));
                var moved = shifted(file, lot.nextInt(300));
                for (var reason : LAW.answer(moved).why()) {
                    var sentence = reason.sentence();
                    assertThat(dates(FRENCH_DATE, FRENCH, sentence.french())).as(sentence.toString())
                        .isEqualTo(dates(ENGLISH_DATE, ENGLISH, sentence.english()));
                }
            }
        });
    }

    private static CaseFile shifted(CaseFile file, int days) {
        var facts = new LinkedHashMap<String, Fact>();
        file.inputs().fields().forEach((name, fact) -> facts.put(name,
            fact instanceof Fact.Day day ? new Fact.Day(day.day().plusDays(days)) : fact));
        return file.with(new Fact.Group(facts));
    }

    private static List<LocalDate> dates(Pattern pattern, List<String> months, String sentence) {
        var found = new ArrayList<LocalDate>();
        var matcher = pattern.matcher(sentence);
        while (matcher.find()) {
            found.add(LocalDate.of(Integer.parseInt(matcher.group(3)), months.indexOf(matcher.group(2)) + 1,
                Integer.parseInt(matcher.group(1))));
        }
        return found;
    }

    @TestFactory
    Stream<DynamicTest> whatever_stands_in_a_file_the_law_answers_and_never_throws() {
        var fields = new ArrayList<String>();
        Field.every().forEach(field -> fields.add(field.name()));
        return seeds("any file", lot -> {
            for (int i = 0; i < 5_000; i++) {
                var facts = new LinkedHashMap<String, Fact>();
                for (int n = lot.nextInt(25); n > 0; n--) {
                    facts.put(fields.get(lot.nextInt(fields.size())), anything(lot, 2));
                }
                var asks = IntStream.range(0, 4).mapToObj(_ -> Ask.values()[lot.nextInt(Ask.values().length)]).toList();
                var file = new CaseFile("lot", Regime.values()[lot.nextInt(Regime.values().length)],
                    Procedure.values()[lot.nextInt(Procedure.values().length)], asks, new Fact.Group(facts));
                var opinion = LAW.answer(file);
                assertThat(opinion).isEqualTo(LAW.answer(file));
                opinion.why().forEach(reason -> assertThat(reason.sentence().french()).isNotBlank());
                assertThat(LAW.limits(file)).isEqualTo(LAW.limits(file));
            }
        });
    }

    private static Fact anything(RandomGenerator lot, int depth) {
        return switch (lot.nextInt(depth == 0 ? 6 : 9)) {
            case 0 -> new Fact.Never();
            case 1 -> new Fact.Flag(lot.nextBoolean());
            case 2 -> new Fact.Count(lot.nextInt(40));
            case 3 -> new Fact.Word(
                List.of("FR", "GB", "YES", "NO", "MOTHER", "EURODAC_CAT1", "REJECTED", "").get(lot.nextInt(8)));
            case 4 -> new Fact.Moment(day(lot).atTime(10, 30));
            case 6 -> new Fact.Group(
                new LinkedHashMap<>(java.util.Map.of("state", new Fact.Word("GB"), "from", new Fact.Day(day(lot)), "to",
                    new Fact.Day(day(lot)), "relation", new Fact.Word("MOTHER"))));
            case 7 -> new Fact.Series(List.of(anything(lot, depth - 1), anything(lot, depth - 1)));
            default -> new Fact.Day(day(lot));
        };
    }
}
