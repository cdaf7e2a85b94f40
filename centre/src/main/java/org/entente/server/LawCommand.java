package org.entente.server;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.kernel.Text;
import org.entente.law.CaseFile;
import org.entente.law.CaseFiles;
import org.entente.law.Fact;
import org.entente.law.Holidays;
import org.entente.law.Law;
import org.entente.law.Limit;
import org.entente.law.Opinion;
import org.entente.law.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `law CASES.json`: what the law says of every case of a file, one JSON line a case (docs/formats/law.md); `law --book DIR`: the
/// rule book ([RuleBookFiles]).
final class LawCommand {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?");
    private static final int DEEPEST = 20;

    /// What is wrong with a file as a whole.
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unreadable(String what) {
            super(what);
        }
    }

    private LawCommand() {}

    /// Runs the command; gives the exit code.
    static int run(List<String> arguments) {
        if (arguments.size() == 2 && arguments.getFirst().equals("--book")) {
            return RuleBookFiles.run(arguments.getLast());
        }
        if (arguments.size() != 1 || arguments.getFirst().startsWith("--")) {
            System.err.println("law CASES.json | law --book DIR");
            return 2;
        }
        try (var out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8))) {
            for (var line : answers(text(arguments.getFirst()))) {
                out.write(line);
                out.newLine();
            }
            return 0;
        } catch (Unreadable | IOException | UncheckedIOException wrong) {
            System.err.println("law: " + arguments.getFirst() + ": " + wrong.getMessage());
            return 1;
        }
    }

    /// The text of a file of cases.
    ///
    /// @throws Unreadable no such file, or not UTF-8
    static String text(String name) throws IOException {
        try {
            return Files.readString(Path.of(name));
        } catch (NoSuchFileException | InvalidPathException missing) {
            throw new Unreadable("no such file");
        } catch (CharacterCodingException other) {
            throw new Unreadable("not text in UTF-8");
        }
    }

    /// Answers every case of a file, in its order.
    ///
    /// @throws Unreadable not JSON, no cases, or public holidays that are no dates
    static List<String> answers(String text) {
        var root = root(text);
        var law = new Law(holidays(root.path("publicHolidays")), Law.Succession.usual());
        return cases(root).stream().map(read -> JSON.writeValueAsString(line(law, read))).toList();
    }

    private static JsonNode root(String text) {
        try {
            var root = JSON.readTree(text);
            if (root.path("cases").isArray()) {
                return root;
            }
            throw new Unreadable("an object with a list \"cases\" is expected");
        } catch (JacksonException malformed) {
            throw new Unreadable("not JSON: " + malformed.getOriginalMessage());
        }
    }

    private static List<CaseFiles> cases(JsonNode root) {
        var cases = new ArrayList<CaseFiles>();
        root.path("cases").forEach(node -> cases.add(CaseFiles.read(fact(node, 0))));
        return cases;
    }

    /// A fault of ours in one case leaves the others their answers.
    private static ObjectNode line(Law law, CaseFiles read) {
        try {
            return answer(law, read);
        } catch (RuntimeException fault) {
            System.err.println("law: " + read.id() + ": " + fault);
            return unread(new CaseFiles(read.id(), Optional.empty(),
                List.of(new Opinion.Trouble(Opinion.Trouble.Kind.ERROR, "inputs",
                    new Text("the program failed on this case, which is its fault: please report it",
                        "le programme a échoué sur ce dossier, par sa faute : merci de le signaler")))));
        }
    }

    /// The cases of a file that can be read.
    static List<CaseFile> files(String text) {
        return cases(root(text)).stream().flatMap(read -> read.file().stream()).toList();
    }

    private static Holidays holidays(JsonNode node) {
        var holidays = Holidays.computed();
        for (var entry : node.properties()) {
            var days = new ArrayList<LocalDate>();
            for (var day : entry.getValue()) {
                try {
                    days.add(LocalDate.parse(day.asString("")));
                } catch (DateTimeException none) {
                    throw new Unreadable(
                        "publicHolidays." + entry.getKey() + "[" + days.size() + "]: a date is expected");
                }
            }
            try {
                holidays = holidays.with(entry.getKey(), days);
            } catch (IllegalArgumentException outside) {
                throw new Unreadable("publicHolidays." + entry.getKey() + ": " + outside.getMessage());
            }
        }
        return holidays;
    }

    private static Fact fact(JsonNode node, int depth) {
        if (depth > DEEPEST) {
            throw new Unreadable("facts nested more than " + DEEPEST + " deep");
        }
        if (node.isNull() || node.isMissingNode()) {
            return new Fact.Never();
        }
        if (node.isBoolean()) {
            return new Fact.Flag(node.asBoolean());
        }
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return new Fact.Count(node.asLong());
        }
        if (node.isObject()) {
            var fields = new LinkedHashMap<String, Fact>();
            node.properties().forEach(entry -> fields.put(entry.getKey(), fact(entry.getValue(), depth + 1)));
            return new Fact.Group(fields);
        }
        if (node.isArray()) {
            var facts = new ArrayList<Fact>();
            node.forEach(one -> facts.add(fact(one, depth + 1)));
            return new Fact.Series(facts);
        }
        return word(node.asString(node.toString()));
    }

    private static Fact word(String text) {
        try {
            if (DATE.matcher(text).matches()) {
                return new Fact.Day(LocalDate.parse(text));
            }
            if (MOMENT.matcher(text).matches()) {
                return new Fact.Moment(LocalDateTime.parse(text));
            }
        } catch (DateTimeException noSuchDay) {
            return new Fact.Word(text);
        }
        return new Fact.Word(text);
    }

    private static ObjectNode answer(Law law, CaseFiles read) {
        if (read.file().isEmpty()) {
            return unread(read);
        }
        var file = read.file().get();
        return line(law.answer(file), law.limits(file));
    }

    private static ObjectNode unread(CaseFiles read) {
        var line = JSON.createObjectNode().put("id", read.id());
        var paths = line.putObject("answer").putArray("error");
        var why = line.putArray("why");
        for (var trouble : read.troubles()) {
            paths.add(trouble.path());
            why.addObject().put("en", trouble.path() + ": " + trouble.text().english()).put("fr",
                trouble.path() + " : " + trouble.text().french());
        }
        return line;
    }

    private static ObjectNode line(Opinion opinion, List<Limit> limits) {
        var line = JSON.createObjectNode().put("id", opinion.id());
        var answer = line.putObject("answer");
        for (Map.Entry<String, Fact> entry : opinion.answer().entrySet()) {
            answer.set(entry.getKey(), json(entry.getValue()));
        }
        reasons(line.putArray("why"), opinion.why());
        limits(line.putArray("limits"), limits);
        return line;
    }

    private static JsonNode json(Fact fact) {
        return switch (fact) {
            case Fact.Never _ -> JSON.getNodeFactory().nullNode();
            case Fact.Day day -> JSON.getNodeFactory().stringNode(day.day().toString());
            case Fact.Moment moment -> JSON.getNodeFactory().stringNode(moment.at().toString());
            case Fact.Flag flag -> JSON.getNodeFactory().booleanNode(flag.yes());
            case Fact.Count count -> JSON.getNodeFactory().numberNode(count.number());
            case Fact.Word word -> JSON.getNodeFactory().stringNode(word.word());
            case Fact.Group group -> {
                var node = JSON.createObjectNode();
                group.fields().forEach((name, value) -> node.set(name, json(value)));
                yield node;
            }
            case Fact.Series series -> {
                var node = JSON.createArrayNode();
                series.facts().forEach(one -> node.add(json(one)));
                yield node;
            }
        };
    }

    private static void reasons(ArrayNode to, List<Reason> why) {
        for (var reason : why) {
            var node = to.addObject();
            reason.rule().ifPresent(rule -> both(node.put("rule", rule.id()), "article", rule.citation()));
            var sentence = reason.sentence();
            node.put("en", sentence.english()).put("fr", sentence.french());
        }
    }

    private static void limits(ArrayNode to, List<Limit> limits) {
        for (var limit : limits) {
            var node = to.addObject().put("rule", limit.rule().id());
            both(node, "article", limit.rule().citation());
            node.put("event", limit.event()).put("from", limit.from().toString()).put("last", limit.last().toString())
                .put("act", limit.act())
                .put("actBy", limit.actBy().toString()).put("state", limit.state().name());
            if (!limit.either().isEmpty()) {
                var either = node.putArray("either");
                limit.either().forEach(day -> either.add(day.toString()));
            }
            limit.rule().missed().ifPresent(missed -> both(node, "ifMissed", missed));
        }
    }

    private static void both(ObjectNode node, String field, Text text) {
        node.putObject(field).put("en", text.english()).put("fr", text.french());
    }
}
