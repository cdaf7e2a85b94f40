package org.entente;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The house rules that a machine can keep.
class TidyTest {

    private static final Path MAIN = Path.of("src/main/java/org/entente");
    private static final List<String> EDGES = List.of("server", "web", "store", "feeds");
    private static final Pattern CLOCK_AND_CHANCE = Pattern.compile(
        "Instant\\.now\\(|System\\.currentTimeMillis\\(|UUID\\.randomUUID\\(|LocalDate\\.now\\(|Math\\.random\\(|new Random\\(|ZoneId\\.systemDefault\\(");
    private static final Pattern PUBLIC_TYPE = Pattern
        .compile("^public (?:sealed |final |abstract |non-sealed )*(?:class|record|interface|enum|@interface) (\\w+)");
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TODO|FIXME|XXX|HACK)\\b|@author");
    private static final Pattern BROAD_AND_EMPTY = Pattern.compile("catch \\([^)]*\\) \\{\\s*\\}");

    @Test
    void the_cores_read_no_clock_and_no_chance() throws IOException {
        var found = new ArrayList<String>();
        for (var file : javaFiles()) {
            if (EDGES.stream().noneMatch(edge -> file.startsWith(MAIN.resolve(edge)))) {
                each(file, (line, number) -> {
                    if (CLOCK_AND_CHANCE.matcher(line).find()) {
                        found.add(file + ":" + number);
                    }
                });
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void every_public_type_says_what_it_is() throws IOException {
        var silent = new ArrayList<String>();
        for (var file : javaFiles()) {
            var lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                if (PUBLIC_TYPE.matcher(lines.get(i)).find() && !documented(lines, i)) {
                    silent.add(file + ":" + (i + 1));
                }
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void nothing_is_left_unfinished_and_no_fault_is_swallowed() throws IOException {
        var found = new ArrayList<String>();
        for (var file : javaFiles()) {
            var text = Files.readString(file);
            if (UNFINISHED.matcher(text).find() || BROAD_AND_EMPTY.matcher(text).find()) {
                found.add(file.toString());
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void every_package_says_what_it_is_for() throws IOException {
        try (var folders = Files.list(MAIN)) {
            assertThat(
                folders.filter(Files::isDirectory).filter(folder -> !Files.exists(folder.resolve("package-info.java"))))
                .isEmpty();
        }
    }

    private static boolean documented(List<String> lines, int type) {
        int above = type - 1;
        while (above >= 0 && lines.get(above).startsWith("@")) {
            above--;
        }
        return above >= 0 && lines.get(above).startsWith("///");
    }

    private interface Line {
        void read(String line, int number);
    }

    private static void each(Path file, Line reader) throws IOException {
        var lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            reader.read(lines.get(i), i + 1);
        }
    }

    private static List<Path> javaFiles() throws IOException {
        try (var files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }
}
