import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What was measured, as a table that can go into docs/figures.md as it is.
final class Figures {

    private static final List<String> HEAD = List.of("figure", "measured", "to reach", "processor per item", "other load");

    private final List<List<String>> rows = new ArrayList<>();
    private boolean complete = true;

    void add(String figure, String measured, String target, String perItem, String others) {
        rows.add(List.of(figure, measured, target, perItem, others));
        System.err.println("    " + figure + ": " + measured);
    }

    /// A step that gave no figure.
    void failed(String figure, Exception fault) {
        complete = false;
        add(figure, "FAILED: " + fault.getMessage(), "", "", "");
    }

    /// Did every step give its figure?
    boolean complete() {
        return complete;
    }

    String table() {
        var widths = new int[HEAD.size()];
        for (int column = 0; column < widths.length; column++) {
            int at = column;
            widths[column] = Math.max(HEAD.get(at).length(), rows.stream().mapToInt(row -> row.get(at).length()).max().orElse(0));
        }
        var out = new StringBuilder(line(HEAD, widths)).append('|');
        for (int width : widths) {
            out.append("-".repeat(width + 2)).append('|');
        }
        out.append('\n');
        rows.forEach(row -> out.append(line(row, widths)));
        return out.toString();
    }

    String json() {
        return rows.stream().map(row -> "{\"figure\":\"" + row.get(0) + "\",\"measured\":\"" + row.get(1).replace("\"", "'") + "\",\"target\":\"" + row.get(2)
            + "\",\"perItem\":\"" + row.get(3) + "\",\"others\":\"" + row.get(4) + "\"}").collect(Collectors.joining(",\n ", "[", "]\n"));
    }

    private static String line(List<String> row, int[] widths) {
        var line = new StringBuilder("|");
        for (int column = 0; column < widths.length; column++) {
            line.append(' ').append(row.get(column)).append(" ".repeat(widths[column] - row.get(column).length())).append(" |");
        }
        return line.append('\n').toString();
    }
}
