package org.entente.kernel;

import java.util.List;

/// Keeps what is published from pointing at one person: a count of 1 to 4 is printed as "fewer than 5".
///
/// Where figures are the parts of a total (`protection.referrals.CHILD_ALONE` of `protection.referrals`) and one of them is small, none of the
/// parts is printed: otherwise the small one could be computed back from the total and the others.
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
        return figures.stream().map(figure -> published(figure, figures)).toList();
    }

    private static Published published(Figure figure, List<Figure> all) {
        var digits = String.valueOf(figure.value());
        boolean brokenDown = all.stream().filter(total -> isPart(figure, total))
            .anyMatch(total -> all.stream().anyMatch(part -> isPart(part, total) && small(part)));
        if (brokenDown) {
            return new Published(figure.key(), figure.label(), KEPT_BACK, false);
        }
        return small(figure)
            ? new Published(figure.key(), figure.label(), WITHHELD, false)
            : new Published(figure.key(), figure.label(), new Text(digits, digits), true);
    }

    private static boolean isPart(Figure part, Figure total) {
        return part.key().startsWith(total.key() + ".");
    }

    private static boolean small(Figure figure) {
        return figure.value() > 0 && figure.value() < LEAST;
    }
}
