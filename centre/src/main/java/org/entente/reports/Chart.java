package org.entente.reports;

import java.util.List;
import org.entente.kernel.Xhtml;

/// Bars in equal slots, as SVG shapes without any text: the numbers and names stand in a table of as many columns below.
///
/// Three looks that differ in grey as well: filled, hatched, outlined. No meaning by colour alone.
final class Chart {

    enum Look { FILLED, HATCHED, OUTLINED }

    /// One bar; bars of the same slot stand one within the other, the first outermost.
    record Bar(int slot, long value, Look look) {}

    private static final int WIDTH = 1440;
    private static final int HEIGHT = 420;
    private static final int TOP = 10;
    private static final String INK = "#14284b";

    private Chart() {}

    /// The chart. `alt` says what it shows.
    static String bars(int slots, List<Bar> bars, String alt, ReportPage.Medium medium) {
        long most = Math.max(1, bars.stream().mapToLong(Bar::value).max().orElse(1));
        var svg = new StringBuilder(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + WIDTH + "\" height=\"" + HEIGHT + "\" viewBox=\"0 0 "
                + WIDTH + " " + HEIGHT + "\" role=\"img\" " + (medium == ReportPage.Medium.PAPER ? "alt" : "aria-label")
                + "=\"" + Xhtml.escaped(alt) + "\">\n");
        for (int quarter = 1; quarter <= 4; quarter++) {
            int y = y(quarter, 4);
            line(svg, 0, y, WIDTH, y, "#c3cad6", 1);
        }
        int[] depth = new int[slots];
        for (var bar : bars) {
            draw(svg, bar, slots, most, depth[bar.slot()]++);
        }
        line(svg, 0, HEIGHT - 2, WIDTH, HEIGHT - 2, INK, 3);
        return svg.append("</svg>\n").toString();
    }

    private static void draw(StringBuilder svg, Bar bar, int slots, long most, int depth) {
        double slot = (double) WIDTH / slots;
        double width = Math.min(150, slot * 0.64) * (depth == 0 ? 1 : 0.5);
        int left = (int) Math.round(bar.slot() * slot + (slot - width) / 2);
        int top = y(bar.value(), most);
        int height = HEIGHT - 3 - top;
        if (height <= 0 || bar.value() == 0) {
            return;
        }
        var fill = bar.look() == Look.FILLED ? INK : "#ffffff";
        svg.append("<rect x=\"").append(left).append("\" y=\"").append(top).append("\" width=\"")
            .append(Math.round(width))
            .append("\" height=\"").append(height).append("\" fill=\"").append(fill).append("\" stroke=\"").append(INK)
            .append("\" stroke-width=\"3\"/>\n");
        if (bar.look() == Look.HATCHED) {
            for (int y = top + 9; y < HEIGHT - 3; y += 9) {
                line(svg, left, y, left + (int) Math.round(width), y, INK, 3);
            }
        }
    }

    private static int y(long value, long most) {
        return (int) (HEIGHT - 3 - value * (HEIGHT - 3 - TOP) / most);
    }

    private static void line(StringBuilder svg, int x1, int y1, int x2, int y2, String colour, int width) {
        svg.append("<line x1=\"").append(x1).append("\" y1=\"").append(y1).append("\" x2=\"").append(x2)
            .append("\" y2=\"").append(y2)
            .append("\" stroke=\"").append(colour).append("\" stroke-width=\"").append(width).append("\"/>\n");
    }
}
