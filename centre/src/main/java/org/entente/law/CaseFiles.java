package org.entente.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.kernel.Text;
import org.entente.law.Opinion.Trouble;
import org.entente.law.Opinion.Trouble.Kind;

/// A case as written, turned into a [CaseFile]; or what is wrong with it, each with its path.
///
/// @param id       the reference, or `?` where it has none
/// @param file     the file, where it can be read
/// @param troubles empty where it can
public record CaseFiles(String id, Optional<CaseFile> file, List<Trouble> troubles) {

    private static final int MOST_QUESTIONS = 30;

    public CaseFiles {
        troubles = List.copyOf(troubles);
    }

    /// Reads a case: `id`, `regime`, `procedure`, `ask` and `inputs`; anything else in it is left alone.
    public static CaseFiles read(Fact written) {
        var troubles = new ArrayList<Trouble>();
        if (!(written instanceof Fact.Group raw)) {
            return new CaseFiles("?", Optional.empty(),
                List.of(error("", "a case is an object", "un dossier est un objet")));
        }
        var id = Inquiry.word(raw, "id").filter(word -> !word.isBlank() && word.length() <= 200);
        if (id.isEmpty()) {
            troubles.add(error("id", "a reference of 1 to 200 characters is expected",
                "une référence de 1 à 200 caractères est attendue"));
        }
        var regime = code(raw, "regime", Regime.class, troubles);
        var procedure = code(raw, "procedure", Procedure.class, troubles);
        var asks = asks(raw, troubles);
        if (!(raw.fields().getOrDefault("inputs", Fact.Group.EMPTY) instanceof Fact.Group)) {
            troubles.add(error("inputs", "an object of facts is expected", "un objet de faits est attendu"));
        }
        var reference = id.orElse("?");
        return troubles.isEmpty()
            ? new CaseFiles(reference,
                Optional.of(new CaseFile(reference, regime.get(), procedure.get(), asks,
                    (Fact.Group) raw.fields().getOrDefault("inputs", Fact.Group.EMPTY))),
                List.of())
            : new CaseFiles(reference, Optional.empty(), troubles);
    }

    private static <E extends Enum<E>> Optional<E> code(Fact.Group raw, String field, Class<E> of,
        List<Trouble> troubles) {
        var word = Inquiry.word(raw, field);
        var found = word.flatMap(name -> named(of, name));
        if (found.isEmpty()) {
            var known = String.join(", ", names(of));
            troubles.add(error(field, "one of " + known + " is expected", "l’un de " + known + " est attendu"));
        }
        return found;
    }

    private static List<Ask> asks(Fact.Group raw, List<Trouble> troubles) {
        var asks = new ArrayList<Ask>();
        if (!(raw.fields().get("ask") instanceof Fact.Series series) || series.facts().size() > MOST_QUESTIONS) {
            troubles.add(error("ask", "a list of at most " + MOST_QUESTIONS + " questions is expected",
                "une liste d’au plus " + MOST_QUESTIONS + " questions est attendue"));
            return asks;
        }
        for (int i = 0; i < series.facts().size(); i++) {
            var ask = series.facts().get(i) instanceof Fact.Word word
                ? named(Ask.class, word.word())
                : Optional.<Ask>empty();
            ask.ifPresentOrElse(asks::add,
                () -> troubles.add(error("ask[" + (asks.size()) + "]", "a question of docs/formats/law.md is expected",
                    "une question de docs/formats/law.md est attendue")));
        }
        return asks;
    }

    private static <E extends Enum<E>> Optional<E> named(Class<E> of, String name) {
        for (var one : of.getEnumConstants()) {
            if (one.name().equals(name)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    private static <E extends Enum<E>> List<String> names(Class<E> of) {
        var names = new ArrayList<String>();
        for (var one : of.getEnumConstants()) {
            names.add(one.name());
        }
        return names;
    }

    private static Trouble error(String path, String english, String french) {
        return new Trouble(Kind.ERROR, path, new Text(english, french));
    }
}
