package org.entente.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The language of the law's tests: a case in its JSON, the answer as plain words.
final class LawScenario {

    static final Law LAW = Law.usual();
    private static final JsonMapper JSON = JsonMapper.shared();

    private LawScenario() {}

    /// A case of a regime and a procedure with its questions and facts.
    static CaseFile file(String regime, String procedure, String asks, String facts) {
        var questions = Stream.of(asks.strip().split("[ ,]+")).filter(ask -> !ask.isEmpty()).map(Ask::valueOf).toList();
        return new CaseFile("a case", Regime.valueOf(regime), Procedure.valueOf(procedure), questions,
            (Fact.Group) fact(JSON.readTree(facts)));
    }

    static CaseFile dublin(String procedure, String asks, String facts) {
        return file("DUBLIN3", procedure, asks, facts);
    }

    static CaseFile with(CaseFile file, String field, Fact fact) {
        var fields = new LinkedHashMap<>(file.inputs().fields());
        fields.put(field, fact);
        return file.with(new Fact.Group(fields));
    }

    static CaseFile with(CaseFile file, String field, LocalDate day) {
        return with(file, field, new Fact.Day(day));
    }

    /// What an answer holds under a key, in words; `-` where it holds nothing.
    static String said(Opinion opinion, String key) {
        return words(opinion.answer().get(key));
    }

    static String said(CaseFile file, String key) {
        return said(LAW.answer(file), key);
    }

    private static String words(Fact fact) {
        return switch (fact) {
            case null -> "-";
            case Fact.Never _ -> "never";
            case Fact.Day day -> day.day().toString();
            case Fact.Moment moment -> moment.at().toString();
            case Fact.Flag flag -> Boolean.toString(flag.yes());
            case Fact.Count count -> Long.toString(count.number());
            case Fact.Word word -> word.word();
            case Fact.Group group -> group.fields().toString();
            case Fact.Series series -> String.join(" ", series.facts().stream().map(LawScenario::words).toList());
        };
    }

    static Fact fact(JsonNode node) {
        if (node.isNull()) {
            return new Fact.Never();
        }
        if (node.isBoolean()) {
            return new Fact.Flag(node.asBoolean());
        }
        if (node.isNumber()) {
            return new Fact.Count(node.asLong());
        }
        if (node.isObject()) {
            Map<String, Fact> fields = new LinkedHashMap<>();
            node.properties().forEach(entry -> fields.put(entry.getKey(), fact(entry.getValue())));
            return new Fact.Group(fields);
        }
        if (node.isArray()) {
            var facts = new ArrayList<Fact>();
            node.forEach(one -> facts.add(fact(one)));
            return new Fact.Series(facts);
        }
        var word = node.asString();
        return word.matches("\\d{4}-\\d\\d-\\d\\d")
            ? new Fact.Day(LocalDate.parse(word))
            : word.matches("\\d{4}-\\d\\d-\\d\\dT.*")
                ? new Fact.Moment(LocalDateTime.parse(word))
                : new Fact.Word(word);
    }

    /// The lines of a table among the test resources, without its remarks, split at the bars.
    static List<List<String>> table(String name) {
        try (var in = LawScenario.class.getResourceAsStream("/law/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
                .map(line -> Stream.of(line.split(" \\| ", -1)).map(String::strip).toList()).toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
