package org.entente.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.entente.law.Ask;
import org.entente.law.CaseFile;
import org.entente.law.Fact;
import org.entente.law.Law;
import org.entente.law.Procedure;
import org.entente.law.Regime;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/// What the law costs: whole case files answered, parsing apart, in one thread; one with its sentences written out in both
/// languages; and one file with two hundred events.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class LawBench {

    private static final String EXAMPLES = "centre/src/test/resources/law/examples.json";
    private static final int FILES = 20;
    private static final int HALF = 100;

    private final Law law = Law.usual();
    private List<CaseFile> files;
    private CaseFile two;

    /// Reads the example files and makes the long one.
    @Setup
    public void prepare() throws IOException {
        files = LawCommand.files(Files.readString(Path.of(EXAMPLES)));
        if (files.size() != FILES) {
            throw new IllegalStateException(files.size() + " examples");
        }
        two = twoHundred();
    }

    private static CaseFile twoHundred() {
        var day = LocalDate.of(2010, 1, 1);
        var crossings = new ArrayList<Fact>();
        var stays = new ArrayList<Fact>();
        for (int i = 0; i < HALF; i++) {
            crossings.add(group("state", new Fact.Word("GR"), "crossing", new Fact.Day(day.plusDays(20 * i))));
            stays.add(group("state", new Fact.Word("IT"), "from", new Fact.Day(day.plusDays(20 * i)), "to", new Fact.Day(day.plusDays(20 * i + 10))));
        }
        var facts = new LinkedHashMap<String, Fact>();
        facts.put("determiningState", new Fact.Word("FR"));
        facts.put("lodged", new Fact.Day(LocalDate.of(2017, 1, 1)));
        facts.put("eurodacCat2", new Fact.Series(crossings));
        facts.put("continuousResidence", new Fact.Series(stays));
        return new CaseFile("two hundred", Regime.DUBLIN3, Procedure.CRITERIA, List.of(Ask.CRITERION, Ask.RESPONSIBLE), new Fact.Group(facts));
    }

    private static Fact.Group group(Object... pairs) {
        var fields = new LinkedHashMap<String, Fact>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put((String) pairs[i], (Fact) pairs[i + 1]);
        }
        return new Fact.Group(fields);
    }

    /// The twenty examples, answered.
    @Benchmark
    @OperationsPerInvocation(FILES)
    public void answered(Blackhole hole) {
        for (var file : files) {
            hole.consume(law.answer(file));
        }
    }

    /// The same with every limit of the file, and every sentence in both languages.
    @Benchmark
    @OperationsPerInvocation(FILES)
    public void explained(Blackhole hole) {
        for (var file : files) {
            for (var reason : law.answer(file).why()) {
                hole.consume(reason.sentence());
            }
            hole.consume(law.limits(file));
        }
    }

    /// One file with two hundred events.
    @Benchmark
    public void twoHundredEvents(Blackhole hole) {
        hole.consume(law.answer(two));
    }

    /// `LawBench [--quick]`: the table of docs/figures.md.
    public static void main(String[] arguments) throws Exception {
        boolean quick = List.of(arguments).contains("--quick");
        var options = new OptionsBuilder().include("LawBench");
        if (quick) {
            options.warmupIterations(2).measurementIterations(2).warmupTime(TimeValue.milliseconds(500));
        }
        for (var result : new Runner(options.build()).run()) {
            System.out.printf(Locale.ROOT, "| %-40s | %,14.0f files/s of one core |%n", result.getPrimaryResult().getLabel(),
                result.getPrimaryResult().getScore());
        }
    }
}
