package org.entente;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Who may know whom. A module is one package; a row may name only rows above it, so no cycle can be written down.
class BoundariesTest {

    private static final String TABLE = """
        kernel       :
        fusion       :
        law          : kernel
        journal      : kernel
        access       : kernel journal
        picture      : kernel fusion
        operations   : kernel journal access picture
        freight      : kernel journal access
        intelligence : kernel journal access
        programme    : kernel journal access
        protection   : kernel journal access law
        asylum       : kernel journal access law
        returns      : kernel journal access law
        reports      : kernel journal access
        exchange     : kernel journal access
        feeds        : kernel picture
        handover     : kernel fusion journal access picture operations freight intelligence programme protection asylum returns reports exchange
        store        : kernel journal access picture feeds
        web          : kernel journal access picture operations freight intelligence programme protection asylum returns reports exchange feeds handover store
        server       : kernel fusion law journal access picture operations freight intelligence programme protection asylum returns reports exchange feeds handover store web
        """;

    /// Only these may name what is behind the wall.
    private static final Set<String> BEHIND_THE_WALL = Set.of("protection", "asylum", "returns");

    private static final Path CLASSES = Path.of("target/classes/org/entente");
    private static final Pattern OURS = Pattern.compile("org/entente/(\\w+)/");
    private static final Pattern FRAMEWORKS = Pattern.compile("(org/springframework)/");

    @Test
    void every_module_knows_only_what_its_row_allows() throws IOException {
        var allowed = new LinkedHashMap<String, Set<String>>();
        for (var row : TABLE.lines().toList()) {
            var names = Set.of(row.substring(row.indexOf(':') + 1).strip().split(" +"));
            var known = new TreeSet<>(names);
            known.remove("");
            assertThat(allowed.keySet()).as("rows above: " + row).containsAll(known);
            allowed.put(row.substring(0, row.indexOf(':')).strip(), known);
        }
        assertThat(allowed.keySet()).as("every module has a row").containsAll(onDisk());
        for (Map.Entry<String, Set<String>> row : allowed.entrySet()) {
            if (!onDisk().contains(row.getKey())) {
                continue; // a room of the plan that is not built yet
            }
            assertThat(row.getValue()).as("what " + row.getKey() + " may know").containsAll(knownBy(row.getKey()));
        }
    }

    @Test
    void only_handover_web_and_server_may_name_what_is_behind_the_wall() throws IOException {
        for (var module : onDisk()) {
            if (!Set.of("handover", "web", "server").contains(module) && !BEHIND_THE_WALL.contains(module)) {
                assertThat(knownBy(module)).as(module).doesNotContainAnyElementsOf(BEHIND_THE_WALL);
            }
        }
    }

    @Test
    void no_business_module_names_a_framework() throws IOException {
        for (var module : onDisk()) {
            if (!Set.of("web", "server").contains(module)) {
                assertThat(namedBy(module, FRAMEWORKS)).as(module).isEmpty();
            }
        }
    }

    private static Set<String> onDisk() throws IOException {
        try (var folders = Files.list(CLASSES)) {
            return new TreeSet<>(
                folders.filter(Files::isDirectory).map(folder -> folder.getFileName().toString()).toList());
        }
    }

    private static Set<String> knownBy(String module) throws IOException {
        var known = namedBy(module, OURS);
        known.remove(module);
        return known;
    }

    private static Set<String> namedBy(String module, Pattern what) throws IOException {
        var known = new TreeSet<String>();
        try (var files = Files.walk(CLASSES.resolve(module))) {
            for (var file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
                for (var entry : ClassFile.of().parse(file).constantPool()) {
                    if (entry instanceof Utf8Entry text) { // names, descriptors and signatures
                        what.matcher(text.stringValue()).results().forEach(match -> known.add(match.group(1)));
                    }
                }
            }
        }
        return known;
    }
}
