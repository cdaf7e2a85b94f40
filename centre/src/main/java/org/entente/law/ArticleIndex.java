package org.entente.law;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.entente.kernel.Text;

/// Which rules stand on which article: by instrument, then the judgments of the Court of Justice.
final class ArticleIndex {

    /// An article, paragraph or judgment, with the anchors that stand on it: ids of rules in their order, rows of criteria.
    record Entry(Text label, SequencedSet<String> anchors) {}

    private static final Pattern BETWEEN = Pattern
        .compile("[,;] (?=\\d{1,2}(?!\\d)|C-|[LR]\\.|CESEDA|CE |Reg\\. |Modern|now )");
    private static final Pattern NUMBERED = Pattern.compile("\\d+[\\d()a-z]*( to [\\d()]+)?");
    private static final Pattern LEAD = Pattern
        .compile("^Reg\\. 1560/2003 Art |^CESEDA |^now ");
    private static final Comparator<String> BY_NUMBER = Comparator.comparing(ArticleIndex::padded)
        .thenComparing(Comparator.naturalOrder());

    private final Map<Instrument, Map<String, Entry>> articles = new EnumMap<>(Instrument.class);
    private final Map<String, Entry> judgments = new TreeMap<>(BY_NUMBER);

    ArticleIndex(List<Rule> rules) {
        rules.forEach(this::add);
    }

    /// One more anchor on a numbered article.
    void add(Instrument instrument, String article, String anchor) {
        articles.computeIfAbsent(instrument, _ -> new TreeMap<>(BY_NUMBER))
            .computeIfAbsent(article, label -> new Entry(new Text(label, Words.french(label)), new LinkedHashSet<>()))
            .anchors()
            .add(anchor);
    }

    /// The instruments that the rules cite, in the order of [Instrument].
    List<Instrument> instruments() {
        return List.copyOf(articles.keySet());
    }

    /// The articles of an instrument by number.
    List<Entry> of(Instrument instrument) {
        return List.copyOf(articles.getOrDefault(instrument, Map.of()).values());
    }

    /// The judgments by number.
    List<Entry> judgments() {
        return List.copyOf(judgments.values());
    }

    private void add(Rule rule) {
        for (var piece : BETWEEN.split(rule.article())) {
            var label = new Text(label(piece), Words.french(label(piece)));
            var group = label.english().startsWith("C-")
                ? judgments
                : articles.computeIfAbsent(instrument(rule, piece), _ -> new TreeMap<>(BY_NUMBER));
            group.computeIfAbsent(label.english(), _ -> new Entry(label, new LinkedHashSet<>())).anchors()
                .add(rule.id());
        }
    }

    private static Instrument instrument(Rule rule, String piece) {
        if (piece.startsWith("Reg. 1560/2003")) {
            return Instrument.IMPLEMENTING;
        }
        boolean ownCode = rule.instrument() == Instrument.CASF;
        return !ownCode && piece.matches("(CESEDA |now )?[LR]\\..*") ? Instrument.CESEDA : rule.instrument();
    }

    /// A numbered article without the words behind it; anything else as it is.
    private static String label(String piece) {
        var bare = LEAD.matcher(piece).replaceFirst("");
        var judgment = bare.startsWith("C-") ? Optional.of(bare.split(" ")[0]) : Optional.<String>empty();
        var numbered = NUMBERED.matcher(bare);
        return judgment.orElse(numbered.lookingAt() ? numbered.group() : bare);
    }

    private static String padded(String label) {
        return Pattern.compile("\\d+").matcher(label).replaceAll(number -> "0".repeat(6 - number.group().length())
            + number.group());
    }
}
