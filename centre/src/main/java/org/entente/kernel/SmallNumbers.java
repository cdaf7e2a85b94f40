package org.entente.kernel;

import java.util.ArrayList;
import java.util.List;

/// Keeps what is published from pointing at one person: a count of 1 to 4 is printed as "fewer than 5".
///
/// Where a figure is the total of others (`protection.referrals` of `protection.referrals.CHILD_ALONE` and so on) a single
/// withheld part could be computed back, so the next smallest part or else the total is withheld with it.
public final class SmallNumbers {

    /// Counts below this are not printed, zero excepted.
    public static final int LEAST = 5;

    private static final Text WITHHELD = new Text("fewer than " + LEAST, "moins de " + LEAST);
    private static final Text KEPT_BACK = new Text("not published", "non publié");

    /// A figure as it may be printed.
    ///
    /// @param shown the number in digits, or why there is none
    /// @param exact whether the number itself is shown
    public record Published(String key, Text label, Text shown, boolean exact) {}

    private SmallNumbers() {}

    /// The figures in the same order, with small ones withheld.
    public static List<Published> published(List<Figure> figures) {
        var hidden = new ArrayList<String>();
        figures.stream().filter(figure -> figure.value() > 0 && figure.value() < LEAST).map(Figure::key).forEach(hidden::add);
        for (var total : figures) {
            protectParts(total, figures, hidden);
        }
        return figures.stream().map(figure -> published(figure, hidden.contains(figure.key()))).toList();
    }

    private static void protectParts(Figure total, List<Figure> figures, List<String> hidden) {
        var parts = figures.stream().filter(part -> part.key().startsWith(total.key() + ".")).toList();
        if (hidden.contains(total.key()) || parts.stream().filter(part -> hidden.contains(part.key())).count() != 1) {
            return;
        }
        var next = parts.stream().filter(part -> part.value() > 0 && !hidden.contains(part.key()))
            .min((one, other) -> Long.compare(one.value(), other.value()));
        hidden.add(next.map(Figure::key).orElse(total.key()));
    }

    private static Published published(Figure figure, boolean hidden) {
        var digits = String.valueOf(figure.value());
        if (!hidden) {
            return new Published(figure.key(), figure.label(), new Text(digits, digits), true);
        }
        return new Published(figure.key(), figure.label(), figure.value() < LEAST ? WITHHELD : KEPT_BACK, false);
    }
}
