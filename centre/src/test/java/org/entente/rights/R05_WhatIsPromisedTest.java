package org.entente.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// RIGHTS.md and SECURITY.md promise what a test holds: every test they name exists, and every promise of a table names one.
class R05_WhatIsPromisedTest {

    private static final Path ROOT = Path.of(System.getProperty("entente.root", ".."));
    private static final Path TESTS = ROOT.resolve("centre/src/test/java/org/entente");
    private static final Pattern NAMED = Pattern.compile("`(\\w+Test)(?:#(\\w+))?`");

    @Test
    void every_test_that_is_named_exists() throws IOException {
        var missing = new ArrayList<String>();
        for (var page : List.of("RIGHTS.md", "SECURITY.md")) {
            var named = NAMED.matcher(Files.readString(ROOT.resolve(page))).results().toList();
            assertThat(named).as(page).hasSizeGreaterThan(8);
            for (var name : named) {
                if (!source(name.group(1))
                    .contains(name.group(2) == null ? "class " + name.group(1) : " " + name.group(2) + "(")) {
                    missing.add(page + ": " + name.group());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void nothing_is_refused_without_a_test() throws IOException {
        var page = Files.readString(ROOT.resolve("RIGHTS.md"));
        var refusals = page.substring(page.indexOf("## What it refuses"), page.indexOf("## What is not there yet"))
            .lines()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| it refuses")
                && !line.startsWith("| right or duty"))
            .toList();
        assertThat(refusals).hasSizeGreaterThan(15).allMatch(line -> NAMED.matcher(line).find());
    }

    private static String source(String test) throws IOException {
        try (var files = Files.walk(TESTS)) {
            var found = files.filter(file -> file.getFileName().toString().equals(test + ".java")).findFirst();
            return found.isPresent() ? Files.readString(found.get()) : "";
        }
    }
}
